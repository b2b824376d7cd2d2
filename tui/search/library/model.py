"""What a library is given, and what it tells about itself and about an update."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

from tui.documents.model import ArticleError


@dataclass(slots=True)
class Progress:
    """How far an update is: articles and bytes looked at, out of so many, and passages read; `seconds` so far.

    `indexed` articles are in the index as they are on disk, whatever happens from now on.
    """

    articles: int = 0
    of_articles: int = 0
    bytes: int = 0
    of_bytes: int = 0
    passages: int = 0
    seconds: float = 0.0
    indexed: int = 0


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
    """What a library holds; `roots` are the paths added, each with how many articles are indexed below it.

    About `spare` of its bytes are of what was taken out, for `rebuild` to free.
    """

    roots: tuple[tuple[str, int], ...]
    without: tuple[str, ...]
    articles: int
    passages: int
    words: int
    bytes: int
    spare: int = 0


class Content(Protocol):
    """What an article holds, in the form that a writer takes."""

    @property
    def sha256(self) -> str:
        """Of the bytes on disk, in hexadecimal."""

    @property
    def passages(self) -> Sized:
        """One for each of its passages."""


C = TypeVar("C", bound=Content)


class Wanted(NamedTuple):
    """An article to read: bytes it has, and the hash of those indexed or ""."""

    path: str
    size: int
    sha256: str = ""


class Read(NamedTuple, Generic[C]):
    """What was read of an article, or why it could not be; `seen` are the nanoseconds it was begun at."""

    seen: int
    document: C | ArticleError


class Article(NamedTuple, Generic[C]):
    """A document with the state of its file: bytes, and nanoseconds it was changed and looked at."""

    path: bytes
    size: int
    mtime: int
    seen: int
    document: C


class Known(NamedTuple):
    """An indexed article: its number, its passages, and the state its file was in."""

    number: int
    passages: int
    size: int
    mtime: int
    seen: int
    sha256: bytes
