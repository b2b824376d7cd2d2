"""Arrays beside an index, in a file that is mapped: nothing of it is read, copied or decoded before it is needed.

The index says which file it is and where each array lies in it, with its checksum; so a reader whose state of the
index is old keeps the file of that state, and a file that is damaged, lost or another's is noticed when it is opened.
Everything in it can be made again from the index. A new state gets a new file, put in its place before the index names
it; the file of the state before is removed when the one after it is written.
"""

from __future__ import annotations

import json
import mmap
import os
import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from tui.search.library.codes import seal_text, unseal_text
from tui.search.library.errors import DamagedError

Array = NDArray[Any]
_APART = 64  # bytes: where arrays begin, so that their numbers lie as the processor wants them
_BLOCK = 512  # numbers of 64 bits summed together
_SMALL = 1_000_000  # bytes of arrays, which are deflated: opening takes 3 ms more, and a small library a fifth less
_FILE = re.compile(r"\.(\d{1,18})\.map")


class Arrays(Mapping[str, Array]):
    """The arrays of one file, checked when first asked for. They are read-only, and live as long as anybody has one."""

    def __init__(self, index: Path, stored: object) -> None:
        """`stored` is what `write` returned; raises DamagedError when the file is not that."""
        said = json.loads(unseal_text(stored))
        try:
            with _path(index, said["number"]).open("rb") as file:
                if os.fstat(file.fileno()).st_size != said["size"]:
                    raise DamagedError("the arrays of the index are cut off")
                mapped = mmap.mmap(file.fileno(), said["size"], access=mmap.ACCESS_READ)
        except FileNotFoundError:
            raise GoneError("the arrays of the index are missing") from None
        except OSError as error:
            raise DamagedError(f"the arrays of the index cannot be read: {error.strerror}") from None
        self._is_packed = bool(said.get("packed"))
        self._bytes = _unpacked(mapped) if self._is_packed else mapped
        self._size = said["size"]
        self._places: dict[str, tuple[str, int, int, int]] = said["arrays"]
        self._known: dict[str, Array] = {}

    def __getitem__(self, name: str) -> Array:
        if name not in self._known:
            kind, begin, count, checksum = self._places[name]
            array = np.frombuffer(self._bytes, np.dtype(kind), count, begin)
            if self._is_packed:
                array = _whole(array)
            if _checksum(array) != checksum:
                raise DamagedError("an array of the index has changed on disk")
            self._known[name] = array
        return self._known[name]

    def check(self) -> None:
        """Raise DamagedError when somebody else has cut the file off since: what is no longer there ends the process.

        So it is asked of before each search, and only a file cut off within one is not noticed.
        """
        if isinstance(self._bytes, mmap.mmap) and self._bytes.size() < self._size:
            raise DamagedError("the arrays of the index are cut off")

    def text(self, first: str) -> mmap.mmap | bytes:
        """The whole file, which begins with the bytes of this array, as they give slices ten times sooner."""
        if self._places[first][1]:
            raise DamagedError("the arrays of the index are in another order")
        self[first]  # is as it was written
        return self._bytes

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class GoneError(DamagedError):
    """The file is not there: the index has another by now, or somebody removed it."""


def place(sql: sqlite3.Connection) -> Path:
    """The file of the index a connection is to."""
    query = "SELECT CAST(file AS BLOB) FROM pragma_database_list WHERE name = 'main'"
    return Path(os.fsdecode(sql.execute(query).fetchone()[0]))


def write(index: Path, number: int, arrays: Mapping[str, Array]) -> bytes:
    """Write a file with these arrays, the first at its beginning; what the index is to keep of it."""
    path = _path(index, number)
    temporary = path.with_suffix(".tmp")
    places: dict[str, tuple[str, int, int, int]] = {}
    is_packed = sum(one.nbytes for one in arrays.values()) < _SMALL
    with temporary.open("wb") as file:
        packed = BytesIO() if is_packed else file
        for name, one in arrays.items():
            array = np.ascontiguousarray(one)
            places[name] = array.dtype.str, packed.tell(), len(array), _checksum(array)
            packed.write((_parts(array) if is_packed else array).tobytes())
            _fill(packed)
        if isinstance(packed, BytesIO):
            file.write(zlib.compress(packed.getvalue()))
        size = file.tell()
    temporary.replace(path)
    return seal_text(json.dumps({"number": number, "size": size, "packed": is_packed, "arrays": places}))


def _fill(file: IO[bytes]) -> None:
    """Go on to where an array may begin."""
    file.write(bytes(_APART - file.tell() % _APART))


def _unpacked(mapped: mmap.mmap) -> bytes:
    with mapped:
        try:
            return zlib.decompress(mapped)
        except zlib.error:
            raise DamagedError("the arrays of the index have changed on disk") from None


def _parts(array: Array) -> Array:
    """The lowest bytes of all numbers, then the next ones: they deflate to three quarters of whole numbers."""
    return array.view(np.uint8).reshape(-1, array.itemsize).T


def _whole(parts: Array) -> Array:
    """The numbers that `_parts` took apart."""
    array = np.ascontiguousarray(parts.view(np.uint8).reshape(parts.itemsize, -1).T).view(parts.dtype).ravel()
    array.flags.writeable = False
    return array


def flush(index: Path, number: int) -> None:
    """Wait until the disk has a file."""
    with _path(index, number).open("rb") as file:
        os.fsync(file.fileno())


def sweep(index: Path, *kept: int) -> None:
    """Remove the files of an index but those with these numbers; whoever has one mapped keeps it."""
    for path in index.parent.iterdir():
        if path.name.startswith(index.name) and _is_other(path.name[len(index.name) :], kept):
            with suppress(OSError):
                path.unlink()


def _is_other(ending: str, kept: tuple[int, ...]) -> bool:
    found = _FILE.fullmatch(ending)
    return (found is not None and int(found[1]) not in kept) or ending.endswith(".tmp")


def are_sound(index: Path, stored: object) -> bool:
    """Whether the file is there, and all arrays in it are as they were written."""
    with suppress(DamagedError, ValueError, LookupError):
        return all(len(array) >= 0 for array in Arrays(index, stored).values())
    return False


def number(stored: object) -> int:
    """The number of the file that `write` wrote; -1 where there is none."""
    return int(json.loads(unseal_text(stored))["number"]) if stored else -1


def _path(index: Path, number: int) -> Path:
    return index.with_name(f"{index.name}.{int(number)}.map")


def _checksum(array: Array) -> int:
    """A number that any changed bit, byte or misplaced block makes another; of 16 MB in a millisecond, CRC-32 in four.

    Sums of blocks, each times another odd number.
    """
    raw = array.view(np.uint8)
    rest = np.zeros(8 * _BLOCK, np.uint8)
    whole = len(raw) // len(rest) * len(rest)
    rest[: len(raw) - whole] = raw[whole:]
    blocks = raw[:whole].view(np.uint64).reshape(-1, _BLOCK)
    sums = np.append(blocks.sum(axis=1, dtype=np.uint64), rest.view(np.uint64).sum(dtype=np.uint64))
    return int(np.dot(sums, np.arange(1, 2 * len(sums), 2, dtype=np.uint64)))
