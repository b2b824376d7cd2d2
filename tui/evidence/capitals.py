"""Capitals that make another word: "told US" is not "told us", however alike the letters are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tui.documents.model import Span
from tui.evidence import lexicon
from tui.evidence.exact import Place
from tui.evidence.model import Change
from tui.evidence.openings import begins_sentence
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word, words

_LONGEST = 5

# A word of the quotation and the word of the document that it is.
Pair = tuple[Word, Word]
_Written = tuple[str, str]


def exchanged(prepared: Prepared, quote: Quoted, pairs: Sequence[Pair]) -> tuple[Change, ...]:
    """The words of `pairs`, equal when levelled, that a capital makes others: an acronym, a unit ("MW", "mW"), a name.

    An acronym has two to five letters, all capitals, and no capital on the other side, or only the first where the
    word is one of grammar ("It", "Us"); "Nato" for "NATO" is style. Where one side is set throughout in capitals, in
    small letters or with every word's first letter a capital, and so differs from the other in several words, case
    tells nothing; nor does it for "http" in a quotation all in small letters, which spells no word. A name that is
    a word in small letters ("Turkey") is told inside a sentence, where the side without its capital has others.
    """
    written = [_written(prepared, quote, pair) for pair in pairs]
    found = [
        i
        for i, (one, other) in enumerate(written)
        if _is_exchanged(one, other)
        or _is_exchanged(other, one)
        or _is_other_unit(one, other)
        or (_is_other_name(one, other) and _tells(prepared, quote, pairs, written, i))
    ]
    if all(one.islower() for one, _ in written if one[:1].isalpha()):
        found = [i for i in found if pairs[i][0].text in lexicon.words()]
    if not found or _is_restyled(written):
        return ()
    return tuple(_change(prepared, quote, pairs[i]) for i in found)


def paired(prepared: Prepared, quote: Quoted, chain: Sequence[Place]) -> list[Pair]:
    """The words of the quotation and of the document where its parts stand word for word, none if case is alike."""
    if prepared.original[slice(*prepared.span(chain[0].start, chain[-1].end))] == quote.written:
        return []
    # What has an ellipsis of the document's own stands there in one piece.
    whole = [Span(quote.parts[0].start, quote.parts[-1].end)]
    sides = zip(chain, quote.parts if len(chain) > 1 else whole, strict=False)
    return [pair for place, part in sides for pair in _level(quote.words(part), words(prepared.text, *place))]


def _level(quoted: Sequence[Word], found: Sequence[Word]) -> Iterator[Pair]:
    """The words both sides divide alike: a hyphen at a line's end makes one word here of what is two there."""
    one, other = (dict(zip(accumulate(len(w.text) for w in side), side, strict=True)) for side in (quoted, found))
    for end in sorted(one.keys() & other.keys()):
        if one[end].text == other[end].text:
            yield one[end], other[end]


def _written(prepared: Prepared, quote: Quoted, pair: Pair) -> _Written:
    one, other = pair
    quoted = quote.written[slice(*quote.normal.span(one.start, one.end))]
    found = prepared.original[slice(*prepared.span(other.start, other.end))]
    return unicodedata.normalize("NFKC", quoted), unicodedata.normalize("NFKC", found)


def _change(prepared: Prepared, quote: Quoted, pair: Pair) -> Change:
    one, other = pair
    quoted_span, span = quote.normal.span(one.start, one.end), prepared.span(other.start, other.end)
    quoted, found = quote.written[slice(*quoted_span)], prepared.original[slice(*span)]
    return Change("word" if _is_other_unit(quoted, found) else "name", quoted, found, quoted_span, span)


def _is_other_unit(one: str, other: str) -> bool:
    return one != other and {one, other} <= lexicon.members("cased_unit")


def _is_other_name(one: str, other: str) -> bool:
    """Whether two words are a name and a word that has its letters: "Turkey" and "turkey", "March" and "march"."""
    return one.casefold() in lexicon.members("cased_name") and {one, other} == {one.lower(), one.capitalize()}


def _tells(prepared: Prepared, quote: Quoted, pairs: Sequence[Pair], written: Sequence[_Written], at: int) -> bool:
    """Whether a word has or lacks its capital on purpose: no sentence begins there, and its side has both cases.

    Where other words differ in case too, as in a headline quoted as a sentence, a capital tells nothing.
    """
    one, other = pairs[at]
    quoted, found = quote.normal.span(one.start, one.end).start, prepared.span(other.start, other.end).start
    opening = begins_sentence(quote.written, quoted) or begins_sentence(prepared.original, found)
    restyled = any(a != b and not _is_other_name(a, b) for a, b in written[1:])
    small = 0 if written[at][0].islower() else 1
    uncapitalised = (quote.written, prepared.original)[small].islower()
    return not (opening or restyled or uncapitalised) and any(pair[1 - small].islower() for pair in written)


def _is_exchanged(acronym: str, other: str) -> bool:
    return (
        1 < len(acronym) <= _LONGEST
        and acronym.isupper()
        and acronym.isalpha()
        and acronym.casefold() == other.casefold()
        and (other.islower() or (other.istitle() and lexicon.is_grammar(other.casefold())))
    )


def _is_restyled(written: Sequence[_Written]) -> bool:
    """Whether a side is set in one case throughout and the other has another case in more than one word.

    The first word tells nothing: whoever quotes from a sentence's beginning writes it small.
    """
    differing = sum(one != other for one, other in written[1:])
    sides = [[pair[side] for pair in written if pair[side][:1].isalpha()] for side in (0, 1)]
    own = 0 if _is_exchanged(*written[0]) or _is_exchanged(*written[0][::-1]) else 1
    return differing > own and any(
        all(test(word) for word in side) for side in sides for test in (str.isupper, str.islower, str.istitle)
    )
