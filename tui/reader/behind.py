"""Work behind the page: in a thread that neither blocks a key nor holds up quitting."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from textual.message import Message
from textual.message_pump import MessagePump


def compute(pump: MessagePump, work: Callable[[], Message]) -> None:
    """Run `work`; the message it answers with is posted to `pump`, a widget or the application.

    An error of it is raised in the application.
    """
    app = pump.app

    def run() -> None:
        try:
            pump.post_message(work())
        except Exception as error:  # noqa: BLE001 - told where errors of the program are told, not on the screen
            app.call_later(_raise, error)

    Thread(target=run, daemon=True).start()


def _raise(error: Exception) -> None:
    raise error
