"""Taking what a mapping of the briefing must hold, and reporting everything in it that is wrong."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Mapping as Names
from types import MappingProxyType

from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.briefing.nodes import Mapping, Node, Scalar
from tui.briefing.nodes import Sequence as List
from tui.briefing.values import did_you_mean
from tui.documents import clean_line

_SHAPES = {Scalar: "a text", List: "a list", Mapping: "a mapping of keys"}
_PLACE = re.compile(r"\b(section|statement|evidence|difference|value)s?\.(\d+)(\.|$)")


class Fields:
    """The keys of one mapping. `path` says where it stands ("sections.0"); "" is the top of the file.

    A node of another shape is one error and counts as an empty mapping.
    """

    def __init__(
        self,
        node: Node,
        path: str,
        out: Collector,
        known: Sequence[str],
        required: Sequence[str] = (),
        deeper: Names[str, str] = MappingProxyType({}),
    ) -> None:
        """`deeper` says of keys known further down where they belong."""
        self.out = out
        self.path = path
        self.node = node
        self._entries = node.entries if isinstance(node, Mapping) else {}
        if not isinstance(node, Mapping):
            self.wrong_shape(node, path, Mapping)
            return
        for name, (key, _) in self._entries.items():
            if name not in known:
                message = f"unknown key {out.quoted(name)}{at(path)}"
                hint = f"did you mean '{deeper[name]}'?" if name in deeper else self.suggest(name, known)
                out.error("unknown-key", key.mark, message, hint=hint, width=key.width)
        self._missing([name for name in required if name not in self._entries])

    def get(self, name: str) -> Node | None:
        """What stands under the key, if anything does."""
        entry = self._entries.get(name)
        return entry[1] if entry else None

    def scalar(self, name: str) -> Scalar | None:
        """The text under the key; another shape is an error."""
        node = self.get(name)
        if node is None or isinstance(node, Scalar):
            return node
        self.wrong_shape(node, self.under(name), Scalar)
        return None

    def line(self, name: str, *, filled: bool = False) -> str:
        """A text of one line, "" when absent; `filled` makes an empty one an error."""
        scalar = self.scalar(name)
        if scalar is None:
            return ""
        text = one_line(scalar)
        if filled and not text:
            self.error("empty", scalar, f"{name} is empty{at(self.path)}")
        return text

    def prose(self, name: str) -> str:
        """A text of any number of lines without the blanks around it, "" when absent."""
        scalar = self.scalar(name)
        return scalar.text.strip() if scalar else ""

    def items(self, name: str) -> Iterator[tuple[str, Node]]:
        """The items of the list under the key, each with its path."""
        node = self.get(name)
        if isinstance(node, List):
            yield from ((f"{self.under(name)}.{index}", item) for index, item in enumerate(node.items))
        elif node is not None:
            self.wrong_shape(node, self.under(name), List)

    def entries(self, name: str) -> Iterator[tuple[Scalar, str, Node]]:
        """The entries of the mapping under the key: key, path, value."""
        node = self.get(name)
        if isinstance(node, Mapping):
            yield from ((key, f"{self.under(name)}.{key.text}", value) for key, value in node.entries.values())
        elif node is not None:
            self.wrong_shape(node, self.under(name), Mapping)

    def lines(self, name: str) -> tuple[str, ...]:
        """The list of filled one-line texts under the key."""
        return tuple(filled_lines(self.out, self.items(name)))

    def under(self, name: str) -> str:
        """The path of a key of this mapping."""
        return f"{self.path}.{name}" if self.path else name

    def error(self, code: str, node: Node, message: str, hint: str = "") -> None:
        """An error at a node."""
        self.out.error(code, node.mark, message, hint=hint, width=node.width)

    def suggest(self, word: str, known: Collection[str]) -> str:
        """A hint naming the known word nearest to `word`, if one is near."""
        return "" if self.out.full else did_you_mean(word, known)

    def wrong_shape(self, node: Node, path: str, wanted: type[Node]) -> None:
        """Says that a node is not what it must be."""
        wrong_shape(self.out, node, path, wanted)

    @property
    def mark(self) -> Mark:
        """Where the mapping begins."""
        return self.node.mark

    def _missing(self, names: list[str]) -> None:
        if names:
            keys = " and ".join(f"'{name}'" for name in names)
            self.error("missing-key", self.node, f"missing {'keys' if len(names) > 1 else 'key'} {keys}{at(self.path)}")


def one_line(scalar: Scalar) -> str:
    """The scalar's text as one line, without the blanks around it."""
    return scalar.text.strip().replace("\n", " ")


def filled_lines(out: Collector, items: Iterator[tuple[str, Node]]) -> Iterator[str]:
    """The one-line texts among the items; empty ones and other shapes are errors."""
    for path, item in items:
        if not isinstance(item, Scalar):
            wrong_shape(out, item, path, Scalar)
        elif text := one_line(item):
            yield text
        else:
            out.error("empty", item.mark, f"empty text{at(path)}", width=item.width)


def wrong_shape(out: Collector, node: Node, path: str, wanted: type[Node]) -> None:
    """An error: the node at `path` is not of the shape `wanted`."""
    found = "nothing" if isinstance(node, Scalar) and not node.text else _SHAPES[type(node)]
    where = f"'{shorten(path)}'" if path else "the briefing"
    message = f"{where} must be {_SHAPES[wanted]}, not {found}"
    out.error("wrong-shape", node.mark, message, width=node.width)


def at(path: str) -> str:
    """ " at section 1" for a message; nothing at the top of the file."""
    return f" at {shorten(path)}" if path else ""


def shorten(path: str) -> str:
    """A path for a message, "section 1, statement 3", counted as people count; a very long key in it is cut."""
    told = _PLACE.sub(lambda part: f"{part[1]} {int(part[2]) + 1}{', ' if part[3] else ''}", path)
    return clean_line(told if len(told) <= 80 else f"{told[:60]}…{told[-19:]}")
