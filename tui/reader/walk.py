"""Walking the hits of a search through the sources, and the way back to where the reader was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.documents.model import Span
from tui.reader.jumps import Standpoint, here, return_to
from tui.reader.messages import Message
from tui.reader.scrolling import LEVEL
from tui.reader.visitors import changed, names
from tui.search.model import Hit

if TYPE_CHECKING:
    from tui.reader.app import Hexapla


class Walk:
    """Hits in reading order: source after source, from the top of each; `index` is the one stood on.

    `order` gives each source's position; hits of other sources are left out. `at` is an index into `hits`;
    `sign` stands before the query: `/` for a search, a difference's sign for its values.
    """

    def __init__(
        self,
        query: str,
        hits: Sequence[Hit],
        at: int,
        order: Mapping[str, int],
        origin: Standpoint,
        sign: str = "/",
    ) -> None:
        self.query = query
        self.sign = sign
        self.origin = origin
        self.also: tuple[Hit, ...] = ()  # lit with them, and not walked
        self.row = LEVEL  # where the hits are brought to
        self.library = False  # whether the hits were found in the library
        self.elsewhere = 0  # hits of the same search in articles that are not on the page
        self.outer: Walk | None = None  # the walk under way before this one, which goes on after it
        self.hits = sorted((hit for hit in hits if hit.source in order), key=lambda hit: (order[hit.source], hit.span))
        self.index = self.hits.index(hits[at]) if hits[at] in self.hits else 0

    @property
    def hit(self) -> Hit:
        """The hit stood on."""
        return self.hits[self.index]

    @property
    def way_back(self) -> str:
        """Where Escape leads: `back to 3.1`."""
        return f"back to {self.origin.name}" if self.origin.name else "back"

    @property
    def count(self) -> str:
        """`4/20`."""
        return f"{self.index + 1}/{len(self.hits)}"

    def step(self, by: int) -> bool:
        """To another hit, round the end to the start; whether it went round."""
        to = self.index + by
        self.index = to % len(self.hits)
        return self.index != to

    def of(self, source: str) -> list[Hit]:
        """The hits of one source."""
        return [hit for hit in self.hits if hit.source == source]


def lit(hit: Hit) -> tuple[Span, ...]:
    """The characters a hit lights: those matched, else the whole passage."""
    return hit.highlights or (hit.span,)


def start(
    reader: Hexapla,
    query: str,
    hits: Sequence[Hit],
    at: int,
    sign: str,
    *,
    library: bool = False,
    elsewhere: int = 0,
) -> None:
    """Show the hit `at` of `hits` in the sources; a walk under way hands its origin on. No hits change nothing."""
    if not hits:
        return
    origin = reader.walk.origin if reader.walk and reader.view_name == "sources" else here(reader)
    walk = Walk(query.strip(), hits, at, names(reader), origin, sign)
    walk.library, walk.elsewhere = library, elsewhere
    begin(reader, walk)


def begin(reader: Hexapla, walk: Walk) -> None:
    """Show the hit a walk begins with; one without hits changes nothing."""
    reader.close_overlay()
    if not walk.hits:
        return
    reader.jumps.left(here(reader))
    reader.walk, reader.walked = walk, None
    reader.show_view("sources")
    reader.view.walk_moved(started=True)
    reader.refresh_footer()


def step(reader: Hexapla, by: int) -> None:
    """To the next hit or the one before, from whatever view."""
    if reader.walk is None and reader.walked is not None:
        reader.walk, reader.walked = reader.walked, None
        reader.walk.origin = here(reader)
        reader.jumps.left(reader.walk.origin)
        for view in reader.views.values():
            view.walk_moved(started=True)
    if reader.walk is None:
        reader.say(Message("no search yet", hint=f"{reader.keys_of('search.open')} search"))
        return
    reader.dismiss_message()
    round_ = reader.walk.step(by)
    reader.show_view("sources")
    reader.view.walk_moved()
    reader.refresh_footer()
    if round_ and reader.walk.elsewhere:
        _tell_of_others(reader, reader.walk.elsewhere)


def _tell_of_others(reader: Hexapla, count: int) -> None:
    """All hits in the articles on the page are walked: say how those in others are come to."""
    subject = f"{count} {'hit' if count == 1 else 'hits'} in other articles"
    listed = "it" if count == 1 else "them"
    reader.say(Message(subject, "those on the page are walked", hint=f"{reader.keys_of('search.open')} lists {listed}"))


def end(reader: Hexapla) -> None:
    """Give up the hits walked, where any are, and the articles of the library that came with them.

    `n` takes them up again from wherever it is pressed, where no article went.
    """
    if reader.walk is not None:
        reader.walk.outer = None
        reader.walk, reader.walked = None, reader.walk
    if reader.visitors.clear():
        reader.walked = None
        changed(reader)
    for view in reader.views.values():
        view.walk_moved()


def leave(reader: Hexapla) -> bool:
    """Back to exactly where the reader was before the search; False when no hits are walked."""
    walk = reader.walk
    if walk is None:
        return False
    reader.walk = walk.outer
    if walk.outer is None and reader.visitors.clear():
        changed(reader)
    return_to(reader, walk.origin)
    return True
