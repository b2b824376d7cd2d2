"""`hexapla quote -`: JSON Lines in, JSON Lines out, one answer a line and each sent at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from tui.cli.errors import RefusedError
from tui.cli.output import Output

if TYPE_CHECKING:
    from tui.documents import Document

LONGEST_LINE = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Question:
    """One quotation to place; `echo` is what the answer begins with: the id, if one was given."""

    quote: str
    prefix: str
    suffix: str
    echo: Mapping[str, Any]


class BadLineError(Exception):
    """A line that asks nothing; its text says why, and `echo` is what an answer would have begun with."""

    def __init__(self, message: str, echo: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.echo = echo or {}


def stream(documents: Mapping[str, Document], out: Output) -> int:
    """Answer every line of stdin.

    A bad line gives one error object on stderr, with its id where that can be read, and exit 2 at the end.
    Else 1 when no quotation at all was found, as with a single one; 0 when stdin was empty.
    """
    from tui import evidence

    if sys.stdin is None:
        raise RefusedError("hexapla quote -: stdin is closed")
    bad = asked = found = 0
    for number, line in enumerate(_lines(sys.stdin.buffer), start=1):
        if out.closed:
            break
        if not line.strip():
            continue
        try:
            question = parse(line)
        except BadLineError as error:
            out.note_record({**error.echo, "line": number, "error": str(error)})
            bad += 1
            continue
        answer = evidence.answer(documents, question.quote, prefix=question.prefix, suffix=question.suffix)
        asked += 1
        found += answer["status"] != "missing"
        out.record({**question.echo, **answer})
    if bad:
        return 2
    return 1 if asked and not found else 0


def parse(line: bytes) -> Question:
    """`{"id", "quote", "prefix"?, "suffix"?}`; other keys are passed over. Raises BadLineError."""
    given = _object(line)
    echo = {"id": given["id"]} if "id" in given else {}
    for key in ("quote", "prefix", "suffix"):
        if not isinstance(given.get(key, ""), str):
            raise BadLineError(f"'{key}' is not a text", echo)
    if not given.get("quote", "").strip():
        raise BadLineError("'quote' is missing or empty", echo)
    return Question(given["quote"], given.get("prefix", ""), given.get("suffix", ""), echo)


def _object(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST_LINE:
        raise BadLineError(f"the line has more than {LONGEST_LINE} bytes")
    try:
        given = json.loads(line.decode("utf-8"))
        json.dumps(given, allow_nan=False)  # an id is sent back: it must be JSON, not Python's NaN or 1e999
    except UnicodeDecodeError:
        raise BadLineError("the line is not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise BadLineError(f"the line is not JSON: {error}") from None
    if not isinstance(given, dict):
        raise BadLineError("the line is not a JSON object")
    return given


def _lines(stdin: BinaryIO) -> Iterator[bytes]:
    """The lines, each cut off just over the longest length allowed."""
    while line := stdin.readline(LONGEST_LINE + 1):
        rest = line
        while rest and not rest.endswith(b"\n") and len(rest) > LONGEST_LINE:
            rest = stdin.readline(LONGEST_LINE + 1)
        yield line
