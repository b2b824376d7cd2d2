"""Words and the forms they are written in, numbered in the order of coming; which of them each chunk has."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import chain, count, repeat

import numpy as np

from tui.search import fold
from tui.search.library.chunks import Form, forms, forms_of, is_apart
from tui.search.library.codes import Numbers, spread

_LINE_END = "\n"


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


class Forms:
    """All words and forms of an index: form `f` is written `spellings[f]` and is the word `word_of_form[f]`."""

    def __init__(self, words: list[str], spellings: list[str], word_of_form: array[int]) -> None:
        self.words = Numbered(words)
        self.spellings = spellings
        self.word_of_form = word_of_form
        self._forms: dict[str, int] = {}
        self._others: dict[tuple[str, int], int] = {}  # of the few spellings that stand for several words
        for form, (spelling, word) in enumerate(zip(self.spellings, word_of_form, strict=True)):
            if self._forms.setdefault(spelling, form) != form:
                self._others[spelling, word] = form
        self._runs = _Runs(self)

    def of(self, chunks: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The forms of chunks in a row, and how many each has; words and forms not known yet get the next numbers."""
        apart = [at for at, chunk in enumerate(chunks) if is_apart(chunk)]
        alone = [list(map(self._number, forms(chunks[at]))) for at in apart]
        lines = ["" if chunk == _LINE_END else chunk for chunk in chunks]
        for at in apart:
            lines[at] = ""
        flat, counts = self._runs.read(lines)
        if apart:
            ends = np.cumsum(counts, dtype=np.intp)
            many = np.array(list(map(len, alone)), np.uint32)
            flat = np.insert(flat, np.repeat(ends[apart], many), [form for each in alone for form in each])
            counts[apart] = many
        return flat, counts

    def _number(self, form: Form) -> int:
        return self._form(form.spelling, self.words[form.word])

    def _form(self, spelling: str, word: int) -> int:
        """The number of a form, the next where it is not known."""
        number = self._forms.setdefault(spelling, len(self.spellings))
        if number < len(self.spellings) and self.word_of_form[number] != word:
            number = self._others.setdefault((spelling, word), len(self.spellings))
        if number == len(self.spellings):
            self.spellings.append(spelling)
            self.word_of_form.append(word)
        return number

    def plain(self, runs: Sequence[str]) -> list[int]:
        """The forms of words of ASCII letters."""
        words = list(map(self.words.__getitem__, map(str.lower, runs)))
        return list(map(self._form, runs, words))

    def others(self, run: str) -> list[int]:
        """The forms of any unbroken run."""
        parts = list(filter(None, run.split("_")))
        if run.isascii() and all(map(str.isalpha, parts)):  # as most names in programs are
            return self.plain(parts)
        return list(map(self._number, forms_of(run)))


class _Runs(dict[str, int]):
    """Unbroken runs of text with their numbers, and the forms of each; run 0 is a line end and has none."""

    def __init__(self, forms: Forms) -> None:
        super().__init__({_LINE_END: 0})
        self._known = forms
        self._counts, self._forms = array("I", [0]), array("I")

    def _learn(self, runs: Iterable[str]) -> None:
        plain, others = list[str](), list[str]()
        for run in runs:
            (plain if run.isascii() and run.isalpha() else others).append(run)
        forms, each = self._known.plain(plain), list(map(self._known.others, others))
        self.update(zip(chain(plain, others), count(len(self._counts)), strict=False))
        self._counts.extend(chain(repeat(1, len(plain)), map(len, each)))
        self._forms.extend(chain(forms, chain.from_iterable(each)))

    def read(self, lines: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The forms of some texts without line ends, and how many each has."""
        found = fold.runs_of(lines)
        known = list(map(self.get, found))  # once each, as a look into so many strings costs more than all else here
        fresh = [at for at, number in enumerate(known) if number is None]
        self._learn(dict.fromkeys(map(found.__getitem__, fresh)))
        for at in fresh:
            known[at] = self[found[at]]
        runs = np.array(known, np.uint32)
        every = np.array(self._counts, np.uint32)
        first = np.cumsum(every, dtype=np.intp) - every
        flat, begin = spread(np.array(self._forms, np.uint32), first, every, runs)
        return flat, np.diff(begin[1:][runs == 0], prepend=0).astype(np.uint32)
