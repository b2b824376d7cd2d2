"""A difference as the rules find it, in passages of the pool, before documents get the numbers they were given."""

from __future__ import annotations

from typing import NamedTuple

from tui.documents.model import Span
from tui.evidence.comparing.model import Kind
from tui.evidence.comparing.sentences import Sentence


class Side(NamedTuple):
    """One document's side: its place in the pool's order, where the value stands, and the value as read."""

    document: int
    span: Span
    value: str


class Found(NamedTuple):
    """A difference between documents. `topic` says which finds may be one: only equal topics are put together."""

    kind: Kind
    about: str
    topic: str
    sides: tuple[Side, ...]
    score: float


def side(sentence: Sentence, first: int, last: int, value: str = "") -> Side:
    """The side that tokens `first` to `last` state; the value is their own words unless another is given."""
    span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
    return Side(sentence.document, span, value or " ".join(sentence.text[span.start : span.end].split()))
