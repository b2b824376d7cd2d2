"""The word tables beside this file: one entry a line, `#` begins a comment line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("data")  # importlib.resources costs 10 ms before the first screen of a draft


@cache
def lines(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The entries of a table whose lines read `head: item, item …` or `head: word word …`, in order."""
    entries = []
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            head, _, rest = line.partition(":")
            parts = rest.split(",") if "," in rest else rest.split()
            entries.append((head.strip(), tuple(part.strip() for part in parts if part.strip())))
    return tuple(entries)


def mapping(name: str) -> dict[str, str]:
    """Item → head, the first entry of an item counting."""
    found: dict[str, str] = {}
    for head, items in lines(name):
        for item in items:
            found.setdefault(item, head)
    return found


@cache
def members(name: str, head: str) -> frozenset[str]:
    """All items of the entries headed `head`."""
    return frozenset(item for known, items in lines(name) if known == head for item in items)


@cache
def text(name: str) -> tuple[str, ...]:
    """The lines of a table as they stand, comments left out."""
    raw = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in raw if line and not line.startswith("#"))
