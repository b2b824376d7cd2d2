"""Telling a slip inside a name from another spelling of it: "Browm" is nobody, "Browne" is somebody else.

Names are spelt by ear, so what two spellings of one name differ in is known: a vowel, a doubled letter, a silent
"h", letters of one sound, the ending. A change of that sort is never a slip. Another is one if no word and no name
has such a run of letters ("owm"), if the source writes the word with a small letter too, or if it ends as only
common words do.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from tui.evidence import lexicon
from tui.evidence.prepared import Prepared

_SHORTEST = 5

# From here on a common word is no surname, whatever the letter.
_NO_SURNAME = 8
_TWO_SLIPS = 10
_STEM = 4
_SOUNDS = ("aeiouyw", "ckqgx", "szcx", "fvwpb", "dt", "ijy", "gjh")
_SILENT = frozenset("aeiouywh")
_VOWELS = frozenset("aeiouy")


def is_misspelt_name(prepared: Prepared, quoted: str, found: str, quoted_written: str, found_written: str) -> bool:
    """Whether `quoted`, which no list knows, can be no other name than `found` (levelled; `…_written` as they stand).

    One slip in a word of five letters and more, never in the first letter: but "rPotocol", whose first two letters
    changed places with their capital, nobody is called.
    """
    if prepared.knows(quoted) or quoted in lexicon.names():
        return False
    first, second = quoted_written[:1], quoted_written[1:2]
    if first.islower() and second.isupper() and found_written == second + first + quoted_written[2:]:
        return len(found) >= _SHORTEST - 1
    distance = OSA.distance(quoted, found)
    if (
        len(found) < _SHORTEST
        or quoted[0] != found[0]
        or distance > 1 + (len(found) >= _TWO_SLIPS and is_no_surname(found))
    ):
        return False
    if is_no_surname(found) or (found in lexicon.members("month") and len(found) > _SHORTEST):
        return True
    if is_swapped(quoted, found):
        return True
    if sorted(quoted) == sorted(found) and quoted[:-2] == found[:-2]:
        return False  # "Pavle" for "Pavel", however odd it looks to English eyes
    common = found in lexicon.words() and (len(found) >= _NO_SURNAME or is_common(prepared, found))
    if is_other_spelling(quoted, found):
        return common and len(found) >= _NO_SURNAME and is_common(prepared, found)
    return common or is_unheard(prepared, quoted, found)


def is_no_surname(word: str) -> bool:
    """Whether no name is near a common word: it ends as "University" and "Government" do, or it is long."""
    return is_abstract(word) or (len(word) > _NO_SURNAME and word in lexicon.words())


def is_swapped(quoted: str, found: str) -> bool:
    """Whether two letters inside a name changed places and nobody is called so.

    Of 13,900 names none of eight letters and more is another's with two consonants, or a consonant and a vowel before
    the last two letters exchanged; shorter ones are: "Marian" and "Marina", "Kirsten" and "Kristen".
    """
    at = next((i for i, (one, other) in enumerate(zip(quoted, found, strict=False)) if one != other), 0)
    pair = found[at : at + 2]
    if not at or len(pair) < 2 or not pair.isascii() or quoted != found[:at] + pair[::-1] + found[at + 2 :]:
        return False
    vowels = sum(letter in _VOWELS for letter in pair)
    return len(found) >= _NO_SURNAME and (not vowels or (vowels == 1 and at + 4 <= len(found)))


def is_abstract(word: str) -> bool:
    """Whether a common word ends as "University" and "Government" do, and no surname does."""
    return word in lexicon.words() and any(
        word.endswith(tail) and len(word) >= len(tail) + _STEM for tail in lexicon.members("abstract")
    )


def is_other_spelling(quoted: str, found: str) -> bool:
    """Whether the letters that differ are such as differ between two spellings of a name, or at its end."""
    start = next((i for i, (one, other) in enumerate(zip(quoted, found, strict=False)) if one != other), None)
    if start is None or quoted[:-1] == found or found[:-1] == quoted:
        return True
    tail = 0
    while tail < min(len(quoted), len(found)) - start and quoted[-1 - tail] == found[-1 - tail]:
        tail += 1
    one, other = quoted[start : len(quoted) - tail], found[start : len(found) - tail]
    if len(one) == len(other):
        return all(
            a == b or any(a in sound and b in sound for sound in _SOUNDS) for a, b in zip(one, other, strict=True)
        )
    letter = one or other
    return letter in _SILENT or letter in (quoted[start - 1 : start], quoted[start + len(one) : start + len(one) + 1])


def is_unheard(prepared: Prepared, quoted: str, found: str) -> bool:
    """Whether `quoted` has three letters in a row, or two at its end, that `found` has not and no word or name has.

    The lists have no letters but those of English, so of another ("Möller") they tell nothing.
    """
    own = set(_runs(found))
    strange = (run for run in _runs(quoted) if run.isascii() and run not in own and not lexicon.has_run(run))
    return any(not prepared.has_run(run) for run in strange)


def _runs(word: str) -> Iterator[str]:
    """Its runs of three letters, a line end standing for its beginning and end."""
    bounded = f"\n{word}\n"
    return (bounded[i : i + 3] for i in range(len(bounded) - 2))


def is_common(prepared: Prepared, word: str) -> bool:
    """Whether the source writes the word with a small letter somewhere, and so as no name."""
    for start, end in prepared.stretches(word):
        text = prepared.original[slice(*prepared.span(start, end))]
        at = text.find(word)
        while at >= 0:
            if not (text[at - 1 : at].isalnum() or text[at + len(word) : at + len(word) + 1].isalnum()):
                return True
            at = text.find(word, at + 1)
    return False
