"""Quotations proved against their sources: `anchor` places one, `resolve` a whole briefing."""

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

__all__ = [
    "Alternative",
    "Anchor",
    "Carriage",
    "Change",
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
    "resolve",
]
