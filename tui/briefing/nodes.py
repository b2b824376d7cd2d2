"""What a YAML file says, as text with positions: nothing is ever turned into a number, a date or a truth value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from tui.briefing.model import Mark


class Scalar(NamedTuple):
    """A word or a text, cleaned. `width` is how many code points it takes on its first line of the file."""

    text: str
    mark: Mark
    width: int = 1


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    mark: Mark
    width: int = 1


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; a key that stands twice keeps its first value."""

    entries: dict[str, tuple[Scalar, Node]]
    mark: Mark
    width: int = 1


Node: TypeAlias = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The node as strings, lists and dicts: what a JSON Schema validator takes."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {name: plain(value) for name, (_, value) in node.entries.items()}


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and every text under `node`, in the order of the file."""
    waiting: list[Node] = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, Scalar):
            yield current
        elif isinstance(current, Sequence):
            waiting.extend(reversed(current.items))
        else:
            for key, value in reversed(list(current.entries.values())):
                waiting.extend((value, key))
