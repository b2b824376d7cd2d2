"""What the changes of a quotation are called where a person reads of them, and how their words stand to the source.

It is decided here alone: screen, command line and export have their own words for each `How`, and nothing to decide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from typing import Final, NamedTuple

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.model import Change

OTHERWISE: Final = "the same number written otherwise"

# How far beside words left out the next word is looked for, in characters.
_NEAR = 64

# What parts the words of one row, in texts broken into lines as well.
_SPACES = (" ", "\n")


class How(Enum):
    """How the words of a change stand to the source."""

    REPLACED = auto()  # the source has other words there
    SAME_FIGURE = auto()  # it has the same figure, written otherwise: altered, but no cause for alarm
    LEFT_OUT = auto()  # it has words there that the quotation lacks
    ELSEWHERE = auto()  # it has the quotation's words at `Told.place`, not there
    NOT_THERE = auto()  # it has them in some other place, together or apart
    NOWHERE = auto()  # it does not have them


class Place(NamedTuple):
    """Where words stand, as a person looks for it; `paragraph` is 0 in an empty document."""

    paragraph: int
    span: Span

    def __str__(self) -> str:
        return f"¶{self.paragraph}, characters {self.span.start}–{self.span.end}"


class Told(NamedTuple):
    """What is told as one: `kind` in a word, the words of both sides, and the `place` where the source has `found`.

    Words left out have a word of the source `beside` them, which they stand right before or, `behind`, right behind.
    """

    how: How
    kind: str
    quoted: str
    found: str
    place: Place
    beside: str = ""
    behind: bool = False


def place(document: Document, span: Span) -> Place:
    """The paragraph in which `span` of the document begins, and the span."""
    paragraph = document.paragraph_at(span.start)
    return Place(paragraph.number if paragraph else 0, span)


def tell(document: Document, quote: str, changes: Sequence[Change]) -> list[Told]:
    """What is said of the changes of `quote` placed in `document`; words added or left out in a row are one."""
    return [_told(document, quote, change) for change in _in_rows(document.text, quote, changes)]


def sentence(told: Told, words: Callable[[str], str]) -> str:
    """`quoted “64,000”, the source has “54,000”`: what the command line says. `words` puts words in their marks."""
    quoted, found = words(told.quoted), words(told.found)
    match told.how:
        case How.REPLACED:
            return f"quoted {quoted}, the source has {found}"
        case How.SAME_FIGURE:
            return f"quoted {quoted}, the source has {found}, {OTHERWISE}"
        case How.LEFT_OUT:
            where = f" {'after' if told.behind else 'before'} {words(told.beside)}" if told.beside else ""
            return f"the source also has {found}{where}"
        case How.ELSEWHERE:
            return f"{quoted} stands elsewhere in the source, at {told.place}"
        case How.NOT_THERE:
            return f"{quoted} is not in the source there"
        case How.NOWHERE:
            return f"{quoted} is not in the source"


def _in_rows(text: str, quote: str, changes: Sequence[Change]) -> Iterator[Change]:
    """The changes, those that only add or only leave out plain words right behind each other being one."""
    row: Change | None = None
    for change in changes:
        longer = row and _joined(text, quote, row, change)
        if row and not longer:
            yield row
        row = longer or change
    if row:
        yield row


def _joined(text: str, quote: str, one: Change, other: Change) -> Change | None:
    """Both changes as one where nothing but a space or the end of a line parts them, or None."""
    if one.kind != other.kind or one.elsewhere or other.elsewhere:
        return None
    quoted_span, span = Span(one.quoted_span.start, other.quoted_span.end), Span(one.span.start, other.span.end)
    beside_quoted = quote[one.quoted_span.end : other.quoted_span.start] in _SPACES
    beside = text[one.span.end : other.span.start] in _SPACES
    if one.kind == "added" and one.span == other.span and beside_quoted:
        return Change("added", quote[slice(*quoted_span)], "", quoted_span, span)
    if one.kind == "missing" and one.quoted_span == other.quoted_span and beside:
        return Change("missing", "", text[slice(*span)], quoted_span, span)
    return None


def _told(document: Document, quote: str, change: Change) -> Told:
    told = Told(_how(document, change), _kind(change), change.quoted, change.found, place(document, change.span))
    if told.how is not How.LEFT_OUT:
        return told
    behind = not any(map(str.isalnum, quote[change.quoted_span.start :]))
    return told._replace(beside=_beside(document.text, change.span, behind), behind=behind)


def _beside(text: str, span: Span, behind: bool) -> str:
    """The word of the text right before `span` where that stands `behind` it, else the one right behind."""
    from tui.evidence.normal import normalise  # and not before the first quotation is read
    from tui.evidence.words import words

    low = max(0, span.start - _NEAR) if behind else span.end
    near = normalise(text[low : span.start if behind else span.end + _NEAR], joined=False)
    found = words(near.text)
    if not found:
        return ""
    word = near.span(*found[-1 if behind else 0][1:])
    return text[low + word.start : low + word.end]


def _how(document: Document, change: Change) -> How:
    if not change.quoted:
        return How.LEFT_OUT
    if change.elsewhere:
        return How.ELSEWHERE
    if not change.found:
        return How.NOT_THERE if _has(document, change.quoted) else How.NOWHERE
    return How.SAME_FIGURE if _is_same_figure(change) else How.REPLACED


def _has(document: Document, written: str) -> bool:
    """Whether the words stand together somewhere, or each of them does."""
    from tui.evidence.exact import places
    from tui.evidence.prepared import prepare
    from tui.evidence.quoted import quoted

    prepared, sought = prepare(document), quoted(written)
    if places(prepared.text, sought.text.strip()):
        return True
    listed = sought.words(Span(0, len(sought.text)))
    return bool(listed) and all(word.text in prepared.vocabulary for word in listed)


def _kind(change: Change) -> str:
    """The kind in a word: "day" for a weekday, which programs know as a name or, without a capital, a word."""
    days = lexicon.members("weekday")
    return "day" if change.quoted.casefold() in days and change.found.casefold() in days else change.kind


def _is_same_figure(change: Change) -> bool:
    if change.kind != "number":
        return False
    from tui.evidence.figures import same_figure  # and with it the reading of figures: most changes are none

    return same_figure(change.quoted, change.found)
