"""Article → Document: read, decode, resolve entities, clean, cut into paragraphs and passages."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import Final

from tui.documents.cleaning import clean, cleaned
from tui.documents.decoding import NotTextError, decode
from tui.documents.entities import decode_entities
from tui.documents.files import article_error, read_bytes, shown_name
from tui.documents.limits import Limits
from tui.documents.model import Document, Notice, Passage
from tui.documents.paragraphs import Layout, TooManyLinesError, lay_out
from tui.documents.passages import sentences

_MARKUP: Final = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
# kind → (one, many): what the reader is told of characters that were replaced.
_TOLD: Final = {
    "controls": ("{} control character shown as a sign", "{} control characters shown as signs"),
    "direction": (
        "{} character that changes the direction of text shown as �",
        "{} characters that change the direction of text shown as �",
    ),
    "invisible": ("{} invisible character shown as �", "{} invisible characters shown as �"),
    "broken": ("{} code point that is no character shown as �", "{} code points that are no characters shown as �"),
    "soft-hyphens": ("{} soft hyphen shown as ‧", "{} soft hyphens shown as ‧"),
    "marks": ("{} combining mark over 30 in a row shown as �", "{} combining marks over 30 in a row shown as �"),
    "entities": ("{} HTML character reference resolved", "{} HTML character references resolved"),
    "long-line": ("{} very long line cut into paragraphs", "{} very long lines cut into paragraphs"),
}


def load(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Document:
    """The document of the article at `path`; `limits` defaults to `Limits()`.

    A symbolic link to a regular file is followed. Raises ArticleError, whose text is one clean line that names
    the file, for everything else that is not a readable text of at most `limits.article_bytes`; never blocks on
    pipes, devices or sockets.
    """
    limits = limits or Limits()
    raw = read_bytes(path, limits)
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        text, notices = decode(raw)
    except NotTextError as error:
        raise article_error(path, f"it is {error}, not a text") from error
    del raw
    text, entities = decode_entities(text)
    notices += _told({"entities": entities})
    return _document(text, path, sha256, notices, limits)


def from_text(text: str, source: str = "", *, limits: Limits | None = None) -> Document:
    """The document of a text already in memory; its SHA-256 is that of the clean text in UTF-8.

    Raises ArticleError when it has more passages than `limits.passages`.
    """
    sha256 = hashlib.sha256(clean(text).encode()).hexdigest()
    return _document(text, source, sha256, (), limits or Limits())


def _document(
    text: str, path: str | os.PathLike[str], sha256: str, notices: tuple[Notice, ...], limits: Limits
) -> Document:
    clean_text, counts = cleaned(text)
    del text
    if _MARKUP.match(clean_text):
        notices += (Notice("markup", "looks like a web page; its tags are shown as text"),)
    try:
        layout = lay_out(clean_text, limits.paragraph, limits.passages)
    except TooManyLinesError as error:
        raise article_error(
            path, f"it has more than {limits.passages:,} lines, the most a document may have"
        ) from error
    notices += _told(counts) + _told({"long-line": layout.cut})
    if not layout.paragraphs:
        notices += (Notice("empty", "holds no text"),)
    passages = _passages(clean_text, layout, path, limits)
    return Document(shown_name(path), Path(path), clean_text, layout.paragraphs, passages, sha256, notices)


def _passages(text: str, layout: Layout, path: str | os.PathLike[str], limits: Limits) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for paragraph, pieces in zip(layout.paragraphs, layout.pieces, strict=True):
        for piece in pieces:
            found += [Passage(start, end, paragraph.number) for start, end in sentences(text, *piece)]
        if len(found) > limits.passages:
            raise article_error(path, f"it has more than {limits.passages:,} passages, the most a document may have")
    return tuple(found)


def _told(counts: dict[str, int]) -> tuple[Notice, ...]:
    """A notice for each kind that occurred, in the order of `_TOLD`."""
    return tuple(
        Notice(kind, _TOLD[kind][counts[kind] > 1].format(f"{counts[kind]:,}"), counts[kind])
        for kind in _TOLD
        if counts.get(kind)
    )
