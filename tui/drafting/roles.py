"""Whether a passage may stand as full support of a statement nobody has read yet, or only as part of it.

Two passages of one group report the same thing as far as their words tell. A draft says `supports` only where
nothing speaks against that: the link is of band `same`, no difference was found between them, both name the same
figures, and both deny or neither does. Everything else is `partly`, for the author to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.briefing.model import Role
from tui.documents.model import Span
from tui.drafting.pool import Pool
from tui.evidence.comparing.model import FoundValue

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DENIAL = re.compile(
    r"\b(?:no|not|none|nobody|never|neither|nor|without|denie[ds]|refuse[ds]?|cannot)\b|n['’]t\b", re.I
)


def role(pool: Pool, told: int, member: int) -> Role:
    """The role of passage `member` in a statement worded after passage `told`."""
    if pool.document_of(member) == pool.document_of(told):
        return "supports"
    sure = pool.bands.get((min(told, member), max(told, member))) == "same"
    return "supports" if sure and _agree(pool, told, member) and not _disputed(pool, told, member) else "partly"


def _agree(pool: Pool, told: int, member: int) -> bool:
    one, other = pool.comparison.text(told), pool.comparison.text(member)
    figures, others = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    return (figures <= others or others <= figures) and bool(_DENIAL.search(one)) == bool(_DENIAL.search(other))


def _disputed(pool: Pool, told: int, member: int) -> bool:
    """Whether a conflict was found with a side in each of the two passages."""
    conflicts = (one for one in pool.comparison.differences if one.kind == "conflict")
    return any(all(_stands(pool, one.values, index) for index in (told, member)) for one in conflicts)


def _stands(pool: Pool, values: Iterable[FoundValue], index: int) -> bool:
    document, place = pool.document_of(index), pool.span(index)
    return any(_meets(value.span, place) for value in values if value.document == document)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
