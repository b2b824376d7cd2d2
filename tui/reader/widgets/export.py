"""Export (`e`): sections to tick, a path, and the Markdown itself beside them (look.md, "Export, help")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message as Event
from textual.widget import Widget
from textual.widgets import Input

from tui.evidence.model import ResolvedBriefing
from tui.reader.behind import compute
from tui.reader.completing import complete
from tui.reader.export_preview import Preview
from tui.reader.export_target import folder_for, in_folder, look, proposed, remember_folder, write
from tui.reader.messages import Message
from tui.reader.widgets.export_fields import Options, Ticks
from tui.reader.widgets.export_page import ExportPage
from tui.reader.widgets.steps import FAR
from tui.reader.widgets.typing import TypingLine
from tui.reader.widgets.view import Hint

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

MOST_NAMES = 50  # shown of those a path may go on with
IN_ORDER_FROM = 56  # columns from which the footer has room for the act behind the keys that lead there


def open_export(reader: Hexapla) -> None:
    """Open the dialog, where there is anything to export."""
    if reader.resolved.sections or reader.resolved.differences:
        reader.open_overlay(ExportDialog())
    else:
        reader.say(Message("nothing to export", "there are no statements", kind="warning"))


class ExportDialog(ExportPage):
    """Space ticks, `o` one section alone, Tab goes on, `↵` writes; the preview scrolls with `^D ^U` and the wheel."""

    @dataclass
    class Made(Event):
        """The preview of these options is ready."""

        resolved: ResolvedBriefing
        options: Options
        preview: Preview

    def __init__(self) -> None:
        super().__init__()
        self.previews: dict[Options, Preview] = {}
        self._making: Options | None = None
        self._proposed = ""
        self._folder: Path | None = None  # that of the last export of this briefing

    def compose(self) -> Iterator[TypingLine]:
        yield self.line

    @property
    def HINTS(self) -> Sequence[Hint]:  # type: ignore[override]  # noqa: N802
        """The keys of the footer in the order of their use; a narrow one, which drops the last, has the act first."""
        act, ticking = ("go.source", "write"), (("Tab", "next field"), ("Space", "tick"))
        more = (("open.article", "only this"), ("note.edit", "all"), ("go.back", "back"))
        return (*ticking, act, *more) if self.app.size.width >= IN_ORDER_FROM else (act, *ticking, *more)

    @property
    def first(self) -> Widget:
        return self.line if self.fields.focus == "path" else self

    def on_mount(self) -> None:
        briefing, reader = self.reader.resolved.briefing, self.reader
        self._folder = folder_for(briefing) if reader.keeps_sessions else None
        self.line.value = self._proposed = in_folder(self._folder, proposed(briefing))
        self.line.can_focus = True
        self.fields = Ticks(reader.resolved, look(self.line.value, briefing), reader.hand.place.section)
        self.fields.offer(reader.notebook.all())
        super().on_mount()
        self._changed()

    # -- the preview

    @property
    def settled(self) -> bool:
        """Whether the preview shows what is ticked."""
        return self._making is None

    def _changed(self) -> None:
        """Something was ticked: show its preview, now if it was made before, else when it is made."""
        self._propose()
        options = self.fields.options
        if options in self.previews:
            self._show(self.previews[options])
        elif self._making is None:
            self._making = options
            resolved = self.reader.resolved
            compute(self, lambda: self.Made(resolved, options, _made(options, options.text(resolved))))
        self.settle_rows()

    def _propose(self) -> None:
        """Let the name follow what is ticked, until somebody gives another."""
        briefing, before = self.reader.resolved.briefing, self._proposed
        self._proposed = in_folder(self._folder, proposed(briefing, self.fields.only))
        if self.line.value == before != self._proposed:
            with self.line.prevent(Input.Changed):
                self.line.value = self._proposed
            self._aim(self._proposed)

    def _aim(self, path: str) -> None:
        """Another path: look what stands there; leave to overwrite was for the other one."""
        self.fields.target = look(path, self.reader.resolved.briefing)
        self.fields.overwrite = False

    def on_export_dialog_made(self, event: Made) -> None:
        event.stop()
        if event.resolved is self.reader.resolved:
            self.previews[event.options] = event.preview
        self._making = None
        self._changed()

    def briefing_renewed(self) -> None:
        if self.is_mounted:  # else all is taken from the reader then
            self.previews.clear()
            self.fields.renew(self.reader.resolved)
            self.notes_changed()

    def notes_changed(self) -> None:
        self.fields.offer(self.reader.notebook.all())
        self._changed()

    def _show(self, preview: Preview) -> None:
        if preview is not self.preview:
            preview.top = self.preview.top if self.preview else (0, 0)
            self.preview = preview

    # -- moving

    def _went(self) -> None:
        """The field in hand is another: give the keys to the path's line or to the dialog."""
        self.reader.dismiss_message()
        self.settle_rows()
        if self.fields.focus == "path":
            self.line.focus()
        elif self.screen.focused is not self:
            self.focus()
        self.refresh(layout=False)

    def do_move_down(self) -> None:
        self.fields.step(1)
        self._went()

    def do_move_up(self) -> None:
        self.fields.step(-1)
        self._went()

    def do_jump_forward(self) -> None:
        self.fields.turn(1)
        self._went()

    def _scroll(self, by: int) -> None:
        if self.preview is not None:
            self.preview.scroll(by)
            self.refresh(layout=False)

    def do_move_half_down(self) -> None:
        self._scroll(max(self.room // 2, 1))

    def do_move_half_up(self) -> None:
        self._scroll(-max(self.room // 2, 1))

    def do_move_top(self) -> None:
        self._scroll(-FAR)

    def do_move_bottom(self) -> None:
        self._scroll(FAR)

    def do_app_quit(self) -> None:
        self.reader.close_overlay()

    def take_key(self, event: events.Key) -> bool:
        """Tab, Shift+Tab and Space, which mean this in a dialog whatever they mean on the page."""
        if event.key == "tab":
            if not self._complete():
                self.do_jump_forward()
        elif event.key == "shift+tab":
            self.fields.turn(-1)
            self._went()
        elif event.key == "space" and self.fields.focus != "path":
            self._tick()
        else:
            return False
        return True

    def _complete(self) -> bool:
        """Go on with the path somebody types, or show how it may go on; False where nothing is to be added."""
        typed = self.line.value
        if self.fields.focus != "path" or typed == self._proposed:
            return False
        found = complete(typed)
        if found.path != typed:
            self.line.value = found.path
            self.line.cursor_position = len(found.path)
            self.reader.dismiss_message()
            return True
        if len(found.names) > 1:
            self.reader.say(Message(f"{len(found.names)} go on so", "  ".join(found.names[:MOST_NAMES])))
            return typed.rpartition("/")[2] not in found.names
        return False

    def on_key(self, event: events.Key) -> None:
        if self.take_key(event):
            event.stop()
            event.prevent_default()

    def do_open_article(self) -> None:
        """Tick the section in hand and no other."""
        if self.fields.tick_only():
            self.reader.dismiss_message()
            self._changed()
        else:
            self.reader.say(Message("no section is in hand", kind="warning"))

    def do_note_edit(self) -> None:
        """Tick every section."""
        self.reader.dismiss_message()
        self.fields.tick_all()
        self._changed()

    def _tick(self) -> None:
        self.reader.dismiss_message()
        self.fields.tick()
        self._changed()

    def on_click(self, event: events.Click) -> None:
        index = event.y - 2 + self._top
        if event.x < self.left and event.y >= 2 and self.fields.take(index):
            self._went()
            if self.fields.focus != "path":
                self._tick()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(-3)

    def on_descendant_focus(self) -> None:
        """The path's line was clicked."""
        if self.fields.focus != "path":
            self.fields.focus = "path"
            self.settle_rows()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._aim(event.value)
        self.settle_rows()

    # -- writing

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_go_source()

    def do_go_source(self) -> None:
        """Write the file and say so; where that is not possible, say why and stay."""
        options, fields = self.fields.options, self.fields
        target = fields.target = look(self.line.value, self.reader.resolved.briefing)
        if options.nothing:
            self._refuse("nothing is ticked", "Space ticks a section")
        elif target.state == "exists" and not fields.overwrite:
            fields.focus = "overwrite"
            self._went()
            self._refuse(target.name, "exists; tick “overwrite it” or give another name")
        else:
            text = options.text(self.reader.resolved)
            why = write(target, text, overwrite=fields.overwrite)
            if why:
                self.settle_rows()
                self._refuse(target.name or "export", why)
                return
            made = self.previews.get(options) or _made(options, text)
            if self.reader.keeps_sessions:
                remember_folder(target.path, self.reader.resolved.briefing)
            self.reader.close_overlay()
            self.reader.say(Message(f"wrote {target.name}", made.counts()))

    def _refuse(self, subject: str, text: str) -> None:
        self.reader.say(Message(subject, text, kind="error"))


def _made(options: Options, text: str) -> Preview:
    return Preview(text, None if options.sections is None else len(options.sections))
