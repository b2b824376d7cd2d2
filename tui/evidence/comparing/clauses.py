"""Where one clause ends and the next begins: at punctuation and at words that join."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from tui.evidence.comparing.sentences import Sentence

_POINT = re.compile(r"[,;:()\[\]—–“”\"]|\s-\s|\.{2,}|…")
_JOINING = frozenset(
    (
        "and",
        "but",
        "or",
        "while",
        "whilst",
        "which",
        "who",
        "whose",
        "although",
        "though",
        "because",
        "after",
        "before",
        "when",
        "whereas",
        "as",
        "if",
    )
)

_RELATIVE = frozenset(("which", "whom", "whose"))  # "in which": the clause begins with the word before


_PREPOSITIONS = frozenset(("after", "before"))  # "after 71 seconds" is no clause
_LEADING, _TIMED = 4, frozenset(("in", "on", "at", "by", "since", "until"))  # tokens of "on the Monday morning"


def clause(sentence: Sentence, index: int) -> range:
    """The tokens of the clause token `index` stands in."""
    return _clauses(sentence)[index]


@lru_cache(maxsize=4096)
def _clauses(sentence: Sentence) -> tuple[range, ...]:
    """For each token its clause."""
    starts = [0]
    for index, token in enumerate(sentence.tokens):
        joining = token.low in _JOINING and not (token.low in _RELATIVE and starts[-1] == index - 1)
        joining = joining and not (token.low in _PREPOSITIONS and _is_number(sentence, index + 1))
        if index and (joining or _POINT.search(sentence.gap(index))):
            starts.append(index)
    found = [range(first, stop) for first, stop in pairwise((*starts, len(sentence.tokens)))]
    return tuple(here for here in found for _ in here)


def _is_number(sentence: Sentence, index: int) -> bool:
    return index < len(sentence.tokens) and sentence.tokens[index].kind == "number"


def is_aside(sentence: Sentence, start: int) -> bool:
    """Whether the clause that begins at token `start` tells something else of what the one around it is about."""
    first = sentence.low(start)
    return first in ("due", "built", "which", "who") or (first.endswith("ed") and sentence.tokens[start].kind == "word")


def told_of(sentence: Sentence, index: int) -> range:
    """The clause of token `index`, with the word before it where it is an aside: "the plant, opened in 1962".

    A time with a comma at the beginning is told of the clause that follows: "In May, the firm won the contract".
    """
    here = clause(sentence, index)
    if here.start == 0 and len(here) <= _LEADING and sentence.low(0) in _TIMED and sentence.gap(here.stop) == ", ":
        return range(here.start, clause(sentence, here.stop).stop)
    before = [at for at in range(here.start) if sentence.tokens[at].content]
    return range(before[-1], here.stop) if before and is_aside(sentence, here.start) else here
