"""Values as they lie in the index: each ends in its CRC-32, so that a damaged one is noticed and never believed."""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Sequence

import numpy as np
from pyroaring import FrozenBitMap

from tui.search.library import halves
from tui.search.library.errors import DamagedError

_CHECK = struct.Struct("<I")
_WHOLE = 0x2144DF1C  # the CRC-32 of any value with its own behind it, the lowest byte first
SURROGATES = range(0xD800, 0xE000)  # no form has such a number: UTF-8 has no bytes for them
FEW = 8  # passages: Roaring takes 18 bytes for one and 34 for nine, and 15, 19 or 23 where they stand in a row
_PLAIN = range(0, 4 * FEW + 1, 4)
_LARGE = 1_000_000  # numbers from here take two characters, the first of them not under this


def seal(value: bytes) -> bytes:
    """The value with its checksum."""
    return value + _CHECK.pack(zlib.crc32(value))


def unseal(stored: object) -> bytes:
    """The value without its checksum; raises DamagedError when that does not fit."""
    if not isinstance(stored, bytes) or len(stored) < _CHECK.size:
        raise DamagedError("a value of the index is missing")
    if zlib.crc32(stored) != _WHOLE:
        raise DamagedError("a value of the index has changed on disk")
    return stored[: -_CHECK.size]


def unseal_all(stored: Iterable[object]) -> list[bytes]:
    """Values without their checksums; of hundreds each takes a third of the time it takes alone."""
    values = list(stored)
    try:
        checks = list(map(zlib.crc32, values))  # type: ignore[arg-type]  # what is no bytes is refused here
    except TypeError:
        checks = []
    if checks.count(_WHOLE) < len(values):
        return list(map(unseal, values))  # which says what is wrong
    return [value[:-4] for value in values]  # type: ignore[index]


def seal_set(passages: FrozenBitMap | array[int]) -> bytes:
    """A set of passages, sealed: up to eight as plain numbers, more as portable Roaring bytes (roaringbitmap.org)."""
    if len(passages) <= FEW:
        return seal(array("I", passages).tobytes())
    bitmap = passages if isinstance(passages, FrozenBitMap) else FrozenBitMap(passages)
    return seal(bitmap.serialize())


def seal_packed(passages: FrozenBitMap | array[int]) -> bytes:
    """The same in as few bytes as may be (`tui.search.library.halves`), for what not every key reads."""
    if len(passages) >= halves.LEAST:
        plain = passages.to_array() if isinstance(passages, FrozenBitMap) else passages
        if value := halves.packed(np.frombuffer(plain, np.uint32)):
            return seal(value)
    return seal_set(passages)


def unseal_set(stored: object) -> FrozenBitMap:
    """The set that `seal_set` or `seal_packed` stored."""
    value = unseal(stored)
    if len(value) in _PLAIN:
        return FrozenBitMap(array("I", value))
    return _large(value)


def _large(value: bytes) -> FrozenBitMap:
    return FrozenBitMap.deserialize(halves.roaring(value) if halves.is_packed(value) else value)


def unseal_union(stored: Iterable[object], more: bytes = b"") -> FrozenBitMap:
    """The passages of any of several sets, and `more` as plain numbers."""
    return union(unseal_all(stored), more)


def union(values: Sequence[bytes], more: bytes = b"") -> FrozenBitMap:
    """The same of sets without their checksums; small sets are put together first."""
    few = array("I", b"".join([more, *(value for value in values if len(value) in _PLAIN)]))
    large = [_large(value) for value in values if len(value) not in _PLAIN]
    if not large:
        return FrozenBitMap(few)
    return FrozenBitMap.union(*large, FrozenBitMap(few)) if few or len(large) > 1 else large[0]


def seal_line(forms: Sequence[int]) -> bytes:
    """The forms of a passage as characters in UTF-8, so that the commonest forms take one byte; sealed."""
    if max(forms, default=0) < _LARGE:
        return seal("".join(map(chr, forms)).encode())
    pairs = (f for form in forms for f in ((form,) if form < _LARGE else (_LARGE + form // _LARGE, form % _LARGE)))
    return seal("".join(map(chr, pairs)).encode("utf-8", "surrogatepass"))


def unseal_line(stored: object) -> list[int]:
    """The forms that `seal_line` stored."""
    numbers = list(map(ord, unseal(stored).decode("utf-8", "surrogatepass")))
    if max(numbers, default=0) < _LARGE:
        return numbers
    following = iter(numbers)
    return [n if n < _LARGE else (n - _LARGE) * _LARGE + next(following) for n in following]
