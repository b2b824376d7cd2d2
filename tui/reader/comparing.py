"""The sources compared, behind the page: once for the same articles, and what follows from it for the briefing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Callback

from tui.collecting import without_collecting
from tui.reader.behind import compute
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.evidence import Comparison, ResolvedBriefing, ResolvedDifference
    from tui.evidence.uncovered import Fact
    from tui.reader.app import Hexapla

UNASKED = 600_000  # characters of all sources that a view has compared without anybody asking: 3 s on one core
TELLING = 0.25  # seconds between two words of how far it is

Key = tuple[tuple[tuple[str, str], ...], tuple[tuple[str, tuple[str, ...]], ...]]


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing says of one reading of a briefing; the suggestions best first."""

    resolved: ResolvedBriefing
    comparison: Comparison
    suggestions: tuple[ResolvedDifference, ...]
    uncovered: tuple[Fact, ...]


class _StoppedError(Exception):
    """Nobody wants the comparison any more."""


@dataclass(slots=True)
class _Task:
    """A comparison under way; `known` where the articles were compared before."""

    resolved: ResolvedBriefing
    known: Comparison | None
    told: bool
    stopped: bool = False
    waiting: list[Callable[[], object]] = field(default_factory=list)
    last: float = field(default_factory=monotonic)


class Comparing:
    """Compares the documents of the briefing on the page when that is first asked for, in a thread, and keeps it."""

    def __init__(self, reader: Hexapla) -> None:
        self._reader = reader
        self._found: Compared | None = None
        self._task: _Task | None = None

    @property
    def settled(self) -> bool:
        """Whether nothing is being compared."""
        return self._task is None

    @property
    def found(self) -> Compared | None:
        """What is known of the briefing on the page as it is now."""
        found = self._found
        return found if found is not None and found.resolved is self._reader.resolved else None

    def ask(self, then: Callable[[], object], *, unasked: bool = False) -> Compared | None:
        """What comparing says, or None while that is worked out: `then` is called once it is there.

        None for good where there are no two documents, and for `unasked` work on very long ones.
        """
        documents = self._reader.resolved.documents
        if self.found is not None or len(documents) < 2:
            return self.found
        if unasked and self._known() is None and sum(len(one.text) for one in documents.values()) > UNASKED:
            return None
        if self._task is None or self._task.stopped or self._task.resolved is not self._reader.resolved:
            self._start()
        task = self._task
        assert task is not None
        task.told = task.told or not unasked
        if then not in task.waiting:
            task.waiting.append(then)
        return None

    def stop(self) -> bool:
        """Give up what is being compared, where its reader has been told of it; whether there was such a thing."""
        task = self._task
        if task is None or task.stopped or not task.told:
            return False
        self._give_up()
        self._reader.say(Message("comparing stopped", hint=f"{self._reader.keys_of('counterparts')} begins again"))
        return True

    def briefing_changed(self) -> None:
        """Another briefing, or another reading of it, is on the page: what was compared may be of other articles."""
        if self._task is not None:
            self._give_up()

    def _give_up(self) -> None:
        assert self._task is not None
        self._task.stopped = True
        self._task = None

    def _known(self) -> Comparison | None:
        """The comparison there is, where it is of these articles and names."""
        found = self._found
        same = found is not None and _key(found.resolved) == _key(self._reader.resolved)
        return found.comparison if found is not None and same else None

    def _start(self) -> None:
        if self._task is not None:
            self._give_up()
        task = self._task = _Task(self._reader.resolved, self._known(), told=False)
        compute(self._reader, lambda: Callback(callback=partial(self._take, task, self._work(task))))

    def _work(self, task: _Task) -> Compared | None:
        try:
            with without_collecting():
                return compared(task.resolved, task.known, partial(self._progress, task))
        except _StoppedError:
            return None

    def _progress(self, task: _Task, done: int, of: int) -> None:
        """How far the thread is, told in the footer from time to time."""
        if task.stopped:
            raise _StoppedError
        if monotonic() - task.last > TELLING:
            task.last = monotonic()
            self._reader.post_message(Callback(callback=partial(self._tell, task, done, of)))

    def _tell(self, task: _Task, done: int, of: int) -> None:
        if task is self._task and task.told:
            text, hint = f"{done} of {of} articles", f"{self._reader.keys_of('go.back')} stops it"
            self._reader.say(Message("comparing", text, hint=hint, kind="work"))

    def _take(self, task: _Task, found: Compared | None) -> None:
        if task is not self._task or found is None:
            return
        self._task, self._found = None, found
        now = self._reader.voice.now
        if now is not None and (now.kind, now.subject) == ("work", "comparing"):
            self._reader.dismiss_message()
        for then in task.waiting:
            then()


def compared(resolved: ResolvedBriefing, known: Comparison | None, progress: Callable[[int, int], None]) -> Compared:
    """The documents of a briefing compared, unless that is `known`, and what this says of the briefing."""
    from tui.drafting.suggesting import suggestions
    from tui.evidence import compare, routes
    from tui.evidence.uncovered import uncovered

    aliases = resolved.briefing.aliases
    comparison = known or compare(resolved.documents.values(), aliases, progress=progress)
    progress(0, 1)
    routed = routes(comparison, resolved.briefing.sections, aliases)
    progress(0, 1)
    return Compared(
        resolved, comparison, suggestions(resolved, comparison, routed), uncovered(resolved, comparison, routed)
    )


def _key(resolved: ResolvedBriefing) -> Key:
    """What a comparison depends on."""
    aliases: Mapping[str, tuple[str, ...]] = resolved.briefing.aliases
    return tuple((name, one.sha256) for name, one in resolved.documents.items()), tuple(aliases.items())
