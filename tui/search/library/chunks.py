r"""A passage as chunks, what stands between its spaces: they are its text and its words at once.

A text has few different chunks (a tenth as many as it has words, and fewer the longer it is), so passages are kept as
the numbers of their chunks: what a search compares and what it shows come from the same few bytes. A line end is a
chunk of its own. Where a passage begins in the middle of a word, its first chunk keeps the letter before it, behind a
mark that clean text cannot hold, as where its first word begins may hang on that letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.search import fold

END = "\0"  # in no clean text
_LINE_END = " \n "
_MIDDLE = "\x01"


class Form(NamedTuple):
    """A word as it is written, and folded."""

    spelling: str
    word: str


def cut(text: str, passages: Iterable[tuple[int, int, int]]) -> str:
    """The chunks of passages, each `[start, end)` of their document's clean text: a space behind each chunk, `END`
    behind the last of each passage."""
    pieces: list[str] = []
    for start, end, _ in passages:
        if start and (before := text[start - 1]) not in " \n" and _goes_on(before):
            pieces.append(_MIDDLE + before + text[start:end])
        else:
            pieces.append(text[start:end])
    return END.join([*pieces, ""]).replace("\n", _LINE_END)


def _goes_on(letter: str) -> bool:
    return letter in "._" or letter.isalnum()


def join(chunks: Iterable[str]) -> tuple[str, str]:
    """The text of a passage from its chunks, and the letter before it, if any hangs on that."""
    text = " ".join(chunks).replace(_LINE_END, "\n")
    return (text[2:], text[1]) if text.startswith(_MIDDLE) else (text, "")


def forms(chunk: str) -> Iterator[Form]:
    """The words of a chunk in order."""
    at = 1 if is_apart(chunk) else 0
    text = chunk[at:]
    for match in fold.runs(text, at, len(text)):
        yield from forms_of(match.group())


def forms_of(run: str) -> Iterator[Form]:
    """The words of one unbroken run of a chunk."""
    return (Form(run[word.start : word.end], word.text) for word in fold.pieces(run))


def is_apart(chunk: str) -> bool:
    """Whether a chunk is not to be read together with others, as it keeps the letter before it."""
    return chunk.startswith(_MIDDLE)


def places(text: str, before: str, start: int = 0) -> list[tuple[int, int]]:
    """The places of a passage's words in a text where it begins at `start`; `before` is the letter before it, if any
    hangs on that."""
    at = len(before)
    whole, begin = before + text, start - at
    found: list[tuple[int, int]] = []
    for match in fold.runs(whole, at, len(whole)):
        run, (low, high) = match.group(), match.span()
        if run.isascii() and run.isalpha():  # one word, as most are: not worth keeping
            found.append((begin + low, begin + high))
        else:
            found += [(begin + low + first, begin + low + last) for first, last in fold.bounds(run)]
    return found
