"""Which source speaks to which statement, as one table a section."""

from __future__ import annotations

from tui.evidence.model import Carriage, ResolvedBriefing, ResolvedSection
from tui.export.inline import cell
from tui.export.names import Names
from tui.export.tables import table

SIGNS = {
    Carriage.VERIFIED: "●",
    Carriage.PARTLY: "◐",
    Carriage.DIFFERS: "≠",
    Carriage.SILENT: "·",
    Carriage.UNKNOWN: "?",
}


def legend(briefing: ResolvedBriefing) -> str:
    """What the signs say; the last only where a source could not be read."""
    unread = any(source.id not in briefing.documents for source in briefing.briefing.sources)
    more = f", {SIGNS[Carriage.UNKNOWN]} {Carriage.UNKNOWN}" if unread else ""
    return f"● as quoted, ◐ altered or in part, ≠ has it otherwise, · silent{more}."


def coverage_table(briefing: ResolvedBriefing, section: ResolvedSection, names: Names) -> str:
    """Statements × sources in the briefing's order; the last row counts the statements each source speaks to."""
    sources = briefing.briefing.sources
    head = [cell([section.section.title or section.section.id]), *(cell(names.of(source)) for source in sources)]
    rows = [
        [
            cell([f"{one.number}. {one.statement.text}"]),
            *(SIGNS[one.coverage.get(source.id, Carriage.SILENT)] for source in sources),
        ]
        for one in section.statements
    ]
    return table([head, *rows, ["speaks to", *(_tally(briefing, section, source.id) for source in sources)]])


def _tally(briefing: ResolvedBriefing, section: ResolvedSection, source: str) -> str:
    if source not in briefing.documents:
        return str(Carriage.UNKNOWN)
    count, total = section.tally.get(source, 0), len(section.statements)
    return "silent" if source in section.blind else f"{count} of {total}"
