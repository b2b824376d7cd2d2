"""What a denial reaches: "not only because of X" against "not because of X", "only" against "not only"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

_LEAST, _RELATED = 4.0, 0.3
_EXCLUDING = ({"not only", "not"}, {"only", "not only"})


class Scope(NamedTuple):
    """A denial or restriction: its token, the tokens it reaches, and "not", "not only" or "only"."""

    sentence: Sentence
    at: int
    reach: range
    says: str


def differing_focus(pool: Sequence[Sequence[Sentence]], scores: Scores, scale: Scale) -> Iterator[Found]:
    """Scopes of two documents about the same words that exclude each other, in passages that belong together."""
    scopes = [[scope for sentence in here for scope in _scopes(sentence)] for here in pool]
    for here, there in combinations(scopes, 2):
        for one in here:
            for other in there:
                if {one.says, other.says} not in _EXCLUDING or not _related(one.sentence, other.sentence, scores):
                    continue
                inside = _shared(one, other, scale)
                if inside >= _LEAST:
                    yield Found("conflict", f"{one.says} / {other.says}", "focus", (_side(one), _side(other)), inside)


def _scopes(sentence: Sentence) -> Iterator[Scope]:
    restricting, denying = members("classes.txt", "restrict"), members("classes.txt", "deny")
    for index, token in enumerate(sentence.tokens):
        if token.kind != "small" and token.low not in denying:
            continue
        denies = negates(token.low) or token.low in denying
        if not denies and token.low not in restricting:
            continue
        here = clause(sentence, index)
        reach = range(index + 1, here.stop)
        before = any(negates(sentence.low(at)) or sentence.low(at) in denying for at in range(here.start, index))
        if reach and not before:
            if denies:
                restricted = any(sentence.low(at) in restricting for at in reach)
                yield Scope(sentence, index, reach, "not only" if restricted else "not")
            else:
                yield Scope(sentence, index, reach, "only")


def _related(one: Sentence, other: Sentence, scores: Scores) -> bool:
    """Whether the passages, or one of them and a neighbour of the other, score as reporting one thing."""
    near = ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1))
    return max(scores.get(one.number + i, other.number + j) for i, j in near) >= _RELATED


def _shared(one: Scope, other: Scope, scale: Scale) -> float:
    """The weight of the words both scopes reach."""
    return sum(
        match.weight
        for match in scale.matches(one.sentence, other.sentence)
        if one.sentence.content[match.a] in one.reach and other.sentence.content[match.b] in other.reach
    )


def _side(scope: Scope) -> Side:
    return side(scope.sentence, scope.at, scope.reach.stop - 1)
