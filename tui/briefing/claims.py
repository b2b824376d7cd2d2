"""Sections with their statements and evidence, and the differences: what a briefing claims of its sources."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar, get_args

from tui.briefing import values
from tui.briefing.fields import Fields, at
from tui.briefing.findings import quoted
from tui.briefing.model import Difference, Evidence, Kind, Mark, Role, Route, Section, Statement, Value
from tui.briefing.nodes import Mapping, Node, Scalar
from tui.briefing.nodes import Sequence as List
from tui.briefing.sources import Sources
from tui.documents import Limits

_ROLES: tuple[Role, ...] = get_args(Role)
_KINDS: tuple[Kind, ...] = get_args(Kind)
_SECTION = ("id", "title", "summary", "route", "statements")
_STATEMENT = ("id", "text", "evidence")
_EVIDENCE = ("source", "quote", "role", "prefix", "suffix", "note")
_TRUTHS = ("true", "false")
_DIFFERENCE = ("id", "section", "kind", "suggested", "about", "values", "note")
_VALUE = ("source", "quote", "value", "prefix", "suffix")

_Word = TypeVar("_Word", bound=str)


class Ids:
    """The ids of one kind, no two alike; those the author gives go before those made up."""

    def __init__(self, kind: str, nodes: list[Node]) -> None:
        self._kind = kind
        self._given = {given for node in nodes if (given := _given_id(node))}
        self._lines: dict[str, int] = {}

    def take(self, fields: Fields, default: str) -> str:
        """The id the mapping gives, else `default` with a number behind it when that is taken."""
        node = fields.scalar("id")
        if node is None:
            return self._made(default)
        name = values.identifier(node.text)
        if name is None:
            message = f"{quoted(node.text)} cannot be a {self._kind} id{at(fields.path)}"
            fields.error("bad-id", node, message, "use letters, digits, '-', '_' and '.'")
            return self._made(default)
        if name in self._lines:
            lines = f"lines {self._lines[name]} and {node.mark.line}"
            fields.error("duplicate-id", node, f"{self._kind} id {quoted(name)} stands twice: {lines}")
        self._lines.setdefault(name, node.mark.line)
        return name

    def _made(self, default: str) -> str:
        name, number = default, 1
        while name in self._given or name in self._lines:
            number += 1
            name = f"{default}-{number}"
        self._lines[name] = 0
        return name


def _given_id(node: Node) -> str:
    entry = node.entries.get("id") if isinstance(node, Mapping) else None
    return values.identifier(entry[1].text) or "" if entry and isinstance(entry[1], Scalar) else ""


class Claims:
    """Reads sections and differences against the ids of the sources; `limits.quotation` bounds a quotation."""

    def __init__(self, top: Fields, sources: Sources, limits: Limits) -> None:
        self._top = top
        self._sources = sources
        self._ids = [*(source.id for source in sources.usable), *sorted(sources.barred)]
        self._limit = limits.quotation
        self._sections: list[str] = []

    def sections(self) -> tuple[Section, ...]:
        """The sections in their order."""
        items = list(self._top.items("sections"))
        ids = Ids("section", [node for _, node in items])
        statements = Ids("statement", [one for _, node in items for one in _children(node, "statements")])
        found = []
        for number, (path, node) in enumerate(items, 1):
            fields = Fields(node, path, self._top.out, _SECTION, ("id", "title"))
            section_id = ids.take(fields, f"section-{number}")
            self._sections.append(section_id)
            found.append(self._section(fields, section_id, statements))
        return tuple(found)

    def differences(self) -> tuple[Difference, ...]:
        """The differences in their order; to be asked after `sections`."""
        items = list(self._top.items("differences"))
        ids = Ids("difference", [node for _, node in items])
        found = []
        for number, (path, node) in enumerate(items, 1):
            fields = Fields(node, path, self._top.out, _DIFFERENCE, ("kind", "about"))
            found.append(self._difference(fields, ids.take(fields, f"difference-{number}")))
        return tuple(found)

    def _section(self, fields: Fields, section_id: str, ids: Ids) -> Section:
        statements = []
        for number, (path, node) in enumerate(fields.items("statements"), 1):
            inner = Fields(node, path, fields.out, _STATEMENT, ("text",))
            statements.append(self._statement(inner, ids.take(inner, f"{section_id}-{number}")))
        title = fields.line("title", filled=True)
        return Section(
            section_id, title, fields.prose("summary"), _route(fields), tuple(statements), _start(fields, "id")
        )

    def _statement(self, fields: Fields, statement_id: str) -> Statement:
        text = fields.line("text", filled=True)
        evidence = [self._evidence(path, node) for path, node in fields.items("evidence")]
        return Statement(statement_id, text, tuple(one for one in evidence if one), _start(fields, "text"))

    def _evidence(self, path: str, node: Node) -> Evidence | None:
        fields = Fields(node, path, self._top.out, _EVIDENCE, ("source", "quote"))
        source, quote = self._source(fields), self._quote(fields)
        role = _word(fields, "role", _ROLES) or "supports"
        prefix, suffix, note = fields.prose("prefix"), fields.prose("suffix"), fields.prose("note")
        if source is None or quote is None:
            return None
        return Evidence(source, quote.text.strip(), role, prefix, suffix, note, quote.mark)

    def _difference(self, fields: Fields, difference_id: str) -> Difference:
        read = [self._value(path, node) for path, node in fields.items("values")]
        return Difference(
            id=difference_id,
            section=self._section_of(fields),
            kind=_word(fields, "kind", _KINDS) or "none",
            about=fields.line("about", filled=True),
            values=tuple(value for value in read if value),
            note=fields.prose("note"),
            suggested=_word(fields, "suggested", _TRUTHS) == "true",
            at=_start(fields, "about"),
        )

    def _value(self, path: str, node: Node) -> Value | None:
        fields = Fields(node, path, self._top.out, _VALUE, ("source", "quote"))
        source, quote, value = self._source(fields), self._quote(fields), fields.line("value")
        prefix, suffix = fields.prose("prefix"), fields.prose("suffix")
        if source is None or quote is None:
            return None
        return Value(source, quote.text.strip(), value, prefix, suffix, quote.mark)

    def _source(self, fields: Fields) -> str | None:
        """The id of a source that can be opened; a barred one is known, but nothing can be said of it."""
        source_id = self._known(fields, "source", self._ids)
        return None if source_id in self._sources.barred else source_id

    def _section_of(self, fields: Fields) -> str:
        node = fields.get("section")
        absent = isinstance(node, Scalar) and not node.text
        return "" if absent else self._known(fields, "section", self._sections) or ""

    def _known(self, fields: Fields, name: str, known: Collection[str]) -> str | None:
        node = fields.scalar(name)
        if node is None:
            return None
        one = values.identifier(node.text)
        if one in known:
            return one
        hint = fields.suggest(node.text, known)
        fields.error(f"unknown-{name}", node, f"unknown {name} {quoted(node.text)}{at(fields.path)}", hint)
        return None

    def _quote(self, fields: Fields) -> Scalar | None:
        node = fields.scalar("quote")
        if node is None:
            return None
        length = len(node.text.strip())
        if not length:
            fields.error("empty", node, f"quote is empty{at(fields.path)}")
        elif length > self._limit:
            message = f"quotation of {length:,} characters{at(fields.path)}: at most {self._limit:,}"
            fields.error("long-quotation", node, message, "quote the words that matter, or join parts with …")
        return node if 0 < length <= self._limit else None


def _children(node: Node, name: str) -> list[Node]:
    """The list under a key of a node of any shape."""
    inner = node.entries[name][1] if isinstance(node, Mapping) and name in node.entries else None
    return list(inner.items) if isinstance(inner, List) else []


def _route(fields: Fields) -> Route:
    node = fields.get("route")
    if node is None:
        return Route()
    inner = Fields(node, fields.under("route"), fields.out, ("words", "not"))
    return Route(inner.lines("words"), inner.lines("not"))


def _word(fields: Fields, name: str, known: tuple[_Word, ...]) -> _Word | None:
    node = fields.scalar(name)
    if node is None:
        return None
    found = next((one for one in known if one == node.text), None)
    if found is None:
        hint = fields.suggest(node.text, known) or f"one of {', '.join(known)}"
        fields.error(f"bad-{name}", node, f"unknown {name} {quoted(node.text)}{at(fields.path)}", hint)
    return found


def _start(fields: Fields, name: str) -> Mark:
    """Where the text that names a thing stands, else where the thing begins."""
    node = fields.get(name)
    return node.mark if isinstance(node, Scalar) else fields.mark
