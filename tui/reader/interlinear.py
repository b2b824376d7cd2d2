"""Wordings of one quotation set under each other, word under word, as a critical edition prints them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len

from tui.reader.wrapping import wrap

LEAST_WORDS, LEAST_SHARED = 5, 0.5  # shorter or less alike: not one quotation in several wordings


@dataclass(frozen=True, slots=True)
class Slot:
    """Words that stand under each other, one text for each wording ("" where it has none)."""

    texts: tuple[str, ...]
    same: bool


def fold(word: str) -> str:
    """A word as it is compared: case and the punctuation around it aside."""
    return word.strip("“”\"'‘’.,;:!?()[]").casefold()


def alike(wordings: Sequence[str]) -> bool:
    """Whether the texts are wordings of one quotation: long enough, and each shares half its words with the first."""
    words = [[fold(word) for word in text.split()] for text in wordings]
    if len(words) < 2 or min(map(len, words)) < LEAST_WORDS:
        return False
    return all(_shared(words[0], other) >= LEAST_SHARED * min(len(words[0]), len(other)) for other in words[1:])


def _shared(one: Sequence[str], two: Sequence[str]) -> int:
    blocks = difflib.SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def slots(wordings: Sequence[str]) -> list[Slot]:
    """The wordings aligned: each is laid on those before it; what differs between two same words is one slot."""
    columns = [[word] for word in wordings[0].split()]
    for number, text in enumerate(wordings[1:], 1):
        columns = _lay(columns, text.split(), number)
    return _gather(columns, len(wordings))


def _lay(columns: list[list[str]], words: list[str], number: int) -> list[list[str]]:
    base = [next((fold(word) for word in column if word), "") for column in columns]
    laid: list[list[str]] = []
    matcher = difflib.SequenceMatcher(None, base, [fold(word) for word in words], autojunk=False)
    for _, a, b, c, d in matcher.get_opcodes():
        for column, word in zip_longest(columns[a:b], words[c:d]):
            laid.append([*(column or [""] * number), word or ""])
    return laid


def _gather(columns: list[list[str]], count: int) -> list[Slot]:
    found: list[Slot] = []
    for column in columns:
        same = len({fold(word) for word in column}) == 1
        if found and not same and not found[-1].same:
            texts = tuple(f"{a} {b}".strip() for a, b in zip(found[-1].texts, column, strict=True))
            found[-1] = Slot(texts, False)
        else:
            found.append(Slot(tuple(column), same))
    return [slot for slot in found if len(slot.texts) == count]


def blocks(aligned: Sequence[Slot], width: int) -> list[list[Slot]]:
    """The slots broken into blocks whose rows fit `width` cells; a slot too wide is broken between its words."""
    found: list[list[Slot]] = [[]]
    used = 0
    for slot in (piece for whole in aligned for piece in _pieces(whole, width)):
        wide = slot_width(slot)
        if found[-1] and used + 1 + wide > width:
            found.append([])
            used = 0
        used += wide + (1 if found[-1] else 0)
        found[-1].append(slot)
    return [block for block in found if block]


def slot_width(slot: Slot) -> int:
    """Cells the widest of its texts takes."""
    return max(map(cell_len, slot.texts))


def _pieces(slot: Slot, width: int) -> list[Slot]:
    if slot_width(slot) <= width:
        return [slot]
    lines = [[text[a:b] for a, b in wrap(text, width)] for text in slot.texts]
    return [Slot(tuple(part or "" for part in row), slot.same) for row in zip_longest(*lines)]


_UNSPACED = "\u2e80-\u31ff\u3400-\u9fff\uf900-\ufaff"  # Chinese and Japanese have no spaces: each sign is a word
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SIGN = re.compile(f"[{_UNSPACED}]")


def unshared(wordings: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each text, the runs of words that not all the others have, as `[start, end)` offsets.

    Words of one or two letters do not begin a run, but are taken in between two. Where words have no spaces between
    them, every sign counts as one.
    """
    folded = [{fold(word) for word in _WORD.findall(text)} for text in wordings]
    return [_runs(text, set.intersection(*folded) if len(folded) > 1 else set()) for text in wordings]


def _runs(text: str, shared: set[str]) -> list[tuple[int, int]]:
    words = [(m.start(), m.end(), fold(m[0])) for m in _WORD.finditer(text)]
    other = [word not in shared and (len(word) > 2 or bool(_SIGN.match(word))) for _, _, word in words]
    if not any(other):
        other = [word not in shared for _, _, word in words]
    runs: list[tuple[int, int]] = []
    last = -1
    for number, (start, end, _) in enumerate(words):
        if not other[number]:
            continue
        unbroken = all(word not in shared for _, _, word in words[last + 1 : number])
        if runs and unbroken and number - last <= 3:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
        last = number
    return [_trim(text, start, end) for start, end in runs]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and text[end - 1] in ".,;:":
        end -= 1
    return start, end
