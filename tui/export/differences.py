"""Differences as a list: what each side says in its own words, and the author's question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.briefing.model import Value
from tui.documents import quoted
from tui.evidence.model import Quotation, ResolvedDifference, ResolvedSection
from tui.export.footnotes import Footnotes, stopped
from tui.export.inline import Piece, paragraph
from tui.export.names import Names

SIGNS = {"conflict": "≠", "variant": "≈", "framing": "◇"}


def judged(differences: Iterable[ResolvedDifference]) -> list[ResolvedDifference]:
    """Those that somebody has judged: what is only suggested is told nowhere as a difference of the briefing's."""
    return [one for one in differences if not one.difference.suggested]


def of_section(section: ResolvedSection) -> list[ResolvedDifference]:
    """Every difference of the section, those of its statements too, by number."""
    found = {one.number: one for one in section.differences}
    found |= {one.number: one for statement in section.statements for one in statement.differences}
    return [found[number] for number in sorted(found)]


def difference_list(
    differences: Iterable[ResolvedDifference], numbers: Mapping[int, int], names: Names, footnotes: Footnotes
) -> str:
    """One item a difference, under it one item a source and the note; `numbers` are those of the export."""
    lines: list[str] = []
    for one in differences:
        kind, note = one.difference.kind, one.difference.note.strip()
        name = "Suggested difference" if one.difference.suggested else "Difference"
        title: list[Piece] = [f"{SIGNS.get(kind, '≠')} {name} {numbers[one.number]}, {kind}: {one.difference.about}"]
        lines.append(f"- {paragraph(title)}")
        lines.extend(f"  - {paragraph(_side(value, names, footnotes))}" for value in one.values)
        lines.extend([f"  - {paragraph(['Note: ', note])}"] if note else [])
    return "\n".join(lines)


def _side(quotation: Quotation, names: Names, footnotes: Footnotes) -> list[Piece]:
    reading = quotation.claim.value.strip() if isinstance(quotation.claim, Value) else ""
    words = quoted(quotation.text)
    said = f"{words} ({reading})." if reading and reading != quotation.text else stopped(words)
    return [*names.of(quotation.source), f": {said}", footnotes.mark(quotation)]
