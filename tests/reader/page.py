"""What the tests of the views share: the reader on a briefing, and what stands on its rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from rich.style import Style
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from tui.evidence.model import ResolvedBriefing
from tui.reader.app import Hexapla
from tui.reader.glyphs import FULL, Glyphs
from tui.reader.ink import Depth
from tui.reader.start import make_app, themes

HERE = Path(__file__).parent
CHECKOUT = HERE.parent.parent
SEEDS = CHECKOUT / "seeds"
LOOK = HERE / "look" / "look.yaml"
SHIPPED = CHECKOUT / "briefings" / "us-japan-2plus2-2024.yaml"
COLOURS = {"COLORTERM": "truecolor", "TERM": "xterm-256color"}


@asynccontextmanager
async def reader(
    size: tuple[int, int] = (120, 40),
    *,
    briefing: Path | None = LOOK,
    keys: Sequence[str] = (),
    theme: str = "lamp",
    environ: Mapping[str, str] = COLOURS,
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader on a briefing, after `keys`."""
    app = make_app(briefing, roots=[SEEDS], theme=theme, environ=environ)
    async with run(app, size, keys) as both:
        yield both


@asynccontextmanager
async def made(
    resolved: ResolvedBriefing,
    size: tuple[int, int] = (120, 40),
    *,
    keys: Sequence[str] = (),
    depth: Depth = "full",
    glyphs: Glyphs = FULL,
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader on a briefing made by a test, after `keys`."""
    async with run(Hexapla(resolved, themes("lamp"), depth=depth, glyphs=glyphs), size, keys) as both:
        yield both


@asynccontextmanager
async def run(
    app: Hexapla, size: tuple[int, int], keys: Sequence[str] = (), *, comparing: bool = False
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The application on a screen of that size, after `keys`; no view has the sources compared but with `comparing`."""
    app.compares = comparing
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        while comparing and not app.comparing.settled:
            await pilot.pause()
        yield app, pilot


def typed(text: str) -> list[str]:
    """The keys that type a text."""
    names = {" ": "space", "!": "exclamation_mark", '"': "quotation_mark", "|": "vertical_line", "'": "apostrophe"}
    return [names.get(character, character) for character in text]


def strips(app: Hexapla) -> list[Strip]:
    """The rows of the view as they are painted."""
    width, height = app.view.size
    return app.view.render_lines(Region(0, 0, width, height))


def rows(app: Hexapla) -> list[str]:
    """The text of the rows of the view."""
    return [strip.text for strip in strips(app)]


def screen(app: Hexapla) -> list[str]:
    """The text of every row of the screen, header, footer and what lies over the page included."""
    return ["".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips()]


def bar(app: Hexapla, name: str) -> str:
    """The text of the `header` or `footer`."""
    return app.query_one(f"#{name}").render_lines(Region(0, 0, app.size.width, 1))[0].text


def footer(app: Hexapla) -> str:
    """The text of the footer."""
    return bar(app, "footer")


def row_with(rows: Sequence[str], words: str) -> int:
    """The number of the only row that has the words."""
    found = [number for number, row in enumerate(rows) if words in row]
    assert len(found) == 1, (words, found, "\n".join(rows))
    return found[0]


def cell(strip: Strip, x: int) -> Style:
    """The style of a cell of a row."""
    style = next(iter(strip.crop(x, x + 1))).style
    assert style is not None
    return style


def style_at(app: Hexapla, x: int, y: int) -> tuple[str, str, bool, bool, bool]:
    """Ink and ground as `#rrggbb`, bold, italic and underline of a cell of the view."""
    style = cell(strips(app)[y], x)
    assert style.color and style.bgcolor
    ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
    return ink, ground, bool(style.bold), bool(style.italic), bool(style.underline)


def style_of(app: Hexapla, words: str) -> Style:
    """The style of the first cell of the only place on the screen where the words stand."""
    y = row_with(screen(app), words)
    return cell(app.screen._compositor.render_strips()[y], screen(app)[y].index(words))
