"""Search over what a briefing has on the page: its documents under their source ids, its sections and outlets."""

from __future__ import annotations

from tui import search
from tui.evidence.model import ResolvedBriefing


def over(resolved: ResolvedBriefing) -> search.Searcher:
    """A searcher that knows the briefing's sources by id and outlet and its sections by id and title."""
    briefing = resolved.briefing
    return search.open(
        resolved.documents,
        sections=resolved.section_spans(),
        titles={section.id: section.title for section in briefing.sections},
        outlets={source.id: source.outlet for source in briefing.sources},
    )
