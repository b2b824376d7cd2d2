r"""A passage as chunks, what stands between its spaces: they are its text and its words at once.

A text has few different chunks (a tenth as many as it has words, and fewer the longer it is), so passages are kept as
the numbers of their chunks: what a search compares and what it shows come from the same few bytes. A line end is a
chunk of its own. Where a passage begins in the middle of a word, its first chunk keeps the letter before it, behind a
mark that clean text cannot hold, as where its first word begins may hang on that letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.search import fold

END = "\0"  # stands behind each passage; in no clean text
_LINE_END = " \n "
_MIDDLE = "\x01"
_APART = ("\n", _MIDDLE)  # what begins so is not read together with others
_EDGES = ".,;:!?()\"'“”‘’…"  # taken off both ends of a word, none of these changes it


class Form(NamedTuple):
    """A word as it is written, and folded."""

    spelling: str
    word: str


def cut(text: str, passages: Iterable[tuple[int, int, int]]) -> list[str]:
    """The chunks of passages, each `[start, end)` of their document's clean text, with `END` behind each passage."""
    pieces: list[str] = []
    for start, end, _ in passages:
        if start and (before := text[start - 1]) not in " \n" and _goes_on(before):
            pieces.append(_MIDDLE + before + text[start:end])
        else:
            pieces.append(text[start:end])
    whole = f" {END} ".join([*pieces, ""])[:-1]  # split in one go: cutting each passage took three times as long
    return whole.replace("\n", _LINE_END).split(" ") if pieces else []


def _goes_on(letter: str) -> bool:
    return letter in "._" or letter.isalnum()


def join(chunks: Iterable[str]) -> tuple[str, str]:
    """The text of a passage from its chunks, and the letter before it, if any hangs on that."""
    text = " ".join(chunks).replace(_LINE_END, "\n")
    return (text[2:], text[1]) if text.startswith(_MIDDLE) else (text, "")


def plain(chunk: str) -> str:
    """The one word of most chunks, ASCII letters between stops, as it is written; "" for any other chunk."""
    core = chunk.strip(_EDGES)
    return core if core.isascii() and core.isalpha() else ""


def forms(chunk: str) -> Iterator[Form]:
    """The words of a chunk in order."""
    if core := plain(chunk):
        yield Form(core, core.lower())
        return
    at = 1 if chunk.startswith(_MIDDLE) else 0
    text = chunk[at:]
    for match in fold.runs(text, at, len(text)):
        run = match.group()
        for word in fold.pieces(run):
            yield Form(run[word.start : word.end], word.text)


def words_of(chunks: Sequence[str]) -> Iterator[list[str | Form]]:
    """The words of each of many chunks, as `forms` gives them; of a word of ASCII letters only how it is written."""
    apart = [chunk[:1] in _APART for chunk in chunks]
    found = fold.runs_of(["" if alone else chunk for chunk, alone in zip(chunks, apart, strict=True)])
    for chunk, alone, runs in zip(chunks, apart, found, strict=True):
        if alone:
            yield list(forms(chunk))
            continue
        words: list[str | Form] = []
        for run in runs:
            if run.isascii() and run.isalpha():
                words.append(run)
            else:
                words += [Form(run[start:end], word) for word, start, end in fold.pieces(run)]
        yield words


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
