"""A quotation made ready: as written, levelled, and cut into words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cached_property

from tui.documents.model import Span
from tui.evidence.ellipsis import parts
from tui.evidence.normal import Normal, normalise
from tui.evidence.words import Word, words

_CLOSED = re.compile(r"!?[\])]")


class Quoted:
    """`written` is the quotation as it was given, `normal` its levelled form that all offsets of words count in."""

    def __init__(self, written: str, normal: Normal) -> None:
        self.written = written
        self.normal = normal

    @property
    def text(self) -> str:
        """The levelled form."""
        return self.normal.text

    @cached_property
    def unjoined(self) -> str:
        """The levelled form with the hyphens before line ends kept, as a document keeps them."""
        return normalise(self.written, joined=False).text.strip()

    @cached_property
    def parts(self) -> Sequence[Span]:
        """The parts between ellipses, in the levelled form; one when there is none, none when it has no words."""
        return parts(self.text)

    def words(self, part: Span) -> Sequence[Word]:
        """The words of a part."""
        return words(self.text, part.start, part.end)

    def words_of(self, part: Span, vocabulary: Container[str]) -> Sequence[Word]:
        """The words of a part that are to stand in a text of that vocabulary.

        By "[sic]" an author vouches for the word before: where the source does not write it too, it is no word.
        """
        found = self.words(part)
        if "sic" not in self.text or "sic" in vocabulary:
            return found
        return [word for word in found if word.text != "sic" or not self._is_bracketed(word)]

    def _is_bracketed(self, word: Word) -> bool:
        return self.text[word.start - 1 : word.start] in ("[", "(") and bool(_CLOSED.match(self.text, word.end))


def quoted(written: str) -> Quoted:
    """Levels a quotation."""
    return Quoted(written, normalise(written))
