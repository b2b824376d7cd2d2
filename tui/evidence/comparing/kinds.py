"""What sort of figures and times a passage gives: two that each alone state a speed are likely to tell of one thing.

The figures themselves may be in dispute, so their values say nothing here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import sqrt

from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.watching import Pulse, watched

# Measured over the seeds and fourteen events (tests/bench/links): mean F1 of all links 0.776 without, 0.787 with 0.1,
# 0.796 with 0.15, 0.793 with 0.2; no sort decides it: without any one of them the mean stays within 0.004.
_SHARED = 0.15
_OFTEN = 20  # rows between two calls of the pulse

Kinds = frozenset[str]


def with_kinds(scores: Scores, told: Related, facts: Facts, everything: Sequence[Sentence], pulse: Pulse) -> Scores:
    """The scores of passages whose documents tell of one event, higher where both give figures of one sort."""
    kinds = _Kinds(facts)
    rows = zip(everything, scores, strict=True)
    return Scores(_raised(a, row, told, kinds, everything) for a, row in watched(rows, pulse, _OFTEN))


def _raised(
    a: Sentence, row: Mapping[int, float], told: Related, kinds: _Kinds, everything: Sequence[Sentence]
) -> dict[int, float]:
    return {
        b: score + _SHARED * kinds.alike(a, everything[b])
        for b, score in row.items()
        if (a.document, everything[b].document) in told
    }


class _Kinds:
    """The sorts of figures of a pool's passages, read document by document when first asked for."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._read: dict[int, tuple[Mapping[int, Kinds], Counter[str]]] = {}

    def alike(self, a: Sentence, b: Sentence) -> float:
        """0..1: the more, the fewer other passages of their documents give a figure of a sort both give."""
        (here, often_here), (there, often_there) = self._of(a.document), self._of(b.document)
        both = here[a.number] & there[b.number]
        return min(1.0, sum(1 / sqrt(often_here[kind] * often_there[kind]) for kind in sorted(both))) if both else 0.0

    def _of(self, document: int) -> tuple[Mapping[int, Kinds], Counter[str]]:
        if document not in self._read:
            kinds = {sentence.number: self._kinds(sentence) for sentence in self._facts.pool[document]}
            self._read[document] = kinds, Counter(kind for found in kinds.values() for kind in found)
        return self._read[document]

    def _kinds(self, sentence: Sentence) -> Kinds:
        """Dimensions, roles counted, and parts of the calendar; a bare count of things is no sort of its own."""
        found = {one.role or one.kind.partition("-")[0] for one in self._facts.quantities(sentence)} - {"count"}
        for when in self._facts.times(sentence):
            found.update(
                part
                for part, named in (
                    ("clock", when.minute is not None),
                    ("weekday", when.weekday is not None and not when.day),
                    ("month", when.month is not None),
                    ("year", when.year is not None and when.month is None),
                )
                if named
            )
        return frozenset(found)
