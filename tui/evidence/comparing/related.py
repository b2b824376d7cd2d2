"""Which documents tell of one event: only what these say can be set against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.watching import Pulse
from tui.evidence.comparing.weights import rarity

BEYOND_DOUBT = 0.75
_SURE, _SAME = 3, 2  # points for a link beyond doubt, and for another of band same; a similar one has 1
_ENOUGH, _FIRM = 3, 4
_NAMES, _OF_NAMES = 2, 2  # a point for so many names in common that no other event is likely to have; points at most
_NAMELESS = 2  # times as many points for two that have names and none in common
_SHARE = 0.1  # of the passages of the shorter document, in points: long manuals have chance likenesses

Related = frozenset[tuple[int, int]]

_Table = TypeVar("_Table")


def related(pairs: Iterable[Pair], everything: Sequence[Sentence]) -> Related:
    """Pairs of documents with two links or more, one of them the same, or with one beyond doubt.

    Names in common that prose at large does not know add to what few links show. Where both have such names and none
    is common, links count half: another storm is a chance likeness. Long documents need more. Where two are both
    firmly tied to a third, they are related as well.
    """
    lengths = Counter(sentence.document for sentence in everything)
    points: Counter[tuple[int, int]] = Counter()
    for pair in pairs:
        documents = everything[pair.a].document, everything[pair.b].document
        if pair.band == "same":
            points[documents] += _SURE if pair.score >= BEYOND_DOUBT else _SAME
        elif pair.band:
            points[documents] += 1
    names = _names(everything)
    for one, other in points:
        common = len(names[one] & names[other])
        points[one, other] += min(_OF_NAMES, common // _NAMES)
        if names[one] and names[other] and not common:
            points[one, other] //= _NAMELESS
    enough = {
        (one, other): number
        for (one, other), number in points.items()
        if number >= _needed(min(lengths[one], lengths[other]))
    }
    return frozenset(enough) | _through_a_third(pair for pair, number in enough.items() if number >= _FIRM)


def together(tables: Sequence[_Table], related: Related, pulse: Pulse) -> Iterator[tuple[_Table, _Table]]:
    """What is known of one document with what is known of each later one that tells of the same event."""
    for i, one in enumerate(tables):
        pulse()
        yield from ((one, tables[j]) for j in range(i + 1, len(tables)) if (i, j) in related)


def _names(everything: Sequence[Sentence]) -> dict[int, set[str]]:
    """Document → its names that are no words of prose, countries, months or days."""
    dated = members("classes.txt", "month") | members("classes.txt", "weekday")
    found: dict[int, set[str]] = {}
    for sentence in everything:
        rare = {
            token.form
            for token in sentence.tokens
            if token.kind == "name" and token.form not in rarity() and token.low not in dated
        }
        found.setdefault(sentence.document, set()).update(name for name in rare if not name.startswith("@"))
    return found


def _needed(passages: int) -> float:
    """The points two documents need, the shorter of which has so many passages."""
    return max(min(_ENOUGH, _SAME * passages), _SHARE * passages)


def _through_a_third(firm: Iterable[tuple[int, int]]) -> Related:
    tied: dict[int, set[int]] = {}
    for one, other in firm:
        tied.setdefault(one, set()).add(other)
        tied.setdefault(other, set()).add(one)
    return frozenset(pair for near in tied.values() for pair in combinations(sorted(near), 2))
