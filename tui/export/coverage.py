"""Which source carries which statement, as one table a section."""

from __future__ import annotations

from tui.evidence.model import Carriage, ResolvedBriefing, ResolvedSection
from tui.export.inline import cell
from tui.export.names import Names
from tui.export.tables import table

SIGNS = {Carriage.VERIFIED: "●", Carriage.PARTLY: "◐", Carriage.DIFFERS: "≠", Carriage.SILENT: "·"}
LEGEND = "● as quoted, ◐ altered or in part, ≠ has it otherwise, · silent."


def coverage_table(briefing: ResolvedBriefing, section: ResolvedSection, names: Names) -> str:
    """Statements × sources in the briefing's order; the last row counts the statements each source carries."""
    sources = briefing.briefing.sources
    head = [cell([section.section.title or section.section.id]), *(cell(names.of(source)) for source in sources)]
    rows = [
        [
            cell([f"{one.number}. {one.statement.text}"]),
            *(SIGNS[one.coverage.get(source.id, Carriage.SILENT)] for source in sources),
        ]
        for one in section.statements
    ]
    total = len(section.statements)
    tallies = [section.tally.get(source.id, 0) for source in sources]
    return table([head, *rows, ["carried", *(f"{n} of {total}" if n else "silent" for n in tallies)]])
