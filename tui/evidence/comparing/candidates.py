"""Which pairs of passages are worth a closer look, by shared weight alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest

from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Progress

_LEAST, _KEPT = 0.12, 6
# Beyond a dozen documents most pairs are chance: fewer and likelier ones keep a hundred articles within seconds.
_MANY, _LEAST_OF_MANY, _KEPT_OF_MANY = 12, 0.25, 3

# In huge pools a word that nearly every passage has is passed over when candidates are gathered.
_POSTINGS, _FEWEST_POSTED = 9_000_000, 200


def candidates(
    pool: Sequence[Sequence[Sentence]], scale: Scale, progress: Progress
) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of passages of different documents (the earlier document first): the few likeliest of each row or column.

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
        rows = {sentence.number: _row(sentence, postings, everything, scale, least) for sentence in here}
        for a, b in _likeliest(rows, everything, kept):
            yield everything[a], everything[b]
    progress(len(pool), len(pool))


def _row(
    sentence: Sentence, postings: dict[str, list[int]], everything: Sequence[Sentence], scale: Scale, least: float
) -> dict[int, float]:
    """Passages of later documents with the share of weight they have in common with this one."""
    shared: dict[int, float] = {}
    for word in sentence.where:
        for like, degree in ((word, 1.0), *scale.likeness.get(word, {}).items()):
            weight = degree * scale.weights[like]
            for number in postings.get(like, ()):
                shared[number] = shared.get(number, 0.0) + weight
    own = scale.totals[sentence.number]
    later = (
        (number, 2 * weight / (own + scale.totals[number]))
        for number, weight in shared.items()
        if everything[number].document > sentence.document
    )
    return {number: share for number, share in later if share >= least}


def _likeliest(rows: dict[int, dict[int, float]], everything: Sequence[Sentence], kept: int) -> list[tuple[int, int]]:
    """The best few of each passage in each other document, seen from both sides."""
    best: dict[tuple[int, int], list[tuple[float, int, int]]] = {}
    for a, row in rows.items():
        for b, share in row.items():
            entry = (share, -a, -b)
            best.setdefault((a, everything[b].document), []).append(entry)
            best.setdefault((b, -1), []).append(entry)
    likeliest = (nlargest(kept, entries) if len(entries) > kept else entries for entries in best.values())
    return sorted({(-a, -b) for entries in likeliest for _, a, b in entries})
