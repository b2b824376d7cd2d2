"""All themes at hand. Only the one that is worn is read at the start, the others when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tui import resources
from tui.briefing.findings import Finding
from tui.reader.themes import Theme, read_theme
from tui.resources import Shelved

FIRST = ("lamp", "vellum", "compline", "grisaille", "contrast-dark", "contrast-light", "ansi", "mono")
Stamp = tuple[int, int]


class Wardrobe:
    """All themes, in an order that stays; `first` is the one wanted, or what stands in for it.

    To have `first` costs one small file; to go through all costs all of them. Files that cannot be used are in
    `findings` once they were read.
    """

    def __init__(self, wanted: str = "") -> None:
        self._wanted = wanted or FIRST[0]
        self._shelved = {one.id: one for one in resources.themes()}
        self._read: dict[Path, tuple[Stamp | None, Theme | None, tuple[Finding, ...]]] = {}
        self._all: list[Theme] | None = None
        self._told: list[Finding] = []
        self.first = self._first()

    @property
    def findings(self) -> list[Finding]:
        """Every fault of the files read so far, in their order."""
        return [finding for _, _, found in self._read.values() for finding in found]

    def news(self) -> list[Finding]:
        """The findings of files that had none when this was asked the last time."""
        found = self.findings
        new = [finding for finding in found if finding not in self._told]
        self._told = found
        return new

    def named(self, name: str) -> Theme | None:
        """The theme of that name; a file called so is tried before all others are read."""
        shelved = self._shelved.get(name)
        theme = self._theme(shelved) if shelved else None
        if theme is not None and theme.name == name:
            return theme
        return next((theme for theme in self if theme.name == name), None)

    def origin(self, theme: Theme) -> str:
        """`shipped` or `yours`."""
        file = self.file(theme)
        return next((one.origin for one in self._shelved.values() if one.path == file), "shipped")

    def file(self, theme: Theme) -> Path | None:
        """The file a theme was read from."""
        return next((path for path, (_, one, _) in self._read.items() if one is not None and one == theme), None)

    def files(self) -> list[Path]:
        """What to look at for changes: every file read so far and the user's own folder."""
        folder = resources.user_folder("config")
        return [*self._read, *([folder / "themes"] if folder else [])]

    def renew(self) -> None:
        """Look again what there is, and read what changed."""
        self._shelved = {one.id: one for one in resources.themes()}
        self._all = None
        known = {one.path for one in self._shelved.values()}
        for path in list(self._read):
            if path not in known or self._read[path][0] != _stamp(path):
                del self._read[path]
        again = self._first()
        self.first = again if again.name == self.first.name else self.first

    def __getitem__(self, index: int) -> Theme:
        return self._everything()[index]

    def __len__(self) -> int:
        return len(self._everything())

    def __iter__(self) -> Iterator[Theme]:
        return iter(self._everything())

    def _everything(self) -> list[Theme]:
        if self._all is None:
            order = {name: number for number, name in enumerate(FIRST)}
            themes = {theme.name: theme for theme in map(self._theme, self._shelved.values()) if theme is not None}
            themes.setdefault(self.first.name, self.first)
            self._all = sorted(themes.values(), key=lambda theme: (order.get(theme.name, len(order)), theme.name))
        return self._all

    def _first(self) -> Theme:
        """The wanted theme; where it cannot be used, the first one that can."""
        for name in (self._wanted, *FIRST):
            shelved = self._shelved.get(name)
            theme = self._theme(shelved) if shelved else None
            if theme is not None and theme.name == name:
                return theme
            if name == self._wanted and name not in FIRST:  # its file may be called otherwise
                found = [one for one in map(self._theme, self._shelved.values()) if one is not None]
                theme = next((one for one in found if one.name == name), None)
                if theme is not None:
                    return theme
        return _LAST_RESORT

    def _theme(self, shelved: Shelved) -> Theme | None:
        """A theme as its file says; in place of a user's file that cannot be used, the shipped one of its name."""
        theme = self._read_once(shelved.path)
        if theme is None and shelved.origin == "yours":
            shipped = resources.shipped("themes") / f"{shelved.id}.yaml"
            theme = self._read_once(shipped) if shipped.is_file() else None
        return theme

    def _read_once(self, path: Path) -> Theme | None:
        if path not in self._read:
            self._read[path] = (_stamp(path), *read_theme(path))
        return self._read[path][1]


def _stamp(path: Path) -> Stamp | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


# The terminal's own colours, should no theme file be readable at all.
_TOKENS = ("background", "foreground", "dim", "accent", "border", "selection", "warning", "error")
_LAST_RESORT = Theme("mono", True, dict.fromkeys(_TOKENS, "default"), ("default",) * 8)
