"""A fault inside the application: the terminal is given back, then it is told and logged as `tui.crash` does.

Textual would print the stack with the values of all variables, and the texts of articles are among them.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from tui.crash import Fact

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

INTERRUPTED = 128 + signal.SIGINT


class Guarded(App[None]):
    """An application that keeps the fault it ended over to itself, and knows the keys of the terminal's own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "Interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Stop until fg", show=False, priority=True),
    ]

    def action_interrupt(self) -> None:
        """End as an interrupted program does."""
        self.exit(return_code=INTERRUPTED)

    @property
    def fault(self) -> Exception | None:
        """The error that ended the application."""
        return self._exception

    def _handle_exception(self, error: Exception) -> None:
        self._return_code = 1
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()


def raise_fault(app: Hexapla) -> None:
    """Raise the error `app` ended over, with what was open at the time, in figures; nothing when there was none."""
    if app.fault is None:
        return
    for fact in _facts(app):
        app.fault.add_note(Fact(fact))
    raise app.fault


def _facts(app: Hexapla) -> Iterator[str]:
    from importlib.metadata import version

    yield f"textual {version('textual')}, rich {version('rich')}"
    over = f" under {type(app.overlay).__name__}" if app.overlay else ""
    yield f"terminal {app.size.width} × {app.size.height}, {app.view_name}{over}"
    documents = app.resolved.documents.values()
    characters, passages = sum(len(one.text) for one in documents), sum(len(one.passages) for one in documents)
    yield f"{len(documents)} documents, {characters:,} characters, {passages:,} passages"
