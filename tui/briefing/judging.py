"""A suggested difference judged in the briefing's file: kept or put aside in its place, all else kept to the byte."""

from __future__ import annotations

from collections.abc import Iterator

from tui.briefing.editing import Edit, Manuscript, column, line_end
from tui.briefing.outline import Node, outline, pairs


def judged(raw: str, number: int, *, keep: bool) -> str | None:
    """The file's text with its difference `number` (from 0) suggested no more, and of kind none unless it is kept.

    None where that is not possible without anything else being read otherwise. `raw` must be a file that `read` has
    accepted.
    """
    manuscript, top = Manuscript.of(raw), outline(raw)
    listed = next((value for name, value in pairs(top) if name.value == "differences"), None)
    if listed is None or number >= len(listed.inside):
        return None
    entry = listed.inside[number]
    known = {name.value: (name, value) for name, value in pairs(entry)}
    if "suggested" not in known or "kind" not in known:
        return None
    (key, value), kind = known["suggested"], known["kind"][1]
    wanted = list(manuscript.shapes)
    turned = [] if keep else [Edit(kind.start, kind.end, "none")]
    wanted[kind.last] = ("ScalarEvent", kind.value if keep else "none")
    del wanted[key.last : value.last + 1]
    for dropped in _ways(raw, entry, key, value):
        if manuscript.shapes_after(dropped, *turned) == wanted:
            return manuscript.after([dropped, *turned])
    return None


def _ways(raw: str, entry: Node, key: Node, value: Node) -> Iterator[Edit]:
    """The edits that could take the pair away, the one that looks best first; comments beside it stay."""
    at = entry.inside.index(key)
    before, after = entry.inside[:at], entry.inside[at + 2 :]
    if entry.flow:
        comma = raw.find(",", value.end)
        if after and raw[value.end : comma].strip() == "":
            yield Edit(key.start, comma + 1 + _blanks(raw, comma + 1), "")
        if before and "#" not in raw[before[-1].end : key.start]:
            yield Edit(before[-1].end, value.end, "")
    else:
        line, rest = key.start - len(column(raw, key.start)), raw[value.end : line_end(raw, value.end)[0]]
        if not rest.strip() and not raw[line : key.start].strip("\ufeff "):
            yield Edit(line, value.end + len(rest), "")
        elif not rest.strip() and after and not raw[value.end : after[0].start].strip():
            yield Edit(key.start, after[0].start, "")
    yield Edit(key.start, value.end + _blanks(raw, value.end), "")


def _blanks(raw: str, at: int) -> int:
    """How many blanks stand at `at`."""
    return len(raw[at:]) - len(raw[at:].lstrip(" "))
