"""What two spellings of one word have in common: a sound key, a consonant frame.

The key is of our own making, after the idea of Metaphone (L. Philips, 1990) but milder: it keeps the vowels' places so
that `center`/`centre`, `defence`/`defense`, `Kyiv`/`Kiev` and `Mohammed`/`Muhammad` meet and few others do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import compress

# (pattern, replacement), applied in order to folded words of Latin letters, a line each: many at once cost a tenth.
_RULES = tuple(
    (re.compile(pattern, re.MULTILINE), replacement)
    for pattern, replacement in (
        (r"^mac(?=[^aeiouk\n])", "mc"),
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
        (r"(?<=[eao])u(?=[^aeiou\n])", "o"),
        (r"ae|oe", "e"),
        (r"[iy]+j?[iy]*", "i"),
        (r"(.)(?=\1)", ""),
        (r"(?<=..)e$", ""),
    )
)
_BEGINNINGS = (
    ("ph", "f"), ("kn", "n"), ("gn", "n"), ("pn", "n"), ("wr", "r"), ("ps", "s"), ("c", "k"), ("qu", "k"), ("kh", "k"),
    ("c", "s"), ("z", "s"), ("w", "v"),
)  # fmt: skip
_VOWELS = b"aeiouy"
_DOUBLED = re.compile(r"(.)(?=\1)")


def sound(word: str) -> str:
    """The sound key of a folded word; "" for words too short or of other scripts."""
    return sounds((word,))[0]


def sounds(words: Sequence[str]) -> list[str]:
    """The sound keys of folded words."""
    fit = [len(word) >= 4 and word.isascii() and word.isalpha() for word in words]
    text = "\n".join(compress(words, fit))
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    keys = iter(text.split("\n"))
    return [next(keys) if one else "" for one in fit]


def begun_otherwise(word: str) -> list[str]:
    """A word begun by other letters that sound the same by these rules."""
    pairs = ((a, b) for one, other in _BEGINNINGS for a, b in ((one, other), (other, one)))
    return [b + word[len(a) :] for a, b in pairs if word.startswith(a)]


def frame(word: str) -> str:
    """The first letter and the consonants after it, doubles once: what is left when vowels are dropped."""
    return frames((word,))[0]


def frames(words: Sequence[str]) -> list[str]:
    """The frames of words."""
    text = "\n".join([word[1:] for word in words]).encode("utf-8", "surrogatepass")
    # Bytes, as taking letters out of a text costs ten times as much.
    rest = _DOUBLED.sub("", text.translate(None, _VOWELS).decode("utf-8", "surrogatepass"))
    return [word[:1] + bones for word, bones in zip(words, rest.split("\n") if words else (), strict=True)]
