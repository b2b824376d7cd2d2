"""The first and last words of a quotation that are not where it fits: another sentence's words are no answer to them.

"… of Hama on Friday" has words that its source lacks: what begins behind "of Hama." is not what was quoted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.documents.passages import sentences
from tui.evidence.align import Step
from tui.evidence.prepared import Prepared
from tui.evidence.words import Word

_STOP = re.compile(r"[.!?;:。！？؟।]")
_MAY_END = re.compile(r"[^\w\s,'\"’”-]")
_PARAGRAPH = re.compile(r"\n\s*\n")


def with_edges(
    prepared: Prepared, text: str, quoted: Sequence[Word], found: Sequence[Word], steps: Sequence[Step]
) -> list[Step]:
    """All steps, without words only the document has before the first and after the last pair.

    Unlike words are a pair as far as the sentence of the outermost alike words goes; beyond it those of the quotation,
    whose levelled text is `text`, are its own, unless it ends a sentence there too. One step at least must be matched.
    """
    alike = [i for i, step in enumerate(steps) if step.matched]
    first, last = alike[0], alike[-1]
    ends = _Ends(prepared, text, quoted, found)
    while (at := _next_pair(steps, range(first - 1, -1, -1))) is not None and ends.goes_on(steps[at], steps[alike[0]]):
        first = at
    while (at := _next_pair(steps, range(last + 1, len(steps)))) is not None and ends.goes_on(
        steps[alike[-1]], steps[at]
    ):
        last = at
    own_before = [_own(step, steps[first].found) for step in steps[:first] if step.quoted_end > step.quoted]
    own_after = [_own(step, steps[last].found_end) for step in steps[last + 1 :] if step.quoted_end > step.quoted]
    return [*own_before, *steps[first : last + 1], *own_after]


def _next_pair(steps: Sequence[Step], order: range) -> int | None:
    return next(
        (i for i in order if steps[i].quoted_end > steps[i].quoted and steps[i].found_end > steps[i].found), None
    )


def _own(step: Step, at: int) -> Step:
    """The step as one of words that only the quotation has."""
    return Step(step.quoted, step.quoted_end, at, at, 1.0)


class _Ends(NamedTuple):
    prepared: Prepared
    text: str
    quoted: Sequence[Word]
    found: Sequence[Word]

    def goes_on(self, one: Step, other: Step) -> bool:
        """Whether no sentence of the document ends between two steps, or one of the quotation does too."""
        if _STOP.search(self.text, self.quoted[one.quoted_end - 1].end, self.quoted[other.quoted].start):
            return True
        return not _parted(self.prepared, self.found[one.found], self.found[other.found_end - 1])


def _parted(prepared: Prepared, one: Word, other: Word) -> bool:
    """Whether a sentence or a paragraph ends between two words of the document, of which the first stands first."""
    if one.end >= other.start:
        return False
    between = prepared.original[slice(*prepared.span(one.end, other.start))]
    if _PARAGRAPH.search(between):
        return True
    if not _MAY_END.search(between):
        return False
    return len(sentences(prepared.original, *prepared.span(one.start, other.end))) > 1
