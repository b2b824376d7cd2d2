"""`hexapla export`: a briefing as Markdown, to stdout or a file."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError, suggestion
from tui.cli.inputs import add_root, briefing_path, kept_notes, resolve, roots
from tui.cli.output import Output, write_file
from tui.cli.parser import Parser

if TYPE_CHECKING:
    from tui.evidence import ResolvedBriefing


def arguments(parser: Parser) -> None:
    """BRIEFING, and what of it."""
    parser.add_argument("briefing", metavar="BRIEFING", help="a YAML file, or the id of a briefing at hand")
    parser.add_argument("--section", action="append", metavar="ID", help="only this section; repeatable")
    parser.add_argument("-o", "--output", metavar="FILE", help="write FILE instead of stdout")
    parser.add_argument("--force", action="store_true", help="overwrite FILE when it exists")
    parser.add_argument("--no-h1", action="store_true", help="no title line: the front matter has the title")
    parser.add_argument("--no-differences", action="store_true", help="leave the differences out")
    parser.add_argument("--no-coverage", action="store_true", help="leave the coverage table out")
    parser.add_argument("--no-timeline", action="store_true", help="leave the timeline out")
    parser.add_argument("--notes", action="store_true", help="add your bookmarks and notes")
    add_root(parser)


def run(options: argparse.Namespace, out: Output) -> int:
    """Write the Markdown; never over an existing file without --force."""
    from tui import export

    resolved = resolve(briefing_path(options.briefing), roots(options), out)
    known = [section.id for section in resolved.briefing.sections]
    for wanted in options.section or ():
        if wanted not in known:
            raise RefusedError(
                f"hexapla export: no section '{wanted}'{suggestion(wanted, known)}\nThere are: {', '.join(known)}"
            )
    text = export.markdown(
        resolved,
        options.section,
        differences=not options.no_differences,
        coverage=not options.no_coverage,
        timeline=not options.no_timeline,
        notes=kept_notes(resolved, out) if options.notes else (),
        h1=not options.no_h1,
    )
    if options.output in (None, "-"):
        out.block(text)
    else:
        write_file("export", Path(options.output), text, force=options.force)
        footnotes = sum(line.startswith("[^") for line in text.splitlines())
        out.note(f"wrote {options.output}: {footnotes} footnotes")
    _tell_of_unproved(resolved, options, out)
    return 0


def _tell_of_unproved(resolved: ResolvedBriefing, options: argparse.Namespace, out: Output) -> None:
    """Say how many of the quotations exported are not as their sources have them; nothing where all are."""
    from tui.evidence import Status

    sections = [one for one in resolved.sections if not options.section or one.section.id in options.section]
    quoted = [one for section in sections for statement in section.statements for one in statement.quotations]
    if not options.no_differences:
        homes = {*(options.section or ("", *(one.section.id for one in sections)))}
        quoted += [value for one in resolved.differences if one.difference.section in homes for value in one.values]
    holding = (Status.VERIFIED, Status.AMBIGUOUS)
    count = sum(one.document is not None and one.anchor.status not in holding for one in quoted)
    if count:
        single = "1 quotation is not as its source has it"
        said = f"{count} quotations are not as their sources have them" if count > 1 else single
        out.note(f"{said}; hexapla check {shlex.quote(options.briefing)} says which")
