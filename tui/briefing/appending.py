"""An entry put last in one of a briefing's lists: everything else of the file is kept to the byte, and proved so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate

import yaml

from tui.briefing.editing import Edit, Manuscript, Shape, as_read, column, events, line_end, newline, scanned

_WRAPPED = 3  # events before and after the entry of a text that is one list: stream, document, list


@dataclass(frozen=True)
class Entry:
    """A mapping as it may be written: `lines` of a block without indentation, the first with its dash, or in `flow`."""

    lines: tuple[str, ...]
    flow: str


@dataclass
class _Node:
    """A text, list or mapping of the file, in offsets of the file as written; `last` is the number of its last event.

    A mapping's keys and values stand one after the other in `inside`; `end` is where its last text or bracket ends.
    """

    kind: str
    start: int
    end: int
    last: int
    flow: bool = False
    value: str = ""
    inside: list[_Node] = field(default_factory=list)


def appended(raw: str, key: str, entry: Entry) -> str | None:
    """The file's text with the entry last in the list under the top-level `key`, which is made where it is missing.

    None where that is not possible without anything else being read otherwise. `raw` must be a file that `read`
    has accepted.
    """
    manuscript, top = Manuscript.of(raw), _tree(raw)
    there = next((value for name, value in _pairs(top) if name.value == key), None)
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


def _ways(raw: str, key: str, entry: Entry, top: _Node, there: _Node | None) -> Iterator[list[Edit]]:
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


def _pairs(mapping: _Node) -> Iterator[tuple[_Node, _Node]]:
    return zip(mapping.inside[::2], mapping.inside[1::2], strict=True)


def _tree(raw: str) -> _Node:
    """The file's mapping, with all that stands in it."""
    text, back = as_read(raw)
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def offset(line: int, place: int) -> int:
        return back[min(starts[min(line, len(starts) - 1)] + place, len(text))]

    top = _Node("", 0, 0, 0)
    waiting = [top]
    for number, event in enumerate(events(text)):
        here, begin, stop = waiting[-1], event.start_mark, event.end_mark
        assert begin and stop  # events of both parsers carry their marks
        start, end = offset(begin.line, begin.column), offset(stop.line, stop.column)
        if isinstance(event, yaml.CollectionStartEvent):
            waiting.append(_Node(type(event).__name__, start, start, number, bool(event.flow_style)))
            here.inside.append(waiting[-1])
        elif isinstance(event, yaml.CollectionEndEvent):
            here.last = number
            # A block ends where the next thing begins; what belongs to it ends with the last of its texts.
            here.end = end if here.flow else max((one.end for one in here.inside), default=here.start)
            waiting.pop()
        elif isinstance(event, yaml.ScalarEvent):
            end = start + len(raw[start:end].rstrip())
            here.inside.append(_Node("ScalarEvent", start, end, number, value=event.value))
    return top.inside[0]
