"""The apparatus of one difference as rows of tokens: values side by side, or wordings interlinear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.documents.model import Span
from tui.evidence.model import Carriage, Quotation, ResolvedDifference
from tui.reader import interlinear
from tui.reader.glyphs import Glyphs
from tui.reader.hand import Hand
from tui.reader.painting import fit, pad
from tui.reader.section_rows import Token
from tui.reader.unproved import MARK, beside, failed, told
from tui.reader.wrapping import wrap

Tokens = tuple[Token, ...]

AROUND, NARROWEST, NOTE = 72, 20, 76  # characters of context a side; cells of a column at least, of a note at most
LIGHT = {"conflict": "differ", "variant": "selection", "framing": "selection"}


class DifferenceRows:
    """Lays differences out in `width` cells. `number` says which statement a difference hangs on ("" for none)."""

    def __init__(self, hand: Hand, glyphs: Glyphs, width: int) -> None:
        self.hand = hand
        self.glyphs = glyphs
        self.width = width
        self._letters = {source.id: source.letter for source in hand.resolved.briefing.sources}

    def rows(self, resolved: ResolvedDifference, number: str, current: bool, faint: str = "") -> list[Tokens]:
        """Title, apparatus, note, and the rule that parts it from the next.

        `faint` says of one only suggested that it is. The keys told of there act on the one in hand, so the others
        say neither this nor their note, which of suggestions asks the same again and again.
        """
        rows = [self._title(resolved, number, current, faint=bool(faint)), ()]
        rows += (
            self._interlinear(resolved, current) if self._one_quotation(resolved) else self._columns(resolved, current)
        )
        said = (resolved.difference.note, faint) if current or not faint else ()
        for note in filter(None, said):
            rows += [(), *self._note(note, current and not faint)]
        return [*rows, (), ((self.glyphs.rule * (self.width - 1), "border", "background", ""),)]

    def _one_quotation(self, resolved: ResolvedDifference) -> bool:
        texts = [_words(quoted) for quoted in resolved.values]
        plain = not any(getattr(quoted.claim, "value", "") for quoted in resolved.values)
        return resolved.difference.kind == "variant" and plain and interlinear.alike(texts)

    def _title(self, resolved: ResolvedDifference, number: str, current: bool, *, faint: bool) -> Tokens:
        kind = resolved.difference.kind
        number = f" {number}" if faint else number
        chip = f" {self.glyphs.kind(kind)} {kind} "
        ink = "foreground" if kind == "conflict" else "warning"
        room = self.width - cell_len(chip) - cell_len(number) - 1
        about = pad(" " + fit(resolved.difference.about, room - 1, self.glyphs.more), room)
        if faint:
            bold = "b" if current else ""
            number = f"{number} "
            return (
                (chip, "dim", "background", "i"),
                (about, "dim", "background", bold),
                (number, "dim", "background", ""),
            )
        return (
            (chip, ink, LIGHT[kind], "b"),
            (about, "foreground", "background", "b" if current else ""),
            (f"{number} ", "accent" if current else "dim", "background", "b" if current else ""),
        )

    def _note(self, note: str, current: bool) -> list[Tokens]:
        text = " ".join(note.split())
        lines = wrap(text, min(NOTE, self.width - 4))
        return [((" " + text[a:b], "foreground" if current else "dim", "background", ""),) for a, b in lines]

    # -- values side by side

    def _columns(self, resolved: ResolvedDifference, current: bool) -> list[Tokens]:
        sources = self.hand.resolved.briefing.sources
        values = {source.id: [v for v in resolved.values if v.source.id == source.id] for source in sources}
        shown = [source.id for source in sources]
        most = max((self.width - 1) // NARROWEST, 1)
        while len(shown) > most and any(not values[source] for source in shown):
            shown.remove(next(source for source in reversed(shown) if not values[source]))
        rows: list[Tokens] = []
        for first in range(0, len(shown), most):
            group = shown[first : first + most]
            each = (self.width - 1) // len(group)
            marks = dict(zip(resolved.values, interlinear.unshared([_words(v) for v in resolved.values]), strict=True))
            cells = [self._column(resolved, source, values[source], marks, each, current) for source in group]
            rows += [()] * bool(rows) + list(_beside(cells, each))
        return rows

    def _column(
        self,
        resolved: ResolvedDifference,
        source_id: str,
        values: Sequence[Quotation],
        marks: dict[Quotation, list[tuple[int, int]]],
        width: int,
        current: bool,
    ) -> list[Tokens]:
        at = self.hand.letters[source_id]
        source = self.hand.resolved.briefing.sources[at]
        name, stated = self.hand.name(source)
        paragraph = f"{self.glyphs.paragraph}{values[0].paragraph}" if values and values[0].paragraph else ""
        room = width - 4 - cell_len(paragraph) - 2
        if not stated and room < cell_len(name):
            name = "not stated"
        elif self.hand.bare and name == source.file_name and room <= cell_len(name):
            name = name.rpartition(".")[0] or name
        head: Tokens = (
            (f" {source.letter} ", "page", f"mark:{at}", "b"),
            (
                " " + pad(fit(name, room - 1, self.glyphs.more), room),
                "foreground",
                "background",
                "b" if stated else "i",
            ),
            (paragraph, "dim", "background", ""),
        )
        rows = [head]
        if not values or source_id not in self.hand.resolved.documents:
            rows += [((" ", "dim", "background", ""), *line) for line in self._absent(resolved, at, width - 4)]
        stripe: Token = (self.glyphs.bar if current else self.glyphs.faint_bar, f"mark:{at}", "background", "")
        for quoted in values:
            value = getattr(quoted.claim, "value", "")
            if value:
                rows += [(stripe, (value[a:b], "foreground", "background", "b")) for a, b in wrap(value, width - 3)]
            rows += [(stripe, *line) for line in self._context(quoted, marks[quoted], width - 3)]
            rows += [(stripe, *line) for line in self._told(quoted, width - 3)]
        return rows

    def _context(self, quoted: Quotation, marks: list[tuple[int, int]], width: int) -> Iterator[Tokens]:
        text, shift = _around(quoted, self.glyphs.more)
        lit = [(start + shift, end + shift) for start, end in marks]
        for a, b in wrap(text, width):
            yield tuple(_marked(text, a, b, lit, "prose"))

    def _told(self, quoted: Quotation, width: int) -> Iterator[Tokens]:
        """Under words that are not the source's, how they stand and the author's own; else what turns these round."""
        if failed(quoted):
            status = fit(f"{MARK} {quoted.anchor.status.value}", width, self.glyphs.more)
            yield ((status, "warning", "background", "b"),)
        for text in told(quoted, self._letters) or beside(quoted):
            yield from (((text[a:b], "foreground", "background", ""),) for a, b in wrap(text, width))

    def _absent(self, resolved: ResolvedDifference, at: int, width: int) -> Iterator[Tokens]:
        """How a source stands that is no side, and where it may speak of the matter the passage that does."""
        from tui.evidence.mentions import mentions

        source, told = self.hand.resolved.briefing.sources[at], self.hand.resolved
        how = told.sides(resolved)[at] if source.id in told.documents else Carriage.UNKNOWN
        yield from self._carriage(how, width)
        span = mentions(told, resolved).get(source.id) if how is Carriage.UNCOMPARED else None
        if span is None:
            return
        document = told.documents[source.id]
        paragraph = document.paragraph_at(span.start)
        text = " ".join(document.text[slice(*span)].split())
        text = fit(text, 2 * AROUND, self.glyphs.more)
        text = f"{self.glyphs.paragraph}{paragraph.number if paragraph else 0} {text}"
        yield from (((text[a:b], "dim", "background", ""),) for a, b in wrap(text, width))

    def _carriage(self, how: Carriage, width: int) -> list[Tokens]:
        said = f"{self.glyphs.carriage(how)} {how}"
        return [((said[a:b], "dim", "background", ""),) for a, b in wrap(said, width)]

    # -- wordings interlinear

    def _interlinear(self, resolved: ResolvedDifference, current: bool) -> list[Tokens]:
        values = sorted(resolved.values, key=lambda quoted: self.hand.letters[quoted.source.id])
        rows: list[Tokens] = [*self._names(values), ()]
        aligned = interlinear.slots([_words(quoted) for quoted in values])
        for number, block in enumerate(interlinear.blocks(aligned, self.width - 4)):
            rows += [()] * bool(number)
            rows += [self._wording(quoted, n, block, current) for n, quoted in enumerate(values)]
        for quoted in values:
            unread = [] if quoted.document else self._carriage(Carriage.UNKNOWN, self.width - 4)
            lines = [*unread, *self._told(quoted, self.width - 4)]
            rows += [(*self._mark(quoted, current), *line) for line in lines]
        return rows

    def _names(self, values: Sequence[Quotation]) -> list[Tokens]:
        """Whose the wordings are: in one row, or in several where that is too wide."""
        rows: list[Tokens] = [()]
        for name in map(self._name, values):
            if rows[-1] and _width((*rows[-1], *name)) > self.width + 2:  # its last gap may hang over the edge
                rows.append(())
            rows[-1] += name
        return rows

    def _name(self, quoted: Quotation) -> Tokens:
        at = self.hand.letters[quoted.source.id]
        name, stated = self.hand.name(quoted.source)
        paragraph = f"{self.glyphs.paragraph}{quoted.paragraph}" if quoted.paragraph else ""
        return (
            (f" {quoted.source.letter} ", "page", f"mark:{at}", "b"),
            (f" {fit(name, 24, self.glyphs.more)}  ", "foreground", "background", "b" if stated else "i"),
            (f"{paragraph}    ", "dim", "background", ""),
        )

    def _mark(self, quoted: Quotation, current: bool) -> Tokens:
        at = self.hand.letters[quoted.source.id]
        stripe = self.glyphs.bar if current else self.glyphs.faint_bar
        return (quoted.source.letter, f"mark:{at}", "background", "b"), (stripe, f"mark:{at}", "background", "")

    def _wording(self, quoted: Quotation, number: int, block: Sequence[interlinear.Slot], current: bool) -> Tokens:
        tokens = list(self._mark(quoted, current))
        for slot in block:
            text = slot.texts[number]
            gap = " " * (interlinear.slot_width(slot) - cell_len(text) + 1)
            if slot.same:
                tokens.append((text + gap, "foreground" if number == 0 else "dim", "background", ""))
            else:
                tokens += [(text, "foreground", "differ", "b"), (gap, "foreground", "background", "")]
        return tuple(tokens)


def _words(quoted: Quotation) -> str:
    return " ".join(quoted.text.split()).strip('“”"')


def _around(quoted: Quotation, more: str) -> tuple[str, int]:
    """The quotation in its passage, cut to some words around it, and how far the quotation's offsets move."""
    words = _words(quoted)
    document, span = quoted.document, quoted.anchor.span
    if document is None or span is None:
        return words, 0
    index = document.passage_at(span.start)
    passage = document.passages[index] if index is not None else Span(span.start, span.end)
    start, end = min(passage.start, span.start), max(passage.end, span.end)
    before = " ".join(document.text[start : span.start].split(" "))
    after = document.text[span.end : end]
    if len(before) > AROUND:
        before = more + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + more
    inner = document.text[span.start : span.end].replace("\n", " ")
    before = before.replace("\n", " ")
    lead = inner.find(words[:8]) if words else 0
    return before + inner + after.replace("\n", " "), len(before) + max(lead, 0)


def _marked(text: str, start: int, end: int, lit: Sequence[tuple[int, int]], ink: str) -> Iterator[Token]:
    at = start
    for a, b in lit:
        a, b = max(a, at), min(b, end)
        if a >= b:
            continue
        yield (text[at:a], ink, "background", "")
        yield (text[a:b], "foreground", "differ", "b")
        at = b
    yield (text[at:end], ink, "background", "")


def _beside(columns: Sequence[Sequence[Tokens]], width: int) -> Iterator[Tokens]:
    for number in range(max(map(len, columns))):
        row: list[Token] = []
        for column in columns:
            tokens = column[number] if number < len(column) else ()
            row += [*tokens, (" " * max(width - _width(tokens), 0), "foreground", "background", "")]
        yield tuple(row)


def _width(tokens: Tokens) -> int:
    return sum(cell_len(token[0]) for token in tokens)
