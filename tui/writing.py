"""Write a text file so that, whatever happens, the file is the old one or the new one."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

__all__ = ["replace_file", "sweep"]

# Folders that cannot be flushed on their own say so with one of these; the file itself was flushed before.
_FOLDER_FLUSH_UNKNOWN = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM})
# File systems without hard links (FAT, some network shares) answer link() with one of these.
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})

_TEMP = re.compile(r"\.hexapla-(?P<host>[0-9a-f]{8})-(?P<pid>[0-9]{1,10})-[0-9a-f]{8}\.tmp")


def replace_file(path: Path | str, text: str, *, force: bool = True) -> None:
    """Put `text` (UTF-8) at `path` in one step: a reader, a crash or a full disk sees the old file or the new one.

    A file that is replaced keeps its permissions; a symbolic link keeps pointing where it points, and
    the file behind it is replaced. Without `force` an existing path, a dangling link too, is left alone and
    FileExistsError raised, also when it appears at the same moment. Every failure is an OSError; no temporary
    file is left behind unless the process is killed, and those are swept by the next write to the folder.
    """
    data = _encoded(path, text)
    target = _target(Path(path), force=force)
    # First, because on a full disk the room of stale temporary files may be what this write needs.
    sweep(target.parent)
    before = _existing(target)
    with _temporary(target.parent, before) as (descriptor, temporary):
        _write_all(descriptor, data)
        _keep_owner_and_mode(descriptor, before)
        os.fsync(descriptor)
        if force:
            os.replace(temporary, target)  # noqa: PTH105 - tests fail each of these calls by name
        else:
            _place_exclusively(temporary, target)
    _flush_folder(target.parent)


def sweep(folder: Path | str) -> list[Path]:
    """Remove temporary files in `folder` whose process (on this host) is gone; the paths removed.

    What cannot be looked at or removed stays; this never raises OSError.
    """
    removed: list[Path] = []
    with suppress(OSError):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if _is_stale(entry):
                with suppress(OSError):
                    os.unlink(entry.path)  # noqa: PTH108
                    removed.append(Path(entry.path))
    return removed


def _encoded(path: Path | str, text: str) -> bytes:
    if "\0" in str(path):
        raise OSError(errno.EINVAL, "a file name cannot hold a NUL character")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise OSError(errno.EILSEQ, f"character {error.start} cannot be written as UTF-8", str(path)) from error


def _target(path: Path, *, force: bool) -> Path:
    """The file to replace: `path`, or what a symbolic link there leads to."""
    if not force:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        return path
    if not path.is_symlink():
        return path
    try:
        return path.resolve(strict=True)
    except FileNotFoundError:
        return path.resolve()
    except RuntimeError as error:  # a loop of links, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from error


def _existing(target: Path) -> os.stat_result | None:
    """The state of the file about to be replaced, or None; OSError when replacing it would surprise."""
    try:
        state = os.stat(target)  # noqa: PTH116
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(state.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(target))
    # Replacing needs only the folder's permission; a file its owner made read-only is meant to stay.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return state


@contextmanager
def _temporary(folder: Path, before: os.stat_result | None) -> Iterator[tuple[int, Path]]:
    """A new file in `folder`, open for writing; closed and removed when the block is left (a moved file is gone)."""
    path = folder / f".hexapla-{_host()}-{os.getpid()}-{secrets.token_hex(4)}.tmp"
    mode = 0o666 if before is None else stat.S_IMODE(before.st_mode) & 0o777
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(path, flags, mode)
    try:
        yield descriptor, path
    finally:
        with suppress(OSError):
            os.close(descriptor)
        with suppress(OSError):
            os.unlink(path)  # noqa: PTH108


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _keep_owner_and_mode(descriptor: int, before: os.stat_result | None) -> None:
    if before is None:
        return
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (before.st_uid, before.st_gid):
        with suppress(PermissionError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(before.st_mode) & 0o777)


def _place_exclusively(temporary: Path, target: Path) -> None:
    """Give the temporary file its name unless the name is taken; link() decides that without a race."""
    try:
        os.link(temporary, target)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        _claim_and_replace(temporary, target)


def _claim_and_replace(temporary: Path, target: Path) -> None:
    """Without hard links: take the name with an empty file of our own, then put the new one over it."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666))
    try:
        os.replace(temporary, target)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(target)  # noqa: PTH108
        raise


def _flush_folder(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_FLUSH_UNKNOWN:
            raise


def _host() -> str:
    """Eight hex digits for this host, so that a shared folder's other writers are left alone."""
    return f"{zlib.crc32(os.uname().nodename.encode()):08x}"


def _is_stale(entry: os.DirEntry[str]) -> bool:
    named = _TEMP.fullmatch(entry.name)
    if named is None or named["host"] != _host() or not entry.is_file(follow_symlinks=False):
        return False
    try:
        os.kill(int(named["pid"]), 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False
