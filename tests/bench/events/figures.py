"""`python -m tests.bench.events.figures [SEED]`: every figure of the labelled articles changed in a second telling.

The second telling says each sentence of the article again by rule (rewriting.py), one of them with another figure.
Found is a change that some difference touches in both tellings; false is any difference between an article and a
second telling without a change.
"""

from __future__ import annotations

import sys
from collections import Counter
from random import Random

from tests.bench.events.labels import EVENTS, read
from tests.bench.events.rewriting import Changed, changes, retold
from tui.documents import Document, from_text
from tui.evidence import compare


def main(seed: int = 11) -> None:
    """Print how many changes are found, what is missed, and what is flagged in unchanged tellings."""
    rng = Random(seed)
    told: Counter[str] = Counter()
    for document in (document for name in EVENTS for document in read(name).documents.values()):
        said = [document.text[passage.start : passage.end] for passage in document.passages]
        again = from_text("\n\n".join(retold(sentence, rng) for sentence in said), "again")
        told["passages"] += len(said)
        told["false"] += len(compare([document, again]).differences)
        for at, sentence in enumerate(said):
            for change in changes(sentence, rng):
                found = _found(document, said, at, change, rng)
                told["found" if found else "missed"] += 1
                if not found:
                    print(f"missed {sentence[slice(*change.old)]} → {change.text[slice(*change.new)]} in: {sentence}")
    every = told["found"] + told["missed"]
    print(f"changed figures found: {told['found']} of {every} = {told['found'] / every:.3f}")
    print(f"false flags in unchanged tellings: {told['false']} over {told['passages']} passages")


def _found(document: Document, said: list[str], at: int, change: Changed, rng: Random) -> bool:
    """Whether comparing the article with its second telling flags the changed figure."""
    parts = [retold(sentence, rng) for sentence in said]
    parts[at] = retold(change.text, rng)
    other = from_text("\n\n".join(parts), "other")
    passage = document.passages[at]
    old = passage.start + change.old[0], passage.start + change.old[1]
    start = other.text.index(parts[at])
    for found in compare([document, other]).differences:
        here, there = sorted(found.values, key=lambda value: value.document)
        in_sentence = start <= there.span.start < start + len(parts[at])
        if here.span.start < old[1] and old[0] < here.span.end and in_sentence:
            return True
    return False


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
