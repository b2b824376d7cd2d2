"""Figures between the same neighbours: "the nine judges" against "the eight judges" in passages that say the same."""

from __future__ import annotations

from collections.abc import Iterator

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.links import SAME
from tui.evidence.comparing.sentences import Sentence

_FIRM = 0.7  # of the words of the passages, on both sides, the share that correspond
_ROUNDING = 0.06


def exchanged_figures(pair: Aligned) -> Iterator[Found]:
    """Numbers of which each stands in one passage alone, the content words beside them corresponding on both sides.

    Whatever the number counts; only where the passages correspond in nearly all their words.
    """
    if pair.score < SAME or len(pair.matches) < _FIRM * max(len(pair.a.where), len(pair.b.where)):
        return
    for rank, index in enumerate(pair.a.content):
        before, after = pair.to_b.get(rank - 1), pair.to_b.get(rank + 1)
        if rank in pair.to_b or before is None or after is None or after.b - before.b != 2:
            continue
        other = pair.b.content[before.b + 1]
        if before.b + 1 not in pair.to_a and _differ(pair.a, index, pair.b, other):
            sides = side(pair.a, index, index), side(pair.b, other, other)
            yield Found("conflict", f"number: {sides[0].value} / {sides[1].value}", "count", sides, pair.score)


def _differ(a: Sentence, one: int, b: Sentence, other: int) -> bool:
    """Whether both tokens are numbers, further apart than rounding."""
    if not a.tokens[one].kind == b.tokens[other].kind == "number":
        return False
    try:
        small, great = sorted((float(a.tokens[one].form), float(b.tokens[other].form)))
    except ValueError:
        return False
    return great - small > _ROUNDING * great
