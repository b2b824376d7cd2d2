"""The console blocks and the tables of README.md (keys, what may be typed into the search), as the program has them.

`make readme` writes them into README.md; a test holds them equal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tui.reader.commands import SYNTAX, help_rows

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_KEYS = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)
_SYNTAX = re.compile(r"(?<=<!-- syntax -->\n).*?(?=<!-- /syntax -->)", re.DOTALL)


def refreshed(text: str) -> str:
    """README's text with every console block run again and both tables made anew."""
    with tempfile.TemporaryDirectory() as folder:
        runner = _Runner(Path(folder))
        text = _CONSOLE.sub(lambda block: f"```console\n{runner.block(block[1])}```", text)
    return _SYNTAX.sub(lambda _: syntax_table(), _KEYS.sub(lambda _: key_table(), text))


def syntax_table() -> str:
    """What may be typed into the search as a Markdown table, from the table the reader's help shows."""
    typed = [(words.replace("|", "\\|"), meaning) for words, meaning in SYNTAX]
    return (
        "\n".join(["| typed | finds |", "| --- | --- |", *(f"| `{words}` | {said} |" for words, said in typed)]) + "\n"
    )


def key_table() -> str:
    """The reader's keys as a Markdown table, from the command table."""
    lines = ["| | keys | what they do |", "| --- | --- | --- |"]
    for group, rows in groupby(help_rows(), key=lambda row: row.group):
        for number, row in enumerate(rows):
            keys = " ".join(f"`{key}`" for key in row.keys.split())
            lines.append(f"| {group if number == 0 else ''} | {keys} | {row.label} |")
    return "\n".join(lines) + "\n"


def commands(block: str) -> Iterator[str]:
    """The commands of a console block."""
    return (line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ "))


class _Runner:
    """Runs commands in a copy of what a reader of README has before them, with a home of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "checkout"
        for name in ("briefings", "seeds"):
            shutil.copytree(ROOT / name, self._folder / name)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "hexapla").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tui "$@"\n')
        (programs / "hexapla").chmod(0o755)
        homes = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
        self._env = os.environ | homes | {"PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def block(self, block: str) -> str:
        """The block's commands, each with what it prints under it."""
        return "".join(f"$ {command}\n{self._printed(command)}" for command in commands(block))

    def _printed(self, command: str) -> str:
        done = subprocess.run(
            ["bash", "-c", command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=self._folder,
            env=self._env,
            check=False,
        )
        return done.stdout


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
