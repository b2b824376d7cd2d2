"""What a briefing said when it was last read, in a few numbers, and what is other since."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from zlib import crc32

from tui.briefing.model import Briefing
from tui.evidence.model import ResolvedBriefing

Fingerprint = Mapping[str, str]
"""What is said, by a kind and a name in the briefing (`statement money/cost`), as a number of its words."""

MOST = 4_000  # entries kept; a briefing of more is not told of
LARGEST = 5_000_000  # bytes of an article looked at
# A kind, what one and several of it are called, and what an altered one is.
_KINDS = (
    ("statement", "statement", "statements", "reworded"),
    ("quotation", "quotation", "quotations", "altered"),
    ("difference", "difference", "differences", "altered"),
    ("article", "article", "articles", "changed"),
)


def of(resolved: ResolvedBriefing) -> dict[str, str]:
    """The fingerprint of a briefing as it is on the page; none of one that is too large."""
    articles = {f"article {source}": document.sha256 for source, document in resolved.documents.items()}
    said = {**dict(_said(resolved.briefing)), **articles}
    return said if len(said) <= MOST else {}


def changes(before: Fingerprint, briefing: Briefing, since: float) -> str:
    """`3 statements new, 1 quotation altered`: what the file says now that it did not say `before`; "" for nothing.

    Articles not written since then (seconds since the epoch) are taken to be as they were. Raises nothing.
    """
    now = dict(_said(briefing))
    for source in briefing.sources:
        name = f"article {source.id}"
        if name in before:
            now[name] = _article(source.path, since) or before[name]
    return ", ".join(_counts(before, now)) if before else ""


def _said(briefing: Briefing) -> Iterator[tuple[str, str]]:
    for section in briefing.sections:
        for statement in section.statements:
            name = f"{section.id}/{statement.id}"
            yield f"statement {name}", _number(statement.text)
            for number, one in enumerate(statement.evidence):
                yield f"quotation {name}/{number}", _number(f"{one.source}\0{one.quote}\0{one.role}")
    for number, difference in enumerate(briefing.differences):
        values = "\0".join(f"{value.source}\0{value.quote}" for value in difference.values)
        yield f"difference {difference.id or number}", _number(f"{difference.kind}\0{difference.about}\0{values}")


def _number(text: str) -> str:
    return f"{crc32(text.encode('utf-8', 'replace')):08x}"


def _counts(before: Fingerprint, now: Fingerprint) -> Iterator[str]:
    for kind, one, several, altered in _KINDS:
        was = {name: said for name, said in before.items() if name.startswith(f"{kind} ")}
        being = {name: said for name, said in now.items() if name.startswith(f"{kind} ")}
        for count, what in (
            (len(being.keys() - was.keys()), "new"),
            (sum(was[name] != being[name] for name in being.keys() & was.keys()), altered),
            (len(was.keys() - being.keys()), "gone"),
        ):
            if count:
                yield f"{count} {one if count == 1 else several} {what}"


def _article(path: Path, since: float) -> str:
    """The SHA-256 of a file written since then; "" where it was not, or cannot be read."""
    try:
        found = os.stat(path)  # noqa: PTH116 - one look for both
        if found.st_mtime <= since or found.st_size > LARGEST:
            return ""
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""
