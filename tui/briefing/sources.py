"""The sources of a briefing, and the only folders their files may lie in."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.briefing import letters, values
from tui.briefing.fields import Fields, at
from tui.briefing.findings import quoted
from tui.briefing.model import Source
from tui.briefing.nodes import Mapping, Node, Scalar

MAX_SOURCES = 60
MAX_PATH = 1_024  # taking a path to its real place asks the disk about each part: 450,000 parts took 13 s

_KEYS = ("file", "outlet", "mark", "title", "author", "published", "url", "sha256", "body", "descriptor")


class Roots(NamedTuple):
    """Where a briefing may reach: the parent of the folder it lies in, and the folders its reader allows."""

    folder: Path
    allowed: tuple[Path, ...]

    @classmethod
    def of(cls, path: str | os.PathLike[str], more: Sequence[str | os.PathLike[str]] = ()) -> Roots:
        """The roots of the briefing at `path`; every path is taken to its real place."""
        folder = Path(os.path.realpath(Path(path).parent))
        # A briefing in /tmp must not reach the whole disk because "/" is the folder above.
        above = folder if folder.parent == Path(folder.anchor) else folder.parent
        return cls(folder, (above, *(Path(os.path.realpath(root)) for root in more)))

    def find(self, file: str) -> Path | None:
        """Where `file` really leads, or None when that is outside."""
        try:
            real = Path(os.path.realpath(self.folder / file))
        except (OSError, ValueError):  # a name the file system's encoding does not have
            return None
        return real if any(real.is_relative_to(root) for root in self.allowed) else None


class Sources(NamedTuple):
    """The sources that can be opened, in their order, and the ids of those whose file may not be."""

    usable: tuple[Source, ...]
    barred: frozenset[str]


def read_sources(top: Fields, roots: Roots) -> Sources:
    """The sources in their order, each with its letter."""
    found: list[Source] = []
    used: dict[str, Scalar] = {}
    marks: dict[str, Scalar] = {}
    for key, path, node in _entries(top):
        source_id = _source_id(key, used, top)
        source = _source(source_id, key, Fields(node, path, top.out, _KEYS, ("file",)), roots, marks)
        if source_id and source:
            found.append(source)
    chosen = letters.choose([(source.letter, source.outlet, source.id) for source in found])
    usable = tuple(replace(source, letter=letter) for source, letter in zip(found, chosen, strict=True))
    return Sources(usable, frozenset(used) - {source.id for source in usable})


def _entries(top: Fields) -> list[tuple[Scalar, str, Node]]:
    entries = list(top.entries("sources"))
    node = top.get("sources")
    if isinstance(node, Mapping) and not entries:
        top.error("empty", node, "a briefing needs at least one source")
    if len(entries) > MAX_SOURCES:
        message = f"{len(entries)} sources: a briefing has at most {MAX_SOURCES}, each with a letter of its own"
        top.error("too-many-sources", entries[MAX_SOURCES][0], message)
    return entries[:MAX_SOURCES]


def _source_id(key: Scalar, used: dict[str, Scalar], top: Fields) -> str:
    source_id = values.identifier(key.text)
    if source_id is None:
        top.error("bad-id", key, f"{quoted(key.text)} cannot be a source id", "use letters, digits, '-', '_' and '.'")
        return ""
    if source_id in used:
        first = used[source_id].mark.line
        top.error("duplicate-id", key, f"source id {quoted(source_id)} stands twice: lines {first} and {key.mark.line}")
        return ""
    used[source_id] = key
    return source_id


def _source(source_id: str, key: Scalar, fields: Fields, roots: Roots, marks: dict[str, Scalar]) -> Source | None:
    file = fields.line("file", filled=True)
    path = _path(fields, file, roots)
    sha256 = fields.scalar("sha256")
    source = Source(
        id=source_id,
        file=file,
        path=path or roots.folder,
        letter=_letter(fields, marks),
        outlet=fields.line("outlet"),
        title=fields.line("title"),
        author=fields.lines("author"),
        published=_checked(fields, "published", values.published, "bad-date", "write 2024-07-28, 2024-07 or 2024"),
        url=_checked(fields, "url", values.url, "bad-url", "only http, https and mailto addresses"),
        sha256=_checked(fields, "sha256", values.sha256, "bad-sha256", "64 hexadecimal digits"),
        body_from=_body_from(fields),
        descriptor=fields.line("descriptor"),
        at=key.mark,
        sha256_at=sha256.mark if sha256 else key.mark,
    )
    return source if path else None


def _path(fields: Fields, file: str, roots: Roots) -> Path | None:
    node = fields.get("file")
    if not file or node is None:
        return None
    if len(file) > MAX_PATH:
        fields.error("bad-file", node, f"a path of {len(file):,} characters{at(fields.path)}: at most {MAX_PATH:,}")
        return None
    path = roots.find(file)
    if path is None:
        hint = "keep it under the folder above the briefing's, or allow its folder with --root"
        fields.error("outside-roots", node, f"{quoted(file, 60)} lies outside the folders allowed", hint)
    return path


def _letter(fields: Fields, marks: dict[str, Scalar]) -> str:
    node = fields.scalar("mark")
    if node is None or not node.text:
        return ""
    letter = values.letter(node.text)
    if letter is None:
        fields.error("bad-mark", node, f"mark {quoted(node.text)} is not one letter one cell wide{at(fields.path)}")
        return ""
    if letter in marks:
        lines = f"lines {marks[letter].mark.line} and {node.mark.line}"
        fields.error("duplicate-mark", node, f"mark '{letter}' stands twice: {lines}")
        return ""
    marks[letter] = node
    return letter


def _checked(fields: Fields, name: str, form: Callable[[str], str | None], code: str, hint: str) -> str:
    text = fields.line(name)
    good = form(text) if text else ""
    node = fields.get(name)
    if good is None and node is not None:
        fields.error(code, node, f"bad {name} {quoted(text)}{at(fields.path)}", hint)
    return good or ""


def _body_from(fields: Fields) -> int:
    body = fields.get("body")
    if body is None:
        return 1
    inner = Fields(body, fields.under("body"), fields.out, ("from",), ("from",))
    start = inner.scalar("from")
    number = values.line_number(start.text) if start else 1
    if number is None and start is not None:
        fields.error("bad-body", start, f"body begins on a line counted from 1, not on {quoted(start.text)}")
    return number or 1
