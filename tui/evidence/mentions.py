"""Which sources that are no side of a suggested difference may speak of its matter all the same.

What comparing did not read as a value is not unsaid. A source is silent on a suggestion only where none of its
passages shares a telling word of the matter and one more with a side; nor, where it is a conflict, stands under a
statement together with a side. Who notes a difference or keeps a suggested one has looked: whom they name no side of
it is silent.
"""

from __future__ import annotations

import re
import weakref
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeVar

from tui.documents.model import Document, Span
from tui.evidence import lexicon
from tui.evidence.comparing.tables import mapping
from tui.evidence.coverage import carriage
from tui.evidence.model import Quotation, ResolvedBriefing, ResolvedDifference

LARGEST = 150_000  # characters of all sources together; nothing is said of larger ones, for keys must stay quick
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 5  # letters that two forms of a word share: "explosion", "exploded"
_LABELS = frozenset(("people", "time", "date", "said", "denied", "spelling", "quotation", "name", "words", "either"))
_TELLING, _NAMING = 0.12, 0.25  # the share of all passages a telling word stands in at most, and one of the matter
_FEW = 3  # passages a word stands in that is telling beside one more
_SHORT = 6  # words of a side that names its value; a longer one is a sentence
_SPACED = 40  # characters a space, at most, where words are parted by spaces
_ENGLISH = 0.2  # of the words are words of English grammar

Mentions = Mapping[str, Span | None]
_Known = TypeVar("_Known")

_told: dict[int, dict[int, tuple[ResolvedDifference, Mentions]]] = {}
_counted: dict[int, Counter[str]] = {}
_stemmed: dict[int, list[frozenset[str]]] = {}


def _remembered(of: ResolvedBriefing | Document, known: dict[int, _Known], make: Callable[[], _Known]) -> _Known:
    """What was made of a briefing or an article, for as long as it lives; told from its like by what it is.

    To tell them by what they are equal to would be to compare whole articles.
    """
    key = id(of)
    if key not in known:
        known[key] = make()
        weakref.finalize(of, known.pop, key, None).atexit = False
    return known[key]


def mentions(resolved: ResolvedBriefing, difference: ResolvedDifference) -> Mentions:
    """For each source id that is no side of a suggestion and may speak of the matter, the passage in which it does.

    None for the passage where the articles are too long, or not in one language, to tell. Empty for noted differences.
    """
    if not difference.difference.suggested:
        return {}
    told = _remembered(resolved, _told, dict)
    if id(difference) not in told:
        told[id(difference)] = difference, _mentions(resolved, difference)  # kept, lest its id becomes another's
    return told[id(difference)][1]


def _mentions(resolved: ResolvedBriefing, difference: ResolvedDifference) -> Mentions:
    sides = [one for one in difference.values if one.document is not None and one.anchor.span is not None]
    others = {name: one for name, one in resolved.documents.items() if name not in {v.source.id for v in sides}}
    if not sides or not others:
        return {}
    # Words other than those of the sides need not have the name that varies.
    beside = _beside(resolved, sides) if difference.difference.kind == "conflict" else {}
    if sum(len(one.text) for one in resolved.documents.values()) > LARGEST:
        return {name: beside.get(name) for name in others}
    tongue = {_tongue(one.document) for one in sides if one.document}
    matter = _Matter(resolved, difference.difference.about, sides)
    found = {name: matter.passage(one) or beside.get(name) for name, one in others.items()}
    return {name: at for name, at in found.items() if at or tongue != {_tongue(others[name])} or "" in tongue}


def _beside(resolved: ResolvedBriefing, sides: list[Quotation]) -> dict[str, Span]:
    """Where the sources are quoted for a statement that a passage of a side is quoted for as well."""
    found: dict[str, Span] = {}
    for statement in (one for section in resolved.sections for one in section.statements):
        placed = [one for one in statement.quotations if one.anchor.span and carriage(one).speaks]
        if any(one.source.id == side.source.id and _meet(one, side) for one in placed for side in sides):
            for one in placed:
                if one.anchor.span:
                    found.setdefault(one.source.id, one.anchor.span)
    return found


def _meet(one: Quotation, side: Quotation) -> bool:
    here, there = one.anchor.span, side.anchor.span
    return bool(here and there and here.start < there.end and there.start < here.end)


class _Matter:
    """The words a difference is told in: those that name it, and those of the passages its sides stand in."""

    def __init__(self, resolved: ResolvedBriefing, about: str, sides: list[Quotation]) -> None:
        self._often = _remembered(resolved, _counted, lambda: _often(resolved))
        self._passages = sum(len(document.passages) for document in resolved.documents.values())
        said = _stems(" ".join((about, *(one.text for one in sides if len(one.text.split()) <= _SHORT)))) - _labels()
        akin = said.union(*(_roles().get(form, ()) for form in said))
        named = self._rarer(akin, _NAMING)
        self._around = named.union(*(self._rarer(_standing(one), _TELLING) for one in sides))
        self._named = named or self._around  # "time" names nothing

    def _rarer(self, forms: frozenset[str], share: float) -> set[str]:
        return {form for form in forms if self._often[form] <= max(share * self._passages, _FEW)}

    def passage(self, document: Document) -> Span | None:
        """The passage that shares most with the sides, and a word of the matter among it."""
        best, most = None, 1
        for here, forms in zip(document.passages, _forms(document), strict=True):
            shared, named = forms & self._around, forms & self._named
            sure = len(shared) > 2 or any(self._often[form] <= _FEW for form in shared)
            if len(shared) > most and named and sure:
                best, most = Span(here.start, here.end), len(shared)
        return best


def _standing(side: Quotation) -> frozenset[str]:
    document, span = side.document, side.anchor.span
    if document is None or span is None:
        return frozenset()
    wide = document.passages_around(span)
    return _stems(document.text[slice(*wide)])


def _forms(one: Document) -> list[frozenset[str]]:
    """The stems of each passage."""
    return _remembered(one, _stemmed, lambda: [_stems(one.text[here.start : here.end]) for here in one.passages])


def _often(resolved: ResolvedBriefing) -> Counter[str]:
    """In how many passages of all documents each stem stands."""
    return Counter(form for one in resolved.documents.values() for here in _forms(one) for form in here)


def _stems(text: str) -> frozenset[str]:
    return frozenset(_content(text))


def _content(text: str) -> Iterator[str]:
    for found in _WORD.finditer(text):
        word = found[0].casefold()
        if not lexicon.is_grammar(word):
            yield word[:_STEM]


@cache
def _labels() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _LABELS)


@cache
def _roles() -> dict[str, frozenset[str]]:
    """For each word that tells what befell people all those that tell the same: "injured", "hurt"."""
    roles = {word[:_STEM]: role for word, role in mapping("roles.txt").items() if "-" not in word}
    return {form: frozenset(other for other, same in roles.items() if same == role) for form, role in roles.items()}


def _tongue(document: Document) -> str:
    """ "English", "other"; "" where words are not parted by spaces, so that none are compared."""
    text = document.text[:4000]
    if text.count(" ") * _SPACED < len(text):
        return ""
    words = re.findall(r"[^\W\d_]+", text)
    return "English" if sum(map(lexicon.is_grammar, map(str.casefold, words))) >= _ENGLISH * len(words) else "other"
