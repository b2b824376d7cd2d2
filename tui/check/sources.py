"""Sources that cannot be read, have changed, alone lack a hash, or are one article under two names."""

from __future__ import annotations

from collections.abc import Mapping

from tui.briefing.findings import Collector
from tui.briefing.model import Mark
from tui.evidence import ResolvedBriefing, SourceProblem


def report_sources(resolved: ResolvedBriefing, widths: Mapping[Mark, int], out: Collector) -> None:
    """Errors for unreadable and changed sources, warnings for the rest.

    A briefing may do without hashes; one that pins some of its sources has forgotten the others.
    """
    for problem in resolved.problems:
        _problem(problem, resolved, widths, out)
    first_with: dict[str, str] = {}
    pinned = any(source.sha256 for source in resolved.briefing.sources)
    for source in resolved.briefing.sources:
        document = resolved.documents.get(source.id)
        if document is None:
            continue
        width = widths.get(source.at, 1)
        first = first_with.setdefault(document.sha256, source.id)
        if first != source.id:
            message = f"{source.id} and {first} are the same article, byte for byte"
            out.warning("same-article", source.at, message, width=width, source=source.id)
        if pinned and source.sha256_at == source.at:
            message, hint = (
                f"no sha256 for {source.id}: a change of its file would go unnoticed",
                f"sha256: {document.sha256}",
            )
            out.warning("no-sha256", source.at, message, hint=hint, width=width, source=source.id)
        lines = document.text.count("\n") + 1
        if source.body_from > lines:
            message = f"the body of {source.id} begins on line {source.body_from}, but it has {lines} lines"
            out.warning("bad-body", source.at, message, width=width, source=source.id)


def _problem(problem: SourceProblem, resolved: ResolvedBriefing, widths: Mapping[Mark, int], out: Collector) -> None:
    source = problem.source
    if problem.code == "changed":
        mark, hint = source.sha256_at, f"its sha256 is now {resolved.documents[source.id].sha256}"
    else:
        allowed = "and may lead into a folder given by --root or by 'roots' in the settings"
        hint = f"none of its quotations can be proved; 'file' counts from the briefing's folder, {allowed}"
        mark = source.at
    out.error(f"source-{problem.code}", mark, problem.message, hint=hint, width=widths.get(mark, 1), source=source.id)
