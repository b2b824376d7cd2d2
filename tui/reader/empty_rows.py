"""What an empty place says: one sentence, and the two commands that help (look.md, "States")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from tui.reader.ink import Ink
from tui.reader.painting import Run, cut, fit

Help = tuple[str, str]  # the id of a command, and what it does here
MARGIN, GAP = 1, 2


def empty_rows(
    sentence: str, helps: Sequence[Help], keys_of: Callable[[str], str], ink: Ink, width: int, ground: str
) -> list[list[Run]]:
    """The rows of a place of `width` cells with nothing in it: the sentence, a blank one, a row a command.

    `keys_of` says under which keys a command is reached now; one without a key is left out.
    """
    more, margin = ink.glyphs.more, (" " * MARGIN, ink("foreground", ground))
    said: Run = (fit(sentence, width - MARGIN, more), ink("foreground", ground, "b"))
    keyed = [(keys_of(command), command, does) for command, does in helps]
    reached = [(keys, does) for keys, command, does in keyed if keys != command]
    widest = max((cell_len(keys) for keys, _ in reached), default=0)
    rows: list[list[Run]] = [[margin, said], []]
    for keys, does in reached:
        apart = " " * (widest - cell_len(keys) + GAP)
        runs = [margin, (keys, ink("foreground", ground, "b")), (apart + does, ink("dim", ground))]
        rows.append(cut(runs, width, more))
    return rows
