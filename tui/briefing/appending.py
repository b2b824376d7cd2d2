"""An entry put last in one of a briefing's lists: everything else of the file is kept to the byte, and proved so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tui.briefing.editing import Edit, Manuscript, Shape, column, line_end, newline, scanned
from tui.briefing.outline import Node, outline, pairs

_WRAPPED = 3  # events before and after the entry of a text that is one list: stream, document, list


@dataclass(frozen=True)
class Entry:
    """A mapping as it may be written: `lines` of a block without indentation, the first with its dash, or in `flow`."""

    lines: tuple[str, ...]
    flow: str


def appended(raw: str, key: str, entry: Entry) -> str | None:
    """The file's text with the entry last in the list under the top-level `key`, which is made where it is missing.

    None where that is not possible without anything else being read otherwise. `raw` must be a file that `read`
    has accepted.
    """
    manuscript, top = Manuscript.of(raw), outline(raw)
    there = next((value for name, value in pairs(top) if name.value == key), None)
    added = scanned(f"[{entry.flow}]")[1][_WRAPPED:-_WRAPPED]
    listed: list[Shape] = [("SequenceStartEvent", None), *added, ("SequenceEndEvent", None)]
    before = list(manuscript.shapes)
    if there is None:
        wanted = [*before[: top.last], ("ScalarEvent", key), *listed, *before[top.last :]]
    elif there.kind == "ScalarEvent":
        wanted = [*before[: there.last], *listed, *before[there.last + 1 :]]
    else:
        wanted = [*before[: there.last], *added, *before[there.last :]]
    for edits in _ways(raw, key, entry, top, there):
        if manuscript.shapes_after(*edits) == wanted:
            return manuscript.after(edits)
    return None


def _ways(raw: str, key: str, entry: Entry, top: Node, there: Node | None) -> Iterator[list[Edit]]:
    """The edits that could do it, the one that looks best first."""
    lead = column(raw, top.start).removeprefix("\ufeff")
    if top.flow and there is None:
        yield [Edit(top.inside[-1].end, top.inside[-1].end, f', "{key}": [{entry.flow}]')]
    elif there is None:
        yield [_below(raw, top.end, [f"{lead}{key}:", *_indented(entry, f"{lead}  ")])]
    elif there.kind == "ScalarEvent":
        yield [_below(raw, there.end, _indented(entry, f"{lead}  "))]
    elif not there.flow:
        yield [_below(raw, there.end, _indented(entry, column(raw, there.start)))]
    elif there.inside:
        yield [Edit(there.inside[-1].end, there.inside[-1].end, f", {entry.flow}")]
    else:
        if not top.flow:
            space = there.start - (raw[there.start - 1] == " ")
            yield [Edit(space, there.end, ""), _below(raw, there.end, _indented(entry, f"{lead}  "))]
        yield [Edit(there.end - 1, there.end - 1, entry.flow)]


def _indented(entry: Entry, lead: str) -> list[str]:
    return [lead + line for line in entry.lines]


def _below(raw: str, last: int, lines: Iterable[str]) -> Edit:
    """The lines below the line on which the character before `last` stands."""
    at, end = line_end(raw, max(last - 1, 0))
    if not end:
        return Edit(at, at, "".join(f"{newline(raw)}{line}" for line in lines))
    return Edit(at, at, "".join(f"{line}{end}" for line in lines))
