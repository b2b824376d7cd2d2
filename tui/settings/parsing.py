"""From the settings file to the typed tree, field by field; imported only where there is a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from tui.briefing.compose import compose
from tui.briefing.fields import Fields, filled_lines, one_line
from tui.briefing.findings import Collector, quoted
from tui.briefing.model import Mark
from tui.briefing.nodes import Mapping, Node, Scalar, Sequence
from tui.briefing.values import did_you_mean
from tui.documents import ArticleError, Limits, clean
from tui.documents.files import read_bytes
from tui.settings.model import Bound, Settings
from tui.settings.reading import Loaded

MOST_FINDINGS = 50

Tree = TypeVar("Tree")


def parse(path: Path) -> Loaded:
    """What the file says. Paths in it that are not absolute begin in its folder."""
    out = Collector(str(path), most=MOST_FINDINGS)
    try:
        text = clean(read_bytes(path, Limits(article_bytes=Limits().yaml_bytes)).decode("utf-8", "replace"))
    except ArticleError as error:
        out.error("unreadable", Mark(1, 1), str(error))
        return Loaded(Settings(), out.sorted(), (), path)
    return Loaded(_settings(text, path.parent, out), out.sorted(), tuple(text.split("\n")), path)


def _settings(text: str, folder: Path, out: Collector) -> Settings:
    if not any(_says_something(line) for line in text.split("\n")):
        return Settings()  # comments only, or nothing
    root = compose(text, out, what="settings file")
    if isinstance(root, Mapping):
        return tree(Settings, root, "", folder, out)
    if root is not None:
        known = ", ".join(field.name for field in fields(Settings))
        out.error("wrong-shape", root.mark, f"settings are keys with values: {known}", width=root.width)
    return Settings()


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#") and line.strip() != "---"


def tree(kind: type[Tree], node: Node, path: str, folder: Path, out: Collector) -> Tree:
    """A dataclass from a mapping; a field that is absent or cannot be used keeps its default."""
    hints = get_type_hints(kind)
    assert is_dataclass(kind)
    known = [field.name for field in fields(kind)]
    deeper = {
        inner.name: f"{outer}: {inner.name}:"
        for outer in known
        if is_dataclass(hints[outer])
        for inner in fields(hints[outer])
    }
    mapping = Fields(node, path, out, known, deeper=deeper)
    values: dict[str, Any] = {}
    for field in fields(kind):
        found = mapping.get(field.name)
        if found is not None and not (isinstance(found, Scalar) and not found.text):
            read = _reader(hints[field.name])
            value = read(found, mapping.under(field.name), folder, out)
            if value is not None:
                values[field.name] = value
    return kind(**values)


Read = Callable[[Node, str, Path, Collector], Any]


def _reader(kind: Any) -> Read:
    if isinstance(kind, type) and is_dataclass(kind):
        return partial(tree, kind)
    if get_origin(kind) is Literal:
        return partial(_choice, get_args(kind))
    return {str: _text, tuple[Path, ...]: _folders, tuple[Bound, ...]: _bindings}[kind]


def _choice(choices: tuple[str, ...], node: Node, path: str, folder: Path, out: Collector) -> str | None:
    said = _text(node, path, folder, out)
    if said is None or said in choices:
        return said
    hint = did_you_mean(said, choices) or f"one of {', '.join(choices)}"
    out.error("bad-value", node.mark, f"'{path}' cannot be {quoted(said)}", hint=hint, width=node.width)
    return None


def _text(node: Node, path: str, folder: Path, out: Collector) -> str | None:
    if isinstance(node, Scalar):
        return one_line(node)
    out.error("wrong-shape", node.mark, f"'{path}' must be a text", width=node.width)
    return None


def _folders(node: Node, path: str, folder: Path, out: Collector) -> tuple[Path, ...] | None:
    return tuple(folder / _at_home(name) for name in _words(node, path, out))


def _at_home(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # no home
        return Path(name)


def _bindings(node: Node, path: str, folder: Path, out: Collector) -> tuple[Bound, ...] | None:
    if not isinstance(node, Mapping):
        out.error("wrong-shape", node.mark, f"'{path}' must be commands with keys", hint="theme.next: [x]")
        return None
    return tuple(
        Bound(key.text, tuple(_words(value, f"{path}.{key.text}", out)), key.mark)
        for key, value in node.entries.values()
    )


def _words(node: Node, path: str, out: Collector) -> Iterator[str]:
    """One text, or a list of them."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return filled_lines(out, ((path, item) for item in items))
