"""The passages of some documents as words: what is looked up, and where each word stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from tui.documents.model import Document, Passage, Span
from tui.search import bits, fold
from tui.search.bits import Bits
from tui.search.store import Line, Row, Written, in_lines
from tui.search.vocabulary import PlainVocabulary

_COMMON = 64  # words in more passages than this keep their set of passages


class Index:
    """All passages of the documents in order, numbered from 0.

    A *form* is a word as it is written (`Japan`), a *word* its folded shape (`japan`). Token `k` of the collection has
    the form `forms[k]` and the word `words[k]` and stands at `[starts[k], ends[k])` of its document's clean text;
    passage `p` holds the tokens `first[p]` to `first[p + 1]`.
    """

    def __init__(self, sources: Sequence[str], documents: Sequence[Document]) -> None:
        """`sources[i]` is the name `documents[i]` was opened under."""
        self.sources = tuple(sources)
        self.documents = tuple(documents)
        self.passages: list[Passage] = []
        self.document_of = array("I")
        self.first = array("I", [0])
        self.forms, self.starts, self.ends = array("I"), array("I"), array("I")
        self.spellings: list[str] = []
        self._form_words: list[str] = []
        self._form_ids: dict[tuple[str, str], int] = {}
        for number, document in enumerate(self.documents):
            self._read(number, document)
        self._arrange()
        self._common = lru_cache(maxsize=1024)(lambda word: bits.of(self.size, self.postings[word]))
        self.written = lru_cache(maxsize=4096)(self._written)

    def _read(self, number: int, document: Document) -> None:
        runs: dict[str, tuple[tuple[int, int, int], ...]] = {}
        for passage in document.passages:
            for match in fold.runs(document.text, passage.start, passage.end):
                run, at = match.group(), match.start()
                known = runs.get(run)
                if known is None:
                    known = runs[run] = tuple((self._form(run, w), w.start, w.end) for w in fold.pieces(run))
                for form, start, end in known:
                    self.forms.append(form)
                    self.starts.append(at + start)
                    self.ends.append(at + end)
            self.passages.append(passage)
            self.document_of.append(number)
            self.first.append(len(self.forms))

    def _form(self, run: str, word: fold.Word) -> int:
        key = (run[word.start : word.end], word.text)
        form = self._form_ids.setdefault(key, len(self.spellings))
        if form == len(self.spellings):
            self.spellings.append(key[0])
            self._form_words.append(key[1])
        return form

    def _arrange(self) -> None:
        ordered = sorted(set(self._form_words))
        ids = {word: i for i, word in enumerate(ordered)}
        self.word_of_form = array("I", (ids[word] for word in self._form_words))
        self.words = array("I", (self.word_of_form[form] for form in self.forms))
        self.forms_of_word: list[list[int]] = [[] for _ in ordered]
        for form, word in enumerate(self.word_of_form):
            self.forms_of_word[word].append(form)
        self._post(len(ordered))
        self.vocabulary = PlainVocabulary(ordered, [len(posting) for posting in self.postings])
        del self._form_words, self._form_ids

    def _post(self, count: int) -> None:
        self.postings: list[list[int]] = [[] for _ in range(count)]
        self.counts = [0] * len(self.spellings)
        self._opening: dict[int, list[int]] = {}
        self._closing: dict[int, list[int]] = {}
        for passage in range(len(self.passages)):
            words = self.words[self.first[passage] : self.first[passage + 1]]
            for word in set(words):
                self.postings[word].append(passage)
            if words:
                self._opening.setdefault(words[0], []).append(passage)
                self._closing.setdefault(words[-1], []).append(passage)
        for form in self.forms:
            self.counts[form] += 1

    @property
    def size(self) -> int:
        """How many passages there are."""
        return len(self.passages)

    @property
    def everything(self) -> Bits:
        """The set of all passages."""
        return bits.stretch(range(self.size))

    def of(self, passages: Sequence[int]) -> Bits:
        """The set of these passages."""
        return bits.of(self.size, passages)

    def holding(self, words: Iterable[int]) -> Bits:
        """The passages that hold any of these words."""
        found = Bits()
        rare: list[int] = []
        for word in words:
            posting = self.postings[word]
            if len(posting) < _COMMON:
                rare += posting
            else:
                found = found | self._common(word)
        return found | self.of(rare)

    def beginning(self, words: range) -> Bits:
        """The passages that hold any of a range of words."""
        return self.holding(words)

    def written_as(self, forms: Collection[int]) -> Bits:
        """The passages that hold any of these forms."""
        wanted, first = frozenset(forms), self.first
        among = self.holding({self.word_of_form[form] for form in forms})
        return self.of([p for p in among if not wanted.isdisjoint(self.forms[first[p] : first[p + 1]])])

    def adjoining(self, left: Collection[int], right: Collection[int]) -> tuple[Bits, bool]:
        """The passages that hold a word of either: that one follows the other is told by reading them."""
        return self.holding(left) & self.holding(right), False

    def opening(self, words: Iterable[int]) -> Bits:
        """The passages whose first word is one of these."""
        return self.of([p for word in words for p in self._opening.get(word, ())])

    def closing(self, words: Iterable[int]) -> Bits:
        """The passages whose last word is one of these."""
        return self.of([p for word in words for p in self._closing.get(word, ())])

    def ends_of_passages(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """The passages by their first word, and by their last."""
        return self._opening, self._closing

    def capitals(self) -> dict[int, list[int]]:
        """The passages by each form that has a capital letter."""
        capital = list(map(fold.has_capital, self.spellings))
        found: dict[int, list[int]] = {}
        for passage in range(self.size):
            for form in {*self.forms[self.first[passage] : self.first[passage + 1]]}:
                if capital[form]:
                    found.setdefault(form, []).append(passage)
        return found

    def tokens(self, passage: int) -> range:
        """The numbers of a passage's tokens."""
        return range(self.first[passage], self.first[passage + 1])

    def lines(self, passages: Iterable[int]) -> Iterator[tuple[int, Line]]:
        """Each of these passages with its words."""
        for passage in passages:
            low, high = self.first[passage], self.first[passage + 1]
            yield passage, Line(self.words[low:high], self.forms[low:high])

    def in_rows(self, asked: Sequence[Row]) -> list[list[int]]:
        """Of each asked those passages where words stand in a row, of each place one."""
        return in_lines(self.lines, asked)

    def read(self, passage: int) -> Written:
        """A passage as it is written."""
        words = [Span(self.starts[token], self.ends[token]) for token in self.tokens(passage)]
        return Written(self.sources[self.document_of[passage]], self.passages[passage], self.text(passage), words)

    def expect(self, *, words: Iterable[int] = (), spellings: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        """Nothing to fetch: all is near."""

    def forms_of(self, word: int) -> list[tuple[int, str]]:
        """The forms of a word, each with its spelling."""
        return [(form, self.spellings[form]) for form in self.forms_of_word[word]]

    def stretch(self, document: int) -> range:
        """The passages of one document."""
        return range(bisect_left(self.document_of, document), bisect_left(self.document_of, document + 1))

    def of_documents(self, documents: Iterable[int]) -> Bits:
        """The passages of these documents."""
        return self.of([passage for document in documents for passage in self.stretch(document)])

    def overlapping(self, document: int, spans: Iterable[Span]) -> Iterator[int]:
        """The passages of one document that share a letter with any of these spans."""
        here = self.stretch(document)
        for span in spans:
            at = bisect_left(self.passages, span.start, here.start, here.stop, key=lambda passage: passage.end)
            while at < here.stop and self.passages[at].start < span.end:
                if self.passages[at].end > span.start:
                    yield at
                at += 1

    def _written(self, word: int) -> str:
        """How the word is mostly written; in small letters when both are as common."""
        best = max(
            self.forms_of_word[word],
            key=lambda form: (self.counts[form], self.spellings[form].islower(), self.spellings[form]),
        )
        return self.spellings[best]

    def text(self, passage: int) -> str:
        """The passage's clean text."""
        place = self.passages[passage]
        return self.documents[self.document_of[passage]].text[place.start : place.end]
