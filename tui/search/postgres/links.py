"""All servers of a library at once: a connection each, asked side by side."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import chain
from threading import Timer
from typing import TypeVar

from tui.search.postgres.link import Link, Row

T = TypeVar("T")


class Links:
    """Connections that are asked together; one of them is asked without another thread."""

    def __init__(self, links: Sequence[Link], threads: ThreadPoolExecutor) -> None:
        """`threads` has room for one question a link."""
        self.links = tuple(links)
        self._threads = threads

    def __len__(self) -> int:
        return len(self.links)

    def some(self, links: Sequence[Link]) -> Links:
        """Only these of the links."""
        return Links(links, self._threads)

    def ask(self, query: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The rows of all servers, those of the first one first."""
        return chain.from_iterable(self.each(lambda link, _: link.rows(query, values)))

    def of(self, query: str, wanted: Sequence[Collection[int]]) -> Iterator[Row]:
        """The rows of all servers for a query about numbers, each asked for its own."""
        return chain.from_iterable(
            self.each(lambda link, place: link.rows(query, (list(wanted[place]),)) if wanted[place] else [])
        )

    def each(self, question: Callable[[Link, int], T]) -> list[T]:
        """What every link, given with its place, answers to a question; raises the first error when all are done."""
        others = [self._threads.submit(question, link, place + 1) for place, link in enumerate(self.links[1:])]
        try:
            first = question(self.links[0], 0)
        finally:
            for other in others:
                other.exception()  # a connection is never left in the middle of a question
        return [first, *(other.result() for other in others)]


@contextmanager
def patience(links: Iterable[Link], seconds: float) -> Iterator[None]:
    """Cut the connections off after so many seconds: a server that stands still says nothing by itself."""
    timer = Timer(seconds, _cut, [list(links)])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _cut(links: Sequence[Link]) -> None:
    for link in links:
        link.cut()
