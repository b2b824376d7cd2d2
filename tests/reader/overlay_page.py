"""What the tests of dialogs and of the picker share: a small briefing on the page, and reading what is on screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from rich.style import Style
from textual.pilot import Pilot

from tui.reader.app import Hexapla
from tui.reader.start import make_app

COLOURS = {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
SEEDS = Path(__file__).parent.parent.parent / "seeds"
LOOK = Path(__file__).parent / "look" / "look.yaml"


def open_at(path: Path | None, *, theme: str = "lamp") -> Hexapla:
    """The reader on a briefing, or on none."""
    return make_app(path, roots=[SEEDS], theme=theme, environ=COLOURS)


@asynccontextmanager
async def page(
    path: Path | None, keys: Sequence[str] = (), size: tuple[int, int] = (120, 40), theme: str = "lamp"
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader on a briefing, after these keys."""
    app = open_at(path, theme=theme)
    app.compares = False
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await settle(app, pilot)
        yield app, pilot


async def settle(app: Hexapla, pilot: Pilot[None]) -> None:
    """Until whatever is worked out behind the page is done."""
    await pilot.pause()
    while not all(getattr(widget, "settled", True) for widget in (app.overlay, app.view)):
        await pilot.pause()
    await pilot.pause()


def rows(app: Hexapla) -> list[str]:
    """The text of every row on screen."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def inside(app: Hexapla) -> list[str]:
    """The rows of what lies over the page, and of nothing beside it."""
    assert app.overlay is not None
    region = app.overlay.content_region
    return [row[region.x : region.right] for row in rows(app)[region.y : region.bottom]]


def row_with(app: Hexapla, text: str) -> str:
    """The first row that holds `text`, of what lies over the page if anything does."""
    shown = inside(app) if app.overlay else rows(app)
    found = [row for row in shown if text in row]
    assert found, "\n".join(shown)
    return found[0]


def spot(app: Hexapla, text: str) -> tuple[int, int]:
    """The cell of the screen on which `text` begins."""
    left, top = app.overlay.region.offset if app.overlay else (0, 0)
    row = row_with(app, text)
    shown = inside(app) if app.overlay else rows(app)
    return left + row.index(text), top + shown.index(row)


def footer(app: Hexapla) -> str:
    """The last row."""
    return rows(app)[-1]


def style_at(app: Hexapla, text: str) -> Style:
    """The style of the first character of `text`."""
    x, y = spot(app, text)
    cell = next(iter(app.screen._compositor.render_strips()[y].crop(x, x + 1)))
    return cell.style or Style()
