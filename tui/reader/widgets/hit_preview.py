"""The hit chosen in its paragraph: beside the list, or below it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from rich.cells import cell_len

from tui.documents.model import Document, Paragraph, Span
from tui.evidence.model import ResolvedBriefing
from tui.reader.hand import Hand
from tui.reader.hit_rows import Context, file_and_folder, preview
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
            self._key, self._lines = key, self._laid_out(hit, width - 4 - indent, height, ink.glyphs.more)
        if row >= len(self._lines):
            return []
        (_, mark, strong), line = self._siglum(hit, ink), self._lines[row]
        stripe = ink.glyphs.bar if line.passage else " "
        margin = [(" " * (indent + 1), ink("foreground", "raised")), (stripe, ink(mark, "raised"))]
        return [*margin, *_runs(line, ink, strong)]

    def _laid_out(self, hit: Hit, width: int, height: int, more: str) -> list[Context]:
        return preview(self._resolved.documents[hit.source], hit, width, height, more)

    def _siglum(self, hit: Hit, ink: Ink) -> tuple[str, str, str]:
        """The letter of the hit's source, its ink, and the ground of the passage."""
        number = self.hand.letters[hit.source]
        return self._resolved.briefing.source(hit.source).letter, f"mark:{number}", f"strong:{number}"

    def _name(self, hit: Hit) -> tuple[str, bool]:
        return self.hand.name(self._resolved.briefing.source(hit.source))

    def _head(self, hit: Hit, width: int, indent: int, ink: Ink, span: str = "") -> list[Run]:
        letter, mark, _ = self._siglum(hit, ink)
        fill = ink("foreground", "raised")
        chip = ink("page", mark, "b")
        where = f"{ink.glyphs.paragraph}{hit.paragraph}{span}"
        name, stated = self._name(hit)
        name = fit(name, max(width - len(where) - 8 - indent, 4), ink.glyphs.more)
        left = [(" ", fill), (f" {letter} ", chip), (" ", fill)]
        left.append((name, ink("foreground", "raised", "b" if stated else "i")))
        used = width_of(left) + cell_len(where) + 1
        return [*left, (" " * (width - used), fill), (where, ink("dim", "raised"))]


class LibraryPreview(Preview):
    """The passage of a hit in an article that is not read yet, and where the file lies."""

    def _laid_out(self, hit: Hit, width: int, height: int, more: str) -> list[Context]:
        _, folder = file_and_folder(hit.source)
        begin, text = hit.span.start, hit.text
        alone = Document(hit.source, Path(hit.source), text, (Paragraph(0, 0, len(text), 1),), (), "")
        lit = tuple(Span(start - begin, end - begin) for start, end in hit.highlights)
        here = replace(hit, span=Span(0, len(text)), highlights=lit)
        return [
            *preview(alone, here, width, max(height - 2, 1), more),
            _BLANK,
            Context(fit(folder, width, more), None, ()),
        ]

    def _siglum(self, hit: Hit, ink: Ink) -> tuple[str, str, str]:
        return ink.glyphs.silent, "dim", "selection" if ink.depth == "full" else "strong"

    def _name(self, hit: Hit) -> tuple[str, bool]:
        return file_and_folder(hit.source)[0], True


_BLANK = Context("", None, ())


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
