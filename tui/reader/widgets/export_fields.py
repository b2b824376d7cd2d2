"""The fields of the export dialog: what can be ticked, what is, and which one is in hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tui.evidence.model import ResolvedBriefing
from tui.notes import Placed
from tui.reader.export_target import Target


@dataclass(frozen=True, slots=True)
class Options:
    """What is exported: the ids of the sections, or None for a briefing that has none. `whole`: all of them."""

    sections: tuple[str, ...] | None
    whole: bool
    differences: bool
    coverage: bool
    timeline: bool = True
    notes: tuple[Placed, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether there would be nothing to write."""
        return self.sections == ()

    def text(self, resolved: ResolvedBriefing) -> str:
        """The Markdown; "" where nothing is chosen."""
        from tui.export import markdown

        if self.nothing:
            return ""
        sections = None if self.whole else self.sections
        return markdown(
            resolved,
            sections,
            differences=self.differences,
            coverage=self.coverage,
            timeline=self.timeline,
            notes=self.notes,
        )


@dataclass(frozen=True, slots=True)
class Field:
    """A row of the dialog, `short` its text where there is little room.

    `name` is "" where it cannot be taken in hand. `count`: statements, or bytes of a file.
    """

    kind: Literal["label", "tick", "path", "rule", "warning", "blank"]
    text: str = ""
    short: str = ""
    name: str = ""
    ticked: bool = False
    count: int = 0
    section: bool = False


class Ticks:
    """The state of the fields; `focus` is the name of the one in hand."""

    def __init__(self, resolved: ResolvedBriefing, target: Target, at: int = 0) -> None:
        self.resolved = resolved
        self.target = target
        self.ticked = {section.section.id for section in resolved.sections}
        self.differences = self.coverage = self.timeline = True
        self.notes = self.overwrite = False
        self._kept: tuple[Placed, ...] = ()
        self.focus = f"section {at}" if resolved.sections else "differences"

    def renew(self, resolved: ResolvedBriefing) -> None:
        """Offer the sections of another reading of the briefing: those that are new are ticked."""
        known = {section.section.id for section in self.resolved.sections}
        self.ticked |= {section.section.id for section in resolved.sections} - known
        self.resolved = resolved

    def offer(self, notes: Iterable[Placed]) -> None:
        """Offer these notes too; nobody gives their own away without having ticked them."""
        self._kept = tuple(notes)

    @property
    def options(self) -> Options:
        """What the ticks mean."""
        ids = [section.section.id for section in self.resolved.sections]
        chosen = tuple(name for name in ids if name in self.ticked)
        whole = len(chosen) == len(ids)
        notes = self._kept if self.notes else ()
        return Options(chosen if ids else None, whole, self.differences, self.coverage, self.timeline, notes)

    def rows(self) -> list[Field]:
        """Every row, from the top."""
        return list(self._rows())

    def _rows(self) -> Iterator[Field]:
        if self.resolved.sections:
            yield Field("label", "Sections")
            for index, one in enumerate(self.resolved.sections):
                ticked = one.section.id in self.ticked
                yield Field(
                    "tick", one.section.title, "", f"section {index}", ticked, len(one.statements), section=True
                )
            yield Field("blank")
        yield Field("tick", "differences", name="differences", ticked=self.differences)
        if self.resolved.sections:
            yield Field("tick", "coverage table", name="coverage", ticked=self.coverage)
            yield Field("tick", "timeline", name="timeline", ticked=self.timeline)
        if self._kept:
            yield Field("tick", "your notes", name="notes", ticked=self.notes, count=len(self._kept))
        yield Field("blank")
        yield Field("label", "Write to")
        yield Field("path", name="path")
        yield Field("rule")
        if self.target.said:
            yield Field("warning", self.target.said, count=self.target.size)
        if self.target.state == "exists":
            yield Field("tick", "overwrite it", name="overwrite", ticked=self.overwrite)
            yield Field("label", "or give it another name", "or name another")

    @property
    def names(self) -> list[str]:
        """The fields that can be taken in hand, from the top."""
        return [row.name for row in self._rows() if row.name]

    @property
    def row_of_focus(self) -> int:
        """The row of the field in hand; the path's when it is gone."""
        rows = self.rows()
        if self.focus not in self.names:
            self.focus = "path"
        return next(number for number, row in enumerate(rows) if row.name == self.focus)

    def step(self, by: int) -> None:
        """To another field that can be ticked, stopping at the ends: in the path a letter held down would be typed."""
        names = self.names
        at = names.index(self.focus)
        ticks = [name for name in (names[at + 1 :] if by > 0 else names[:at][::-1]) if name != "path"]
        self.focus = ticks[min(abs(by), len(ticks)) - 1] if ticks else self.focus

    def turn(self, by: int) -> None:
        """To another group of fields (sections, what goes with them, the path, overwriting), round the end."""
        groups = list(dict.fromkeys(_group(name) for name in self.names))
        to = groups[(groups.index(_group(self.focus)) + by) % len(groups)]
        self.focus = next(name for name in self.names if _group(name) == to)

    def take(self, index: int) -> bool:
        """Take the field on a row in hand; False where there is none."""
        rows = self.rows()
        if 0 <= index < len(rows) and rows[index].name:
            self.focus = rows[index].name
            return True
        return False

    @property
    def only(self) -> str:
        """The id of the one section chosen of several; "" where there is no such."""
        options = self.options
        return options.sections[0] if options.sections and len(options.sections) == 1 and not options.whole else ""

    def tick_only(self) -> bool:
        """Tick the section in hand and no other; False where no section is in hand."""
        kind, _, number = self.focus.partition(" ")
        if kind != "section":
            return False
        self.ticked = {self.resolved.sections[int(number)].section.id}
        return True

    def tick_all(self) -> None:
        """Tick every section."""
        self.ticked = {section.section.id for section in self.resolved.sections}

    def tick(self) -> None:
        """Tick the field in hand, or untick it."""
        match self.focus.split():
            case ["section", number]:
                self.ticked ^= {self.resolved.sections[int(number)].section.id}
            case ["differences"]:
                self.differences = not self.differences
            case ["coverage"]:
                self.coverage = not self.coverage
            case ["timeline"]:
                self.timeline = not self.timeline
            case ["notes"]:
                self.notes = not self.notes
            case ["overwrite"]:
                self.overwrite = not self.overwrite


def _group(name: str) -> str:
    return "with" if name in ("differences", "coverage", "timeline", "notes") else name.partition(" ")[0]
