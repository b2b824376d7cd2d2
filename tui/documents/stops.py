"""Whether a stop ends its sentence: the rules, from the alphabet down to the abbreviation."""

from __future__ import annotations

import re
from typing import Final

from tui.documents import abbreviations as words

# These need no space after them: CJK, Devanagari and kin, Khmer, Myanmar, Ethiopic, Armenian, Arabic, Urdu,
# Syriac, Mongolian, and the Greek question mark.
_ABSOLUTE: Final = "。！？｡．।॥។៕။።፧։؟۔܀܁܂᠃᠉\u037e"
_STOPS: Final = ".!?…‽‼⁇⁈⁉" + _ABSOLUTE
_CLOSERS: Final = "\"'”’»›)]}」』】）》〉］｝＂＇"
_QUOTES: Final = '"“‘„«»「『'
_OPENERS: Final = "\"'“‘„‚«‹»›”([{「『【（《〈¿¡—–―•*…·-"

# “ ‘ « close only before something that is no word (German „…“, »…«); French sets its » apart. The semicolon
# is Greek's question mark.
STOP: Final = re.compile(
    rf"([{_STOPS};][{_STOPS}]*)"
    rf"((?:[{re.escape(_CLOSERS)}]|[“‘«](?!\w)|[ \u00a0\u202f]»(?!\w)|\[\d{{1,3}}\])*)"
    r"(\s*)"
)
_NEXT: Final = re.compile(rf"[{re.escape(_OPENERS)}\s]{{0,40}}(\w[\w'’]*)(\.?)")
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_NUMBERING: Final = re.compile(r"\d{1,3}(?:\.\d{1,3})*")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_REPORT: Final = re.compile(rf"(?:[\w’'.-]+\s+){{1,5}}(?:{words.REPORTING})\b")
_GOES_ON_AFTER_QUOTE: Final = ("と", "って", "、", "，", ",")
_LONGEST_TOKEN: Final = 32


def ends_sentence(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether the sentence begun at `begin` ends with this match of `STOP`; something follows it before `end`."""
    stop, closers, gap = match.groups()
    start, following = match.start(), text[match.end()]
    if following in _STOPS:
        return False
    if stop[-1] in _ABSOLUTE:
        return _absolute(text, match)
    if not gap:
        return _run_on(text, match, begin, end)
    follower = _NEXT.match(text, match.end(), end)
    if follower is None:
        return stop != ";"
    word = follower[1]
    if word[0].islower() or (closers and text[start - 1 : start] in ("[", "(")):
        return False
    if stop == ".":
        return _full_stop(text, start, begin, follower)
    if stop == ";":
        return "\u0370" <= text[start - 1 : start] <= "\u1fff"
    if "…" in stop or ".." in stop:
        return not word[0].isdigit()
    if closers and not _starts(word):
        return _REPORT.match(text, follower.start(1), end) is None
    return _token_before(text, start, begin).lower() not in words.NAMES_WITH_MARK


def _absolute(text: str, match: re.Match[str]) -> bool:
    """CJK and other stops end a sentence, but a quotation goes on with its particle and `３．５` is a number."""
    if match[1] == "．":
        return not (text[match.start() - 1 : match.start()].isalnum() and text[match.end()].isdigit())
    return not (match[2] and text.startswith(_GOES_ON_AFTER_QUOTE, match.end()))


def _token_before(text: str, stop: int, begin: int) -> str:
    """The word the stop is written to, without quotation marks; "" when a space precedes the stop."""
    piece = text[max(begin, stop - _LONGEST_TOKEN) : stop]
    if not piece or piece[-1].isspace():
        return ""
    return piece.split()[-1].lstrip(_OPENERS).rstrip(_CLOSERS)


def _starts(word: str) -> bool:
    """Whether the word mostly begins sentences; capitals throughout ("IT", "US") are names."""
    if not word.istitle() and "’" not in word and "'" not in word:
        return False
    stem, apostrophe, _ = word.replace("'", "’").partition("’")
    return stem.lower() in words.STARTERS or (apostrophe == "’" and stem.lower() in words.ELIDED)


def _full_stop(text: str, stop: int, begin: int, follower: re.Match[str]) -> bool:
    """Whether a full stop before a space and a capital, digit or uncased letter ends the sentence."""
    token, word = _token_before(text, stop, begin), follower[1]
    low = token.lower()
    if not token or low in words.NEVER_LAST:
        return not token
    if token[0].isdigit() and _NUMBERING.fullmatch(token):
        return _number(text, stop - len(token), token, begin, word)
    starts = _starts(word) and not (follower[2] and len(word) == 1)
    if len(token) == 1 and token.isalpha():
        return _letter(text, stop - 1, token, begin, starts or word[0].isdigit())
    if low in words.CLOCK:
        return word.lower() not in words.AFTER_CLOCK and not word[0].isdigit()
    if low in words.BEFORE_NUMBER:
        return not (word[0].isdigit() or _ROMAN.fullmatch(word))
    if low in words.OFTEN_INSIDE or (low in words.OFTEN_INSIDE_CAPITALISED and token[0].isupper()):
        return starts
    if _ACRONYM.fullmatch(token):
        return starts
    return not _dots_abbreviate(token)


def _dots_abbreviate(token: str) -> bool:
    """Thai and its neighbours end no sentence with a full stop; Indic scripts only shorten words of a syllable."""
    return "\u0e00" <= token[0] <= "\u0eff" or (len(token) <= 2 and "\u0900" <= token[0] <= "\u0dff")


def _number(text: str, start: int, token: str, begin: int, word: str) -> bool:
    """`1. Introduction` and German `am 28. Juli` go on; `in 2027. The plan` ends."""
    if start <= begin:
        return False
    if len(token) > 2:
        return True
    lead = text[max(begin, start - _LONGEST_TOKEN) : start].split()
    return not (word.lower() in words.AFTER_ORDINAL or (lead and lead[-1].lower() in words.BEFORE_ORDINAL))


def _letter(text: str, start: int, letter: str, begin: int, starts: bool) -> bool:
    """A single letter is a list mark, an initial, or the unit of a number: Russian `2024 г.`, French `18 h.`"""
    if start <= begin:
        return False
    if letter.islower() and text[max(begin, start - 2) : start].strip().isdigit():
        return True
    return starts and letter.lower() not in words.BEFORE_NUMBER


def _run_on(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether sentences were run together as in `alliance.The US`; names of hosts and files are left whole."""
    start = match.start()
    if match[1] == ";" or not text[start - 2 : start - 1].isalnum():  # `U.S.F` and the like, quickly
        return False
    follower = _NEXT.match(text, match.end(), end)
    if follower is None or follower[1][0].islower():
        return False
    token, word = _token_before(text, start, begin), follower[1]
    if not token.isalnum():
        return False
    if not word[0].isupper():
        return _run_on_uncased(match[1], token, word)
    if text[match.end()] in _QUOTES:  # no name is written so
        return token.isalpha()
    if match[1] == "." and follower[2] and text[follower.end() : follower.end() + 1].isalnum():
        return False
    if len(token) < 3 or _starts(word):
        return len(token) >= 3
    plain = token.isalpha() and token[1:].islower() and word[1:].islower() and len(word) >= 3
    return plain and word.lower() not in words.FILE_ENDINGS


def _run_on_uncased(stop: str, token: str, word: str) -> bool:
    """Between letters without case, as in Arabic, Hebrew, Hindi, Korean or Chinese."""
    if not (word[0].isalpha() and token[-1].isalpha() and not token[-1].islower() and not token[-1].isupper()):
        return False
    return set(stop) <= {"!", "?"} or (stop == "." and len(token) >= 3 and not _dots_abbreviate(token))
