"""Going to a paragraph of the column in hand by the number that stands beside it and in every citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader.jumps import here
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.widgets.columns_view import ColumnsView


def ask(view: ColumnsView) -> None:
    """Ask for the number."""
    from tui.reader.widgets.prompt import Prompt

    column = view.columns.focused
    if column.fault or not column.document.paragraphs:
        view.reader.say(Message("no paragraph", "this source has none to go to", kind="warning"))
        return
    name, sign = column.source.letter, view.ink.glyphs.paragraph
    first, last = column.document.paragraphs[0].number, column.document.paragraphs[-1].number
    view.reader.open_overlay(
        Prompt(
            f"to {name} {sign}", f"{first}–{last}   {view.reader.keys_of('go.back')} back", lambda said: _go(view, said)
        )
    )


def _go(view: ColumnsView, said: str) -> str:
    """Go to the paragraph a person said; in a few words what is wrong with that, or ""."""
    column = view.columns.focused
    paragraphs = column.document.paragraphs
    number = int(said) if said.isdecimal() else 0  # in whatever script's digits
    there = next((one for one in paragraphs if one.number == number), None)
    if there is None:
        what = f"no {view.ink.glyphs.paragraph}{number}" if number else "no number"  # what was typed stands beside it
        return f"{what}: {paragraphs[0].number} to {paragraphs[-1].number}"
    view.reader.close_overlay()
    view.reader.jumps.left(here(view.reader))
    column.place(there.start, 0)
    view.text_scrolled(column)
    view.reach(column, there.start)
    return ""
