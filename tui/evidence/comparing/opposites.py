"""Words that exclude each other, and "the greatest" against "a great", in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.asserted import is_open
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.polarity import negated
from tui.evidence.comparing.roles import is_before
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import both_true
from tui.evidence.comparing.stems import form
from tui.evidence.comparing.tables import text

_LEAST, _DEGREE_LEAST = 4.7, 3.2
_EQUAL = 0.7
_REACH = 4
_OWN_REACH = 3
_NO_SUPERLATIVES = frozenset(
    (
        *("interest", "protest", "request", "forest", "honest", "harvest", "arrest", "invest", "suggest", "modest"),
        *("contest", "conquest", "latest", "unrest", "midwest", "northwest", "southwest", "budapest", "everest"),
    )
)


@cache
def _sides() -> dict[str, set[tuple[int, int]]]:
    """Compared form → (line, side) of every pair of sides it stands in."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, line in enumerate(text("opposites.txt")):
        for which, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(form(word), set()).add((number, which))
    return found


def opposite(one: str, other: str) -> bool:
    """Whether two compared forms exclude each other."""
    here, there = _sides().get(one), _sides().get(other)
    if not here or not there or here & there:
        return False
    return any((number, 1 - which) in there for number, which in here)


def opposed_words(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """A word of each side that the other side lacks, the two opposites, the words around them corresponding."""
    lone_a = [word for word in pair.a.where if word not in pair.b.where and word in _sides()]
    lone_b = [word for word in pair.b.where if word not in pair.a.where and word in _sides()]
    turned_a, turned_b = negated(pair.a), negated(pair.b)
    for one in lone_a:
        for other in lone_b:
            i, j = pair.a.where[one][0], pair.b.where[other][0]
            if not opposite(one, other) or (i in turned_a) != (j in turned_b):
                continue
            at_a, at_b = pair.a.content[i], pair.b.content[j]
            around = pair.slot((at_a, at_a), (at_b, at_b))
            if any(told(pair.a, at_a) != told(pair.b, at_b) for told in (is_before, speaks_of_itself)):
                continue
            if both_true(pair.a, at_a, pair.b, at_b):
                continue
            if is_open(pair.a, at_a) != is_open(pair.b, at_b):
                continue
            if facts.years_apart(pair.a, at_a, pair.b, at_b):
                continue
            if around >= pair.least(_LEAST):
                sides = side(pair.a, at_a, at_a), side(pair.b, at_b, at_b)
                about = f"{sides[0].value} / {sides[1].value}"
                yield Found("conflict", about, "opposite", sides, around - _LEAST + pair.score)


def speaks_of_itself(sentence: Sentence, index: int) -> bool:
    """Whether the speakers tell of themselves: what we reject others may approve."""
    return any(sentence.low(at) in ("we", "i") for at in range(index - _OWN_REACH, index))


def differing_degree(pair: Aligned) -> Iterator[Found]:
    """ "The greatest challenge" against "a major challenge": a superlative on one side alone before the same noun."""
    for match in pair.matches:
        at_a, at_b = pair.a.content[match.a], pair.b.content[match.b]
        if match.likeness < _EQUAL or not (_is_head(pair.a, at_a) and _is_head(pair.b, at_b)):
            continue
        one, other = _degree(pair.a, at_a), _degree(pair.b, at_b)
        if one is None or other is None or {one[1], other[1]} not in ({"most", "a"}, {"most", "among"}):
            continue
        around = pair.slot((at_a, at_a), (at_b, at_b)) + match.weight / 2
        if around >= pair.least(_DEGREE_LEAST):
            sides = side(pair.a, one[0], at_a), side(pair.b, other[0], at_b)
            about = f"how great: {sides[0].value} / {sides[1].value}"
            yield Found("conflict", about, "degree", sides, around - _DEGREE_LEAST + pair.score)


def _is_head(sentence: Sentence, index: int) -> bool:
    """Whether a word ends its run of words: "challenge" in "a strategic challenge in"."""
    if sentence.tokens[index].kind != "word":
        return False
    return index + 1 == len(sentence.tokens) or not sentence.tokens[index + 1].content or sentence.gap(index + 1) != " "


@lru_cache(maxsize=1 << 15)
def _degree(sentence: Sentence, index: int) -> tuple[int, str] | None:
    """The article before a noun and what it makes of it: "most" (the greatest), "among" (one of the greatest), "a"."""
    superlative = False
    for at in range(index - 1, max(clause(sentence, index).start, index - _REACH) - 1, -1):
        low = sentence.low(at)
        if low in ("of", "in", "with", "for"):
            return None  # "a hall full of people": the article is another word's
        superlative = superlative or _superlative(sentence, at)
        if low in ("a", "an"):
            return (at, "a") if at < index - 1 and not superlative else None
        if low in ("the", "its", "their", "his", "her"):
            among = [sentence.low(at - 2), sentence.low(at - 1)] == ["one", "of"]
            return (at - 2 if among else at, "among" if among else "most") if superlative else None
    return None


def _superlative(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    if low in ("best", "worst", "most", "least", "only"):
        return at + 1 < len(sentence.tokens)
    return len(low) > 5 and low.endswith("est") and low not in _NO_SUPERLATIVES
