"""`hexapla check`: every finding about briefings, with file, line, column and a caret; what --fix can mend."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.cli.inputs import add_root, briefing_path, of_article, roots
from tui.cli.output import Output
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.briefing import Finding
    from tui.check import Report


def arguments(parser: Parser) -> None:
    """BRIEFING…"""
    parser.add_argument("briefings", nargs="+", metavar="BRIEFING", help="a YAML file, or the id of a briefing at hand")
    parser.add_argument("--json", action="store_true", help="one JSON object with all findings")
    parser.add_argument("--fix", action="store_true", help="offer the sources' words and hashes, as a diff")
    parser.add_argument("--write", action="store_true", help="with --fix: write what it offers into the files")
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Check all, print all findings; 1 when there are any, 2 when a briefing could not be read at all."""
    from tui import check

    paths = [briefing_path(name) for name in options.briefings]
    allowed = roots(options)
    if options.fix or options.write:
        from tui.cli import fix

        return fix.run(paths, options, out)
    reports = [check.check(path, roots=allowed) for path in paths]
    if options.json:
        out.record(as_json(reports))
    else:
        _print(reports, out)
    for path, report in zip(paths, reports, strict=True):
        if report.findings and not any(report.quotations.values()) and (said := of_article(path)):
            out.note(said)
    if not all(report.lines for report in reports):
        return 2
    return 1 if any(report.findings for report in reports) else 0


def as_json(reports: list[Report]) -> dict[str, Any]:
    """The JSON answer of `check`: all findings, and the quotations of all briefings counted together."""
    return {
        "findings": [_finding(finding) for report in reports for finding in report.findings],
        "quotations": dict(_quotations(reports)),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    facts = {name: getattr(finding, name) for name in ("severity", "code", "file", "line", "column", "message")}
    where_meant = {name: getattr(finding, name) for name in ("hint", "statement", "source", "status")}
    return facts | {name: fact for name, fact in where_meant.items() if fact}


def _quotations(reports: list[Report]) -> Mapping[str, int]:
    total: Counter[str] = Counter()
    for report in reports:
        total.update({str(status): count for status, count in report.quotations.items()})
    return total


def _print(reports: list[Report], out: Output) -> None:
    from tui.briefing import render

    for report in reports:
        for finding in report.findings:
            out.block(render(finding, report.lines).rstrip("\n") + "\n")
    severities = Counter(finding.severity for report in reports for finding in report.findings)
    counts = [f"{severities[name]} {name}{'' if severities[name] == 1 else 's'}" for name in ("error", "warning")]
    unread = sum(report.unread for report in reports)
    counted = Counter(_quotations(reports)) - Counter(missing=unread)
    quotations = [f"{count} {status}" for status, count in (counted | Counter({"not read": unread})).items() if count]
    apart = sum(report.apart for report in reports)
    more = f"; of differences of kind none: {apart} more" if apart else ""
    out.note(f"{', '.join(counts)}; quotations: {', '.join(quotations) or 'none'}{more}")
