"""One document in a column: its lights, and every row of it painted (look.md, "2 Sources")."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment

from tui.briefing.model import Source
from tui.documents.model import Document
from tui.reader.glyphs import Glyphs
from tui.reader.ink import Ink
from tui.reader.lit import EMPTY, Layer, Light, Piece, density, pieces
from tui.reader.painting import Run, strip
from tui.reader.prose import Line
from tui.reader.scrolling import Scrolled

WIDEST_TEXT = 76
MARGIN = 4  # stripe, space, density and hairline; the paragraph number stands before them
KEPT_SCREENS = 5  # of rows
BLANK = Line(0, 0, 0)
_SPACES = {9: " ", 10: " "}


class Column(Scrolled):
    """The `number`-th source's document as it stands in the view; `fault` when there is only a message to show."""

    def __init__(self, number: int, source: Source, document: Document, *, fault: bool = False) -> None:
        super().__init__(document, document.start_of_line(source.body_from))
        self.number = number
        self.source = source
        self.fault = fault
        self.gutter = max(2, len(str(len(document.paragraphs))))
        self.width = 0
        self.layers: dict[Light, Layer] = {}
        self._notes: list[tuple[int, int, bool]] = []
        self._texts: dict[tuple[Line, tuple[Piece, ...], str], tuple[Segment, ...]] = {}
        self._tails: dict[tuple[int, int], tuple[Segment, ...]] = {}
        self._dense: dict[tuple[Layer, int, int], bytes] = {}

    def resize(self, width: int, height: int) -> None:
        """Take `width` × `height` cells, keeping the place."""
        if width != self.width:
            self.forget()
        self.width = width
        self.lay_out(min(max(width - MARGIN - self.gutter, 1), WIDEST_TEXT), height)

    def light(self, light: Light, spans: Iterable[tuple[int, int]] | Layer) -> None:
        """Light these characters and no others this way."""
        layer = spans if isinstance(spans, Layer) else Layer(spans)
        if layer:
            self.layers[light] = layer
        else:
            self.layers.pop(light, None)

    def mark(self, notes: Iterable[tuple[int, int, bool]]) -> None:
        """Stand a sign beside these characters: start and end of each, and whether it is a note or a bookmark."""
        self._notes = sorted(notes)

    def forget(self) -> None:
        """Paint everything anew: the inks or the width have changed."""
        for kept in (self._texts, self._tails, self._dense):
            kept.clear()

    # -- painting

    def paint(self, y: int, ink: Ink, last: bool) -> tuple[Segment, ...]:
        """Row `y` of the column, as wide as it is; the last column has no hairline where nothing scrolls."""
        return self._text(y, ink) + self._tail(self._sign(y), self._edge(y, last), ink)

    def _text(self, y: int, ink: Ink) -> tuple[Segment, ...]:
        line = self.line(y)
        if line is None or line.start == line.end:
            line = BLANK
        lights = pieces(self.layers.items(), line.start, line.end)
        sign = self._noted(line, ink.glyphs) if self._notes else ""
        key = (line, lights, sign)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > KEPT_SCREENS * self.height:
                self._texts.clear()
            found = self._texts[key] = self._draw(line, lights, sign, ink)
        return found

    def _noted(self, line: Line, glyphs: Glyphs) -> str:
        """The sign of what is kept of a row's words: on the row they begin on, else on the one below.

        The one below is for a row whose number leaves its gutter no cell free.
        """
        start = line.start
        if not line.number and line.end > start:
            block = self.blocks.at(start)
            lines = self.prose.lines(block)
            if len(lines) > 2 and start == lines[2] and self._is_full(self.blocks.numbers[block]):
                start = lines[0]
        elif self._is_full(line.number) and not self._stands_alone(line):
            return ""
        signs = [note for begin, _, note in self._notes if start <= begin < line.end]
        return "" if not signs else glyphs.note if any(signs) else glyphs.bookmark

    def _is_full(self, number: int) -> bool:
        return number > 0 and len(str(number)) >= self.gutter

    def _stands_alone(self, line: Line) -> bool:
        """Whether the paragraph that begins on this row ends on it."""
        return len(self.prose.lines(self.blocks.at(line.start))) <= 2

    def _draw(self, line: Line, lights: tuple[Piece, ...], sign: str, ink: Ink) -> tuple[Segment, ...]:
        lit = 0
        for piece in lights:
            lit |= piece[2]
        stripe = ink.glyphs.bar if lit & Light.STRONG else ink.glyphs.faint_bar if lit & Light.FAINT else " "
        number = f"{line.number or '':>{self.gutter}}"
        if self.fault and line.end > line.start == 0:
            number = f"{ink.glyphs.fault:>{self.gutter}}"
        runs: list[Run] = [(number, ink("error" if self.fault else "dim")), (stripe, ink(f"mark:{self.number}"))]
        if sign:  # red where the reader stands
            here = lit & (Light.STRONG | Light.HERE | Light.PICKED)
            runs[0:1] = [(sign, ink("accent" if here else "dim", attributes="b")), (number[1:], ink("dim"))]
        text = self.document.text
        for start, end, how in lights:
            runs.append((text[start:end].translate(_SPACES), ink(*self._style(start, how))))
        return tuple(strip(runs, self.width - 2, ink()))

    def _style(self, start: int, lit: int) -> tuple[str, str, str]:
        """Ink, ground and attributes of a piece."""
        hit = "bu" if lit & (Light.HIT | Light.HERE) else ""
        if lit & (Light.HERE | Light.PICKED):
            return "page", "cursor", hit
        if lit & Light.DIFFER:
            return "foreground", "differ", hit or "b"
        if lit & Light.STRONG:
            return "foreground", f"strong:{self.number}", hit
        if lit & Light.FAINT:
            return "foreground" if hit else "soft", f"faint:{self.number}", hit
        if self.fault:
            return "error", "background", hit
        if start < self.body:
            return "foreground" if hit else "dim", "background", hit + "i"
        return "foreground" if hit else "prose", "background", hit

    def _tail(self, sign: int, edge: int, ink: Ink) -> tuple[Segment, ...]:
        """The last two cells: the density sign (a light or two) and the hairline (0 none, 1 thin, 2 thick)."""
        found = self._tails.get((sign, edge))
        if found is None:
            glyphs, mark = ink.glyphs, f"mark:{self.number}"
            dense: Run = (" ", ink())
            if sign & Light.HIT:
                dense = (glyphs.hit, ink("foreground" if sign == Light.HIT else mark, attributes="b"))
            elif sign & Light.STRONG:
                dense = (glyphs.thumb, ink(mark))
            elif sign & Light.FAINT:
                dense = (glyphs.hairline, ink(mark))
            edges = ((" ", ink()), (glyphs.hairline, ink("border")), (glyphs.thumb, ink("dim")))
            found = self._tails[sign, edge] = Segment(*dense), Segment(*edges[edge])
        return found

    def _sign(self, y: int) -> int:
        return sum(int(light) for light in (Light.FAINT, Light.STRONG, Light.HIT) if self._density(light)[y])

    def _density(self, light: Light) -> bytes:
        key = (self.layers.get(light, EMPTY), self.prose.total, self.height)
        found = self._dense.get(key)
        if found is None:
            if len(self._dense) > 64:
                self._dense.clear()
            found = self._dense[key] = density(self.prose, key[0], self.height, points=light is Light.HIT)
        return found

    def _edge(self, y: int, last: bool) -> int:
        thumb = self.thumb
        return 2 if y in thumb else 0 if last and not thumb else 1
