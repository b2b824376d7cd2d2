"""The store on servers: what search asks, asked of all of them, each answering for its own passages."""

from __future__ import annotations

import os
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from pyroaring import FrozenBitMap

from tui.documents.model import Passage, Span
from tui.search import fold
from tui.search.acronyms import LONGEST, SHORTEST, Acronyms, Counted, Long, acronyms
from tui.search.library.articles import Articles
from tui.search.library.errors import DamagedError
from tui.search.library.sealed import unseal_line, unseal_set
from tui.search.postgres.links import Links
from tui.search.postgres.part import Part
from tui.search.store import Line, Row, Written, in_lines
from tui.search.vocabulary import PlainVocabulary

_MANY = 16  # words from which on one set for their common beginning is quicker than theirs
_SETS, _BEGINNINGS = 512, 64  # sets kept: most are small, but they may hold 125 KB each at a million passages
_LINES, _TOGETHER, _READ, _FORMS = 8192, 2048, 256, 8192


class Shared(Articles):
    """Passages on servers. All that is asked of one object must lie in one read transaction of each connection."""

    def __init__(self, parts: Sequence[Part], links: Links) -> None:
        """`links` are those of the parts, in their order."""
        self._parts, self._links = parts, links
        self._arrange()
        self.everything = FrozenBitMap.union(*(part.living for part in parts))
        # Sets written before an article was taken out still name its passages.
        self._all_live = sum(part.held for part in parts) == len(self.everything)
        self._word_sets: dict[int, FrozenBitMap] = {}
        self._beginning_set = lru_cache(maxsize=_BEGINNINGS)(self._read_beginning)
        self._lines: dict[int, Line] = {}
        self._read_before: dict[int, Written] = {}
        self._forms: dict[int, list[tuple[int, str, int]]] = {}
        self._articles: dict[int, str] = {}
        self._states: dict[str, tuple[int, int, int, bytes]] = {}
        self.written = lru_cache(maxsize=1024)(self._written)

    def _arrange(self) -> None:
        """One vocabulary of all: a word has one number everywhere, and its passages add up."""
        words = dict(self._parts[0].words)
        for part in self._parts[1:]:
            for text, (number, n) in part.words.items():
                known = words.get(text)
                words[text] = (number, n + known[1]) if known else (number, n)
        texts = sorted(words)
        self._numbers = array("I", [words[text][0] for text in texts])
        self._ranks = array("I", bytes(4 * (max(self._numbers, default=-1) + 1)))
        for rank, number in enumerate(self._numbers):
            self._ranks[number] = rank
        self.vocabulary = PlainVocabulary(texts, array("I", [words[text][1] for text in texts]))

    def holding(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages that hold any of these words."""
        numbers = [self._numbers[word] for word in words]
        if len(numbers) == 1:
            self._fetch_words(numbers)
        if all(number in self._word_sets for number in numbers):
            return _union([self._word_sets[number] for number in numbers])
        return self._sets("post", numbers)

    def beginning(self, words: range) -> FrozenBitMap:
        """The passages that hold any of a range of words that begin alike."""
        if len(words) >= _MANY:
            first, last = self.vocabulary.words[words[0]], self.vocabulary.words[words[-1]]
            for length in (3, 2, 1):
                if first[:length] == last[:length] and self.vocabulary.starting(first[:length]) == words:
                    return self._beginning_set(first[:length])
        return self.holding(words)

    def written_as(self, forms: Collection[int]) -> FrozenBitMap:
        """The passages that hold any of these forms; they have capitals, as nobody asks for others."""
        return self._sets("cased", list(forms))

    def adjoining(self, left: Collection[int], right: Collection[int]) -> tuple[FrozenBitMap, bool]:
        """The passages that hold a word of either: that one follows the other is told by reading them."""
        return self._any(left) & self._any(right), False

    def _any(self, words: Collection[int]) -> FrozenBitMap:
        return self.beginning(words) if isinstance(words, range) else self.holding(words)

    def opening(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose first word is one of these."""
        return self._sets("opening", [self._numbers[word] for word in words])

    def closing(self, words: Iterable[int]) -> FrozenBitMap:
        """The passages whose last word is one of these."""
        return self._sets("closing", [self._numbers[word] for word in words])

    def lines(self, passages: Iterable[int]) -> Iterator[tuple[int, Line]]:
        """Each of these passages with its words."""
        following = iter(passages)
        while some := list(islice(following, _TOGETHER)):
            yield from self._some_lines(some)

    def _some_lines(self, wanted: Sequence[int]) -> list[tuple[int, Line]]:
        missing = [passage for passage in wanted if passage not in self._lines]
        if missing and len(self._lines) + len(missing) > _LINES:
            self._lines.clear()
            missing = list(wanted)
        query = "SELECT p, words, forms FROM passage WHERE p = ANY(%s::bigint[])"
        for p, words, forms in self._links.of(query, self._apart(missing)) if missing else ():
            self._lines[p] = self._line(words, forms)
        return [(passage, self._lines[passage]) for passage in wanted]

    def _line(self, words: bytes, forms: bytes) -> Line:
        return Line(list(map(self._ranks.__getitem__, unseal_line(words))), unseal_line(forms))

    def _apart(self, passages: Iterable[int]) -> list[list[int]]:
        """The passages by the server they are on."""
        wanted = FrozenBitMap(passages)
        return [list(wanted & part.living) for part in self._parts]

    def in_rows(self, asked: Sequence[Row]) -> list[list[int]]:
        """Of each asked those passages where words stand in a row, of each place one."""
        return in_lines(self.lines, asked)

    def read(self, passage: int) -> Written:
        if passage not in self._read_before:
            self._fetch_texts((passage,))
        return self._read_before[passage]

    def expect(self, *, words: Iterable[int] = (), spellings: Iterable[int] = (), passages: Iterable[int] = ()) -> None:
        self._fetch_words([self._numbers[word] for word in words])
        self._fetch_forms(spellings)
        self._fetch_texts(passages)

    def _fetch_words(self, numbers: Sequence[int]) -> None:
        missing = [number for number in numbers if number not in self._word_sets]
        if missing and len(self._word_sets) + len(missing) > _SETS:
            self._word_sets.clear()
            missing = list(numbers)
        found: dict[int, list[FrozenBitMap]] = {number: [] for number in missing}
        query = "SELECT number, b FROM post WHERE number = ANY(%s::integer[])"
        for number, stored in self._links.ask(query, (missing,)) if missing else ():
            found[number].append(unseal_set(stored))
        self._word_sets.update((number, self._alive(_union(sets))) for number, sets in found.items())

    def _fetch_texts(self, passages: Iterable[int]) -> None:
        missing = [passage for passage in passages if passage not in self._read_before]
        if missing and len(self._read_before) + len(missing) > _READ:
            self._read_before.clear()
        query = 'SELECT p, doc, "start", "end", paragraph, text, words, forms FROM passage WHERE p = ANY(%s::bigint[])'
        rows = list(self._links.of(query, self._apart(missing))) if missing else []
        self._fetch_articles({row[1] for row in rows})
        for p, doc, start, end, paragraph, text, words, forms in rows:
            self._lines[p] = self._line(words, forms)
            self._read_before[p] = _written(self._articles[doc], Passage(start, end, paragraph), text)

    def _fetch_articles(self, documents: Iterable[int]) -> None:
        missing = [number for number in documents if number not in self._articles]
        query = "SELECT id, path, size, mtime, seen, sha256 FROM doc WHERE id = ANY(%s::bigint[])"
        for number, path, *state in self._links.ask(query, (missing,)) if missing else ():
            self._articles[number] = os.fsdecode(path)
            self._states[self._articles[number]] = tuple(state)

    def state(self, source: str) -> tuple[int, int, int, bytes]:
        """Of an article whose passages were read: bytes, nanoseconds it was changed and looked at, SHA-256."""
        return self._states[source]

    def listed(self) -> list[tuple[str, range]]:
        rows = self._links.ask("SELECT first, id, path, count FROM doc")
        return [(os.fsdecode(path), range(first, first + count)) for first, _, path, count in sorted(rows)]

    def acronyms(self) -> Acronyms:
        """The short forms of all passages."""
        learned: Counted = {}
        for short, long, n in self._links.ask("SELECT short, long, n FROM acronym WHERE kind = 0"):
            learned.setdefault(short, Counter())[self._long(long)] += n
        return acronyms(self.vocabulary, learned, lru_cache(maxsize=256)(self._initials))

    def _initials(self, short: str) -> Counter[Long]:
        found: Counter[Long] = Counter()
        if not SHORTEST <= len(short) <= LONGEST:
            return found
        for long, n in self._links.ask("SELECT long, n FROM acronym WHERE kind = 1 AND short = %s", (short,)):
            found[self._long(long)] += n
        return found

    def _long(self, long: str) -> Long:
        return tuple(self.vocabulary.ids[word] for word in long.split(" "))

    def _read_beginning(self, text: str) -> FrozenBitMap:
        numbers = {number for (number,) in self._links.ask("SELECT number FROM beginning WHERE text = %s", (text,))}
        if not numbers:
            raise DamagedError("a beginning of words is missing")
        return self._sets("begun", list(numbers))

    def _sets(self, table: str, numbers: Sequence[int]) -> FrozenBitMap:
        if not numbers:
            return FrozenBitMap()
        rows = self._links.ask(f"SELECT b FROM {table} WHERE number = ANY(%s::integer[])", (list(numbers),))
        return self._alive(_union([unseal_set(stored) for (stored,) in rows]))

    def _alive(self, passages: FrozenBitMap) -> FrozenBitMap:
        return passages if self._all_live else passages & self.everything

    def forms_of(self, word: int) -> list[tuple[int, str]]:
        """The forms of a word, each with its spelling."""
        self._fetch_forms((word,))
        return [(number, spelling) for number, spelling, _ in self._forms[word]]

    def _fetch_forms(self, words: Iterable[int]) -> None:
        wanted = list(words)
        missing = [word for word in wanted if word not in self._forms]
        if missing and len(self._forms) + len(missing) > _FORMS:
            self._forms.clear()
            missing = wanted
        self._forms.update((word, []) for word in missing)
        query = "SELECT word, number, spelling, n FROM form WHERE word = ANY(%s::integer[]) AND n > 0"
        counted: Counter[tuple[int, int, str]] = Counter()
        for word, number, spelling, n in (
            self._links.ask(query, ([self._numbers[w] for w in missing],)) if missing else ()
        ):
            counted[word, number, spelling] += n
        for (word, number, spelling), n in counted.items():
            self._forms[self._ranks[word]].append((number, spelling, n))

    def _written(self, word: int) -> str:
        self._fetch_forms((word,))
        forms = self._forms[word]
        if not forms:
            raise DamagedError("a word of the index is written nowhere")
        return max((n, spelling.islower(), spelling) for _, spelling, n in forms)[2]


def _union(sets: Sequence[FrozenBitMap]) -> FrozenBitMap:
    return FrozenBitMap.union(*sets) if len(sets) > 1 else sets[0] if sets else FrozenBitMap()


def _written(source: str, place: Passage, text: str) -> Written:
    """A passage from its text and a letter either side, as where a word begins may hang on the letter before it."""
    before = min(place.start, 1)
    words = [
        Span(place.start - before + match.start() + word.start, place.start - before + match.start() + word.end)
        for match in fold.runs(text, before, before + place.end - place.start)
        for word in fold.pieces(match.group())
    ]
    return Written(source, place, text[before : before + place.end - place.start], words)
