"""Different texts, numbered in the order of their coming: hundreds of thousands are looked up at once, as slices of
one long text.

Of a text of up to seven bytes these and their count are one number, its tag, that no other text has; a longer one has a
hash of its bytes as its tag, and is compared with what is known by that. A table says which text has a tag (open
addressing, one step at a time). A number nobody knows is in every hash: no text can be written to make this slow.
"""

from __future__ import annotations

import os
import sys

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import Numbers, T, strung

Places = NDArray[np.intp]
Tags = NDArray[np.uint64]
Bytes = NDArray[np.uint8]

_WORD = 8  # bytes read at once
_SHORT = _WORD - 1  # bytes that fit into a tag beside their count
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(_WORD + 1)], np.uint64)
_TOP = np.uint64(8 * _SHORT)
_LONG = np.uint64(0xFF << 8 * _SHORT)
_NOTHING = np.uint64(0xFE << 8 * _SHORT)  # the tag of no text
_HASHED = _MASKS[_SHORT]
_HALF = np.uint64(32)
_LEAST_BITS = 10
_SPACE = 32
_ENDS = np.isin(np.arange(256), (0, _SPACE))


class Numbering:
    """Texts without spaces and NULs, as UTF-8. The first has the number 0."""

    def __init__(self) -> None:
        self._key = np.uint64(int.from_bytes(os.urandom(_WORD), sys.byteorder) | 1)
        self._size = 0
        self._tags: Tags = np.full(1, _NOTHING)  # of each text behind the first place, which stands for none
        self._first: Places = np.zeros(1, np.intp)
        self._lengths: Numbers = np.zeros(1, np.uint32)
        self._bytes: Bytes = np.zeros(_WORD, np.uint8)
        self._used = 0  # bytes of these
        self._odd: dict[bytes, int] = {}  # the few texts that have a tag together with another
        self._spread(_LEAST_BITS)

    def __len__(self) -> int:
        return self._size

    def read(self, raw: bytes) -> tuple[Numbers, Places]:
        """The numbers of all texts in `raw`, a space or NUL behind each, and how many texts each NUL ends.

        Those not known yet get the next numbers.
        """
        padded = np.frombuffer(raw + bytes(_WORD), np.uint8)
        ends = np.flatnonzero(_ENDS[padded[: len(raw)]])
        first = np.concatenate([np.zeros(1, np.intp), ends[:-1] + 1])[: len(ends)]
        counts = np.diff(np.flatnonzero(padded[ends] == 0), prepend=-1)
        return self._numbers(padded, first, ends - first), counts

    def _numbers(self, raw: Bytes, first: Places, lengths: Places) -> Numbers:
        words = _words(raw)
        tags = self._tagged(words, first, lengths)
        found = self._find(tags)
        fresh = np.flatnonzero(found == 0)
        if len(fresh):
            found[fresh] = self._learn(raw, first[fresh], lengths[fresh], tags[fresh])
        long = np.flatnonzero(lengths > _SHORT)
        for at in long[~self._are(found[long], words, first[long], lengths[long])].tolist():
            found[at] = self._alone(raw, first[at : at + 1], lengths[at : at + 1], tags[at : at + 1])
        return found - np.uint32(1)

    def _tagged(self, words: Tags, first: Places, lengths: Places) -> Tags:
        tags = words[first] & _MASKS[np.minimum(lengths, _WORD)]
        long = np.flatnonzero(lengths > _SHORT)
        hashed, begin, rest = self._mixed(tags[long]), first[long], lengths[long]
        tags |= lengths.astype(np.uint64) << _TOP
        left = np.arange(len(long))
        for at in range(_WORD, int(rest.max(initial=0)), _WORD):
            left = left[rest[left] > at]
            here = words[begin[left] + at] & _MASKS[np.minimum(rest[left] - at, _WORD)]
            hashed[left] = self._mixed(hashed[left] ^ here)
        tags[long] = (hashed ^ rest.astype(np.uint64)) & _HASHED | _LONG
        return tags

    def _mixed(self, tags: Tags) -> Tags:
        """Other numbers, multiplied twice.

        Of a number multiplied once the highest bits hang on the lowest of the key alone: texts could be written whose
        next bytes make up for that.
        """
        mixed = tags * self._key
        found: Tags = (mixed ^ mixed >> _HALF) * self._key
        return found

    def _slots(self, tags: Tags) -> Places:
        """Where in the table tags are looked for first."""
        return (self._mixed(tags) >> self._shift).astype(np.intp)

    def _find(self, tags: Tags) -> Numbers:
        """The places of the texts with these tags, 0 where there is none."""
        at = self._slots(tags)
        found = self._table[at]
        left = np.flatnonzero(self._tags[found] != tags)
        left = left[found[left] != 0]
        while len(left):
            at[left] = at[left] + 1 & len(self._table) - 1
            found[left] = self._table[at[left]]
            left = left[(found[left] != 0) & (self._tags[found[left]] != tags[left])]
        return found

    def _learn(self, raw: Bytes, first: Places, lengths: Places, tags: Tags) -> Numbers:
        """The places of texts whose tags are not known yet."""
        _, where, which = np.unique(tags, return_index=True, return_inverse=True)
        coming = np.argsort(where)
        rank = np.empty(len(coming), np.uint32)
        rank[coming] = np.arange(len(coming), dtype=np.uint32)
        new = where[coming]
        places = self._append(raw, first[new], lengths[new], tags[new])
        if 2 * self._size > len(self._table):
            self._spread((4 * self._size).bit_length())
        else:
            self._place(places)
        return np.uint32(places.start) + rank[which]

    def _append(self, raw: Bytes, first: Places, lengths: Places, tags: Tags) -> range:
        """Keep new texts; their places."""
        fresh, begin = strung(raw, first, lengths)
        here = range(self._size + 1, self._size + 1 + len(tags))
        self._tags = _room(self._tags, here.stop)
        self._first = _room(self._first, here.stop)
        self._lengths = _room(self._lengths, here.stop)
        self._bytes = _room(self._bytes, self._used + len(fresh) + _WORD)
        self._tags[here.start : here.stop] = tags
        self._first[here.start : here.stop] = begin[:-1] + self._used
        self._lengths[here.start : here.stop] = lengths
        self._bytes[self._used : self._used + len(fresh)] = fresh
        self._used += len(fresh)
        self._size += len(tags)
        return here

    def _spread(self, bits: int) -> None:
        """Put all texts into a new table of so many bits."""
        self._table: Numbers = np.zeros(1 << bits, np.uint32)
        self._shift = np.uint64(64 - bits)
        places = np.arange(1, self._size + 1)
        self._place(np.delete(places, np.array(list(self._odd.values()), np.intp) - 1))

    def _place(self, places: range | Places) -> None:
        numbers = np.asarray(places, np.uint32)
        at, left = self._slots(self._tags[numbers]), np.arange(len(numbers))
        while len(left):
            here = at[left]
            free = self._table[here] == 0
            self._table[here[free]] = numbers[left[free]]
            left = left[self._table[here] != numbers[left]]
            at[left] = at[left] + 1 & len(self._table) - 1

    def _are(self, places: Numbers, words: Tags, first: Places, lengths: Places) -> NDArray[np.bool_]:
        """Whether these are the texts at these places."""
        same: NDArray[np.bool_] = self._lengths[places] == lengths
        known, begin = _words(self._bytes), self._first[places]
        left = np.flatnonzero(same)
        for at in range(0, int(lengths.max(initial=0)), _WORD):
            left = left[lengths[left] > at]
            differs = known[begin[left] + at] ^ words[first[left] + at]
            same[left] &= differs & _MASKS[np.minimum(lengths[left] - at, _WORD)] == 0
        return same

    def _alone(self, raw: Bytes, first: Places, lengths: Places, tags: Tags) -> int:
        """The place of a text whose tag is that of another."""
        text = raw[first[0] : first[0] + lengths[0]].tobytes()
        if text not in self._odd:
            self._odd[text] = self._append(raw, first, lengths, tags).start
        return self._odd[text]

    def renumber(self, known: int, order: Places) -> None:
        """Number the texts from `known` on anew: the first is now the one that was the `order[0]`th of them."""
        begin, end = known + 1, self._size + 1
        places = np.arange(end, dtype=np.uint32)
        places[begin + order] = np.arange(begin, end, dtype=np.uint32)
        self._table = places[self._table]
        for each in (self._tags, self._first, self._lengths):
            each[begin:end] = each[begin:end][order]
        self._odd = {text: int(places[place]) for text, place in self._odd.items()}

    def raw(self, numbers: NDArray[np.integer], last: Places | None = None) -> bytes:
        """The bytes of these texts, a space behind each; NUL instead where they are the `last`."""
        places = numbers + 1
        found, begin = strung(self._bytes, self._first[places], self._lengths[places] + 1)
        found[begin[1:] - 1] = _SPACE
        if last is not None:
            found[begin[1:][last] - 1] = 0
        return found.tobytes()

    def having(self, numbers: Places, byte: int) -> Places:
        """Which of these texts have a byte."""
        raw = np.frombuffer(self.raw(numbers), np.uint8)
        at = np.searchsorted(np.flatnonzero(raw == _SPACE), np.flatnonzero(raw == byte))
        return numbers[np.unique(at)]

    def texts(self, numbers: NDArray[np.integer]) -> list[str]:
        """These texts."""
        return self.raw(numbers).decode("utf-8", "surrogatepass").split(" ")[:-1]


def _words(raw: Bytes) -> Tags:
    """The eight bytes from each byte on, the lowest first."""
    return np.ndarray((len(raw) - _WORD + 1,), "<u8", raw, strides=(1,))


def _room(held: NDArray[T], size: int) -> NDArray[T]:
    """The same numbers with room for so many, and more where there was too little."""
    if len(held) >= size:
        return held
    larger = np.zeros(size + size // 2, held.dtype)
    larger[: len(held)] = held
    return larger
