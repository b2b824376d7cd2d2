"""Said and denied: negation of one word on one side only, all against some against none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from heapq import nlargest

from tui.evidence.comparing.afar import stated
from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.facts import Facts
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.roles import role_word
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.standing import both_true, of_another
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.within import in_common_within

_NEGATED_LEAST, _AMOUNT_LEAST = 4.5, 3.8
_NEGATED_SCORE = 0.4
_LEAST_WITHIN = 3.0  # the weight of what the clauses of both tell of
_SHORT = 8  # content words
_SUPPOSING = frozenset(("if", "unless", "when", "whether", "whenever", "once"))
_EQUAL = 0.7
_REACH, _REACH_OF_NONE = 3, 6
_PARTICLES = frozenset(("up", "down", "off", "on", "out", "in", "over", "away", "back", "through", "before", "under"))
_NOBODY = frozenset(("nobody", "none", "no"))
NOT_QUITE = frozenset(("all", "every", "everybody", "everyone", "always", "necessarily", "yet", "quite"))
_RANKS = frozenset(("first", "second", "third", "last", "next", "same", "new", "other", "way", "time"))
_BEFORE_NOUNS = frozenset(("of", "in", "for", "with", "without", "by", "from", "at", "a", "an", "the", "no", "its"))
_BEFORE_VERBS = frozenset(("not", "to", "should", "must", "can", "could", "may", "might", "will", "would", "did", "do"))
_COUNTED = "counted"
_AMOUNTS = ("total", "most", "half", "part", "none")


def _class(name: str) -> frozenset[str]:
    return members("classes.txt", name)


@lru_cache(maxsize=1 << 14)
def negates(low: str) -> bool:
    return low in _class("negation") or low.endswith("n't")


@lru_cache(maxsize=4096)
def negated(sentence: Sentence) -> dict[int, int]:
    """Content places directly negated → the token that negates: the first content word within three after it."""
    found: dict[int, int] = {}
    for index, token in enumerate(sentence.tokens):
        failing = token.form in ("fail", "refus") and sentence.low(index + 1) == "to"
        failing = failing and not negates(sentence.low(index - 1))
        if not (negates(token.low) or failing) or _only_after(sentence, index):
            continue
        start = index + 2 if failing else index + 1
        if token.low == "no" and sentence.low(index + 1) in ("longer", "more"):
            start = index + 2
        reach = _REACH_OF_NONE if token.low in ("none", "neither") else _REACH
        for after in range(start, min(clause(sentence, index).stop, start + reach)):
            if sentence.gap(after) == "-":
                break
            if sentence.tokens[after].content:
                found[sentence.rank[after]] = index
                break
    return found


def _only_after(sentence: Sentence, index: int) -> bool:
    """ "Not only", "not all", "not yet": what follows is the case of some, or will be."""
    return sentence.low(index + 1) in NOT_QUITE or any(
        sentence.low(at) in _class("restrict") for at in (index + 1, index + 2)
    )


def differing_negation(pair: Aligned, facts: Facts) -> Iterator[Found]:
    """A word that both passages have, negated in one alone, where the words around it correspond: the surest one."""
    if pair.score >= _NEGATED_SCORE:
        yield from nlargest(1, _negations(pair, facts), key=lambda found: found.score)


def _negations(pair: Aligned, facts: Facts) -> Iterator[Found]:
    in_a, in_b = negated(pair.a), negated(pair.b)
    for match in pair.matches:
        if match.likeness < 1.0 or (match.a in in_a) == (match.b in in_b):
            continue
        at_a, at_b = pair.a.content[match.a], pair.b.content[match.b]
        nobody = {pair.a.low(in_a.get(match.a, -1)), pair.b.low(in_b.get(match.b, -1))} & _NOBODY
        if nobody and role_word(pair.a, at_a):
            continue  # "nobody was killed" is a figure, and tolls.py compares it as one
        if facts.years_apart(pair.a, at_a, pair.b, at_b) or not _comparable(
            pair, at_a, at_b, in_a.get(match.a), in_b.get(match.b)
        ):
            continue
        around = pair.slot((at_a, at_a), (at_b, at_b)) + match.weight / 2
        if around >= pair.least(_NEGATED_LEAST):
            sides = side(pair.a, in_a.get(match.a, at_a), at_a), side(pair.b, in_b.get(match.b, at_b), at_b)
            about = f"said or denied: {sides[0].value} / {sides[1].value}"
            yield Found("conflict", about, "opposite", sides, around - _NEGATED_LEAST + pair.score)


def _comparable(pair: Aligned, at_a: int, at_b: int, negator_a: int | None, negator_b: int | None) -> bool:
    """Whether one side affirms what the other denies: no other denial in the clauses, none by a verb before them."""
    if pair.a.tokens[at_a].kind != "word" or (_negated_anywhere(pair.a, at_a) and _negated_anywhere(pair.b, at_b)):
        return False
    if of_another(pair.a, at_a) != of_another(pair.b, at_b) or both_true(pair.a, at_a, pair.b, at_b):
        return False
    if _says_nothing(pair.a, at_a) or _says_nothing(pair.b, at_b) or not _of_one_thing(pair, at_a, at_b):
        return False
    if pair.a.low(at_a) in _RANKS or _goes_elsewhere(pair, at_a, at_b) or _other_parts_of_speech(pair, at_a, at_b):
        return False
    with_a, with_b = _told_with(pair.a, negator_a, pair.b, at_b), _told_with(pair.b, negator_b, pair.a, at_a)
    return with_a and with_b and not (_denied(pair.a, at_a) or _denied(pair.b, at_b))


def _goes_elsewhere(pair: Aligned, at_a: int, at_b: int) -> bool:
    """ "Go down" against "go before": small words that make other verbs of one stand right after it."""
    after = {pair.a.low(at_a + 1), pair.b.low(at_b + 1)}
    return len(after) == 2 and after <= _PARTICLES


def is_supposed(sentence: Sentence, index: int) -> bool:
    """Whether the clause of token `index` only supposes: "if no file is given", "and when it closes"."""
    start = clause(sentence, index).start
    return sentence.low(start) in _SUPPOSING or (start < index and sentence.low(start + 1) in _SUPPOSING)


def _says_nothing(sentence: Sentence, index: int) -> bool:
    """Whether a word is only supposed ("if no file is given"), told to do ("do not prompt"), or a heading's."""
    start = clause(sentence, index).start
    if is_supposed(sentence, index) or sentence.low(start) == "do":
        return True
    return index == start and not sentence.low(index).endswith("ed") and sentence.gap(index).strip(' "“') == ""


def _of_one_thing(pair: Aligned, at_a: int, at_b: int) -> bool:
    """Whether the clauses of the two have a thing in common beside the word itself."""
    told = stated(pair.a, at_a, at_a, None), stated(pair.b, at_b, at_b, None)
    own = frozenset((pair.a.tokens[at_a].form, pair.b.tokens[at_b].form))
    if max(len(pair.a.content), len(pair.b.content)) <= _SHORT:
        return len(pair.matches) > 1  # a short passage tells of one thing
    return in_common_within(*told, pair.scale, but=own) >= _LEAST_WITHIN


def _other_parts_of_speech(pair: Aligned, at_a: int, at_b: int) -> bool:
    """ "Free of charge" against "should not charge": a noun is not denied by a verb."""
    before = {pair.a.low(at_a - 1), pair.b.low(at_b - 1)}
    named = "no" in before and any(where.low(at).endswith("ed") for where, at in ((pair.a, at_a), (pair.b, at_b)))
    return named or bool(before & _BEFORE_NOUNS and before & _BEFORE_VERBS)


def _told_with(one: Sentence, negator: int | None, other: Sentence, index: int) -> bool:
    """ "Without an agreement" is answered by "with an agreement" alone, not by every other agreement."""
    if negator is None or one.low(negator) != "without":
        return True
    return any(other.low(at) == "with" for at in range(index - _REACH, index))


def _negated_anywhere(sentence: Sentence, index: int) -> bool:
    """Whether the clause of a word has any negation: "no closures are planned" denies the planning as well."""
    return any(negates(sentence.low(at)) for at in clause(sentence, index))


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether a verb of denying stands earlier in the passage: its scope is left to focus.py."""
    return any(token.low in _class("deny") for token in sentence.tokens[:index])


def differing_amounts(pair: Aligned) -> Iterator[Found]:
    """All, most, half, some or none of what both passages name."""
    for match in pair.matches:
        if match.likeness < _EQUAL:
            continue
        at_a, at_b = pair.a.content[match.a], pair.b.content[match.b]
        one, other = _amount(pair.a, at_a), _amount(pair.b, at_b)
        if one is None or other is None or _may_agree(one[1], other[1]):
            continue
        around = pair.slot((at_a, at_a), (at_b, at_b))
        if around >= pair.least(_AMOUNT_LEAST):
            sides = side(pair.a, one[0], at_a), side(pair.b, other[0], at_b)
            yield Found(
                "conflict",
                f"how many: {sides[0].value} / {sides[1].value}",
                "opposite",
                sides,
                around - _AMOUNT_LEAST + pair.score,
            )


def _is_counted_of(sentence: Sentence, at: int, index: int) -> bool:
    """ "Seven of the nine hospitals": the part and the whole are told as numbers."""
    part = sentence.tokens[at].kind == "number" and sentence.low(at + 1) == "of"
    whole = any(sentence.tokens[step].kind == "number" for step in range(at + 2, index))
    return part and whole and sentence.low(at - 1) not in _class("total")


def _may_agree(one: str, other: str) -> bool:
    """ "Seven of the nine" may be most of them or half, but not all and not none."""
    return one == other or (_COUNTED in (one, other) and not {one, other} & {"total", "none"})


@lru_cache(maxsize=1 << 15)
def _amount(sentence: Sentence, index: int) -> tuple[int, str] | None:
    """The word of amount before a noun: "all of the passengers", "no other passengers"."""
    for at in range(index - 1, max(clause(sentence, index).start, index - 4) - 1, -1):
        token = sentence.tokens[at]
        if _is_counted_of(sentence, at, index):
            return at, _COUNTED
        for name in _AMOUNTS:
            if token.low in _class(name):
                return (at, name) if name != "half" or sentence.low(at + 1) in ("of", "the") else None
        if token.kind == "word" and at != index - 1:
            return None
    return None
