"""The signs of notes and bookmarks on the quotations of the sections, as the columns of the sources have them."""

from __future__ import annotations

from tui import resources
from tui.evidence.model import Quotation
from tui.reader.widgets.view import View


class Noted(View):
    """No file is looked for before the first page stands: until then nothing is noted.

    Where nobody has kept any notes yet, what reads them is not even loaded.
    """

    _looked = False

    def on_mount(self) -> None:
        self.call_after_refresh(self.call_later, self._look)

    def _look(self) -> None:
        data = resources.user_folder("data")
        self._looked = data is not None and (data / "notes").is_dir()
        if self._looked and self.reader.notebook.all():
            self.notes_changed()

    def noted(self, quoted: Quotation) -> str:
        """The sign of a note or a bookmark on words of the quotation; "" for none."""
        span = quoted.anchor.span
        notebook = self.reader.notebook
        known = span is not None and (self._looked or notebook.is_read)
        kept = notebook.on(quoted.source.id, span) if known and span is not None else None
        if kept is None:
            return ""
        return self.reader.ink.glyphs.note if kept.note.text else self.reader.ink.glyphs.bookmark
