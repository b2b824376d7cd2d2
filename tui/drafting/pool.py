"""The articles compared, with what choosing among their passages needs: words, weights, groups by density."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from tui.documents.model import Document, Span
from tui.evidence.comparing import Comparison
from tui.evidence.comparing.compare import compare
from tui.evidence.comparing.phrases import phrases
from tui.evidence.comparing.sentences import Sentence, sentences
from tui.evidence.comparing.watching import Progress
from tui.evidence.comparing.weights import weights

MAX_GROUPS = 60
# A briefing has at most 20,000 nodes and 1 MB; a quotation takes five nodes and rarely 400 bytes.
MAX_QUOTATIONS = 1_200
_SURE = 0.75  # of 49 pairs of articles about one event 47 had two groups or such a link, of 142 others none


def silent(done: int, of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Pool:
    """Documents in the order of their texts, so that nothing depends on the order they were given in.

    Passages are numbered document by document, here as in the comparison.
    """

    documents: tuple[Document, ...]
    comparison: Comparison
    sentences: tuple[Sentence, ...]
    weights: dict[str, float] = field(repr=False)

    @classmethod
    def of(cls, documents: Iterable[Document], progress: Progress = silent) -> Pool:
        """The pool of these documents, compared."""
        ordered = tuple(sorted(documents, key=lambda document: (document.text, document.source)))
        comparison = compare(ordered, progress=progress)
        read = sentences(ordered, phrases(ordered, {}))
        return cls(ordered, comparison, tuple(chain.from_iterable(read)), weights(read))

    @property
    def common(self) -> bool:
        """Whether the articles share enough to be about one event."""
        return len(self.comparison.groups) > 1 or any(link.score >= _SURE for link in self.comparison.links)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The passages that are headings of their articles."""
        return self.comparison.headings

    @cached_property
    def bands(self) -> Mapping[tuple[int, int], str]:
        """How surely two passages report the same thing, by their numbers, the lower first."""
        return {(link.a, link.b): link.band for link in self.comparison.links}

    def document_of(self, index: int) -> int:
        """The number of the document passage `index` stands in."""
        return self.comparison.passages[index].document

    def span(self, index: int) -> Span:
        """Where passage `index` stands in its document."""
        return self.comparison.span(index)

    def forms(self, index: int) -> frozenset[str]:
        """The compared forms of the words that count in passage `index`."""
        return frozenset(self.sentences[index].where)

    def weight(self, forms: Iterable[str]) -> float:
        """How much these words say together."""
        return sum(sorted(self.weights.get(form, 0.0) for form in forms))

    def place(self, members: Iterable[int]) -> float:
        """How far down its documents a group stands, 0 to 1: the mean over its passages."""
        parts = [
            self.comparison.passages[m].passage / len(self.documents[self.document_of(m)].passages) for m in members
        ]
        return sum(parts) / len(parts)

    def words(self, members: Iterable[int]) -> tuple[str, ...]:
        """The passages' texts in a fixed order: what breaks ties."""
        return tuple(sorted(self.comparison.text(member) for member in members))

    @cached_property
    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The densest groups: those of most sources, then those linked most strongly; no more than a briefing takes."""
        strength = self._strengths()
        ranked = sorted(
            self.comparison.groups,
            key=lambda group: (-len({self.document_of(m) for m in group}), -strength[group], self.words(group)),
        )
        kept, quotations = [], 0
        for group in ranked[:MAX_GROUPS]:
            quotations += len(group)
            if quotations <= MAX_QUOTATIONS:
                kept.append(group)
        return tuple(kept)

    def _strengths(self) -> dict[tuple[int, ...], float]:
        home = {member: group for group in self.comparison.groups for member in group}
        found: dict[tuple[int, ...], list[float]] = {group: [] for group in self.comparison.groups}
        for link in self.comparison.links:
            if home.get(link.a) is not None and home.get(link.a) == home.get(link.b):
                found[home[link.a]].append(link.score)
        return {group: round(sum(scores) / len(scores), 9) if scores else 0.0 for group, scores in found.items()}


def shared(pool: Pool, index: int, group: Sequence[int]) -> frozenset[str]:
    """The words passage `index` has in common with the group's passages of other documents."""
    others = (pool.forms(other) for other in group if pool.document_of(other) != pool.document_of(index))
    return pool.forms(index) & frozenset(chain.from_iterable(others))
