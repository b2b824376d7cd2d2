"""The briefing's bytes → text that YAML allows, with every refusal at its line and column."""

from __future__ import annotations

import codecs
import os
import re
from itertools import compress, count
from operator import ne
from typing import NamedTuple

from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.documents import ArticleError, Limits, clean
from tui.documents.files import read_bytes, shown_name

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHOWN = 400  # how much of an unsound file is kept behind its fault: enough for the line with the caret
# What YAML 1.1's production c-printable leaves out; said positively it compiles in a tenth of the time.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Opened(NamedTuple):
    """A file's text with LF line ends; `sound` is false when it only shows where the fault is."""

    text: str
    sound: bool = True


def open_text(path: str | os.PathLike[str], out: Collector, limits: Limits) -> Opened | None:
    """The file's text; None when it cannot be read. An error in `out` says why it is not or not soundly opened."""
    try:
        raw = read_bytes(path, Limits(article_bytes=limits.yaml_bytes))
    except ArticleError as error:
        reason = str(error).removeprefix(f"{shown_name(path)}: ").replace("an article", "a briefing")
        out.error("unreadable", Mark(1, 1), reason)
        return None
    return decode(raw, out)


def decode(raw: bytes, out: Collector) -> Opened:
    """UTF-8, or UTF-16 and UTF-32 by their byte order mark, which is taken off; never a guess."""
    mark, encoding = next(((mark, name) for mark, name in _MARKS if raw.startswith(mark)), (b"", "utf-8"))
    raw = raw[len(mark) :]
    try:
        text = _lines(raw.decode(encoding))
    except UnicodeDecodeError as error:
        before = _lines(raw[: error.start].decode(encoding))
        message = f"not {encoding.upper()}: byte 0x{raw[error.start]:02x}"
        out.error("encoding", _end(clean(before)), message, hint="save the file as UTF-8")
        return Opened(_lines(raw[: error.start + _SHOWN].decode(encoding, "replace")), sound=False)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        start = forbidden.start()
        what = f"YAML does not allow the character U+{ord(forbidden[0]):04X}"
        out.error("control-character", _end(clean(text[:start])), what, hint='write it as an escape in "…"')
        return Opened(text[: start + _SHOWN], sound=False)
    return Opened(text)


def clean_keeping_tabs(text: str, out: Collector) -> str:
    """`text` cleaned one for one but for tabs, which YAML gives a meaning; a warning says what was replaced."""
    cleaned = clean(text)
    if "\t" in text:
        cleaned = "".join("\t" if old == "\t" else new for old, new in zip(text, cleaned, strict=True))
    if cleaned != text:
        changed = list(compress(count(), map(ne, text, cleaned)))
        first = changed[0]
        counted = f" ({len(changed)} in the file)" if len(changed) > 1 else ""
        message = f"hidden or direction-changing character U+{ord(text[first]):04X} is replaced{counted}"
        out.warning("hidden-character", _end(cleaned[:first]), message)
    return cleaned


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end(before: str) -> Mark:
    """The place of the character after `before`, clean as the lines shown are: U+2028 ends a line in both."""
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
