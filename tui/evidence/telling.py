"""What a change is called where a person reads it, beyond the kinds that programs rely on."""

from __future__ import annotations

from typing import Final

from tui.evidence import lexicon
from tui.evidence.model import Change

OTHERWISE: Final = "the same number written otherwise"


def label(change: Change) -> str:
    """The kind in a word: "day" for a weekday, which programs know as a name or, without a capital, a word."""
    days = lexicon.members("weekday")
    return "day" if change.quoted.casefold() in days and change.found.casefold() in days else change.kind


def is_otherwise(change: Change) -> bool:
    """Whether both sides are the same figure written otherwise: an altered quotation, but no cause for alarm."""
    if change.kind != "number" or not (change.quoted and change.found):
        return False
    from tui.evidence.figures import same_figure  # and with it the reading of figures: most changes are none

    return same_figure(change.quoted, change.found)
