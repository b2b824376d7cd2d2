"""A statement with its footnotes, saying in words who says it alone, in part or otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.briefing.model import Evidence, Source
from tui.evidence.model import Carriage, Quotation, ResolvedDifference, ResolvedStatement, Status
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece
from tui.export.names import Names

_NOT_THERE = (Status.MISSING, Status.MISATTRIBUTED)
_DISAGREE = {"conflict": "Sources disagree", "variant": "Sources vary", "framing": "Sources frame it differently"}


def statement_pieces(
    one: ResolvedStatement, names: Names, footnotes: Footnotes, *, listed: bool = True
) -> Iterator[Piece]:
    """The statement as one paragraph; `listed` says whether the differences it names are in the export too."""
    groups = _groups(one)
    yield one.statement.text
    yield from footnotes.marks(groups["supports"])
    if one.alone is not None and one.coverage[one.alone] is not Carriage.DIFFERS:
        yield from _sentence(groups, names, one.alone)
    for name, sentence in _SENTENCES.items():
        if groups[name]:
            yield " "
            yield from sentence(names.all(_sources(groups[name])), len(_sources(groups[name])) > 1)
            yield from footnotes.marks(groups[name])
    if not any(how is not Carriage.SILENT for how in one.coverage.values()):
        yield " No quotation supports this."
    yield from _disagreements(one.differences, listed=listed)


def _disagreements(differences: tuple[ResolvedDifference, ...], *, listed: bool) -> Iterator[str]:
    """One sentence a kind that says sources differ, and on what."""
    for kind, verb in _DISAGREE.items():
        said = [
            f"difference {one.number} ({one.difference.about})" if listed else f"“{one.difference.about}”"
            for one in differences
            if one.difference.kind == kind
        ]
        if said:
            yield f" {verb}: {', '.join(said)}."


def _sentence(groups: dict[str, list[Quotation]], names: Names, alone: str) -> Iterator[Piece]:
    source = next(q.source for quotations in groups.values() for q in quotations if q.source.id == alone)
    yield " Only "
    yield from names.of(source)
    yield " says so."


def _groups(one: ResolvedStatement) -> dict[str, list[Quotation]]:
    """The quotations by what they do for the statement, in their order."""
    groups: dict[str, list[Quotation]] = {"supports": [], "partly": [], "contradicts": [], "context": [], "absent": []}
    for quotation in one.quotations:
        role = quotation.claim.role if isinstance(quotation.claim, Evidence) else "supports"
        groups["absent" if quotation.anchor.status in _NOT_THERE else role].append(quotation)
    return groups


def _sources(quotations: list[Quotation]) -> list[Source]:
    return list({quotation.source.id: quotation.source for quotation in quotations}.values())


_SENTENCES: dict[str, Callable[[list[Piece], bool], list[Piece]]] = {
    "partly": lambda who, many: ["In part: ", *who, "."],
    "contradicts": lambda who, many: [*who, " have it otherwise." if many else " has it otherwise."],
    "context": lambda who, many: ["For context: ", *who, "."],
    "absent": lambda who, many: ["Quoted but not found: ", *who, "."],
}
