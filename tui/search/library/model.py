"""What a library is given, and what it tells about itself and about an update."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.documents.model import Document


@dataclass(slots=True)
class Progress:
    """How far an update is: articles and bytes looked at, out of so many, and passages indexed; `seconds` so far."""

    articles: int = 0
    of_articles: int = 0
    bytes: int = 0
    of_bytes: int = 0
    passages: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Summary:
    """What an update did: articles by what became of them, and whether the index had to be made anew."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    gone: int = 0
    skipped: int = 0
    passages: int = 0
    rebuilt: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What a library holds; `roots` are the paths added, each with how many articles are indexed below it."""

    roots: tuple[tuple[str, int], ...]
    without: tuple[str, ...]
    articles: int
    passages: int
    words: int
    bytes: int


class Article(NamedTuple):
    """A document with the state of its file: bytes, and nanoseconds it was changed and looked at."""

    path: bytes
    size: int
    mtime: int
    seen: int
    document: Document


class Known(NamedTuple):
    """An indexed article: its number, its passages, and the state its file was in."""

    number: int
    passages: int
    size: int
    mtime: int
    seen: int
    sha256: bytes
