"""Sentences told again by rule: other words, another order, figures in another style; and one figure changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import NamedTuple

_WORDS = {
    "said": ["stated", "declared", "said"],
    "people": ["persons", "people"],
    "homes": ["houses", "dwellings"],
    "about": ["around", "roughly", "some"],
    "at least": ["no fewer than", "a minimum of"],
    "more than": ["over", "upwards of"],
    "officials": ["authorities"],
    "began": ["started", "got under way"],
    "started": ["began"],
    "ended": ["finished"],
    "killed": ["left dead"],
    "bought": ["purchased"],
    "company": ["firm"],
    "government": ["administration"],
    "will": ["is going to", "will"],
    "near": ["close to"],
    "after": ["following", "after"],
    "because of": ["owing to"],
    "also": ["too", ""],
    "injured": ["hurt"],
    "destroyed": ["wrecked"],
    "workers": ["employees"],
    "employees": ["staff"],
    "large": ["big"],
    "help": ["assist"],
    "plans to": ["intends to"],
    "expects": ["anticipates"],
    "the country": ["the nation"],
    "last year": ["the year before"],
    "however": ["though"],
}
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ATTRIBUTED = re.compile(r"^([^\"“”]{20,}), ((?:[A-Z]|the )[^,\"“”]{2,60}) (said|stated|declared)\.$")
_DAY = re.compile(r"^([A-Z][^\"“”]{20,}) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.$")
_FIGURE = re.compile(
    rf"(?<![\w.,:/-])(?P<sign>[$€£]?)(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_SMALL[2:])})"
    r"(?P<after>[- ]?%|[- ](?:million|billion|[a-z]{2,}|°C))(?![.:]\d)",
    re.IGNORECASE,
)
_NO_MEASURE = re.compile(r"[- ](?:on|and|of|in|to|from|at|by|or|am|pm|a|p|for|when|at|that|was|were|is)$")
_FACTORS = (0.5, 0.6, 0.75, 1.4, 1.5, 2.0)


class Changed(NamedTuple):
    """A sentence with one figure changed: the new sentence, and where the old and the new figure stand."""

    text: str
    old: tuple[int, int]
    new: tuple[int, int]


def retold(sentence: str, rng: Random) -> str:
    """The sentence in other words that say the same; every rule that fits is applied with even odds."""
    for word, others in _WORDS.items():
        if rng.random() < 0.5:
            sentence = re.sub(rf"\b{word}\b", rng.choice(others), sentence)
    for rule in _STYLES:
        if rng.random() < 0.5:
            sentence = rule(sentence)
    if rng.random() < 0.5:
        sentence = _ATTRIBUTED.sub(lambda m: f"{_capital(m[2])} {m[3]} that {_small(m[1])}.", sentence)
    if rng.random() < 0.5:
        sentence = _DAY.sub(lambda m: f"{_capital(m[2])}, {_small(m[1])}.", sentence)
    return re.sub(r"  +", " ", sentence).replace(" .", ".").replace(" ,", ",")


def _percent(sentence: str) -> str:
    return re.sub(r"(?<=\d) per ?cent\b|%", lambda m: " per cent" if m[0] == "%" else "%", sentence)


def _units(sentence: str) -> str:
    for long, short in (("kilomet(?:er|re)s", "km"), ("hectares", "ha"), ("kilograms", "kg")):
        sentence = re.sub(rf"(?<=\d )(?:{long})\b(?! per)", short, sentence)
    return sentence


def _money(sentence: str) -> str:
    names = {"$": "dollars", "€": "euros", "£": "pounds"}
    return re.sub(r"([$€£])(\d[\d.,]*\d|\d) (million|billion)", lambda m: f"{m[2]} {m[3]} {names[m[1]]}", sentence)


def _spelling(sentence: str) -> str:
    """Small numbers as digits."""
    return re.sub(rf"\b({'|'.join(_SMALL[2:])})(?= [a-z]{{3,}})", lambda m: str(_SMALL.index(m[0].lower())), sentence)


_STYLES: tuple[Callable[[str], str], ...] = (_percent, _units, _money, _spelling)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _small(words: str) -> str:
    return words[:1].lower() + words[1:] if words.split()[0] in ("The", "A", "An", "It", "About", "At") else words


def changes(sentence: str, rng: Random) -> Iterator[Changed]:
    """The sentence once for every figure it has, that figure changed by a quarter or more."""
    for match in _FIGURE.finditer(sentence):
        number, year = match["number"], match["number"].isdigit() and 1900 <= int(match["number"]) <= 2100
        if year or _NO_MEASURE.match(match["after"]):
            continue
        other = _other(number, rng)
        start, stop = match.span("number")
        yield Changed(sentence[:start] + other + sentence[stop:], (start, stop), (start, start + len(other)))


def _other(number: str, rng: Random) -> str:
    """Another figure of the same kind and precision, at least a quarter away and never equal."""
    if number.lower() in _SMALL:
        old = _SMALL.index(number.lower())
        other = _SMALL[rng.choice([n for n in range(2, 13) if abs(n - old) >= max(1, old / 4)])]
        return other.capitalize() if number[0].isupper() else other
    plain = float(number.replace(",", ""))
    new = plain * rng.choice(_FACTORS)
    if "." in number:
        return f"{new:.{len(number.partition('.')[2])}f}"
    zeros = len(number) - len(number.replace(",", "").rstrip("0")) if plain >= 100 else 0
    grain = 10 ** max(0, min(zeros, len(str(int(plain))) - 2))
    whole = max(2, round(new / grain) * grain)
    whole += grain if whole == plain else 0
    return f"{whole:,}" if "," in number else str(whole)
