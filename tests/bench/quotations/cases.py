"""The cases: a document, a quotation of it or not of it, and what a careful reader would answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from tests.bench.quotations import damage
from tests.bench.quotations.decisive import KINDS, Kind
from tests.bench.quotations.slices import Slice, is_prose, plain, take, tokens
from tests.bench.quotations.touched import touched
from tui.documents.model import Document, Span
from tui.evidence import lexicon


@dataclass(frozen=True, slots=True)
class Case:
    """`group` names the row of the report; `span` is where the quotation stands, None where it does not.

    `parts` are the true parts of a splice; `detail` the kind of change; `damaged` the quotation's words with slips.
    """

    group: str
    document: Document
    quote: str
    span: Span | None = None
    prefix: str = ""
    suffix: str = ""
    parts: tuple[Span, ...] = ()
    detail: str = ""
    damaged: tuple[Span, ...] = ()


Maker = Callable[[Document, Random], Case | None]


def _from_slice(group: str, change: Callable[[str, Random], str], low: int = 6, high: int = 30) -> Maker:
    def make(document: Document, rng: Random) -> Case | None:
        taken = take(document, rng, low, high)
        if taken is None:
            return None
        quote = change(taken.text, rng)
        return Case(group, document, quote, taken.span) if group == "exact" or quote != taken.text else None

    return make


def slips(document: Document, rng: Random) -> Case | None:
    """2 % letter noise, with the kind of word it touched."""
    taken = take(document, rng, 6, 30)
    quote = damage.letters(taken.text, 0.02, rng) if taken is not None else ""
    if taken is None or quote == taken.text or len(quote.split()) != len(taken.text.split()):
        return None
    kind, damaged = touched(quote, taken.text)
    return Case("letters 2 %", document, quote, taken.span, detail=kind, damaged=damaged)


def plain_slips(document: Document, rng: Random) -> Case | None:
    """2 % letter noise that spells no other word by accident, neither one of the document nor of the language."""
    taken = take(document, rng, 6, 30)
    quote = damage.letters(taken.text, 0.02, rng) if taken is not None else ""
    if taken is None or quote == taken.text or len(quote.split()) != len(taken.text.split()):
        return None
    pairs = zip(plain(quote).split(), plain(taken.text).split(), strict=False)
    known = lexicon.words() | set(_plain_of(document).split())
    if any(slip != true and (slip in known or true.isupper()) for slip, true in pairs):
        return None
    return Case(_PLAIN_SLIPS, document, quote, taken.span)


_PLAIN_SLIPS = "letters 2 %, no other word"


def _flat(text: str) -> str:
    return " ".join(text.split())


TRUE: dict[str, Maker] = {
    "exact": _from_slice("exact", lambda t, _: t, low=4),
    "style": _from_slice("style", damage.style),
    "letters 2 %": slips,
    "letters 5 %": _from_slice("letters 5 %", lambda t, r: damage.letters(t, 0.05, r)),
    "letters 10 %": _from_slice("letters 10 %", lambda t, r: damage.letters(t, 0.10, r)),
    "letters 20 %": _from_slice("letters 20 %", lambda t, r: damage.letters(t, 0.20, r)),
    "scan": _from_slice("scan", lambda t, r: damage.scan(t, 0.08, r)),
    "1 word edit": _from_slice("1 word edit", lambda t, r: damage.edit(t, 1, r), low=8),
    "2 word edits": _from_slice("2 word edits", lambda t, r: damage.edit(t, 2, r), low=10),
    "4 word edits": _from_slice("4 word edits", lambda t, r: damage.edit(t, 4, r), low=12),
    "outer word replaced": _from_slice("outer word replaced", lambda t, r: damage.edit(t, 1, r, edges=True), low=8),
    "ellipsis": _from_slice("ellipsis", damage.elide, low=10),
}


def duplicate(document: Document, rng: Random) -> Case | None:
    """A phrase that stands more than once, with the words around one of its places."""
    listed = tokens(document)
    for _ in range(40):
        size = rng.randint(1, 4)
        first = rng.randrange(20, max(21, len(listed) - 20 - size))
        if first + size + 8 >= len(listed):
            return None
        span = Span(listed[first].start, listed[first + size - 1].end)
        phrase = document.text[span.start : span.end]
        if len(phrase) >= 5 and phrase.replace(" ", "").isalpha() and document.text.count(f" {phrase} ") >= 2:
            before = document.text[listed[first - rng.randint(3, 8)].start : span.start].strip()
            after = document.text[span.end : listed[first + size + rng.randint(2, 7)].end].strip()
            which = rng.choice(["both", "prefix", "suffix"])
            prefix, suffix = before if which != "suffix" else "", after if which != "prefix" else ""
            if _plain_of(document).count(plain(f"{prefix} {phrase} {suffix}")) > 1:
                continue
            return Case("duplicate", document, phrase, span, prefix, suffix)
    return None


def splice(document: Document, rng: Random, other: Document | None = None) -> Case | None:
    """The beginning of one sentence and the end of another, as if they were one."""
    one, two = take(document, rng, 6, 14), take(other or document, rng, 6, 14)
    if one is None or two is None or (other is None and abs(one.span.start - two.span.start) < 400):
        return None
    if other is not None and _shared(document, two.text) > 0.2:
        return None
    text, (start, end) = document.text, (two.span.start, one.span.end)
    around = text[end : end + _NEAR], text[max(0, start - _NEAR) : start] if other is None else ""
    if _GAP.search(one.text + two.text):
        return None  # the text's own ellipsis joins parts
    if _meet(two.text, around[0]) or _meet(one.text, around[1]):
        return None
    quote = f"{_flat(one.text)} {_flat(two.text)}"
    parts = (one.span, two.span) if other is None else (one.span,)
    return Case("splice" if other is None else "splice with another text", document, quote, parts=parts)


def _meet(part: str, text: str) -> bool:
    """Whether two neighbouring words of `part`, eight letters and more, stand in `text` too: it goes on nearly so."""
    words, known = plain(part).split(), f" {plain(text)} "
    return any(len(one + two) >= 8 and f" {one} {two} " in known for one, two in pairwise(words))


# Where a splice's other part must not nearly stand anyway, in characters from the true part.
_NEAR = 200
_GAP = re.compile(r"…|\.\s?\.")


def foreign(document: Document, other: Document, rng: Random) -> Case | None:
    """A quotation of `other` that `document` does not have, not even nearly, nor five words of it in a row.

    A page header that both texts have stands in the document too: to place that is no mistake.
    """
    taken = take(other, rng, 6, 30, rough=True)
    if taken is None or _shared(document, taken.text) > 0.2 or _shared(document, taken.text, 5) > 0.0:
        return None
    return Case("foreign", document, _flat(taken.text))


def _shared(document: Document, quote: str, size: int = 3) -> float:
    """The share of the quotation's runs of `size` words that the document has too."""
    words = plain(quote).split()
    runs = [" ".join(words[i : i + size]) for i in range(len(words) - size + 1)]
    known = f" {_plain_of(document)} "
    return sum(f" {run} " in known for run in runs) / max(1, len(runs))


_plains: dict[int, str] = {}


def _plain_of(document: Document) -> str:
    if id(document) not in _plains:
        _plains.clear()
        _plains[id(document)] = plain(document.text)
    return _plains[id(document)]


def decisive(document: Document, rng: Random) -> Iterator[Case]:
    """For each kind of change one quotation changed, where the document has words of that kind."""
    for kind in KINDS:
        matches = list(kind.pattern.finditer(document.text))
        for match in rng.sample(matches, min(len(matches), 6)):
            case = _changed(document, kind, match.start(), rng)
            if case is not None:
                yield case
                break


def _changed(document: Document, kind: Kind, about: int, rng: Random) -> Case | None:
    taken = take(document, rng, 6, 25, around=about, rough=True)
    if taken is None or not taken.span.start <= about < taken.span.end or not is_prose(taken.text):
        return None
    offset = about - taken.span.start
    match = next((m for m in kind.pattern.finditer(taken.text) if m.start() >= offset), None)
    if match is None:
        return None
    quote = kind.apply(taken.text, match, rng)
    said = plain(quote)
    if f" {said} " in f" {_plain_of(document)} " and kind.name not in _IN_SIGNS:
        return None
    return Case("decisive", document, quote, taken.span, detail=kind.name)


# These change signs that `plain` leaves out.
_IN_SIGNS = (
    "a currency",
    "a currency sign",
    "a minus sign",
    "a decimal point",
    "percent dropped or moved",
    "a contraction",
    "a question mark",
    "a capital put on a word",
)


def slices_of(document: Document, rng: Random, count: int) -> list[Slice]:
    """`count` true quotations, for timing."""
    taken = (take(document, rng) for _ in range(count))
    return [one for one in taken if one is not None]
