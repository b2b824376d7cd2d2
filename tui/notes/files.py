"""The notes of a briefing as a file: one YAML a briefing, by its id, in the user's data folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tui import resources
from tui.briefing.fields import Fields
from tui.briefing.findings import Collector, Finding
from tui.briefing.model import Briefing, Mark
from tui.briefing.quoting import scalar
from tui.documents import ArticleError, Limits, clean
from tui.notes.model import Note

MOST_FINDINGS = 50
_KEYS = ("version", "briefing", "notes")
_OF_A_NOTE = ("source", "quote", "prefix", "suffix", "note")
_HEAD = """\
# Bookmarks and notes, kept by hexapla and yours to edit and merge. A quote is found again where its words stand, prefix
# and suffix tell equal places apart; an entry without a note is a bookmark. Comments of yours are not kept.
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """The notes a file holds that can be used, and its faults."""

    notes: tuple[Note, ...] = ()
    findings: tuple[Finding, ...] = ()


def notes_file(briefing: Briefing) -> Path | None:
    """Where the notes of a briefing are kept; None for bare articles, and without a home."""
    folder = resources.user_folder("data")
    return folder / "notes" / f"{briefing.id}.yaml" if folder and briefing.id and briefing.path.name else None


def read(path: Path) -> Kept:
    """The notes in a file; none where there is no file. Raises nothing."""
    if not path.exists():
        return Kept()
    from tui.documents.files import read_bytes

    out = Collector(str(path), most=MOST_FINDINGS)
    try:
        text = clean(read_bytes(path, Limits(article_bytes=Limits().yaml_bytes)).decode("utf-8", "replace"))
    except ArticleError as error:
        out.error("unreadable", Mark(1, 1), str(error))
        return Kept((), out.sorted())
    return Kept(tuple(_notes(text, out)), out.sorted())


def write(path: Path, briefing: Briefing, notes: Iterable[Note]) -> None:
    """Put the notes in the place of those there; OSError when that is not possible."""
    from tui.writing import replace_file

    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, yaml_text(briefing, notes))


def yaml_text(briefing: Briefing, notes: Iterable[Note]) -> str:
    """The file's text; `read` gives the notes back."""
    return "\n".join(_lines(briefing, list(notes))) + "\n"


def _lines(briefing: Briefing, notes: list[Note]) -> Iterator[str]:
    yield f"{_HEAD}version: 1\nbriefing: {scalar(briefing.id)}"
    yield "notes:" if notes else "notes: []"
    for note in notes:
        yield f"  - source: {scalar(note.source)}"
        for name, text in (("quote", note.quote), ("prefix", note.prefix), ("suffix", note.suffix)):
            if text:
                yield f"    {name}: {scalar(text)}"
        if note.text:
            yield f"    note: {scalar(note.text)}"


def _notes(text: str, out: Collector) -> Iterator[Note]:
    if not text.strip():
        return
    from tui.briefing.compose import compose

    root = compose(text, out, what="notes file")
    if root is None:
        return
    top = Fields(root, "", out, _KEYS)
    version = top.scalar("version")
    if version is not None and version.text.strip() != "1":
        top.error("unknown-version", version, "unknown version", "this program reads version 1")
        return
    for path, node in top.items("notes"):
        fields = Fields(node, path, out, _OF_A_NOTE, ("source", "quote"))
        before, after = fields.scalar("prefix"), fields.scalar("suffix")
        around = before.text if before else "", after.text if after else ""
        note = Note(fields.line("source", filled=True), fields.prose("quote"), *around, fields.prose("note"))
        if note.source and note.quote:
            yield note
