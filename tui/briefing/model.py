"""What a briefing says, as its author wrote it; nothing here has been proved yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from tui.documents import clean_line

Role = Literal["supports", "partly", "contradicts", "context"]
Kind = Literal["conflict", "variant", "framing", "none"]


class Mark(NamedTuple):
    """A place in the briefing file: line and column, both counted from 1 (columns in code points)."""

    line: int
    column: int


_TOP = Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the briefing names it. What the author does not state is "" or None, never a guess.

    `file` is the path as written, `path` where it leads; `letter` is the one-letter mark, chosen when
    the author gives none; `body_from` is the 1-based line of the article its body begins on.
    """

    id: str
    file: str
    path: Path
    letter: str
    outlet: str = ""
    title: str = ""
    author: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    sha256: str = ""
    body_from: int = 1
    descriptor: str = ""
    at: Mark = _TOP
    sha256_at: Mark = _TOP

    @property
    def stated_name(self) -> str:
        """What the author lets it go by: the outlet, else the title; "" where neither is stated."""
        return clean_line(self.outlet).strip() or clean_line(self.title).strip()

    @property
    def file_name(self) -> str:
        """The name of the file, clean: what bare articles go by."""
        return clean_line(self.path.name)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation of one source in support of (or against) a statement; `at` is where the quotation stands."""

    source: str
    quote: str
    role: Role = "supports"
    prefix: str = ""
    suffix: str = ""
    note: str = ""
    at: Mark = _TOP


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a section, in the author's words, with its evidence."""

    id: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    at: Mark = _TOP


@dataclass(frozen=True, slots=True)
class Route:
    """The words that bring a passage to a section, and those that keep it out."""

    words: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of statements; `summary` is Markdown."""

    id: str
    title: str
    summary: str = ""
    route: Route = Route()
    statements: tuple[Statement, ...] = ()
    at: Mark = _TOP


@dataclass(frozen=True, slots=True)
class Value:
    """One source's side of a difference; `value` is the author's reading of the quotation, or ""."""

    source: str
    quote: str
    value: str = ""
    prefix: str = ""
    suffix: str = ""
    at: Mark = _TOP


@dataclass(frozen=True, slots=True)
class Difference:
    """Sources disagree or vary: a question, never a verdict. `section` is a section id or "".

    `suggested`: found by comparing, and judged by nobody yet.
    """

    id: str
    section: str
    kind: Kind
    about: str
    values: tuple[Value, ...] = ()
    note: str = ""
    suggested: bool = False
    at: Mark = _TOP


@dataclass(frozen=True, slots=True)
class Briefing:
    """One YAML file: sources + sections + differences + aliases. `summary` is Markdown."""

    path: Path
    id: str
    title: str
    sources: tuple[Source, ...]
    date: date | None = None
    summary: str = ""
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    differences: tuple[Difference, ...] = ()

    def source(self, source_id: str) -> Source:
        """The source of that id; KeyError when there is none."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)
