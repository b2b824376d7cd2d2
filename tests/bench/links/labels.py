"""Pools of articles with pairs of passages marked by hand: the same fact, or related."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from tests.bench.events import labels as events
from tui.documents import Document, load

FOLDER = Path(__file__).parent
SEEDS = FOLDER.parents[2] / "seeds"

Passage = tuple[int, int]
Pair = tuple[Passage, Passage]


@dataclass(frozen=True)
class Pool:
    """Documents, and the pairs of their passages (document, passage) that were marked; the earlier document first."""

    name: str
    documents: Sequence[Document]
    same: frozenset[Pair]
    related: frozenset[Pair]


def seeds() -> Pool:
    """The three shipped articles with the pairs of seeds.txt."""
    documents = [load(path) for path in sorted(SEEDS.glob("*.txt"))]
    numbers = {document.path.name[:3]: number for number, document in enumerate(documents)}
    marked: dict[str, set[Pair]] = {"same": set(), "related": set()}
    for line in (FOLDER / "seeds.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        label, *places = line.split("\t")
        (one, at), (other, there) = (place.split() for place in places[:2])
        pair = (numbers[one], int(at)), (numbers[other], int(there))
        for (document, passage), beginning in zip(pair, places[2:], strict=True):
            stands = documents[document].passages[passage]
            text = " ".join(documents[document].text[stands.start : stands.end].split())
            if not text.startswith(beginning.removesuffix(" …")):
                raise ValueError(f"seeds.txt: passage {passage} of {documents[document].source} begins otherwise")
        marked[label].add(pair)
    return Pool("seeds", documents, frozenset(marked["same"]), frozenset(marked["related"]))


def event(name: str) -> Pool:
    """An event of the other bench: passages of one fact are the same, those of one `related` label related."""
    read = events.read(name)
    documents = list(read.documents.values())
    same, related = (_pairs(list(read.documents), documents, labels) for labels in (read.facts, read.related))
    return Pool(name, documents, same, related - same)


def _pairs(sources: Sequence[str], documents: Sequence[Document], marked: events.Marked) -> frozenset[Pair]:
    found: set[Pair] = set()
    for labels in marked.values():
        places = {
            (number, index)
            for number, document in enumerate(documents)
            for index, passage in enumerate(document.passages)
            for label in labels
            if label.source == sources[number] and label.span.start < passage.end and passage.start < label.span.end
        }
        found.update((a, b) for a, b in combinations(sorted(places), 2) if a[0] != b[0])
    return frozenset(found)
