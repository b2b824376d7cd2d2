"""The fields of the export dialog painted, each as a row of its left half."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from tui.reader.export_preview import size_name
from tui.reader.ink import Ink
from tui.reader.painting import Run, fit, spread, strip, width_of
from tui.reader.widgets.export_fields import Field

ROOMY = 31  # cells of a field from which labels and sizes are spelled out
MARGINS = 3


def field_row(row: Field | None, left: int, ink: Ink, *, here: bool) -> Strip:
    """A field in `left` cells, or an empty row; `here` where it is the one in hand."""
    if row is None:
        return strip([], left, ink("foreground", "raised"))
    ground = "selection" if here and row.kind != "path" else "raised"
    fill = ink("foreground", ground)
    bar: list[Run] = [(ink.glyphs.bar, ink("bar", ground)), (" ", fill)] if here else [("  ", fill)]
    return spread([*bar, *_field(row, left - MARGINS, ink, here, ground)], _tail(row, ink, ground), left, fill)


def _field(row: Field, zone: int, ink: Ink, here: bool, ground: str) -> list[Run]:
    match row.kind:
        case "tick":
            box = ink.glyphs.ticked if row.ticked else "[ ]"
            dim = row.section and not row.ticked and not here
            text = fit(row.text, zone - 4 - (len(str(row.count)) + 1 if row.count else 0), ink.glyphs.more)
            style = ink("dim" if dim else "foreground", ground, "b" if here else "")
            return [(box + " ", ink("dim" if dim else "foreground", ground, "" if dim else "b")), (text, style)]
        case "label":
            text = row.short if row.short and zone < ROOMY else row.text
            return [(fit(text, zone, ink.glyphs.more), ink("dim", ground))]
        case "path":  # its line lies over it, but for one that is too long
            return [(row.text, ink("foreground", ground, "b"))]
        case "rule":
            return [(ink.glyphs.rule * zone, ink("border", ground))]
        case "warning":
            runs = [(fit(f"! {row.text}", zone, ink.glyphs.more), ink("warning", ground, "b"))]
            size = f" ({size_name(row.count)})" if row.count else ""
            fits = zone >= ROOMY and width_of(runs) + cell_len(size) <= zone
            return [*runs, (size, ink("dim", ground))] if fits else runs
    return []


def _tail(row: Field, ink: Ink, ground: str) -> list[Run]:
    count = str(row.count) if row.kind == "tick" and row.count else ""
    return [(count, ink("dim", ground)), (" ", ink("dim", ground))]
