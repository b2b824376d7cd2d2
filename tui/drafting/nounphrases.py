"""Noun phrases of passages, told from the small words around them: what may stand as a title.

No grammar is at hand, so both edges must show: an article, a preposition or a possessive before the phrase, and after
it a small word that goes on from a noun, or a point. Words that are verbs by their shape end a phrase.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tui.drafting.cutting import body
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members

_MOST_WORDS, _SHORTEST, _LONGEST = 4, 4, 48
_PREPOSITIONS = frozenset(
    (
        *("about", "after", "against", "amid", "at", "before", "between", "by", "during", "for", "from", "in", "into"),
        *("of", "on", "over", "through", "under", "with"),
    )
)
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
_BEFORE = _PREPOSITIONS | _ARTICLES | {"this", "that", "these", "those", "his", "her", "our", "your", "my"}
_AFTER = _PREPOSITIONS | frozenset(
    (
        *("to", "and", "or", "but", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would"),
        *("can", "could", "may", "might", "said", "says", "who", "which", "that", "when", "while", "as"),
    )
)
_JOINING = frozenset(("of", "on", "in", "for", "against", "between", "with", "over"))
_NOUNS_IN_ING = frozenset(
    (
        *(
            "building",
            "fighting",
            "finding",
            "fishing",
            "funding",
            "hearing",
            "housing",
            "killing",
            "landing",
            "meeting",
        ),
        *("opening", "rating", "ruling", "shipping", "shooting", "spending", "training", "understanding", "warning"),
    )
)

Key = tuple[str, ...]


class NounPhrase(NamedTuple):
    """A phrase by its compared forms, as the article writes it.

    `name` where it is all of names, `spoken` where it stands in a quotation.
    """

    key: Key
    text: str
    name: bool = False
    spoken: bool = False


def noun_phrases(sentence: Sentence) -> Iterator[NounPhrase]:
    """The noun phrases of a passage, and each with the one that a preposition joins to it: "loss of power"."""
    found = list(_phrases(sentence))
    starts = dict(found)
    for first, last in found:
        joined = _joined(sentence, last)
        if joined in starts:
            yield from _made(sentence, first, starts[joined])
        if joined not in starts or sentence.low(last + 1) != "of":
            yield from _made(sentence, first, last)


def _joined(sentence: Sentence, last: int) -> int:
    """Where a phrase would begin that a preposition joins to the one that ends at token `last`; -1 for nowhere."""
    after = last + 2 + (sentence.low(last + 2) in _ARTICLES)
    together = after < len(sentence.tokens) and all(_beside(sentence, at) for at in range(last + 1, after + 1))
    return after if together and sentence.low(last + 1) in _JOINING else -1


def _made(sentence: Sentence, first: int, last: int) -> Iterator[NounPhrase]:
    text = _bare(" ".join(sentence.written(first, last).split()))
    tokens = sentence.tokens[first : last + 1]
    if _SHORTEST <= len(text) <= _LONGEST and "\n" not in sentence.written(first, last):
        counted = [token for token in tokens if token.content]
        name = all(token.kind == "name" for token in counted)
        yield NounPhrase(tuple(token.form for token in counted), text, name, _spoken(sentence, tokens[0].start))


def _bare(text: str) -> str:
    return text.removesuffix("’s").removesuffix("'s")


def _spoken(sentence: Sentence, at: int) -> bool:
    before = sentence.text[sentence.span.start : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def words(sentence: Sentence) -> Iterator[NounPhrase]:
    """The words of a passage that count, other than figures and verbs, each by itself."""
    for at in sentence.content:
        token = sentence.tokens[at]
        if token.kind != "number" and not _acts(sentence, at, end=True):
            yield NounPhrase((token.form,), _bare(sentence.written(at, at)), token.kind == "name")


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last token of the longest phrase that begins at each place where one may."""
    start = body(sentence.text, sentence.span).start
    for first in sentence.content:
        if sentence.tokens[first].start >= start and _opens(sentence, first):
            last = first
            while last + 1 < min(len(sentence.tokens), first + _MOST_WORDS) and _goes_on(sentence, last + 1):
                last += 1
            if _closes(sentence, last) and not _acts(sentence, last, end=True):
                yield first, last


def _opens(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind == "number" or (token.kind == "word" and _acts(sentence, at, end=False)):
        return False
    if at == 0 or not _beside(sentence, at):
        return token.kind == "name"
    before = sentence.tokens[at - 1]
    return before.low in _BEFORE or (token.kind == "name" and before.kind != "name")


def _goes_on(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    return (
        token.kind in ("word", "name")
        and _beside(sentence, at)
        and not _possessed(sentence, at - 1)
        and not (token.kind == "word" and _acts(sentence, at, end=False))
    )


def _closes(sentence: Sentence, last: int) -> bool:
    return not _beside(sentence, last + 1) or sentence.low(last + 1) in _AFTER


def _beside(sentence: Sentence, at: int) -> bool:
    return sentence.gap(at) in (" ", "-")


def _possessed(sentence: Sentence, at: int) -> bool:
    return sentence.low(at).endswith(("'s", "s'"))


def _acts(sentence: Sentence, at: int, *, end: bool) -> bool:
    """Whether a word is a verb or an adverb by its shape; at the end of a phrase also a participle."""
    token = sentence.tokens[at]
    if token.kind == "name":
        return False
    low = token.low
    if low.removesuffix("s") in _NOUNS_IN_ING:
        return False
    return (
        (low.endswith("ed") and len(low) > 4)
        or low.endswith("ly")
        or (end and low.endswith("ing"))
        or low in members("classes.txt", "past")
        or token.form in _verbs()
    )


@cache
def _verbs() -> frozenset[str]:
    return frozenset(form(word) for word in members("classes.txt", "verb"))
