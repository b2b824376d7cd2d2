"""`python -m tests.bench.noted BRIEFING`: keeps notes that Markdown would act on with every third passage.

They go where the reader keeps its own, so point XDG_DATA_HOME elsewhere first.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from tests.unit.hostile_markdown import CONSTRUCTS
from tui.briefing import load
from tui.documents import clean_line
from tui.documents.model import Span
from tui.evidence import resolve
from tui.notes import note_on, notes_file, write


def main() -> None:
    """Write the notes file of the briefing named."""
    resolved = resolve(load(Path(sys.argv[1])))
    texts = cycle(clean_line(one).strip() for one in CONSTRUCTS)
    passages = [(source, document, one) for source, document in resolved.documents.items() for one in document.passages]
    made = [note_on(document, source, Span(one.start, one.end)) for source, document, one in passages[::3]]
    path = notes_file(resolved.briefing)
    if path is None:
        sys.exit("no folder to keep notes in")
    write(path, resolved.briefing, [replace(note, text=next(texts)) for note in made if note is not None])


if __name__ == "__main__":
    main()
