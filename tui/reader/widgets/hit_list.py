"""The hits under the query: two rows each, only those in view drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from tui.reader.empty_rows import empty_rows
from tui.reader.hit_rows import Piece, file_and_folder, one_line, snippet
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, spread
from tui.reader.widgets.part import Part
from tui.search.model import Hit
from tui.searching import NoteHit

if TYPE_CHECKING:
    from tui.reader.widgets.search import SearchDrawer

UNTYPED = "Typed words are found, slips forgiven."


class HitList(Part):
    """Scrolls by itself: a `ScrollView` would lay the whole screen out anew with every key that changes its length."""

    DEFAULT_CSS = "HitList { position: absolute; offset: 0 3; }"

    def __init__(self, drawer: SearchDrawer) -> None:
        super().__init__()
        self.drawer = drawer
        self.selected = 0
        self.top = 0
        self._painted: list[Hit] = []  # those in view at the top
        self._pieces: dict[int, list[Piece]] = {}

    @property
    def step(self) -> int:
        """Rows from one hit to the next: a blank one parts them where there is room."""
        return 3 if self.drawer.airy else 2

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self.drawer.results.hits

    @property
    def hit(self) -> Hit | None:
        """The hit chosen."""
        return self.hits[min(self.selected, len(self.hits) - 1)] if self.hits else None

    def changed(self, *, keep: int = 0) -> None:
        """The hits or how they look changed: begin at the top, or with the hit to keep."""
        self._pieces.clear()
        self._painted = self._first_in_view()
        self.select(keep)
        self.refresh()

    def found(self) -> None:
        """Other hits: begin at the top, and paint only those that are not as they were."""
        before, now = self._painted, self._first_in_view()
        if self.top or self.selected or not before or not now:
            self.changed()
            return
        self._painted = now
        others = [n for n, (one, other) in enumerate(zip_longest(before, now)) if one != other]
        self._pieces = {n: pieces for n, pieces in self._pieces.items() if n < len(now) and n not in others}
        if others:
            self.refresh(*map(self._place, others), layout=False)

    def _first_in_view(self) -> list[Hit]:
        """The hits in view at the top as they are painted, whatever their scores."""
        return [replace(hit, score=0.0) for hit in self.hits[: -(-self.size.height // self.step)]]

    def _place(self, index: int) -> Region:
        return Region(0, index * self.step - self.top, self.size.width, self.step)

    def select(self, index: int) -> None:
        """Move to a hit, and into view."""
        before, top = self.selected, self.top
        self.selected = min(max(index, 0), max(len(self.hits) - 1, 0))
        first = self.selected * self.step
        self._scroll(min(max(self.top, first + 2 - self.size.height), first))
        if self.top == top and self.selected != before:
            self.refresh(self._place(before), self._place(self.selected), layout=False)

    def _scroll(self, top: int) -> None:
        before, most = self.top, len(self.hits) * self.step - (self.step - 2) - self.size.height
        self.top = max(min(top, most), 0)
        if self.top != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        ink, width = self.drawer.ink, self.size.width
        index, part = divmod(self.top + y, self.step)
        edge: Run = (ink.glyphs.hairline if self.drawer.beside else " ", ink("border", "raised"))
        if index >= len(self.hits) or part == 2:
            fill = ink("foreground", "raised")
            return spread(self._untyped(y, width - 1), [edge], width, fill)
        return self._draw(index, part, edge, width)

    def _untyped(self, y: int, width: int) -> list[Run]:
        """Row `y` of what is said while nothing is typed."""
        if self.drawer.line.value.strip():
            return []
        rows = empty_rows(UNTYPED, self.drawer.helps, self.drawer.reader.keys_of, self.drawer.ink, width, "raised")
        return rows[y] if y < len(rows) else []

    def _draw(self, index: int, part: int, edge: Run, width: int) -> Strip:
        ink, hit, selected = self.drawer.ink, self.hits[index], index == self.selected
        ground = "selection" if selected else "raised"
        letter, mark = self.drawer.siglum(hit)
        number = f"{ink.glyphs.paragraph}{hit.paragraph}"
        runs: list[Run] = [
            (ink.glyphs.bar if selected else " ", ink("bar", ground)),
            (letter if part == 0 else " ", ink(mark, ground, "b")),
            (ink.glyphs.bar if selected else ink.glyphs.faint_bar, ink(mark, ground)),
            (f"{number if part == 0 else '':>4} ", ink("dim", ground)),
        ]
        further = f"{hit.elsewhere} " if part == 0 and hit.elsewhere else ""
        if index not in self._pieces:
            pieces = _of_article if self.drawer.library else _pieces
            self._pieces[index] = pieces(hit, width - 10, ink)
        shown = self._pieces[index]
        if part < len(shown):
            headed = part == 0 and (self.drawer.library or isinstance(hit, NoteHit))
            runs += _lit(shown[part], ink, "foreground" if selected or headed else "prose", ground)
        return spread(runs, [(further, ink("dim", ground)), edge], width, ink("foreground", ground))

    def on_click(self, event: events.Click) -> None:
        index = (self.top + event.y) // self.step
        if index < len(self.hits):
            again = index == self.selected
            self.drawer.pick(index)
            if again or event.chain > 1:
                self.drawer.do_go_source()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self.top + self.step)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self.top - self.step)


def _pieces(hit: Hit, width: int, ink: Ink) -> list[Piece]:
    """The lines of a hit: of a note its sign and its words in one line, and below them the words it is kept on."""
    more = ink.glyphs.more
    if not isinstance(hit, NoteHit):
        return snippet(hit, width, more)
    sign = f"{ink.glyphs.note} "
    note = one_line(hit.note, width - len(sign), more)
    lit = tuple((start + len(sign), end + len(sign)) for start, end in note.lit)
    return [Piece(sign + note.text, lit), Piece(fit(hit.text.replace("\n", " "), width, more))]


def _of_article(hit: Hit, width: int, ink: Ink) -> list[Piece]:
    """The lines of a hit in an article of the library: the file's name and folder, and the passage.

    The first leaves room for the number of further places with the same words.
    """
    name, folder = file_and_folder(hit.source)
    room = width - len(hit.elsewhere) - 2 if hit.elsewhere else width
    return [Piece(fit(f"{name}  {folder}", room, ink.glyphs.more)), one_line(hit, width, ink.glyphs.more)]


def _lit(piece: Piece, ink: Ink, text: str, ground: str) -> list[Run]:
    runs, at = list[Run](), 0
    for start, end in piece.lit:
        runs.append((piece.text[at:start], ink(text, ground)))
        runs.append((piece.text[max(start, at) : end], ink("accent", ground, "bu")))
        at = max(end, at)
    return [*runs, (piece.text[at:], ink(text, ground))]
