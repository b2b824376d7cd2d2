"""What the sections tell under their heads and in the footer: who speaks how often, and what is in hand."""

from __future__ import annotations

from collections.abc import Sequence

from tui.briefing.model import Source
from tui.evidence.model import ResolvedSection
from tui.reader.hand import Hand, called
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit

UNSTATED = "not stated"
SPELLED_FROM, NAMED_FROM = 100, 72  # columns from which all sources are named, and from which one is
FILED_FROM = 201  # columns from which a source nobody named is told by its file: wider than every picture


def speaking(section: ResolvedSection, hand: Hand, ink: Ink) -> list[Run]:
    """How many statements of a section each source speaks to."""
    runs = list[Run]()
    for number, source in enumerate(hand.resolved.briefing.sources):
        count = section.tally[source.id]
        if runs:
            runs.append((" ", ink()))
        unread = source.id not in hand.resolved.documents
        says = str(count) if count else ink.glyphs.unknown if unread else ink.glyphs.silent
        runs.append((source.letter + says, ink(f"mark:{number}" if count else "warning", attributes="b")))
    return runs


def where(hand: Hand, ink: Ink, width: int) -> list[Run]:
    """The right end of a footer of `width` cells."""
    sources = hand.resolved.briefing.sources
    names = [_name(hand, source, width) for source in sources]
    if names.count(UNSTATED) > 1:  # once tells it; more often it takes the cells of the keys
        names = ["" if name == UNSTATED else name for name in names]
    if width >= SPELLED_FROM and sum(len(name) + 4 for name in names) < width // 2:
        return _key(hand, ink, names)
    section = hand.section
    of = f"{hand.place.statement + 1} of {len(section.statements)}" if section and section.statements else ""
    if width < NAMED_FROM:
        return [(of, ink("dim", "panel"))]
    return [*_in_hand(hand, ink, width), (f"statement {of}" if of else "", ink("dim", "panel"))]


def _key(hand: Hand, ink: Ink, names: Sequence[str]) -> list[Run]:
    runs: list[Run] = []
    for number, source in enumerate(hand.resolved.briefing.sources):
        gap = "  " if number and names[number - 1] else ""
        runs.append((f"{gap}{source.letter} ", ink(f"mark:{number}", "panel", "b")))
        stated = called(source, by_file=hand.bare)
        runs.append((names[number], ink("dim", "panel", "" if stated else "i")))
    return runs


def _name(hand: Hand, source: Source, width: int) -> str:
    return called(source, by_file=hand.bare) or (source.file_name if width >= FILED_FROM else UNSTATED)


def _in_hand(hand: Hand, ink: Ink, width: int) -> list[Run]:
    quoted = hand.quotation
    if quoted is None:
        return []
    source = quoted.source
    where = f" {ink.glyphs.paragraph}{quoted.paragraph}" if quoted.paragraph else ""
    name = fit(_name(hand, source, width), 16, ink.glyphs.more)
    mark = ink(f"mark:{hand.letters[source.id]}", "panel", "b")
    return [(f"{source.letter} {name}{where}   ", mark)]
