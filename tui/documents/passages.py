"""Paragraph → passages: own rules for where a sentence ends, in any alphabet.

Published splitters were weighed and left aside: slower by a factor of twenty or unmaintained, and none parts
the run-on "alliance.The US" of machine-rewritten news.
"""

from __future__ import annotations

import re
from typing import Final

from tui.documents import abbreviations as words
from tui.documents.model import Span

# Stops that need no space after them: CJK, Devanagari and kin, Khmer, Myanmar, Ethiopic, Armenian, Arabic,
# Urdu, Syriac, Mongolian, and the Greek question mark.
_ABSOLUTE: Final = "。！？｡．।॥។៕။።፧։؟۔܀܁܂᠃᠉\u037e"
_STOPS: Final = ".!?…‽‼⁇⁈⁉" + _ABSOLUTE
_CLOSERS: Final = "\"'”’»›)\\]}」』】）》〉］｝＂＇"
_OPENERS: Final = "\"'“‘„‚«‹»›”(\\[{「『【（《〈¿¡—–―•*…·\\-"

_STOP: Final = re.compile(rf"([{_STOPS}]+)((?:[{_CLOSERS}]|\[\d{{1,3}}\])*)(\s*)")
_NEXT: Final = re.compile(rf"[{_OPENERS}\s]*(\w[\w'’]*)(\.?)")
_WORD: Final = re.compile(r"\w")
_SPACE: Final = re.compile(r"\s*")
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_REPORT: Final = re.compile(rf"(?:[\w’'.-]+\s+){{1,5}}(?:{words.REPORTING})\b")
_LONGEST_TOKEN: Final = 32


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences of `text[start:end)`, in order, each without white space at its ends.

    Together they hold every character that is not white space; a piece without letters or digits stays with the
    sentence before it.
    """
    found: list[Span] = []
    begin = _skip_space(text, start, end)
    for match in _STOP.finditer(text, begin, end):
        after = match.end()
        if after < end and match.start() >= begin and _ends(text, match, begin, end):
            _add(found, text, begin, match.end(2))
            begin = after
    last = begin + len(text[begin:end].rstrip())
    if begin < last:
        _add(found, text, begin, last)
    return found


def _skip_space(text: str, start: int, end: int) -> int:
    match = _SPACE.match(text, start, end)
    return match.end() if match else start


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Append a sentence, or join it to its neighbour when either has no word."""
    if found and not (_WORD.search(text, start, end) and _WORD.search(text, *found[-1])):
        start = found.pop().start
    found.append(Span(start, end))


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether the sentence begun at `begin` ends with this stop; something follows it before `end`."""
    stop, closers, gap = match.groups()
    following = text[match.end()]
    if following in _STOPS or (gap and text[match.start() - 1 : match.start()] in ("[", "(") and closers):
        return False
    if stop[-1] in _ABSOLUTE:
        return _absolute_ends(text, match)
    token = _token_before(text, match.start(), begin)
    if not gap:
        return _run_on(text, match, token, end)
    follower = _NEXT.match(text, match.end(), end)
    if follower is None:
        return True
    word = follower[1]
    if word[0].islower():
        return False
    if stop == ".":
        return _full_stop_ends(text, match, token, begin, follower)
    if "…" in stop or ".." in stop:
        return not word[0].isdigit()
    if closers and word.lower() not in words.STARTERS:
        return _REPORT.match(text, follower.start(1), end) is None
    return token.lower() not in words.NAMES_WITH_MARK


def _absolute_ends(text: str, match: re.Match[str]) -> bool:
    """CJK and other stops end a sentence, but a quotation goes on with its particle and `３．５` is a number."""
    before, after = text[match.start() - 1 : match.start()], text[match.end()]
    if match[1] == "．":
        return not (before.isalnum() and after.isdigit())
    return not (match[2] and text.startswith(("と", "って", "、", "，", ","), match.end()))


def _token_before(text: str, stop: int, begin: int) -> str:
    """The word the stop is written to, without opening marks; "" when a space precedes the stop."""
    piece = text[max(begin, stop - _LONGEST_TOKEN) : stop]
    if not piece or piece[-1].isspace():
        return ""
    return piece.split()[-1].lstrip("\"'“‘„«‹¿¡([{—–-…*")


def _full_stop_ends(text: str, match: re.Match[str], token: str, begin: int, follower: re.Match[str]) -> bool:
    """Whether a single full stop before a space and a capital, digit or uncased letter ends the sentence."""
    word, abbreviated = follower[1], bool(follower[2])
    low, next_low = token.lower(), word.lower()
    starts = next_low in words.STARTERS and not (abbreviated and len(word) == 1)
    if not token:
        return True
    if token.isdigit():
        return _number_ends(text, match.start() - len(token), token, begin, next_low)
    if low in words.NEVER_LAST:
        return False
    if low in words.CLOCK:
        return next_low not in words.AFTER_CLOCK and not word[0].isdigit()
    if len(token) == 1 and token.isalpha():
        return _letter_ends(text, match.start() - 1, token, begin, starts)
    if low in words.BEFORE_NUMBER:
        return not (word[0].isdigit() or _ROMAN.fullmatch(word))
    if low in words.OFTEN_INSIDE or _ACRONYM.fullmatch(token):
        return starts
    return not (len(token) <= 2 and "\u0900" <= token[0] <= "\u0dff")


def _number_ends(text: str, start: int, token: str, begin: int, next_low: str) -> bool:
    """`1. Introduction` and German `am 28. Juli` go on; `in 2027. The plan` ends."""
    if start <= begin and len(token) <= 3:
        return False
    if len(token) > 2:
        return True
    lead = text[max(begin, start - _LONGEST_TOKEN) : start].split()
    return not (next_low in words.MONTHS or (lead and lead[-1].lower() in words.BEFORE_ORDINAL))


def _letter_ends(text: str, start: int, letter: str, begin: int, starts: bool) -> bool:
    """A single letter is an initial, a list mark or an abbreviation; after a year `г.` may end a Russian sentence."""
    if start <= begin:
        return False
    if letter.islower() and letter in "гr" and text[start - 2 : start - 1].isdigit():
        return True
    return starts and letter.lower() not in words.BEFORE_NUMBER


def _run_on(text: str, match: re.Match[str], token: str, end: int) -> bool:
    """Whether sentences were run together as in `alliance.The US`; names of hosts and files are left whole."""
    following = text[match.end()]
    if not following.isupper():
        return match[1] in "!?" and not token.isascii() and following.isalpha() and not following.islower()
    follower = _NEXT.match(text, match.end(), end)
    if follower is None or not token[-1:].isalnum() or not token.isalnum():
        return False
    word = follower[1]
    if match[1] == "." and (follower[2] and text[follower.end() : follower.end() + 1].isalnum()):
        return False
    if word.lower() in words.STARTERS:
        return len(token) >= 3
    plain = len(token) >= 3 and token.isalpha() and token[1:].islower()
    return plain and word[1:].islower() and len(word) >= 3 and word.lower() not in words.FILE_ENDINGS
