"""Quotations that are not verified, each where it stands in the briefing, with the words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from tui.briefing.findings import Collector
from tui.briefing.model import Mark, Source
from tui.documents.model import Span
from tui.evidence import Quotation, ResolvedBriefing, Status
from tui.evidence.anchor import MOST_ALTERNATIVES
from tui.evidence.remarks import Remark, remarks
from tui.evidence.telling import place, sentence, tell

_SHOWN = 3
_LONGEST = 60


class Claim(NamedTuple):
    """A quotation placed, and whose it is: a statement's id, or a difference's.

    `apart`: of a difference of kind `none`, which is proved and not counted, since nothing shows it.
    """

    quotation: Quotation
    statement: str
    difference: str
    apart: bool = False


def claims(resolved: ResolvedBriefing) -> Iterator[Claim]:
    """Every quotation of the briefing: those of its statements, then of its differences, shown or kept apart."""
    for section in resolved.sections:
        for statement in section.statements:
            for quotation in statement.quotations:
                yield Claim(quotation, statement.statement.id, "")
    for difference in (*resolved.differences, *resolved.apart):
        for quotation in difference.values:
            yield Claim(quotation, "", difference.difference.id, difference.difference.kind == "none")


def report_quotations(placed: Iterable[Claim], widths: Mapping[Mark, int], out: Collector) -> None:
    """An error for each quotation that is not verified, a warning for one whose place is open or that is cut short.

    Those of an unreadable source are left to the source's own error.
    """
    for quotation, statement, difference, _ in placed:
        status = quotation.anchor.status
        if status is Status.VERIFIED:
            _report_remarks(quotation, statement, widths, out)
        if status is Status.VERIFIED or quotation.document is None:
            continue
        message, hint = _said(quotation)
        whose = f" (difference {difference})" if difference else ""
        mark = quotation.claim.at
        # Ambiguous words do stand in their source, only the place is open; coverage counts them as carried too.
        report = out.warning if status is Status.AMBIGUOUS else out.error
        report(
            status.value,
            mark,
            f"{status.value}: {message}{whose}",
            hint=hint,
            width=widths.get(mark, 1),
            statement=statement,
            source=quotation.source.id,
            status=status.value,
            words=next((change.quoted for change in quotation.anchor.changes if change.quoted), ""),
        )


def _report_remarks(quotation: Quotation, statement: str, widths: Mapping[Mark, int], out: Collector) -> None:
    """A warning for each remark: a word cut off or left out turns round what is quoted, a gap joins sentences."""
    if quotation.document is None:
        return
    for one in remarks(quotation.document, quotation.claim.quote, quotation.anchor):
        message, hint = _remarked(one, _where(quotation, one.span))
        out.warning(
            "sentences-joined" if one.where == "joined" else "cut-short",
            quotation.claim.at,
            message,
            hint=hint,
            width=widths.get(quotation.claim.at, 1),
            statement=statement,
            source=quotation.source.id,
            status=quotation.anchor.status.value,
        )


def _remarked(one: Remark, where: str) -> tuple[str, str]:
    """What a remark says, and what the author can do."""
    if one.where == "joined":
        hint = "quote each sentence apart, or let the part behind the gap begin as its sentence does"
        return f"the gap makes one of {one.sentences} sentences in {where}", hint
    does = {"before": "begins right behind", "behind": "ends right before", "gap": "leaves out"}[one.where]
    hint = f"take {_words(one.found)} into the quotation, unless the statement says so itself"
    return f"the quotation {does} {_words(one.found)} in {where}", hint


def _said(quotation: Quotation) -> tuple[str, str]:
    """What is wrong with the quotation, and what its author can do."""
    anchor, source = quotation.anchor, quotation.source
    if anchor.status is Status.MISATTRIBUTED:
        others = sorted({alternative.source for alternative in anchor.alternatives})
        return f"the words stand in {' and '.join(others)}, not in {source.id}", f"did you mean source: {others[0]}?"
    if anchor.status is Status.AMBIGUOUS:
        more = " or more" if len(anchor.alternatives) == MOST_ALTERNATIVES else ""
        places = f"{len(anchor.alternatives) + 1}{more} places"
        return f"the words stand in {places} of {_name(source)}", "add prefix: or suffix: to say which"
    if anchor.status is Status.MISSING:
        return f"the words stand nowhere in {_name(source)}", ""
    where, differing = _where(quotation, anchor.span or Span(0, 0)), _differing(quotation)
    if anchor.status is Status.PARTIAL:
        return "; ".join((f"only a part of the words stands in {where}", *differing)), ""
    return "; ".join((*differing, f"see {where}")), ""


def _where(quotation: Quotation, span: Span) -> str:
    """`¶3 of cnn (CNN)`: where in the source to look."""
    paragraph = f"¶{place(quotation.document, span).paragraph} of " if quotation.document else ""
    return f"{paragraph}{_name(quotation.source)}"


def _name(source: Source) -> str:
    return f"{source.id} ({source.outlet})" if source.outlet and source.outlet != source.id else source.id


def _differing(quotation: Quotation) -> list[str]:
    """The first changes in words, and how many more there are."""
    document, claim = quotation.document, quotation.claim
    told = tell(document, claim.quote, quotation.anchor.changes) if document else []
    more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return [sentence(one, _words) for one in told[:_SHOWN]] + more


def _words(text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f'"{short}"'
