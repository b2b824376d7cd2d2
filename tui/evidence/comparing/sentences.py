"""A passage ready to be compared: its words, and which of them stand where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tui.documents.model import Document, Span
from tui.evidence.comparing.phrases import Table
from tui.evidence.comparing.tokens import Token, tokens

_LONGEST = 3000  # characters compared of one passage: beyond, no sentence, and time that grows with its square


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One passage of the pool. `number` counts in the pool, `document` in the documents compared.

    `content` are the indices of the tokens that count, in order; `where` gives for each compared form the places it
    has in `content`; `rank[i]` is how many content tokens stand before token i.
    """

    number: int
    document: int
    passage: int
    text: str
    span: Span
    tokens: tuple[Token, ...]
    content: tuple[int, ...] = field(init=False)
    rank: tuple[int, ...] = field(init=False)
    where: dict[str, list[int]] = field(init=False)
    names: frozenset[str] = field(init=False)
    numbers: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        content = tuple(index for index, token in enumerate(self.tokens) if token.content)
        rank, seen = [], 0
        where: dict[str, list[int]] = {}
        for token in self.tokens:
            rank.append(seen)
            if token.content:
                where.setdefault(token.form, []).append(seen)
                seen += 1
        facts = {
            "content": content,
            "rank": tuple(rank),
            "where": where,
            "names": frozenset(token.form for token in self.tokens if token.kind == "name"),
            "numbers": frozenset(token.form for token in self.tokens if token.kind == "number"),
        }
        for name, fact in facts.items():
            object.__setattr__(self, name, fact)

    def gap(self, index: int) -> str:
        """What stands between token `index` and the one before it; "" at the ends."""
        if not 0 < index < len(self.tokens):
            return ""
        return self.text[self.tokens[index - 1].end : self.tokens[index].start]

    def low(self, index: int) -> str:
        """Token `index` casefolded, "" outside the passage."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def form(self, place: int) -> str:
        """The compared form of the content token at a place in `content`."""
        return self.tokens[self.content[place]].form

    def written(self, first: int, last: int) -> str:
        """The words of tokens `first` to `last`, as the article writes them."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def sentences(documents: Iterable[Document], table: Table) -> list[list[Sentence]]:
    """For every document its passages, numbered through."""
    made: list[list[Sentence]] = []
    number = 0
    for index, document in enumerate(documents):
        here = []
        for place, passage in enumerate(document.passages):
            words = tokens(document.text, passage.start, min(passage.end, passage.start + _LONGEST), table)
            here.append(Sentence(number, index, place, document.text, Span(passage.start, passage.end), words))
            number += 1
        made.append(here)
    return made
