"""Where an export goes: what stands there already, and the writing of it, told in one line."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui import resources
from tui.briefing.model import Briefing
from tui.documents import clean_line

LONGEST_NOTE = 5_000  # characters of a path
State = Literal["new", "exists", "unnamed", "folder", "no-folder", "own", "other", "odd"]

_SAID: dict[State, str] = {
    "exists": "This file exists",
    "unnamed": "Give the file a name",
    "folder": "This is a folder",
    "no-folder": "There is no such folder",
    "own": "The briefing and its articles stay",
    "other": "This is no plain file",
    "odd": "No file can be called that",
}
_TOLD = {
    errno.EACCES: "no permission to write there",
    errno.EPERM: "no permission to write there",
    errno.EROFS: "nothing can be written on this file system",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
    errno.EISDIR: "this is a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EEXIST: "this file exists",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A path as typed, where it leads, and what stands there; `size` in bytes of a file that exists."""

    typed: str
    path: Path
    state: State
    size: int = 0

    @property
    def said(self) -> str:
        """What is to be known before writing; "" where nothing stands in the way."""
        return _SAID.get(self.state, "")

    @property
    def name(self) -> str:
        """The file's name for messages: one clean line."""
        return clean_line(self.path.name or self.typed)


def proposed(briefing: Briefing, section: str = "") -> str:
    """The file name proposed for a briefing, or for one section of it: its id, and the section's, with `.md`."""
    return "-".join(filter(None, (briefing.id or "briefing", section))) + ".md"


def last_folder() -> Path | None:
    """The folder of the last export that was written, where it is still there."""
    with suppress(OSError, ValueError):
        folder = Path(_noted()[0])
        return folder if folder.is_absolute() and folder.is_dir() else None
    return None


def folder_for(briefing: Briefing) -> Path | None:
    """The folder of the last export, where it was chosen for this briefing or this lies in it; else None.

    What was written of another briefing somewhere else says nothing of where this one should go.
    """
    folder, mine = last_folder(), briefing.path.absolute()
    if folder is None or not briefing.path.name:
        return None
    return folder if str(mine) == _noted()[1] or mine.parent == folder else None


def _noted() -> tuple[str, str]:
    """The folder of the last export and the briefing it was of; "" for what is not known."""
    note = _folder_note()
    with suppress(OSError, ValueError):
        if note is not None and note.exists():
            text = note.read_text(encoding="utf-8", errors="surrogateescape")[: 2 * LONGEST_NOTE]
            folder, _, of = text.removesuffix("\n").partition("\n")
            return folder, of
    return "", ""


def remember_folder(written: Path, briefing: Briefing) -> None:
    """Keep the folder of a file that was written. A state folder that cannot be written to is no reason to stop."""
    from tui.writing import replace_file

    note = _folder_note()
    if note is not None:
        with suppress(OSError, ValueError):
            note.parent.mkdir(parents=True, exist_ok=True)
            of = f"{briefing.path.absolute()}\n" if briefing.path.name else ""
            replace_file(note, f"{written.absolute().parent}\n{of}")


def _folder_note() -> Path | None:
    state = resources.user_folder("state")
    return state / "last-export-folder" if state else None


def in_folder(folder: Path | None, name: str) -> str:
    """The path to propose: the name alone for the current folder; `~` for home."""
    with suppress(OSError, RuntimeError):
        if folder is None or folder.samefile(Path.cwd()):
            return name
        with suppress(ValueError):
            return f"~/{(folder / name).relative_to(Path.home())}"
    path = f"{folder}/{name}"
    return path if clean_line(path) == path else name


def look(typed: str, briefing: Briefing) -> Target:
    """What stands at the path typed; `~` is the home folder. Never raises, whatever was typed."""
    if not typed.strip():
        return Target(typed, Path(), "unnamed")
    try:
        path = Path(typed.strip()).expanduser()
        found = os.stat(path)  # noqa: PTH116 - a path of a name too long raises here alone
    except (OSError, ValueError, RuntimeError) as error:
        return _absent(typed, Path(typed.strip()), error)
    if stat.S_ISDIR(found.st_mode):
        return Target(typed, path, "folder")
    if not stat.S_ISREG(found.st_mode):
        return Target(typed, path, "other")
    if _is_one_of(found, [briefing.path, *(source.path for source in briefing.sources)]):
        return Target(typed, path, "own")
    return Target(typed, path, "exists", found.st_size)


def _absent(typed: str, path: Path, error: Exception) -> Target:
    if not isinstance(error, FileNotFoundError | PermissionError):
        return Target(typed, path, "no-folder" if isinstance(error, NotADirectoryError | RuntimeError) else "odd")
    path = path.expanduser()
    if typed.rstrip().endswith(os.sep):
        return Target(typed, path, "no-folder")
    return Target(typed, path, "new" if _is_folder(path.parent) else "no-folder")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_one_of(found: os.stat_result, paths: Iterable[Path]) -> bool:
    for path in paths:
        try:
            if os.path.samestat(found, path.stat()):
                return True
        except (OSError, ValueError):
            continue
    return False


def write(target: Target, text: str, *, overwrite: bool) -> str:
    """Write the export; "" when it was written, else in a few words why not."""
    from tui.writing import replace_file

    if target.state in ("unnamed", "folder", "own", "other", "odd"):
        return target.said[0].lower() + target.said[1:]
    try:
        replace_file(target.path, text, force=overwrite)
    except OSError as error:
        return _TOLD.get(error.errno or 0, clean_line(error.strerror or str(error)))
    return ""
