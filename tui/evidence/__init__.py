"""Quotations proved against their sources, and documents compared.

`anchor` places one quotation, `resolve` a whole briefing; `compare` says what documents agree on, leave out and
dispute, `routes` which sections their passages belong to, `timeline` what of a briefing is dated.
"""

from typing import TYPE_CHECKING

from tui.evidence.anchor import anchor
from tui.evidence.answers import QuoteAnswer, answer
from tui.evidence.model import (
    Alternative,
    Anchor,
    Carriage,
    Change,
    Quotation,
    ResolvedBriefing,
    ResolvedDifference,
    ResolvedSection,
    ResolvedStatement,
    SourceProblem,
    Status,
)
from tui.evidence.resolve import resolve

if TYPE_CHECKING:
    from tui.evidence.comparing import Comparison, FoundDifference, FoundValue, Link
    from tui.evidence.comparing.compare import compare
    from tui.evidence.events import Event, timeline
    from tui.evidence.routing import routes

# Imported when first asked for: reading a briefing compares nothing and orders nothing by date.
_LATER = {
    "Comparison": "comparing",
    "Event": "events",
    "FoundDifference": "comparing",
    "FoundValue": "comparing",
    "Link": "comparing",
    "compare": "comparing.compare",
    "routes": "routing",
    "timeline": "events",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"tui.evidence.{_LATER[name]}"), name)


__all__ = [
    "Alternative",
    "Anchor",
    "Carriage",
    "Change",
    "Comparison",
    "Event",
    "FoundDifference",
    "FoundValue",
    "Link",
    "Quotation",
    "QuoteAnswer",
    "ResolvedBriefing",
    "ResolvedDifference",
    "ResolvedSection",
    "ResolvedStatement",
    "SourceProblem",
    "Status",
    "anchor",
    "answer",
    "compare",
    "resolve",
    "routes",
    "timeline",
]
