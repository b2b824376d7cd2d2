"""What the tests of the command line share: running it, and a small briefing to run it on."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.cli.entry import main
from tui.cli.output import Output

HARBOUR = """The harbour opened on Monday.

Mayor Ana Ruiz said the pier cost 40 million euros. Fishing boats returned in the evening.
"""
COAST = """A new harbour pier was opened by the mayor.

The pier cost 45 million euros, the mayor said. Nobody was hurt.
"""
BRIEFING = """version: 1
id: harbour
title: The harbour opens
date: 2024-05-06
summary: |
  Two reports of one opening.
sources:
  herald:
    file: herald.txt
    outlet: The Herald
    mark: H
    sha256: SHA-OF-HERALD
  coast:
    file: coast.txt
    mark: K
    sha256: SHA-OF-COAST
sections:
  - id: money
    title: What it cost
    summary: The figures differ.
    route: {words: [cost, euros]}
    statements:
      - id: price
        text: The pier cost some tens of millions.
        evidence:
          - {source: herald, quote: "the pier cost 40 million euros"}
          - {source: coast, quote: "The pier cost 45 million euros", note: as the mayor had it}
  - id: day
    title: The day
    statements:
      - id: monday
        text: It opened on Monday.
        evidence:
          - {source: herald, quote: The harbour opened on Monday}
differences:
  - id: price
    section: money
    kind: conflict
    about: what the pier cost
    values:
      - {source: herald, quote: 40 million euros, value: 40 M}
      - {source: coast, quote: 45 million euros, value: 45 M}
"""


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def hexapla(*argv: str | Path) -> Ran:
    """Run the command line in this process."""
    stdout, stderr = io.StringIO(), io.StringIO()
    out = Output(stdout, stderr)
    code = out.finish(main([str(argument) for argument in argv], out))
    return Ran(code, stdout.getvalue(), stderr.getvalue())


def process(*argv: str | Path, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Ran:
    """Run the command line in a process of its own, its streams pipes; `env` is added to this environment."""
    done = subprocess.run(
        [sys.executable, "-m", "tui", *map(str, argv)],
        input=stdin,
        capture_output=True,
        env=os.environ | (env or {}),
        check=False,
        timeout=60,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def harbour(folder: Path, *changes: tuple[str, str]) -> Path:
    """A small briefing and its two articles in `folder`; each change replaces a text of the YAML by another."""
    (folder / "herald.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "coast.txt").write_text(COAST, encoding="utf-8")
    text = BRIEFING
    for word, article in (("SHA-OF-HERALD", HARBOUR), ("SHA-OF-COAST", COAST)):
        text = text.replace(word, hashlib.sha256(article.encode()).hexdigest())
    for was, now in changes:
        assert was in text
        text = text.replace(was, now)
    path = folder / "harbour.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def own_briefings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder of briefings, with one in it, and a state that remembers nothing."""
    for kind in ("data", "state"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    folder = tmp_path / "data" / "hexapla" / "briefings"
    folder.mkdir(parents=True)
    harbour(folder)
    return folder
