"""Headings that stay apart: two sections of one title would share a link target and a linter's patience."""

from __future__ import annotations

from tui.documents import clean_line
from tui.export.inline import heading

# What markdownlint's MD026 does not want a heading to end in.
_TRAILING = tuple(".,;:!。，；：！")


class Headings:
    """Writes headings; one that was used before, or ends in a full stop or the like, gets its id in brackets."""

    def __init__(self, reserved: tuple[str, ...]) -> None:
        self._used = {title.casefold() for title in reserved}

    def write(self, level: int, title: str, identifier: str) -> str:
        """The heading of `title`, or of `identifier` when there is no title."""
        return self.literal(level, self.unique(title, identifier))

    def literal(self, level: int, title: str) -> str:
        """The heading of a title that `unique` gave."""
        return heading(level, [title])

    def unique(self, title: str, identifier: str) -> str:
        """`title` made different from every other heading's."""
        title = " ".join(clean_line(title).split()) or identifier
        if title.casefold() in self._used or title.endswith(_TRAILING):
            title = f"{title} ({identifier})"
        self._used.add(title.casefold())
        return title
