"""A path completed as a shell does it: folders, and files of one ending, in the folder typed so far."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from tui.documents import clean_line

MOST_ENTRIES = 10_000  # of a folder looked at


@dataclass(frozen=True, slots=True)
class Completion:
    """The path as far as it can only go on one way, and the names that are left, folders with a `/`."""

    path: str
    names: tuple[str, ...] = ()


def complete(typed: str, ending: str = ".md") -> Completion:
    """How the path typed goes on: folders and files with `ending` that begin so, whatever their case if none does.

    Names that one line cannot hold (control characters, bytes that are no text) are left out. Never raises.
    """
    at = typed.rfind("/") + 1
    folder, begun = typed[:at], typed[at:]
    names = sorted(name for name in _names(folder, ending) if begun.startswith(".") or not name.startswith("."))
    left = [name for name in names if name.startswith(begun)]
    if not left and begun:
        left = [name for name in names if name.casefold().startswith(begun.casefold())]
    common = os.path.commonprefix(left)  # noqa: RUF071 - of names, letter by letter
    return Completion(folder + common if len(common) >= len(begun) and left else typed, tuple(left))


def _names(folder: str, ending: str) -> Iterator[str]:
    with suppress(OSError, ValueError), os.scandir(os.path.expanduser(folder) or ".") as entries:  # noqa: PTH111
        for entry in islice(entries, MOST_ENTRIES):
            with suppress(OSError):
                is_folder = entry.is_dir()
                if (is_folder or entry.name.casefold().endswith(ending)) and _is_plain(entry.name):
                    yield entry.name + "/" * is_folder


def _is_plain(name: str) -> bool:
    return clean_line(name) == name and name.strip() == name and not any(map(_is_half, name))


def _is_half(character: str) -> bool:
    """Whether it stands for a byte that is no text (PEP 383)."""
    return "\ud800" <= character <= "\udfff"
