"""`compare`: from documents to what they agree on, leave out and dispute."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tui.documents.model import Document
from tui.evidence.comparing.candidates import candidates
from tui.evidence.comparing.differences import differences
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.groups import groups
from tui.evidence.comparing.kinds import with_kinds
from tui.evidence.comparing.linking import linked
from tui.evidence.comparing.links import ranked, with_neighbours
from tui.evidence.comparing.model import Comparison, FoundDifference, Link, Place
from tui.evidence.comparing.phrases import phrases
from tui.evidence.comparing.quotes import QuotePair, quote_pairs
from tui.evidence.comparing.related import Related, related
from tui.evidence.comparing.scores import Scores
from tui.evidence.comparing.scoring import Scale, scale
from tui.evidence.comparing.sentences import Sentence, sentences
from tui.evidence.comparing.strength import Strengths
from tui.evidence.comparing.thirds import with_thirds
from tui.evidence.comparing.watching import Course, Progress, Pulse, watched

# Shares of the work done, measured on a hundred articles on one event
_TAKEN_IN, _QUOTED_ALIKE, _SCORED, _RANKED, _LINKED, _READ = 0.03, 0.1, 0.4, 0.48, 0.57, 0.95
_OFTEN = 500  # pairs between two calls of progress
_QUOTED = 0.75  # a quotation shared whole makes a link of band same


def _silent(done: int, of: int) -> None:
    """Tell nobody."""


def compare(
    documents: Iterable[Document],
    aliases: Mapping[str, Iterable[str]] | None = None,
    *,
    progress: Progress = _silent,
) -> Comparison:
    """Links, groups, single-source passages and differences of two or more documents.

    `aliases` are names that mean the same. `progress(done, of)` is called from time to time; an exception it raises
    ends the comparison. The order of the documents changes nothing but the numbering: they are compared in the order
    of their contents.
    """
    given = tuple(documents)
    order = sorted(range(len(given)), key=lambda index: (given[index].text, given[index].source))
    course = Course(progress, len(given))
    read = watched((given[index] for index in order), course)
    pool = sentences(read, phrases(given, aliases or {}))
    course.reach(_TAKEN_IN)
    links, found = _compared(pool, course)
    made = _numbered(given, order, pool, links, found, course)
    course.reach(1.0)
    return made


def _compared(pool: Sequence[Sequence[Sentence]], course: Course) -> tuple[list[Link], list[FoundDifference]]:
    everything = list(chain.from_iterable(pool))
    if len(pool) < 2 or not everything:
        return [], []
    measure = scale(pool)
    quotations = list(watched(quote_pairs(pool, measure), course, _OFTEN))
    course.reach(_QUOTED_ALIKE)
    scores = Scores(_scored(pool, measure, quotations, course.part(_QUOTED_ALIKE, _SCORED)))
    beside = with_neighbours(scores, everything, course)
    pairs = [pair for pair in ranked(beside, pool, course) if pair.counts]
    course.reach(_RANKED)
    told = related(watched(pairs, course, _OFTEN), everything)
    facts = Facts(pool, course)
    strength = Strengths(pool)
    through = _through(beside, told, facts, everything, strength, measure, course)
    del beside
    likelier = ranked(through, pool, course)
    links = linked(watched(pairs, course, _OFTEN), likelier, told, pool, everything, measure, strength)
    del through, likelier
    course.reach(_LINKED)
    found = differences(facts, everything, pairs, told, scores, quotations, measure, course.part(_LINKED, _READ))
    return links, found


def _scored(
    pool: Sequence[Sequence[Sentence]], measure: Scale, quotations: Iterable[QuotePair], progress: Progress
) -> Iterator[dict[int, float]]:
    """Row by row the scores of the likeliest pairs, a quotation they share counted as well."""
    quoted: dict[int, dict[int, float]] = {}
    for pair in quotations:
        row = quoted.setdefault(pair.a.number, {})
        row[pair.b.number] = max(row.get(pair.b.number, 0.0), _QUOTED * pair.score)
    for a, likely in candidates(pool, measure, progress):
        row = measure.scores(a, likely)
        for b, score in quoted.get(a.number, {}).items():
            row[b] = max(score, row.get(b, 0.0))
        yield row


def _through(
    beside: Scores,
    told: Related,
    facts: Facts,
    everything: Sequence[Sentence],
    strength: Strengths,
    measure: Scale,
    pulse: Pulse,
) -> Scores:
    """The scores of documents that tell of one event, by the sorts of their figures and by third articles as well."""
    of_kinds = with_kinds(beside, told, facts, everything, pulse)
    likely = ranked(of_kinds, facts.pool, pulse)
    return with_thirds(of_kinds, likely, told, everything, strength, measure, pulse)


def _numbered(
    given: tuple[Document, ...],
    order: Sequence[int],
    pool: Sequence[Sequence[Sentence]],
    links: Sequence[Link],
    found: Iterable[FoundDifference],
    pulse: Pulse,
) -> Comparison:
    """The answer with documents and passages numbered as they were given."""
    starts = [0]
    for document in given:
        starts.append(starts[-1] + len(document.passages))
    number = [starts[order[s.document]] + s.passage for s in chain.from_iterable(pool)]
    places = tuple(Place(d, p) for d, document in enumerate(given) for p in range(len(document.passages)))
    document_of = {s.number: s.document for s in chain.from_iterable(pool)}
    carried = {number[index] for link in links for index in link[:2]}
    weighty = {number[s.number] for s in chain.from_iterable(pool) if s.content}
    return Comparison(
        documents=given,
        passages=places,
        links=tuple(sorted(_link(link, number) for link in watched(links, pulse, _OFTEN))),
        groups=tuple(sorted(tuple(sorted(number[i] for i in group)) for group in groups(links, document_of, pulse))),
        only=tuple(sorted(weighty - carried)),
        differences=tuple(_renumbered(one, order) for one in found),
    )


def _link(link: Link, number: Sequence[int]) -> Link:
    a, b = number[link.a], number[link.b]
    return Link(min(a, b), max(a, b), link.score, link.band)


def _renumbered(one: FoundDifference, order: Sequence[int]) -> FoundDifference:
    return one._replace(values=tuple(sorted(value._replace(document=order[value.document]) for value in one.values)))
