"""Differences as suggestions: both sides quoted, for somebody to judge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.briefing.model import Difference, Value
from tui.documents.model import Document, Span
from tui.drafting.cutting import LONGEST, shortened
from tui.drafting.names import Ids
from tui.drafting.pool import Pool
from tui.drafting.quoting import quote
from tui.evidence.comparing import Comparison, FoundDifference, FoundValue

MOST = 30
_ABOUT = 80
_ABBREVIATED = re.compile(r"\b[^\W\d_]\.[^\W\d_]$")
_TOLD = 40  # characters up to which a side's own words are its value: a figure, a name, not a sentence


def differences(pool: Pool, homes: Mapping[int, str], ids: Sequence[str]) -> tuple[Difference, ...]:
    """The likeliest differences. `homes` says which section a passage belongs to, `ids` name the pool's documents."""
    made: list[Difference] = []
    taken = Ids()
    for found in pool.comparison.differences:
        values = sides(found, pool.documents, ids)
        if len({value.source for value in values}) > 1 and len(made) < MOST:
            name = taken.take(found.about, "difference")
            ordered = tuple(sorted(values, key=lambda value: value.source))
            home = _home(pool.comparison, found, homes)
            made.append(Difference(name, home, found.kind, about(found), ordered, suggested=True))
    return tuple(made)


def sides(found: FoundDifference, documents: Sequence[Document], ids: Sequence[str]) -> list[Value]:
    """The sides of a difference that can be quoted; `ids` name the documents."""
    return [value for one in found.values if (value := _value(documents[one.document], one, ids))]


def _value(document: Document, found: FoundValue, ids: Sequence[str]) -> Value | None:
    passage = document.passage_at(found.span.start)
    wider = document.passages[passage or 0]
    span = _with_its_stop(document.text, found.span)
    whole = shortened(document.text, span._replace(start=wider.start, end=wider.end), LONGEST)
    made = quote(document, shortened(document.text, span, LONGEST), whole)
    if made is None:
        return None
    value = " ".join(found.value.split())
    if len(made.text) <= _TOLD and value == " ".join(document.text[found.span.start : found.span.end].split()):
        value = made.text  # its own words are told as they are quoted: "Nearly 2,100 people"
    said = "" if value == made.text and len(value) > _TOLD else _cut(value)
    return Value(ids[found.document], made.text, said, made.prefix, made.suffix)


def _with_its_stop(text: str, span: Span) -> Span:
    """The span with the stop that belongs to its last word: "4:20 a.m." """
    end = span.end
    return span._replace(end=end + 1) if text[end : end + 1] == "." and _ABBREVIATED.search(text, 0, end) else span


def about(found: FoundDifference) -> str:
    """What a difference is about, in one short line."""
    return _cut(" ".join(found.about.split())) or found.kind


def _cut(line: str) -> str:
    if len(line) <= _ABOUT:
        return line
    return line[: max(line.rfind(" ", 0, _ABOUT), _ABOUT // 2)].rstrip(" ,;:") + "…"


def _home(comparison: Comparison, found: FoundDifference, homes: Mapping[int, str]) -> str:
    """The section of the first side that stands in a passage of one; "" when none does."""
    named = sorted(homes[index] for index in places(comparison, found) if index in homes)
    return max(named, key=named.count) if named else ""


def places(comparison: Comparison, found: FoundDifference) -> list[int]:
    """The passage of the comparison that each side stands in."""
    starts = [0]
    for document in comparison.documents:
        starts.append(starts[-1] + len(document.passages))
    documents = comparison.documents
    return [starts[v.document] + (documents[v.document].passage_at(v.span.start) or 0) for v in found.values]
