"""What a view has in hand that can be opened outside the reader."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tui.briefing.model import Source
from tui.documents import clean_line
from tui.documents.model import Document
from tui.reader.hand import called


class Goal(NamedTuple):
    """A file at a line counted from 1, and an address ("" where none is stated); `name` says whose they are."""

    name: str
    path: Path
    line: int = 1
    url: str = ""

    @property
    def shown(self) -> str:
        """The file for messages: from the current folder or from home where it lies in one, one clean line."""
        folders: tuple[tuple[Callable[[], Path], str], ...] = ((Path.cwd, "."), (Path.home, "~"))
        for folder, begin in folders:
            with suppress(OSError, RuntimeError, ValueError):
                return clean_line(str(begin / self.path.relative_to(folder())))
        return clean_line(str(self.path))


def goal(source: Source, document: Document | None = None, offset: int = 0, *, by_file: bool = False) -> Goal:
    """The article of a source at the character `offset`, with its address; `by_file` as `called` has it."""
    line = 1
    paragraph = document.paragraph_at(offset) if document else None
    if document and paragraph:
        line = paragraph.line + document.text.count("\n", paragraph.start, max(offset, paragraph.start))
    return Goal(called(source, by_file=by_file) or "outlet not stated", source.path.absolute(), line, source.url)
