"""YAML text → nodes, guarded event by event; no loader of PyYAML ever builds a value here."""

from __future__ import annotations

import re
from typing import Protocol

import yaml

from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.briefing.nodes import Mapping, Node, Scalar, Sequence
from tui.documents import clean

MAX_DEPTH = 20
MAX_NODES = 20_000
_TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep"
_REST_OF_LINE = 2**20

# Measured on 1 MB of "[", "{", "- ", "? " and "[a: ": stopped at the 21st level, libyaml has looked at most
# 1,024 characters ahead and answers within 1.5 ms; let run, the same files take minutes or all memory.
PARSER: type[yaml.CBaseLoader] | type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# 67,000 %TAG lines cost libyaml 5.5 s before its first event, so directives are refused before it is asked.
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)

_HINTS = (
    ("cannot start any token", "indent with spaces, and put text that begins with @, ` or % in quotes"),
    ("mapping values are not allowed", "put a text that contains ': ' in quotes"),
    ("could not find expected ':'", "a key needs ':' and a space; a longer text needs quotes or '|'"),
    ("did not find expected", "look at the indentation, and put a text that begins with a quotation mark in quotes"),
    ("<block end>", "look at the indentation, and put a text that begins with a quotation mark in quotes"),
    ("found unexpected end of stream", "a quotation mark or bracket is not closed"),
)


class _Place(Protocol):
    """A mark of either parser, counted from 0."""

    line: int
    column: int


class _RefusedError(Exception):
    """The file asks for something a briefing never needs."""

    def __init__(self, code: str, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.code, self.place, self.message = code, event.start_mark, message


class _Open:
    """A list or mapping whose end has not been seen; `key` waits for its value."""

    __slots__ = ("entries", "items", "key", "mapping", "mark")

    def __init__(self, mapping: bool, mark: Mark) -> None:
        self.mapping = mapping
        self.mark = mark
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.key: Scalar | None = None

    def close(self) -> Node:
        return Mapping(self.entries, self.mark) if self.mapping else Sequence(tuple(self.items), self.mark)


def compose(text: str, out: Collector, *, what: str = "briefing") -> Node | None:
    """The file's one document as nodes; None, with an error in `out`, when it is refused or not YAML.

    `text` has LF line ends and no characters YAML forbids; `what` is what the messages call the file. Duplicate keys
    are errors too, but the rest is still read.
    """
    directive = _DIRECTIVE.search(text)
    if directive:
        line = text.count("\n", 0, directive.start()) + 1
        out.error("directive", Mark(line, 1), f"a line cannot begin with '%': a {what} has no YAML directives")
        return None
    builder = _Builder(text, out, what)
    try:
        for event in yaml.parse(text, Loader=PARSER):
            builder.take(event)
    except _RefusedError as refused:
        out.error(refused.code, builder.mark(refused.place), refused.message)
        return None
    except yaml.MarkedYAMLError as error:
        builder.refuse(error)
        return None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
        out.error("yaml", Mark(1, 1), f"not YAML: {error}")
        return None
    if builder.root is None:
        out.error("empty", Mark(1, 1), f"the {what} is empty")
    return builder.root


class _Builder:
    """Takes events one by one and refuses the first that breaks a rule."""

    def __init__(self, text: str, out: Collector, what: str) -> None:
        self.root: Node | None = None
        self._end = Mark(text.count("\n") + 1, len(text) - text.rfind("\n"))
        self._out = out
        self._what = what
        self._open: list[_Open] = []
        self._nodes = 0
        self._documents = 0
        self._last: yaml.ScalarEvent | None = None

    def take(self, event: yaml.Event) -> None:
        """Adds what the event says to the tree."""
        match event:
            case yaml.ScalarEvent():
                self._guard(event)
                self._add(self._scalar(event))
                self._last = event
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._guard(event)
                self._begin(_Open(isinstance(event, yaml.MappingStartEvent), self.mark(event.start_mark)), event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._add(self._open.pop().close())
            case yaml.AliasEvent():
                raise _RefusedError("alias", event, f"an alias (*name) has no place in a {self._what}")
            case yaml.DocumentStartEvent():
                self._document(event)

    def mark(self, place: _Place | None) -> Mark:
        """A parser's mark counted from 1; libyaml's end of a file without a last line end lies one line behind it."""
        return min(Mark(place.line + 1, place.column + 1), self._end) if place else Mark(1, 1)

    def refuse(self, error: yaml.MarkedYAMLError) -> None:
        """An error where the parser stopped, or at the quotation mark that led it there because nothing closes it."""
        said = " ".join(filter(None, (error.context, error.problem)))
        place = error.problem_mark or error.context_mark
        if "quoted scalar" in said and "end of stream" in said:
            self._out.error("yaml", self.mark(error.context_mark), "not YAML: this quotation mark is not closed")
        elif "nesting depth" in said:  # libyaml from 0.2.6 on stops by itself, when it has looked far ahead
            self._out.error("too-deep", self.mark(place), _TOO_DEEP)
        elif (opened := self._runs_on(place)) is not None:
            message = f"not YAML: this quotation mark is not closed, or only in line {self.mark(place).line}"
            self._out.error("yaml", opened, message, hint="close the text in its own line")
        else:
            hint = next((hint for part, hint in _HINTS if part in said), "")
            self._out.error("yaml", self.mark(place), f"not YAML: {said}", hint=hint)

    def _runs_on(self, place: _Place | None) -> Mark | None:
        """Where a quoted text begins that goes over several lines and ends right where the parser stopped."""
        last = self._last
        if place is None or last is None or last.style not in ('"', "'") or not (last.start_mark and last.end_mark):
            return None
        return self.mark(last.start_mark) if last.start_mark.line < last.end_mark.line == place.line else None

    def _guard(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if event.anchor is not None:
            raise _RefusedError("anchor", event, f"an anchor (&name) has no place in a {self._what}")
        if getattr(event, "tag", None) is not None:
            raise _RefusedError("tag", event, f"a tag (!name) has no place in a {self._what}: everything is text")
        if self._nodes > MAX_NODES:
            raise _RefusedError(
                "too-many-nodes", event, f"the {self._what} has more than {MAX_NODES:,} keys and values"
            )

    def _begin(self, opened: _Open, event: yaml.Event) -> None:
        if len(self._open) == MAX_DEPTH:
            raise _RefusedError("too-deep", event, _TOO_DEEP)
        parent = self._open[-1] if self._open else None
        if parent and parent.mapping and parent.key is None:
            raise _RefusedError("wrong-shape", event, "a key must be a word, not a list or a mapping")
        self._open.append(opened)

    def _document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _RefusedError(
                "several-documents", event, f"a {self._what} is one YAML document; a second one begins here"
            )

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if not parent.mapping:
            parent.items.append(node)
        elif parent.key is None:
            assert isinstance(node, Scalar)  # _begin has refused every other key
            parent.key = node
        else:
            self._pair(parent, parent.key, node)
            parent.key = None

    def _pair(self, parent: _Open, key: Scalar, value: Node) -> None:
        first = parent.entries.get(key.text)
        if first is None:
            parent.entries[key.text] = (key, value)
            return
        message = f"key {self._out.quoted(key.text)} stands twice: lines {first[0].mark.line} and {key.mark.line}"
        self._out.error("duplicate-key", key.mark, message, width=key.width)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        begin, end = event.start_mark, event.end_mark
        assert begin and end  # scalar events of both parsers carry their marks
        width = end.column - begin.column if end.line == begin.line else _REST_OF_LINE
        value = event.value
        plain = value.isascii() and value.isprintable()  # as most are; to ask is 20 times faster than to clean
        # The text is clean but for its tabs; only the escapes of "…" bring in what is not.
        sound = plain or (event.style != '"' and "\t" not in value)
        return Scalar(value if sound else clean(value), self.mark(begin), width or 1)
