"""Judging answers against what a careful reader would say, and counting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import quantiles
from time import process_time

from tests.bench.quotations.cases import Case
from tests.bench.quotations.rivals import Rival
from tests.bench.quotations.slices import core, plain
from tui.documents.model import Span
from tui.evidence import Anchor, Status, anchor


@dataclass
class Tally:
    """What one group of cases came to: outcomes, failures worth reading, milliseconds of processor time a quotation."""

    counts: Counter[str] = field(default_factory=Counter)
    details: Counter[str] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many cases."""
        return self.counts["cases"]

    def share(self, outcome: str) -> float:
        """The part of the cases with that outcome."""
        return self.counts[outcome] / max(1, self.total)

    def late(self) -> float:
        """The 95th percentile of the times, in milliseconds."""
        return quantiles(self.times, n=20)[-1] if len(self.times) > 1 else 0.0


def judge(case: Case, tally: Tally) -> None:
    """Places the case's quotation and counts the outcome."""
    began = process_time()
    answer = anchor(case.document, case.quote, prefix=case.prefix, suffix=case.suffix)
    tally.times.append(1000 * (process_time() - began))
    outcomes = _outcomes(case, answer)
    tally.counts.update(["cases", answer.status.value, *outcomes])
    if case.detail:
        tally.details.update([case.detail, *(f"{case.detail}: {o}" for o in outcomes)])
    if _failed(case, outcomes):
        tally.failures.append(_told(case, answer))


def _outcomes(case: Case, answer: Anchor) -> list[str]:
    outcomes = []
    if answer.span is not None:
        outcomes.append("placed")
    if case.span is not None and answer.span is not None and same_place(case, answer.span):
        outcomes.append("right")
    if case.span is not None and answer.span == case.span:
        outcomes.append("to the letter")
    if answer.status in (Status.VERIFIED, Status.AMBIGUOUS):
        outcomes.append("accepted")
    if case.damaged and ("accepted" in outcomes or _names_damaged(case, answer)):
        outcomes.append("named")
    if case.parts and (answer.span is None or (answer.status is Status.PARTIAL and _holds_part(case, answer.span))):
        outcomes.append("sound")
    return outcomes


def _names_damaged(case: Case, answer: Anchor) -> bool:
    """Whether the changes name words that were damaged, and no others."""
    spans = [change.quoted_span for change in answer.changes]
    return answer.status is Status.ALTERED and all(
        any(span.start <= word.end and word.start <= span.end for word in case.damaged) for span in spans
    )


def same_place(case: Case, span: Span) -> bool:
    """Whether `span` is the case's place, or another with the same words."""
    assert case.span is not None
    text = case.document.text
    if core(text, span) == core(text, case.span):
        return True
    return not case.prefix + case.suffix and plain(text[slice(*span)]) == plain(text[slice(*case.span)])


def _holds_part(case: Case, span: Span) -> bool:
    """Whether the words of `span` are those of one of the true parts, give or take two at the ends."""
    text = case.document.text
    found = plain(text[slice(*span)])
    for part in case.parts:
        true = plain(text[slice(*part)])
        if abs(len(found.split()) - len(true.split())) <= 2 and (found in true or true in found):
            return True
    return False


def _failed(case: Case, outcomes: list[str]) -> bool:
    if case.group == "decisive":
        return "accepted" in outcomes
    if case.group == "foreign":
        return "placed" in outcomes
    if case.group == "style" and "accepted" not in outcomes:
        return True
    return "sound" not in outcomes if case.parts else "right" not in outcomes


def _told(case: Case, answer: Anchor) -> str:
    text = case.document.text
    true = text[slice(*case.span)] if case.span else " / ".join(text[slice(*part)] for part in case.parts)
    found = text[slice(*answer.span)] if answer.span else ""
    differ = [(c.kind, c.quoted, c.found) for c in answer.changes]
    told = (f"{case.group} {case.detail} {answer.status}", f"quote {case.quote!r}", f"true  {true!r}")
    return "\n  ".join((*told, f"found {found!r} {differ}"))


def against(case: Case, rival: Rival, tally: Tally) -> None:
    """What a rival answers: placed or not, at the right place or not; it has no verdict beyond that."""
    began = process_time()
    span = rival(case.document.text, case.quote)
    tally.times.append(1000 * (process_time() - began))
    right = (
        span is not None
        and case.span is not None
        and core(case.document.text, span) == core(case.document.text, case.span)
    )
    tally.counts.update(["cases", *(["placed", "accepted"] if span else []), *(["right"] if right else [])])
