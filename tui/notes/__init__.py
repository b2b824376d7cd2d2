"""Bookmarks and notes a reader makes on passages, kept as YAML that people can read, edit and merge."""

from tui.notes.files import Kept, notes_file, read, write, yaml_text
from tui.notes.model import Note
from tui.notes.placing import Placed, note_on, placed

__all__ = ["Kept", "Note", "Placed", "note_on", "notes_file", "placed", "read", "write", "yaml_text"]
