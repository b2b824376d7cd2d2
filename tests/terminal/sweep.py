"""Going through every row of everything the reader shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.terminal.harness import Program
from tests.terminal.kit import SECTIONS, SOURCES

MOST = 2_000  # pages of a view; none of the kit has as many
_NUMBER = re.compile(r"#(\d\d\d)")
# Escape as kitty and its like send it: known at once, where the plain one may begin a sequence.
HALF_DOWN, PAGE_DOWN, ESCAPE = "\x04", "\x1b[6~", "\x1b[27u"


def pages(program: Program, key: str = HALF_DOWN) -> list[str]:
    """The screen after each press of `key`, from the one shown until one shows nothing new."""
    return [program.screen.text(), *turn(program, key)]


def turn(program: Program, key: str = HALF_DOWN) -> Iterator[str]:
    """Press `key` until it shows nothing new, twice, for a paint may be late; the screen after each press."""
    last = program.screen.text()
    for _ in range(MOST):
        program.press(key)
        if program.screen.text() == last:
            program.press(key)
        now = program.screen.text()
        if now == last:
            return
        yield now
        last = now
    raise AssertionError(f"{MOST} pages and no end")


def sections(program: Program) -> list[str]:
    """All of view 1: every section, statement by statement, for half a screen may step over a long one."""
    return _columns(program, "1", SECTIONS, "j")


def sources(program: Program) -> list[str]:
    """All of view 2: every source from its first to its last row."""
    return _columns(program, "2", SOURCES, HALF_DOWN)


def _columns(program: Program, view: str, count: int, key: str) -> list[str]:
    program.press(view)
    seen: list[str] = []
    program.press("h" * count)
    for _ in range(count):
        program.press("g")
        seen += pages(program, key)
        program.press("l")
    return seen


def coverage(program: Program) -> list[str]:
    """All of view 3."""
    program.press("3")
    program.press("g")
    return pages(program)


def differences(program: Program) -> list[str]:
    """All of view 4."""
    program.press("4")
    program.press("g")
    return pages(program, "j")


def timeline(program: Program) -> list[str]:
    """All of view 5."""
    program.press("5")
    program.press("g")
    return pages(program)


def search(program: Program, query: str, *, paste: bool = True) -> list[str]:
    """What a query finds, every hit selected once in turn; leaves the search."""
    program.press("/")
    if paste:
        program.paste(query)
    else:
        program.press(query)
    seen = pages(program, PAGE_DOWN)
    leave(program)
    return seen


def help_dialog(program: Program, typed: str = "") -> list[str]:
    """All of the help, narrowed to `typed`; leaves it."""
    program.press("?")
    if typed:
        program.paste(typed)
    seen = pages(program, PAGE_DOWN)
    leave(program)
    return seen


def export(program: Program) -> list[str]:
    """The export and all of its preview; leaves it."""
    program.press("e")
    seen = pages(program, PAGE_DOWN)
    leave(program)
    return seen


def leave(program: Program) -> None:
    """Back from what lies over the page."""
    program.press(ESCAPE)


def numbers(seen: Iterable[str]) -> set[int]:
    """The numbers of the hostile texts that were seen."""
    return {int(found) for screen in seen for found in _NUMBER.findall(screen)}
