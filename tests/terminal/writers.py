"""Every file the program writes, by the function that writes it, in two states each.

Run as `python -m tests.terminal.writers FOLDER` it fills the disk FOLDER lies on and tries each of them there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tests.terminal.harness import environment
from tui import briefing, crash, resources
from tui.briefing import saving
from tui.briefing.model import Briefing
from tui.notes import files as notes
from tui.notes.model import Note
from tui.reader import export_target, session
from tui.reader.session import Session

Write = Callable[[int], object]
BRIEFING = "version: 1\nid: b\ntitle: {}\nsources: {{a: {{file: a.txt}}}}\n"
KINDS = ("CONFIG", "DATA", "STATE", "CACHE")


def home(folder: Path) -> None:
    """Let this process keep its files under `folder`."""
    os.environ.update({f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in KINDS}, HOME=str(folder))


def prepared(folder: Path) -> Briefing:
    """A briefing in `folder`, for what is written about one."""
    (folder / "a.txt").write_text("The pier opened.", encoding="utf-8")
    path = folder / "b.yaml"
    path.write_text(BRIEFING.format("b"), encoding="utf-8")
    return briefing.load(path)


def writers(folder: Path, size: int = 2_000) -> Iterator[tuple[str, Path, Write]]:
    """Name, file, and the function that puts state 0 or 1 there, each about `size` letters long or short."""
    about = prepared(folder)
    texts = ["even" * size, "odd!" * size]
    yield "export", folder / "export.md", lambda state: _export(folder / "export.md", about, texts[state])
    path = session.session_file(about)
    assert path
    yield "session", path, lambda state: session.save(about, Session(section=texts[state]))
    kept = notes.notes_file(about)
    assert kept
    yield "notes", kept, lambda state: notes.write(kept, about, [Note("a", "The pier", text=texts[state])])
    yield "edited briefing", about.path, lambda state: _edit(about.path, texts[state])
    folders = resources.user_folder("state")
    assert folders
    last = folders / "last-briefing"
    yield "last briefing", last, lambda state: resources.remember_briefing(folder / f"b{state}.yaml")
    note = export_target._folder_note()
    assert note
    yield "last folder", note, lambda state: export_target.remember_folder(folder / f"f{state}" / "x.md", about)
    yield "crash log", folders / "crash.log", lambda state: crash.log((ValueError, KeyError)[state]("words"))


def _export(path: Path, about: Briefing, text: str) -> None:
    export_target.write(export_target.look(str(path), about), text, overwrite=True)


def _edit(path: Path, text: str) -> None:
    saving.save(path, saving.written(path) or "", BRIEFING.format(text))


def states(path: Path, write: Write) -> tuple[str, str]:
    """The two texts a file may hold, which is left in the first state."""
    write(1)
    other = path.read_text(encoding="utf-8")
    write(0)
    return path.read_text(encoding="utf-8"), other


def fill(folder: Path) -> None:
    """Take the last byte of the disk."""
    with (folder / "filler").open("ab", buffering=0) as file, suppress(OSError):
        for size in (4_096, 1):
            with suppress(OSError):
                while True:
                    file.write(b"x" * size)


def on_a_full_disk(folder: Path) -> None:
    """Write everything there, then again without room: each file is one of the two whole, and nothing else is left."""
    home(folder)
    for name, path, write in writers(folder):
        both = states(path, write)
        fill(folder)
        with suppress(OSError):
            write(1)
        assert path.read_text(encoding="utf-8") in both, name
        assert not list(folder.rglob("*.tmp")), name
        (folder / "filler").unlink()
    fill(folder)
    words = ["library", "--folder", folder / "library", "add", folder / "a.txt"]
    command = [sys.executable, "-m", "tui", *map(str, words)]
    ran = subprocess.run(command, env=environment(folder), capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 2, ran
    assert len(ran.stderr.splitlines()) == 1, ran.stderr


if __name__ == "__main__":
    on_a_full_disk(Path(sys.argv[1]))
