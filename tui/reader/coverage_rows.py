"""Who says it: the rows of the coverage view and the figures beside them, before any ink."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.evidence.model import Carriage, ResolvedBriefing, ResolvedSection, ResolvedStatement

if TYPE_CHECKING:
    from tui.evidence.uncovered import Fact

Filter = Literal["all", "not yet covered", "not everybody", "one source alone", "disputed"]
# What is not yet covered comes first: rows among all statements say that one press shows it.
FILTERS: tuple[Filter, ...] = ("all", "not yet covered", "not everybody", "one source alone", "disputed")
MOST_FACTS = 4  # facts that no statement covers under each section, while all statements are shown


@dataclass(frozen=True, slots=True)
class Line:
    """A row: a section's (`statement` -1) or a statement's, by index; both -1 parts sections.

    What no statement covers stands below the statements: a row that says so (`open`), the facts, and how many `more`
    there are, in the first of these rows where no fact is shown. Those of no section stand under a section of their
    own, the one after the last.
    """

    section: int = -1
    statement: int = -1
    fact: int = -1
    open: bool = False
    more: int = 0

    @property
    def takes_hand(self) -> bool:
        """Whether it can be in hand."""
        return self.statement >= 0 or self.fact >= 0


def lines(resolved: ResolvedBriefing, kept: Filter, facts: Sequence[Fact] = ()) -> list[Line]:
    """All rows in order; sections of which the filter leaves nothing are left out. `facts` are not covered yet."""
    found: list[Line] = []
    ids = [section.section.id for section in resolved.sections]
    homes = [ids.index(fact.section) if fact.section in ids else len(ids) for fact in facts]
    for at, section in enumerate(resolved.sections):
        shown = [n for n, statement in enumerate(section.statements) if passes(statement, kept)]
        below = _open(at, kept, [n for n, home in enumerate(homes) if home == at])
        if shown or below or kept == "all":
            found += [Line()] * bool(found) + [Line(at)] + [Line(at, number) for number in shown] + below
    nowhere = [n for n, home in enumerate(homes) if home == len(ids)]
    several = [n for n in nowhere if len(facts[n].sources) > 1]
    if below := _open(len(ids), kept, nowhere, several if kept == "all" else None):
        found += [Line()] * bool(found) + [Line(len(ids))] + below
    return found


def _open(at: int, kept: Filter, facts: Sequence[int], shown: Sequence[int] | None = None) -> list[Line]:
    """The rows of what no statement of a section covers; of all `facts` perhaps only some are to be `shown`."""
    if not facts or kept not in ("all", "not yet covered"):
        return []
    some = (facts if shown is None else shown)[: MOST_FACTS if kept == "all" else None]
    more = len(facts) - len(some)
    if not some:
        return [Line(at, open=True, more=more)]
    if more == 1:  # it takes no more room than the row that would count it
        some, more = facts, 0
    said = [Line(at, open=True)] * (kept == "all")  # else the head says it
    return [*said, *(Line(at, fact=number) for number in some), *[Line(at, more=more)] * bool(more)]


def nearest(shown: Sequence[Line], at: Line) -> Line | None:
    """Of the rows of statements the one that stands nearest to `at`, of two the first; None where there is none."""
    statements = [line for line in shown if line.statement >= 0]
    after = next(
        (n for n, one in enumerate(statements) if (one.section, one.statement) >= (at.section, at.statement)),
        len(statements),
    )
    around = statements[max(after - 1, 0) : after + 1]
    return min(around, key=lambda one: (abs(one.section - at.section), abs(one.statement - at.statement)), default=None)


def passes(statement: ResolvedStatement, kept: Filter) -> bool:
    """Whether the filter keeps the statement."""
    match kept:
        case "not yet covered":
            return False
        case "not everybody":
            return Carriage.SILENT in statement.coverage.values()
        case "one source alone":
            return statement.alone is not None
        case "disputed":
            return Carriage.DIFFERS in statement.coverage.values() or any(
                one.difference.kind == "conflict" and not one.difference.suggested for one in statement.differences
            )
    return True


def carried(statement: ResolvedStatement) -> int:
    """How many sources speak to the statement, those too that have it otherwise."""
    return len(statement.speaking)


def number(section: ResolvedSection, statement: ResolvedStatement) -> str:
    """`2.3`: the statement's number in the briefing."""
    return f"{section.number}.{statement.number}"


def figures(resolved: ResolvedBriefing) -> int:
    """Cells of the numbers before statements with the blank after them, the same in every section: 4 or more."""
    last = [number(section, section.statements[-1]) for section in resolved.sections if section.statements]
    return max([3, *map(len, last)]) + 1


@dataclass(frozen=True, slots=True)
class Summary:
    """What the panel beside the matrix says."""

    total: int
    by_source: Mapping[str, int]
    blind: Sequence[tuple[str, ResolvedSection]]
    alone: Mapping[str, Sequence[str]]
    everybody: Sequence[str]


def summary(resolved: ResolvedBriefing) -> Summary:
    """The figures over the whole briefing: a blind spot is a section a source is silent on."""
    sources = [source.id for source in resolved.briefing.sources]
    blind = [(source, section) for section in resolved.sections for source in section.blind]
    alone: dict[str, list[str]] = {}
    everybody: list[str] = []
    for section, statement in _statements(resolved):
        if statement.alone is not None and len(sources) > 1:
            alone.setdefault(statement.alone, []).append(number(section, statement))
        elif carried(statement) == len(sources):
            everybody.append(number(section, statement))
    by_source = {source: sum(section.tally[source] for section in resolved.sections) for source in sources}
    total = sum(len(section.statements) for section in resolved.sections)
    return Summary(total, by_source, blind, alone, everybody)


def _statements(resolved: ResolvedBriefing) -> Iterator[tuple[ResolvedSection, ResolvedStatement]]:
    for section in resolved.sections:
        for statement in section.statements:
            yield section, statement
