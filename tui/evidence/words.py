"""What counts as one word of a levelled text, and where a quotation may begin and end."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# Scripts written without spaces: every character is a word of its own.
_ALONE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)

# Combining marks that Python's \w leaves out, above all the vowel signs of the Indic scripts.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963\u0971-\u0df3"
    "\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Each branch of the pattern begins with its first character: so one look tells which to try.
_DIGITS = r"\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th)\b)?"
_NUMBERS = _DIGITS, rf"-(?<![^\s(\['].)\.?{_DIGITS}", rf"\.(?<![^\s(\['].){_DIGITS}"
_POSSESSIVE = r"'(?<=\w.)s\b"
_SIGN = r"[%‰°±≤≥≠≈×÷§$¢£¤¥\u20a0-\u20cf]|[<>+~](?=\d)"
_PICTURE = r"[\u2190-\u21ff\u2200-\u22ff\u2600-\u27bf\U0001f000-\U0001faff]"


# Scripts that know no apostrophe: a mark between their letters ends what is quoted, as in “간다”라고.
_UNJOINED = "\u0600-\u06ff\u1100-\u11ff\uac00-\ud7a3"


def _compiled(letter: str, rest: str, *others: str, joint: str = "'") -> re.Pattern[str]:
    """The words made of these letters, numbers and signs; `others` are words of one character."""
    # A scanner's digit before letters ("5ecure") is a letter of the word; "5km" is a number and its unit.
    scanned = rf"[015](?<![\d.,].)(?=[^\W\d_]{{3}}){rest}*+"
    word = rf"{letter}{rest}*+(?:{joint}(?!s\b){letter}{rest}*+)*+"
    return re.compile("|".join((word, scanned, *_NUMBERS, _POSSESSIVE, *others)))


_EUROPEAN_END = "\u0300"  # below it no character stands alone, joins another or is a picture
_EUROPEAN = _compiled(r"[^\W\d_]", r"(?:[^\W_]++)", r"[%°±×÷§$¢£¤¥]|[<>+~](?=\d)")


@cache
def _any_script() -> re.Pattern[str]:
    """The words of every script; compiling it takes 8 ms, which European texts need not wait for."""
    letter, rest = rf"(?:[^\W\d_{_ALONE}]|[{_MARKS}])", rf"(?:[^\W_{_ALONE}]++|[{_MARKS}]++)"
    joint = f"(?<![{_UNJOINED}])'(?![{_UNJOINED}])"
    return _compiled(letter, rest, f"[{_ALONE}]", _SIGN, _PICTURE, joint=joint)


def _pattern(piece: str) -> re.Pattern[str]:
    return _EUROPEAN if piece.isascii() or max(piece) < _EUROPEAN_END else _any_script()


def forms(text: str) -> list[str]:
    """The words of the levelled text as they are written."""
    return _pattern(text).findall(text)


# Cutting "non-violent" or "don't" in two turns the meaning round; cutting "US-Japan" does not.
_REVERSING = re.compile(
    r"(?:anti|counter|de|dis|ex|half|ill|mid|mis|non|not|pre|pro|pseudo|quasi|semi|sub|un|under|vice)-$"
)
_HAN_NUMBERS = frozenset("〇零一二三四五六七八九十百千万萬億亿兆两兩廿卅壱弐参")
_NUMERIC = re.compile(r"[-\d.,:/]*\d$")
_EARLY = re.compile(r"0\d:\d\d")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$")


class Word(NamedTuple):
    """A word of a levelled text: `[start, end)` in it, and the form that is compared."""

    text: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of the levelled text in `[start, end)`.

    Thousands separators are left out of numbers, the first zero of a clock time is too, and "%" is "percent".
    """
    stop = len(text) if end is None else end
    found = _pattern(text[start:stop]).finditer(text, start, stop)
    return [Word(_form(m.group()), m.start(), m.end()) for m in found]


def first_word(text: str, start: int, end: int) -> Word | None:
    """The first of `words(text, start, end)`."""
    found = _pattern(text[start:end]).search(text, start, end)
    return Word(_form(found.group()), found.start(), found.end()) if found else None


def last_word(text: str, start: int, end: int) -> Word | None:
    """The last of `words(text, start, end)`, looked for from behind: no word goes on over a space."""
    while end > start:
        space = max(text.rfind(" ", start, end), start - 1)
        if found := words(text, space + 1, end):
            return found[-1]
        end = space
    return None


def _form(word: str) -> str:
    if word == "%" or word == "prozent":
        return "percent"
    if word[0] == "0" and _EARLY.match(word):
        return word[1:]
    return word.replace(",", "") if "," in word and _THOUSANDS.match(word) else word


def is_edge(text: str, offset: int) -> bool:
    """Whether a quotation may begin or end at `offset`: not inside a word, a number or a reversed compound."""
    if offset <= 0 or offset >= len(text):
        return True
    before, after = text[offset - 1], text[offset]
    if before == " " or after == " ":
        return True
    if before in _HAN_NUMBERS and after in _HAN_NUMBERS:
        return False
    low = max(0, text.rfind(" ", max(0, offset - 64), offset) + 1, offset - 64)
    high = text.find(" ", offset, offset + 64)
    high = min(len(text), offset + 64) if high < 0 else high
    for match in _pattern(text[low:high]).finditer(text, low, high):
        if match.start() < offset < match.end():
            return False
    if (before.isdigit() and after.isalpha()) or (before.isalpha() and after.isdigit()):
        return False
    if before == "-":
        return not (
            _REVERSING.search(text, low, offset) or (after.isdigit() and _NUMERIC.search(text[low : offset - 1]))
        )
    return not (after == "-" and before.isdigit() and text[offset + 1 : offset + 2].isdigit())
