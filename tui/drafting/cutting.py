"""Cutting a passage at its clauses: what is kept always stands in the article word for word."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate

from tui.documents.model import Span
from tui.drafting.pool import Pool
from tui.evidence.dateline import dateline

WHOLE = 160  # a passage no longer than this is quoted whole
LONGEST = 600
_ENOUGH = 0.85  # of the weight of the words shared with the other sources

_POINT = re.compile(r"[,;:](?=\s)(?!\s\d)|\s[—–-]\s|—|(?<=[a-z])\.(?=[A-Z])")
_EDGE = " \t\n,;:—–-"
# What a passage may begin with that is no part of what it says: a dateline, the number of a point.
_LEAD_IN = re.compile(
    r"[A-Z]{3}[\w.’'-]*[,\s(][^—–\n]{1,60}?\s[—–]\s+"  # SANDRIA, May 12 —
    r"|[A-Z]{3}[^—–\n]{0,60}?\)\s+[-—–]\s+"  # SANDRIA, May 12 (Meridian) -
    r"|[A-Z]{3,}\s[—–]\s+(?![^—–\n]*\s[—–]\s)"  # SANDRIA —, but not: NATO — the alliance — met
    r"|\d{1,2}[.)]\s+"
)
_JOINT = re.compile(
    r"\s(?=(?:and|or|but|nor|as|while|after|before|when|which|who|that|because|if|to|in|of|for|with|by|from|on|at|into|amid"
    r"|over|under|between|about|than)\s)"
)


def clauses(text: str, span: Span) -> list[Span]:
    """The pieces of the passage between points, in order, each without the point that ends it."""
    found, begin = [], span.start
    for match in _POINT.finditer(text, span.start, span.end):
        found.append((begin, match.start()))
        begin = match.end()
    found.append((begin, span.end))
    return [tight for start, end in found if (tight := trimmed(text, Span(start, end))).start < tight.end]


def trimmed(text: str, span: Span) -> Span:
    """The span without white space and separating points at its edges."""
    start, end = span
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return Span(start, end)


def body(text: str, span: Span) -> Span:
    """The span without a dateline or the number of a point at its beginning."""
    line = dateline(text, span.start, span.end)
    if line and line.end < span.end:
        return span._replace(start=line.end)
    lead_in = _LEAD_IN.match(text, span.start, span.end)
    return span._replace(start=lead_in.end()) if lead_in and lead_in.end() < span.end else span


def tight(pool: Pool, index: int, wanted: Collection[str]) -> Span:
    """The shortest run of the passage's clauses that holds nearly all weight of the words `wanted`.

    A short passage is taken whole; a clause longer than a quotation should be is cut at a word.
    """
    sentence, span = pool.sentences[index], pool.span(index)
    if span.end - span.start <= WHOLE:
        return trimmed(sentence.text, span)
    parts = clauses(sentence.text, span)
    if not parts:
        return shortened(sentence.text, span, LONGEST)
    held = [
        sum(
            pool.weights.get(t.form, 0.0)
            for t in sentence.tokens
            if t.form in wanted and part.start <= t.start < part.end
        )
        for part in parts
    ]
    return shortened(sentence.text, _run(parts, held), LONGEST)


def shortened(text: str, span: Span, most: int) -> Span:
    """The span, cut before a joining word, else before any word, when it is longer than `most` characters."""
    span = trimmed(text, span)
    if span.end - span.start <= most:
        return span
    end = span.start + most
    joints = [match.start() for match in _JOINT.finditer(text, span.start + most // 3, end)]
    cut = joints[-1] if joints else max(text.rfind(" ", span.start, end), text.rfind("\n", span.start, end))
    return trimmed(text, Span(span.start, cut if cut > span.start else end))


def _run(parts: list[Span], held: list[float]) -> Span:
    before = [0.0, *accumulate(held)]
    need = _ENOUGH * before[-1]
    runs = [
        Span(parts[first].start, parts[last].end)
        for first in range(len(parts))
        for last in range(first, len(parts))
        if before[last + 1] - before[first] >= need - 1e-9
    ]
    return min(runs, key=lambda run: (run.end - run.start, run.start))
