"""What two spellings of one word have in common: a sound key, a consonant frame.

The key is of our own making, after the idea of Metaphone (L. Philips, 1990) but milder: it keeps the vowels' places so
that `center`/`centre`, `defence`/`defense`, `Kyiv`/`Kiev` and `Mohammed`/`Muhammad` meet and few others do.
"""

from __future__ import annotations

import re
from functools import lru_cache

# (pattern, replacement), applied in order to a folded word of Latin letters.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^mac(?=[^aeiouk])", "mc"),
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"(?<=.)gh(?=t|$)", ""),
        (r"ph", "f"),
        (r"sch|tsch|tch", "ch"),
        (r"dge?(?=[aeiouy]|$)", "d"),
        (r"ogue$", "og"),
        (r"amme$", "am"),
        (r"xion$", "ction"),
        (r"our", "or"),
        (r"([bcdfgkptv])re$", r"\1er"),
        (r"(?:ck|qu|q|kh)", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c(?!h)", "k"),
        (r"z", "s"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"(?<=[eao])u(?=[^aeiou])", "o"),
        (r"ae|oe", "e"),
        (r"[iy]+j?[iy]*", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)e$", ""),
    )
)
_VOWELS = re.compile(r"[aeiouy]")


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """The sound key of a folded word; "" for words too short or of other scripts."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return ""
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def frame(word: str) -> str:
    """The first letter and the consonants after it, doubles once: what is left when vowels are dropped."""
    rest = _VOWELS.sub("", word[1:])
    return word[:1] + "".join(c for i, c in enumerate(rest) if i == 0 or rest[i - 1] != c)
