"""Taking true quotations out of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from tui.documents.model import Document, Span

_TOKEN = re.compile(r"\S+")

# Names of a program, paths, options, numbers of a version or a commit: no article's running text.
_CODE = re.compile(r"[_/\\=#{}<>|*]|[a-z][A-Z]|--|\w\.\w*[^\W\d]{2}|\d[^\W\d]{3}|[^\W\d]{2}\d|\w\(|^-\w|\b[A-Z]{6,}")
_GRAMMAR = "the a an of in on at by for from to with as and or but that is are was were be it not if"
_FUNCTION = frozenset(_GRAMMAR.split())


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of words as it stands in a document."""

    span: Span
    text: str


@lru_cache(maxsize=64)
def tokens(document: Document) -> tuple[Span, ...]:
    """The space-separated words of the document."""
    return tuple(Span(*m.span()) for m in _TOKEN.finditer(document.text))


def take(
    document: Document, rng: Random, low: int = 6, high: int = 30, around: int | None = None, *, rough: bool = False
) -> Slice | None:
    """A run of `low` to `high` words of running text, at random or about the offset `around`; None when unlucky.

    `rough`: it may hold code and be a list.
    """
    listed = tokens(document)
    if len(listed) < high + 2:
        return None
    for _ in range(20):
        size = rng.randint(low, high)
        first = rng.randrange(len(listed) - size) if around is None else _about(listed, around, size, rng)
        span = Span(listed[first].start, listed[first + size - 1].end)
        text = document.text[span.start : span.end]
        halved = document.text[: span.start].rstrip().endswith("-")  # of "non-\nviolent" it would have half
        if not halved and is_prose(text) and (rough or is_running(text)):
            return Slice(span, text)
    return None


def _about(listed: tuple[Span, ...], offset: int, size: int, rng: Random) -> int:
    index = max(i for i in range(len(listed)) if listed[i].start <= offset) if listed[0].start <= offset else 0
    return max(0, min(index - rng.randrange(1, max(2, size - 1)), len(listed) - size))


def is_prose(text: str) -> bool:
    """Whether a slice is running text rather than a table, code or a list of options."""
    kept = sum(c.isalpha() or c.isspace() or c in ".,;:'\"’“”()-%$" or c.isdigit() for c in text)
    wordy = [w for w in text.split() if sum(c.isalpha() for c in w) >= 0.6 * len(w)]
    return len(text) >= 20 and kept > 0.97 * len(text) and len(wordy) > 0.75 * len(text.split()) and "\n\n" not in text


def is_running(text: str) -> bool:
    """Whether prose holds no code, and as many words of grammar as sentences have: one in six."""
    words = text.split()
    grammar = sum(word.lower() in _FUNCTION for word in words)
    return not any(_CODE.search(word) for word in words) and 6 * grammar >= len(words)


def core(text: str, span: Span) -> Span:
    """`span` without outer punctuation."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end)


def plain(text: str) -> str:
    """The bare words, for comparing what two texts say."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))
