"""Starts `hexapla` with faults put in and guards taken out, as HEXAPLA_FAULTS names them: for tests only.

Each is the mutation a test of `tests/terminal` has to notice, or the accident it has to survive.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from typing import Any

SECRET = "SECRET WORDS OF AN ARTICLE"
PAST, FUTURE = 0.0, 4_102_444_800.0 + 86_400.0  # the first day of 1970, and one of 2100


def without_cleaning() -> None:
    """Texts stay as they come: the naive build."""
    from tui.documents import cleaning

    _replace(cleaning, _clean_piece=lambda text, counts: text)


def without_gate() -> None:
    """What is drawn is written as it is."""
    from tui.reader import driver

    _replace(driver, harmless=lambda written: written)


def without_tables() -> None:
    """The tables of the libraries stay as they are."""
    from tui.reader import terminal

    _replace(terminal, fill_control_tables=lambda: None)


def with_markup() -> None:
    """What is drawn is read as markup first."""
    from rich.text import Text

    from tui.reader import painting

    plain = painting.strip

    def strip(runs: Any, width: int, fill: Any) -> Any:
        return plain([(Text.from_markup(text).plain, style) for text, style in runs], width, fill)

    _replace(painting, strip=strip)


def with_textual_driver() -> None:
    """Textual's own driver: it ends over bad bytes and does not know a lost terminal."""
    from textual.drivers.linux_driver import LinuxDriver

    from tui.reader import driver

    _replace(driver, ReaderDriver=LinuxDriver)


def without_signals() -> None:
    """Signals do what the system has them do."""
    from tui.reader import ending

    _replace(ending, SIGNALS=())


def with_textual_faults() -> None:
    """A fault is shown as Textual does: with the values of all variables."""
    from textual.app import App

    from tui.reader import crash

    for name in ("_handle_exception", "_print_error_renderables"):
        _replace(crash.Guarded, **{name: getattr(App, name)})
    _replace(crash, raise_fault=lambda app: None)


def _theme_key(act: Callable[[Any], object]) -> None:
    from tui.reader.app import Hexapla

    _replace(Hexapla, do_theme_next=act)


def _replace(owner: object, **names: object) -> None:
    for name, value in names.items():
        setattr(owner, name, value)


def failing_key() -> None:
    """The key for the theme fails over the text of an article."""
    text = SECRET

    def fail(app: Any) -> None:
        local = text
        raise ValueError(local)

    _theme_key(fail)


def failing_paint() -> None:
    """Painting fails as soon as the key for the theme was pressed."""
    from tui.reader.widgets.frame import Footer

    def fail(self: Any, y: int) -> None:
        local = SECRET
        raise KeyError(local)

    def act(app: Any) -> None:
        _replace(Footer, render_line=fail)
        app.refresh_footer()

    _theme_key(act)


def failing_worker() -> None:
    """A worker started by the key for the theme fails."""

    def fail() -> None:
        raise ValueError(SECRET)

    _theme_key(lambda app: app.run_worker(fail, thread=True))


def failing_start() -> None:
    """The first screen cannot be made."""
    from tui.reader.app import Hexapla

    def fail(self: Any) -> None:
        raise ValueError(SECRET)

    _replace(Hexapla, compose=fail)


def busy() -> None:
    """The key for the theme never ends."""

    def work(app: Any) -> None:
        while True:
            pass

    _theme_key(work)


def asleep() -> None:
    """The key for the theme waits for ever."""
    _theme_key(lambda app: time.sleep(3600))


def silent_disk() -> None:
    """From the first screen on no file answers when it is asked whether it changed."""
    from tui.reader import watch

    start = watch.Watch.start

    def begin(self: Any, app: Any) -> None:
        _replace(watch, _stamp=lambda path: time.sleep(3600))
        start(self, app)

    _replace(watch.Watch, start=begin)


def looking_in_place() -> None:
    """Files are looked at between two keys, not behind them."""
    from tui.reader import watch

    _replace(watch.Watch, look_behind=lambda self, app: self.look())


def telling_of_keys() -> None:
    """Write to the file HEXAPLA_TELL what becomes of the keys that move down.

    For each, once all it changed is painted, a line: the processor's seconds the program had used by then, and the
    system's monotonic clock. And `there`, when what was read behind the page is on it.
    """
    from tui.reader import arrival, renewal
    from tui.reader.app import Hexapla

    file = os.open(os.environ["HEXAPLA_TELL"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    run, renew, exchange = Hexapla.run_command, renewal.renew, arrival.exchange

    def painted() -> None:
        os.write(file, f"{time.process_time()} {time.monotonic()}\n".encode())

    def run_command(app: Any, command_id: str) -> None:
        run(app, command_id)
        if command_id == "move.down":
            app.screen.call_after_refresh(painted)

    def renewed(*arguments: Any) -> None:
        renew(*arguments)
        os.write(file, b"there\n")

    async def exchanged(*arguments: Any) -> None:
        await exchange(*arguments)
        os.write(file, b"there\n")

    _replace(Hexapla, run_command=run_command)
    _replace(renewal, renew=renewed)
    _replace(arrival, exchange=exchanged)


def freezing_renewal() -> None:
    """What was read again is put on the page in one piece that takes most of a second."""
    from tui.reader import renewal

    renew = renewal.renew

    def slow(*arguments: Any) -> None:
        until = time.process_time() + 0.8
        while time.process_time() < until:
            pass
        renew(*arguments)

    _replace(renewal, renew=slow)


def in_the_past() -> None:
    """The clock of a machine whose battery is empty."""
    _clock(PAST)


def in_the_future() -> None:
    """The clock in 2100."""
    _clock(FUTURE)


def _clock(begin: float) -> None:
    import datetime

    started, now = time.time(), time.time

    def told() -> float:
        return begin + now() - started

    class Date(datetime.date):
        @classmethod
        def today(cls) -> Date:
            return cls.fromtimestamp(told())

    class DateTime(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> DateTime:
            return cls.fromtimestamp(told(), tz)

    _replace(time, time=told, time_ns=lambda: int(told() * 1e9))
    _replace(datetime, date=Date, datetime=DateTime)


def main() -> int:
    """Put the faults in and run the program."""
    for name in filter(None, os.environ.get("HEXAPLA_FAULTS", "").split(",")):
        globals()[name]()
    from tui.cli import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
