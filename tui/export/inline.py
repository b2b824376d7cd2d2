"""The inline pieces an export is made of, and the one function that writes them.

Text becomes Markdown nowhere else, so nothing can reach a file unescaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from tui.documents import clean_line
from tui.export import escape, inert

# Beside these an emphasis mark opens and closes as meant (CommonMark 0.31, flanking runs).
_EVERYDAY = frozenset(".,;:!?()'\"“”‘’«»–—…")


@dataclass(frozen=True, slots=True)
class Note:
    """The mark of a footnote, by its label."""

    label: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words the document itself or the author's Markdown emphasises."""

    text: str
    strong: bool = False


Piece = str | Note | Emphasis


def paragraph(pieces: Iterable[Piece]) -> str:
    """One paragraph, one line."""
    return escape.line_start(_written(pieces))


def heading(level: int, pieces: Iterable[Piece]) -> str:
    """A heading; one without text says so, because an empty one is no heading to a reader."""
    return f"{'#' * level} {escape.heading_end(_written(pieces)) or 'not stated'}"


def cell(pieces: Iterable[Piece]) -> str:
    """The content of one table cell."""
    return _written(pieces).replace("|", "\\|")


def _written(pieces: Iterable[Piece]) -> str:
    run = _tidy(pieces)
    signs = escape.beyond("".join(piece if isinstance(piece, str) else " " for piece in run))
    noted = [isinstance(after, Note) for after in run[1:]] + [False]
    return "".join(_piece(piece, signs, before_note) for piece, before_note in zip(run, noted, strict=False))


def _piece(piece: Piece, signs: str, before_note: bool) -> str:
    if isinstance(piece, Note):
        return f"[^{piece.label}]"
    if isinstance(piece, Emphasis):
        mark = "**" if piece.strong else "*"
        return f"{mark}{escape.inline(piece.text, signs)}{mark}"
    parts = inert.split(piece, before_note=before_note)
    written = "".join(f"*{escape.inline(p, signs)}*" if active else escape.inline(p, signs) for p, active in parts)
    # `^[^1]` would be an inline footnote of its own.
    return f"{written[:-1]}\\^" if before_note and written.endswith("^") and "^" not in signs else written


def _tidy(pieces: Iterable[Piece]) -> list[Piece]:
    """Clean text, one space where any white space was, none at the ends, neighbouring texts joined."""
    tidy: list[Piece] = []
    for _, group in groupby(_settled([_plain(piece) for piece in pieces]), lambda piece: isinstance(piece, str)):
        neighbours = list(group)
        texts = [piece for piece in neighbours if isinstance(piece, str)]
        tidy.extend([_spaced("".join(texts))] if texts else neighbours)
    if tidy and isinstance(tidy[0], str):
        tidy[0] = tidy[0].lstrip()
    if tidy and isinstance(tidy[-1], str):
        tidy[-1] = tidy[-1].rstrip()
    return [piece for piece in tidy if piece != ""]


def _plain(piece: Piece) -> Piece:
    """The piece with clean text."""
    if isinstance(piece, str):
        return clean_line(piece)
    if isinstance(piece, Emphasis):
        return Emphasis(clean_line(piece.text), piece.strong)
    return piece


def _settled(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces without the empty ones; emphasis that would not read as such here becomes text."""
    pieces = [piece for piece in pieces if piece != ""]
    for before, piece, after in zip(["", *pieces], pieces, [*pieces[1:], ""], strict=False):
        if isinstance(piece, Emphasis) and not (
            _beside(before, -1) and _beside(after, 0) and _emphasisable(piece.text)
        ):
            yield piece.text
        else:
            yield piece


def _beside(neighbour: Piece, edge: int) -> bool:
    """Whether emphasis can stand next to this piece: at an end, a footnote, a space or everyday punctuation."""
    if isinstance(neighbour, str):
        return not neighbour or neighbour[edge].isspace() or neighbour[edge] in _EVERYDAY
    return isinstance(neighbour, Note)


def _emphasisable(text: str) -> bool:
    """Whether emphasis on `text` opens and closes wherever it stands and holds nothing to be defused."""
    return text[:1].isalnum() and text[-1:].isalnum() and len(inert.split(text)) == 1 and _spaced(text) == text


def _spaced(text: str) -> str:
    return re.sub(r"[ \t\n\r\v\f]+", " ", text)
