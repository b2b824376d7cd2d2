"""Pipe tables, padded to the cells a terminal or an editor shows."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

_NARROWEST = 3


def table(rows: Sequence[Sequence[str]]) -> str:
    """A GFM table (spec 0.29, §4.10) of finished cells, the first row its head; every row is equally long."""
    widths = [max(_NARROWEST, *(cell_len(row[column]) for row in rows)) for column in range(len(rows[0]))]
    head, *body = [_row(row, widths) for row in rows]
    return "\n".join([head, "| " + " | ".join("-" * width for width in widths) + " |", *body])


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(cells, widths, strict=True))
    return "| " + " | ".join(padded) + " |"
