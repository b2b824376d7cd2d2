"""What the tests of the Sources view share."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.reader.page import COLOURS, LOOK, SEEDS, footer, reader, row_with, rows, strips, style_at
from tui.reader.app import Hexapla
from tui.reader.widgets.sources import SourcesView

__all__ = [
    "COLOURS",
    "LOOK",
    "SEEDS",
    "column",
    "footer",
    "row_with",
    "rows",
    "sources",
    "strips",
    "style_at",
    "view",
]


@asynccontextmanager
async def sources(
    size: tuple[int, int] = (120, 40), *, briefing: Path = LOOK, keys: Sequence[str] = (), theme: str = "lamp"
) -> AsyncIterator[tuple[Hexapla, Pilot[None]]]:
    """The reader with the Sources view on the page, after `keys`."""
    async with reader(size, briefing=briefing, keys=["2", *keys], theme=theme) as both:
        yield both


def view(app: Hexapla) -> SourcesView:
    """The view, which must be on the page."""
    assert isinstance(app.view, SourcesView)
    return app.view


def column(app: Hexapla, number: int) -> list[str]:
    """The rows of the `number`-th column in view, without its last two cells."""
    left, width = view(app).columns.spans[number]
    return [row[left : left + width - 2] for row in rows(app)]
