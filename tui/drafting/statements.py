"""Statements: what two or more sources report, then what one alone does, each with its quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.briefing.model import Evidence, Statement
from tui.drafting.cutting import clauses, shortened, tight, trimmed
from tui.drafting.pool import Pool, shared
from tui.drafting.quoting import quote
from tui.drafting.roles import refers_back, role
from tui.drafting.themes import Vector, likeness, vectors
from tui.drafting.wording import flaws, statement, wording

_ALONE_A_SOURCE, _ALONE_A_SECTION = 2, 6
_LEAST_WORDS = 5
_NEIGHBOUR = 0.2
_SINGLE = 300
_TELLING = 0.6  # of the most any passage shares: what a statement's passage must share with the other sources


class Made(NamedTuple):
    """A statement without its id, and the passages it rests on."""

    text: str
    evidence: tuple[Evidence, ...]
    passages: tuple[int, ...]

    def named(self, statement_id: str) -> Statement:
        """The statement of a briefing."""
        return Statement(statement_id, self.text, self.evidence)


def together(pool: Pool, group: Sequence[int], ids: Sequence[str]) -> Made | None:
    """The statement of a group; None when fewer than two sources can be quoted. `ids` name the pool's documents."""
    quoted = [(member, one) for member in group if (one := _evidence(pool, member, shared(pool, member, group), ids))]
    if len({one.source for _, one in quoted}) < 2 or pool.headings.issuperset(group):
        return None
    held = {member: pool.weight(shared(pool, member, group)) for member, _ in quoted}
    weighty = [member for member, _ in quoted if held[member] >= _TELLING * max(held.values())]
    telling = [one for one in weighty if _tells(pool, one)] or [one for one, _ in quoted if _tells(pool, one)]
    passages = [(pool.sentences[member].text, pool.span(member)) for member in telling]
    parts = [(text, part) for text, span in passages for part in clauses(text, span)]
    text = wording(passages) or wording(parts)
    if not text:
        return None
    told = _told(pool, telling, text)
    ordered = sorted(quoted, key=lambda entry: (entry[1].source, entry[0]))
    return Made(text, tuple(replace(one, role=role(pool, told, member)) for member, one in ordered), tuple(group))


def _tells(pool: Pool, member: int) -> bool:
    """Whether a passage may word a statement: no heading, and nothing said of another passage alone."""
    return member not in pool.headings and not refers_back(pool.comparison.text(member))


def _told(pool: Pool, telling: Sequence[int], text: str) -> int:
    """The passage the statement's text is taken from."""
    words = text.rstrip("…")
    lines = {member: " ".join(pool.sentences[member].text[slice(*pool.span(member))].split()) for member in telling}
    return next((member for member, line in lines.items() if words in line), telling[0])


def alone(pool: Pool, themes: Sequence[Sequence[int]], ids: Sequence[str]) -> list[list[Made]]:
    """For each theme, given by its passages, the single-source passages that belong to it: the weightiest few."""
    found: list[list[Made]] = [[] for _ in themes]
    taken: dict[tuple[int, int], int] = {}
    for at, index in _ranked(pool, themes):
        source = at, pool.document_of(index)
        if (
            len(found[at]) < _ALONE_A_SECTION
            and taken.get(source, 0) < _ALONE_A_SOURCE
            and (made := single(pool, index, ids))
        ):
            found[at].append(made)
            taken[source] = taken.get(source, 0) + 1
    return [sorted(part, key=lambda made: (pool.place(made.passages), made.text)) for part in found]


def single(pool: Pool, index: int, ids: Sequence[str], *, strict: bool = True) -> Made | None:
    """The statement of one passage; None when it cannot be quoted or, if `strict`, does not read as a sentence."""
    text, span = pool.sentences[index].text, pool.span(index)
    line = wording([(text, span)])
    if not line or (strict and flaws(line) > 2):
        return None
    made = quote(pool.documents[pool.document_of(index)], shortened(text, span, _SINGLE), trimmed(text, span))
    if made is None:
        return None
    return Made(
        line, (Evidence(ids[pool.document_of(index)], made.text, prefix=made.prefix, suffix=made.suffix),), (index,)
    )


def _evidence(pool: Pool, member: int, wanted: frozenset[str], ids: Sequence[str]) -> Evidence | None:
    text, span = pool.sentences[member].text, pool.span(member)
    made = quote(pool.documents[pool.document_of(member)], tight(pool, member, wanted), shortened(text, span, 1_500))
    return Evidence(ids[pool.document_of(member)], made.text, prefix=made.prefix, suffix=made.suffix) if made else None


def _ranked(pool: Pool, themes: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """`(theme, passage)` for the passages one source alone has: those nearest their theme and fullest first."""
    told = (index for index in pool.comparison.only if index not in pool.headings)
    only = [index for index in told if len(pool.sentences[index].content) >= _LEAST_WORDS]
    seen = vectors(pool, [*themes, *([index] for index in only)])
    homes = {index: at for at, members in enumerate(themes) for index in members}
    ranked = []
    for index, own in zip(only, seen[len(themes) :], strict=True):
        near = [_near(pool, index, own, seen[at], homes, at) for at in range(len(themes))]
        best = max(near)
        if best > 0:
            fullness = min(pool.weight(pool.forms(index)), 60.0)
            ranked.append((-round(best * fullness, 9), pool.comparison.text(index), near.index(best), index))
    for _, _, at, index in sorted(ranked):
        yield at, index


def _near(pool: Pool, index: int, own: Vector, theme: Vector, homes: Mapping[int, int], at: int) -> float:
    beside = sum(
        homes.get(other) == at and pool.document_of(other) == pool.document_of(index)
        for other in (index - 1, index + 1)
        if 0 <= other < len(pool.sentences)
    )
    return likeness(own, theme) + _NEIGHBOUR * beside


def readable(pool: Pool, number: int) -> Iterator[int]:
    """The passages of a document that would do as statements, the cleanest and fullest first."""
    here = [i for i in range(len(pool.sentences)) if pool.document_of(i) == number and pool.sentences[i].tokens]
    lines = {i: statement(pool.sentences[i].text, pool.span(i)) for i in here}
    yield from sorted(here, key=lambda i: (flaws(lines[i]), -round(pool.weight(pool.forms(i)), 9), lines[i]))
