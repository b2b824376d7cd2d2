"""Where to, where from, where: one article says Leipzig, another Prague, of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tui.evidence.comparing.afar import Comparing, Stated, answering, stated
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.units import unit

_LEAST = 4.5  # the weight of the words told around both
_PLACED = frozenset(("in", "at", "near", "off", "outside", "to", "into", "towards", "from", "of"))
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))

_Name = frozenset[str]  # the forms of its words
_COMPARING: Comparing[_Name] = Comparing(lambda one, other: True, lambda one, other: bool(one & other))


def differing_places(facts: Facts, related: Related, scale: Scale) -> Iterator[Found]:
    """Names after a word of place that two related documents give each for itself, told of in the same words.

    A name both documents know, for whatever, is no other name for one thing.
    """
    tables = [_named(here) for here in facts.pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) in related:
            here = [name for name in one if facts.names[j].isdisjoint(name.value)]
            there = [name for name in other if facts.names[i].isdisjoint(name.value)]
            for a, b, weight in answering(here, there, _COMPARING, scale):
                if weight >= _LEAST and not any(scale.likeness.get(word, {}).keys() & b.value for word in a.value):
                    sides = side(a.sentence, a.first, a.last), side(b.sentence, b.first, b.last)
                    about = f"name: {sides[0].value} / {sides[1].value}"
                    yield Found("conflict", about, "exchanged", sides, weight / 10)


def _named(here: Sequence[Sentence]) -> list[Stated[_Name]]:
    """The names after a word of place, but none that only tells which: "the Kalven cable car"."""
    found = []
    for before, sentence in zip((None, *here), here, strict=False):
        for first, last in _runs(sentence):
            forms = frozenset(token.form for token in sentence.tokens[first : last + 1])
            found.append(stated(sentence, first, last, forms, before))
    return found


def _runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    dated = members("classes.txt", "month") | members("classes.txt", "weekday")
    at = 0
    while at < len(sentence.tokens):
        last = at
        while _is_name(sentence, at) and _is_name(sentence, last + 1) and not sentence.gap(last + 1).strip(" -"):
            last += 1
        lead = sentence.low(at - 2) if sentence.low(at - 1) in _ARTICLES else sentence.low(at - 1)
        after = sentence.tokens[last + 1 : last + 2]
        alone = not after or after[0].kind not in ("word", "name") or sentence.gap(last + 1).strip()
        if _is_name(sentence, at) and lead in _PLACED and alone and sentence.low(at) not in dated:
            yield at, last
        at = last + 1


def _is_name(sentence: Sentence, at: int) -> bool:
    inside = at < len(sentence.tokens) and sentence.tokens[at].kind == "name"
    return inside and unit(sentence, at) is None
