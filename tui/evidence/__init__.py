"""Quotations proved against their sources, and documents compared.

`anchor` places one quotation, `resolve` a whole briefing; `compare` says what documents agree on, leave out and
dispute, `routes` which sections their passages belong to.
"""

from tui.evidence.anchor import anchor
from tui.evidence.answers import QuoteAnswer, answer
from tui.evidence.comparing import Comparison, FoundDifference, FoundValue, Link, compare
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
from tui.evidence.routing import routes

__all__ = [
    "Alternative",
    "Anchor",
    "Carriage",
    "Change",
    "Comparison",
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
]
