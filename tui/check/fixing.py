"""What `check` can mend: altered quotations whose place is sure, and hashes. It offers, and writes nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.briefing import Finding, read, saving
from tui.briefing.editing import Edit, Manuscript, Written, column, line_end, newline
from tui.briefing.findings import Collector
from tui.briefing.model import Mark, Source
from tui.briefing.quoting import scalar
from tui.check.correcting import has_gaps, is_own_words, unclear
from tui.check.quotations import claims
from tui.evidence import Quotation, ResolvedBriefing, Status, anchor, resolve

_STANDS = (Status.VERIFIED, Status.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Fixes:
    """What can be mended in one file: `before` and `after` are its whole text, equal where there is nothing to mend.

    `refused` says for each quotation or hash that cannot be mended why, at its place; `offered` counts the others.
    """

    before: str
    after: str
    offered: int
    refused: tuple[Finding, ...]


def fixes(path: str | os.PathLike[str], *, roots: Sequence[str | os.PathLike[str]] = ()) -> Fixes | None:
    """The mends of the briefing at `path`; None when it cannot be read as one. Nothing is written."""
    reading = read(path, roots=roots)
    if reading.draft is None:
        return None
    out = Collector(os.fspath(path))
    raw = saving.written(path)
    if raw is None:
        out.warning("not-fixed", Mark(1, 1), "not fixed: only a file in UTF-8 is edited")
        return Fixes("", "", 0, out.sorted())
    resolved = resolve(reading.draft)
    mender = _Mender(Manuscript.of(raw), resolved, reading.widths, out)
    edits = [*mender.quotations(), *mender.hashes()]
    return Fixes(raw, mender.manuscript.after(edits), len(edits), out.sorted())


@dataclass
class _Mender:
    manuscript: Manuscript
    resolved: ResolvedBriefing
    widths: Mapping[Mark, int]
    out: Collector

    def __post_init__(self) -> None:
        self._open: set[str] = set()  # sources of which a quotation does not stand, mended or not

    def quotations(self) -> Iterator[Edit]:
        """An edit for each altered quotation that then is verified where it stands."""
        for claim in claims(self.resolved):
            quotation = claim.quotation
            if quotation.document is None:
                self._refuse(quotation.claim.at, f"source {quotation.source.id} could not be read")
                continue
            if quotation.anchor.status in _STANDS:
                continue
            edit = self._quotation(quotation)
            if isinstance(edit, Edit):
                yield edit
            else:
                self._open.add(quotation.source.id)
                self._refuse(quotation.claim.at, edit)

    def hashes(self) -> Iterator[Edit]:
        """An edit for each hash that is missing beside others or not the article's; to be asked after `quotations`."""
        changed = {problem.source.id for problem in self.resolved.problems if problem.code == "changed"}
        pinned = any(source.sha256 for source in self.resolved.briefing.sources)
        for source in self.resolved.briefing.sources:
            document = self.resolved.documents.get(source.id)
            if document is None or not pinned or (source.sha256 and source.id not in changed):
                continue
            if source.id in self._open:
                self._refuse(source.sha256_at, "a quotation of this source does not stand, so its hash stays")
                continue
            edit = self._new_hash(source, document.sha256) if not source.sha256 else self._hash(source, document.sha256)
            if edit is None:
                self._refuse(source.sha256_at, "the hash cannot be written there without changing more")
            else:
                yield edit

    def _refuse(self, at: Mark, why: str) -> None:
        self.out.warning("not-fixed", at, f"not fixed: {why}", width=self.widths.get(at, 1))

    def _quotation(self, quotation: Quotation) -> Edit | str:
        """The edit, or why there is none."""
        placed, document = quotation.anchor, quotation.document
        if placed.status is not Status.ALTERED or placed.span is None or document is None:
            return f"the quotation is {placed.status.value}, so its words are for you to choose"
        if placed.alternatives:
            return "the words could stand in more than one place"
        if why := unclear(document, quotation.claim.quote, placed):
            return why
        written = self.manuscript.texts.get(quotation.claim.at)
        if written is None:
            return "its place in the file was not found"
        for text in _wordings(quotation, written, self.manuscript.raw):
            made = self.manuscript.replaced(written, text)
            if made is not None and self._stands(quotation, made[1]):
                return made[0]
        return "the source's words cannot be written there without changing more"

    def _stands(self, quotation: Quotation, words: str) -> bool:
        """Whether the words are verified, and where the altered ones were placed."""
        document, before = quotation.document, quotation.anchor.span
        if document is None or before is None:
            return False
        claim = quotation.claim
        found = anchor(document, words.strip(), prefix=claim.prefix, suffix=claim.suffix)
        there = found.span is not None and found.span.start < before.end and before.start < found.span.end
        return found.status is Status.VERIFIED and there and is_own_words(document, words)

    def _hash(self, source: Source, sha256: str) -> Edit | None:
        written = self.manuscript.texts.get(source.sha256_at)
        if written is None:
            return None
        raw = self.manuscript.raw[written.start : written.end]
        made = self.manuscript.replaced(written, raw.replace(written.value.strip(), sha256))
        return made[0] if made is not None and made[1].strip() == sha256 else None

    def _new_hash(self, source: Source, sha256: str) -> Edit | None:
        """After the source's file: on a line of its own, or between the same braces."""
        key, value = self._file(source)
        if key is None or value is None:
            return None
        raw, number = self.manuscript.raw, value.number + 1
        if value.flow:
            return self.manuscript.inserted(value.end, f", sha256: {sha256}", number, ("sha256", sha256))
        at, end = line_end(raw, max(value.end - 1, value.start))
        lead = column(raw, key.start)
        if lead.strip():
            return None
        text = f"{lead}sha256: {sha256}{end}" if end else f"{newline(raw)}{lead}sha256: {sha256}"
        return self.manuscript.inserted(at, text, number, ("sha256", sha256))

    def _file(self, source: Source) -> tuple[Written | None, Written | None]:
        """The source's key `file` and its value: the first such key after the source's name."""
        start = self.manuscript.texts.get(source.at)
        after = [one for one in self.manuscript.texts.values() if start and one.number > start.number]
        after.sort(key=lambda one: one.number)
        for key, value in pairwise(after):
            if key.value == "file" and value.number == key.number + 1:
                return key, value
        return None, None


def _wordings(quotation: Quotation, written: Written, raw: str) -> Iterator[str]:
    """The quotation with the source's words, as YAML writes it: the least change first."""
    as_written = raw[written.start : written.end]
    in_place = as_written
    for change in quotation.anchor.changes:
        if not change.quoted or not change.found or in_place.count(change.quoted) != 1:
            break
        in_place = in_place.replace(change.quoted, _line(change.found))
    else:
        yield in_place
    if written.style in ("|", ">") and "#" in as_written.partition("\n")[0]:
        return  # a comment behind the sign would be lost
    # The source's words from the first to the last would undo an ellipsis of the author's.
    for words in (_mended(quotation), *([] if has_gaps(quotation.claim.quote) else [_line(quotation.text)])):
        if written.style == "'":
            yield "'" + words.replace("'", "''") + "'"
        elif written.style == "":
            yield words
        yield scalar(words)


def _mended(quotation: Quotation) -> str:
    """The author's quotation, only the words that differ replaced."""
    words = quotation.claim.quote
    for change in sorted(quotation.anchor.changes, key=lambda change: change.quoted_span, reverse=True):
        start, end = change.quoted_span
        found = _line(change.found) if change.quoted else f" {_line(change.found)} "
        words = words[:start] + found + words[end:]
    return _line(words)


def _line(text: str) -> str:
    return " ".join(text.split())
