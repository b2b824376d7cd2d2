"""All differences of a pool: every rule over every pair of passages near enough, then those between whole documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest

from tui.documents.model import Span
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.attributes import differing_attributes
from tui.evidence.comparing.bodies import differing_bodies
from tui.evidence.comparing.causes import differing_causes
from tui.evidence.comparing.contraries import differing_contraries
from tui.evidence.comparing.currencies import differing_currencies
from tui.evidence.comparing.exchanged import exchanged_figures
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.farfigures import far_figures, lone_figures
from tui.evidence.comparing.focus import differing_focus
from tui.evidence.comparing.found import Found
from tui.evidence.comparing.links import Pair
from tui.evidence.comparing.model import FoundDifference, FoundValue
from tui.evidence.comparing.names import differing_compounds, differing_spellings, exchanged_names
from tui.evidence.comparing.opposites import differing_degree, opposed_words
from tui.evidence.comparing.polarity import differing_amounts, differing_negation
from tui.evidence.comparing.quotes import QuotePair, variants
from tui.evidence.comparing.related import BEYOND_DOUBT, Related
from tui.evidence.comparing.reporting import reporting_lines
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.times import differing_deadlines, differing_times, far_times, lone_hours
from tui.evidence.comparing.tolls import differing_tolls
from tui.evidence.comparing.unanimity import differing_unanimity
from tui.evidence.comparing.values import differing_values, other_figures
from tui.evidence.comparing.watching import Progress, watched

_PAIRS = 12_000
_OFTEN = 100  # pairs between two calls of the pulse


def differences(
    facts: Facts,
    everything: Sequence[Sentence],
    pairs: Sequence[Pair],
    told: Related,
    scores: Scores,
    quotations: Sequence[QuotePair],
    scale: Scale,
    progress: Progress,
) -> list[FoundDifference]:
    """What documents disagree on, best first; `told` are those that tell of one event.

    At most the 12,000 likeliest pairs of passages are read word by word.
    """
    pool, pulse = facts.pool, facts.pulse
    near = [pair for pair in watched(pairs, pulse, _OFTEN) if pair.compared and _one_event(pair, everything, told)]
    found: list[Found] = []
    likeliest = nlargest(_PAIRS, near, key=lambda pair: (pair.score, -pair.a, -pair.b))
    for pair in watched(likeliest, pulse, _OFTEN):
        found += _between(Aligned(everything[pair.a], everything[pair.b], pair.score, scale), facts)
    by_rule = (
        reporting_lines(pool),
        differing_spellings(pool, told),
        differing_tolls(facts, told),
        differing_attributes(facts, told),
        differing_causes(pool, told, scale),
        differing_deadlines(facts, told, scale),
        differing_contraries(facts, told, scale),
        differing_focus(pool, scores, scale),
        variants(quotations),
        far_figures(facts, told, scale),
        lone_figures(facts, told, scale),
        far_times(facts, told, scale),
        lone_hours(facts, told, scale),
        differing_bodies(pool, told, scale),
        differing_unanimity(facts, told, scale),
    )
    for done, rule in enumerate(by_rule, 1):
        found += watched(rule, pulse, _OFTEN)
        progress(done, len(by_rule))
    return _ordered(_merged(watched(found, pulse, _OFTEN)))


def _one_event(pair: Pair, everything: Sequence[Sentence], told: Related) -> bool:
    """Whether the passages are the same beyond doubt, or of documents that tell of one event."""
    return pair.score >= BEYOND_DOUBT or (everything[pair.a].document, everything[pair.b].document) in told


def _between(pair: Aligned, facts: Facts) -> Iterator[Found]:
    times = list(differing_times(pair, facts))
    dated = any(one.topic == "date" for one in times)
    if not (dated and other_figures(pair, facts)):
        # Passages that differ in a date and in another figure tell of two occasions.
        yield from (*differing_values(pair, facts), *times, *exchanged_figures(pair, facts))
    yield from differing_currencies(pair, facts)
    yield from differing_negation(pair, facts)
    yield from differing_amounts(pair)
    yield from opposed_words(pair, facts)
    yield from differing_degree(pair)
    yield from differing_compounds(pair)
    yield from exchanged_names(pair, facts.names)


def _merged(found: Iterable[Found]) -> list[Found]:
    """Finds of one topic that share a value of one document become one difference, one side a document."""
    merged: list[Found] = []
    stated: dict[tuple[str, str, int], list[tuple[int, Span]]] = {}
    for one in sorted(found, key=lambda one: (-one.score, one.kind, one.topic, one.sides)):
        homes = [stated.setdefault((one.kind, one.topic, side.document), []) for side in one.sides]
        fitting = min(
            (at for home, side in zip(homes, one.sides, strict=True) for at, span in home if _meet(span, side.span)),
            default=len(merged),
        )
        documents = {side.document for side in merged[fitting].sides} if fitting < len(merged) else set()
        added = tuple(side for side in one.sides if side.document not in documents)
        if fitting == len(merged):
            merged.append(one)
        elif added:
            merged[fitting] = merged[fitting]._replace(sides=merged[fitting].sides + added)
        for side in added:
            stated[one.kind, one.topic, side.document].append((fitting, side.span))
    return merged


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _ordered(found: Iterable[Found]) -> list[FoundDifference]:
    made = [
        FoundDifference(
            one.kind,
            one.about,
            tuple(FoundValue(side.document, side.span, side.value) for side in sorted(one.sides)),
            one.score,
        )
        for one in found
    ]
    return sorted(made, key=lambda one: (-one.score, one.kind, one.about, one.values))
