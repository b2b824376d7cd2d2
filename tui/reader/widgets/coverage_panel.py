"""The panel beside the coverage matrix: sources with bars, blind spots, what one alone or everybody says, signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.evidence.model import Carriage
from tui.reader.coverage_rows import Summary, summary
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, pad, strip, whole, width_of
from tui.reader.unproved import MARK

if TYPE_CHECKING:
    from tui.evidence.uncovered import Fact

BAR = 19
NAMED, LETTERS = 4, 6  # facts named of those no statement covers, and sources of each
COUNT_WORDS = {2: "Both", 3: "All three", 4: "All four", 5: "All five", 6: "All six"}


Meaning = tuple[str, str, str]  # what a sign says: beside the matrix, below it, below it where that is narrow


def legend(hand: Hand, ink: Ink) -> list[tuple[str, Meaning]]:
    """The signs of the matrix and what they say; the last two only where they occur."""
    glyphs = ink.glyphs
    unread = len(hand.resolved.documents) < len(hand.resolved.briefing.sources)
    unknown = str(Carriage.UNKNOWN)
    return [
        (glyphs.verified, ("words found as quoted", "as quoted", "as quoted")),
        (glyphs.partly, ("altered, or carried in part", "altered or in part", "in part")),
        (glyphs.conflict, ("says otherwise", "otherwise", "otherwise")),
        (glyphs.silent, ("silent", "silent", "silent")),
        (glyphs.alone, ("one source alone", "one alone", "alone")),
        *([(glyphs.unknown, (unknown, unknown, "not read"))] if unread else []),
        *([(MARK, ("not as the source has it", "not so", "not so"))] if hand.amiss else []),
    ]


def legend_runs(hand: Hand, ink: Ink, width: int) -> list[Run]:
    """The signs in one row, for a narrow terminal: in a word or two each, the last of them dropped where need be."""
    signs = legend(hand, ink)
    for length in (1, 2):
        items = [[(f" {sign} {meaning[length]} ", ink("dim"))] for sign, meaning in signs]
        kept = whole(items, width)
        if len(kept) == len(items):
            break
    return kept


class Panel:
    """What is said over the whole briefing, worked out once for a briefing and its inks."""

    def __init__(self, hand: Hand, ink: Ink, facts: Sequence[Fact] = ()) -> None:
        self.hand = hand
        self.facts = facts  # what no statement covers
        self.ink = ink
        self._resolved = hand.resolved
        self.found = summary(hand.resolved)
        self._made: dict[tuple[int, int], list[list[Run]]] = {}

    def holds(self, hand: Hand, ink: Ink) -> bool:
        """Whether it is still of this briefing, in these inks."""
        return self.ink is ink and self._resolved is hand.resolved

    def row(self, y: int, height: int, width: int) -> list[Run]:
        """Row `y` of `height`, `width` cells after the hairline; a rule reaches from edge to edge."""
        signs = legend(self.hand, self.ink)
        foot = height - len(signs)
        if y >= foot and foot > 4:
            sign, meaning = signs[y - foot]
            return [(f" {sign} ", self.ink(attributes="b")), (meaning[0], self.ink("dim"))]
        if y == foot - 1 and foot > 4:
            return self._rule(width)
        size = (width, max(foot - 1, 1))
        rows = self._made.get(size)
        if rows is None:
            rows = self._made[size] = self._rows(*size)
        return rows[y] if y < len(rows) else []

    def _rule(self, width: int) -> list[Run]:
        return [(self.ink.glyphs.rule * (width + 1), self.ink("border"))]

    def _rows(self, width: int, height: int) -> list[list[Run]]:
        found = self.found
        rows = [row for group in self._sources(found, width) for row in group][: max(height - 2, 1)]
        rows.append(self._rule(width))
        rest = [
            *self._blind(found, width),
            *self._uncovered(width),
            *self._alone(found, width),
            *self._everybody(found, width),
        ]
        return (rows + rest)[:height]

    def _sources(self, found: Summary, width: int) -> Iterator[list[list[Run]]]:
        ink = self.ink
        sources = self.hand.resolved.briefing.sources
        for at, source in enumerate(sources):
            name, stated = self.hand.name(source)
            read = source.id in self.hand.resolved.documents
            count = f"{found.by_source[source.id]} of {found.total}" if read else "not read"
            room = width - 5 - len(count) - 1
            head: list[Run] = [
                (" ", ink()),
                (f" {source.letter} ", ink("page", f"mark:{at}", "b")),
                (" ", ink()),
                (pad(fit(name, room - 1, ink.glyphs.more), room), ink(attributes="b" if stated else "i")),
                (count, ink("dim")),
            ]
            length = min(BAR, max(found.total, 1))
            full = round(length * found.by_source[source.id] / max(found.total, 1))
            bar: list[Run] = [
                (" " * 5, ink()),
                (ink.glyphs.rubric * full, ink(f"mark:{at}")),
                (ink.glyphs.rule * (length - full), ink("border")),
            ]
            yield [head, bar, []] if len(sources) <= 5 else [head]

    def _blind(self, found: Summary, width: int) -> Iterator[list[Run]]:
        if not found.blind:
            return
        ink = self.ink
        yield [(" Blind spot" + ("s" if len(found.blind) > 1 else ""), ink("warning", attributes="b"))]
        for source, section in found.blind:
            at = self.hand.letters[source]
            runs: list[Run] = [
                (f" {self.hand.resolved.briefing.sources[at].letter} ", ink(f"mark:{at}", attributes="b")),
                ("silent on ", ink("dim")),
                (f"{section.number} ", ink("accent", attributes="b")),
            ]
            yield [*runs, (fit(section.section.title, width - width_of(runs) - 1, ink.glyphs.more), ink())]
        yield []

    def _uncovered(self, width: int) -> Iterator[list[Run]]:
        """What no statement covers: facts of several sources are named, passages of one counted."""
        if not self.facts:
            return
        ink = self.ink
        sources = self.hand.resolved.briefing.sources
        yield [(" Not yet covered", ink("warning", attributes="b"))]
        several = [fact for fact in self.facts if len(fact.sources) > 1]
        for fact in several[:NAMED]:
            letters: list[Run] = [(" ", ink())]
            for name in fact.sources[:LETTERS]:
                at = self.hand.letters[name]
                letters.append((sources[at].letter, ink(f"mark:{at}", attributes="b")))
            source, span = fact.passages[0]
            words = " ".join(self.hand.resolved.documents[source].text[slice(*span)].split())
            yield [*letters, (" " + fit(words, width - width_of(letters) - 2, ink.glyphs.more), ink())]
        rest = len(several) - NAMED
        if rest > 0:
            yield [(f"   and {rest} more of several sources", ink("dim"))]
        if alone := len(self.facts) - len(several):
            yield [(f"   {alone} passage{'s' if alone > 1 else ''} of one source", ink("dim"))]
        yield []

    def _alone(self, found: Summary, width: int) -> Iterator[list[Run]]:
        if not found.alone:
            return
        ink = self.ink
        yield [(f" {ink.glyphs.alone} One source alone", ink("warning", attributes="b"))]
        for at, source in enumerate(self.hand.resolved.briefing.sources):
            for n, line in enumerate(_numbers(found.alone.get(source.id, ()), width - 4)):
                letter = source.letter if n == 0 else " "
                yield [(f" {letter} ", ink(f"mark:{at}", attributes="b")), (line, ink())]
        yield []

    def _everybody(self, found: Summary, width: int) -> Iterator[list[Run]]:
        count = len(self.hand.letters)
        if not found.everybody or count < 2:
            return
        yield [(" " + COUNT_WORDS.get(count, f"All {count}"), self.ink(attributes="b"))]
        for line in _numbers(found.everybody, width - 4):
            yield [("   " + line, self.ink())]


def _numbers(numbers: Sequence[str], width: int) -> Iterator[str]:
    line = ""
    for one in numbers:
        if line and len(line) + 2 + len(one) > width:
            yield line
            line = ""
        line += ("  " if line else "") + one
    if line:
        yield line


def foot(panel: Panel, width: int, row: int) -> Strip:
    """Row `row` below the matrix where no panel stands beside it: a rule, the first blind spot, the signs."""
    hand, ink = panel.hand, panel.ink
    if row == 0:
        return strip([(ink.glyphs.rule * width, ink("border"))], width, ink())
    if row == 2:
        return strip(legend_runs(hand, ink, width), width, ink())
    blind = panel.found.blind
    if not blind:
        return strip([(" No source is silent on a section", ink("dim"))], width, ink())
    source, section = blind[0]
    at = hand.letters[source]
    letter = hand.resolved.briefing.sources[at].letter
    more = f"  and {len(blind) - 1} more" if len(blind) > 1 else ""
    left: list[Run] = [
        (" Blind spot ", ink("warning", attributes="b")),
        (letter, ink(f"mark:{at}", attributes="b")),
        (f" is silent on {section.number} ", ink()),
    ]
    title = fit(section.section.title, width - width_of(left) - len(more), ink.glyphs.more)
    return strip([*left, (title + more, ink())], width, ink())
