"""Words that deny in many languages, those inside other words and of scripts without spaces among them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from tui.evidence import lexicon

# So far before and behind a place its negation is looked for, in characters: as long as the longest of them.
_REACH = 6
_BEFORE = ("zh", "th")  # languages that put it before what it denies, and no space between


@cache
def turning() -> frozenset[str]:
    """The words that turn round what stands beside them; "without" and "nor" only begin something else."""
    denying = lexicon.members("negation") | lexicon.members("denial") | denials()
    return denying - lexicon.members("lacking")


@cache
def denials() -> frozenset[str]:
    """The denying words of the table, levelled."""
    return frozenset(unicodedata.normalize("NFC", w.casefold()) for w in _listed() if not w.startswith("/"))


def denied(text: str, start: int, end: int) -> bool:
    """Whether a part of a word that denies, as Japanese and Korean have it, touches `[start, end)` of the text."""
    low, high = max(0, start - _REACH), min(len(text), end + _REACH)
    if text[low:high].isascii():
        return False
    return any(m.start() < end and m.end() > start for m in _inside().finditer(text, low, high))


def begins(text: str, start: int, end: int) -> bool:
    """Whether a part of a word that denies begins in `[start, end)`; what follows decides, as in 非 and 非洲."""
    high = min(len(text), end + _REACH)
    return not text[start:high].isascii() and any(m.start() < end for m in _inside().finditer(text, start, high))


def closes(text: str) -> int:
    """How many characters at the end deny what follows without a space, as Chinese and Thai have it, or 0."""
    low = max(0, len(text) - _REACH)
    found = None if text[-1:].isascii() else _joined().search(text, low)
    return found.end() - found.start() if found else 0


def opens(text: str) -> int:
    """How many characters at the beginning are a part of a word that denies ("ない" of "離れない"), or 0."""
    found = None if text[:1].isascii() else _inside().match(text)
    return found.end() if found else 0


@cache
def _inside() -> re.Pattern[str]:
    return re.compile("|".join(word.strip("/") for word in _listed() if word.startswith("/")))


@cache
def _joined() -> re.Pattern[str]:
    patterns = [word.strip("/") for word in _listed(*_BEFORE) if word.startswith("/")]
    return re.compile(rf"(?:{'|'.join(patterns)})\Z")


@cache
def _listed(*languages: str) -> tuple[str, ...]:
    """The words and patterns of the table, of some languages only where they are named."""
    text = (Path(__file__).parent / "data" / "negations.txt").read_text(encoding="utf-8")
    lines = [line.partition(":") for line in text.splitlines() if not line.startswith("#")]
    chosen = [rest for language, _, rest in lines if not languages or language in languages]
    return tuple(word for line in chosen for word in re.findall(r"/.+/|\S+", line))
