"""What `b`, `a` and `A` do: bookmark a passage, note something on it, list all that was kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tui.documents import clean_line
from tui.reader.messages import Message
from tui.reader.notebook import Notebook, NotKeptError
from tui.reader.undoing import NotUndoneError, hint
from tui.search.model import Hit

if TYPE_CHECKING:
    from tui.briefing.model import Source
    from tui.documents.model import Document, Span
    from tui.notes import Note, Placed
    from tui.reader.app import Hexapla

Passage = tuple["Source", "Document", "Span"]


def bookmark(reader: Hexapla, passage: Passage | None = None) -> None:
    """Keep a bookmark on a passage, by default the one in hand, or keep it no longer."""
    passage = passage or reader.view.to_mark()
    if passage is None:
        reader.say(Message("no passage to bookmark here", kind="warning"))
        return
    source, _, span = passage
    there = reader.notebook.on(source.id, span)
    if _is_visiting(reader, source):
        return
    if there is None:
        _add(reader, passage, "", f"bookmarked {where(passage)}")
    elif there.note.text:
        changes = f"{reader.keys_of('note.edit')} changes it"
        reader.say(Message("there is a note here", there.note.text, hint=changes))
    else:
        _take_away(reader, there.note, f"bookmark taken away from {where(passage)}")


def delete(reader: Hexapla) -> None:
    """Keep the note or bookmark on the passage in hand no longer."""
    passage = reader.view.to_mark()
    there = reader.notebook.on(passage[0].id, passage[2]) if passage else None
    if there is None:
        every = f"{reader.keys_of('notes.open')} all notes"
        reader.say(Message("no note or bookmark on the passage in hand", hint=every, kind="warning"))
    else:
        change(reader, there, "")


def annotate(reader: Hexapla, passage: Passage | None = None) -> None:
    """Ask for a note on a passage, by default the one in hand."""
    from tui.reader.widgets.note import NoteDialog

    passage = passage or reader.view.to_mark()
    if passage is None:
        reader.say(Message("no passage to note anything on here", kind="warning"))
        return
    source, document, span = passage
    if _is_visiting(reader, source):
        return
    there = reader.notebook.on(source.id, span)
    begin, end = (there.span if there else None) or span
    words = clean_line(document.text[begin:end])
    line = Unfinished(reader, (source.id, words), there)
    reader.open_overlay(NoteDialog(where(passage), words, line, lambda text: _noted(reader, passage, text)))


class Unfinished:
    """The text of a note while it is typed: left without being kept it stays, for as long as the program runs."""

    def __init__(self, reader: Hexapla, on: tuple[str, str], there: Placed | None) -> None:
        self._reader, self._on = reader, on
        self._kept = there.note.text if there else ""
        self.text = reader.unfinished.get(on, self._kept)

    @property
    def is_brought_back(self) -> bool:
        """Whether the text was typed before and is not kept yet."""
        return self._on in self._reader.unfinished

    def is_unkept(self, text: str) -> bool:
        """Whether leaving now would leave something behind."""
        return bool(text) and text != self._kept

    def leave(self, text: str) -> None:
        """Go without keeping the text: it waits for the next time this note is written on."""
        self._reader.unfinished.pop(self._on, None)
        if self.is_unkept(text):
            self._reader.unfinished[self._on] = text
            self._reader.say(Message(f"text kept for now: {self._reader.keys_of('note.edit')} brings it back"))

    def done(self) -> None:
        """The text was kept."""
        self._reader.unfinished.pop(self._on, None)


def _is_visiting(reader: Hexapla, source: Source) -> bool:
    """Whether the source is an article of the library, which notes are not kept on; then that is said."""
    if source.id in reader.hand.letters:
        return False
    reader.say(Message("not kept", "notes are kept on the briefing’s own sources", kind="warning"))
    return True


def _noted(reader: Hexapla, passage: Passage, text: str) -> None:
    source, _, span = passage
    there = reader.notebook.on(source.id, span)
    if there is not None:
        change(reader, there, text)
    elif text:
        _add(reader, passage, text, f"noted on {where(passage)}")


def _add(reader: Hexapla, passage: Passage, text: str, said: str) -> None:
    source, document, span = passage

    def back(book: Notebook) -> None:
        book.remove(added[0])

    added: list[Note] = []
    keep(reader, lambda: added.append(reader.notebook.add(source.id, document, span, text)), said, back)


def change(reader: Hexapla, there: Placed, text: str) -> None:
    """Give a note another text; with none it is kept no longer."""
    before, now = there.note, replace(there.note, text=text)
    if not text:
        _take_away(reader, before, "note taken away" if before.text else "bookmark taken away")
    elif before != now:
        keep(reader, lambda: reader.notebook.put(before, text), "note changed", lambda book: book.put(now, before.text))


def _take_away(reader: Hexapla, note: Note, said: str) -> None:
    keep(reader, lambda: reader.notebook.remove(note), said, lambda book: book.restore(note))


def keep(reader: Hexapla, act: Callable[[], None], said: str, back: Callable[[Notebook], None]) -> None:
    """Change the notes, show them, and say so; or say why that was not possible. `back` takes it back."""
    try:
        act()
    except NotKeptError as error:
        reader.say(Message("not kept", str(error), kind="error"))
        return
    shown(reader)
    reader.done.add(said, partial(_back, reader, back))
    reader.say(Message(said, hint=hint(reader)))


def _back(reader: Hexapla, back: Callable[[Notebook], None]) -> None:
    """Put the notes as they were, in the notebook of the moment: the articles may have been read again meanwhile."""
    try:
        back(reader.notebook)
    except NotKeptError as error:
        raise NotUndoneError(str(error)) from None
    shown(reader)


def shown(reader: Hexapla) -> None:
    """Show the notes as they are now in every view, and let them be searched."""
    reader.finder.notes_changed()
    for view in reader.views.values():
        view.notes_changed()
    if reader.overlay is not None and reader.overlay.is_mounted:
        reader.overlay.notes_changed()


def open_list(reader: Hexapla) -> None:
    """List all notes and bookmarks."""
    from tui.reader.widgets.notes import NotesDialog

    tell_of_faults(reader)
    if reader.notebook.all():
        reader.open_overlay(NotesDialog())
    elif not reader.notebook.findings:
        keys = reader.keys_of("note.bookmark note.edit")
        reader.say(Message("nothing is bookmarked or noted yet", hint=f"{keys} bookmark, note"))


def jump(reader: Hexapla, placed: Placed) -> None:
    """To the words of a note in the sources; `n` and `N` walk all notes."""
    found = [one for one in reader.notebook.all() if one.span is not None and one.note.source in reader.hand.letters]
    if placed in found:
        reader.start_walk(
            "notes", [_hit(reader, one) for one in found], found.index(placed), sign=reader.ink.glyphs.note
        )


def _hit(reader: Hexapla, placed: Placed) -> Hit:
    assert placed.span is not None
    document = reader.resolved.documents[placed.note.source]
    paragraph = document.paragraph_at(placed.span.start)
    number = paragraph.number if paragraph else 0
    return Hit(placed.note.source, placed.span, number, 1.0, (placed.span,), document.text[slice(*placed.span)])


def notes_changed(reader: Hexapla) -> None:
    """The file of the notes was changed by another hand."""
    reader.notebook.forget()
    shown(reader)
    tell_of_faults(reader)


def tell_of_faults(reader: Hexapla) -> None:
    """Say what is wrong with the file of the notes."""
    findings, path = reader.notebook.findings, reader.notebook.path
    if findings and path:
        first = findings[0]
        reader.say(Message(f"{path.name}:{first.line}:{first.column}", first.message, kind="warning"))


def where(passage: Passage) -> str:
    """`C ¶9`."""
    source, document, span = passage
    paragraph = document.paragraph_at(span.start)
    return f"{source.letter} ¶{paragraph.number}" if paragraph else source.letter
