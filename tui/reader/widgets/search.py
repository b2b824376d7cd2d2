"""The search drawer: one line, hits live under it, the passage in context beside (look.md, "Search")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.reader.empty_rows import Help
from tui.reader.ink import Ink
from tui.reader.messages import Message
from tui.reader.painting import Run, cut, spread, strip, whole, width_of
from tui.reader.visitors import open_hit
from tui.reader.widgets.hit_list import HitList
from tui.reader.widgets.hit_preview import LibraryPreview, Preview
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.steps import Steps
from tui.reader.widgets.typing import TypingLine
from tui.reader.widgets.view import Hint
from tui.search.model import Hit, Reading, Results

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.reader.library_scope import Trouble

MOST_HITS = 200
PREVIEW_BESIDE_FROM, PREVIEW_BELOW_FROM, PREVIEW_ROWS = 100, 18, 7
HEAD = 3
SCOPE_FROM = 72  # columns from which it is said that the page is searched: two words and how they were read fit
ORDER_FROM = 80  # columns from which it is said how the hits are ordered
LIBRARY = "the library"
AT_ONCE = 0.3  # seconds: a library that takes longer is said to be asked, since the hits are of what was typed before
HELP_BACK, HELP_RECALL = ("go.back", "back to the page as it was"), ("search.recall", "the search before")


HIT_KEYS: Sequence[Hint] = (("go.source", "into the source"), ("↑ ↓", "hit"))
OPERATORS: Sequence[Hint] = (("'", "exact"), ("^ $", "ends"), ("!", "not"), ("a|b", "or"), ("source:", ""))


class Operators(Highlighter):
    """Lights the operators of the query."""

    def __init__(self, drawer: SearchDrawer) -> None:
        self.drawer = drawer

    def highlight(self, text: Text) -> None:
        style = self.drawer.ink("accent", "raised", "b")
        text.highlight_regex(r"(?:(?<=\s)|^)[!'^\"]+|\$(?=\s|$)|(?<=\s)\|(?=\s|$)|\b(?:source|section|note):|\"", style)


class SearchDrawer(Steps, Overlay):
    """`/`: typing searches, `↑ ↓` choose, `↵` jumps into the sources, Escape changes nothing."""

    DEFAULT_CSS = "SearchDrawer { width: 100%; offset: 0 0; position: absolute; background: $surface; }"

    @property
    def HINTS(self) -> Sequence[Hint]:  # type: ignore[override]  # noqa: N802
        """The keys of the footer: those of hits only where there are some."""
        scope = ("search.scope", "briefing" if self.library else "library")
        return (*(HIT_KEYS if self.results.hits else ()), scope, *OPERATORS, ("go.back", "back"))

    def __init__(self, query: str = "", *, library: bool = False) -> None:
        super().__init__(name="search")
        self.library = library  # whether the library is searched, in the place of the page
        self.results = Results("", 0, ())
        self.reading = False  # whether the articles are still being made searchable
        self._answered_to: str | None = None  # the query the library's results are of
        self._asked: Timer | None = None  # runs out when the library takes long
        self.slow = False  # whether it does
        self._entering = False  # whether the best hit is to be opened when the library has answered
        self.line = TypingLine(query, highlighter=Operators(self))
        self.list = HitList(self)
        self.preview: Preview | None = None
        self._previewed: Hit | None = None
        self._place_said = ""

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.list

    def on_mount(self) -> None:
        self.line.disable_messages(Input.Changed)
        self.watch(self.line, "value", self._search, init=False)  # at once, so that a key is one frame and not two
        self.lay()
        self.line.focus()
        if self.line.value:
            self._search(self.line.value)
        else:  # the drawer is painted first, and the first key finds the articles searchable
            self.call_after_refresh(self.reader.finder.ready, self._found_later)

    @property
    def first(self) -> Widget:
        return self.line

    def focus(self, scroll_visible: bool = True) -> SearchDrawer:
        return self  # the query line takes the keys, once it is there

    # -- geometry

    @property
    def beside(self) -> bool:
        """Whether the preview stands beside the list."""
        return self.app.size.width >= PREVIEW_BESIDE_FROM

    @property
    def rows(self) -> int:
        """Rows the drawer takes: two thirds of a tall terminal, all of a low one."""
        height = self.app.size.height
        return height - 1 - self.spared if height < 32 else -(-height * 2 // 3)

    @property
    def airy(self) -> bool:
        """Whether hits are parted by a blank row."""
        return self.app.size.height >= 32

    @property
    def below(self) -> int:
        """Rows of a preview below the list."""
        return 0 if self.beside or self.app.size.height < PREVIEW_BELOW_FROM else PREVIEW_ROWS

    @property
    def _list_width(self) -> int:
        width = self.app.size.width
        return width * 55 // 100 if self.beside else width

    def lay(self) -> None:
        width = self.app.size.width
        self.styles.height = self.rows
        self.line.place(3, 0, width - 17)
        self.list.styles.width = self._list_width
        gap = self.list.step - 2  # also the rows of the foot: hits and foot are parted only on a high terminal
        hits = (self.rows - HEAD - self.below) // self.list.step
        self.list.styles.height = max(hits * self.list.step - gap, 1)
        self.call_after_refresh(self.list.changed, keep=self.list.selected)

    # -- searching

    @property
    def _here(self) -> str:
        return "these articles" if self.reader.hand.bare else "this briefing"

    @property
    def helps(self) -> Sequence[Help]:
        """The two commands that help while nothing is typed."""
        scope = ("search.scope", f"searches {self._here if self.library else LIBRARY} instead")
        return (scope, HELP_BACK) if not self.reader.queries else (HELP_RECALL, scope)

    def siglum(self, hit: Hit) -> tuple[str, str]:
        """The letter of a hit's source and its ink; a dot where the hit is in an article of the library."""
        if self.library:
            return self.ink.glyphs.silent, "dim"
        hand = self.reader.hand
        return hand.resolved.briefing.source(hit.source).letter, f"mark:{hand.letters[hit.source]}"

    def _search(self, query: str) -> None:
        if self.library:
            self.reader.library.ask(query, MOST_HITS, self._answered)
            self._asked = self._asked or self.set_timer(AT_ONCE, self._takes_long)
            if not self.results.hits:  # what is said while nothing is typed goes at once
                self.list.refresh()
            self._refresh()
            return
        searcher = self.reader.finder.ready(self._found_later)
        self.reading = searcher is None
        if searcher is not None:
            self.results = searcher.search(query, limit=MOST_HITS)
            self.list.found()
        self._refresh()

    def _takes_long(self) -> None:
        self.slow = True
        self._refresh()

    def _found_later(self) -> None:
        """The articles are read: answer what has been typed meanwhile."""
        if self.is_mounted:
            self._search(self.line.value)

    def _answered(self, query: str, answer: Results | Trouble) -> None:
        """The library has answered, or cannot: then the search goes on in the briefing."""
        entering, self._entering = self._entering, False
        if self._asked is not None:
            self._asked.stop()
        self._asked, self.slow = None, False
        if not self.is_mounted or not self.library:
            return
        if not isinstance(answer, Results):
            self.do_search_scope()
            self.reader.say(answer.message(self.reader.keys_of("search.scope")))
            return
        self.results, self._answered_to = answer, query
        self.list.found()
        self._refresh()
        if entering:
            self.do_go_source()

    def do_search_scope(self) -> None:
        """Search the library in the place of the page, or the page again."""
        self.library = not self.library
        self.reader.dismiss_message()
        self.results, self.preview, self._answered_to = Results("", 0, ()), None, None
        self.list.changed()
        self._search(self.line.value)
        self.reader.refresh_footer()

    def on_click(self, event: events.Click) -> None:
        if event.y == 1 and event.x >= self.size.width - width_of(self._scope()):
            self.do_search_scope()

    def _refresh(self) -> None:
        """Paint what a key may change, and nothing else: the count, how words were read, the preview, the place."""
        width, height = self.size
        self.refresh(Region(0, 0, width, 2), layout=False)
        before, self._previewed = self._previewed, self.list.hit and replace(self.list.hit, score=0.0)
        if self._previewed != before:
            left = self._list_width if self.beside else 0
            top = HEAD if self.beside else self.rows - self.below
            self.refresh(Region(left, top, width - left, height - top), layout=False)
        said = "".join(text for text, _ in self.footer_right(width))
        if said != self._place_said:
            self._place_said = said
            self.reader.refresh_footer()

    def pick(self, index: int) -> None:
        """Choose a hit."""
        self.list.select(index)
        self._refresh()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_search_recall(self) -> None:
        """The search before the one in the line; after the oldest the latest again."""
        earlier = [query for query in reversed(self.reader.queries) if query != self.line.value]
        if not earlier:
            self.reader.say(Message("no earlier search"))
            return
        queries = self.reader.queries
        here = queries.index(self.line.value) if self.line.value in queries else len(queries)
        self.line.value = queries[here - 1]
        self.line.cursor_position = len(self.line.value)

    def _remember(self, query: str) -> None:
        """Keep a search that led somewhere; each once, the latest last."""
        queries = self.reader.queries
        if query in queries:
            queries.remove(query)
        queries.append(query)

    def do_go_source(self) -> None:
        if self.library and self._answered_to != self.line.value:
            self._entering = True  # typed ahead of the answer
        elif self.results.hits:
            self._remember(self.line.value.strip())
            if self.library:
                open_hit(self.reader, self, self.line.value, self.results.hits, self.list.selected)
            else:
                self.reader.start_walk(self.line.value, self.results.hits, self.list.selected)

    def step(self, by: int) -> None:
        self.pick(self.list.selected + by)

    def leap(self, way: int) -> None:
        self.step(way * max(self.list.size.height // self.list.step, 1))

    def briefing_renewed(self) -> None:
        self.results = Results("", 0, ())  # its spans mean the articles as they were
        self._search(self.line.value)
        self.list.changed()
        self.refresh(layout=False)

    def notes_changed(self) -> None:
        if not self.library:
            self._search(self.line.value)

    def inks_changed(self) -> None:
        self.list.changed(keep=self.list.selected)
        super().inks_changed()

    # -- painting

    def render_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        fill = ink("foreground", "raised")
        if y == 0:
            return spread(
                [(" ", fill), ("/ ", ink("accent", "raised", "b"))], [*self._count(), (" ", fill)], width, fill
            )
        if y == 1:
            scope = self._scope()
            return spread(cut(self._read_as(), width - width_of(scope) - 1, ink.glyphs.more), scope, width, fill)
        if y == 2:
            rubric = self._list_width if self.beside else width
            lines = [(ink.glyphs.rubric * rubric, ink("accent", "raised"))]
            return strip([*lines, (ink.glyphs.rule * (width - rubric), ink("border", "raised"))], width, fill)
        if self.airy and y == self.rows - 1:
            return strip([("▁" * width, ink("border", "raised"))], width, fill)
        return self._preview_line(y)

    def _count(self) -> list[Run]:
        total = self.results.total
        if self.reading:
            return [(f"{self.ink.glyphs.mark} reading the articles", self.ink("accent", "raised"))]
        if self.library and (self.slow or not self.reader.library.is_open):
            doing = "asking" if self.reader.library.is_open else "opening"
            return [(f"{self.ink.glyphs.mark} {doing}", self.ink("accent", "raised"))]
        if not self.results.query.strip():
            return []
        ink = self.ink("foreground" if total else "warning", "raised", "b")
        at_least = "at least " if self.results.at_least else ""
        what = "place" if any(hit.also for hit in self.results.hits) else "hit"
        return [(f"{at_least}{total:,} {what}" + ("" if total == 1 else "s"), ink)]

    def _scope(self) -> list[Run]:
        """What is searched, at the right end of the second row; a click on it changes it.

        A narrow terminal has the cells for how words were read instead, as long as nothing but the page is searched.
        """
        ink = self.ink
        if self.size.width < SCOPE_FROM and not self.library:
            return []
        where = (LIBRARY, ink("accent", "raised", "b")) if self.library else (self._here, ink("dim", "raised"))
        return [("in ", ink("dim", "raised")), where, (" ", ink("dim", "raised"))]

    def _read_as(self) -> list[Run]:
        ink, results = self.ink, self.results
        runs: list[Run] = [("   ", ink("dim", "raised"))]
        if results.notices:
            more = f" (and {len(results.notices) - 1} more)" if len(results.notices) > 1 else ""
            return [("  ! ", ink("warning", "raised", "b")), _word(ink, results.notices[0] + more)]
        if not results.hits and results.nearest:
            where = "the library" if self.library else "these sources"
            return [*runs, (f"nearest word in {where}: ", ink("dim", "raised")), _word(ink, results.nearest)]
        shown = [reading for reading in results.readings if reading.approximate or reading.operator]
        if not shown:
            return runs
        from tui.search.reporting import missing  # at hand: the search that was answered has imported it

        absent = [[(said + "  ", ink("warning", "raised"))] for reading in shown if (said := missing(reading))]
        read = [self._reading(reading) for reading in shown if results.hits and not missing(reading)]
        if not absent and not read:
            return runs
        if read:
            read[0] = [("read as  ", ink("dim", "raised")), *read[0]]
        readings = [*absent, *read]
        room = self.size.width - width_of(runs) - width_of(self._scope())
        kept = whole(readings, room + 1) or readings[0]  # one that is too long is cut; the last needs no space after it
        return [*runs, *kept[:-1], (kept[-1][0].rstrip(), kept[-1][1])]

    def _reading(self, reading: Reading) -> list[Run]:
        ink = self.ink
        words = ", ".join(reading.words[:3]) or reading.typed
        if reading.operator == "not":
            return [("not ", ink("accent", "raised", "b")), _word(ink, reading.typed + "  ")]
        if reading.operator and not reading.approximate:
            return [(reading.operator + " ", ink("accent", "raised")), _word(ink, words + "  ")]
        sign = (ink.glyphs.variant + " ", ink("warning", "raised", "b"))
        return [(reading.typed + " ", ink("dim", "raised")), sign, _word(ink, words + "  ")]

    def _preview_line(self, y: int) -> Strip:
        ink, width = self.ink, self.size.width
        fill = ink("foreground", "raised")
        hit = self.list.hit
        if self.preview is None or self.preview.hand is not self.reader.hand:
            self.preview = (LibraryPreview if self.library else Preview)(self.reader.hand)
        if self.beside:
            left = self._list_width
            below = self.rows - HEAD - 2
            runs = self.preview.beside(hit, y - HEAD, width - left, below, ink) if hit else []
            beneath = [(" " * (left - 1), fill), (ink.glyphs.hairline, ink("border", "raised"))]
            return strip([*beneath, *runs], width, fill)
        row = y - (self.rows - self.below)
        if row < 0 or hit is None:
            return strip([], width, fill)
        if row == 0:
            return strip([(ink.glyphs.rule * width, ink("border", "raised"))], width, fill)
        return strip(self.preview.below(hit, row - 1, width, PREVIEW_ROWS - 2, ink), width, fill)

    def footer_right(self, width: int) -> list[Run]:
        count = len(self.results.hits)
        how = "best first  " if width >= ORDER_FROM else ""  # the walk counts them in reading order
        return [(f"{how}{self.list.selected + 1} of {count}", self.ink("dim", "panel"))] if count else []


def _word(ink: Ink, text: str) -> Run:
    return (text, ink("foreground", "raised"))
