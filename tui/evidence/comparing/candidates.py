"""Which pairs of passages are worth a closer look, by shared weight alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Progress

_LEAST, _KEPT = 0.12, 6
# Beyond a dozen documents most pairs are chance: fewer and likelier ones keep a hundred articles within seconds.
_MANY, _LEAST_OF_MANY, _KEPT_OF_MANY = 12, 0.25, 3

# In huge pools a word that nearly every passage has is passed over when candidates are gathered.
_POSTINGS, _FEWEST_POSTED = 9_000_000, 200

_Row = Mapping[int, float]


def candidates(
    pool: Sequence[Sequence[Sentence]], scale: Scale, progress: Progress
) -> Iterator[tuple[Sentence, list[Sentence]]]:
    """Every passage with those of later documents that are the few likeliest of its row or of theirs, in order.

    `progress(done, of)` is called for every document; what it raises ends the work.
    """
    everything = [sentence for here in pool for sentence in here]
    postings: dict[str, list[int]] = {}
    for here in pool:
        for sentence in here:
            for word in sentence.where:
                postings.setdefault(word, []).append(sentence.number)
    longest = max(_FEWEST_POSTED, _POSTINGS // max(1, len(everything)))
    postings = {word: numbers for word, numbers in postings.items() if len(numbers) <= longest}
    least, kept = (_LEAST_OF_MANY, _KEPT_OF_MANY) if len(pool) > _MANY else (_LEAST, _KEPT)
    for done, here in enumerate(pool):
        progress(done, len(pool))
        later = here[-1].number + 1 if here else 0
        rows = {sentence.number: _row(sentence, later, postings, scale, least) for sentence in here}
        likeliest = _likeliest(rows, everything, kept)
        for sentence in here:
            yield sentence, [everything[b] for b in sorted(likeliest.get(sentence.number, ()))]
    progress(len(pool), len(pool))


def _row(
    sentence: Sentence, later: int, postings: Mapping[str, Sequence[int]], scale: Scale, least: float
) -> dict[int, float]:
    """Passages from number `later` on with the share of weight they have in common with this one."""
    shared: dict[int, float] = {}
    for word in sentence.where:
        for like, degree in ((word, 1.0), *scale.likeness.get(word, {}).items()):
            numbers = postings.get(like, ())
            weight = degree * scale.weights[like]
            for number in numbers[bisect_left(numbers, later) :]:
                shared[number] = shared.get(number, 0.0) + weight
    own, totals = scale.totals[sentence.number], scale.totals
    shares = ((number, 2 * weight / (own + totals[number])) for number, weight in shared.items())
    return {number: share for number, share in shares if share >= least}


def _likeliest(rows: Mapping[int, _Row], everything: Sequence[Sentence], kept: int) -> dict[int, set[int]]:
    """Row → the best few of each passage in each other document, seen from both sides."""
    likeliest: dict[int, set[int]] = {}
    columns: dict[int, list[tuple[float, int, int]]] = {}
    for a, row in rows.items():
        lines: dict[int, list[tuple[float, int, int]]] = {}
        for b, share in row.items():
            entry = (share, -a, -b)
            lines.setdefault(everything[b].document, []).append(entry)
            columns.setdefault(b, []).append(entry)
        likeliest[a] = {-b for entries in lines.values() for _, _, b in _best(entries, kept)}
    for entries in columns.values():
        for _, a, b in _best(entries, kept):
            likeliest[-a].add(-b)
    return likeliest


def _best(entries: list[tuple[float, int, int]], kept: int) -> list[tuple[float, int, int]]:
    return sorted(entries, reverse=True)[:kept] if len(entries) > kept else entries
