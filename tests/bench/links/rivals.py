"""Measures of likeness to set beside the links: each scores a pair of texts of one pool, higher for more alike."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence

from rapidfuzz.fuzz import token_set_ratio

Likeness = Callable[[int, int], float]


def token_set(texts: Sequence[str]) -> Likeness:
    """rapidfuzz's token_set_ratio over lower-case words."""
    lowered = [" ".join(_words(text)) for text in texts]
    return lambda a, b: token_set_ratio(lowered[a], lowered[b]) / 100


def ngrams(texts: Sequence[str], lengths: Sequence[int] = (3, 4, 5)) -> Likeness:
    """Cosine of character n-grams within words, weighed by tf-idf (Manning, Raghavan and Schütze 2008, chapter 6)."""
    counts = [Counter(_grams(text, lengths)) for text in texts]
    spread = Counter(gram for count in counts for gram in count)
    vectors = []
    for count in counts:
        vector = {
            gram: (1 + math.log(n)) * (math.log((1 + len(texts)) / (1 + spread[gram])) + 1) for gram, n in count.items()
        }
        norm = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({gram: weight / norm for gram, weight in vector.items()})
    return lambda a, b: sum(weight * vectors[b].get(gram, 0.0) for gram, weight in vectors[a].items())


def bm25(texts: Sequence[str], k: float = 1.2, b: float = 0.75) -> Likeness:
    """BM25 (Robertson and Zaragoza 2009), the mean of both directions, over the score of each text with itself."""
    counts = [Counter(_words(text)) for text in texts]
    spread = Counter(word for count in counts for word in count)
    lengths = [sum(count.values()) for count in counts]
    mean = sum(lengths) / len(lengths)

    def score(query: int, of: int) -> float:
        total = 0.0
        for word in counts[query]:
            if n := counts[of].get(word, 0):
                idf = math.log(1 + (len(texts) - spread[word] + 0.5) / (spread[word] + 0.5))
                total += idf * n * (k + 1) / (n + k * (1 - b + b * lengths[of] / mean))
        return total

    own = [score(index, index) or 1.0 for index in range(len(texts))]
    return lambda one, other: (score(one, other) / own[one] + score(other, one) / own[other]) / 2


RIVALS: dict[str, Callable[[Sequence[str]], Likeness]] = {
    "token_set_ratio": token_set,
    "n-grams, tf-idf": ngrams,
    "BM25": bm25,
}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _grams(text: str, lengths: Sequence[int]) -> list[str]:
    return [
        padded[at : at + n]
        for word in _words(text)
        for padded in [f" {word} "]
        for n in lengths
        for at in range(len(padded) - n + 1)
    ]
