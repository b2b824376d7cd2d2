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


@lru_cache(maxsize=4096)
def clauses(sentence: Sentence) -> tuple[int, ...]:
    """For each token the number of its clause, from 0."""
    current, numbered = 0, []
    for index, token in enumerate(sentence.tokens):
        if index and (_POINT.search(sentence.gap(index)) or token.low in _JOINING):
            current += 1
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
