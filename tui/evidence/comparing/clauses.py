"""Where one clause ends and the next begins: at punctuation and at words that join."""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=4096)
def clauses(sentence: Sentence) -> tuple[int, ...]:
    """For each token the number of its clause, from 0."""
    current, started, numbered = 0, 0, []
    for index, token in enumerate(sentence.tokens):
        joining = token.low in _JOINING and not (token.low in _RELATIVE and started == index - 1)
        if index and (_POINT.search(sentence.gap(index)) or joining):
            current, started = current + 1, index
        numbered.append(current)
    return tuple(numbered)


def clause(sentence: Sentence, index: int) -> range:
    """The tokens of the clause token `index` stands in."""
    numbered = clauses(sentence)
    first = last = index
    while first > 0 and numbered[first - 1] == numbered[index]:
        first -= 1
    while last + 1 < len(numbered) and numbered[last + 1] == numbered[index]:
        last += 1
    return range(first, last + 1)


def is_aside(sentence: Sentence, start: int) -> bool:
    """Whether the clause that begins at token `start` tells something else of what the one around it is about."""
    first = sentence.low(start)
    return first in ("due", "built", "which", "who") or (first.endswith("ed") and sentence.tokens[start].kind == "word")


def told_of(sentence: Sentence, index: int) -> range:
    """The clause of token `index`, with the word before it where it is an aside: "the plant, opened in 1962"."""
    here = clause(sentence, index)
    before = [at for at in range(here.start) if sentence.tokens[at].content]
    return range(before[-1], here.stop) if before and is_aside(sentence, here.start) else here
