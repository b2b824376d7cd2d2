"""A library by the place where it is kept: a folder of this machine, or the addresses of a newsroom's servers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from tui import resources
from tui.search.library.errors import LibraryError, MissingExtraError
from tui.search.library.model import Progress, Status, Summary
from tui.search.model import Searcher
from tui.search.postgres import addresses, is_address, shown

if TYPE_CHECKING:
    from tui.search.postgres.library import SharedLibrary


class Kept(Protocol):
    """What can be done with a library wherever it is kept. Errors are LibraryErrors, each of one line."""

    def add(self, paths: Iterable[str | os.PathLike[str]] = ()) -> Summary:
        """Add paths, or look again at all added before."""

    def remove(self, paths: Iterable[str | os.PathLike[str]]) -> Summary:
        """Forget the articles at and below paths."""

    def rebuild(self) -> Summary:
        """Make the index anew."""

    def status(self) -> Status:
        """What the library holds."""

    def integrity(self) -> tuple[str, ...]:
        """What is wrong with the index; empty when nothing is."""


def places(text: str) -> tuple[str, ...]:
    """The places a text names, as `HEXAPLA_LIBRARY` does: one folder, or addresses with blanks between them."""
    return addresses(text) or ((text,) if text.strip() else ())


def usual(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Where the library is kept when nobody says otherwise: `HEXAPLA_LIBRARY`, else the user's data folder; () when
    there is no home."""
    if given := places(environ.get("HEXAPLA_LIBRARY", "")):
        return given
    data = resources.user_folder("data")
    return (str(data / "library"),) if data is not None else ()


def is_shared(where: Sequence[str]) -> bool:
    """Whether a library is on servers; raises LibraryError when a folder is named beside them, or one of them twice."""
    addressed = [is_address(place) for place in where]
    if len(where) > 1 and not all(addressed):
        raise LibraryError("a library is kept in one folder, or on servers: postgresql://…, and no folder beside them")
    twice = next((place for number, place in enumerate(where) if place in where[:number]), None)
    if twice is not None:
        raise LibraryError(f"{shown(twice)} is named twice")
    return all(addressed)


def at(where: Sequence[str], *, say: Callable[[str], None], progress: Callable[[Progress], None]) -> Kept:
    """The library at these places; see `Library` for `say` and `progress`."""
    if is_shared(where):
        return _shared()(where, say=say, progress=progress)
    from tui.search.library.library import Library

    return Library(where[0], say=say, progress=progress)


def open_at(where: Sequence[str]) -> Searcher:
    """Ask the library at these places."""
    if is_shared(where):
        return _shared()(where).open()
    from tui.search.library.library import Library

    return Library.open(where[0])


def _shared() -> type[SharedLibrary]:
    try:
        import psycopg  # noqa: F401
        import pyroaring  # noqa: F401
    except ImportError:
        raise MissingExtraError(
            "a library on PostgreSQL needs one more package: pip install 'hexapla[postgres]', "
            "in a checkout: uv pip install '.[postgres]'"
        ) from None
    from tui.search.postgres.library import SharedLibrary

    return SharedLibrary
