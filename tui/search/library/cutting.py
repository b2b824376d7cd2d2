"""Articles cut into chunks that are numbered as they come: what is done before an index is written to, by any process.

It needs neither numpy nor the index, so that a process beside the one that writes can do it
(`tui.search.library.ahead`).
"""

from __future__ import annotations

import time
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from tui.documents import ArticleError, Document, load
from tui.search.library.chunks import END, Form, cut, plain, words_of
from tui.search.library.model import Read, Wanted

_MOST = 200_000  # different chunks in one numbering: 40 MB


class Cut(NamedTuple):
    """An article: three numbers for each of its passages (start, end, paragraph), and all its chunks by number.

    Chunk 0 stands behind each passage.
    """

    sha256: str
    places: array[int]
    chunks: array[int]
    known: Chunks

    @property
    def passages(self) -> range:
        """One for each passage."""
        return range(len(self.places) // 3)


class Chunks:
    """Different chunks by their number, and the forms of each: spellings and folded words.

    Those of chunk `c` are the `counts[c]` ones after those of the chunks before it in `form_of`.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.counts = array("I")
        self.form_of = array("I")
        self.spellings: list[str] = []
        self.words: list[str] = []

    @property
    def reached(self) -> tuple[int, int, int]:
        """How many chunks, different forms, and forms of chunks there are."""
        return len(self.texts), len(self.spellings), len(self.form_of)

    def since(self, chunks: int, forms: int, of: int) -> News:
        """What came after so many chunks, so many different forms, and so many forms of chunks."""
        return News(
            self.texts[chunks:], self.counts[chunks:], self.form_of[of:], self.spellings[forms:], self.words[forms:]
        )

    def learn(self, news: News) -> None:
        """Take over what came in another process."""
        self.texts += news.texts
        self.counts += news.counts
        self.form_of += news.form_of
        self.spellings += news.spellings
        self.words += news.words


class News(NamedTuple):
    """New chunks and forms of a `Chunks`."""

    texts: list[str]
    counts: array[int]
    form_of: array[int]
    spellings: list[str]
    words: list[str]


class Numbered(dict[str, int]):
    """Texts with their numbers; one not yet known gets the next."""

    def __init__(self, texts: list[str]) -> None:
        """`texts` are in the order of their numbers; the list grows with the dictionary."""
        self.texts = texts
        super().__init__(zip(texts, range(len(texts)), strict=True))

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self.texts)
        self.texts.append(text)
        return number


class _Spellings(Numbered):
    """Words of ASCII letters, as they are written, with the numbers of their forms among all forms of `known`."""

    def __init__(self, known: Chunks) -> None:
        super().__init__(known.spellings)
        self._words = known.words

    def __missing__(self, text: str) -> int:
        self._words.append(text.lower())
        return super().__missing__(text)


class Cutter:
    """Cuts article after article; a numbering is begun anew when it has become large."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.chunks = Chunks()
        self._numbers = Numbered(self.chunks.texts)
        self._plain = _Spellings(self.chunks)
        self._others: dict[Form, int] = {}
        self._number([END])

    def cut(self, one: Wanted) -> Read[Cut]:
        """What an article holds; nothing but its hash where that is as known."""
        if len(self.chunks.texts) >= _MOST:
            self._begin()
        seen = time.time_ns()
        try:
            document = load(one.path)
        except ArticleError as error:
            return Read(seen, error)
        if document.sha256 == one.sha256:
            return Read(seen, Cut(document.sha256, array("I"), array("I"), self.chunks))
        return Read(seen, self.cut_document(document))

    def cut_document(self, document: Document) -> Cut:
        """A document already loaded."""
        places = array("I", list(chain.from_iterable(document.passages)))
        return Cut(document.sha256, places, self._number(cut(document.text, document.passages)), self.chunks)

    def _number(self, texts: Sequence[str]) -> array[int]:
        known = len(self.chunks.texts)
        numbers = array("I", list(map(self._numbers.__getitem__, texts)))
        self._learn(self.chunks.texts[known:])
        return numbers

    def _learn(self, fresh: Sequence[str]) -> None:
        """Learn the forms of new chunks."""
        numbers, form_of, counts = self._plain, self.chunks.form_of, self.chunks.counts
        words = list(map(plain, fresh))
        others = words_of([chunk for chunk, word in zip(fresh, words, strict=True) if not word])
        for word in words:
            if word:
                form_of.append(numbers[word])
                counts.append(1)
            else:
                before = len(form_of)
                form_of.extend([numbers[one] if isinstance(one, str) else self._other(one) for one in next(others)])
                counts.append(len(form_of) - before)

    def _other(self, form: Form) -> int:
        number = self._others.get(form)
        if number is None:
            number = self._others[form] = len(self.chunks.spellings)
            self.chunks.spellings.append(form.spelling)
            self.chunks.words.append(form.word)
        return number


def reading(files: Iterable[Wanted]) -> Iterator[Read[Cut]]:
    """What articles hold, in their order."""
    return map(Cutter().cut, files)
