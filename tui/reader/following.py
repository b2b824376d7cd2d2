"""The briefing and its articles, read again when they change on disk: in a thread, the last good state staying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.reader.goal import Goal
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.briefing.findings import Finding
    from tui.evidence.model import ResolvedBriefing, SourceProblem
    from tui.reader.app import Hexapla


class Fault(NamedTuple):
    """Why what is on disk cannot be put on the page, and the file to mend."""

    message: Message
    goal: Goal


class Following:
    """Reads again what is on the page. `fault` is what hindered that the last time, None once it is mended."""

    def __init__(self, reader: Hexapla) -> None:
        self._reader = reader
        self._again: bool | None = None  # None: at rest; else whether something changed since reading began
        self.fault: Fault | None = None
        self._said: Message | None = None  # what to say of a change that was made here

    @property
    def settled(self) -> bool:
        """Whether the page shows what was last found changed."""
        return self._again is None

    def files(self) -> list[Path]:
        """The briefing, where it has a file, and its articles."""
        briefing = self._reader.resolved.briefing
        paths = [briefing.path] if briefing.path.name else []
        return list(dict.fromkeys([*paths, *(source.path for source in briefing.sources)]))

    def start(self) -> None:
        """Look at the files from now on."""
        self._reader.lookout.add(self.files, self.changed)
        self._reader.lookout.add(self._notes, self._notes_changed)

    def _notes(self) -> list[Path]:
        path = self._reader.notebook.path if self._reader.notebook.is_read else None
        return [path] if path else []

    def _notes_changed(self) -> None:
        from tui.reader.noting import notes_changed

        notes_changed(self._reader)

    def changed(self, said: Message | None = None) -> None:
        """One of the files changed: read everything again, once more when that happens while it is read.

        `said` is word of an act that changed it.
        """
        self._said = said or self._said
        if self._again is not None:
            self._again = True
            return
        from textual.events import Callback

        from tui.reader.behind import compute

        self._again = False
        before, roots = self._reader.resolved, self._reader.roots
        compute(self._reader, lambda: Callback(callback=partial(self._take, before, read_again(before, roots))))

    def forget(self) -> None:
        """Another briefing comes on the page."""
        self._said = None
        self._say_fault(None)

    def _take(self, before: ResolvedBriefing, found: ResolvedBriefing | Fault) -> None:
        again, self._again = self._again, None
        if not self._reader.query("Footer"):  # the page has been taken down
            return
        if self._reader.resolved is before:
            self._put(before, found)
        if again:
            self.changed()

    def _put(self, before: ResolvedBriefing, found: ResolvedBriefing | Fault) -> None:
        if isinstance(found, Fault):
            self._say_fault(found)
            return
        from tui.reader.renewal import renew

        mended = self.fault is not None
        self._say_fault(None)
        if found != before:
            said, self._said = self._said, None
            renew(self._reader, found, said)
        elif mended:
            self._reader.say(Message("mended", "the files are as they were read"))

    def _say_fault(self, fault: Fault | None) -> None:
        self.fault = fault
        hint = f"{self._reader.keys_of('open.article')} opens it"
        self._reader.voice.stand(fault.message._replace(hint=hint) if fault else None)


def read_again(before: ResolvedBriefing, roots: Sequence[Path]) -> ResolvedBriefing | Fault:
    """What is on disk now, resolved; a fault where the briefing is in error or an article that was there is gone."""
    from tui.briefing import read
    from tui.evidence import resolve

    briefing = before.briefing
    if briefing.path.name:
        reading = read(briefing.path, roots=roots)
        if reading.briefing is None:
            return _in_error(briefing.path, next(one for one in reading.findings if one.severity == "error"))
        resolved = resolve(reading.briefing)
    else:
        from tui.drafting import opened

        resolved = resolve(replace(opened([source.path for source in briefing.sources]), title=briefing.title))
    there = {briefing.source(name).path for name in before.documents}
    for problem in resolved.problems:
        if problem.code == "unreadable" and problem.source.path in there:
            return _lost(resolved, problem)
    return resolved


def _in_error(path: Path, finding: Finding) -> Fault:
    said = finding.message + (f" ({finding.hint})" if finding.hint else "")
    goal = Goal(path.name, path.absolute(), finding.line)
    return Fault(Message(f"{path.name}:{finding.line}:{finding.column}", said, kind="error"), goal)


def _lost(resolved: ResolvedBriefing, problem: SourceProblem) -> Fault:
    source = problem.source
    number = [one.id for one in resolved.briefing.sources].index(source.id)
    message = Message(problem.message, "the page keeps what was read", kind="error", siglum=(source.letter, number))
    return Fault(message, Goal(source.outlet or source.file_name, source.path.absolute()))
