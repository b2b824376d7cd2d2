"""A crash leaves a log that says where, and nothing of what was read: no messages, no values, no article text."""

from __future__ import annotations

import sys
import traceback
from contextlib import suppress
from pathlib import Path

from tui import resources


class Fact(str):
    """A note to an error (`BaseException.add_note`) that may be logged: figures and versions, no text of others."""

    __slots__ = ()


def log(error: BaseException) -> Path | None:
    """Write the log of the last crash; its path, or None where there is no folder for it."""
    from tui.writing import replace_file

    folder = resources.user_folder("state")
    if folder is None:
        return None
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / "crash.log", _text(error))
        return folder / "crash.log"
    return None


def line(error: BaseException, path: Path | None) -> str:
    """The one line a reader sees: what kind of error, where in the program, and where the log is."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    noted = f"; the log is {path}" if path else ""
    return f"hexapla stopped over a fault of its own: {type(error).__name__}{where}{noted}"


def _text(error: BaseException) -> str:
    """Versions, then the errors from the first to the last, each with its frames: file, line, function."""
    from importlib.metadata import version

    lines = [f"hexapla {version('hexapla')}, Python {sys.version.split()[0]}, {sys.platform}"]
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    for one in reversed(chain):
        lines += ["", f"{type(one).__module__}.{type(one).__qualname__}"]
        lines += [f"  {note}" for note in getattr(one, "__notes__", ()) if isinstance(note, Fact)]
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(one.__traceback__)
        ]
    return "\n".join(lines) + "\n"
