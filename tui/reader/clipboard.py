"""Taking words away: a citation of a quotation, and the ways to a clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.reader.citing import cited
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

TIMEOUT = 2.0  # seconds a clipboard program may take

# Program, arguments, the environment variable that says its clipboard is there ("" for always).
_NATIVE: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("pbcopy", (), ""),
    ("wl-copy", ("--type", "text/plain;charset=utf-8"), "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("--clipboard", "--input"), "DISPLAY"),
)


def take(reader: Hexapla) -> None:
    """Copy what the view has in hand, with its citation."""
    taken = reader.view.to_copy_all()
    if not taken:
        reader.say(Message("nothing to copy here", kind="warning"))
        return
    way = copy(cited(taken, reader.settings.copy), reader.copy_to_clipboard)
    what = "copied with its citation" if len(taken) == 1 else f"copied {len(taken)} passages with their citations"
    reader.say(Message(what, way))


def native_command(
    environ: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which
) -> Sequence[str] | None:
    """The command that fills this machine's own clipboard; None over ssh or where there is none."""
    if environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"):
        return None
    for program, arguments, needs in _NATIVE:
        path = which(program) if not needs or environ.get(needs) else None
        if path:
            return [path, *arguments]
    return None


def copy(text: str, osc52: Callable[[str], None]) -> str:
    """Put `text` on a clipboard and say, in a few words, on which: the machine's own first, else OSC 52."""
    command = native_command()
    if command is not None:
        try:
            subprocess.run(command, input=text.encode(), timeout=TIMEOUT, check=True, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            command = None
    if command is not None:
        return "to the clipboard"
    osc52(text)
    return "to the clipboard of this terminal (OSC 52)"
