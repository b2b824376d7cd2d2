"""Reading an article's bytes: regular files only, never blocking, never without end."""

from __future__ import annotations

import difflib
import errno
import os
import stat
from itertools import islice
from pathlib import Path
from typing import Final

from tui.documents.cleaning import clean_line
from tui.documents.limits import Limits
from tui.documents.model import ArticleError

_LONGEST_NAME: Final = 240
_NAMES_LOOKED_AT: Final = 1_000
_WORDS: Final = {
    errno.ENOENT: "no such file",
    errno.EACCES: "you have no permission to read it",
    errno.EPERM: "you have no permission to read it",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EISDIR: "it is a folder, not an article",
    errno.EAGAIN: "it has nothing to read now",
    errno.EIO: "the disk reports a read error",
    errno.ENXIO: "it is a device or socket, not an article",
}
_KINDS: Final = {
    stat.S_IFDIR: "it is a folder, not an article",
    stat.S_IFIFO: "it is a named pipe, not an article",
    stat.S_IFSOCK: "it is a socket, not an article",
    stat.S_IFCHR: "it is a device, not an article",
    stat.S_IFBLK: "it is a device, not an article",
}


def read_bytes(path: str | os.PathLike[str], limits: Limits) -> bytes:
    """The bytes of a regular file of at most `limits.article_bytes`.

    A symbolic link is followed once, to its end; from there on a swapped link is refused. Raises ArticleError.
    """
    try:
        return _read(os.path.realpath(path, strict=True), os.fspath(path), limits)
    except OSError as error:
        raise article_error(path, _reason(path, error) + _nearest(path, error)) from error
    except ValueError as error:  # a NUL or a lone surrogate: no file can be called so
        raise article_error(path, "no file can have such a name") from error


def article_error(path: str | os.PathLike[str], reason: str) -> ArticleError:
    """The error that says `reason` of the file, in one clean line."""
    return ArticleError(f"{shown_name(path)}: {clean_line(reason)}")


def shown_name(path: str | os.PathLike[str]) -> str:
    """The path as given, clean, its middle left out when it is very long."""
    name = clean_line(os.fspath(path)) or "(no name)"
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[:half]}…{name[-half:]}"


def _read(real: str, given: str, limits: Limits) -> bytes:
    _refuse_special(os.lstat(real), given)
    # Opening a device can act on it, hence the look before; the file may be swapped meanwhile, hence the one after.
    descriptor = os.open(real, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_NOCTTY | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        _refuse_special(status, given)
        _refuse_large(status.st_size, given, limits)
        raw = _drain(descriptor, max(status.st_size, 0), limits.article_bytes)
    finally:
        os.close(descriptor)
    _refuse_large(len(raw), given, limits)
    return raw


def _drain(descriptor: int, expected: int, limit: int) -> bytes:
    """Read to the end, or to one byte over the limit: `st_size` is 0 in /proc, and a file may grow."""
    pieces: list[bytes] = []
    total = 0
    while total <= limit:
        piece = os.read(descriptor, min(max(expected - total, 0) + 65_536, limit + 1 - total))
        if not piece:
            break
        pieces.append(piece)
        total += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _refuse_special(status: os.stat_result, given: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise article_error(given, _KINDS.get(stat.S_IFMT(status.st_mode), "it is not a regular file"))


def _refuse_large(size: int, given: str, limits: Limits) -> None:
    if size > limits.article_bytes:
        raise article_error(given, f"it is larger than {_size(limits.article_bytes)}, the most an article may have")


def _size(count: int) -> str:
    return f"{count / 2**20:.4g} MB" if count >= 2**20 else f"{count:,} bytes"


def _reason(path: str | os.PathLike[str], error: OSError) -> str:
    if error.errno == errno.ENOENT and _is_link(path):
        return "its symbolic link leads nowhere"
    return _WORDS.get(error.errno or 0) or (error.strerror or "it cannot be read").lower()


def _nearest(path: str | os.PathLike[str], error: OSError) -> str:
    """A question after another file of the folder, when one has a similar name."""
    if error.errno != errno.ENOENT or _is_link(path):
        return ""
    wanted = Path(path)
    try:
        with os.scandir(wanted.parent) as entries:
            names = [entry.name for entry in islice(entries, _NAMES_LOOKED_AT)]
    except OSError:
        return ""
    close = difflib.get_close_matches(wanted.name[:255], sorted(names), 1, 0.6)
    return f" (did you mean {clean_line(str(wanted.parent / close[0]))}?)" if close else ""


def _is_link(path: str | os.PathLike[str]) -> bool:
    try:
        return Path(path).is_symlink()
    except OSError:
        return False
