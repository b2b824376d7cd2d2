"""Textual's driver, made to outlive bad bytes, a lost terminal, and being stopped and continued."""

from __future__ import annotations

import os
import selectors
import signal
import sys
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Any, Final

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from tui.reader.keyboard import Keyboard
from tui.reader.terminal import harmless

HUNG_UP: Final = 128 + signal.SIGHUP
LARGEST: Final = (1000, 500)  # cells; a terminal that says it has more gets no more drawn
_USUAL: Final = (80, 24)
_WAIT, _SHORT = 0.1, 0.02  # seconds between looks whether to end, and while an escape character waits
_GRACE: Final = 0.5  # seconds in the background before it takes the terminal, which stops the program
_BUFFER: Final = 1 << 16


class Wire:
    """The terminal as a file that takes UTF-8. Once the terminal is gone it takes everything and drops it."""

    def __init__(self, descriptor: int, lost: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self._lost = lost
        self._gone = False
        self._pieces: list[bytes] = []
        self._size = 0

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def write(self, text: str) -> None:
        """Keep `text` until `flush`, or until there is much."""
        piece = text.encode("utf-8", "replace")
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > _BUFFER:
            self.flush()

    def flush(self) -> None:
        """Write all that was kept."""
        data, self._pieces, self._size = b"".join(self._pieces), [], 0
        while data and not self._gone:
            try:
                data = data[os.write(self._descriptor, data) :]
            except BlockingIOError:  # another program has set the terminal so
                with selectors.DefaultSelector() as selector:
                    selector.register(self._descriptor, selectors.EVENT_WRITE)
                    selector.select()
            except OSError:
                self._gone = True
                self._lost()


class ReaderDriver(LinuxDriver):
    """The terminal of the reader."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._size = size or self._get_terminal_size()
        assert sys.__stderr__ is not None
        self._file = Wire(sys.__stderr__.fileno(), self._terminal_lost)  # type: ignore[assignment]

    def _terminal_lost(self) -> None:
        self._loop.call_soon_threadsafe(lambda: self._app.exit(return_code=HUNG_UP))

    def write(self, data: str) -> None:
        if self._writer_thread is not None:
            self._writer_thread.write(harmless(data))

    def _get_terminal_size(self) -> tuple[int, int]:
        """The window's size; not COLUMNS and LINES, which say what it once was."""
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except OSError:
            columns, rows = _USUAL
        return min(columns or _USUAL[0], LARGEST[0]), min(rows or _USUAL[1], LARGEST[1])

    def disable_input(self) -> None:
        if self._has_terminal:  # in the background, asking a terminal anything stops a program
            super().disable_input()

    def stop_application_mode(self) -> None:
        if self._has_terminal:
            super().stop_application_mode()

    def _query_in_band_window_resize(self) -> None:
        """Not asked: sizes that come as keys could be any, and the signal tells of the same."""

    # -- keys

    def run_input_thread(self) -> None:
        keyboard = Keyboard()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                begun = monotonic()
                if selector.select(_SHORT if keyboard.waiting else _WAIT):
                    data = self._read()
                    if data is None:
                        self._terminal_lost()
                        return
                    for message in keyboard.feed(data):
                        self.process_message(message)
                else:
                    for message in keyboard.tick(begun):
                        self.process_message(message)

    def _read(self) -> bytes | None:
        """What was typed; None when the terminal is gone."""
        try:
            return os.read(self.fileno, 4096) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    # -- being stopped and continued

    # Python runs a signal's handler in the midst of anything, of a write as well: hence what they do waits its turn.

    def _sigtstp_application(self, *_: int | FrameType | None) -> None:
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._stop)
        else:  # the terminal is lent to another program, an editor, that stops as well
            os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: int | FrameType | None) -> None:
        if self._auto_restart:
            self._loop.call_soon_threadsafe(self._continue)

    def _stop(self) -> None:
        """Give the terminal back and stop, with all that runs for this program (`make`, wrappers), as the key would.

        Without a shell that could continue it the system does not stop it: then it goes on at once.
        """
        if not self._has_terminal:
            return
        self._give_back()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._loop.call_soon(self._go_on)  # after an end that a signal asked for meanwhile

    def _continue(self) -> None:
        """Go on after a stop; after one without a word whoever had the terminal meanwhile has set it otherwise."""
        if self._has_terminal:
            self._give_back()
        self._go_on()

    def _go_on(self) -> None:
        """Take the terminal: at once in the foreground; in the background that stops the program again.

        There it waits a little: whoever ends a stopped program continues it as well, and the signal to end may be
        told of by another thread, after the one to continue.
        """
        if self._is_in_background:
            self._loop.call_later(_GRACE, self._take)
        else:
            self._take()

    @property
    def _is_in_background(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:  # no terminal of this session
            return False

    @property
    def _has_terminal(self) -> bool:
        return self._writer_thread is not None

    def _take(self) -> None:
        if not self._has_terminal and not self._app._exit:
            self.start_application_mode()  # type: ignore[no-untyped-call]
            self._app.refresh(layout=True)  # the screen is empty now

    def _give_back(self) -> None:
        self.suspend_application_mode()
        self._writer_thread = None  # stays so when the terminal cannot be taken again yet, in the background
        self._must_signal_resume = True
