"""The search drawer: one line, hits live under it, the passage in context beside (look.md, "Search")."""

from __future__ import annotations

from itertools import pairwise

from rich.cells import cell_len
from rich.highlighter import Highlighter
from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tui.reader.hit_rows import Context, Piece, preview, snippet
from tui.reader.ink import Ink
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, spread, strip, whole, width_of
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.typing import TypingLine
from tui.search.model import Hit, Reading, Results

MOST_HITS = 200
PREVIEW_BESIDE_FROM, PREVIEW_BELOW_FROM, PREVIEW_ROWS = 100, 18, 7
HEAD = 3


class Operators(Highlighter):
    """Lights the operators of the query."""

    def __init__(self, drawer: SearchDrawer) -> None:
        self.drawer = drawer

    def highlight(self, text: Text) -> None:
        style = self.drawer.ink("accent", "raised", "b")
        text.highlight_regex(r"(?:(?<=\s)|^)[!'^\"]+|\$(?=\s|$)|(?<=\s)\|(?=\s|$)|\b(?:source|section):|\"", style)


class HitList(ScrollView):
    """The hits, two rows each; draws only the rows in view."""

    DEFAULT_CSS = "HitList { position: absolute; offset: 0 3; scrollbar-size: 0 0; overflow-x: hidden; }"
    can_focus = False

    def __init__(self, drawer: SearchDrawer) -> None:
        super().__init__()
        self.drawer = drawer
        self.selected = 0
        self._strips: dict[tuple[int, int, bool], Strip] = {}
        self._pieces: dict[int, list[Piece]] = {}

    @property
    def step(self) -> int:
        """Rows from one hit to the next: a blank one parts them where there is room."""
        return 3 if self.drawer.airy else 2

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is listed."""
        return self.drawer.results.hits

    def changed(self, *, keep: int = 0) -> None:
        """The hits changed: begin at the top."""
        self.selected = min(keep, max(len(self.hits) - 1, 0))
        self._strips.clear()
        self._pieces.clear()
        self.virtual_size = Size(self.size.width, len(self.hits) * self.step)
        self.show_selected()
        self.refresh()

    def select(self, index: int) -> None:
        """Move to a hit."""
        self.selected = min(max(index, 0), max(len(self.hits) - 1, 0))
        self.show_selected()
        self.refresh()

    def show_selected(self) -> None:
        """Scroll so that the selected hit is in view."""
        top, height = self.scroll_offset.y, self.size.height
        first = self.selected * self.step
        if first < top:
            self.scroll_to(y=first, animate=False, force=True)
        elif first + 2 > top + height:
            self.scroll_to(y=first + 2 - height, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        ink, width = self.drawer.ink, self.size.width
        index, part = divmod(self.scroll_offset.y + y, self.step)
        edge: Run = (ink.glyphs.hairline if self.drawer.beside else " ", ink("border", "raised"))
        if index >= len(self.hits) or part == 2:
            return strip([(" " * (width - 1), ink("foreground", "raised")), edge], width, ink("foreground", "raised"))
        key = (index, part, index == self.selected)
        if key not in self._strips:
            self._strips[key] = self._draw(index, part, edge, width)
        return self._strips[key]

    def _draw(self, index: int, part: int, edge: Run, width: int) -> Strip:
        ink, hit, selected = self.drawer.ink, self.hits[index], index == self.selected
        ground = "selection" if selected else "raised"
        mark = f"mark:{self.drawer.order(hit.source)}"
        number = f"{ink.glyphs.paragraph}{hit.paragraph}"
        runs: list[Run] = [
            (ink.glyphs.bar if selected else " ", ink("bar", ground)),
            (self.drawer.letter(hit.source) if part == 0 else " ", ink(mark, ground, "b")),
            (ink.glyphs.bar if selected else ink.glyphs.faint_bar, ink(mark, ground)),
            (f"{number if part == 0 else '':>4} ", ink("dim", ground)),
        ]
        if index not in self._pieces:
            self._pieces[index] = snippet(hit, width - 10, ink.glyphs.more)
        pieces = self._pieces[index]
        if part < len(pieces):
            runs += _lit(pieces[part], ink, "foreground" if selected else "prose", ground)
        body = strip(runs, width - 1, ink("foreground", ground))
        return Strip([*body, *strip([edge], 1, ink("foreground", "raised"))], width)

    def on_click(self, event: events.Click) -> None:
        index = (self.scroll_offset.y + event.y) // self.step
        if index < len(self.hits):
            again = index == self.selected
            self.drawer.pick(index)
            if again or event.chain > 1:
                self.drawer.do_go_source()


def _lit(piece: Piece, ink: Ink, text: str, ground: str) -> list[Run]:
    runs, at = list[Run](), 0
    for start, end in piece.lit:
        runs.append((piece.text[at:start], ink(text, ground)))
        runs.append((piece.text[max(start, at) : end], ink("accent", ground, "bu")))
        at = max(end, at)
    return [*runs, (piece.text[at:], ink(text, ground))]


class SearchDrawer(Overlay):
    """`/`: typing searches, `↑ ↓` choose, `↵` jumps into the sources, Escape changes nothing."""

    DEFAULT_CSS = "SearchDrawer { width: 100%; offset: 0 0; position: absolute; background: $surface; }"
    HINTS = (
        ("go.source", "into the source"),
        ("↑ ↓", "hit"),
        ("'", "exact"),
        ("^ $", "ends"),
        ("!", "not"),
        ("a|b", "or"),
        ("source:", ""),
        ("go.back", "back"),
    )

    def __init__(self, query: str = "") -> None:
        super().__init__(name="search")
        self.results = Results("", 0, ())
        self.reading = False  # whether the articles are still being made searchable
        self.line = TypingLine(query, highlighter=Operators(self))
        self.list = HitList(self)

    def compose(self) -> ComposeResult:
        yield self.line
        yield self.list

    def on_mount(self) -> None:
        self._place()
        self.line.focus()
        if self.line.value:
            self._search(self.line.value)

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
        return height - 1 if height < 32 else -(-height * 2 // 3)

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

    def _place(self) -> None:
        width = self.app.size.width
        self.styles.height = self.rows
        self.line.place(3, 0, width - 17)
        self.list.styles.width = self._list_width
        gap = self.list.step - 2  # also the rows of the foot: hits and foot are parted only on a high terminal
        hits = (self.rows - HEAD - self.below) // self.list.step
        self.list.styles.height = max(hits * self.list.step - gap, 1)
        self.call_after_refresh(self.list.changed, keep=self.list.selected)

    def on_resize(self) -> None:
        self._place()

    # -- searching

    def letter(self, source: str) -> str:
        """The letter of a source."""
        return self.reader.resolved.briefing.source(source).letter

    def order(self, source: str) -> int:
        """The source's place in the briefing."""
        return self.reader.hand.letters[source]

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._search(event.value)

    def _search(self, query: str) -> None:
        searcher = self.reader.finder.ready(self._found_later)
        self.reading = searcher is None
        if searcher is not None:
            self.results = searcher.search(query, limit=MOST_HITS)
            self.list.changed()
        self._refresh()

    def _found_later(self) -> None:
        """The articles are read: answer what has been typed meanwhile."""
        if self.is_mounted:
            self._search(self.line.value)

    def _refresh(self) -> None:
        self.refresh(layout=False)
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
        if self.results.hits:
            self._remember(self.line.value.strip())
            self.reader.start_walk(self.line.value, self.results.hits, self.list.selected)

    def do_move_down(self) -> None:
        self.pick(self.list.selected + 1)

    def do_move_up(self) -> None:
        self.pick(self.list.selected - 1)

    def do_move_half_down(self) -> None:
        self.pick(self.list.selected + max(self.list.size.height // self.list.step, 1))

    def do_move_half_up(self) -> None:
        self.pick(self.list.selected - max(self.list.size.height // self.list.step, 1))

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
            return strip(self._read_as(), width, fill)
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
        if not self.results.query.strip():
            return []
        ink = self.ink("foreground" if total else "warning", "raised", "b")
        return [(f"{total:,} hit" + ("" if total == 1 else "s"), ink)]

    def _read_as(self) -> list[Run]:
        ink, results = self.ink, self.results
        runs: list[Run] = [("   ", ink("dim", "raised"))]
        if not results.hits and results.nearest:
            return [*runs, ("nearest word in these sources: ", ink("dim", "raised")), _word(ink, results.nearest)]
        shown = [reading for reading in results.readings if reading.approximate or reading.operator]
        if not shown:
            return runs
        runs.append(("read as  ", ink("dim", "raised")))
        return runs + whole([self._reading(reading) for reading in shown], self.size.width - width_of(runs) + 1)

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
        hits = self.results.hits
        hit = hits[min(self.list.selected, len(hits) - 1)] if hits else None
        if self.beside:
            left = self._list_width
            runs = self._preview_beside(hit, y - HEAD, width - left) if hit else []
            beneath = [(" " * (left - 1), fill), (ink.glyphs.hairline, ink("border", "raised"))]
            return strip([*beneath, *runs], width, fill)
        row = y - (self.rows - self.below)
        if row < 0 or hit is None:
            return strip([], width, fill)
        if row == 0:
            return strip([(ink.glyphs.rule * width, ink("border", "raised"))], width, fill)
        return strip(self._preview_rows(hit, row - 1, width, PREVIEW_ROWS - 3, 1), width, fill)

    def _preview_beside(self, hit: Hit, row: int, width: int) -> list[Run]:
        if row == 1:
            return []
        return self._preview_rows(hit, row - (1 if row > 1 else 0), width, self.rows - HEAD - 4, 0)

    def _preview_rows(self, hit: Hit, row: int, width: int, height: int, indent: int) -> list[Run]:
        ink = self.ink
        if row == 0:
            return self._preview_head(hit, width, indent)
        document = self.reader.resolved.documents[hit.source]
        lines = preview(document, hit, width - 4 - indent, height, ink.glyphs.more)
        if row - 1 >= len(lines):
            return []
        mark = self.order(hit.source)
        line = lines[row - 1]
        stripe = ink.glyphs.bar if line.passage else " "
        margin = [(" " * (indent + 1), ink("foreground", "raised")), (stripe, ink(f"mark:{mark}", "raised"))]
        return [*margin, *_context_runs(line, ink, f"strong:{mark}")]

    def _preview_head(self, hit: Hit, width: int, indent: int) -> list[Run]:
        ink = self.ink
        source = self.reader.resolved.briefing.source(hit.source)
        fill = ink("foreground", "raised")
        chip = ink("page", f"mark:{self.order(hit.source)}", "b")
        where = f"{ink.glyphs.paragraph}{hit.paragraph}"
        if self.beside:
            where += f"  {hit.span.start:,}{ink.glyphs.dash}{hit.span.end:,}"
        name = fit(source.outlet or "outlet not stated", max(width - len(where) - 8 - indent, 4), ink.glyphs.more)
        left = [(" ", fill), (f" {source.letter} ", chip), (" ", fill)]
        left.append((name, ink("foreground", "raised", "b" if source.outlet else "i")))
        used = width_of(left) + cell_len(where) + 1
        return [*left, (" " * (width - used), fill), (where, ink("dim", "raised"))]

    def footer_right(self, width: int) -> list[Run]:
        count = len(self.results.hits)
        return [(f"{self.list.selected + 1} of {count}", self.ink("dim", "panel"))] if count else []


def _word(ink: Ink, text: str) -> Run:
    return (text, ink("foreground", "raised"))


def _context_runs(line: Context, ink: Ink, strong: str) -> list[Run]:
    runs, text = list[Run](), line.text
    start, end = line.passage or (0, 0)
    cuts = sorted({0, len(text), start, end, *(edge for pair in line.lit for edge in pair)})
    for a, b in pairwise(cuts):
        inside = start <= a < end
        lit = any(s <= a < e for s, e in line.lit)
        runs.append(
            (text[a:b], ink("foreground" if inside else "prose", strong if inside else "raised", "bu" if lit else ""))
        )
    return runs
