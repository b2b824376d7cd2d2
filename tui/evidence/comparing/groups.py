"""Groups: passages of different documents that report one fact, gathered from links, the strongest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.evidence.comparing.model import Link


def groups(links: Sequence[Link], document_of: Callable[[int], int]) -> tuple[tuple[int, ...], ...]:
    """Unions of links with one passage a document, or two that stand side by side and are both the same as a third.

    A chain of links that would bring two passages of one document together is cut at its weakest link.
    """
    linked = {frozenset((link.a, link.b)) for link in links if link.band == "same"}
    home: dict[int, list[int]] = {}
    for link in sorted(links, key=lambda link: (link.band != "same", -link.score, link.a, link.b)):
        one, other = home.setdefault(link.a, [link.a]), home.setdefault(link.b, [link.b])
        if one is not other and _may_join(one, other, document_of, linked):
            one.extend(other)
            home.update(dict.fromkeys(other, one))
    whole = {tuple(sorted(members)) for members in home.values()}
    return tuple(sorted(members for members in whole if len(members) > 1))


def _may_join(one: list[int], other: list[int], document_of: Callable[[int], int], linked: set[frozenset[int]]) -> bool:
    if len(one) > len(other):
        one, other = other, one
    beside: dict[int, list[int]] = {}
    for b in other:
        beside.setdefault(document_of(b), []).append(b)
    twice = [(a, b) for a in one for b in beside.get(document_of(a), ())]
    if not twice:
        return True
    if any(abs(a - b) != 1 for a, b in twice):
        return False
    members = (*one, *other)
    return all(any(frozenset((a, c)) in linked and frozenset((b, c)) in linked for c in members) for a, b in twice)
