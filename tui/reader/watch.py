"""Files that are looked at once a second, so that what changes on disk changes on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

SECONDS = 1.0  # between looks; a look at ten files takes 40 µs

Stamp = tuple[int, int, int]


class Watch:
    """Calls back when one of some files changed, came or went.

    `add` what to look at, then `start`; `look` does it once, now.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[Callable[[], Iterable[Path]], Callable[[], object], dict[Path, Stamp | None]]] = []

    def add(self, paths: Callable[[], Iterable[Path]], changed: Callable[[], object]) -> None:
        """Call `changed` when one of the files or folders `paths` answers with is not as it was."""
        self._seen.append((paths, changed, _stamps(paths())))

    def start(self, app: App[None]) -> None:
        """Look every second from now on, until the application ends."""
        app.set_interval(SECONDS, self.look)

    def look(self) -> None:
        """Look at everything once. A file that is looked at for the first time has not changed."""
        for paths, changed, before in self._seen:
            now = _stamps(paths())
            differs = any(path in before and before[path] != stamp for path, stamp in now.items())
            before.clear()
            before.update(now)
            if differs:
                changed()


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp | None]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
