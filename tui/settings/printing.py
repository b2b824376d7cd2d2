"""The settings as a file a person can edit: every field with its text above it, made from the tree itself."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from tui.settings.model import Bound, Settings

WIDTH = 100  # cells of a comment line


def yaml_text(settings: Settings) -> str:
    """The settings as YAML that reads back as the same settings."""
    return "# Hexapla's settings. What is left out keeps its default.\n" + "".join(
        f"{line}\n" for line in _lines(settings, "")
    )


def field_texts(kind: type) -> dict[str, str]:
    """The docstring under each field of a dataclass, by the field's name."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    texts: dict[str, str] = {}
    statements = cast(ast.ClassDef, body).body
    for before, after in pairwise(statements):
        match before, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                texts[name] = " ".join(text.split())
    return texts


def _lines(tree: Any, indent: str) -> Iterator[str]:
    texts = field_texts(type(tree))
    defaults = type(tree)()
    for field in fields(tree):
        value = getattr(tree, field.name)
        yield ""
        if is_dataclass(value):
            yield from _comment(texts[field.name], indent)
            yield f"{indent}{field.name}:"
            yield from _lines(value, indent + "  ")
            continue
        empty = "{}" if "Bound" in str(field.type) else "[]"
        default = _value(getattr(defaults, field.name), empty)
        yield from _comment(f"{texts[field.name]} Default: {default}", indent)
        yield f"{indent}{field.name}: {_value(value, empty)}"


def _comment(text: str, indent: str) -> Iterator[str]:
    for line in textwrap.wrap(text, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False):
        yield f"{indent}# {line}"


def _value(value: Any, empty: str = "[]") -> str:
    """A value in YAML's flow style; `empty` is how one without any items is written."""
    if isinstance(value, tuple):
        if any(isinstance(item, Bound) for item in value):
            return "{" + ", ".join(f"{_quoted(item.command)}: {_value(item.keys)}" for item in value) + "}"
        return "[" + ", ".join(_value(item) for item in value) + "]" if value else empty
    return _quoted(str(value) if isinstance(value, Path) else value)


def _quoted(text: str) -> str:
    """As it is where YAML takes it so, else in double quotes."""
    if text and text.isascii() and all(char.isalnum() or char in "._-/" for char in text) and text[0].isalnum():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
