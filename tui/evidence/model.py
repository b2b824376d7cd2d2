"""What proving a briefing yields: anchors, and the briefing with every quotation placed."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tui.briefing.model import Briefing, Difference, Evidence, Section, Source, Statement, Value
from tui.documents.model import Document, Span


class Status(StrEnum):
    """How a quotation stands in its source."""

    VERIFIED = "verified"
    ALTERED = "altered"
    PARTIAL = "partial"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"
    MISATTRIBUTED = "misattributed"


class Change(NamedTuple):
    """One place where quotation and source differ.

    `kind` is number, negation, name, month, direction, word, missing or added; `quoted` are the quotation's
    words ("" when the source has more), `found` the source's ("" when it has none). `quoted_span` counts in
    the quotation, `span` in the document's clean text. Words `added` that have `found` stand elsewhere in the source.
    """

    kind: str
    quoted: str
    found: str
    quoted_span: Span
    span: Span

    @property
    def elsewhere(self) -> bool:
        """Whether the source has the words, but at `span` and not where the quotation was placed."""
        return self.kind == "added" and self.found != ""


class Alternative(NamedTuple):
    """Another place a quotation could stand; `source` is a document's source name or a briefing's source id."""

    source: str
    span: Span


class Anchor(NamedTuple):
    """The result of placing a quotation: a status, the span (None when it was not placed), the word changes."""

    status: Status
    span: Span | None = None
    changes: tuple[Change, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


class Quotation(NamedTuple):
    """A claim of the briefing placed in its source. `document` is None when the source could not be read."""

    source: Source
    document: Document | None
    claim: Evidence | Value
    anchor: Anchor
    paragraph: int | None

    @property
    def text(self) -> str:
        """The source's own words when the quotation was placed, else the author's."""
        if self.anchor.span is None or self.document is None:
            return self.claim.quote
        return self.document.text[self.anchor.span.start : self.anchor.span.end]


class Carriage(StrEnum):
    """How a source stands to a statement: the coverage signs ● ◐ ≠ · ?

    Its value is the word for it. A source that could not be read is not silent: nothing is known of it. Nor is one of
    which no value was compared for a suggested difference, though it may speak of its matter.
    """

    VERIFIED = "verified"
    PARTLY = "partly"
    DIFFERS = "differs"
    SILENT = "silent"
    UNKNOWN = "could not be read"
    UNCOMPARED = "not compared"

    @property
    def supports(self) -> bool:
        """Whether the source says what the statement says, if only in part."""
        return self in (Carriage.VERIFIED, Carriage.PARTLY)

    @property
    def speaks(self) -> bool:
        """Whether the source speaks to the statement: it supports it, or has it otherwise."""
        return self.supports or self is Carriage.DIFFERS


@dataclass(frozen=True, slots=True)
class ResolvedDifference:
    """A difference with both sides placed."""

    number: int
    difference: Difference
    values: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class ResolvedStatement:
    """A statement with its quotations placed. `number` counts in its section from 1.

    `coverage` has one entry for each source of the briefing, in its order. `differences` are those whose
    values stand where this statement's evidence stands.
    """

    number: int
    statement: Statement
    quotations: tuple[Quotation, ...]
    coverage: Mapping[str, Carriage]
    differences: tuple[ResolvedDifference, ...]

    @property
    def speaking(self) -> tuple[str, ...]:
        """The ids of the sources that speak to the statement, in the briefing's order."""
        return tuple(source for source, how in self.coverage.items() if how.speaks)

    @property
    def unread(self) -> tuple[str, ...]:
        """The ids of the sources of which nothing is known, in the briefing's order."""
        return tuple(source for source, how in self.coverage.items() if how is Carriage.UNKNOWN)

    @property
    def alone(self) -> str | None:
        """The source id of the only source that speaks to the statement, if it supports it; else None.

        None too where a source could not be read, for it may say the same.
        """
        speaking = self.speaking
        only = len(speaking) == 1 and not self.unread and self.coverage[speaking[0]].supports
        return speaking[0] if only else None

    @property
    def unsupported(self) -> bool:
        """Whether no source that could be read supports the statement."""
        return not any(how.supports for how in self.coverage.values())


@dataclass(frozen=True, slots=True)
class ResolvedSection:
    """A section with its statements resolved. `number` counts from 1.

    `tally` says for each source how many statements it speaks to. `differences` are those that belong to the
    section but to none of its statements.
    """

    number: int
    section: Section
    statements: tuple[ResolvedStatement, ...]
    differences: tuple[ResolvedDifference, ...]
    tally: Mapping[str, int]

    @property
    def blind(self) -> tuple[str, ...]:
        """The ids of the sources that are silent on every statement: the section is their blind spot."""
        listed = self.statements
        return tuple(
            source for source in self.tally if listed and all(one.coverage[source] is Carriage.SILENT for one in listed)
        )


class SourceProblem(NamedTuple):
    """A source that could not be read or has changed: one clean line."""

    source: Source
    code: str
    message: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ResolvedBriefing:
    """The same resolved briefing feeds screen, export and JSON.

    `documents` holds the readable sources by id, in the briefing's order; `sections` all sections;
    `differences` all that are shown, by number: in the order of their sections, then of the briefing. `apart` holds
    those of kind `none`, which are proved like the rest and neither shown nor counted.
    """

    briefing: Briefing
    documents: Mapping[str, Document]
    sections: tuple[ResolvedSection, ...]
    differences: tuple[ResolvedDifference, ...]
    problems: tuple[SourceProblem, ...]
    apart: tuple[ResolvedDifference, ...] = ()

    def sides(self, difference: ResolvedDifference) -> list[Carriage]:
        """How each source of the briefing stands to a difference: `DIFFERS` where it is a side of it.

        `UNCOMPARED` where it is none, may speak of the matter, and the difference is only suggested.
        """
        quoted = {quotation.source.id for quotation in difference.values}
        spoken: Container[str] = ()
        if difference.difference.suggested:
            from tui.evidence.mentions import mentions  # and not before the first frame of a briefing without any

            spoken = mentions(self, difference)
        return [
            Carriage.UNKNOWN
            if source.id not in self.documents
            else Carriage.DIFFERS
            if source.id in quoted
            else Carriage.UNCOMPARED
            if source.id in spoken
            else Carriage.SILENT
            for source in self.briefing.sources
        ]

    def section_spans(self) -> dict[str, dict[str, list[Span]]]:
        """For each section id and source id, where the section's quotations stand: what `section:` searches."""
        spans: dict[str, dict[str, list[Span]]] = {}
        for section in self.sections:
            by_source = spans.setdefault(section.section.id, {})
            for statement in section.statements:
                for quotation in statement.quotations:
                    if quotation.anchor.span is not None:
                        by_source.setdefault(quotation.source.id, []).append(quotation.anchor.span)
        return spans
