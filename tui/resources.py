"""Where shipped and user files live.

Shipped files are read from `tui/_data/…` in a wheel and from the checkout otherwise; both keep
`briefings/` and `seeds/` side by side, so a shipped briefing's `../seeds/…` leads to the same article in both.
User folders follow the XDG base directory specification, through platformdirs. A folder that cannot be
known (no home) is None, one that cannot be read is empty; nothing here raises for a missing home.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Literal, NamedTuple

Shelf = Literal["briefings", "themes", "seeds"]
Kind = Literal["config", "data", "state", "cache"]

SUFFIXES = (".yaml", ".yml")


class Shelved(NamedTuple):
    """A briefing or theme file that is always at hand; `id` is its file name without the suffix."""

    id: str
    path: Path
    origin: Literal["shipped", "yours"]


def shipped(shelf: Shelf) -> Path:
    """The folder of shipped briefings, themes or seed articles."""
    package = Path(__file__).parent  # what importlib.resources would answer, 3 ms sooner
    packed = package / "_data" / shelf
    return packed if packed.is_dir() else package.parent / shelf


def user_folder(kind: Kind) -> Path | None:
    """Hexapla's own folder for settings, data, state or cache; it need not exist. None when there is no home."""
    import platformdirs

    try:
        folder = Path(getattr(platformdirs, f"user_{kind}_dir")("hexapla", appauthor=False))
    except RuntimeError:
        return None
    # Before platformdirs 4.14, `~` stayed as it is: a folder of that name is nobody's home.
    return folder if folder.is_absolute() else None


def briefings() -> list[Shelved]:
    """All shipped briefings, then the user's own, which win over a shipped one of the same id."""
    return _shelve("briefings", user_folder("data"))


def themes() -> list[Shelved]:
    """All shipped themes, then the user's own, which win over a shipped one of the same name."""
    return _shelve("themes", user_folder("config"))


def last_briefing() -> Path | None:
    """The briefing opened last, if it is still there."""
    path = _noted()
    with suppress(OSError, ValueError):
        if path is not None and path.is_file():
            return path
    return None


def gone_briefing() -> Path | None:
    """The briefing opened last, if nothing is there any more."""
    path = _noted()
    with suppress(OSError, ValueError):
        if path is not None and not path.exists():
            return path
    return None


def _noted() -> Path | None:
    note = _last_note()
    if note is None:
        return None
    with suppress(OSError, ValueError):
        path = Path(note.read_text(encoding="utf-8").removesuffix("\n"))
        return path if path.is_absolute() else None
    return None


def remember_briefing(path: Path) -> None:
    """Note the briefing opened last. A state folder that cannot be written to is no reason to stop."""
    from tui.writing import replace_file

    note = _last_note()
    if note is None:
        return
    with suppress(OSError, ValueError):
        note.parent.mkdir(parents=True, exist_ok=True)
        replace_file(note, f"{path.absolute()}\n")


def _last_note() -> Path | None:
    state = user_folder("state")
    return state / "last-briefing" if state else None


def _shelve(shelf: Shelf, user: Path | None) -> list[Shelved]:
    found = {path.stem: Shelved(path.stem, path, "shipped") for path in _yaml_files(shipped(shelf))}
    if user is not None:
        found |= {path.stem: Shelved(path.stem, path, "yours") for path in _yaml_files(user / shelf)}
    return sorted(found.values(), key=lambda entry: (entry.origin, entry.id))


def _yaml_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES and not path.name.startswith("."))
    except OSError:
        return []
