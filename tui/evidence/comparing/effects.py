"""What came of what: "fog had caused the accident", "the accident was caused by fog", "it was late because of fog"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

BEING = frozenset(("is", "was", "were", "be", "been", "are"))
_HAVING = frozenset(("had", "has", "have", "also", "probably", "likely", "apparently"))
_THIS = frozenset(("the", "this"))
_DOUBTED = frozenset(("may", "might", "could", "can", "would", "whether", "if"))
_LONGEST = 5  # words of what is named
_SHARED = 2  # words that two clauses must have in common to tell one thing, and of which one alone may have one more


class Cause(NamedTuple):
    """A cause named: its first and last token, and the forms of its words."""

    sentence: Sentence
    first: int
    last: int

    @property
    def forms(self) -> frozenset[str]:
        """What the words are compared as."""
        return frozenset(
            token.form for token in self.sentence.tokens[self.first : self.last + 1] if token.kind in ("word", "name")
        )

    @property
    def is_name(self) -> bool:
        """Whether it is somebody or something called by name alone: "Hansen" may be "the driver"."""
        return all(token.kind != "word" for token in self.sentence.tokens[self.first : self.last + 1] if token.content)


class Effect(NamedTuple):
    """What a cause is named for: the form of one noun, or when `told` those of a whole clause."""

    cause: Cause
    of: frozenset[str]
    told: bool = False

    def same(self, other: Effect) -> bool:
        """Whether both are causes of one thing, as far as the words tell."""
        shared = len(self.of & other.of)
        if not (self.told and other.told):
            return self.told == other.told and bool(shared)
        return shared >= _SHARED and min(len(self.of), len(other.of)) - shared <= 1 and not self._elsewhere(other)

    def _elsewhere(self, other: Effect) -> bool:
        """Whether each clause has a name or a number the other has not: another day, another place."""
        marks = [
            {token.form for token in one.cause.sentence.tokens if token.kind in ("name", "number")} & one.of
            for one in (self, other)
        ]
        return bool(marks[0] - marks[1]) and bool(marks[1] - marks[0])


def at_odds(one: Effect, other: Effect) -> bool:
    """Whether the two name different causes of one thing."""
    return one.same(other) and not one.cause.forms & other.cause.forms and one.cause.is_name == other.cause.is_name


def caused(sentence: Sentence, *, doubted: bool = False) -> Iterator[Effect]:
    """The effects a passage names with their causes; nothing denied, and what is only thought possible if `doubted`."""
    for index, token in enumerate(sentence.tokens):
        found = None
        if token.low in members("classes.txt", "caused"):
            found = _passive(sentence, index) if sentence.low(index - 1) in BEING else _active(sentence, index)
        elif token.low == "because" and sentence.low(index + 1) == "of":
            found = _because(sentence, index)
        if found is not None and not _denied(sentence, index, doubted=doubted):
            yield found


def _denied(sentence: Sentence, index: int, *, doubted: bool) -> bool:
    here = [sentence.low(at) for at in clause(sentence, index)]
    before = members("classes.txt", "deny") & {token.low for token in sentence.tokens[:index]}
    return bool(before) or any(negates(word) for word in here) or (not doubted and not _DOUBTED.isdisjoint(here))


def _active(sentence: Sentence, index: int) -> Effect | None:
    """ "Fog had caused the accident"; "started" says as well what somebody began."""
    if sentence.low(index) == "started" or sentence.low(index + 1) not in _THIS:
        return None
    last = index - 1
    while sentence.low(last) in _HAVING | _DOUBTED:
        last -= 1
    return _named(named_to(sentence, last), _head(sentence, index + 2))


def _passive(sentence: Sentence, index: int) -> Effect | None:
    """ "The accident was caused by fog": of what stands before, what is named first since somebody said so."""
    if sentence.low(index + 1) != "by":
        return None
    telling = members("classes.txt", "telling") | {"that"}
    here = clause(sentence, index)
    begin = max((at + 1 for at in range(here.start, index) if sentence.low(at) in telling), default=here.start)
    the = next((at for at in range(begin, index) if sentence.low(at) in _THIS), None)
    return _named(named_from(sentence, index + 2), _head(sentence, the + 1)) if the is not None else None


def _because(sentence: Sentence, index: int) -> Effect | None:
    if index == 0:
        return None
    tokens = [sentence.tokens[at] for at in clause(sentence, index - 1) if at < index]
    cause = named_from(sentence, index + 2)
    return Effect(cause, frozenset(token.form for token in tokens if token.content), True) if cause else None


def _named(cause: Cause | None, head: str) -> Effect | None:
    return Effect(cause, frozenset((head,))) if cause is not None and head else None


def _head(sentence: Sentence, at: int) -> str:
    """The form of the last of the words that stand together from token `at` on."""
    last = at - 1
    while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].content and _beside(sentence, last + 1, at):
        last += 1
    return sentence.tokens[last].form if last >= at else ""


def named_from(sentence: Sentence, at: int) -> Cause | None:
    """What is named from token `at` on, an article before it passed over."""
    at += sentence.low(at) in ("a", "an", "the")
    last = at - 1
    while last + 1 < len(sentence.tokens) and last - at + 1 < _LONGEST and _beside(sentence, last + 1, at):
        if not _goes_on(sentence, last + 1):
            break
        last += 1
    return _trimmed(sentence, at, last)


def named_to(sentence: Sentence, last: int) -> Cause | None:
    """What is named up to token `last`."""
    first = last + 1
    while first > 0 and last - first + 1 < _LONGEST and (first > last or not sentence.gap(first).strip(" -")):
        if not _goes_on(sentence, first - 1):
            break
        first -= 1
    return _trimmed(sentence, first, last)


def _goes_on(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].content or sentence.low(at) in ("of", "a", "an", "the")


def _beside(sentence: Sentence, at: int, begin: int) -> bool:
    return at == begin or not sentence.gap(at).strip(" -")


def _trimmed(sentence: Sentence, first: int, last: int) -> Cause | None:
    """The run without articles and "of" at its ends; None when nothing is left."""
    while first <= last and not sentence.tokens[first].content:
        first += 1
    while last >= first and not sentence.tokens[last].content:
        last -= 1
    return Cause(sentence, first, last) if first <= last else None
