"""Whether an article on disk is still the one that was indexed."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from time import time_ns

from tui.documents import Limits
from tui.documents.files import read_bytes
from tui.documents.model import ArticleError

_TICK = 2_000_000_000  # nanoseconds: some file systems count time in steps of two seconds


def looks_the_same(size: int, mtime: int, known_size: int, known_mtime: int, seen: int) -> bool:
    """Whether size and time say that a file did not change since it was seen.

    A file changed in the tick in which it was seen may change again without another time; then they say nothing.
    """
    return size == known_size and mtime == known_mtime and mtime < seen - _TICK


def changed(path: str, size: int, mtime: int, seen: int, sha256: bytes) -> str:
    """How the file differs from what was indexed, in words that follow its name; "" when it does not."""
    try:
        status = os.stat(path)  # noqa: PTH116 - asked of every article of every key
        if looks_the_same(status.st_size, status.st_mtime_ns, size, mtime, seen):
            return ""
        # Once the tick is over in which the file was changed, another change gives it another time.
        settled = status.st_mtime_ns < time_ns() - _TICK
        digest = _digest if settled else _digest.__wrapped__
        same = status.st_size == size and digest(path, status.st_mtime_ns, status.st_ino) == sha256
    except (OSError, ArticleError):
        return "can no longer be read"
    return "" if same else "has changed since"


@lru_cache(maxsize=256)
def _digest(path: str, mtime: int, inode: int) -> bytes:
    """The SHA-256 of a file that changes no more without another time or inode."""
    return hashlib.sha256(read_bytes(path, Limits())).digest()
