"""The application: one page, its views, what lies over it, and the commands."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from tui.evidence.model import ResolvedBriefing
from tui.reader import returning, views
from tui.reader.acts import Acts
from tui.reader.arrangement import Arrangement
from tui.reader.arrival import tell
from tui.reader.commands import COMMANDS
from tui.reader.finder import Finder
from tui.reader.following import Following
from tui.reader.glyphs import FULL, Glyphs
from tui.reader.hand import Hand
from tui.reader.ink import Depth, Ink
from tui.reader.jumps import Jumps, Standpoint
from tui.reader.messages import Message, Voice
from tui.reader.notebook import Notebook
from tui.reader.painting import Run
from tui.reader.session import Session
from tui.reader.themes import Theme
from tui.reader.undoing import Done
from tui.reader.visitors import Visitors
from tui.reader.wardrobe import Wardrobe
from tui.reader.watch import Watch
from tui.reader.wearing import put_on
from tui.reader.widgets.first_run import FirstRun
from tui.reader.widgets.frame import LOWEST_WITH_HEADER, Footer, Header
from tui.reader.widgets.overlay import Overlay
from tui.reader.widgets.view import Hint, View
from tui.settings import Settings

if TYPE_CHECKING:
    from tui.reader.comparing import Comparing
    from tui.reader.library_scope import LibraryScope
    from tui.reader.walk import Walk
    from tui.search.model import Hit
    from tui.searching import Searching

MESSAGE_ROWS = 3  # the most an error takes


class Page(Screen[None], inherit_bindings=False):
    """The screen, without Textual's own keys: Tab would go from widget to widget instead of forward."""

    BLANK = True

    def on_resize(self) -> None:
        reader = cast("Hexapla", self.app)
        if reader.overlay is not None and reader.overlay.is_mounted:
            reader.overlay.lay()
            reader.overlay.refresh(layout=False)
        reader.refresh_footer()


class Body(Container):
    """Where the view stands, and all there is to see."""

    BLANK = True


class Hexapla(Acts):
    """Reads one resolved briefing; with `arrival.NOTHING` it begins with the list to pick one from."""

    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = None
    PAUSE_GC_ON_SCROLL = True

    def __init__(
        self,
        resolved: ResolvedBriefing,
        themes: Wardrobe,
        *,
        depth: Depth = "full",
        glyphs: Glyphs = FULL,
        roots: Sequence[Path] = (),
    ) -> None:
        self.hand = Hand(resolved)
        self.themes = themes
        self.usual_theme = themes.first.name
        self.theme_chosen = False  # whether the reader chose another one for this briefing
        self.depth: Depth = depth
        self._glyphs = glyphs
        self.ink = Ink(themes.first, depth, glyphs=glyphs)
        self.page_ink = self.ink
        self.overlay: Overlay | None = None
        self.roots = tuple(roots)
        self.view_name = self.view_before = views.first(resolved)
        self._views: dict[str, View] = {}
        self.voice = Voice(self)
        self.finder = Finder(self, resolved)
        self.notebook = Notebook(resolved)
        self._comparing: Comparing | None = None
        self._library: LibraryScope | None = None
        self.visitors = Visitors()
        self.walk: Walk | None = None
        self.walked: Walk | None = None  # the one ended by turning to another view
        self.settings = Settings()
        self.environ: Mapping[str, str] = os.environ
        self.lookout = Watch()
        self.following = Following(self)
        self.notices: list[Message] = []  # to be told once the page stands
        self.keeps_sessions = False
        self.session = Session()
        self.queries: list[str] = []  # searches made, the latest last
        self.first_run = False  # whether a line for newcomers stands above the footer
        self.jumps = Jumps()
        self.marks: dict[str, Standpoint] = {}
        self.arrangement = Arrangement()  # of the sources, in every view
        self.done = Done()  # what can be taken back
        self.unfinished: dict[tuple[str, str], str] = {}  # notes not kept yet, by the source and the words they are on
        self.writing = False  # whether a decision on a suggestion is being written into the briefing
        self.compares = True  # whether views have the sources compared without being asked
        super().__init__(ansi_color=self.ink.depth != "full")
        self.use_keys(COMMANDS)
        put_on(self, self.ink)

    @property
    def resolved(self) -> ResolvedBriefing:
        """The briefing on the page."""
        return self.hand.resolved

    @property
    def title_text(self) -> str:
        """What the header calls the page."""
        return self.resolved.briefing.title

    # -- the page

    def get_default_screen(self) -> Page:
        return Page(id="_default")

    def compose(self) -> ComposeResult:
        yield Header()
        yield Footer()
        with Body(id="body"):
            yield self._make_view(self.view_name)
        if self.first_run and self.resolved.sections:
            yield FirstRun()

    def _make_view(self, name: str) -> View:
        view = self._views[name] = views.make(name)
        if name in self.session.views:
            view.take_up(self.session.views[name])
        return view

    @property
    def view(self) -> View:
        """The view on the page."""
        return self._views[self.view_name]

    @property
    def views(self) -> Mapping[str, View]:
        """Every view shown so far, by name."""
        return self._views

    @property
    def way_out(self) -> Standpoint | None:
        """Where Escape leads from the sources: to where they were entered from."""
        return self.jumps.entrance if self.view_name == "sources" else None

    def view_names(self) -> list[tuple[str, str]]:
        """Number and name of every view this briefing has."""
        return views.numbered(self.resolved)

    def on_mount(self) -> None:
        self.view.focus()
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        """The first screen stands: what was made for it stays, so the garbage collector need not look at it."""
        gc.freeze()
        gc.enable()
        self.animation_level = "none"
        self.lookout.start(self)
        self.voice.say_all(self.take_notices())
        tell(self)

    def on_resize(self, event: events.Resize) -> None:
        # `self.size` is still the old one.
        self.query_one(Header).set_class(event.size.height < LOWEST_WITH_HEADER, "-hidden")

    def show_view(self, name: str) -> None:
        """Turn to a view, keeping the statement in hand; what lies over the page goes."""
        self.close_overlay()
        if name == self.view_name or name not in (views.PICKER, *(known for _, known in self.view_names())):
            return
        self.view.add_class("-hidden")
        self.view_before, self.view_name = self.view_name, name
        if name in self._views:
            self.view.remove_class("-hidden")
            self.view.hand_moved()
        else:
            self.arriving = self.query_one("#body").mount(self._make_view(name))
        self.view.focus()
        self.refresh_frame()

    async def turn_to(self, resolved: ResolvedBriefing) -> None:
        """Put another briefing on the page, where it was left; `arrival.exchange` does what belongs to it."""
        body = self.query_one("#body")
        self.following.forget()  # paints the frame, so a view has to be there
        await body.remove_children()
        self._views.clear()
        self.replace_hand(Hand(resolved))
        self.walk, self.walked, self.jumps, self.visitors = None, None, Jumps(), Visitors()
        self.marks.clear()
        self.done, self.unfinished = Done(), {}
        self.view_name = self.view_before = views.first(resolved)
        returning.take_up(self, *returning.load(resolved, self.keeps_sessions))
        await body.mount(self._make_view(self.view_name))
        if self.first_run and resolved.sections and not self.query(FirstRun):
            await self.screen.mount(FirstRun(), after=body)
        self.view.focus()
        self.refresh_frame()

    def replace_hand(self, hand: Hand) -> None:
        """Take another briefing, or another reading of it, in hand; the views learn of it from who does this."""
        self.hand, self.finder, self.notebook = hand, Finder(self, hand.resolved), Notebook(hand.resolved)
        if self._comparing is not None:
            self._comparing.briefing_changed()

    def moved(self, whether: bool = True) -> None:
        """The statement in hand changed: show it everywhere."""
        if whether:
            self.dismiss_message()
            self.view.hand_moved()
            self.refresh_footer()

    def refresh_frame(self) -> None:
        """Paint header and footer anew."""
        self.query_one(Header).refresh()
        self.query_one(Footer).look()
        self.query("#first-run").refresh()  # it says what keys do in the view

    def start_walk(self, query: str, hits: Sequence[Hit], at: int, *, sign: str = "/") -> None:
        """Show the hit `at` in the sources, all hits lit; `n` and `N` walk them, Escape leads back here."""
        from tui.reader import walk

        walk.start(self, query, hits, at, sign)

    @property
    def searcher(self) -> Searching:
        """Search over the documents on the page, and the notes on them."""
        return self.finder.searcher

    @property
    def library(self) -> LibraryScope:
        """The library, to be searched in the place of the briefing; nothing is opened before it is asked."""
        if self._library is None:
            from tui.reader.library_scope import LibraryScope

            self._library = LibraryScope(self)
        return self._library

    @property
    def comparing(self) -> Comparing:
        """The documents on the page compared; nothing is, before it is asked for."""
        if self._comparing is None:
            from tui.reader.comparing import Comparing

            self._comparing = Comparing(self)
        return self._comparing

    def stop_comparing(self) -> bool:
        """Give up the comparison somebody waits for; whether there was one."""
        return self._comparing is not None and self._comparing.stop()

    def refresh_footer(self) -> None:
        """Paint the footer anew, and the header where it shows another place than the one in hand."""
        self.query_one(Footer).look()
        self.query_one(Header).look()

    # -- inks

    def wear(self, theme: Theme) -> None:
        """Put on a theme."""
        self.ink = Ink(theme, self.depth, glyphs=self._glyphs)
        put_on(self, self.ink)
        self._veil()

    def keys_changed(self) -> None:
        """Other keys carry out the commands: paint anew whatever names some."""
        self._veil()

    def get_css_variables(self) -> dict[str, str]:
        dim = self.ink.colour("dim") if self.ink.depth == "full" else "ansi_default"
        return {**super().get_css_variables(), "dim": dim}

    def _veil(self) -> None:
        veiled = self.overlay is not None and self.overlay.VEILS
        self.page_ink = self.ink.veil() if veiled else self.ink
        for view in self._views.values():
            view.inks_changed()
        if self.overlay:
            self.overlay.inks_changed()
        for line in self.query("FirstRun, Tour"):
            line.refresh()
        self.refresh_frame()

    # -- what lies over the page

    def open_overlay(self, overlay: Overlay) -> None:
        """Lay `overlay` over the page, in the place of any other; word of an act gives way to its keys."""
        if self.voice.now is not None and self.voice.now.kind == "said":
            self.dismiss_message()
        self._take_away()
        self.overlay = overlay
        self._veil()
        self.arriving = self.screen.mount(overlay)
        overlay.focus()

    def close_overlay(self) -> None:
        """Take away what lies over the page."""
        if self.overlay is None:
            return
        self._take_away()
        self._veil()
        self.view.focus()

    def _take_away(self) -> None:
        overlay, self.overlay = self.overlay, None
        if overlay is not None:
            overlay.closing()
            overlay.remove()

    # -- the end

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:
        """End, whatever asks for it (a key, a signal, a lost terminal), and keep where reading stands."""
        self.leave_tour()
        returning.save(self)
        super().exit(result, return_code)

    # -- the footer

    def take_notices(self) -> list[Message]:
        """What waits to be told, which then waits no more."""
        taken, self.notices = self.notices, []
        return taken

    def hints(self) -> Sequence[Hint]:
        """The keys that fit the focus."""
        return (self.overlay or self.view).HINTS

    def footer_left(self, width: int) -> list[Run] | None:
        """What stands in the place of the keys, or None for the keys."""
        return (self.overlay or self.view).footer_left(width)

    def footer_right(self, width: int) -> list[Run]:
        """The right end of the footer."""
        return (self.overlay or self.view).footer_right(width)

    def message_rows(self, width: int) -> list[tuple[list[Run], list[Run]]]:
        """The message in force, row by row; [] where there is none. What lies over the page leaves one row free."""
        said = self.voice.now or (self.voice.standing if self.overlay is None else None)
        most = min(self.size.height // 6, MESSAGE_ROWS) if said and said.kind == "error" and not self.overlay else 1
        return said.rows(self.ink, width, most) if said else []

    def say(self, message: Message) -> None:
        """Show a message in the footer: word of an act for four seconds, an error until the next act."""
        self.voice.say(message)

    def dismiss_message(self) -> None:
        """Take the message away."""
        self.voice.dismiss()
