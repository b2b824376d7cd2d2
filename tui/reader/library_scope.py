"""The library asked from the reader: behind the page, the last query alone, and every trouble in one line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.search.model import Results, Searcher

_ADD = "hexapla library add PATH"
_ALL = "!zqxjzqxj"  # keeps nothing out, so it counts every passage


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the library gives no answer."""

    subject: str
    text: str = ""
    again: bool = False  # whether it may answer when it is asked again

    def message(self, keys: str) -> Message:
        """In one line of the footer; `keys` ask the library again."""
        return Message(self.subject, self.text, hint=f"{keys} asks it again" if self.again else "", kind="error")


class _TroubledError(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.subject)
        self.trouble = trouble


Then = Callable[[str, "Results | Trouble"], object]


class LibraryScope:
    """Opens the library at the first question and asks it one question at a time.

    What is asked meanwhile waits, and of what waits the last alone is asked: an answer that is no longer wanted is
    never given. A library that could not be opened is tried anew at the next; one that was open sees to that itself.
    """

    def __init__(self, reader: Hexapla) -> None:
        self._reader = reader
        self._searcher: Searcher | None = None
        self._asking = False
        self._next: tuple[str, int, Then] | None = None

    @property
    def is_open(self) -> bool:
        """Whether it has answered already."""
        return self._searcher is not None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._asking

    def ask(self, query: str, limit: int, then: Then) -> None:
        """Let `then` be called with the query and its answer, unless another question comes before that."""
        self._next = query, limit, then
        if not self._asking:
            self._start()

    def _start(self) -> None:
        from textual.events import Callback

        from tui.reader.behind import compute

        assert self._next is not None
        (query, limit, then), self._next, self._asking = self._next, None, True
        compute(self._reader, lambda: Callback(callback=partial(self._done, query, then, self._answer(query, limit))))

    def _done(self, query: str, then: Then, answer: Results | Trouble) -> None:
        self._asking = False
        if self._next is not None:
            self._start()
        else:
            then(query, answer)

    # -- in the thread

    def _answer(self, query: str, limit: int) -> Results | Trouble:
        from tui.collecting import without_collecting
        from tui.search.library.errors import DamagedError, LibraryError

        try:
            if self._searcher is None:
                with without_collecting():
                    self._searcher = self._opened()
                Thread(target=_warm, args=(self._searcher,), daemon=True).start()
            return self._searcher.search(query, limit)
        except _TroubledError as error:
            return error.trouble
        except DamagedError as error:
            return Trouble("the library’s index is damaged", f"{error}; 'hexapla library rebuild' makes it anew")
        except LibraryError as error:
            return Trouble("the library gives no answer", str(error), again=True)

    def _opened(self) -> Searcher:
        from tui.search import libraries
        from tui.search.library.errors import DamagedError
        from tui.search.library.folder import Folder

        where = libraries.usual(self._reader.environ)
        if not where:
            raise _TroubledError(Trouble("no library", "there is no home folder to keep one in: set HEXAPLA_LIBRARY"))
        if not libraries.is_shared(where) and not Folder(where[0]).exists:
            raise _TroubledError(Trouble("no library yet", f"in the shell, {_ADD} makes one"))
        try:
            searcher = libraries.open_at(where)
            empty = not searcher.search(_ALL, 1).total
        except DamagedError:  # so says an index that nothing was ever added to
            empty = not libraries.at(where, say=lambda _: None, progress=lambda _: None).status().articles
            if not empty:
                raise
        if empty:
            raise _TroubledError(Trouble("the library is empty", f"in the shell, {_ADD} fills it"))
        return searcher


def _warm(searcher: Searcher) -> None:
    from tui.search.library.errors import LibraryError

    with suppress(LibraryError):  # the next search says it
        searcher.warm()
