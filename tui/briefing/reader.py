"""Reading a briefing: every fault of the file at once, each at its place."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tui.briefing import values
from tui.briefing.claims import Claims
from tui.briefing.fields import Fields, filled_lines, one_line, wrong_shape
from tui.briefing.findings import Collector, Finding, quoted
from tui.briefing.model import Briefing, Mark
from tui.briefing.nodes import Mapping as Table
from tui.briefing.nodes import Node, Scalar, scalars
from tui.briefing.nodes import Sequence as List
from tui.briefing.opening import clean_keeping_tabs, open_text
from tui.briefing.sources import Roots, read_sources
from tui.documents import Limits, clean

_KEYS = ("version", "id", "title", "date", "summary", "aliases", "sources", "sections", "differences")
# A file that is no briefing at all may hold 20,000 faults; to say them all takes longer than to read it.
MAX_FINDINGS = 500
_REQUIRED = ("version", "id", "title", "sources")


class Reading(NamedTuple):
    """What reading a briefing gave.

    `briefing` is None when a finding is an error; `draft` is then what could be read all the same (None when
    that is nothing). `lines` are the file's clean lines, tabs as spaces, for carets; `widths` says for each text
    of the file, by its mark, how many code points it takes on its line.
    """

    briefing: Briefing | None
    findings: tuple[Finding, ...]
    lines: tuple[str, ...]
    draft: Briefing | None
    widths: Mapping[Mark, int]


class BriefingError(Exception):
    """A briefing with errors; its text is their first, `findings` are all and `lines` the file's clean lines."""

    def __init__(self, reading: Reading) -> None:
        self.findings = reading.findings
        self.lines = reading.lines
        first = next(finding for finding in reading.findings if finding.severity == "error")
        super().__init__(f"{first.file}:{first.line}:{first.column}: {first.message}")


def read(
    path: str | os.PathLike[str], *, roots: Sequence[str | os.PathLike[str]] = (), limits: Limits | None = None
) -> Reading:
    """Reads the briefing at `path`. Never raises: whatever is wrong is a finding.

    Sources may lie under the parent of the briefing's folder and under `roots`. `limits` bounds the file
    (`yaml_bytes`) and each quotation (`quotation`).
    """
    from tui.briefing.compose import compose  # PyYAML costs 30 ms, and bare articles are read without it

    limits = limits or Limits()
    out = Collector(os.fspath(path), most=MAX_FINDINGS)
    opened = open_text(path, out, limits)
    if opened is None:
        return Reading(None, out.sorted(), (), None, {})
    if not opened.sound:
        return Reading(None, out.sorted(), tuple(clean(opened.text).split("\n")), None, {})
    text = clean_keeping_tabs(opened.text, out)
    lines = tuple(text.replace("\t", " ").split("\n"))
    top = compose(text, out)
    if top is None:
        return Reading(None, out.sorted(), lines, None, {})
    draft = _briefing(top, path, roots, out, limits)
    widths = {scalar.mark: scalar.width for scalar in scalars(top)}
    return Reading(None if out.failed else draft, out.sorted(), lines, draft, widths)


def load(path: str | os.PathLike[str], *, roots: Sequence[str | os.PathLike[str]] = ()) -> Briefing:
    """The briefing at `path`; raises BriefingError when anything in it is an error."""
    reading = read(path, roots=roots)
    if reading.briefing is None:
        raise BriefingError(reading)
    return reading.briefing


def _briefing(
    node: Node,
    path: str | os.PathLike[str],
    roots: Sequence[str | os.PathLike[str]],
    out: Collector,
    limits: Limits,
) -> Briefing | None:
    version = _version(node)
    if version is not None:
        out.error("unknown-version", version[0], version[1], hint="this program reads version 1", width=version[2])
        return None
    top = Fields(node, "", out, _KEYS, _REQUIRED)
    sources = read_sources(top, Roots.of(path, roots))
    claims = Claims(top, sources, limits)
    return Briefing(
        path=Path(path),
        id=_id(top),
        title=top.line("title", filled=True),
        sources=sources.usable,
        date=_date(top),
        summary=top.prose("summary"),
        aliases=_aliases(top),
        sections=claims.sections(),
        differences=claims.differences(),
    )


def _version(node: Node) -> tuple[Mark, str, int] | None:
    """The place of a version this program does not know, and what to say of it."""
    entry = node.entries.get("version") if isinstance(node, Table) else None
    if entry is None:
        return None
    found = entry[1]
    if isinstance(found, Scalar) and found.text.strip() == "1":
        return None
    said = quoted(found.text) if isinstance(found, Scalar) else "that is not a number"
    return found.mark, f"unknown version {said}", found.width


def _id(top: Fields) -> str:
    node = top.scalar("id")
    if node is None:
        return ""
    briefing_id = values.identifier(node.text)
    if briefing_id is None:
        message = f"{quoted(node.text)} cannot be a briefing id"
        top.error("bad-id", node, message, "use letters, digits, '-', '_' and '.'")
    return briefing_id or ""


def _date(top: Fields) -> date | None:
    node = top.scalar("date")
    if node is None or not node.text.strip():
        return None
    day = values.calendar_date(node.text.strip())
    if day is None:
        top.error("bad-date", node, f"{quoted(node.text)} is no day of the calendar", "write it like 2024-07-28")
    return day


def _aliases(top: Fields) -> dict[str, tuple[str, ...]]:
    aliases = {}
    for key, path, node in top.entries("aliases"):
        name = one_line(key)
        if not isinstance(node, List):
            wrong_shape(top.out, node, path, List)
        elif not name:
            top.error("empty", key, "an alias needs a name")
        else:
            items = ((f"{path}.{index}", item) for index, item in enumerate(node.items))
            aliases[name] = tuple(filled_lines(top.out, items))
    return aliases
