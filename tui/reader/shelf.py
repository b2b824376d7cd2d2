"""The briefings at hand as the picker lists them: where each lies, what it is called, what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui import resources
from tui.briefing.findings import Finding
from tui.briefing.model import Briefing
from tui.documents import clean_line
from tui.evidence.model import ResolvedBriefing


@dataclass(frozen=True, slots=True)
class Entry:
    """A briefing file. Until it was read its title is the file's name and `sources` is None.

    `finding` is its first error; a briefing with one cannot be opened.
    """

    path: Path
    origin: str
    title: str
    sources: int | None = None
    date: str = ""
    changes: str = ""  # since it was last read, in words
    finding: Finding | None = None

    @property
    def name(self) -> str:
        """The file's name: one clean line."""
        return clean_line(self.path.name)

    @property
    def details(self) -> str:
        """`3 sources · 2024-07-28 · shipped · 1 statement new`, or the first error with its place."""
        if self.finding is not None:
            return f"{self.finding.line}:{self.finding.column} {self.finding.message}"
        if self.sources is None:
            return self.origin
        count = f"{self.sources} source{'' if self.sources == 1 else 's'}"
        return " · ".join(filter(None, (count, self.date, self.origin, self.changes)))

    @property
    def searched(self) -> str:
        """What the list is narrowed by."""
        return f"{self.title} {self.name} {self.date} {self.origin}"


def entries() -> list[Entry]:
    """Shipped briefings and the user's own, in front the one opened last where it lies elsewhere. Nothing is read."""
    found = [Entry(one.path, one.origin, clean_line(one.id)) for one in resources.briefings()]
    last = resources.last_briefing()
    if last is not None and not any(_same(last, entry.path) for entry in found):
        found.insert(0, Entry(last, "opened last", clean_line(last.stem)))
    return found


def gone() -> str:
    """The file name of the briefing opened last where it is gone, else ""."""
    path = resources.gone_briefing()
    return clean_line(path.name) if path else ""


def told_apart(listed: Sequence[Entry]) -> dict[Path, str]:
    """For entries of one title what tells them apart: the file's name, with its folder where the names are one too."""
    titles = Counter(entry.title for entry in listed)
    twins = [entry for entry in listed if titles[entry.title] > 1]
    names = Counter((entry.title, entry.name) for entry in twins)
    return {
        entry.path: entry.name
        if names[entry.title, entry.name] == 1
        else f"{clean_line(entry.path.absolute().parent.name)}/{entry.name}"
        for entry in twins
    }


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def read(entry: Entry, roots: Sequence[Path]) -> Entry:
    """The entry with what its file says."""
    from tui import briefing

    reading = briefing.read(entry.path, roots=roots)
    if reading.briefing is None:
        return replace(entry, finding=_first_error(reading.findings))
    written = reading.briefing
    date, count = str(written.date or ""), len(written.sources)
    return replace(entry, title=written.title, sources=count, date=date, changes=_changes(written), finding=None)


def _changes(briefing: Briefing) -> str:
    """What the briefing says otherwise than when it was last read here; "" where it never was."""
    from tui.reader import fingerprint, session

    file = session.session_file(briefing)
    try:
        since = file.stat().st_mtime if file else 0.0
    except OSError:
        return ""
    return fingerprint.changes(session.load(briefing)[0].said, briefing, since)


def open_entry(entry: Entry, roots: Sequence[Path]) -> ResolvedBriefing | Finding:
    """The briefing proved, or its first error."""
    from tui import briefing, evidence

    try:
        return evidence.resolve(briefing.load(entry.path, roots=roots))
    except briefing.BriefingError as error:
        return _first_error(error.findings)


def _first_error(findings: Sequence[Finding]) -> Finding:
    return next(finding for finding in findings if finding.severity == "error")
