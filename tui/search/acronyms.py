"""Short forms and what they stand for, learned from the text itself.

Two ways: a bracket after the words it abbreviates, "memorandum of understanding (MoU)", after the method of
Schwartz and Hearst (2003) made looser so that "Indo-Pacific Command in Hawaii (INDOPACOM)" is understood; and the
initials of a run of capitalised words, so that `un` finds "United Nations" though no text says "UN".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tui.search.index import Index

_LONGEST_RUN = 8
_SMALL = frozenset(("of", "the", "and", "for", "de", "la", "du", "des", "del", "und", "der", "on", "to", "in"))


class Acronyms:
    """`meanings[short]` are the long forms of a folded short form, `shorts[word]` the short forms a long word is part of.

    All are word ids of the index but the keys of `meanings`, which may be words no text has.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self.meanings: dict[str, set[tuple[int, ...]]] = {}
        self.shorts: dict[int, set[int]] = {}
        for passage in range(index.size):
            tokens = index.tokens(passage)
            self._learn_brackets(tokens, passage)
            self._learn_initials(tokens)

    def _learn_brackets(self, tokens: range, passage: int) -> None:
        place = self._index.passages[passage]
        text = self._index.documents[self._index.document_of[passage]].text
        if text.find("(", place.start, place.end) < 0:
            return
        for token in tokens:
            start, end = self._index.starts[token], self._index.ends[token]
            spelling = text[start:end]
            if text[start - 1 : start] == "(" and text[end : end + 1] == ")" and _is_short(spelling):
                self._learn(spelling, tokens, token)

    def _learn(self, spelling: str, tokens: range, token: int) -> None:
        words = self._index.vocabulary.words
        short = words[self._index.words[token]]
        before = range(max(tokens.start, token - _LONGEST_RUN), token)
        names = [words[self._index.words[i]] for i in before]
        found = spelt_by(short, names)
        if found is None:
            return
        long = tuple(self._index.words[before.start + i] for i in range(found.start, found.stop))
        self.meanings.setdefault(short, set()).add(long)
        for word in long:
            if words[word] not in _SMALL:
                self.shorts.setdefault(word, set()).add(self._index.words[token])

    def _learn_initials(self, tokens: range) -> None:
        run: list[int] = []
        for token in tokens:
            word = self._index.vocabulary.words[self._index.words[token]]
            capital = self._index.spellings[self._index.forms[token]][:1].isupper()
            if capital or (run and word in _SMALL):
                run.append(self._index.words[token])
            else:
                self._close(run)
                run = []
        self._close(run)

    def _close(self, run: list[int]) -> None:
        names = [self._index.vocabulary.words[word] for word in run[:_LONGEST_RUN]]
        for start in range(len(names) - 1):
            if names[start] in _SMALL:
                continue
            for stop in range(start + 2, len(names) + 1):
                if names[stop - 1] not in _SMALL:
                    self._close_one(names[start:stop], tuple(run[start:stop]))

    def _close_one(self, names: Sequence[str], ids: tuple[int, ...]) -> None:
        large = [name for name in names if name not in _SMALL]
        if 2 <= len(large) <= 6:
            self.meanings.setdefault("".join(name[0] for name in large), set()).add(ids)
            if len(large) < len(names):
                self.meanings.setdefault("".join(name[0] for name in names), set()).add(ids)


def _is_short(spelling: str) -> bool:
    return 2 <= len(spelling) <= 12 and sum(c.isupper() for c in spelling) >= 2 and spelling.isalnum()


def spelt_by(short: str, names: Sequence[str]) -> range | None:
    """The words of `names`, nearest its end, whose beginnings spell `short`; None when none do.

    The first word gives at least its first letter, every later one a beginning; small words may give none, and words
    after the last one used are free (the bracket may follow a "in Hawaii").
    """
    best: range | None = None
    for start in range(len(names)):
        stop = next((stop for stop in _spell(short, names, start)), None)
        if stop is not None:
            best = range(start, stop)
    return best


def _spell(short: str, names: Sequence[str], at: int, used: int = 0) -> Iterator[int]:
    if used == len(short):
        yield at
        return
    if at == len(names):
        return
    name = names[at]
    longest = next((n for n in range(min(len(name), len(short) - used), 0, -1) if short.startswith(name[:n], used)), 0)
    for taken in range(longest, 0, -1):
        yield from _spell(short, names, at + 1, used + taken)
    if used and name in _SMALL:
        yield from _spell(short, names, at + 1, used)
