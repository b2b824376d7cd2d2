"""Groups → themes: the groups that speak of one matter, put together until a few sections are left.

Average-link clustering (Sokal and Michener 1958) of word vectors; nearness in the articles counts too, since a
journalist keeps together what belongs together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil, log, sqrt

from tui.drafting.pool import Pool

_FEWEST_TOGETHER, _MOST_SECTIONS = 3, 8
_NEAR, _LOPSIDED = 0.35, 1.8
_FIRST = 2  # groups of a theme that say where it begins

Group = tuple[int, ...]
Vector = Mapping[str, float]


def themes(pool: Pool, groups: Sequence[Group]) -> list[list[Group]]:
    """The groups parted into themes, both in reading order: first the theme that the articles come to first."""
    count = min(max(round(sqrt(len(groups))), 1), _MOST_SECTIONS, max(len(groups) // _FEWEST_TOGETHER, 1))
    parts = _clustered(pool, sorted(groups, key=pool.words), count)
    ordered = [sorted(part, key=lambda group: (pool.place(group), pool.words(group))) for part in parts]
    return sorted(ordered, key=lambda part: (_reached(pool, part), -sum(map(len, part)), pool.words(part[0])))


def _reached(pool: Pool, part: Sequence[Group]) -> float:
    """How far down the articles a theme begins: the mean place of its first few groups."""
    first = part[:_FIRST]
    return round(sum(map(pool.place, first)) / len(first), 2)


def vectors(pool: Pool, groups: Sequence[Sequence[int]]) -> list[Vector]:
    """Each group as a vector of unit length over word forms; a word every group has says nothing."""
    spread = Counter(form for group in groups for form in frozenset().union(*map(pool.forms, group)))
    return [_vector(pool, group, spread, len(groups)) for group in groups]


def likeness(one: Vector, other: Vector) -> float:
    """The cosine of two unit vectors."""
    short, long = sorted((one, other), key=len)
    return sum(sorted(value * long[form] for form, value in short.items() if form in long))


def _vector(pool: Pool, group: Sequence[int], spread: Mapping[str, int], groups: int) -> Vector:
    counts = Counter(form for member in group for form in pool.forms(member))
    made = {
        form: pool.weights.get(form, 0.0) * count / len(group) * log((groups + 1) / spread.get(form, 1))
        for form, count in counts.items()
    }
    length = sqrt(sum(sorted(value * value for value in made.values()))) or 1.0
    return {form: value / length for form, value in made.items() if value > 0}


def _nearness(pool: Pool, one: Group, other: Group) -> float:
    """1 where the groups' passages stand side by side in the documents both are in, falling with the distance."""
    steps = [abs(a - b) for a in one for b in other if pool.document_of(a) == pool.document_of(b)]
    return sum(1 / (1 + step / 2) for step in steps) / len(steps) if steps else 0.0


def _clustered(pool: Pool, groups: Sequence[Group], count: int) -> list[list[Group]]:
    seen = vectors(pool, groups)
    size = [1] * len(groups)
    parts: dict[int, list[Group]] = {at: [group] for at, group in enumerate(groups)}
    near = {
        (a, b): likeness(seen[a], seen[b]) + _NEAR * _nearness(pool, groups[a], groups[b])
        for a in parts
        for b in parts
        if a < b
    }
    most = ceil(_LOPSIDED * len(groups) / count)
    while len(parts) > count:
        fitting = [pair for pair in near if size[pair[0]] + size[pair[1]] <= most] or list(near)
        a, b = max(fitting, key=lambda pair: (round(near[pair], 9), -pair[0], -pair[1]))
        for other in parts:
            if other not in (a, b):
                to_a, to_b = near.pop(_pair(a, other)), near.pop(_pair(b, other))
                near[_pair(a, other)] = (size[a] * to_a + size[b] * to_b) / (size[a] + size[b])
        del near[a, b]
        parts[a] += parts.pop(b)
        size[a] += size[b]
    return list(parts.values())


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)
