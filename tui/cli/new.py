"""`hexapla new`: a briefing drafted from articles, to stdout or a file."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError
from tui.cli.inputs import add_root, load_documents, roots
from tui.cli.output import Output, ProgressLine, must_be_writable, write_file
from tui.cli.parser import Parser
from tui.collecting import without_collecting

if TYPE_CHECKING:
    from tui.documents import Document
    from tui.drafting import Draft


def arguments(parser: Parser) -> None:
    """ARTICLE…, and where to."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="a text file; two or more")
    parser.add_argument("-o", "--output", metavar="FILE", help="write FILE instead of stdout")
    parser.add_argument("--force", action="store_true", help="overwrite FILE when it exists")
    add_root(parser, "draft")


def run(options: argparse.Namespace, out: Output) -> int:
    """Compare the articles, write the draft; never over an existing file without --force."""
    from tui.drafting import DraftError, draft, yaml_text

    target = None if options.output in (None, "-") else Path(options.output)
    if target is not None:
        must_be_writable("new", target, force=options.force)
    documents = load_documents([Path(name) for name in options.articles])
    folder = target.parent if target else Path()
    _must_be_within(documents, target or Path("draft.yaml"), roots(options))
    try:
        with ProgressLine(out) as line, without_collecting(stays=False):
            made = draft(documents, folder, progress=line.compared)
    except DraftError as error:
        raise RefusedError(f"hexapla new: {error}") from None
    if target is None:
        out.block(yaml_text(made.briefing))
    else:
        write_file("new", target, yaml_text(made.briefing), force=options.force)
    _tell(made, options, out)
    return 0


def _must_be_within(documents: Sequence[Document], target: Path, allowed: Sequence[Path]) -> None:
    """A draft that could not be opened again is not written."""
    from tui.briefing.sources import Roots

    reach = Roots.of(target, allowed)
    for document in documents:
        if reach.find(str(document.path.absolute())) is None:
            raise RefusedError(
                f"hexapla new: {document.source} lies outside the folders a briefing in {reach.folder} may read: "
                f"write the draft beside the articles (-o), or allow their folder with --root"
            )


def _tell(made: Draft, options: argparse.Namespace, out: Output) -> None:
    for document, reason in made.left_out:
        out.note(f"hexapla new: left out {document.source}: it {reason}")
    briefing = made.briefing
    counts = (
        (len(briefing.sections), "section"),
        (sum(len(section.statements) for section in briefing.sections), "statement"),
        (len(briefing.differences), "suggested difference"),
    )
    told = ", ".join(f"{count} {what}{'' if count == 1 else 's'}" for count, what in counts)
    where = f"wrote {options.output}: " if options.output not in (None, "-") else ""
    again = f"; open it with --root {' --root '.join(map(str, options.root))}" if options.root else ""
    out.note(f"{where}{told}{again}")
