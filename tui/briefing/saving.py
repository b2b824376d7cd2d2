"""An edited briefing put in the place of the one it was made of, unless that is another by now."""

from __future__ import annotations

import os
from pathlib import Path

from tui.briefing.editing import decoded
from tui.documents import Limits
from tui.documents.files import read_bytes
from tui.writing import replace_file


class ChangedMeanwhileError(Exception):
    """The file is not the one that was edited; nothing is written. Its text is one line."""


def written(path: str | os.PathLike[str]) -> str | None:
    """The file's text as it is written; None where it is not UTF-8, ArticleError where it cannot be read."""
    return decoded(read_bytes(path, Limits(article_bytes=Limits().yaml_bytes)))


def save(path: Path, before: str, after: str) -> None:
    """Put `after` in the place of `before`, in one step.

    Raises ChangedMeanwhileError where the file does not hold `before`, OSError where it cannot be written.
    """
    if decoded(path.read_bytes()) != before:
        raise ChangedMeanwhileError(f"{path.name} has changed meanwhile; nothing is written")
    replace_file(path, after)
