"""Footnotes: one for each place quoted, numbered by first use, saying exactly where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.briefing.model import Evidence
from tui.documents import quoted
from tui.documents.model import Span
from tui.evidence.model import Alternative, Quotation, ResolvedBriefing, Status
from tui.evidence.telling import OTHERWISE, How, Told, tell
from tui.export.inline import Note, Piece, paragraph
from tui.export.names import Names, file_from_root

COUNTING = (
    "Character ranges count Unicode code points of an article’s text from 0, the end not included; paragraphs count "
    "from 1. Quotations stand as they do in the source, line breaks as spaces."
)

_FLAWS = {Status.ALTERED: "Altered", Status.PARTIAL: "Only in part"}
_STOPPED = re.compile(r"[.!?…][”’»\"')\]]*$")


class Footnotes:
    """Gives each quotation its mark and, at the end, all definitions in order of first use."""

    def __init__(self, briefing: ResolvedBriefing, names: Names) -> None:
        self._briefing = briefing
        self._names = names
        self._used: dict[tuple[object, ...], tuple[Note, Quotation]] = {}

    def __len__(self) -> int:
        return len(self._used)

    def mark(self, quotation: Quotation) -> Note:
        """The mark of this quotation; the same words at the same place, quoted alike, share one."""
        key: tuple[object, ...] = (quotation.source.id, quotation.anchor.span, _note(quotation))
        if quotation.anchor.status is not Status.VERIFIED:
            key = (*key, quotation.anchor.status, quotation.claim.quote)
        return self._used.setdefault(key, (Note(str(len(self._used) + 1)), quotation))[0]

    def marks(self, quotations: Iterable[Quotation]) -> list[Piece]:
        """The marks of several quotations, each once."""
        return list(dict.fromkeys(self.mark(quotation) for quotation in quotations))

    def definitions(self) -> list[str]:
        """`[^1]: CNN, paragraph 9: “…”. seeds/a.txt, characters 1276–1365.`, one block each."""
        # A definition's text is never at the start of a line, but a formatter treats it as if it were.
        return [f"[^{note.label}]: {paragraph(self._text(quotation))}" for note, quotation in self._used.values()]

    def _text(self, quotation: Quotation) -> list[Piece]:
        place: Piece = f", paragraph {quotation.paragraph}" if quotation.paragraph is not None else ""
        words = f": {stopped(quoted(quotation.text))} "
        note = _note(quotation)
        return [
            *self._names.of(quotation.source),
            place,
            words,
            *self._standing(quotation),
            f" Note: {_ended(note)}" if note else "",
        ]

    def _standing(self, quotation: Quotation) -> list[Piece]:
        """Where the words stand, and what is wrong with the quotation when something is."""
        file, anchor = file_from_root(quotation.source), quotation.anchor
        if quotation.document is None:
            return [f"{file}. The source could not be read, so the words are the briefing’s and not proved."]
        if anchor.status is Status.MISATTRIBUTED:
            return [f"{file}. Not found there. The same words stand in ", *self._elsewhere(anchor.alternatives), "."]
        if anchor.span is None:
            return [f"{file}. Not found in the source: the words are the briefing’s."]
        return [f"{file}, {_characters(anchor.span)}.", *self._flaw(quotation)]

    def _flaw(self, quotation: Quotation) -> list[Piece]:
        anchor = quotation.anchor
        if anchor.status in _FLAWS and quotation.document:
            words = quotation.claim.quote
            changes = ", ".join(map(_change, tell(quotation.document, words, anchor.changes)))
            claimed = f" {_FLAWS[anchor.status]}: the briefing quotes {quoted(words)}"
            return [claimed + (f", which {changes}." if changes else ".")]
        if anchor.status is Status.AMBIGUOUS:
            return [" Not the only place: also ", *self._elsewhere(anchor.alternatives), "."]
        return []

    def _elsewhere(self, alternatives: tuple[Alternative, ...]) -> list[Piece]:
        pieces: list[Piece] = []
        sources = {source.id: source for source in self._briefing.briefing.sources}
        for place, alternative in enumerate(alternatives):
            source = sources.get(alternative.source)
            pieces.append("; " if place else "")
            pieces.extend([*self._names.of(source), f", {file_from_root(source)}, "] if source else [])
            pieces.append(_characters(alternative.span))
        return pieces or ["another place"]


def stopped(words: str) -> str:
    """Quoted words as the end of a sentence: a stop of their own, inside the marks, is enough."""
    return words if _STOPPED.search(words) else f"{words}."


def _ended(note: str) -> str:
    """The note, ending so that CommonMark, which knows no footnotes, cannot take it for the title of a link."""
    return note if note[-1].isalnum() or note[-1] in ".!?…" else f"{note}."


def _note(quotation: Quotation) -> str:
    return quotation.claim.note.strip() if isinstance(quotation.claim, Evidence) else ""


def _characters(span: Span) -> str:
    return f"characters {span.start}–{span.end}"


def _change(told: Told) -> str:
    words, found = quoted(told.quoted), quoted(told.found)
    match told.how:
        case How.REPLACED:
            return f"has {words} for {found} ({told.kind})"
        case How.SAME_FIGURE:
            return f"has {words} for {found} ({OTHERWISE})"
        case How.LEFT_OUT:
            return f"leaves out {found} ({told.kind})"
        case How.ELSEWHERE:
            return f"adds {words} from {_characters(told.place.span)}"
        case How.NOT_THERE | How.NOWHERE:
            return f"adds {words} ({told.kind})"
