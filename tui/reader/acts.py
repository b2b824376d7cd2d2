"""What the application itself does when a command reaches it: past what lies over the page, past the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partialmethod

from tui.reader.chosen import choose_theme, tell_of_themes
from tui.reader.dispatch import Commanded
from tui.reader.jumps import Standpoint, here, return_to
from tui.reader.messages import Message
from tui.reader.widgets.first_run import FirstRun, hide


class Acts(Commanded):
    """A method `do_…` for every command that every view shares."""

    def _turn_to(self, view: str) -> None:
        self.reader.jumps.entrance = None  # whoever chooses a view by its number has left the way they came by
        if view != "sources":
            self._end_walk()
        self.reader.dismiss_message()  # it was about the view that is left
        self.reader.show_view(view)
        self.reader.refresh_footer()  # on the view that is there already it names the way back no more

    def _end_walk(self) -> None:
        if self.reader.walk is not None or self.reader.visitors.all:
            from tui.reader import walk

            walk.end(self.reader)

    do_view_sections = partialmethod(_turn_to, "sections")
    do_view_sources = partialmethod(_turn_to, "sources")
    do_view_coverage = partialmethod(_turn_to, "coverage")
    do_view_differences = partialmethod(_turn_to, "differences")
    do_view_timeline = partialmethod(_turn_to, "timeline")
    do_picker_open = partialmethod(_turn_to, "picker")

    def do_section_next(self) -> None:
        self.reader.moved(self.reader.hand.turn(1))

    def do_section_previous(self) -> None:
        self.reader.moved(self.reader.hand.turn(-1))

    def do_difference_next(self) -> None:
        """To the next statement the sources disagree or vary on."""
        from tui.reader import differing

        differing.step(self.reader, 1)

    def do_difference_previous(self) -> None:
        """To the one before."""
        from tui.reader import differing

        differing.step(self.reader, -1)

    def do_jump_back(self) -> None:
        """To where the last jump was made from."""
        self._jump(self.reader.jumps.back)

    def do_jump_forward(self) -> None:
        """To where `jump.back` was asked for."""
        self._jump(self.reader.jumps.forward)

    def do_mark_set(self) -> None:
        from tui.reader import marks

        marks.ask(self.reader, "mark this place with a letter", marks.keep)

    def do_mark_go(self) -> None:
        from tui.reader import marks

        marks.ask(self.reader, "go to the mark", marks.go)

    def _jump(self, turn: Callable[[Standpoint], Standpoint | None]) -> None:
        to = turn(here(self.reader))
        if to is None:
            self.reader.say(Message("no jump that way"))
        else:
            return_to(self.reader, to)

    def do_go_source(self) -> None:
        if self.reader.view_name != "sources":
            self._end_walk()
            self.reader.jumps.entrance = here(self.reader)
        self.reader.jumps.left(here(self.reader))
        self.reader.show_view("sources")
        self.reader.view.to_evidence()

    def do_hit_next(self) -> None:
        self._step_walk(1)

    def do_hit_previous(self) -> None:
        self._step_walk(-1)

    def _step_walk(self, by: int) -> None:
        from tui.reader import walk

        walk.step(self.reader, by)

    def do_counterparts(self) -> None:
        from tui.reader import counterparts

        counterparts.show(self.reader)

    def do_go_back(self) -> None:
        if self.reader.stop_comparing() or (not self._way_back_in_tour() and self.leave_tour()):
            return
        self.reader.dismiss_message()
        self.reader.voice.stand(None)
        if self.reader.walk is not None:
            from tui.reader import walk

            walk.leave(self.reader)
        elif self.reader.way_out is not None:
            self._end_walk()
            self.reader.jumps.entrance, entrance = None, self.reader.way_out
            self.reader.jumps.left(here(self.reader))
            return_to(self.reader, entrance)
        elif self.reader.query(FirstRun):
            hide(self.reader)

    def _way_back_in_tour(self) -> bool:
        """Whether the tour led to where Escape leads back from, which it does before it ends the tour."""
        if self.hears is None:
            return False
        from tui.reader.widgets import tour

        return tour.has_way_back(self.reader)

    def leave_tour(self) -> bool:
        """End the tour, where there is one: nothing of it is loaded before."""
        if self.hears is None:
            return False
        from tui.reader.widgets import tour

        return tour.leave(self.reader)

    def do_source_show_all(self) -> None:
        """Hide no source any more, whatever view asks: figures count those that are hidden too."""
        reader = self.reader
        count = reader.arrangement.hidden(reader.resolved)
        reader.arrangement.show_all()
        reader.view.rearranged()
        reader.say(Message("all sources", f"{count} shown again" if count else "none was hidden"))

    def do_tour_start(self) -> None:
        from tui.reader.widgets import tour

        tour.start(self.reader)

    def do_theme_next(self) -> None:
        """Turn to the next theme."""
        themes = list(self.reader.themes)
        at = next((at for at, theme in enumerate(themes) if theme.name == self.reader.ink.theme.name), -1)
        choose_theme(self.reader, themes[(at + 1) % len(themes)])

    def do_theme_pick(self) -> None:
        from tui.reader.widgets.theme_picker import ThemePicker

        self.reader.open_overlay(ThemePicker(self.reader.themes, self.reader.ink.theme))
        tell_of_themes(self.reader)

    def do_app_quit(self) -> None:
        self.reader.exit()

    def do_search_open(self) -> None:
        if not self.reader.resolved.documents:
            self.reader.say(Message("no article is open", kind="warning"))
            return
        from tui.reader.widgets.search import SearchDrawer

        walk = self.reader.walk
        query = walk.query if walk and walk.sign == "/" else ""
        self.reader.open_overlay(SearchDrawer(query, library=walk is not None and walk.library))

    def do_copy_citation(self) -> None:
        """Copy what the view has in hand, with its citation."""
        from tui.reader.clipboard import take

        take(self.reader)

    def do_copy_form(self) -> None:
        from tui.reader.clipboard import turn_form

        turn_form(self.reader)

    def do_select_start(self) -> None:
        from tui.reader.widgets.selecting import start

        start(self.reader)

    def do_note_bookmark(self) -> None:
        from tui.reader.noting import bookmark

        bookmark(self.reader)

    def do_note_edit(self) -> None:
        from tui.reader.noting import annotate

        annotate(self.reader)

    def do_note_delete(self) -> None:
        from tui.reader.noting import delete

        delete(self.reader)

    def do_notes_open(self) -> None:
        from tui.reader.noting import open_list

        open_list(self.reader)

    def do_undo(self) -> None:
        from tui.reader.undoing import undo

        undo(self.reader)

    def do_export_open(self) -> None:
        from tui.reader.widgets.export import open_export

        open_export(self.reader)

    def do_open_article(self) -> None:
        from tui.reader.widgets.opening import open_editor, open_goal

        fault = self.reader.following.fault if self.reader.voice.standing else None
        if fault is not None:
            open_editor(self.reader, fault.goal)
        else:
            open_goal(self.reader, self.reader.view.to_open())

    def do_help_open(self) -> None:
        from tui.reader.widgets.help import HelpDialog

        self.reader.open_overlay(HelpDialog())

    def do_palette_open(self) -> None:
        from tui.reader.widgets.help import Palette

        self.reader.open_overlay(Palette())
