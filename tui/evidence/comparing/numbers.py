"""Numbers as the news writes them: digits, words, multipliers, ranges, "about", "at least", "up to"."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.tokens import NUMBER_WORDS

Bound = Literal["", "lower", "upper"]

_TIMES = {
    "hundred": 100.0,
    "thousand": 1e3,
    "k": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "dozen": 12.0,
}
_ROUND = frozenset(("a", "half"))
_CODES = frozenset(("usd", "eur", "gbp", "jpy", "inr", "chf", "cad", "aud", "nok", "sek", "dkk", "rs", "us"))
_LARGEST = 1e24  # more is no figure of anything, and past 1e308 no number one can reckon with
_SHORT = frozenset(("k", "m", "mn", "b", "bn", "tn"))
_DASH = re.compile(r"\s*[-–—]\s*$")
_VOTES = frozenset(("votes", "seats", "goals", "points"))


class Number(NamedTuple):
    """A number or a range, tokens `first` to `last`. `grain` is how coarsely it is stated, in its own unit.

    `bound` is lower for "at least", "more than"; upper for "up to", "fewer than"; `rough` stands for "about"; `falling`
    is a pair joined by a dash whose second number is not the larger, as results are told ("6-3").
    """

    first: int
    last: int
    low: float
    high: float
    grain: float
    bound: Bound
    rough: bool
    falling: bool = False


def numbers(sentence: Sentence) -> list[Number]:
    """All numbers of a passage, from left to right."""
    found, at = [], 0
    while at < len(sentence.tokens):
        token = sentence.tokens[at]
        read = _range(sentence, at) if token.kind == "number" or token.low in _ROUND else None
        if read is None:
            at += 1
        else:
            found.append(_qualified(sentence, read))
            at = read.last + 1
    return found


def _is_of_a_name(sentence: Sentence, at: int) -> bool:
    """Whether digits belong to a name, as in "MD5" and "F-16"; not to a sum, as in "EUR5", nor to "top-10"."""
    if not at or not sentence.low(at)[0].isdigit() or sentence.gap(at) not in ("", "-"):
        return False
    before = sentence.written(at - 1, at - 1)
    return before.isalpha() and before != before.lower() and sentence.low(at - 1) not in _CODES


def _range(sentence: Sentence, at: int) -> Number | None:
    """One number, or two joined by "to", "and" after "between", or a dash."""
    first = _single(sentence, at)
    if first is None:
        return None
    after = first.last + 1
    words = sentence.tokens
    if after < len(words):
        joined = words[after].low == "to" or (words[after].low == "and" and at > 0 and words[at - 1].low == "between")
        second = _single(sentence, after + 1) if joined else None
        if joined and second and second.low > first.low:
            return _spread(first, second)
        if words[after].low in _VOTES and sentence.low(after + 1) in ("to", "against"):
            against = _single(sentence, after + 2)
            if against is not None:
                return Number(at, against.last, against.low, first.high, 0.0, "", False, True)
        dashed = _DASH.fullmatch(sentence.gap(after)) is not None
        second = _single(sentence, after) if dashed else None
        if second is not None:
            low, high = sorted((first.low, second.high))
            return Number(at, second.last, low, high, 0.0, "", False, first.low >= second.high)
    return first


def _spread(first: Number, second: Number) -> Number:
    """ "2 to 3 million": the multiplier of the second counts for both."""
    scale = second.high / second.low if second.low else 1.0
    low = first.low * scale
    if second.grain >= 1e3 and first.low < 1000 <= second.low:
        low = first.low * 10 ** (len(str(int(second.low))) - len(str(int(first.low))))
    return Number(first.first, second.last, min(low, second.high), second.high, second.grain, "", False)


def _single(sentence: Sentence, at: int) -> Number | None:
    if at >= len(sentence.tokens):
        return None
    token = sentence.tokens[at]
    if token.low in _ROUND and at + 1 < len(sentence.tokens):
        return _round_word(sentence, at)
    if token.kind != "number" or _is_of_a_name(sentence, at):
        return None
    if not token.low[0].isdigit():
        return _spelt(sentence, at)
    try:
        value = float(token.form)
    except ValueError:
        return None
    if value > _LARGEST:
        return None
    grain = 10.0 ** -len(token.form.partition(".")[2]) if "." in token.form else _grain(value)
    return _multiplied(sentence, at, at, value, grain)


def _round_word(sentence: Sentence, at: int) -> Number | None:
    """ "a dozen", "a hundred", "half a million", "a quarter of a million"."""
    words = [token.low for token in sentence.tokens[at : at + 5]]
    if words[:4] == ["a", "quarter", "of", "a"] and words[-1] in ("million", "billion"):
        value = _TIMES[words[-1]] / 4
        return Number(at, at + 4, value, value, value / 5, "", True)
    words = words[:3]
    if words[:2] == ["half", "a"] and words[-1] in ("dozen", "million", "billion"):
        value = _TIMES[words[-1]] / 2
        return Number(at, at + 2, value, value, value / 5, "", True)
    if words[0] == "a" and words[1] in ("dozen", "hundred", "thousand", "million", "billion"):
        value = _TIMES[words[1]]
        return Number(at, at + 1, value, value, value / 10, "", False)
    return None


def _spelt(sentence: Sentence, at: int) -> Number | None:
    """ "twenty-one", "three hundred and fifty"; "one" alone is left to its company."""
    total, current, last = 0.0, 0.0, at
    index = at
    while index < len(sentence.tokens):
        word = sentence.tokens[index].low
        if word in NUMBER_WORDS:
            if index > at and current % 10 and word in NUMBER_WORDS:
                break
            current += NUMBER_WORDS[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1) * _TIMES[word]
        elif word in ("thousand", "million", "billion", "trillion"):
            total, current = total + max(current, 1) * _TIMES[word], 0.0
        elif word == "and" and current >= 100 and _next_is_number(sentence, index):
            index += 1
            continue
        else:
            break
        last = index
        index += 1
    value = total + current
    if value > _LARGEST:
        return None
    if [sentence.low(last + step) for step in (1, 2, 3)] == ["and", "a", "half"]:
        return Number(at, last + 3, value + 0.5, value + 0.5, 0.5, "", False)
    return Number(at, last, value, value, _grain(value) if value >= 1000 else 0.0, "", False)


def _next_is_number(sentence: Sentence, index: int) -> bool:
    return index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].low in NUMBER_WORDS


def _multiplied(sentence: Sentence, first: int, last: int, value: float, grain: float) -> Number:
    """The number times a "million" or an "m" right after it."""
    if last + 1 < len(sentence.tokens):
        word = sentence.tokens[last + 1].low
        close = sentence.gap(last + 1) in ("", "-") or word not in _SHORT
        money = first > 0 and sentence.tokens[first - 1].kind == "sign" and sentence.tokens[first - 1].low != "%"
        if word in _TIMES and close and (word != "m" or money):
            times = _TIMES[word]
            return Number(first, last + 1, value * times, value * times, min(grain, 1.0) * times, "", False)
    return Number(first, last, value, value, grain, "", False)


def _grain(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 5,600; 1 below a hundred."""
    whole = str(int(value))
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(10**zeros) if zeros and value >= 100 else 1.0


def _qualified(sentence: Sentence, number: Number) -> Number:
    """With what the words just before say: about, at least, more than, up to."""
    before = [token.low for token in sentence.tokens[max(0, number.first - 4) : number.first]]
    before = [word for word in before if word not in ("a", "an", "the", "$", "€", "£", "¥")][-3:]
    pair, one = before[-2:], before[-1] if before else ""
    rough = one in members("classes.txt", "approx") or pair in (["close", "to"], ["as", "many"]) or number.rough
    bound: Bound = ""
    if before[-3:] in (["no", "more", "than"], ["not", "more", "than"]) or pair in (["many", "as"], ["much", "as"]):
        bound = "upper"
    elif (
        before[-3:] in (["no", "fewer", "than"], ["no", "less", "than"], ["not", "less", "than"])
        or pair in (["at", "least"], ["more", "than"])
        or one in ("over", "exceeding", "above")
    ):
        bound = "lower"
    elif pair in (["up", "to"], ["at", "most"], ["less", "than"], ["fewer", "than"]) or one in ("under", "below"):
        bound = "upper"
    return number._replace(bound=bound, rough=rough)
