"""The one command table: bindings, palette, help, footer, `hexapla keys` and the README are made from it.

It imports no Textual, so that the command line can print it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """One thing the reader can do.

    `id` names it for the keymap, the palette and the settings; `keys` are Textual key names, the first the one
    shown. `row` is the line it shares with its opposite in the help ("j k  statement, line").
    """

    id: str
    title: str
    group: str
    keys: tuple[str, ...]
    row: str = ""

    @property
    def method(self) -> str:
        """The name of the method that carries the command out: `move.half-down` → `do_move_half_down`."""
        return "do_" + self.id.replace(".", "_").replace("-", "_")


COMMANDS: tuple[Command, ...] = (
    Command("move.down", "Next statement, or a line down", "Move", ("j", "down"), "statement, line"),
    Command("move.up", "Previous statement, or a line up", "Move", ("k", "up"), "statement, line"),
    Command("move.left", "Section or source to the left", "Move", ("h", "left"), "section, source"),
    Command("move.right", "Section or source to the right", "Move", ("l", "right"), "section, source"),
    Command("move.top", "To the start", "Move", ("g", "home"), "start, end"),
    Command("move.bottom", "To the end", "Move", ("G", "end"), "start, end"),
    Command("move.half-down", "Half a screen down", "Move", ("ctrl+d", "pagedown"), "half a screen"),
    Command("move.half-up", "Half a screen up", "Move", ("ctrl+u", "pageup"), "half a screen"),
    Command("scroll.line-down", "Text a line down", "Move", ("ctrl+e", "shift+down"), "a line of text"),
    Command("scroll.line-up", "Text a line up", "Move", ("ctrl+y", "shift+up"), "a line of text"),
    Command("move.next-quotation", "Next quotation of the statement", "Move", ("right_square_bracket",), "quotation"),
    Command("move.previous-quotation", "Previous quotation", "Move", ("left_square_bracket",), "quotation"),
    Command("section.next", "Next section", "Move", ("J",), "next, previous section"),
    Command("section.previous", "Previous section", "Move", ("K",), "next, previous section"),
    Command("difference.next", "Statement with the next difference", "Move", ("d",), "difference"),
    Command("difference.previous", "The one before", "Move", ("D",), "difference"),
    Command("paragraph.go", "To a paragraph by its number", "Move", ("p",), "paragraph by number"),
    Command("go.source", "To the source of the quotation in hand", "Move", ("enter",), "to the source"),
    Command("counterparts", "What other sources report of the same", "Move", ("c",), "counterparts elsewhere"),
    Command("jump.back", "Back to where you jumped from", "Move", ("ctrl+o",), "back, forward"),
    Command("jump.forward", "Forward again", "Move", ("tab", "ctrl+i"), "back, forward"),
    Command("mark.set", "Mark this place with a letter", "Move", ("m",), "mark a place, go to it"),
    Command("mark.go", "To a marked place", "Move", ("apostrophe",), "mark a place, go to it"),
    Command("view.sections", "Sections", "Views", ("1",)),
    Command("view.sources", "Sources", "Views", ("2",)),
    Command("view.coverage", "Coverage", "Views", ("3",)),
    Command("view.differences", "Differences", "Views", ("4",)),
    Command("view.timeline", "Timeline", "Views", ("5",)),
    Command("search.open", "Search", "Search", ("slash",)),
    Command("hit.next", "Next hit", "Search", ("n",), "next, previous hit"),
    Command("hit.previous", "Previous hit", "Search", ("N",), "next, previous hit"),
    Command("search.recall", "An earlier search, in the line of the search", "Search", ("ctrl+r",), "earlier search"),
    Command("search.scope", "Search the library, or this briefing again", "Search", ("ctrl+l",), "library, briefing"),
    Command("view.filter", "Filter the rows", "Search", ("f",), "filter"),
    Command("go.back", "Back to where you were", "Search", ("escape",)),
    Command("note.bookmark", "Bookmark the passage, or take the bookmark away", "Keep", ("b",), "bookmark"),
    Command("note.edit", "Note something on the passage", "Keep", ("a",), "note, all notes, delete"),
    Command("notes.open", "All notes and bookmarks", "Keep", ("A",), "note, all notes, delete"),
    Command("note.delete", "Delete the note or bookmark", "Keep", ("delete",), "note, all notes, delete"),
    Command("suggestion.confirm", "Keep a suggested difference", "Keep", ("plus",), "keep, drop suggested"),
    Command("suggestion.dismiss", "Drop a suggested difference", "Keep", ("minus",), "keep, drop suggested"),
    Command("undo", "Take the last change back, in this session", "Keep", ("u",)),
    Command("copy.citation", "Copy with its citation", "Take away", ("y",)),
    Command("copy.form", "Copy in the next form: plain, Markdown, footnote", "Take away", ("Y",), "form of copies"),
    Command("select.start", "Select words with the keyboard", "Take away", ("v",), "select words"),
    Command("export.open", "Export Markdown", "Take away", ("e",)),
    Command("open.article", "Open in the editor, or its address in the browser", "Take away", ("o",), "open in editor"),
    Command("column.zoom", "One column alone, or all again", "Columns", ("z",), "one column alone"),
    Command("column.wider", "Column in hand wider", "Columns", ("greater_than_sign",), "wider, narrower"),
    Command("column.narrower", "Column in hand narrower", "Columns", ("less_than_sign",), "wider, narrower"),
    Command("source.hide", "Hide the source in hand", "Columns", ("x",), "hide a source, show all"),
    Command("source.show-all", "Show all sources again", "Columns", ("X",), "hide a source, show all"),
    Command("source.move-left", "Source in hand one column left", "Columns", ("H",), "move a source left, right"),
    Command("source.move-right", "Source in hand one column right", "Columns", ("L",), "move a source left, right"),
    Command("scroll.link", "Columns scroll together, or each alone", "Columns", ("s",), "scroll together or alone"),
    Command("picker.open", "Open another briefing", "Hexapla", ("O",)),
    Command("help.open", "This help", "Hexapla", ("question_mark",)),
    Command("tour.start", "Take the tour: five steps on the page", "Hexapla", ("f1",), "tour"),
    Command("palette.open", "Commands by name", "Hexapla", ("colon", "ctrl+p")),
    Command("theme.next", "Next theme", "Hexapla", ("t",), "next theme, all themes"),
    Command("theme.pick", "Choose a theme from all", "Hexapla", ("T",), "next theme, all themes"),
    Command("app.quit", "Quit", "Hexapla", ("q",)),
)

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}

_KEY_NAMES = {
    "slash": "/",
    "enter": "↵",
    "escape": "Esc",
    "question_mark": "?",
    "colon": ":",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "tab": "Tab",
    "space": "Space",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "comma": ",",
    "full_stop": ".",
    "minus": "-",
    "plus": "+",
    "apostrophe": "'",
    "quotation_mark": '"',
    "backspace": "⌫",
    "delete": "Del",
    "insert": "Ins",
    "backslash": "\\",
    "underscore": "_",
    "equals_sign": "=",
    "semicolon": ";",
    "exclamation_mark": "!",
    "at": "@",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "asterisk": "*",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "circumflex_accent": "^",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "vertical_line": "|",
    "tilde": "~",
}
_MODIFIERS = {"ctrl": "^", "shift": "⇧", "alt": "Alt+", "super": "Super+"}


def key_name(key: str) -> str:
    """How a Textual key name is written for people: `ctrl+d` → `^D`, `slash` → `/`, `shift+f3` → `⇧F3`."""
    *modifiers, name = key.split("+")
    if name[0] == "f" and name[1:].isdigit():
        name = name.upper()
    name = _KEY_NAMES.get(name) or (name.upper() if modifiers and len(name) == 1 else name)
    return "".join(_MODIFIERS.get(modifier, f"{modifier}+") for modifier in modifiers) + name


class HelpRow(NamedTuple):
    """One line of the help: the keys, what they do, the id of the first command of the row, and how many it has."""

    keys: str
    label: str
    id: str
    group: str
    commands: int = 0


def help_rows(commands: Iterable[Command] = COMMANDS) -> Iterator[HelpRow]:
    """The lines of the help in table order; commands that share a row share a line."""
    shared: dict[tuple[str, str], list[Command]] = {}
    for command in commands:
        shared.setdefault((command.group, command.row or command.id), []).append(command)
    for (group, _), members in shared.items():
        first = members[0]
        keys = (
            " ".join(key_name(k) for k in first.keys)
            if len(members) == 1
            else " ".join(key_name(command.keys[0]) for command in members if command.keys)
        )
        label = first.row or first.title[0].lower() + first.title[1:]
        yield HelpRow(keys, label if group != "Views" else first.title, first.id, group, len(members))


SIGNS: tuple[tuple[str, str], ...] = (
    ("●", "words found as quoted"),
    ("◐", "altered, or carried in part"),
    ("≠", "conflict: says otherwise"),
    ("≈", "variant: same thing, other words"),
    ("◇", "framing: other emphasis"),
    ("·", "silent"),
    ("?", "could not be read; value not compared"),
    ("÷", "obelus: one source alone has it"),
    ("C5 E4", "statements a source speaks to"),
    ("▌ ▎", "this statement, its section"),
    ("•", "a hit, beside the scrollbar"),
    ("‣ *", "bookmark, note"),
)

SYNTAX: tuple[tuple[str, str], ...] = (
    ("ferry isl", "in any order, with slips, half typed"),
    ("'exact", "the letters as typed"),
    ("'exact'", "a whole word as typed"),
    ("^start", "where a passage begins so"),
    ("end$", "where a passage ends so"),
    ('"a phrase"', "words as they stand together"),
    ("!not", "keeps passages with the word out"),
    ("this|that", "one of the two"),
    ("source:x", "in one source: its id, outlet, letter, file"),
    ("section:x", "in one section: its id or title"),
    ("note:x", "passages you noted so (shell: --notes)"),
)
"""What may be typed into the search, as the help and README list it."""

MOUSE: tuple[tuple[str, str], ...] = (
    ("click", "takes what it is on in hand; again opens it"),
    ("double", "on a passage of a source: selects it"),
    ("drag", "selects words an article says, for y, b, a"),
    ("wheel", "scrolls what is under the pointer"),
    ("edge", "click a column’s scrollbar: to that place"),
)
"""What the mouse does, as the help lists it."""

SHELL: tuple[tuple[str, str], ...] = (
    ("hexapla show", "plain text for screen readers, pipes"),
    ("hexapla keys", "this list"),
)
"""What belongs into the help and is done from the shell."""
