"""Names spelt in two ways: persons between whole documents, compound names in places that correspond."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import OSA

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.roles import is_history
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

_HYPHENS = ("-", "‐", "‑")
_COMPOUND_LEAST = 4.0
_ALIKE, _SURNAMES_ALIKE = 0.7, 0.6
_EXCHANGED_LEAST, _FRAMED_LEAST, _EXCHANGED_SCORE = 8.0, 5.0, 0.75
_PREPOSITIONS = frozenset(("in", "at", "to", "from", "near", "by", "with", "against", "for"))

_FRAMED_SHARE = 0.75  # of the words of the shorter passage: else another thing is told of another place

Name = tuple[str, str]


def differing_spellings(pool: Sequence[Sequence[Sentence]], related: Related) -> Iterator[Found]:
    """Persons of related documents, first name or surname the same, the other part spelt nearly alike."""
    tables = [_persons(here) for here in pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) not in related:
            continue
        halves: dict[tuple[int, str], list[Name]] = {}
        for like in sorted(other):
            for half in (0, 1):
                halves.setdefault((half, _plain(like[half])), []).append(like)
        for name in sorted(one):
            near = [like for half in (0, 1) for like in halves.get((half, _plain(name[half])), ())]
            for like in dict.fromkeys(near):
                if name not in other and like not in one and _one_person(name, like):
                    about = f"spelling: {one[name].value} / {other[like].value}"
                    yield Found("variant", about, "name", (one[name], other[like]), 2.0)


def _persons(here: Sequence[Sentence]) -> dict[Name, Side]:
    """(first name, surname) → where it first stands: two capitalised words, titles before them passed over."""
    found: dict[Name, Side] = {}
    titles = members("classes.txt", "title")
    for sentence in here:
        for index in range(1, len(sentence.tokens)):
            one, two = sentence.tokens[index - 1], sentence.tokens[index]
            if (
                not (one.kind == two.kind == "name")
                or sentence.gap(index) != " "
                or one.form.startswith("@")
                or two.form.startswith("@")
            ):
                continue
            if one.low in titles or two.low in titles or len(one.low) < 3 or len(two.low) < 3:
                continue
            last = _hyphened(sentence, index)
            surname = "".join(sentence.written(index, last).casefold().split()).removesuffix("'s")
            found.setdefault((one.low, surname), side(sentence, index - 1, last))
    return found


def _hyphened(sentence: Sentence, index: int) -> int:
    """The last token of a name that may go on behind a hyphen: "Solheim-Vaas"."""
    while sentence.gap(index + 1) in _HYPHENS and sentence.tokens[index + 1].kind == "name":
        index += 1
    return index


def _plain(word: str) -> str:
    """A name without accents and hyphens."""
    letters = (letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return "".join(letter for letter in letters if letter not in _HYPHENS)


def _one_person(one: Name, other: Name) -> bool:
    """Whether two names that differ may be one person's: accents alone differ, or one half is spelt nearly alike."""
    one, other = (_plain(one[0]), _plain(one[1])), (_plain(other[0]), _plain(other[1]))
    if one == other:
        return True
    if one[1] == other[1]:
        return _near(one[0], other[0], _ALIKE)
    return one[0] == other[0] and _near(one[1], other[1], _SURNAMES_ALIKE)


def _near(one: str, other: str, alike: float) -> bool:
    """Two spellings of one name: one slip, or two after an equal first letter; so much alike as a whole."""
    longer = max(len(one), len(other))
    slips = OSA.distance(one, other, score_cutoff=2)
    close = slips == 1 or (slips == 2 and one[0] == other[0])
    return close and 1 - slips / longer >= alike


def differing_compounds(pair: Aligned) -> Iterator[Found]:
    """ "Asia-Pacific" against "Indo-Pacific": hyphened names with one part equal in a place that corresponds."""
    for match in pair.matches:
        if match.likeness < 1.0:
            continue
        for step in (-1, 1):
            one_end, other_end = _compound(pair.a, match.a, step), _compound(pair.b, match.b, step)
            if one_end is None or other_end is None:
                continue
            (at_a, other_a), (at_b, other_b) = one_end, other_end
            one, two = pair.a.tokens[other_a].form, pair.b.tokens[other_b].form
            if one == two or one in pair.b.where or two in pair.a.where:
                continue
            around = pair.slot((min(at_a, other_a), max(at_a, other_a)), (min(at_b, other_b), max(at_b, other_b)))
            if around >= _COMPOUND_LEAST:
                sides = (
                    side(pair.a, min(at_a, other_a), max(at_a, other_a)),
                    side(pair.b, min(at_b, other_b), max(at_b, other_b)),
                )
                about = f"name: {sides[0].value} / {sides[1].value}"
                yield Found("variant", about, "compound", sides, around - _COMPOUND_LEAST + pair.score)


def exchanged_names(pair: Aligned, known: Sequence[frozenset[str]]) -> Iterator[Found]:
    """ "In Lisbon" against "in Porto": single names after one preposition in passages alike in all else.

    `known` holds for each document all names it has: a name both documents know is no other name for one thing.
    """
    for one in _placed_names(pair.a):
        for other in _placed_names(pair.b):
            a, b = pair.a.tokens[one].form, pair.b.tokens[other].form
            strange = (a not in known[pair.b.document]) + (b not in known[pair.a.document])
            framed = _framed_alike(pair, one, other)
            apart = strange > (not framed) and not pair.alike(a, b) and a not in pair.b.where and b not in pair.a.where
            if apart and (framed or pair.score >= _EXCHANGED_SCORE) and pair.a.low(one - 1) == pair.b.low(other - 1):
                around = pair.slot((one, one), (other, other))
                least = _FRAMED_LEAST if framed else _EXCHANGED_LEAST
                if around >= least:
                    sides = side(pair.a, one, one), side(pair.b, other, other)
                    about = f"name: {sides[0].value} / {sides[1].value}"
                    yield Found("conflict", about, "exchanged", sides, around - least + pair.score)


def _framed_alike(pair: Aligned, one: int, other: int) -> bool:
    """ "Its plant in Kelmin" against "its plant in Radice": one thing named, and no other place beside it."""
    at_a, at_b = one - 2, other - 2
    if at_a < 0 or at_b < 0 or not (pair.a.tokens[at_a].kind == pair.b.tokens[at_b].kind == "word"):
        return False
    listed = any(
        where.low(at + 1) in ("and", "or") or where.gap(at + 1).strip() == "-"
        for where, at in ((pair.a, one), (pair.b, other))
    )
    shared = len(pair.matches) / max(1, min(len(pair.a.where), len(pair.b.where)) - 1)
    past = [any(is_history(where, at) for at in where.content) for where in (pair.a, pair.b)]
    if listed or shared < _FRAMED_SHARE or past[0] != past[1]:
        return False
    match = pair.to_b.get(pair.a.rank[at_a])
    return match is not None and match.b == pair.b.rank[at_b] and match.likeness >= 1.0


def _placed_names(sentence: Sentence) -> Iterator[int]:
    """Names of one word right after a preposition, no other name beside them."""
    for index in range(1, len(sentence.tokens)):
        token = sentence.tokens[index]
        beside = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "name"
        dated = token.low in members("classes.txt", "month") or token.low in members("classes.txt", "weekday")
        if token.kind == "name" and not beside and not dated and sentence.low(index - 1) in _PREPOSITIONS:
            yield index


def _compound(sentence: Sentence, place: int, step: int) -> tuple[int, int] | None:
    """The tokens of a hyphened name whose one part is at content place `place`, the other one step beside it."""
    at = sentence.content[place]
    other = at + step
    if not 0 <= other < len(sentence.tokens) or sentence.gap(max(at, other)) not in ("-", "‑", "–"):
        return None
    return (at, other) if sentence.tokens[at].kind == sentence.tokens[other].kind == "name" else None
