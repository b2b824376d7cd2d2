"""`hexapla check --fix`: what can be mended, as a diff; written only with --write."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.errors import RefusedError
from tui.cli.inputs import roots
from tui.cli.output import Output

if TYPE_CHECKING:
    from tui.check import Fixes


def run(paths: Sequence[Path], options: argparse.Namespace, out: Output) -> int:
    """Show what can be mended in each briefing, write it if asked; 1 while a finding is left, 2 for unreadable ones."""
    from tui import check

    if not options.fix:
        raise RefusedError("hexapla check: --write goes with --fix")
    if options.json:
        raise RefusedError("hexapla check: --fix shows a diff, not JSON")
    allowed = roots(options)
    unreadable = False
    for path in paths:
        fixes = check.fixes(path, roots=allowed)
        if fixes is None:
            unreadable = True
            out.note(f"hexapla check: {path}: cannot be read as a briefing; see hexapla check {path}")
            continue
        _show(path, fixes, options.write, out)
        if options.write and fixes.offered:
            _write(path, fixes)
    if unreadable:
        return 2
    return 1 if any(check.check(path, roots=allowed).findings for path in paths) else 0


def _show(path: Path, fixes: Fixes, write: bool, out: Output) -> None:
    before, after = fixes.before.splitlines(keepends=True), fixes.after.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, str(path), str(path)):
        out.line(line.rstrip("\r\n"))
    for finding in fixes.refused:
        out.note(f"{finding.file}:{finding.line}:{finding.column}: {finding.message}")
    fixed = f"{fixes.offered} {'fix' if fixes.offered == 1 else 'fixes'}"
    them = "it" if fixes.offered == 1 else "them"
    then = "" if not fixes.offered else " written" if write else f" offered; --fix --write writes {them} into the file"
    nothing = "nothing fixed" if fixes.refused else "nothing to fix"
    out.note(f"{path}: {fixed if fixes.offered else nothing}{then}")


def _write(path: Path, fixes: Fixes) -> None:
    """Put the mended text in the file's place, unless the file is another one by now."""
    from tui.briefing.saving import ChangedMeanwhileError, save

    try:
        save(path, fixes.before, fixes.after)
    except ChangedMeanwhileError:
        raise RefusedError(f"hexapla check: {path} has changed meanwhile; nothing is written") from None
    except OSError as error:
        raise RefusedError(f"hexapla check: {path}: {error.strerror or error}") from None
