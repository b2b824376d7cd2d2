"""Places among the greatest of a kind: "the city's oldest museum", "the second-largest in the country"."""

from __future__ import annotations

from collections.abc import Iterator

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.numbers import Number
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import members

KIND = "rank"
RANKS = {
    word: rank
    for rank, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh"),
            *("eighth", "ninth", "tenth", "eleventh"),
        ),
        1,
    )
}
_OWNING = frozenset(("the", "its", "their", "his", "her", "our"))
_AMONG = (["one", "of"], ["among"])
_PLACING = frozenset(("in", "on", "across"))
_AREAS = frozenset(
    map(form, ("city", "town", "village", "county", "region", "province", "state", "country", "district"))
)
_NO_RANKS = frozenset(("latest", "last", "first", "nearest", "interest", "harvest", "forest", "protest", "contest"))
_LONGEST = 6  # letters that the longest word that is no superlative may have: "west", "rest", "guest", "arrest"


def is_superlative(low: str) -> bool:
    """ "Largest", "oldest"; not "west" or "latest"."""
    return low.endswith("est") and low not in _NO_RANKS and (len(low) >= _LONGEST or low in ("best",))


def ranks(sentence: Sentence) -> Iterator[Quantity]:
    """The places among the greatest that a passage tells: `number` is the place, `nouns` what it is reckoned by."""
    for at, token in enumerate(sentence.tokens):
        if not is_superlative(token.low):
            continue
        first = at - (sentence.low(at - 1) in RANKS)
        before = sentence.low(first - 1)
        owned = before in _OWNING or before.endswith(("'s", "’s", "s'"))
        if not owned or any([sentence.low(first - 1 - n) for n in range(len(run), 0, -1)] == run for run in _AMONG):
            continue
        place = float(RANKS[sentence.low(first)]) if first < at else 1.0
        yield Quantity(KIND, Number(first, at, place, place, 0.0, "", False), first, at, nouns=(token.form,))


def ranked_apart(a: Sentence, one: Quantity, b: Sentence, other: Quantity) -> bool:
    """Whether two places are not of one row: of other things, in other areas, or since when is told of one alone."""
    what = _what(a, one), _what(b, other)
    if all(what) and what[0] != what[1]:
        return True
    if one.first <= 1 or other.first <= 1:
        return True  # "The second-youngest mayor, Leo Brand, sent flowers": somebody else is called by the place
    if _is_since(a, one) != _is_since(b, other):
        return True
    here, there = _areas(a, one), _areas(b, other)
    if here & there or not (here or there):
        return False
    return not (_is_named(here, b) and there & _AREAS) and not (_is_named(there, a) and here & _AREAS)


def _what(sentence: Sentence, one: Quantity) -> str:
    """The form of the word after the place: "evacuation" in "the largest evacuation since the war"."""
    after = sentence.tokens[one.last + 1 : one.last + 2]
    return after[0].form if after and after[0].kind == "word" and not sentence.gap(one.last + 1).strip() else ""


def _is_since(sentence: Sentence, one: Quantity) -> bool:
    return any(sentence.low(at) == "since" for at in range(one.last, clause(sentence, one.first).stop))


def _areas(sentence: Sentence, one: Quantity) -> frozenset[str]:
    """Where the row is: "in the city", "the city's", as compared forms."""
    found = {sentence.tokens[one.first - 1].form} if sentence.low(one.first - 1) not in _OWNING else set()
    for at in range(one.last + 1, clause(sentence, one.last).stop - 1):
        if sentence.low(at) in _PLACING:
            found.add(sentence.tokens[at + 1 + (sentence.low(at + 1) in _OWNING)].form)
    return frozenset(found - members("classes.txt", "small"))


def _is_named(areas: frozenset[str], there: Sentence) -> bool:
    """Whether an area is called by a name that the other passage has as well: its "city" may be that one."""
    return not areas.isdisjoint(there.names)
