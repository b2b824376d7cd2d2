"""`python -m tests.bench.reader.screenshot [FILE]`: the first screen, as `docs/screenshot.svg`.

Written by hand rather than by Textual, whose pictures load fonts from elsewhere: text in whatever monospace font the
viewer has, fitted to its cells, and bars and rules drawn as rectangles, so that they join on every machine.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

from tui.reader.start import make_app

WIDE, HIGH, EDGE = 10, 21, 12  # pixels of a cell, and around the screen
SIZE = (120, 40)
BRIEFING = "briefings/us-japan-2plus2-2024.yaml"
FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace"
STYLE = (
    f"rect{{shape-rendering:crispEdges}}text{{font:16px {FONT};white-space:pre}}.b{{font-weight:bold}}"
    + ".i{font-style:italic}"
)
# Signs drawn as rectangles: left, top, width and height as shares of a cell.
DRAWN = {
    "▌": (0, 0, 0.5, 1),
    "▎": (0, 0, 0.25, 1),
    "▐": (0.5, 0, 0.5, 1),
    "▕": (0.9, 0, 0.1, 1),
    "━": (0, 0.44, 1, 0.12),
    "─": (0, 0.47, 1, 0.06),
    "▁": (0, 0.94, 1, 0.06),
}
Cell = tuple[str, str, str, str]  # character, ink, ground, class names of its attributes


def cells(strip: Strip) -> Iterator[Cell]:
    """The characters of a row with their colours; a wide one is followed by an empty one."""
    for text, style, _ in strip:
        ink, ground, how = _look(style or Style())
        for character in text:
            yield character, ink, ground, how
            if cell_len(character) == 2:
                yield "", ink, ground, how


def _look(style: Style) -> tuple[str, str, str]:
    """Ink, ground and attributes; the terminal's own colours are black on white."""
    ink = (style.color or Color.default()).get_truecolor().hex
    ground = (style.bgcolor or Color.default()).get_truecolor(foreground=False).hex
    how = " ".join(name for name, on in (("b", style.bold), ("i", style.italic), ("u", style.underline)) if on)
    return (ground, ink, how) if style.reverse else (ink, ground, how)


def runs(row: Sequence[Cell], *what: int) -> Iterator[tuple[int, list[Cell]]]:
    """Neighbours alike in these parts of a cell, with the column of the first."""
    start = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or any(row[at][n] != row[start][n] for n in what):
            yield start, list(row[start:at])
            start = at


def grounds(row: Sequence[Cell], y: int, page: str) -> Iterator[str]:
    """Rectangles for whatever is not the page's own ground."""
    for x, run in runs(row, 2):
        if run[0][2] != page:
            yield _rectangle(x, y, len(run), 1, run[0][2])


def drawn(row: Sequence[Cell], y: int) -> Iterator[str]:
    """Rectangles for bars and rules; a rule is one rectangle however long."""
    for x, run in runs(row, 0, 1):
        if run[0][0] in DRAWN:
            left, top, width, height = DRAWN[run[0][0]]
            across = len(run) if width == 1 else width
            for at in range(1 if width == 1 else len(run)):
                yield _rectangle(x + at + left, y + top, across, height, run[0][1])


def _rectangle(x: float, y: float, width: float, height: float, colour: str) -> str:
    left, top, across, down = (round(value, 2) for value in (x * WIDE, y * HIGH, width * WIDE, height * HIGH))
    return f'<rect x="{left:g}" y="{top:g}" width="{across:g}" height="{down:g}" fill="{colour}"/>'


def words(row: Sequence[Cell], y: int) -> Iterator[str]:
    """Text in runs of one look, parted where spaces stand together, each as wide as its cells."""
    plain = [(" " if cell[0] in DRAWN else cell[0], *cell[1:]) for cell in row]
    for start, run in runs(plain, 1, 3):
        text = "".join(cell[0] or "\0" for cell in run)
        for match in re.finditer(r"\S+(?: \S+)*", text):
            kept, x = match[0].replace("\0", ""), start + match.start()
            look = f' class="{run[0][3]}"' if run[0][3] else ""
            length = f' textLength="{cell_len(kept) * WIDE}"' if len(kept) > 1 else ""
            place = f'x="{x * WIDE}" y="{y * HIGH + 15}"'
            yield f'<text {place} fill="{run[0][1]}"{look}{length}>{escape(kept)}</text>'


def picture(strips: Iterable[Strip], page: str) -> str:
    """The whole screen."""
    rows = [list(cells(strip)) for strip in strips]
    width, height = len(rows[0]) * WIDE + 2 * EDGE, len(rows) * HIGH + 2 * EDGE
    painted = [part for y, row in enumerate(rows) for part in (*grounds(row, y, page), *drawn(row, y), *words(row, y))]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
            "<title>Hexapla: sections of a briefing side by side, quotations in the colour of their source</title>",
            f"<style>{STYLE}</style>",
            f'<rect width="{width}" height="{height}" rx="8" fill="{page}"/>',
            f'<g transform="translate({EDGE} {EDGE})">',
            *painted,
            "</g>",
            "</svg>",
            "",
        ]
    )


async def main(file: Path = Path("docs/screenshot.svg")) -> None:
    """Run the reader on a screen of its own and write what stands on it."""
    app = make_app(BRIEFING, theme="lamp", environ={"COLORTERM": "truecolor", "TERM": "xterm-256color"})
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        file.write_text(picture(app.screen._compositor.render_strips(), app.ink.colour("background")), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(*map(Path, sys.argv[1:2])))
