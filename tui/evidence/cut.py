"""What a quotation may not cut off at its own end or beginning: "I did." is no quotation of "I did not"."""

from __future__ import annotations

import re
import unicodedata

from tui.documents.model import Span
from tui.evidence import lexicon
from tui.evidence.exact import Place
from tui.evidence.model import Change
from tui.evidence.negation import begins, turning
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word, first_word, last_word, words

_STOP = re.compile(r"[')\]]*\s?(?!\.\.)[.!?。！？؟।]")

# How much of the text is looked at on either side, in characters.
_NEAR = 64


def cut_off(prepared: Prepared, quote: Quoted, place: Place) -> tuple[Change, ...]:
    """The words right after or before `place` without which the quotation says something else.

    A bare slice of the document is verified wherever it ends, with one exception: a number whose "million", "percent"
    or "%" follows it directly is another number. Otherwise a quotation must claim to be complete: by a sentence stop
    where the document goes on, right before a negation or behind one adverb or auxiliary ("will." for "will surely
    not"), or by a capital where a small letter stands right after one ("Attack" for "not attack"). Any mark between,
    as a comma, parts the clauses: nothing behind it is looked at.
    """
    found = [(_at_end(prepared, quote, place), len(quote.written)), (_at_start(prepared, quote, place), 0)]
    return tuple(_change(prepared, kind, word, at) for told, at in found if told for kind, word in [told])


def _change(prepared: Prepared, kind: str, word: Word, at: int) -> Change:
    span = prepared.span(word.start, word.end)
    return Change(kind, "", prepared.original[slice(*span)], Span(at, at), span)


def _at_end(prepared: Prepared, quote: Quoted, place: Place) -> tuple[str, Word] | None:
    text, quoted = prepared.text, last_word(quote.text, *quote.parts[-1]) if quote.parts else None
    # Most quotations end in neither, and need not be looked at any closer.
    if quoted is None or not (is_number(quoted.text) or _STOP.match(quote.text, quoted.end)):
        return None
    last = last_word(text, max(place.start, place.end - _NEAR), place.end)
    if last is None:
        return None
    end = last.end
    following = adjoining(text, words(text, end, end + _NEAR), end)
    if following and is_number(last.text) and is_magnitude(following):
        return "number", following[0]
    if not _STOP.match(quote.text, quoted.end):
        return None
    for word in following[:1] + (following[1:2] if following and is_passing(following[0].text) else []):
        if turns(text, word):
            return "negation", word
    return None


def _at_start(prepared: Prepared, quote: Quoted, place: Place) -> tuple[str, Word] | None:
    quoted = first_word(quote.text, *quote.parts[0]) if quote.parts else None
    if quoted is None or not _claims_to_begin(prepared, quote, quoted, place):
        return None
    text, low = prepared.text, max(0, place.start - _NEAR)
    low = text.find(" ", low, place.start) if low else 0
    before = last_word(text, low, place.start) if low >= 0 else None
    if before and turns(text, before) and text[before.end : place.start] == " ":
        return "negation", before
    return None


def _claims_to_begin(prepared: Prepared, quote: Quoted, first: Word, place: Place) -> bool:
    written = quote.written[slice(*quote.normal.span(first.start, first.end))]
    found = prepared.original[prepared.span(place.start, place.start + 1).start :][:1]
    return written[:1].isupper() and found.islower() and not (quote.written.isupper() or quote.written.istitle())


def adjoining(text: str, following: list[Word], end: int) -> list[Word]:
    """The words that follow `end` with nothing but a space, or a hyphen, between."""
    found: list[Word] = []
    for word in following:
        if text[end : word.start] not in ("", " ", "-"):
            break
        found.append(word)
        end = word.end
    return found


def is_number(word: str) -> bool:
    return word in lexicon.members("number") or unicodedata.numeric(word[-1], None) is not None


def is_magnitude(following: list[Word]) -> bool:
    first = following[0].text
    pair = f"{first}_{following[1].text}" if len(following) > 1 else ""
    return first in lexicon.members("magnitude") or pair in lexicon.members("magnitude")


def is_passing(word: str) -> bool:
    return bool(lexicon.grammar(word) & {"adverb", "auxiliary"}) or word.endswith("ly")


def turns(text: str, word: Word) -> bool:
    """Whether a word of the text turns round what stands beside it."""
    return word.text in turning() or begins(text, word.start, word.end)
