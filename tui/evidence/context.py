"""Telling equal places apart by the words before and after them."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from tui.evidence.normal import normalise
from tui.evidence.words import words

_NEAR = 240


@dataclass(frozen=True, slots=True)
class Context:
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


def context(prefix: str, suffix: str) -> Context:
    """Levels what the author gave as prefix and suffix."""
    return Context(_plain(normalise(prefix).text), _plain(normalise(suffix).text))


def _plain(text: str) -> str:
    return " ".join(word.text for word in words(text))


def _fit(wanted: str, near: str, *, before: bool) -> float:
    """Adjoining words count in full; the same words a little further off count less."""
    plain = _plain(near)
    adjoining = plain[-len(wanted) :] if before else plain[: len(wanted)]
    close = fuzz.ratio(wanted, adjoining) / 100
    return max(close, 0.8) if wanted in plain else close
