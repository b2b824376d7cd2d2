"""The views by name, each loaded when it is first turned to."""

from __future__ import annotations

from tui.evidence.model import ResolvedBriefing
from tui.reader.widgets.view import View

VIEWS: tuple[str, ...] = ("sections", "sources", "coverage", "differences", "timeline")
PICKER = "picker"


def numbered(resolved: ResolvedBriefing) -> list[tuple[str, str]]:
    """Number and name of every view the briefing has."""
    if not resolved.briefing.sources:
        return []
    return [(str(number), name) for number, name in enumerate(VIEWS, 1) if name == "sources" or resolved.sections]


def first(resolved: ResolvedBriefing) -> str:
    """The view a briefing opens with; without any source, the list to pick one from.

    Articles compared without a briefing (it has no file) are read first: their sections are only suggested.
    """
    names = [name for _, name in numbered(resolved)]
    if "sources" in names and not resolved.briefing.path.name:
        return "sources"
    return names[0] if names else PICKER


def make(name: str) -> View:
    """A new view of that name."""
    match name:
        case "sections":
            from tui.reader.widgets.sections import SectionsView

            return SectionsView()
        case "coverage":
            from tui.reader.widgets.coverage import CoverageView

            return CoverageView()
        case "differences":
            from tui.reader.widgets.differences import DifferencesView

            return DifferencesView()
        case "timeline":
            from tui.reader.widgets.timeline import TimelineView

            return TimelineView()
        case "picker":
            from tui.reader.widgets.picker import PickerView

            return PickerView()
        case _:
            from tui.reader.widgets.sources import SourcesView

            return SourcesView()
