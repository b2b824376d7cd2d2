"""Groups: passages of different documents that report one fact, gathered from links, the strongest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tui.evidence.comparing.model import Link

_PARTS = 100
_Group = dict[int, list[int]]  # document → its passages


def groups(links: Sequence[Link], document_of: Mapping[int, int]) -> tuple[tuple[int, ...], ...]:
    """Unions of links with one passage a document, or two that stand side by side and are both the same as a third.

    A chain of links that would bring two passages of one document together is cut at its weakest link.
    """
    linked = {frozenset((link.a, link.b)) for link in links if link.band == "same"}
    home: dict[int, _Group] = {}
    for link in _strongest_first(links):
        one, other = (home.setdefault(index, {document_of[index]: [index]}) for index in (link.a, link.b))
        if one is not other and _may_join(one, other, linked):
            for document, members in other.items():
                one.setdefault(document, []).extend(members)
                home.update(dict.fromkeys(members, one))
    whole = {tuple(sorted(index for members in group.values() for index in members)) for group in home.values()}
    return tuple(sorted(members for members in whole if len(members) > 1))


def _strongest_first(links: Sequence[Link]) -> Iterator[Link]:
    """Links of band same first; sorted in parts, as sorting all at once would hold up every other thread."""
    parts: dict[tuple[bool, int], list[Link]] = {}
    for link in links:
        parts.setdefault((link.band != "same", -int(link.score * _PARTS)), []).append(link)
    for part in sorted(parts):
        yield from sorted(parts[part], key=lambda link: (-link.score, link.a, link.b))


def _may_join(one: _Group, other: _Group, linked: set[frozenset[int]]) -> bool:
    twice = [(a, b) for document in one.keys() & other.keys() for a in one[document] for b in other[document]]
    if any(abs(a - b) != 1 for a, b in twice):
        return False
    members = [index for group in (one, other) for found in group.values() for index in found] if twice else []
    return all(any(frozenset((a, c)) in linked and frozenset((b, c)) in linked for c in members) for a, b in twice)
