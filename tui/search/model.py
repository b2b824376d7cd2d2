"""What a search answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, runtime_checkable

from tui.documents.model import Span


class Reading(NamedTuple):
    """How one typed term was understood: the words of the vocabulary it stands for, best first.

    `operator` is "", "exact", "start", "end", "phrase", "not", "source" or "section"; `approximate` is true
    when none of `words` is the typed word itself.
    """

    typed: str
    operator: str
    words: tuple[str, ...]
    approximate: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage found. `source` is the name it was opened under, `span` its place in that document's text.

    `highlights` are spans in the document's clean text inside `span`; `text` is the passage's clean text;
    `score` lies in 0..1, higher is better. In a library, where equal passages are one hit, `also` further places that
    match have the same words; when `also_at_least`, perhaps more, as copies in very many are not counted to the last.
    """

    source: str
    span: Span
    paragraph: int
    score: float
    highlights: tuple[Span, ...]
    text: str
    also: int = field(default=0, kw_only=True)
    also_at_least: bool = field(default=False, kw_only=True)

    @property
    def elsewhere(self) -> str:
        """The further places in words; "" where there is none."""
        at_least = "at least " if self.also_at_least else ""
        return f"+ {at_least}{self.also:,} more place{'s' if self.also > 1 else ''}" if self.also else ""


class Share(NamedTuple):
    """What one typed term adds to a hit's score: `share`, by the weight (0..1) of its best reading in the passage.

    `reading` is that reading as the passage writes it, `kind` how the typed term stands for it ("as typed", "1 edit",
    "beginning", …); "" and "not here" where the term does not hold. `rarity` is the term's own, over all readings.
    """

    typed: str
    reading: str
    kind: str
    weight: float
    rarity: float
    share: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """A hit's score in parts: `words` (the sum of the terms' shares) + `nearness` (order and nearness) + `phrase`.

    `coverage` in 0..1 is the share, by rarity, of terms that hold at all; all parts were multiplied by its square.
    """

    terms: tuple[Share, ...]
    coverage: float
    words: float
    nearness: float
    phrase: float

    @property
    def score(self) -> float:
        """The hit's score."""
        return self.words + self.nearness + self.phrase


@dataclass(frozen=True, slots=True)
class Results:
    """`total` passages matched; `hits` are the best of them; `nearest` names the closest word when nothing did.

    `notices` are clean lines about articles of a library that are no longer as they were indexed. When `at_least`,
    more passages than `total` match: a phrase in very many is not counted to the last.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    readings: tuple[Reading, ...] = ()
    nearest: str = ""
    notices: tuple[str, ...] = ()
    at_least: bool = False


@runtime_checkable
class Searcher(Protocol):
    """What is searched, wherever its passages are: the documents of a briefing, a library on disk, one on servers."""

    def warm(self) -> None:
        """Fetch what the first search would have to wait for."""

    def search(self, query: str, limit: int = 10) -> Results:
        """The best `limit` passages for a query of at most 256 characters, best first; every string is a query."""

    def explain(self, query: str, hit: Hit) -> Explanation | None:
        """What the score of a hit of this query is made of; None where the passage is no hit of it (any more)."""
