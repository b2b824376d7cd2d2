"""A briefing proved: documents loaded, every quotation placed, coverage and differences where they belong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tui import documents
from tui.briefing.model import Briefing, Difference, Evidence, Section, Source, Statement, Value
from tui.documents.model import ArticleError, Document
from tui.evidence.anchor import anchor
from tui.evidence.attach import home
from tui.evidence.coverage import coverage, tally
from tui.evidence.model import (
    Alternative,
    Anchor,
    Quotation,
    ResolvedBriefing,
    ResolvedDifference,
    ResolvedSection,
    ResolvedStatement,
    SourceProblem,
    Status,
)


def resolve(briefing: Briefing) -> ResolvedBriefing:
    """Loads the sources and places everything the briefing quotes.

    A source that cannot be read becomes a problem `unreadable` and its quotations are `missing`; one whose
    SHA-256 is not the stated one becomes a problem `changed` and is used as it is. Nothing is raised.
    """
    loaded, problems = _load(briefing.sources)
    prover = _Prover(briefing, loaded)
    shown = _in_order(briefing, [one for one in briefing.differences if one.kind != "none"])
    differences = tuple(prover.difference(number, one) for number, one in enumerate(shown, 1))
    hidden = [one for one in briefing.differences if one.kind == "none"]
    apart = tuple(prover.difference(number, one) for number, one in enumerate(hidden, len(shown) + 1))
    sections = tuple(prover.section(number, one, differences) for number, one in enumerate(briefing.sections, 1))
    return ResolvedBriefing(briefing, loaded, sections, differences, tuple(problems), apart)


def proved(resolved: ResolvedBriefing, difference: Difference, number: int) -> ResolvedDifference:
    """A difference that is not in the briefing, its values placed in the briefing's documents."""
    return _Prover(resolved.briefing, resolved.documents).difference(number, difference)


def _in_order(briefing: Briefing, differences: list[Difference]) -> list[Difference]:
    """By section as the briefing has them, those of no section last: so are they numbered, and so shown."""
    places = {section.id: at for at, section in enumerate(briefing.sections)}
    return sorted(differences, key=lambda one: places.get(one.section, len(places)))


def _load(sources: tuple[Source, ...]) -> tuple[dict[str, Document], list[SourceProblem]]:
    by_path: dict[Path, Document | ArticleError] = {}
    loaded: dict[str, Document] = {}
    problems: list[SourceProblem] = []
    for source in sources:
        if source.path not in by_path:
            by_path[source.path] = _read(source.path)
        article = by_path[source.path]
        if isinstance(article, ArticleError):
            problems.append(SourceProblem(source, "unreadable", str(article)))
            continue
        loaded[source.id] = article
        if source.sha256 and source.sha256.lower() != article.sha256:
            problems.append(SourceProblem(source, "changed", f"{article.source} has changed since it was quoted"))
    return loaded, problems


def _read(path: Path) -> Document | ArticleError:
    try:
        return documents.load(path)
    except ArticleError as error:
        return error


class _Prover:
    """Places the claims of one briefing in its documents (source id → document)."""

    def __init__(self, briefing: Briefing, documents: Mapping[str, Document]) -> None:
        self.briefing = briefing
        self.documents = documents
        self.known: dict[tuple[str, str, str, str], Anchor] = {}

    def section(self, number: int, section: Section, differences: tuple[ResolvedDifference, ...]) -> ResolvedSection:
        placed = [tuple(self.quotation(one) for one in statement.evidence) for statement in section.statements]
        homes: dict[int | None, list[ResolvedDifference]] = {}
        for difference in differences:
            if difference.difference.section == section.id:
                homes.setdefault(home(difference.values, placed), []).append(difference)
        statements = tuple(
            self.statement(i + 1, statement, placed[i], tuple(homes.get(i, ())))
            for i, statement in enumerate(section.statements)
        )
        return ResolvedSection(number, section, statements, tuple(homes.get(None, ())), tally(self._ids, statements))

    def statement(
        self,
        number: int,
        statement: Statement,
        quotations: tuple[Quotation, ...],
        differences: tuple[ResolvedDifference, ...],
    ) -> ResolvedStatement:
        return ResolvedStatement(
            number, statement, quotations, coverage(self._ids, quotations, self.documents), differences
        )

    def difference(self, number: int, difference: Difference) -> ResolvedDifference:
        return ResolvedDifference(number, difference, tuple(self.quotation(value) for value in difference.values))

    def quotation(self, claim: Evidence | Value) -> Quotation:
        source = self.briefing.source(claim.source)
        document = self.documents.get(source.id)
        if document is None:
            return Quotation(source, None, claim, Anchor(Status.MISSING), None)
        # Differences mostly quote what statements quote.
        key = (source.id, claim.quote, claim.prefix, claim.suffix)
        if key not in self.known:
            found = anchor(document, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
            if found.status is Status.MISSING:
                found = self._elsewhere(claim, document) or found
            self.known[key] = found
        found = self.known[key]
        paragraph = document.paragraph_at(found.span.start) if found.span else None
        return Quotation(source, document, claim, found, paragraph.number if paragraph else None)

    def _elsewhere(self, claim: Evidence | Value, claimed: Document) -> Anchor | None:
        """`misattributed`, when the quotation stands word for word in other sources of the briefing."""
        places: list[Alternative] = []
        for source_id, document in self.documents.items():
            if document is not claimed:
                found = anchor(document, claim.quote, prefix=claim.prefix, suffix=claim.suffix)
                if found.status in (Status.VERIFIED, Status.AMBIGUOUS) and found.span is not None:
                    places.append(Alternative(source_id, found.span))
        return Anchor(Status.MISATTRIBUTED, None, (), tuple(places)) if places else None

    @property
    def _ids(self) -> list[str]:
        return [source.id for source in self.briefing.sources]
