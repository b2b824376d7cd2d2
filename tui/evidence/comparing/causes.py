"""What it came from: one document says a spark, another a lightning strike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.effects import BEING, Cause, at_odds, caused, named_from, named_to
from tui.evidence.comparing.found import Found, side
from tui.evidence.comparing.polarity import negates
from tui.evidence.comparing.related import Related
from tui.evidence.comparing.scoring import Scale
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members

_OPEN = frozenset(("unknown", "unclear", "undetermined", "investigated"))
_SCORE = 1.2


def differing_causes(pool: Sequence[Sequence[Sentence]], told: Related, scale: Scale) -> Iterator[Found]:
    """The only causes two related documents name, of all or of one effect, without a word in common or alike."""
    tables = [[cause for sentence in here for cause in _causes(sentence)] for here in pool]
    for (i, one), (j, other) in combinations(enumerate(tables), 2):
        if (i, j) not in told or not len(one) == len(other) == 1:
            continue
        if not _alike(one[0], other[0], scale) and not _of_two(one[0], other[0]):
            yield _found(one[0], other[0])
    effects = [[one for sentence in here for one in caused(sentence)] for here in pool]
    for (i, here), (j, there) in combinations(enumerate(effects), 2):
        for a, b in product(here, there) if (i, j) in told else ():
            alone = all(_alike(a.cause, one.cause, scale) for one in here if one.same(a))
            alone = alone and all(_alike(b.cause, one.cause, scale) for one in there if one.same(b))
            if alone and at_odds(a, b) and not _alike(a.cause, b.cause, scale):
                yield _found(a.cause, b.cause)


def _found(a: Cause, b: Cause) -> Found:
    sides = side(a.sentence, a.first, a.last), side(b.sentence, b.first, b.last)
    return Found("conflict", f"cause: {sides[0].value} / {sides[1].value}", "cause", sides, _SCORE)


def _of_two(a: Cause, b: Cause) -> bool:
    """Whether both passages say what the cause is one of, and it is not the same noun."""
    here, there = ([one for one in caused(cause.sentence) if one.cause.last == cause.last] for cause in (a, b))
    return bool(here and there) and not any(one.same(other) for one in here for other in there)


def _alike(one: Cause, other: Cause, scale: Scale) -> bool:
    return any(a == b or b in scale.likeness.get(a, {}) for a in one.forms for b in other.forms)


def _causes(sentence: Sentence) -> Iterator[Cause]:
    """ "It was sparked by a fallen line", "a campfire was the cause", "the cause was a campfire"; nothing denied."""
    verbs = members("classes.txt", "caused")
    for index, token in enumerate(sentence.tokens):
        before, after = sentence.low(index - 1), sentence.low(index + 1)
        by = token.low in verbs and after == "by" and before in BEING
        if by or (token.low == "cause" and after in BEING):
            found = named_from(sentence, index + 2)
        elif token.low == "cause" and before == "the" and sentence.low(index - 2) in BEING:
            found = named_to(sentence, index - 3)
        else:
            continue
        if found is None or sentence.tokens[found.first].low in _OPEN:
            continue
        if not any(negates(sentence.low(at)) for at in clause(sentence, index)):
            yield found
