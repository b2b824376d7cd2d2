"""The bookmarks and notes of the briefing on the page: read when first asked for, placed in its documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.documents.model import Document, Span

if TYPE_CHECKING:
    from tui.briefing.findings import Finding
    from tui.evidence.model import ResolvedBriefing
    from tui.notes import Note, Placed


class NotKeptError(Exception):
    """A note cannot be kept: in a few words, why."""


class Notebook:
    """All notes of one resolved briefing. Every change reads the file first, so that no other hand's work is lost."""

    def __init__(self, resolved: ResolvedBriefing) -> None:
        self.resolved = resolved
        self._all: list[Placed] | None = None
        self._findings: tuple[Finding, ...] = ()

    @property
    def path(self) -> Path | None:
        """The file; it need not exist. None for bare articles, and without a home."""
        from tui.notes.files import notes_file

        return notes_file(self.resolved.briefing)

    @property
    def is_read(self) -> bool:
        """Whether the file was looked for; nothing needs it before the sources are shown."""
        return self._all is not None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with the file."""
        self.all()
        return self._findings

    def all(self) -> list[Placed]:
        """Every note, in the order of the sources and of the words in them; those not found last."""
        if self._all is None:
            path = self.path
            self._all = self._placed(path) if path is not None and path.exists() else []
        return self._all

    def _placed(self, path: Path) -> list[Placed]:
        from tui.notes import placed, read

        kept = read(path)
        self._findings = kept.findings
        return placed(kept.notes, self.resolved.documents)

    def forget(self) -> None:
        """The file is another now."""
        self._all = None
        self._findings = ()

    def of(self, source: str) -> list[Placed]:
        """The notes on a source whose words were found."""
        return [one for one in self.all() if one.span is not None and one.note.source == source]

    def on(self, source: str, span: Span) -> Placed | None:
        """The note on these words: on exactly them, else the first that shares some."""
        found = [one for one in self.of(source) if one.span and one.span.start < span.end and span.start < one.span.end]
        return next((one for one in found if one.span == span), found[0] if found else None)

    # -- changes; each raises NotKeptError where the file cannot be read or written

    def add(self, source: str, document: Document, span: Span, text: str = "") -> Note:
        """Keep a bookmark on `span`, with `text` a note; what is kept."""
        from tui.notes import note_on

        note = note_on(document, source, span)
        if note is None:
            raise NotKeptError("there are no words here that could be found again")
        added = replace(note, text=text)
        self._change(lambda notes: [*notes, added])
        return added

    def restore(self, note: Note) -> None:
        """Keep a note again as it was."""
        self._change(lambda notes: [*notes, *([] if note in notes else [note])])

    def put(self, note: Note, text: str) -> None:
        """Give a note another text."""
        self._change(lambda notes: [replace(one, text=text) if one == note else one for one in _with(notes, note)])

    def remove(self, note: Note) -> None:
        """Keep a note no longer."""
        self._change(lambda notes: [one for one in _with(notes, note) if one != note])

    def _change(self, change: Callable[[list[Note]], list[Note]]) -> None:
        from tui.notes import placed, write

        path = self.path
        if path is None:
            bare = not self.resolved.briefing.path.name
            raise NotKeptError(
                f"there is no {'briefing to keep notes with' if bare else 'home folder to keep notes in'}"
            )
        self.forget()
        notes = [one.note for one in self.all()]
        if self._findings:
            first = self._findings[0]
            raise NotKeptError(f"{path.name}:{first.line}:{first.column}: {first.message}")
        now = placed(change(notes), self.resolved.documents)
        try:
            write(path, self.resolved.briefing, [one.note for one in now])
        except OSError as error:
            raise NotKeptError(f"{path.name}: {(error.strerror or str(error)).lower()}") from None
        self._all = now


def _with(notes: list[Note], note: Note) -> list[Note]:
    """The notes, where the one to be changed is among them."""
    if note not in notes:
        raise NotKeptError("the note was changed or taken away elsewhere")
    return notes
