"""Equal passages, as many articles carry the words of one agency: listed once, the others counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from heapq import nsmallest
from operator import and_

from tui.search import bits
from tui.search.bits import Passages
from tui.search.store import Line, Store

_RARE = 4  # words of a passage, the rarest, that say where its copies may be
_FEW = 2  # passages of a text that are sooner read than sought by one more word
_MANY = 50  # copies
_READ = 1000  # passages read a search to tell copies from what only shares words, on disk 5 µs each


@dataclass(slots=True)
class Text:
    """A passage and its copies: those met so far, among all that match."""

    passage: int
    line: Line
    copies: list[int] = field(default_factory=list)
    more: bool = False  # whether there may be others still


class Texts:
    """The different texts met, by their words as they are written; of each the passage met first stands for all."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[tuple[int, ...], Text] = {}
        self._of: dict[int, Text] = {}
        self._met: list[int] = []

    def __contains__(self, passage: int) -> bool:
        """Whether a passage stands for its text."""
        return passage in self._of

    def take(self, passage: int, line: Line) -> bool:
        """Meet a passage; whether none before had its text, so that it stands for it."""
        self._met.append(passage)
        text = self._known.setdefault(tuple(line.forms) or (~passage,), Text(passage, line))
        if text.passage == passage:
            self._of[passage] = text
            return True
        text.copies.append(passage)
        return False

    def __getitem__(self, passage: int) -> Text:
        return self._of[passage]

    def complete(self, passages: Passages, of: Sequence[int]) -> None:
        """Find the copies not yet met of these passages among all that match.

        Most passages hold a word that no other holds, or none that matches: so hardly any has to be read.
        """
        if len(self._met) == len(passages):
            return
        store = self._store
        rarest = [(text, self._rarest(text)) for text in map(self._of.__getitem__, of)]
        # No more passages hold the rarest word than were met: no other copy is there.
        asked = {text.passage: word for text, (held, word) in rarest if held > 1 + len(text.copies)}
        if not asked:
            return
        left = passages - store.of(sorted(self._met))
        others = left & store.holding(set(asked.values()))
        if len(others) > _FEW * len(asked):
            others = self._narrowed([self._of[passage] for passage in asked], left)
        for passage, line in store.lines(others):
            if text := self._known.get(tuple(line.forms)):
                text.copies.append(passage)

    def _narrowed(self, asked: Sequence[Text], left: Passages) -> Passages:
        """The passages that hold the rarest words of one of the texts, as many as are read."""
        store, frequency = self._store, self._store.vocabulary.frequency
        words = [nsmallest(_RARE, {(int(frequency[word]), word) for word in text.line.words}) for text in asked]
        store.expect(words={word for some in words for _, word in some})
        found, room = store.of(()), _READ
        for text, rarest in zip(asked, words, strict=True):
            others = left
            for _, word in rarest:
                if len(others := others & store.holding((word,))) <= _FEW:
                    break
            some = store.of(bits.first(others, room))
            text.more, room = len(some) < len(others), room - len(some)
            found = found | some
        return found

    def _rarest(self, text: Text) -> tuple[int, int]:
        """In how many passages the rarest word of a text is, and the word."""
        frequency = self._store.vocabulary.frequency
        return min(((int(frequency[word]), word) for word in text.line.words), default=(0, 0))

    def without(self, passages: Passages) -> Passages:
        """The passages but those that begin, end and have the words as a text of which many copies were met."""
        store = self._store
        for text in self._of.values():
            if len(text.copies) >= _MANY and (words := text.line.words):
                alike = passages & store.opening((words[0],)) & store.closing((words[-1],))
                passages = passages - reduce(and_, (store.holding((word,)) for word in sorted(set(words))), alike)
        return passages
