"""What the sources tell the footer: the source in focus, or the hits being walked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.briefing.model import Source
from tui.reader.hand import called
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, width_of
from tui.reader.walk import Walk

ROOM = 24  # cells kept for where the hit is
UNSTATED = "outlet not stated"
UNSTATED_FROM = 80  # columns from which it is said; in fewer the letter is enough
FILED_FROM, LONGEST_FILE = 100, 28  # columns from which the file of a source nobody named is told, and its cells
_KEYS = (("hit.next", "next"), ("hit.previous", "previous"), ("search.open", "change"))


def walking(walk: Walk, ink: Ink, keys_of: Callable[[str], str], width: int) -> list[Run]:
    """`/korea  4/20 in reading order  n next  N previous  / change  Esc back to 3.1`; keys that do not fit drop, Escape
    last, the first of them after what the count means: the list of the search has the hits in another order."""
    red, bold, dim = ink("accent", "panel", "b"), ink("foreground", "panel", "b"), ink("dim", "panel")
    keys = _KEYS if walk.sign == "/" else _KEYS[:2]  # only a search can be changed
    lead: list[Run] = [
        (walk.sign if walk.sign == "/" else walk.sign + " ", red),
        (fit(walk.query, max(width // 4, 8), ink.glyphs.more) + "  ", bold),
        (walk.count, red),
    ]
    texts: list[list[Run]] = [
        [(f"  {keys_of(ids)} ", bold), (word, dim)] for ids, word in (*keys, ("go.back", walk.way_back))
    ]
    for words, cells in _meant(walk, sum(map(width_of, texts)) + ROOM, width_of(texts[0]) + width_of(texts[-1]) + 2):
        if width_of(lead) + len(words) + cells <= width:
            lead.append((words, dim))
            while len(texts) > 2 and width_of(lead) + sum(map(width_of, texts)) + ROOM > width:
                del texts[-2]
            break
    while len(texts) > 1 and width_of(lead) + sum(map(width_of, texts)) + 2 > width:
        del texts[-2]
    return [*lead, *(run for text in texts for run in text)]


def _meant(walk: Walk, roomy: int, tight: int) -> Iterator[tuple[str, int]]:
    """What may be said of the count, the most first, and the cells that other things need beside it."""
    if walk.sign != "/":
        return
    if walk.elsewhere:
        yield f" in reading order, {walk.elsewhere} in other articles", roomy
        yield f"  {walk.elsewhere} elsewhere", roomy
    else:
        yield " in reading order", tight


def place(source: Source, number: int, ink: Ink, width: int, *, file: bool, share: int | None) -> list[Run]:
    """The source in focus and how far it is scrolled, for a footer of `width` cells; `file`: one without outlet is
    called by its file name."""
    there = [("  ", ink("dim", "panel")), (f"{share} %", ink("dim", "panel"))] if share is not None else []
    if width >= FILED_FROM and not called(source, by_file=file):  # that nobody stated its outlet its head says
        named = f"{source.letter} {fit(source.file_name, LONGEST_FILE, ink.glyphs.more)}"
        return [(named, ink(f"mark:{number}", "panel", "b")), *there]
    return [_name(source, number, ink, width, file=file), *there]


def hit_place(walk: Walk, source: Source, number: int, ink: Ink, width: int, *, file: bool) -> list[Run]:
    """The paragraph and the source of the hit stood on."""
    return [
        (f"{ink.glyphs.paragraph}{walk.hit.paragraph} ", ink("dim", "panel")),
        _name(source, number, ink, width, file=file),
    ]


def _name(source: Source, number: int, ink: Ink, width: int, *, file: bool) -> Run:
    words = called(source, by_file=file) or (UNSTATED if width >= UNSTATED_FROM else "")
    named = f"{source.letter} {fit(words, len(UNSTATED), ink.glyphs.more)}".rstrip()
    return named, ink(f"mark:{number}", "panel", "b")
