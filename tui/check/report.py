"""Checking a briefing: what `hexapla check` prints."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tui.briefing import Finding, read
from tui.briefing.findings import Collector
from tui.check.advice import advise
from tui.check.quotations import claims, report_quotations
from tui.check.sources import report_sources
from tui.evidence import Status, resolve


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of the file, how many quotations have which status, and the file's clean lines.

    A quotation whose source cannot be read counts as missing, and `unread` says how many of those there are.
    `quotations` counts what is shown and exported; `apart` says how many more, those of differences of kind `none`,
    were proved. Only an error means that the briefing does not hold; a warning is for its author to weigh.
    """

    findings: tuple[Finding, ...]
    quotations: Mapping[str, int]
    lines: tuple[str, ...]
    apart: int = 0
    unread: int = 0

    @property
    def holds(self) -> bool:
        """Whether no finding is an error."""
        return all(finding.severity != "error" for finding in self.findings)


def check(path: str | os.PathLike[str], *, roots: Sequence[str | os.PathLike[str]] = ()) -> Report:
    """Reads the briefing, loads its sources, places every quotation, and reports all that is wrong. Never raises.

    A briefing with errors is proved as far as it could be read; advice is given only on one without.
    """
    reading = read(path, roots=roots)
    out = Collector(os.fspath(path))
    out.findings += reading.findings
    counts, apart, unread = {status.value: 0 for status in Status}, 0, 0
    if reading.draft is not None:
        resolved = resolve(reading.draft)
        placed = list(claims(resolved))
        for claim in placed:
            counts[claim.quotation.anchor.status.value] += not claim.apart
        apart = sum(claim.apart for claim in placed)
        unread = sum(claim.quotation.document is None for claim in placed if not claim.apart)
        report_sources(resolved, reading.widths, out)
        report_quotations(placed, reading.widths, out)
    if reading.briefing is not None:
        advise(reading.briefing, reading.widths, out)
    return Report(out.sorted(), counts, reading.lines, apart, unread)
