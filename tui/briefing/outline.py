"""What stands in a briefing's file, and where: its texts, lists and mappings in offsets of the file as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

import yaml

from tui.briefing.editing import as_read, events


@dataclass
class Node:
    """A text, list or mapping of the file, in offsets of the file as written; `last` is the number of its last event.

    A mapping's keys and values stand one after the other in `inside`; `end` is where its last text or bracket ends.
    """

    kind: str
    start: int
    end: int
    last: int
    flow: bool = False
    value: str = ""
    inside: list[Node] = field(default_factory=list)


def outline(raw: str) -> Node:
    """The file's mapping, with all that stands in it."""
    text, back = as_read(raw)
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def offset(line: int, place: int) -> int:
        return back[min(starts[min(line, len(starts) - 1)] + place, len(text))]

    top = Node("", 0, 0, 0)
    waiting = [top]
    for number, event in enumerate(events(text)):
        here, begin, stop = waiting[-1], event.start_mark, event.end_mark
        assert begin and stop  # events of both parsers carry their marks
        start, end = offset(begin.line, begin.column), offset(stop.line, stop.column)
        if isinstance(event, yaml.CollectionStartEvent):
            waiting.append(Node(type(event).__name__, start, start, number, bool(event.flow_style)))
            here.inside.append(waiting[-1])
        elif isinstance(event, yaml.CollectionEndEvent):
            here.last = number
            # A block ends where the next thing begins; what belongs to it ends with the last of its texts.
            here.end = end if here.flow else max((one.end for one in here.inside), default=here.start)
            waiting.pop()
        elif isinstance(event, yaml.ScalarEvent):
            end = start + len(raw[start:end].rstrip())
            here.inside.append(Node("ScalarEvent", start, end, number, value=event.value))
    return top.inside[0]


def pairs(mapping: Node) -> Iterator[tuple[Node, Node]]:
    """The keys of a mapping with their values."""
    return zip(mapping.inside[::2], mapping.inside[1::2], strict=True)
