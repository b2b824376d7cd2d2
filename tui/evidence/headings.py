"""Headings of an article: lines that name what follows and report nothing of their own."""

from __future__ import annotations

import re

from tui.documents.model import Document

_LONGEST = 140
_ENDED = re.compile(r"[.!?…‽。！？｡．।॥۔።։][\"”’'»)\]」』]*\s*$")


def headings(document: Document) -> frozenset[int]:
    """The passages that stand alone in a paragraph, are short and end no sentence, where others of the article do."""
    passages = range(len(document.passages))
    unended = [index for index in passages if not _ended(document, index)]
    if len(unended) == len(passages):
        return frozenset()
    return frozenset(index for index in unended if _alone(document, index))


def _ended(document: Document, index: int) -> bool:
    passage = document.passages[index]
    return _ENDED.search(document.text, passage.start, passage.end) is not None


def _alone(document: Document, index: int) -> bool:
    passage = document.passages[index]
    paragraph = document.paragraph_at(passage.start)
    if paragraph is None or passage.end - passage.start > _LONGEST:
        return False
    first, last = (document.passage_at(offset) for offset in (paragraph.start, max(paragraph.end - 1, paragraph.start)))
    return first == last == index
