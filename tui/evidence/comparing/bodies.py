"""Under which body something stands: one document says the interior ministry, another the ministry of agriculture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.evidence.comparing.afar import Comparing, Stated, answering, stated
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members

_LEAST = 3.0  # the weight of the words told around both: what it is that stands there
_LONGEST = 8  # tokens of a body's name, "the" and "of" counted
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))


class _Body(NamedTuple):
    """A body named: the word that leads to it, its last token, its words' forms, and the kinds of body among them."""

    lead: str
    last: int
    forms: frozenset[str]
    kinds: frozenset[str]


def differing_bodies(pool: Sequence[Sequence[Sentence]], told: Related, scale: Scale) -> Iterator[Found]:
    """Bodies under which two related documents put one thing, told apart by their words."""
    tables = [_bodies(here) for here in pool]
    comparing = Comparing(_comparable, _alike)
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        for a, b, weight in answering(one, other, comparing, scale) if (i, j) in told else ():
            if weight >= _LEAST:
                sides = side(a.sentence, a.first, a.value.last), side(b.sentence, b.first, b.value.last)
                yield Found("conflict", "reports to whom?", "body", sides, weight / 10)


def _bodies(here: Sequence[Sentence]) -> list[Stated[_Body]]:
    return [
        stated(sentence, first, body.last, body, before)
        for before, sentence in zip((None, *here), here, strict=False)
        for first, body in _named(sentence)
    ]


def _named(sentence: Sentence) -> Iterator[tuple[int, _Body]]:
    """ "Reports to X", "is run by X", "is under X", none of it denied: the first token of X, and X."""
    for index, token in enumerate(sentence.tokens):
        start = _after(sentence, index, token.low, token.form)
        if start is None or any(negates(sentence.low(at)) for at in range(clause(sentence, index).start, index)):
            continue
        first = start + (sentence.low(start) in _ARTICLES)
        if (body := _run(sentence, first, token.form)) is not None:
            yield first, body


def _after(sentence: Sentence, index: int, low: str, compared: str) -> int | None:
    """Where the body begins that the word at token `index` leads to."""
    following = sentence.low(index + 1)
    if (following == "to" and compared in _forms("subject")) or (following == "by" and compared in _forms("run")):
        return index + 2
    if low == "under" and sentence.low(index - 1) in members("classes.txt", "being"):
        return index + 1
    return None


def _forms(name: str) -> frozenset[str]:
    return frozenset(form(word) for word in members("classes.txt", name))


def _run(sentence: Sentence, first: int, lead: str) -> _Body | None:
    """The run of words from token `first` on, "of the" within, when a kind of body or the lead says it is one."""
    last = first - 1
    for at in range(first, min(len(sentence.tokens), first + _LONGEST)):
        linking = sentence.low(at) in ("of", "for", "the")
        if (at > first and sentence.gap(at).strip()) or not (sentence.tokens[at].content or linking):
            break
        last = at if not linking else last
    words = frozenset(token.form for token in sentence.tokens[first : last + 1] if token.content)
    kinds = words & _forms("body")
    return _Body(lead, last, words, kinds) if kinds or (words and lead in _forms("subject")) else None


def _comparable(one: _Body, other: _Body) -> bool:
    """Whether both name a body of one kind, or are led to by one word."""
    return bool(one.kinds & other.kinds) or one.lead == other.lead


def _alike(one: _Body, other: _Body) -> bool:
    """Whether the two may be one: a word beside the kind is common, or one of one kind has no other word."""
    rest = one.forms - one.kinds, other.forms - other.kinds
    return bool(rest[0] & rest[1]) or (bool(one.kinds & other.kinds) and not all(rest))
