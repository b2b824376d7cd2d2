"""A briefing's text edited in place: one text of it replaced, everything else kept to the byte.

Every edit is proved: the edited text must give the same YAML events as before but for the text that was meant.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import yaml

from tui.briefing.compose import PARSER
from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.briefing.opening import clean_keeping_tabs

Shape = tuple[str, str | None]


class Written(NamedTuple):
    """A text of the file: `[start, end)` in the text as written, its value, its number among the events, its style.

    `style` is "", ', ", | or >, as YAML writes it; `flow` says whether it stands between braces or brackets.
    """

    start: int
    end: int
    value: str
    number: int
    style: str
    flow: bool


class Edit(NamedTuple):
    """`[start, end)` of the text as written becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Manuscript:
    """The file as it was written (`raw`, byte order mark and line ends included) and its texts by their marks."""

    raw: str
    texts: dict[Mark, Written]
    shapes: tuple[Shape, ...]

    @classmethod
    def of(cls, raw: str) -> Manuscript:
        """The manuscript of a file that `read` has accepted; yaml.YAMLError when it is not YAML."""
        texts, shapes = scanned(raw)
        return cls(raw, texts, tuple(shapes))

    def replaced(self, one: Written, text: str) -> tuple[Edit, str] | None:
        """The edit that puts `text` (as YAML writes it) in the place of `one`, and the value it then has.

        None when anything else of the file would be read otherwise.
        """
        edit = Edit(one.start, one.end, text)
        shapes = self.shapes_after(edit)
        if shapes is None or len(shapes) != len(self.shapes):
            return None
        before, after = list(self.shapes), list(shapes)
        value = after[one.number][1]
        before[one.number] = after[one.number]
        return (edit, value) if value is not None and before == after else None

    def inserted(self, at: int, text: str, number: int, values: Iterable[str]) -> Edit | None:
        """The edit that puts `text` at `at`, where it must add just these values before event `number`."""
        edit = Edit(at, at, text)
        added: list[Shape] = [("ScalarEvent", value) for value in values]
        wanted = [*self.shapes[:number], *added, *self.shapes[number:]]
        return edit if self.shapes_after(edit) == wanted else None

    def after(self, edits: Iterable[Edit]) -> str:
        """The file's text with the edits, which must not overlap, made."""
        text = self.raw
        for edit in sorted(edits, reverse=True):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def shapes_after(self, *edits: Edit) -> list[Shape] | None:
        """The kinds and values of all events once the edits are made; None where that is not YAML any more."""
        try:
            return scanned(self.after(edits))[1]
        except yaml.YAMLError:
            return None


def decoded(data: bytes) -> str | None:
    """The text of a briefing's bytes, its byte order mark kept; None where it is not UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def scanned(raw: str) -> tuple[dict[Mark, Written], list[Shape]]:
    """The texts by the marks that reading the file gives them, and the kinds and values of all events."""
    text, back = as_read(raw)
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    texts: dict[Mark, Written] = {}
    shapes: list[Shape] = []
    depth: list[bool] = []
    for event in events(text):
        if isinstance(event, yaml.ScalarEvent):
            begin, end = event.start_mark, event.end_mark
            assert begin and end  # scalar events of both parsers carry their marks
            first = starts[begin.line] + begin.column
            last = min(starts[min(end.line, len(starts) - 1)] + end.column, len(text))
            style = event.style or ""
            if style in ("|", ">"):
                last = first + len(text[first:last].rstrip())
            mark = Mark(begin.line + 1, begin.column + 1)
            flow = bool(depth and depth[-1])
            texts[mark] = Written(back[first], back[last], event.value, len(shapes), style, flow)
            shapes.append(("ScalarEvent", event.value))
        else:
            if isinstance(event, yaml.CollectionStartEvent):
                depth.append(bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                depth.pop()
            shapes.append((type(event).__name__, None))
    return texts, shapes


def events(text: str) -> Iterator[yaml.Event]:
    """What YAML reads, event by event."""
    yield from yaml.parse(text, Loader=PARSER)


def as_read(raw: str) -> tuple[str, range | list[int]]:
    """The text as the reader of briefings sees it, and for each of its characters the place in `raw`."""
    skip = raw.startswith("\ufeff")
    if "\r" not in raw:
        return clean_keeping_tabs(raw[skip:], Collector("")), range(skip, len(raw) + 1)
    kept = [at for at in range(skip, len(raw)) if not (raw[at] == "\n" and at > 0 and raw[at - 1] == "\r")]
    text = "".join("\n" if raw[at] == "\r" else raw[at] for at in kept)
    return clean_keeping_tabs(text, Collector("")), [*kept, len(raw)]


def line_end(raw: str, at: int) -> tuple[int, str]:
    """Where the line of offset `at` ends, its line end included, and what that line end is."""
    stop = raw.find("\n", at)
    if stop < 0:
        return len(raw), ""
    return stop + 1, "\r\n" if stop and raw[stop - 1] == "\r" else "\n"


def newline(raw: str) -> str:
    """What ends the file's lines: what ends its first."""
    return line_end(raw, 0)[1] or "\n"


def column(raw: str, at: int) -> str:
    """What stands on its line before offset `at`."""
    return raw[raw.rfind("\n", 0, at) + 1 : at]
