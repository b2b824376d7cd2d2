"""A document made ready for many quotations: levelled once, its vocabulary counted when first asked for."""

from __future__ import annotations

import weakref
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import log2

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.normal import normalise
from tui.evidence.words import forms, words

# A word seen once in a long book is no rarer in the language than one seen once in a novel.
_LEAST_BITS, _MOST_BITS = 0.5, 14.0
_PRIOR, _GRAMMAR_SHARE, _OTHER_SHARE = 300, 2**-6, 2**-13
_ENGLISH = 0.5

# Texts longer than one block know in which of their blocks a word stands (a search costs 0.5 µs a kB).
_BLOCK = 32_000


class Prepared:
    """`source` and `original` are the document's; `text` is levelled, and `span` leads back from it."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.original = document.text
        self._normal = normalise(document.text, joined=False)
        self.text = self._normal.text

    def span(self, start: int, end: int) -> Span:
        """The span in the document's text for `[start, end)` of the levelled text."""
        return self._normal.span(start, end)

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """How often each word of the levelled text occurs."""
        return self._counted[0]

    def stretches(self, word: str) -> Iterator[Span]:
        """The parts of the levelled text, none longer than about `_BLOCK`, that hold a word of the vocabulary."""
        edges = self._edges
        return (Span(edges[block], edges[block + 1]) for block in self._counted[1].get(word, ()))

    def words_with(self, letters: str, most: int) -> Sequence[str]:
        """The words of the vocabulary in which a run of letters stands; none if they stand in over `most` places."""
        listed, at, found = self._listed, self._listed.find(letters), []
        while at >= 0 and most >= 0:
            start, end = listed.rfind("\n", 0, at) + 1, listed.index("\n", at)
            found.append(listed[start:end])
            most -= self.vocabulary[found[-1]]
            at = listed.find(letters, end)
        return found if most >= 0 else ()

    def has_run(self, letters: str) -> bool:
        """Whether a word of the vocabulary has these letters in a row; a line end stands for its beginning or end."""
        return letters in self._listed

    @cached_property
    def _listed(self) -> str:
        return "\n" + "".join(f"{word}\n" for word in self.vocabulary)

    @cached_property
    def _edges(self) -> list[int]:
        edges = [0]
        while edges[-1] < len(self.text):
            space = self.text.rfind(" ", edges[-1] + 1, edges[-1] + _BLOCK)
            last = edges[-1] + _BLOCK >= len(self.text)
            edges.append(len(self.text) if last else space if space > 0 else edges[-1] + _BLOCK)
        return edges

    @cached_property
    def _counted(self) -> tuple[Counter[str], dict[str, list[int]]]:
        """How often each word occurs, and in which blocks."""
        total: Counter[str] = Counter()
        blocks: dict[str, list[int]] = {}
        for number, (start, end) in enumerate(pairwise(self._edges)):
            here = Counter(forms(self.text[start:end]))
            total.update(here)
            for word in here:
                blocks.setdefault(word, []).append(number)
        return total, blocks

    @cached_property
    def size(self) -> int:
        """How many words the text has, at least 1."""
        return max(1, self.vocabulary.total())

    def bits(self, word: str) -> float:
        """How much it says that `word` stands at a given place: −log2 of its share of the text, ½ to 14.

        A short text tells little of how rare its words are, so `_PRIOR` words of the language are added to it.
        """
        prior = _PRIOR * (_GRAMMAR_SHARE if lexicon.is_grammar(word) else _OTHER_SHARE)
        share = (self.vocabulary[word] + prior) / (self.size + _PRIOR)
        return max(_LEAST_BITS, min(_MOST_BITS, -log2(share)))

    def knows(self, word: str) -> bool:
        """Whether `word` is a word of the text or, where the text is English, of the language."""
        return word in self.vocabulary or (self.english and (word in lexicon.words() or word in lexicon.terms()))

    @cached_property
    def english(self) -> bool:
        """Whether the text is English enough for the English word list to know its words."""
        letters = [word for word in words(self.text, 0, 20_000) if word.text.isalpha()]
        return sum(word.text in lexicon.words() for word in letters) >= _ENGLISH * max(1, len(letters))


_ready: dict[int, Prepared] = {}


def prepare(document: Document) -> Prepared:
    """The document made ready; kept as long as the document lives."""
    key = id(document)
    if key not in _ready:
        _ready[key] = Prepared(document)
        weakref.finalize(document, _ready.pop, key, None).atexit = False
    return _ready[key]
