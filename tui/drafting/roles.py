"""What a passage does for a statement nobody has read yet: supports it, in part, or says otherwise.

Two passages of one group report the same thing as far as their words tell. A draft says `supports` only where
nothing speaks against that: the link is of band `same`, both name the same figures, and both deny or neither does.
It says `contradicts` only where comparing found a conflict with the two passages on different sides, and `context`
where a passage speaks of something the statement does not say. Everything else is `partly`, for the author to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.briefing.model import Role
from tui.documents.model import Span
from tui.drafting.pool import Pool
from tui.evidence.comparing.agreement import agree
from tui.evidence.comparing.clocks import clocks
from tui.evidence.comparing.effects import at_odds, caused
from tui.evidence.comparing.model import FoundDifference, FoundValue
from tui.evidence.comparing.quantities import quantities
from tui.evidence.comparing.quantity import Quantity

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DENIAL = re.compile(
    r"\b(?:no|not|none|nobody|never|neither|nor|without|denie[ds]|refuse[ds]?|cannot)\b|n['’]t\b", re.I
)

_SHORT = 12  # words
_BACK = r"(?:this|that|it|these|those|them|so|the (?:claim|allegation|accusation|report|charge|suggestion)s?)"
_JUDGING = re.compile(
    rf"\b(?:den(?:ie[ds]|y)|reject(?:s|ed)?|disput(?:es?|ed)|dismiss(?:es|ed)?|contradict(?:s|ed)?|refut(?:es?|ed)"
    rf"|confirm(?:s|ed)?|doubt(?:s|ed)?|contest(?:s|ed)?|question(?:s|ed)?) {_BACK}\W*$"
    r"|^\W*(?:this|that|it|these) (?:(?:is|was|are|were)(?: not|n['’]t)? \w+|did(?: not|n['’]t) \w+)\W*$",
    re.I,
)


def role(pool: Pool, told: int, member: int) -> Role:
    """The role of passage `member` in a statement worded after passage `told`."""
    if pool.document_of(member) == pool.document_of(told):
        return "supports"
    sides = list(_sides(pool, told, member))
    if any(_apart(pool, found, (told, one), (member, other)) for found, one, other in sides):
        return "contradicts"
    if refers_back(pool.comparison.text(member)) or _tells_an_hour_alone(pool, told, member):
        return "context"
    sure = pool.bands.get((min(told, member), max(told, member))) == "same"
    settled = all(_words(one) == _words(other) for _, one, other in sides)
    settled = settled and not _causes_apart(pool, told, member)
    return "supports" if sure and settled and _alike(pool, told, member) else "partly"


def refers_back(passage: str) -> bool:
    """Whether a passage judges what the one before it says, and says nothing itself: "The director denied this"."""
    return len(passage.split()) <= _SHORT and bool(_JUDGING.search(passage))


def _tells_an_hour_alone(pool: Pool, told: int, member: int) -> bool:
    """Whether a passage gives an hour of which the other says nothing, and has little else in common with it."""
    if len(pool.forms(told) & pool.forms(member)) > 1:
        return False
    return any(True for _ in clocks(pool.sentences[member])) and not any(True for _ in clocks(pool.sentences[told]))


def _causes_apart(pool: Pool, told: int, member: int) -> bool:
    """Whether the two passages name different causes of one thing, be it only as possible."""
    causes, others = (list(caused(pool.sentences[index], doubted=True)) for index in (told, member))
    return any(at_odds(one, other) for one in causes for other in others)


def _alike(pool: Pool, told: int, member: int) -> bool:
    one, other = pool.comparison.text(told), pool.comparison.text(member)
    figures, others = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    return (figures <= others or others <= figures) and bool(_DENIAL.search(one)) == bool(_DENIAL.search(other))


def _sides(pool: Pool, told: int, member: int) -> Iterator[tuple[FoundDifference, FoundValue, FoundValue]]:
    """The conflicts with a side in each of the two passages, and those sides."""
    for found in pool.comparison.differences:
        if found.kind == "conflict":
            one = next((value for value in found.values if _stands(pool, value, told)), None)
            other = next((value for value in found.values if _stands(pool, value, member)), None)
            if one and other:
                yield found, one, other


def _stands(pool: Pool, value: FoundValue, index: int) -> bool:
    """Whether a passage holds the side, or says its figure again in the same words: "17 people"."""
    if value.document != pool.document_of(index):
        return False
    place = pool.span(index)
    if value.span.start < place.end and place.start < value.span.end:
        return True
    words = _words(value)
    again = rf"(?<!\w){re.escape(words)}(?!\w)"
    return bool(_FIGURE.search(words) and " " in words and re.search(again, _plain(pool.comparison.text(index))))


def _apart(pool: Pool, found: FoundDifference, one: tuple[int, FoundValue], other: tuple[int, FoundValue]) -> bool:
    """Whether two sides are at odds with each other: a conflict of three may have two sides that agree."""
    if _words(one[1]) == _words(other[1]):
        return False
    here, there = _figures(pool, *one), _figures(pool, *other)
    if here and there:
        return not any(a.kind == b.kind and agree(a.number, b.number, a.factor, b.factor) for a in here for b in there)
    return len({_words(value) for value in found.values}) == 2


def _figures(pool: Pool, index: int, value: FoundValue) -> list[Quantity]:
    """What the side measures or counts in passage `index`."""
    sentence = pool.sentences[index]
    shown = [(Span(sentence.tokens[q.first].start, sentence.tokens[q.last].end), q) for q in quantities(sentence)]
    return [q for at, q in shown if at.start < value.span.end and value.span.start < at.end]


def _words(value: FoundValue) -> str:
    return _plain(value.value)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
