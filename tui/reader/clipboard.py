"""Taking words away: a citation of a quotation, and the ways to a clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.reader.citing import Passage, cited
from tui.reader.messages import Message
from tui.reader.unproved import failed, places
from tui.settings.model import CopyForm

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

TIMEOUT = 2.0  # seconds a clipboard program may take

AS: Mapping[CopyForm, str] = {"plain": "", "markdown": " as Markdown", "footnote": " as Markdown with a footnote"}
FORMS: Mapping[CopyForm, str] = {
    "plain": "plain text",
    "markdown": "Markdown quotations",
    "footnote": "Markdown with footnotes",
}
HERE, TMUX = "to the clipboard", "to tmux's buffer, and by it to the clipboard of the terminal"

# Program, arguments, the environment variable that says its clipboard is there ("" for always), and how it is told.
_NATIVE: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("pbcopy", (), "", HERE),
    ("wl-copy", ("--type", "text/plain;charset=utf-8"), "WAYLAND_DISPLAY", HERE),
    ("xclip", ("-selection", "clipboard"), "DISPLAY", HERE),
    ("xsel", ("--clipboard", "--input"), "DISPLAY", HERE),
)
# tmux keeps OSC 52 from the terminal unless told otherwise, but passes on what is loaded with -w (tmux 3.2).
_TMUX = ("tmux", ("load-buffer", "-w", "-"), "TMUX", TMUX)


def take(reader: Hexapla, taken: Sequence[Passage] = ()) -> None:
    """Copy these passages, by default what the view has in hand, with their citations."""
    taken = taken or reader.view.to_copy_all()
    if not taken:
        quoted = reader.hand.quotation
        why = "the quotation in hand is not in its source" if quoted is not None and failed(quoted) else ""
        reader.say(Message("nothing to copy here", why, kind="warning"))
        return
    way = copy(cited(taken, reader.settings.copy), reader.copy_to_clipboard)
    what = "copied with its citation" if len(taken) == 1 else f"copied {len(taken)} passages with their citations"
    what += AS[reader.settings.copy]
    if _quoted_otherwise(reader, taken):
        said = f"the briefing quotes {'some of ' if len(taken) > 1 else ''}them otherwise"
        reader.say(Message("copied the source’s own words", f"{said}; {way}", kind="warning"))
        return
    reader.say(Message(what, way))


def turn_form(reader: Hexapla) -> None:
    """Copy in the next form from now on, until the reader ends or the settings are read again."""
    forms = list(AS)
    form = forms[(forms.index(reader.settings.copy) + 1) % len(forms)]
    reader.settings = replace(reader.settings, copy=form)
    reader.say(Message(f"copies are {FORMS[form]} now", hint="for good: hexapla config"))


def _quoted_otherwise(reader: Hexapla, taken: Sequence[Passage]) -> bool:
    """Whether one of the passages is what a quotation of the briefing stands for and does not have."""
    otherwise = {(quoted.source.id, quoted.anchor.span) for _, quoted in places(reader.resolved)}
    return any((source.id, span) in otherwise for source, _, span in taken)


def native_commands(
    environ: Mapping[str, str] = os.environ, which: Callable[[str], str | None] = shutil.which
) -> Iterator[tuple[Sequence[str], str]]:
    """The commands that fill a clipboard without the terminal's help, best first, and how each is told.

    This machine's own count only where the reader sits at it, not over ssh; tmux counts wherever it runs.
    """
    remote = environ.get("SSH_CONNECTION") or environ.get("SSH_TTY")
    for program, arguments, needs, told in (*(() if remote else _NATIVE), _TMUX):
        path = which(program) if not needs or environ.get(needs) else None
        if path:
            yield [path, *arguments], told


def copy(text: str, osc52: Callable[[str], None]) -> str:
    """Put `text` on a clipboard and say, in a few words, on which: the machine's own first, tmux's, else OSC 52."""
    for command, told in native_commands():
        try:
            subprocess.run(command, input=text.encode(), timeout=TIMEOUT, check=True, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            continue
        return told
    osc52(text)
    return "to the clipboard of this terminal (OSC 52)"
