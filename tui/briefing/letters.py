"""One-letter marks for the sources whose author gives none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from string import ascii_uppercase

from tui.briefing.cells import width

# More letters than a briefing may have sources: Latin, then Greek, Cyrillic and Armenian ones that look like no other.
_RESERVE = ascii_uppercase + "ΓΔΘΛΞΠΣΦΨΩ" + "БДЖИЛЦЧШЩЭЮЯ" + "ԱԲԳԴԵԸԺԻԽԾԿՁՂՃՄՅՆՇՉՋՌՎՏՐՑՒՔ"


def choose(sources: Sequence[tuple[str, str, str]]) -> list[str]:
    """A mark for each source `(given mark or "", outlet, id)`; given marks stay.

    In order, each source takes the first free letter of: the initials of its outlet's words, the outlet's
    other letters, its id's letters, a fixed reserve. The same sources always get the same letters.
    """
    taken = {given for given, _, _ in sources if given}
    marks = []
    for given, outlet, source_id in sources:
        mark = given or _first_free(_wished(outlet, source_id), taken)
        taken.add(mark)
        marks.append(mark)
    return marks


def _wished(outlet: str, source_id: str) -> Iterator[str]:
    yield from (word[0] for word in outlet.split())
    yield from outlet
    yield from source_id


def _first_free(wished: Iterable[str], taken: set[str]) -> str:
    upper = (unicodedata.normalize("NFC", letter).upper() for letter in wished)
    rest = map(chr, range(0x100, 0x110000))  # only bare articles can be so many
    return next(letter for letter in chain(upper, _RESERVE, rest) if letter not in taken and _fits(letter))


def _fits(letter: str) -> bool:
    """Whether the letter is upper case, one cell wide and stays where it is put in a row."""
    return (
        len(letter) == 1
        and unicodedata.category(letter) == "Lu"
        and unicodedata.bidirectional(letter) == "L"
        and width(letter) == 1
    )
