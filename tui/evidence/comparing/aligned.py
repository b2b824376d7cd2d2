"""Two passages laid word to word, and how firmly two places of them correspond: the slot test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.evidence.comparing.links import SAME
from tui.evidence.comparing.scoring import Match, Scale
from tui.evidence.comparing.sentences import Sentence

FALL = 0.2
_OF_SAME = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Passages `a` and `b` with the words that go together; `score` is their link score."""

    a: Sentence
    b: Sentence
    score: float
    scale: Scale
    matches: list[Match] = field(init=False)
    to_b: dict[int, Match] = field(init=False)
    to_a: dict[int, Match] = field(init=False)

    def __post_init__(self) -> None:
        matches = self.scale.matches(self.a, self.b)
        object.__setattr__(self, "matches", matches)
        object.__setattr__(self, "to_b", {match.a: match for match in matches})
        object.__setattr__(self, "to_a", {match.b: match for match in matches})

    def slot(self, a: tuple[int, int], b: tuple[int, int], *, leave: Iterable[str] = (), fall: float = FALL) -> float:
        """The aligned weight around two places, each a first and last token, falling by `fall` a content word.

        What stands at the places themselves does not count, nor do the forms in `leave`.
        """
        spared = frozenset(leave)
        inner_a, inner_b = _ranks(self.a, a), _ranks(self.b, b)
        total = 0.0
        for match in self.matches:
            away_a, away_b = _away(match.a, inner_a), _away(match.b, inner_b)
            if away_a and away_b and self.form(match) not in spared:
                total += match.weight * max(0.0, 1 - fall * max(away_a, away_b))
        return total

    def least(self, weight: float) -> float:
        """The least aligned weight asked for: seven tenths of it where the passages say the same as a whole."""
        return weight * _OF_SAME if self.score >= SAME else weight

    def form(self, match: Match) -> str:
        """The compared form of the first passage's word of a match."""
        return self.a.tokens[self.a.content[match.a]].form

    def alike(self, one: str, other: str) -> float:
        """How alike two forms are, 0..1."""
        return 1.0 if one == other else self.scale.likeness.get(one, {}).get(other, 0.0)


def _ranks(sentence: Sentence, place: tuple[int, int]) -> tuple[int, int]:
    """The content places covered: `[first, last]`; a place without content words lies between two (first > last)."""
    first, last = sentence.rank[place[0]], sentence.rank[place[1]]
    return first, last if sentence.tokens[place[1]].content else last - 1


def _away(at: int, inner: tuple[int, int]) -> int:
    """How many content words lie from `at` to the place, at least 1; 0 inside it."""
    first, last = inner
    if first <= at <= last:
        return 0
    return first - at if at < first else at - last
