"""Telling equal places apart by the words before and after them."""

from __future__ import annotations

from typing import NamedTuple

from tui.evidence.normal import normalise
from tui.evidence.words import words

_NEAR = 240
_NOT_QUITE = 0.85


class Context(NamedTuple):
    """The levelled words before (`prefix`) and after (`suffix`) a quotation; either may be empty."""

    prefix: str = ""
    suffix: str = ""

    def __bool__(self) -> bool:
        return bool(self.prefix or self.suffix)

    def fit(self, text: str, start: int, end: int) -> float:
        """How well the surroundings of `[start, end)` agree, 0..1; 1.0 where no context was given."""
        marks = []
        if self.prefix:
            marks.append(_fit(self.prefix, text[max(0, start - _NEAR - len(self.prefix)) : start], before=True))
        if self.suffix:
            marks.append(_fit(self.suffix, text[end : end + _NEAR + len(self.suffix)], before=False))
        return sum(marks) / len(marks) if marks else 1.0


_NONE = Context()


def context(prefix: str, suffix: str) -> Context:
    """Levels what the author gave as prefix and suffix."""
    if not prefix and not suffix:
        return _NONE
    return Context(_plain(normalise(prefix).text), _plain(normalise(suffix).text))


def _plain(text: str) -> str:
    return " ".join(word.text for word in words(text))


def _fit(wanted: str, near: str, *, before: bool) -> float:
    """1.0 for the very words adjoining; less than that for words nearly the same, or the same a little further off."""
    plain = _plain(near)
    adjoining = plain[-len(wanted) :] if before else plain[: len(wanted)]
    if wanted == adjoining:
        return 1.0
    from rapidfuzz import fuzz  # only where surroundings differ

    return _NOT_QUITE * max(fuzz.ratio(wanted, adjoining) / 100, 0.9 if wanted in plain else 0.0)
