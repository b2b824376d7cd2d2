"""From a word as written to the form it is compared by.

Irregular forms, then American spelling, then endings taken off in the manner of Porter (1980), more lightly: what two
related words still differ in is left to the likeness of their beginnings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tui.evidence.comparing.tables import mapping

_VOWEL = re.compile(r"[aeiouy]")
_ATE = re.compile(r"[a-z]{3}[^aeou]at$")  # "investigating" goes with "investigation", "repeating" with "repeat"
_DOUBLED = re.compile(r"([bdfgklmnprtvz])\1$")
# British to American by rule; what no rule reaches stands in data/forms.txt.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|able|ite|ful|hood)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e|es|ed|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[aeiou]l)l(ed|ing|er|ers|or|ors)$"), r"\1"),
    (re.compile(r"(?<=[a-z]{3})tre(s|d)?$"), r"ter\1"),
    (re.compile(r"(?<=[a-z]{3})ogue(s|d)?$"), r"og\1"),
)
_MAY_BE_BRITISH = re.compile(r"our|is|ys|ll|tre|ogue")  # none of the rules reaches a word without one of these
_KEPT = re.compile(
    r"(?:[^aeiou]our|four|hour|your|pour|tour|sour|flour|detour|contour|armour)s?$|(?:wise|rise|arise|raise|praise|promise|exercise|surprise|advise|revise|supervise|enterprise|premise|otherwise|expertise|franchise|noise|poise|cruise|bruise|disguise|precise|concise|merchandise|devise|televise|compromise|comprise|excise|likewise)[ds]?$"
)
# In the order they are taken off, one after the other.
_ENDINGS = (
    *(("li", ""), ("ness", ""), ("ment", ""), ("ization", "iz"), ("ation", ""), ("ition", ""), ("ion", "")),
    ("ate", ""),
)


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """The compared form of a word already casefolded, its possessive taken off."""
    regular = _irregular().get(word)
    if regular is None:
        american = _american(word)
        regular = _irregular().get(american, american)
    return _stem(regular) if regular.isascii() else regular


@cache
def _irregular() -> dict[str, str]:
    return mapping("forms.txt")


def _american(word: str) -> str:
    if len(word) < 5 or not _MAY_BE_BRITISH.search(word) or _KEPT.search(word):
        return word
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    return word


def _stem(word: str) -> str:
    if len(word) < 4:
        return word
    word = _inflection(_plural(word))
    if word.endswith("y") and len(word) > 3 and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)] + instead
    return word[:-1] if word.endswith(("e", "ll")) and len(word) > 3 else word


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _inflection(word: str) -> str:
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 3 and _VOWEL.search(stem):
            if _DOUBLED.search(stem) and len(stem) > 3:
                return stem[:-1]
            return stem[:-2] if _ATE.search(stem) else stem
    return word
