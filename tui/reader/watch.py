"""Files that are looked at once a second, so that what changes on disk changes on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

SECONDS = 1.0  # between looks; a look at ten files takes 40 µs
PATIENCE = 5.0  # seconds after which a file system is taken not to answer
WAITING = 3  # looks let wait for one at a time; while there are so many, no other is begun

Stamp = tuple[int, int, int]
Stamps = dict[Path, Stamp | None]


class Watch:
    """Calls back when one of some files changed, came or went.

    `add` what to look at, then `start`; `look` does it once, now. One look is under way at a time. `silent` are the
    folders whose files are left out because their file system does not answer: a look waits in each of them.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[Callable[[], Iterable[Path]], Callable[[], object], Stamps]] = []
        self._looking: _Look | None = None
        self.silent: set[Path] = set()

    def add(self, paths: Callable[[], Iterable[Path]], changed: Callable[[], object]) -> None:
        """Call `changed` when one of the files or folders `paths` answers with is not as it was."""
        self._seen.append((paths, changed, _stamps(paths())))

    def start(self, app: App[None]) -> None:
        """Look every second from now on, until the application ends."""
        app.set_interval(SECONDS, partial(self.look_behind, app))

    def look(self) -> None:
        """Look at everything once. A file that is looked at for the first time has not changed."""
        self._take(_Look(self._wanted()).stamps())

    def look_behind(self, app: App[None]) -> None:
        """The same in a thread, so that no key waits for a disk that has gone to sleep or a network that is gone."""
        from textual.events import Callback

        from tui.reader.behind import compute

        if self._looking is not None:
            if self._looking.seconds < PATIENCE:
                return
            if len(self.silent) == WAITING:
                return
            # Its thread waits on, until the system answers or the program ends.
            self._looking.given_up = self._looking.at.parent
            self.silent.add(self._looking.given_up)
        look = self._looking = _Look(self._wanted())
        compute(app, lambda: Callback(callback=partial(self._looked, look, look.stamps())))

    def _wanted(self) -> list[list[Path]]:
        return [[path for path in paths() if path.parent not in self.silent] for paths, _, _ in self._seen]

    def _looked(self, look: _Look, found: Sequence[Stamps]) -> None:
        if look is self._looking:
            self._looking = None
            self._take(found)
        else:
            self.silent.discard(look.given_up)

    def _take(self, found: Sequence[Stamps]) -> None:
        for (_, changed, before), now in zip(self._seen, found, strict=False):  # one may have been added meanwhile
            differs = any(path in before and before[path] != stamp for path, stamp in now.items())
            left_out = {path: stamp for path, stamp in before.items() if path.parent in self.silent}
            before.clear()
            before.update(left_out | now)
            if differs:
                changed()


class _Look:
    """One look at all files: `at` is the one it asks for now, `given_up` the folder in which it was let wait."""

    def __init__(self, wanted: Sequence[Sequence[Path]]) -> None:
        self._wanted = wanted
        self._begun = monotonic()
        self.at = self.given_up = Path()

    @property
    def seconds(self) -> float:
        """How long ago it began."""
        return monotonic() - self._begun

    def stamps(self) -> list[Stamps]:
        """What it finds, group by group."""
        return [_stamps(self._each(paths)) for paths in self._wanted]

    def _each(self, paths: Iterable[Path]) -> Iterator[Path]:
        for path in paths:
            self.at = path
            yield path


def _stamps(paths: Iterable[Path]) -> Stamps:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
