"""Small resolved briefings made by hand, without files: for tests of what comes after the proving."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.briefing.model import Briefing, Difference, Evidence, Section, Source, Statement, Value
from tui.documents import from_text
from tui.documents.model import Document
from tui.evidence import anchor
from tui.evidence.coverage import coverage, tally
from tui.evidence.model import (
    Anchor,
    Quotation,
    ResolvedBriefing,
    ResolvedDifference,
    ResolvedSection,
    ResolvedStatement,
    Status,
)


def a_source(identifier: str, **stated: object) -> Source:
    """A source `identifier` whose file is `../articles/IDENTIFIER.txt`; its letter is the id's first."""
    file = f"../articles/{identifier}.txt"
    facts: dict[str, object] = {"file": file, "path": Path("/nowhere") / file, "letter": identifier[:1].upper()}
    return Source(id=identifier, **{**facts, **stated})  # type: ignore[arg-type]


def a_statement(text: str, *evidence: Evidence, identifier: str = "s1") -> Statement:
    """A statement with its evidence."""
    return Statement(identifier, text, evidence)


def a_briefing(
    sources: Sequence[Source],
    sections: Sequence[Section] = (),
    differences: Sequence[Difference] = (),
    **stated: object,
) -> Briefing:
    """A briefing of these parts; `stated` overrides id, title, date and summary."""
    facts: dict[str, object] = {"path": Path("/nowhere/briefings/b.yaml"), "id": "b", "title": "A briefing"}
    parts = {"sources": tuple(sources), "sections": tuple(sections), "differences": tuple(differences)}
    return Briefing(**{**facts, **parts, **stated})  # type: ignore[arg-type]


def resolved(briefing: Briefing, texts: Mapping[str, str]) -> ResolvedBriefing:
    """`briefing` with its quotations placed in these texts (source id → text); a source without one is unreadable."""
    documents = {source: from_text(text, source) for source, text in texts.items()}
    differences = tuple(
        ResolvedDifference(number, one, tuple(quotation(briefing, documents, value) for value in one.values))
        for number, one in enumerate(briefing.differences, 1)
    )
    ids = [source.id for source in briefing.sources]
    sections = []
    for number, section in enumerate(briefing.sections, 1):
        here = tuple(one for one in differences if one.difference.section == section.id)
        statements = tuple(
            _statement(n, one, tuple(quotation(briefing, documents, claim) for claim in one.evidence), ids, here)
            for n, one in enumerate(section.statements, 1)
        )
        loose = () if statements else here
        sections.append(ResolvedSection(number, section, statements, loose, tally(ids, statements)))
    return ResolvedBriefing(briefing, documents, tuple(sections), differences, ())


def quotation(briefing: Briefing, documents: Mapping[str, Document], claim: Evidence | Value) -> Quotation:
    """`claim` placed in the document of its source."""
    source, document = briefing.source(claim.source), documents.get(claim.source)
    if document is None:
        return Quotation(source, None, claim, Anchor(Status.MISSING), None)
    found = anchor(document, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
    paragraph = document.paragraph_at(found.span.start) if found.span else None
    return Quotation(source, document, claim, found, paragraph.number if paragraph else None)


def _statement(
    number: int,
    statement: Statement,
    quotations: tuple[Quotation, ...],
    ids: list[str],
    differences: tuple[ResolvedDifference, ...],
) -> ResolvedStatement:
    """The section's differences go to its first statement."""
    mine = differences if number == 1 else ()
    return ResolvedStatement(number, statement, quotations, coverage(ids, quotations), mine)
