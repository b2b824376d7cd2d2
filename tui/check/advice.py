"""What an analyst would object to in a briefing whose quotations all hold (ICD 203 and 206). Warnings only."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.briefing.findings import Collector
from tui.briefing.model import Briefing, Difference, Mark, Statement

# ICD 203, D.6.e(2): the seven degrees of likelihood in both of its wordings, and confidence in a judgement.
_LIKELIHOOD = re.compile(
    r"\b(?:almost no chance|almost certain(?:ly)?|nearly certain(?:ly)?|remote chance|roughly even (?:chance|odds)"
    r"|(?:un|very (?:un)?)?likely|likelihood|(?:highly )?(?:im)?probab(?:le|ly)|chances are)\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(
    r"\b(?:low|moderate|medium|high) (?:\w+ )?confidence\b|\bconfidence level\b|\b(?:are|is|remain) confident\b",
    re.IGNORECASE,
)


def advise(briefing: Briefing, widths: Mapping[Mark, int], out: Collector) -> None:
    """Adds a warning for each objection."""
    _unused_sources(briefing, widths, out)
    for section in briefing.sections:
        if not section.statements:
            message = f"section {section.id} has no statements"
            out.warning("section-without-statements", section.at, message, width=widths.get(section.at, 1))
        for statement in section.statements:
            _statement(statement, widths.get(statement.at, 1), out)
    for difference in briefing.differences:
        if difference.kind != "none":
            _difference(difference, widths.get(difference.at, 1), out)


def _unused_sources(briefing: Briefing, widths: Mapping[Mark, int], out: Collector) -> None:
    quoted = {one.source for section in briefing.sections for s in section.statements for one in s.evidence}
    quoted |= {value.source for difference in briefing.differences for value in difference.values}
    for source in briefing.sources if briefing.sections else ():
        if source.id not in quoted:
            message = f"source {source.id} is never quoted"
            out.warning("source-not-quoted", source.at, message, width=widths.get(source.at, 1), source=source.id)


def mixes(text: str) -> bool:
    """Whether a statement of this text would speak of likelihood and of confidence at once."""
    return bool(_LIKELIHOOD.search(text) and _CONFIDENCE.search(text))


def _statement(statement: Statement, width: int, out: Collector) -> None:
    if not statement.evidence:
        message = f"statement {statement.id} has no evidence"
        out.warning("statement-without-evidence", statement.at, message, width=width, statement=statement.id)
    likelihood, confidence = _LIKELIHOOD.search(statement.text), _CONFIDENCE.search(statement.text)
    if likelihood and confidence:
        message = f'statement {statement.id} mixes likelihood ("{likelihood[0]}") and confidence ("{confidence[0]}")'
        hint = "say in two sentences how likely it is and how sure you are (ICD 203)"
        out.warning("likelihood-and-confidence", statement.at, message, hint=hint, width=width, statement=statement.id)


def _difference(difference: Difference, width: int, out: Collector) -> None:
    sources = {value.source for value in difference.values}
    if len(difference.values) < 2:
        message = f"difference {difference.id} has fewer than two values"
        out.warning("difference-without-sides", difference.at, message, width=width)
    elif len(sources) == 1:
        message = f"all values of difference {difference.id} are from one source, {sources.pop()}"
        out.warning("difference-in-one-source", difference.at, message, width=width)
