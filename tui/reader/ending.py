"""The end of the reader by a signal or a fault: the terminal is given back, and the exit code says why."""

from __future__ import annotations

import os
import signal
import termios
from contextlib import suppress
from threading import Event, Thread
from types import FrameType, TracebackType
from typing import Any, Final, Self

from textual.app import App

from tui.reader.terminal import RESTORE

SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
PATIENCE: Final = 2.0  # seconds an application at work has to end by itself after a signal


class Ending:
    """While it is entered, a signal ends `app` with 128 plus its number, however busy the application is."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._before: dict[int, Any] = {}
        self._settings: list[Any] | None = None
        self._ended = Event()
        self._watch: Thread | None = None

    def __enter__(self) -> Self:
        with suppress(termios.error):
            self._settings = termios.tcgetattr(0)
        self._before = {number: signal.signal(number, self._received) for number in SIGNALS}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        if error is not None:
            self._restore()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _received(self, number: int, frame: FrameType | None) -> None:
        code = 128 + number
        loop = self._app._loop
        if loop is None or loop.is_closed():
            raise SystemExit(code)  # before the first screen and after the last: nothing of it is on the terminal
        loop.call_soon_threadsafe(lambda: self._app.exit(return_code=code))
        if self._watch is None:
            self._watch = Thread(target=self._end_by_force, args=(code,), daemon=True)
            self._watch.start()

    def _end_by_force(self, code: int) -> None:
        """Give the terminal back without the application, where it has not ended in time."""
        if self._ended.wait(PATIENCE):
            return
        self._restore()
        os._exit(code)

    def _restore(self) -> None:
        if self._settings is not None:
            with suppress(termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._settings)
        with suppress(OSError):
            blocking = os.get_blocking(2)
            os.set_blocking(2, False)  # a terminal that takes nothing must not hold this up as well
            os.write(2, RESTORE.encode())
            os.set_blocking(2, blocking)
