"""Ids made from titles and file names, and a source's file as it is written in a draft."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from tui.briefing import values
from tui.documents import clean_line

_LONGEST = 40
_NO_ID = re.compile(r"[^\w.-]+")


class Ids:
    """Ids of one kind, no two alike however they are capitalised."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, text: str, default: str) -> str:
        """An id of the words of `text`, numbered when it is taken; `default` when they make none."""
        name = slug(text) or default
        number, made = 1, name
        while made.casefold() in self._taken:
            number += 1
            made = f"{name}-{number}"
        self._taken.add(made.casefold())
        return made


def slug(text: str) -> str:
    """`Joint force headquarters, USFJ` → `joint-force-headquarters-usfj`; "" when nothing is left."""
    return identified(text.casefold())


def identified(text: str) -> str:
    """The text with "-" for what an id may not hold, cut at a word; "" when nothing is left."""
    name = _NO_ID.sub("-", unicodedata.normalize("NFC", text)).strip("-._")
    if len(name) > _LONGEST:
        name = name[: max(name.rfind("-", 0, _LONGEST + 1), 0) or _LONGEST].strip("-._")
    return name if values.identifier(name) else ""


def source_ids(paths: Iterable[Path]) -> dict[Path, str]:
    """For every path an id from its file name; numbered in the order of the paths, not in the order given."""
    ids = Ids()
    return {path: ids.take(path.stem, "article") for path in sorted(paths)}


def relative(path: Path, folder: Path) -> str | None:
    """`path` as a briefing in `folder` writes it; None when its name cannot stand in a briefing."""
    written = os.path.relpath(os.path.realpath(path), os.path.realpath(folder))
    return written if clean_line(written.strip()) == written else None
