"""What a command raises when it will not go on."""

from __future__ import annotations

from collections.abc import Iterable


class RefusedError(Exception):
    """Wrong usage or unreadable input: the lines to print on stderr before exit 2. They are cleaned when printed."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or "" when none is near (Ratcliff and Obershelp's ratio, 0.6 and more)."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, list(known), n=1)), "")


def suggestion(word: str, known: Iterable[str]) -> str:
    """The end of a message about an unknown `word`: `: did you mean 'x'?`, or ""."""
    near = nearest(word, known)
    return f": did you mean '{near}'?" if near else ""
