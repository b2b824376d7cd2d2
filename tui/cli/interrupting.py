"""Ctrl+C that waits for work to be at rest, so that nothing done is lost; a second one does not wait."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


@contextmanager
def waiting(may_wait: Callable[[], bool], say: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """What the work calls whenever it is at rest: there the first Ctrl+C is raised, where it `may_wait`.

    `say` tells that it was heard. A program that ignores interruptions or handles them itself goes on doing so.
    """
    heard = False

    def hear(*_: object) -> None:
        nonlocal heard
        if heard or not may_wait():
            raise KeyboardInterrupt
        heard = True
        with suppress(RuntimeError):  # it came in the midst of writing to the terminal
            say()

    def rest() -> None:
        if heard:
            raise KeyboardInterrupt

    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_ours or threading.current_thread() is not threading.main_thread():
        yield rest
        return
    signal.signal(signal.SIGINT, hear)
    try:
        yield rest
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
