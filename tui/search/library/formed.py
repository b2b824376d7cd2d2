"""Words and the forms they are written in, numbered in the order of coming; which of them each chunk has."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from tui.search import fold
from tui.search.library.chunks import Form, forms, forms_of, is_apart
from tui.search.library.codes import Numbers, spread

_TOGETHER = 1 << 16  # chunks: the runs of so many are strings at once
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

    def __len__(self) -> int:
        return len(self.spellings)

    def of(self, chunks: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The forms of chunks in a row, and how many each has; words and forms not known yet get the next numbers."""
        some = [self._of(chunks[at : at + _TOGETHER]) for at in range(0, len(chunks), _TOGETHER)]
        none = np.zeros(0, np.uint32)
        flat, counts = zip(*some, strict=True) if some else ((none,), (none,))
        return np.concatenate(flat), np.concatenate(counts)

    def _of(self, chunks: Sequence[str]) -> tuple[Numbers, Numbers]:
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
        """The number of a form, the next where it is not known."""
        spelling, word = form.spelling, self.words[form.word]
        number = self._forms.setdefault(spelling, len(self.spellings))
        if number < len(self.spellings) and self.word_of_form[number] != word:
            number = self._others.setdefault((spelling, word), len(self.spellings))
        if number == len(self.spellings):
            self.spellings.append(spelling)
            self.word_of_form.append(word)
        return number

    def known(self, run: str) -> list[int]:
        """The forms of an unbroken run."""
        if run.isascii() and run.isalpha():
            return [self._number(Form(run, run.lower()))]
        return list(map(self._number, forms_of(run)))


class _Runs(dict[str, int]):
    """Unbroken runs of text with their numbers, and the forms of each; run 0 is a line end and has none."""

    def __init__(self, forms: Forms) -> None:
        super().__init__({_LINE_END: 0})
        self._known = forms
        self._counts, self._forms = array("I", [0]), array("I")

    def __missing__(self, run: str) -> int:
        number = self[run] = len(self._counts)
        found = self._known.known(run)
        self._forms.extend(found)
        self._counts.append(len(found))
        return number

    def read(self, lines: Sequence[str]) -> tuple[Numbers, Numbers]:
        """The forms of some texts without line ends, and how many each has."""
        runs = np.array(list(map(self.__getitem__, fold.runs_of(lines))), np.uint32)
        every = np.array(self._counts, np.uint32)
        first = np.cumsum(every, dtype=np.intp) - every
        flat, begin = spread(np.array(self._forms, np.uint32), first, every, runs)
        return flat, np.diff(begin[1:][runs == 0], prepend=0).astype(np.uint32)
