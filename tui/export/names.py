"""How an export names a source and where it lies: never a guess, never an absolute path."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from tui.briefing.model import Briefing, Source
from tui.documents import clean_line, quoted
from tui.export.inline import Emphasis, Piece

NOT_STATED = "not stated"
_TITLE = 48  # characters of a title that stands for an outlet


class Names:
    """The names of one briefing's sources: the outlet, and the letter where the outlet alone does not tell."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._shared = Counter(source.outlet.strip().casefold() for source in briefing.sources)

    def of(self, source: Source) -> list[Piece]:
        """`CNN`, `Reuters (B)` when two sources are Reuters; by its title, `S (“Talks end”)`, without an outlet.

        `S (*outlet not stated*)` where there is no title either.
        """
        outlet = clean_line(source.outlet).strip()
        if not outlet:
            title = _shortened(source.stated_name)
            return [f"{source.letter} (", *([quoted(title)] if title else outlet_of(source)), ")"]
        return [f"{outlet} ({source.letter})" if self._shared[source.outlet.strip().casefold()] > 1 else outlet]

    def of_id(self, source_id: str) -> list[Piece]:
        """The name of the source of that id."""
        return self.of(self._briefing.source(source_id))

    def all(self, sources: list[Source]) -> list[Piece]:
        """`A`, `A and B`, `A, B and C`."""
        pieces: list[Piece] = []
        for place, source in enumerate(sources):
            if place:
                pieces.append(" and " if place == len(sources) - 1 else ", ")
            pieces.extend(self.of(source))
        return pieces


def _shortened(title: str) -> str:
    if len(title) <= _TITLE:
        return title
    space = title.rfind(" ", _TITLE // 2, _TITLE)
    return title[: space if space > 0 else _TITLE - 1].rstrip(" ,;:") + "…"


def outlet_of(source: Source) -> list[Piece]:
    """The outlet, or that it is not stated."""
    return [clean_line(source.outlet).strip() or Emphasis("outlet not stated")]


def file_as_written(source: Source) -> str:
    """The file as the briefing has it; of an absolute path only the name, which is the same on every machine."""
    path = PurePosixPath(source.file)
    return path.name if path.is_absolute() or source.file.startswith("~") else source.file


def file_from_root(source: Source) -> str:
    """The file without the steps up to the folder the briefing's folder lies in: `../seeds/a.txt` is `seeds/a.txt`."""
    parts = [part for part in PurePosixPath(file_as_written(source)).parts if part not in ("..", ".")]
    return "/".join(parts) or source.file
