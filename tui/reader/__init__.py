"""The Textual application."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def run(
    *,
    briefing: Path | None = None,
    articles: Sequence[Path] = (),
    roots: Sequence[Path] = (),
    theme: str | None = None,
) -> int:
    """Open the reader on a briefing or on bare articles, else on the last briefing; the exit code of the program."""
    import gc

    gc.disable()  # until the first screen stands (Hexapla._settle) nothing is garbage: 17 ms
    from tui.reader.start import start

    return start(briefing=briefing, articles=articles, roots=roots, theme=theme)
