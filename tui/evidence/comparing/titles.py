"""What a difference is called: one line made of the articles' own words."""

from __future__ import annotations

from tui.evidence.comparing.aligned import Aligned
from tui.evidence.comparing.attributes import attribute
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.roles import counts_people
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.units import unit
from tui.evidence.comparing.weights import rarity

_LABELS = {
    "score": "result",
    "ordinal": "order",
    "rank": "place in the row",
    "place": "place taken",
    "numbered": "number",
    "points": "percentage points",
    "percent": "share",
    "mass": "weight",
    "duration": "how long",
}
_NEAR = 5  # shared words nearest the figure, of which the most telling names the difference
_FALL = 0.12  # what a word tells less for each content word between it and the figure
_LONGEST = 5  # tokens of a run of words
_UNLISTED, _NAMED, _NATION = 7.5, 3.0, 2.0
_SUMS = frozenset(("hundred", "thousand", "million", "billion", "trillion", "old"))
_WITHIN = frozenset(("of", "the", "a", "an", "for", "in"))


def title(pair: Aligned, one: Quantity) -> str:
    """ "Number of paintings", "age of Otto Reiss", "cost of the dyke", "speed: sustained winds"."""
    if one.kind == "age":
        whose = _whose(pair, one)
        return f"age of {whose}" if whose else "age"
    words = about(pair, one.first, one.last)
    if one.kind == "count" and one.nouns and (counted := _counted(pair.a, one)):
        people = counts_people(one.nouns) and words and words.casefold() != counted.casefold()
        return f"number of {counted}: {words}" if people else f"number of {counted}"
    named = attribute(pair.a, one)
    label = "money" if one.kind.startswith("money") else _LABELS.get(one.kind, one.kind)
    if one.kind == "count":
        label = "number"
    if named and named in words.casefold().split():
        return words
    return f"{named or label}: {words}" if words else named or label


def about(pair: Aligned, first: int, last: int) -> str:
    """The run of words that both passages have and that tells most, near tokens `first` to `last` of the first one."""
    sentence = pair.a
    places = [sentence.content[match.a] for match in pair.matches]
    near = sorted((_away(sentence, at, first, last), at) for at in places if not first <= at <= last)
    telling = [(away, at) for away, at in near if _names_something(sentence, at)][:_NEAR]
    if not telling:
        return ""
    _, at = max(telling, key=lambda entry: (_tells(sentence, entry[1]) * (1 - _FALL * entry[0]), -entry[0], -entry[1]))
    return _run(sentence, at, frozenset(places), first, last)


def _away(sentence: Sentence, at: int, first: int, last: int) -> int:
    return abs(sentence.rank[at] - sentence.rank[first if at < first else last])


def _names_something(sentence: Sentence, at: int) -> bool:
    """Whether a word is more than a number or the unit of one."""
    token = sentence.tokens[at]
    return token.kind in ("word", "name") and token.low not in _SUMS and unit(sentence, at) is None


def _tells(sentence: Sentence, at: int) -> float:
    token = sentence.tokens[at]
    if token.form.startswith("@"):
        return _NATION
    return _NAMED if token.kind == "name" else rarity().get(token.form, _UNLISTED)


def _run(sentence: Sentence, at: int, shared: frozenset[int], first: int, last: int) -> str:
    """The word at token `at` with the shared words right beside it, "of the" between them kept."""
    start = stop = at
    while start > 0 and stop - start < _LONGEST and _joins(sentence, start - 1, start, shared, first, last):
        start -= 1
    reach = stop
    while reach + 1 < len(sentence.tokens) and reach - start < _LONGEST:
        reach += 1
        beside = not sentence.gap(reach).strip(" -") and not first <= reach <= last
        more = reach in shared and _names_something(sentence, reach)
        if not beside or not (more or sentence.low(reach) in _WITHIN):
            break
        stop = reach if more else stop
    return " ".join(sentence.written(start, stop).split())


def _joins(sentence: Sentence, at: int, before: int, shared: frozenset[int], first: int, last: int) -> bool:
    """Whether the token at `at`, right before token `before`, belongs to the run as well."""
    word = at in shared and _names_something(sentence, at)
    return word and not sentence.gap(before).strip(" -") and not first <= at <= last


def _whose(pair: Aligned, one: Quantity) -> str:
    """Whose age it is, where both passages name them: a person's name, or else the nearest word."""
    sentence = pair.a
    shared = (sentence.content[match.a] for match in pair.matches)
    known = [at for at in shared if sentence.tokens[at].form in one.nouns]
    names = [at for at in known if sentence.tokens[at].kind == "name"]
    if names:
        return " ".join(sentence.written(names[0], names[-1]).split()) if names[-1] - names[0] < _LONGEST else ""
    return min((_away(sentence, at, one.first, one.last), sentence.written(at, at)) for at in known)[1] if known else ""


def _counted(sentence: Sentence, one: Quantity) -> str:
    """The words counted, as they stand right after the number; "" where they do not."""
    start = one.last + 1
    stop = start
    while stop < len(sentence.tokens) and sentence.tokens[stop].form in one.nouns and stop - start < 2:
        stop += 1
        if sentence.low(stop - 1).endswith("s"):
            break
    return " ".join(sentence.written(start, stop - 1).split()) if stop > start else ""
