"""Where a verified quotation stops right before, or begins right behind, a word that turns it round.

Its words do stand there, so its status says so; but "evidence of fraud" out of "no evidence of fraud" is worth a look.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.documents.model import Document, Span
from tui.evidence.cut import adjoining, is_passing, turns
from tui.evidence.negation import closes, opens
from tui.evidence.normal import normalise
from tui.evidence.words import last_word, words

# How much of the text is looked at on either side, in characters.
_NEAR = 64
_STOPPED = re.compile(r"[.!?。！？؟।…][\"”’'»)\]]*$")


class Cropped(NamedTuple):
    """The turning word that was left out, where it stands in the document, and whether it follows the quotation."""

    word: str
    span: Span
    follows: bool


def cropped(document: Document, span: Span) -> tuple[Cropped, ...]:
    """The turning words beside `span`: behind it, or behind one adverb or auxiliary there, and right before it."""
    return (*_behind(document.text, span.end), *_before(document.text, span.start))


def _behind(text: str, end: int) -> list[Cropped]:
    if _STOPPED.search(text, max(0, end - 4), end):
        return []  # the sentence is quoted to its end: what follows is another
    near = normalise(text[end : end + _NEAR], joined=False)
    if (inside := opens(near.text)) and text[end - 1 : end].isalpha():
        return [_cropped(text, near.span(0, inside), end, follows=True)]
    following = adjoining(near.text, words(near.text, 0, _behind_two_words(near.text)), 0)
    reached = following[:1] + (following[1:2] if following and is_passing(following[0].text) else [])
    return [_cropped(text, near.span(w.start, w.end), end, follows=True) for w in reached if turns(near.text, w)][:1]


def _behind_two_words(text: str) -> int:
    """An offset behind the first two words, or the length of the text: no word goes on over a space."""
    end = -1
    for _ in range(3):
        end = text.find(" ", end + 1)
        if end < 0:
            return len(text)
    return end


def _before(text: str, start: int) -> list[Cropped]:
    low = max(0, start - _NEAR)
    near = normalise(text[low:start], joined=False)
    if (inside := closes(near.text)) and text[start : start + 1].isalpha():
        return [_cropped(text, near.span(len(near.text) - inside, len(near.text)), low, follows=False)]
    last = last_word(near.text, 0, len(near.text))
    if not last or not turns(near.text, last) or near.text[last.end :] != " " or (low and not last.start):
        return []
    return [_cropped(text, near.span(last.start, last.end), low, follows=False)]


def _cropped(text: str, near: Span, offset: int, *, follows: bool) -> Cropped:
    span = Span(near.start + offset, near.end + offset)
    return Cropped(text[slice(*span)], span, follows)
