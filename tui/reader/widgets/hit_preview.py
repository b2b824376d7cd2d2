"""The hit chosen in its paragraph: beside the list, or below it."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len

from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Hand
from tui.reader.hit_rows import Context, preview
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, width_of
from tui.search.model import Hit


class Preview:
    """Its rows: a head, a blank row where there is room, and the paragraph; laid out once for each hit and size."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self._key: tuple[object, ...] = ()
        self._lines: list[Context] = []

    @property
    def _resolved(self) -> ResolvedBriefing:
        return self.hand.resolved

    def beside(self, hit: Hit, row: int, width: int, height: int, ink: Ink) -> list[Run]:
        """Row `row` of a preview that stands beside the list."""
        if row == 0:
            span = f"  {hit.span.start:,}{ink.glyphs.dash}{hit.span.end:,}"
            return self._head(hit, width, 0, ink, span)
        return self._line(hit, row - 2, width, height - 2, 0, ink) if row > 1 else []

    def below(self, hit: Hit, row: int, width: int, height: int, ink: Ink) -> list[Run]:
        """Row `row` of a preview that stands below the list, a cell further in."""
        return self._line(hit, row - 1, width, height - 1, 1, ink) if row else self._head(hit, width, 1, ink)

    def _line(self, hit: Hit, row: int, width: int, height: int, indent: int, ink: Ink) -> list[Run]:
        key = (hit, width, height, ink.glyphs.more)
        if key != self._key:
            document = self._resolved.documents[hit.source]
            self._key, self._lines = key, preview(document, hit, width - 4 - indent, height, ink.glyphs.more)
        if row >= len(self._lines):
            return []
        mark, line = self.hand.letters[hit.source], self._lines[row]
        stripe = ink.glyphs.bar if line.passage else " "
        margin = [(" " * (indent + 1), ink("foreground", "raised")), (stripe, ink(f"mark:{mark}", "raised"))]
        return [*margin, *_runs(line, ink, f"strong:{mark}")]

    def _head(self, hit: Hit, width: int, indent: int, ink: Ink, span: str = "") -> list[Run]:
        source = self._resolved.briefing.source(hit.source)
        fill = ink("foreground", "raised")
        chip = ink("page", f"mark:{self.hand.letters[hit.source]}", "b")
        where = f"{ink.glyphs.paragraph}{hit.paragraph}{span}"
        name, stated = self.hand.name(source)
        name = fit(name, max(width - len(where) - 8 - indent, 4), ink.glyphs.more)
        left = [(" ", fill), (f" {source.letter} ", chip), (" ", fill)]
        left.append((name, ink("foreground", "raised", "b" if stated else "i")))
        used = width_of(left) + cell_len(where) + 1
        return [*left, (" " * (width - used), fill), (where, ink("dim", "raised"))]


def _runs(line: Context, ink: Ink, strong: str) -> list[Run]:
    runs, text = list[Run](), line.text
    start, end = line.passage or (0, 0)
    cuts = sorted({0, len(text), start, end, *(edge for pair in line.lit for edge in pair)})
    for a, b in pairwise(cuts):
        inside = start <= a < end
        lit = any(s <= a < e for s, e in line.lit)
        ground = strong if inside else "raised"
        runs.append((text[a:b], ink("foreground" if inside else "prose", ground, "bu" if lit else "")))
    return runs
