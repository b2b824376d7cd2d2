"""Where a verified quotation stops right before, or begins right behind, a word that turns it round or weakens it.

Its words do stand there, so its status says so; but "evidence of fraud" out of "no evidence of fraud" is worth a look.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.cut import adjoining, is_passing, turns
from tui.evidence.governing import governing
from tui.evidence.hidden import begins_number
from tui.evidence.negation import closes, opens
from tui.evidence.normal import Normal, normalise
from tui.evidence.prepared import prepare
from tui.evidence.words import Word, first_word, words

# How much of the text is looked at on either side, in characters.
_NEAR = 64

# "No expert has ever said that": as many words before a quotation tell whether it is denied.
_LAST_WORDS = 6

_CLAUSE_END = re.compile(r" [^.,;:!?()]{0,60}\b(nicht|niet)(?=\s*[.,;:!?)]|\s*$)")
_NE = re.compile(r"(?:\bne |\bn['’])\w+(?: \w+)?$", re.IGNORECASE)
_FRENCH = ("plus", "guère", "point", "que", "qu'")

# "fast" is German for "nearly" and English for quick; "would be" is no title where no hyphen joins it.
_TWO_TONGUED = ("fast", "sin", "ni", "pro", "would_be")
_STOPPED = re.compile(r"[.!?。！？؟।…][\"”’'»)\]]*$")


class Cropped(NamedTuple):
    """The turning word that was left out, where it stands in the document, and whether it follows the quotation."""

    word: str
    span: Span
    follows: bool


def cropped(document: Document, span: Span) -> tuple[Cropped, ...]:
    """The turning words beside `span`.

    Behind it, or behind one adverb or auxiliary there; in German at the end of the clause too; in French the second
    half of "ne … plus"; "unless" and "except" right there. Right before it also "nor", "if", "only", "former",
    "allegedly" and, before a number, "up to"; and what denies all that follows (see `governing`).
    """
    return (*_behind(document.text, span.end), *_before(document, span.start))


def _behind(text: str, end: int) -> list[Cropped]:
    if _STOPPED.search(text, max(0, end - 4), end):
        return []  # the sentence is quoted to its end: what follows is another
    near = normalise(text[end : end + _NEAR], joined=False)
    if (inside := opens(near.text)) and text[end - 1 : end].isalpha():
        return [_cropped(text, near.span(0, inside), end, follows=True)]
    following = adjoining(near.text, words(near.text, 0, _behind_two_words(near.text)), 0)
    reached = following[:1] + (following[1:2] if following and is_passing(following[0].text) else [])
    found = [w for w in reached if turns(near.text, w) or _is_second_half(text, w.text, end)][:1]
    if not found and following and following[0].text in lexicon.members("exception"):
        found = following[:1]
    if not found and near.text[:1] == "-" and reached and reached[0].text in lexicon.members("elected"):
        found = reached[:1]
    if not found and (late := _CLAUSE_END.match(near.text)):
        found = [Word(late.group(1), *late.span(1))]
    return [_cropped(text, near.span(w.start, w.end), end, follows=True) for w in found]


def _is_second_half(text: str, word: str, end: int) -> bool:
    """Whether "plus" ends a denial that the "ne" among the last words of the quotation began."""
    return word in _FRENCH and bool(_NE.search(text, max(0, end - _NEAR), end))


def _behind_two_words(text: str) -> int:
    """An offset behind the first two words, or the length of the text: no word goes on over a space."""
    end = -1
    for _ in range(3):
        end = text.find(" ", end + 1)
        if end < 0:
            return len(text)
    return end


def _before(document: Document, start: int) -> list[Cropped]:
    text = document.text
    low = max(0, start - _NEAR)
    near = normalise(text[low:start], joined=False)
    if (inside := closes(near.text)) and text[start : start + 1].isalpha():
        return [_cropped(text, near.span(len(near.text) - inside, len(near.text)), low, follows=False)]
    quoted = normalise(text[start : start + _NEAR]).text
    if joined := _joined(near.text, quoted):
        return [_cropped(text, near.span(len(near.text) - joined, len(near.text)), low, follows=False)]
    before = _last_words(near.text)
    last = before[-1] if before else None
    if not last or near.text[last.end :] != " " or (low and not last.start):
        return []
    alone = turns(near.text, last) or _is_half_named(text, low, near, last, start) or _restricts(before)
    begin = last if alone else _weakening(before, quoted) or governing(near.text, before, quoted, _english(document))
    return [_cropped(text, near.span(begin.start, last.end), low, follows=False)] if begin else []


def _english(document: Document) -> Callable[[], bool]:
    """Asked only where a word is met that denies in English alone."""
    return lambda: prepare(document).english


def _is_half_named(text: str, low: int, near: Normal, last: Word, start: int) -> bool:
    """Whether "South" stands right before the "Korea" that the quotation begins with."""
    written = text[low + near.span(last.start, last.end).start]
    return last.text in lexicon.members("direction") and written.isupper() and text[start : start + 1].isupper()


def _restricts(before: list[Word]) -> bool:
    """Whether the last word says "only"; in "the only bridge" it tells the bridge, in "not only" it adds to it."""
    if before[-1].text not in lexicon.members("restriction"):
        return False
    others = [word.text for word in before[-2:-1]]
    return lexicon.members("determiner").isdisjoint(others) and lexicon.members("denial").isdisjoint(others)


def _joined(before: str, quoted: str) -> int:
    """How many characters at the end weaken what follows without a space, as in 前总统 and 至少四十人, or 0."""
    if before[-1:].isascii():
        return 0
    kinds = ("joined_role", "joined_bound") if begins_number(quoted) else ("joined_role",)
    found = [word for kind in kinds for word in lexicon.members(kind) if before.endswith(word)]
    longest = max(map(len, found), default=0)
    longer = before[-longest - 1 :] if longest else ""
    return 0 if any(longer.endswith(word) for word in lexicon.members("joined_other")) else longest


def _weakening(before: list[Word], quoted: str) -> Word | None:
    """The first of the words right before a quotation, of the one to three that together weaken it, or None."""
    begins = first_word(quoted, 0, len(quoted))
    for size in range(min(3, len(before)), 0, -1):
        phrase = "_".join(word.text for word in before[-size:])
        if phrase in lexicon.members("bound") - lexicon.members("about") and begins_number(quoted):
            return before[-size]
        if begins and phrase not in _TWO_TONGUED and _is_weakening(phrase, begins.text):
            return before[-size]
    return None


def _is_weakening(phrase: str, following: str) -> bool:
    """Whether a phrase weakens the word behind it: "accused the mayor" is a verb, "the accused mayor" a doubt."""
    if phrase in lexicon.members("lacking") or phrase in lexicon.members("condition"):
        return True
    doubtful = phrase in lexicon.members("hedge") or phrase in lexicon.members("role")
    return doubtful and (phrase.endswith("ly") or not lexicon.is_grammar(following))


def _last_words(text: str) -> list[Word]:
    """The last words of the levelled text and no more than need be looked at for them."""
    at = len(text.rstrip())
    for _ in range(_LAST_WORDS):
        at = max(0, text.rfind(" ", 0, at))
    return words(text, at)[-_LAST_WORDS:]


def _cropped(text: str, near: Span, offset: int, *, follows: bool) -> Cropped:
    span = Span(near.start + offset, near.end + offset)
    return Cropped(text[slice(*span)], span, follows)
