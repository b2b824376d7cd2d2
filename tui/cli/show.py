"""`hexapla show`: a briefing as plain text, for pipes and screen readers. Words instead of signs and colour."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError, suggestion
from tui.cli.inputs import add_root, briefing_path, resolve, roots
from tui.cli.output import Output, Strong
from tui.cli.parser import Parser
from tui.documents import quoted

if TYPE_CHECKING:
    from tui.evidence.model import (
        Quotation,
        ResolvedBriefing,
        ResolvedDifference,
        ResolvedSection,
        ResolvedStatement,
    )

ROLES = {"supports": "", "partly": ", in part", "contradicts": ", against the statement", "context": ", as context"}


def arguments(parser: Parser) -> None:
    """BRIEFING, perhaps one SECTION."""
    parser.add_argument("briefing", metavar="BRIEFING", help="a YAML file, or the id of a briefing at hand")
    parser.add_argument("section", nargs="?", metavar="SECTION", help="only this section: its id or its number")
    parser.add_argument("--timeline", action="store_true", help="the dated facts in order, with their sources")
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Print the briefing, or one section of it, or what of either is dated."""
    resolved = resolve(briefing_path(options.briefing), roots(options), out)
    if options.timeline:
        wanted = None if options.section is None else _wanted(resolved, options.section)
        _print_timeline(resolved, wanted, out)
    elif options.section is None:
        _print_head(resolved, out)
        for section in resolved.sections:
            out.own("\n")
            _print_section(resolved, section, out)
    else:
        _print_section(resolved, _wanted(resolved, options.section), out)
    return 0


def _wanted(resolved: ResolvedBriefing, wanted: str) -> ResolvedSection:
    for section in resolved.sections:
        if wanted in (section.section.id, str(section.number)):
            return section
    ids = [section.section.id for section in resolved.sections]
    raise RefusedError(f"hexapla show: no section '{wanted}'{suggestion(wanted, ids)}\nThere are: {', '.join(ids)}")


def _print_head(resolved: ResolvedBriefing, out: Output) -> None:
    briefing = resolved.briefing
    out.line(Strong(briefing.title))
    if briefing.date:
        out.line(briefing.date.isoformat())
    _print_summary(briefing.summary, out)
    out.own("\n")
    out.line(Strong("Sources"))
    for source in briefing.sources:
        document = resolved.documents.get(source.id)
        facts = [
            source.outlet or "outlet not stated",
            source.title and f"“{source.title}”",
            source.published,
            source.descriptor,
        ]
        facts += [source.file, f"{document.words} words" if document else "cannot be read"]
        out.line(f"{source.letter}  {source.id}: ", ", ".join(filter(None, facts)))


def _print_timeline(resolved: ResolvedBriefing, wanted: ResolvedSection | None, out: Output) -> None:
    from tui.evidence import timeline

    events = [one for one in timeline(resolved) if wanted is None or one.section == wanted.number - 1]
    out.line(Strong("Timeline"))
    for one in events:
        letters = ", ".join(source.letter for source in one.sources)
        said = one.text or quoted(one.words)
        out.line(f"{one.when:<10}  {letters}: {one.section + 1}.{one.statement + 1} ", said)
    if not events:
        out.note("nothing of this can be dated for sure")


def _print_summary(summary: str, out: Output) -> None:
    if summary.strip():
        out.own("\n")
        out.block(summary.strip("\n") + "\n")


def _print_section(resolved: ResolvedBriefing, section: ResolvedSection, out: Output) -> None:
    out.line(Strong(f"{section.number}. {section.section.title}"))
    if section.blind:
        out.line(f"Silent on this section: {_letters(resolved, section.blind)}.")
    unread = [source.id for source in resolved.briefing.sources if source.id not in resolved.documents]
    if unread:
        out.line(f"Could not be read: {_letters(resolved, unread)}.")
    _print_summary(section.section.summary, out)
    for statement in section.statements:
        _print_statement(resolved, section, statement, out)
    for difference in section.differences:
        out.own("\n")
        _print_difference(resolved, difference, "", out)


def _print_statement(
    resolved: ResolvedBriefing, section: ResolvedSection, statement: ResolvedStatement, out: Output
) -> None:
    out.own("\n")
    out.line(Strong(f"{section.number}.{statement.number} {statement.statement.text}"))
    for quotation in statement.quotations:
        _print_quotation(resolved, quotation, out)
    out.line("    ", _coverage(resolved, statement))
    for difference in statement.differences:
        _print_difference(resolved, difference, "    ", out)


def _print_quotation(resolved: ResolvedBriefing, quotation: Quotation, out: Output) -> None:
    from tui.cli.quote import told_changes

    claim = quotation.claim
    where = f" ¶{quotation.paragraph}" if quotation.paragraph else ""
    role = ROLES[getattr(claim, "role", "supports")]
    out.line(f"    {quotation.source.letter}{where}, {_standing(quotation)}{role}: {quoted(quotation.text)}")
    if stands := _elsewhere(resolved, quotation):
        out.line(f"        These words stand in {stands}.")
    if quotation.document is not None:
        for line in told_changes(quotation.document, claim.quote, quotation.anchor.changes):
            out.line(f"        {line}")
    if note := getattr(claim, "note", ""):
        out.line(f"        Note: {note}")


def _coverage(resolved: ResolvedBriefing, statement: ResolvedStatement) -> str:
    """`Verified: C, E; silent: S.` Every source is named, in the briefing's order."""
    from tui.evidence.model import Carriage

    if statement.alone is not None:
        alone = resolved.briefing.source(statement.alone).letter
        return f"Only {alone} carries this: {statement.coverage[statement.alone]}."
    if statement.unsupported and statement.speaking:
        verb = "has" if len(statement.speaking) == 1 else "have"
        contrary = f"{_letters(resolved, statement.speaking, ' and ')} {verb} it otherwise"
        if not statement.unread:
            return f"No source supports this; {contrary}."
        return f"No source that could be read supports this; {contrary}; {Carriage.UNKNOWN}: " + (
            f"{_letters(resolved, statement.unread)}."
        )
    parts = []
    for how in Carriage:
        mine = [source for source, one in statement.coverage.items() if one is how]
        if mine:
            parts.append(f"{how}: {_letters(resolved, mine)}")
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _letters(resolved: ResolvedBriefing, sources: Iterable[str], last: str = ", ") -> str:
    """`C, E, S`; with `last`, `C, E and S`."""
    *before, end = (resolved.briefing.source(source).letter for source in sources)
    return f"{', '.join(before)}{last}{end}" if before else end


def _standing(quotation: Quotation) -> str:
    return "could not be read" if quotation.document is None else str(quotation.anchor.status)


def _elsewhere(resolved: ResolvedBriefing, quotation: Quotation) -> str:
    """Where the words of a misattributed quotation do stand: `E ¶4, S ¶2`."""
    from tui.evidence.model import Status

    if quotation.anchor.status is not Status.MISATTRIBUTED:
        return ""
    places = []
    for source, span in quotation.anchor.alternatives:
        paragraph = resolved.documents[source].paragraph_at(span.start)
        places.append(resolved.briefing.source(source).letter + (f" ¶{paragraph.number}" if paragraph else ""))
    return ", ".join(places)


def _print_difference(briefing: ResolvedBriefing, resolved: ResolvedDifference, indent: str, out: Output) -> None:
    difference = resolved.difference
    whose = f"Suggested {difference.kind}, judged by nobody yet"
    own = f"{difference.kind.capitalize()} between sources"
    out.line(indent, f"{whose if difference.suggested else own}: {difference.about}")
    for line in _values(briefing, resolved):
        out.line(indent, "    ", line)
    if difference.note:
        out.line(indent, f"    Note: {difference.note}")


def _values(briefing: ResolvedBriefing, resolved: ResolvedDifference) -> Iterator[str]:
    for value in resolved.values:
        reading = getattr(value.claim, "value", "")
        where = f" ¶{value.paragraph}" if value.paragraph else ""
        said = f"{reading}: " if reading and reading != value.text else ""
        yield f"{value.source.letter}{where}, {_standing(value)}: {said}{quoted(value.text)}"
        if stands := _elsewhere(briefing, value):
            yield f"    These words stand in {stands}."
