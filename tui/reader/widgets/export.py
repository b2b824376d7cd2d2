"""Export (`e`): sections to tick, a path, and the Markdown itself beside them (look.md, "Export, help")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events, on
from textual.geometry import Region
from textual.message import Message as Event
from textual.strip import Strip
from textual.widgets import Input

from tui.evidence.model import ResolvedBriefing
from tui.reader.behind import compute
from tui.reader.export_preview import Preview, size_name
from tui.reader.export_target import look, proposed, write
from tui.reader.messages import Message
from tui.reader.painting import Run, fit, spread, strip, width_of
from tui.reader.widgets.dialog import Dialog
from tui.reader.widgets.export_fields import Field, Options, Ticks
from tui.reader.widgets.typing import TypingLine

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

LEFT, LEFT_FROM, LEFT_SMALL, SMALLEST = 39, 100, 31, 24
PREVIEW_FROM = 56  # columns from which there is a preview beside the fields
PREVIEW_HEAD = 2  # its label and the blank row below
LONGEST_PATH = 4096
NOTHING = "Nothing is ticked, so nothing would be written."


def open_export(reader: Hexapla) -> None:
    """Open the dialog, where there is anything to export."""
    if reader.resolved.sections or reader.resolved.differences:
        reader.open_overlay(ExportDialog())
    else:
        reader.say(Message("nothing to export", "there are no statements", kind="warning"))


class ExportDialog(Dialog):
    """Space ticks, `o` one section alone, Tab goes on, `↵` writes; the preview scrolls with `^D ^U` and the wheel."""

    HINTS = (
        ("Tab", "next field"),
        ("Space", "tick"),
        ("open.article", "only this"),
        ("note.edit", "all"),
        ("go.source", "write"),
        ("go.back", "back"),
    )

    @dataclass
    class Made(Event):
        """The preview of these options is ready."""

        resolved: ResolvedBriefing
        options: Options
        preview: Preview

    def __init__(self) -> None:
        super().__init__(name="export")
        self.line = TypingLine(longest=LONGEST_PATH)
        self.previews: dict[Options, Preview] = {}
        self.preview: Preview | None = None
        self._making: Options | None = None
        self._proposed = ""
        self._top = 0
        self._fields: list[Field] = []
        self._window: list[list[Run]] = []

    def compose(self) -> Iterator[TypingLine]:
        yield self.line

    def on_mount(self) -> None:
        briefing = self.reader.resolved.briefing
        self.line.value = self._proposed = proposed(briefing)
        self.line.can_focus = True
        self.fields = Ticks(self.reader.resolved, look(self.line.value, briefing), self.reader.hand.place.section)
        super().on_mount()
        self._changed()

    # -- geometry

    @property
    def left(self) -> int:
        """Cells of the fields, without the hairline."""
        width = self.size.width
        if width < PREVIEW_FROM:
            return width
        return LEFT if width >= LEFT_FROM else min(LEFT_SMALL, max(width * 2 // 5, SMALLEST))

    @property
    def _zone(self) -> int:
        """Cells of a field between the margins."""
        return self.left - 3

    def wanted_rows(self) -> int:
        return self.app.size.height * 3 // 4 - 3

    def lay(self) -> None:
        super().lay()
        self._settle()

    def on_resize(self) -> None:
        super().on_resize()
        self._settle()

    def _settle(self) -> None:
        """Scroll the fields so that the one in hand is in view, put the path's line on its row, fit the preview."""
        rows = self.fields.rows()
        at = self.fields.row_of_focus
        last = len(rows) - self.room
        self._top = max(min(self._top, at - (at > 0), last), at - self.room + 1, 0)
        path = next(number for number, row in enumerate(rows) if row.kind == "path") - self._top
        self.line.display = 0 <= path < self.room
        self.line.place(2, path + 2, self._zone)
        if self.preview is not None:
            self.preview.lay_out(self.size.width - self.left - 4, self.room - PREVIEW_HEAD)
        self.refresh(layout=False)

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
        self._settle()

    def _propose(self) -> None:
        """Let the name follow what is ticked, until somebody gives another."""
        briefing, before = self.reader.resolved.briefing, self._proposed
        self._proposed = proposed(briefing, self.fields.only)
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
        self.previews.clear()
        self.fields.renew(self.reader.resolved)
        self._changed()

    def _show(self, preview: Preview) -> None:
        if preview is not self.preview:
            preview.top = self.preview.top if self.preview else (0, 0)
            self.preview = preview

    # -- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """What every row of a paint needs, worked out once."""
        self._fields = self.fields.rows()
        self._window = self.preview.window(self.ink) if self.preview else []
        return super().render_lines(crop)

    def title_runs(self) -> tuple[list[Run], list[Run]]:
        return [("Export", self.ink("foreground", "raised", "b"))], [("Markdown", self.ink("dim", "raised"))]

    def row(self, y: int, width: int) -> Strip:
        fill, left = self.ink("foreground", "raised"), self.left
        fields = self._field_row(y)
        if left == width:
            return fields
        index = y + self._top
        here = index < len(self._fields) and self._fields[index].name == self.fields.focus != "path"
        ground = "selection" if here and self.ink.depth == "full" else "raised"  # reversed, it would be a block
        hairline = (self.ink.glyphs.hairline, self.ink("border", ground))
        beside = spread([hairline, (" ", fill), *self._preview_row(y)], self._edge(y), width - left, fill)
        return Strip.join([fields, beside])

    def _edge(self, y: int) -> list[Run]:
        fill = self.ink("foreground", "raised")
        preview = self.preview
        if y == 0:
            counts = preview.counts(self.size.width - self.left - 14) if preview else ""
            return [(counts, self.ink("dim", "raised")), ("  ", fill)]
        here = preview is not None and y - PREVIEW_HEAD in preview.thumb
        return [(" ", fill), (self.ink.glyphs.thumb if here else " ", self.ink("border", "raised"))]

    def _preview_row(self, y: int) -> list[Run]:
        dim = self.ink("dim", "raised")
        if y == 0:
            return [("Preview", dim)]
        if self.preview is None:
            return [(f"{self.ink.glyphs.mark} being made", dim)] if y == PREVIEW_HEAD else []
        if not self.preview.lines:
            return [(NOTHING, dim)] if y == PREVIEW_HEAD else []
        return self._window[y - PREVIEW_HEAD] if 0 <= y - PREVIEW_HEAD < len(self._window) else []

    def _field_row(self, y: int) -> Strip:
        ink, index = self.ink, y + self._top
        if index >= len(self._fields):
            return strip([], self.left, ink("foreground", "raised"))
        row = self._fields[index]
        here = row.name == self.fields.focus
        ground = "selection" if here and row.kind != "path" else "raised"
        fill = ink("foreground", ground)
        bar: list[Run] = [(ink.glyphs.bar, ink("bar", ground)), (" ", fill)] if here else [("  ", fill)]
        return spread([*bar, *self._field(row, here, ground)], self._tail(row, ground), self.left, fill)

    def _field(self, row: Field, here: bool, ground: str) -> list[Run]:
        ink, zone = self.ink, self._zone
        match row.kind:
            case "tick":
                box = ink.glyphs.ticked if row.ticked else "[ ]"
                dim = row.section and not row.ticked and not here
                text = fit(row.text, zone - 4 - (len(str(row.count)) + 1 if row.count else 0), ink.glyphs.more)
                style = ink("dim" if dim else "foreground", ground, "b" if here else "")
                return [(box + " ", ink("dim" if dim else "foreground", ground, "" if dim else "b")), (text, style)]
            case "label":
                text = row.short if row.short and zone < LEFT_SMALL else row.text
                return [(fit(text, zone, ink.glyphs.more), ink("dim", ground))]
            case "rule":
                return [(ink.glyphs.rule * zone, ink("border", ground))]
            case "warning":
                runs = [(fit(f"! {row.text}", zone, ink.glyphs.more), ink("warning", ground, "b"))]
                size = f" ({size_name(row.count)})" if row.count else ""
                fits = zone >= LEFT_SMALL and width_of(runs) + cell_len(size) <= zone
                return [*runs, (size, ink("dim", ground))] if fits else runs
        return []

    def _tail(self, row: Field, ground: str) -> list[Run]:
        count = str(row.count) if row.kind == "tick" and row.count else ""
        return [(count, self.ink("dim", ground)), (" ", self.ink("dim", ground))]

    # -- moving

    def _went(self) -> None:
        """The field in hand is another: give the keys to the path's line or to the dialog."""
        self.reader.dismiss_message()
        self._settle()
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
        self._scroll(-(10**9))

    def do_move_bottom(self) -> None:
        self._scroll(10**9)

    def do_app_quit(self) -> None:
        self.reader.close_overlay()

    def take_key(self, event: events.Key) -> bool:
        """Tab, Shift+Tab and Space, which mean this in a dialog whatever they mean on the page."""
        if event.key == "tab":
            self.do_jump_forward()
        elif event.key == "shift+tab":
            self.fields.turn(-1)
            self._went()
        elif event.key == "space" and self.fields.focus != "path":
            self._tick()
        else:
            return False
        return True

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
            self._settle()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._aim(event.value)
        self._settle()

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
                self._settle()
                self._refuse(target.name or "export", why)
                return
            made = self.previews.get(options) or _made(options, text)
            self.reader.close_overlay()
            self.reader.say(Message(f"wrote {target.name}", made.counts()))

    def _refuse(self, subject: str, text: str) -> None:
        self.reader.say(Message(subject, text, kind="error"))


def _made(options: Options, text: str) -> Preview:
    return Preview(text, None if options.sections is None else len(options.sections))
