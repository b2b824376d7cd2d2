"""Bare articles as a briefing without sections, so that they are read side by side with no YAML at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.briefing.letters import choose
from tui.briefing.model import Briefing, Source
from tui.documents import clean_line


def from_articles(paths: Iterable[Path]) -> Briefing:
    """A briefing of sources only, in the order given; nothing is read yet. Its title names the files.

    Each source's id is its file name without the ending, numbered where two are the same.
    """
    files = list(paths)
    names = [clean_line(path.stem) or "article" for path in files]
    ids = [name if name not in names[:at] else f"{name}-{names[: at + 1].count(name)}" for at, name in enumerate(names)]
    letters = choose([("", "", source_id) for source_id in ids])
    sources = tuple(
        Source(source_id, clean_line(str(path)), path.resolve(), letter)
        for source_id, path, letter in zip(ids, files, letters, strict=True)
    )
    title = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return Briefing(Path(), "", title, sources)
