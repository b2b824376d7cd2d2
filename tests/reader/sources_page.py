"""What the tests of the Sources view share: the reader on a briefing, and what stands on its rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from tui.reader.app import Hexapla
from tui.reader.start import make_app
from tui.reader.widgets.sources import SourcesView

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"
LOOK = HERE / "look" / "look.yaml"
COLOURS = {"COLORTERM": "truecolor", "TERM": "xterm-256color"}


@asynccontextmanager
async def sources(
    size: tuple[int, int] = (120, 40), *, briefing: Path = LOOK, keys: Sequence[str] = (), theme: str = "lamp"
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader with the Sources view on the page, after `keys`."""
    app = make_app(briefing, roots=[SEEDS], theme=theme, environ=COLOURS)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", *keys)
        await pilot.pause()
        yield app, pilot


def view(app: Hexapla) -> SourcesView:
    """The view, which must be on the page."""
    assert isinstance(app.view, SourcesView)
    return app.view


def strips(app: Hexapla) -> list[Strip]:
    """The rows of the view as they are painted."""
    width, height = app.view.size
    return app.view.render_lines(Region(0, 0, width, height))


def rows(app: Hexapla) -> list[str]:
    """The text of the rows of the view."""
    return [strip.text for strip in strips(app)]


def column(app: Hexapla, number: int) -> list[str]:
    """The rows of the `number`-th column in view, without its last two cells."""
    left, width = view(app).columns.spans[number]
    return [row[left : left + width - 2] for row in rows(app)]


def footer(app: Hexapla) -> str:
    """The text of the footer."""
    widget = app.query_one("#footer")
    return widget.render_lines(Region(0, 0, app.size.width, 1))[0].text


def row_with(rows: Sequence[str], words: str) -> int:
    """The number of the only row that has the words."""
    found = [number for number, row in enumerate(rows) if words in row]
    assert len(found) == 1, (words, found)
    return found[0]


def style_at(app: Hexapla, x: int, y: int) -> tuple[str, str, bool, bool, bool]:
    """Ink and ground as `#rrggbb`, bold, italic and underline of a cell of the view."""
    cell = next(iter(strips(app)[y].crop(x, x + 1)))
    style = cell.style
    assert style is not None and style.color and style.bgcolor
    ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
    return ink, ground, bool(style.bold), bool(style.italic), bool(style.underline)
