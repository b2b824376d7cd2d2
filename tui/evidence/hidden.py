"""What an ellipsis may not hide: "will … leave" is no quotation of "will not leave"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.evidence import lexicon
from tui.evidence.cut import is_magnitude, is_number, is_passing, turns
from tui.evidence.exact import Place
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import Word, last_word, words

_Told = Iterator[tuple[str, Word]]

# So many words before a gap are looked for again behind it.
_AGAIN = 4


def hidden(prepared: Prepared, quote: Quoted, chain: Sequence[Place]) -> tuple[Change, ...]:
    """What the gaps between the parts hide that turns or weakens them; `chain` are the parts' places.

    Looked at are the words right after a part and right before the next, past two adverbs or auxiliaries: a negation,
    a hedge ("allegedly") or a restriction ("only"); "former", "ex-" and the like behind an article or before the next
    part; "more than" before a number and "million" after one; "or" before the next part, which is then one of two; a
    negation among the last words of the part where they are said again right before the next. What is hidden further
    inside is left to the reader, who sees the gap.
    """
    found = []
    for (before, after), part in zip(pairwise(chain), quote.parts[1:], strict=False):
        at = quote.normal.span(part.start, part.start)
        for kind, word in dict.fromkeys(_turning(prepared.text, before, after)):
            span = prepared.span(word.start, word.end)
            found.append(Change(kind, "", prepared.original[slice(*span)], at, span))
    return tuple(found)


def _turning(text: str, before: Place, after: Place) -> _Told:
    left_out = words(text, before.end, after.start)
    if not left_out:
        return
    for word in (*_reached(left_out), *_reached(left_out[::-1])):
        if turns(text, word):
            yield "negation", word
        elif word.text in lexicon.members("hedge") | lexicon.members("restriction"):
            yield "missing", word
    yield from _denied_again(text, left_out, words(text, before.start, before.end))
    if left_out[-1].text in lexicon.members("alternative"):
        yield "missing", left_out[-1]
    yield from _titles(text, left_out, before, after)
    yield from _bounds(text, left_out, after)
    last = last_word(text, max(before.start, before.end - 64), before.end)
    if last and is_number(last.text) and is_magnitude(left_out[:2]):
        yield "number", left_out[0]


def _reached(left_out: Sequence[Word]) -> Sequence[Word]:
    """The words from the join on, as far as they only lead to or belong to what the part says."""
    most = next((i for i, word in enumerate(left_out[:2]) if not is_passing(word.text)), 2)
    return left_out[: most + 1]


def _denied_again(text: str, left_out: Sequence[Word], part: Sequence[Word]) -> _Told:
    """What turns the last part's own words where they stand again right before the next: "if not preceded by"."""
    last = [word.text for word in part[-_AGAIN:]]
    run = left_out[-len(last) - 1 :]
    for i, word in enumerate(run if len(last) > 1 else ()):
        if turns(text, word) and [other.text for other in (*run[:i], *run[i + 1 :])] == last:
            yield "negation", word


def _titles(text: str, left_out: Sequence[Word], before: Place, after: Place) -> _Told:
    """ "former" right before the next part or behind the article that ends the last, and "ex-" joined to a part."""
    article = last_word(text, max(before.start, before.end - 64), before.end)
    behind = [left_out[0]] if article and article.text in lexicon.members("determiner") else []
    for word in dict.fromkeys([*behind, left_out[-1]]):
        if word.text in lexicon.members("role"):
            yield "missing", word
    if len(left_out) > 1 and f"{left_out[-2].text}_{left_out[-1].text}" in lexicon.members("role"):
        yield "missing", left_out[-2]
    joined = text[left_out[-1].end : after.start] == "-"
    if joined and left_out[-1].text in lexicon.members("prefix") - lexicon.members("role"):
        yield "negation", left_out[-1]


def _bounds(text: str, left_out: Sequence[Word], after: Place) -> _Told:
    """ "more than" and the like right before a part that begins with a number, a sign or "a dozen"."""
    if not begins_number(text[after.start : min(after.end, after.start + 64)]):
        return
    phrase = "_".join(word.text for word in left_out[-2:])
    if len(left_out) > 1 and phrase in lexicon.members("bound"):
        yield "missing", left_out[-2]
    elif left_out[-1].text in lexicon.members("bound"):
        yield "missing", left_out[-1]


def begins_number(text: str) -> bool:
    """Whether a levelled text begins with a number, a currency's sign and one, or "a dozen"."""
    begin = [w for w in words(text) if w.text not in ("$", "£", "€", "¥")]
    begin = begin[1:2] if begin and begin[0].text in ("a", "an", "half") else begin[:1]
    return bool(begin) and (is_number(begin[0].text) or begin[0].text[0].isdigit())
