"""Text to words, folded so that spelling habits do not matter; every word keeps its exact place in the text.

Folding: compatibility decomposition and case folding (Unicode Standard Annexes 15 and 21), accents dropped, the
letters Unicode does not decompose (`ø`, `ł`, `æ`) spelt plainly, any script's digits as 0–9. A dotted abbreviation
(`U.S.`) is one word, thousands lose their separators (`54,000` is `54000`), an English possessive loses its `'s`.
A figure is one word also where it hangs on the letters before it (`約54,000人`, `Rs54,000`); of ASCII letters, which
name things (`v1.234`), only one with thousands does. Scripts written without spaces become overlapping pairs of
characters, and the last character of a run alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

# Combining marks are not `\w` for `re`: the blocks of the scripts whose words would fall apart without them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0dff\u0e30-\u0e4e\u0eb0-\u0ecd"
    "\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2027\u20d0-\u20f0\u3099\u309a\ufe00-\ufe2f"
)
_RUN = re.compile(
    rf"(?<![\w.])[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)"
    rf"|\d+(?:[.,'’٫٬]\d+|[\u00a0\u2009\u202f]\d{{3}}(?!\d))*(?:[\w{_MARKS}]+|%)?"
    rf"|[\w{_MARKS}]+(?:['’ʼ][\w{_MARKS}]+|[.,٫٬](?<=\d.)\d+[\w{_MARKS}]*|%(?<=\d.))*"
    r"|%"
)
_LINE_END = "\n"
_FIGURE = re.compile(r"\d+(?:[.,٫٬]\d+)+|\d+%")  # that goes on where a word would end
_GROUPED = re.compile(r"\d{1,3}(?:([.,'’٬\u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?![\d])")
_SEPARATORS = re.compile(r"[,.'’٬\u00a0\u2009\u202f]")
_APOSTROPHE = re.compile("['’ʼ]")
_CONTRACTED = frozenset(("t", "re", "ve", "ll", "d", "m"))
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]+"
)
_PLAIN = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ʼ": "", "’": "", "'": "", "\u0640": "", "\u200c": "", "\u200d": "", "\u2027": "",
        "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
    }
)  # fmt: skip
# Kept when marks are dropped: voicing marks of kana (class 8) and the virama that joins Indic consonants (9).
_KEPT_CLASSES = frozenset((0, 8, 9))


class Word(NamedTuple):
    """A folded word and its place, `[start, end)` in code points of the text it was read from."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Letters and digits of `text` folded; one character may become none, one or several."""
    if text.isascii():
        return text.lower().replace("'", "")
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_FOLDED)


class _Folded(dict[int, str]):
    """What letters and digits become, told once of each; a mark becomes nothing."""

    def __missing__(self, number: int) -> str:
        letter = chr(number)
        kept = unicodedata.combining(letter) in _KEPT_CLASSES
        self[number] = folded = _digit(letter).translate(_PLAIN) if kept else ""
        return folded


_FOLDED = _Folded()


def keep_case(text: str) -> str:
    """The letters and digits of `text` without accents but with capitals, for who typed a capital on purpose."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())


def has_capital(text: str) -> bool:
    """Whether a capital is left of `text` without accents: of `ǅ` and `ᴬ` it is, though they are none themselves."""
    return text != text.lower() if text.isascii() else any(map(str.isupper, keep_case(text)))


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None) if not character.isascii() else None
    return character if value is None else str(value)


def begun(word: str) -> tuple[str, ...]:
    """What an unfinished word may be the beginning of: `54.0` (typed `54,0`) may become 54.05 or 54000."""
    whole, point, rest = word.partition(".")
    return (word, whole + rest) if point and whole.isdecimal() and len(rest) < 3 else (word,)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]` in order."""
    for run in runs(text, start, len(text) if end is None else end):
        offset = run.start()
        for piece in pieces(run.group()):
            yield Word(piece.text, offset + piece.start, offset + piece.end)


def runs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The unbroken runs of `text[start:end]`; `pieces` says which words each holds."""
    return _RUN.finditer(text, start, end)


def runs_of(lines: Sequence[str]) -> list[str]:
    """The unbroken runs of some texts without line ends in a row, a line end behind those of each text.

    Together they take a third of the time they take alone.
    """
    return _run_or_line_end().findall(_LINE_END.join([*lines, ""]))


@cache
def _run_or_line_end() -> re.Pattern[str]:
    return re.compile(f"{_RUN.pattern}|{_LINE_END}")


@lru_cache(maxsize=1 << 16)
def bounds(run: str) -> tuple[tuple[int, int], ...]:
    """Where the words of one unbroken run begin and end. Plain numbers are never gone through for garbage."""
    return tuple([(word.start, word.end) for word in pieces(run)])


@lru_cache(maxsize=1 << 11)
def pieces(run: str) -> tuple[Word, ...]:
    """The words one unbroken run of text holds; mostly one. Offsets count in the run."""
    if run.isascii() and run.isalpha():
        return (Word(run.lower(), 0, len(run)),)
    if "_" in run:
        return _parts(run, re.finditer("[^_]+", run))
    if _UNSPACED.search(run):
        return tuple(_mixed(run))
    if run[0].isdecimal():
        return _kept(Word(_number(run), 0, len(run)))
    if figure := _FIGURE.search(run):
        return tuple(_hanging(run, figure))
    if "." in run:
        return _kept(Word(fold(run.replace(".", "")), 0, len(run)))
    return _apostrophes(run)


def _kept(word: Word) -> tuple[Word, ...]:
    return (word,) if word.text else ()


def _parts(run: str, found: Iterator[re.Match[str]]) -> tuple[Word, ...]:
    return tuple(
        Word(piece.text, part.start() + piece.start, part.start() + piece.end)
        for part in found
        for piece in pieces(part.group())
    )


def _hanging(run: str, figure: re.Match[str]) -> Iterator[Word]:
    """The words of letters and the figure that hangs on them, else of what stands between its stops."""
    letters = run[: figure.start()]
    if not letters.isascii() or ("," in figure.group() and _GROUPED.fullmatch(figure.group())):
        yield from pieces(letters)
        yield from _shifted(run, figure.start(), len(run))
    else:
        yield from _parts(run, re.finditer("[^.,٫٬%]+|%", run))


def _number(run: str) -> str:
    grouped = _GROUPED.match(run)
    if grouped is None:
        return fold(run.replace(",", ".") if run.count(",") == 1 and "." not in run else run)
    whole = _SEPARATORS.sub("", grouped.group())
    return fold(whole + run[grouped.end() :].replace(",", "."))


def _apostrophes(run: str) -> tuple[Word, ...]:
    """`Japan’s` is `japan`, `don’t` is `dont`, `l’accord` is `l` and `accord`."""
    found: list[Word] = []
    at = 0
    for part in _APOSTROPHE.split(run):
        ending = part.casefold()
        if found and ending == "s":
            at += len(part) + 1
            continue
        if found and ending in _CONTRACTED:
            last = found[-1]
            found[-1] = Word(last.text + fold(part), last.start, at + len(part))
        elif folded := fold(part):
            found.append(Word(folded, at, at + len(part)))
        at += len(part) + 1
    return tuple(found)


def _mixed(run: str) -> Iterator[Word]:
    at = 0
    for unspaced in _UNSPACED.finditer(run):
        yield from _shifted(run, at, unspaced.start())
        yield from _pairs(run, unspaced.start(), unspaced.end())
        at = unspaced.end()
    yield from _shifted(run, at, len(run))


def _shifted(run: str, start: int, end: int) -> Iterator[Word]:
    for match in _RUN.finditer(run, start, end):
        for piece in pieces(match.group()):
            yield Word(piece.text, match.start() + piece.start, match.start() + piece.end)


def _pairs(run: str, start: int, end: int) -> Iterator[Word]:
    for i in range(start, end):
        stop = min(i + 2, end)
        if folded := fold(run[i:stop]):
            yield Word(folded, i, stop)
