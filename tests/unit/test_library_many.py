"""Some thousand passages of few words, where caps and sets of pairs matter: a folder answers as the memory does."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from tests.bench.search.queries import Maker
from tests.unit.library_files import articles, in_memory
from tui.search import Library, Results
from tui.search.library.searcher import LibrarySearcher
from tui.search.searcher import DocumentSearcher

COMMON = ("of", "the", "in", "to", "Of", "The", "a", "is", "it", "that", "for", "may", "be")
OTHERS = (
    "into", "maybe", "theft", "before", "often", "international", "committee", "Harbour", "harbours", "minister",
    "ministry", "Geneva", "general", "generous", "treaty", "treatise", "fishing", "fisherman", "organisation",
    "organization", "railway", "Railways", "lighthouse", "light", "house", "summit", "submit", "colour", "ceasefire",
    "cease", "fire", "Parliament", "parliamentary", "evening", "opening", "economy", "economic", "Institute",
)  # fmt: skip
PHRASES = (
    '"of the" harbour', '"of the" "in the"', '"may be" railway "to the"', '"of the" | "in the"', '!"of the" railway',
    "'\"Of The\"", "'\"of The\" treaty", '"of the of', '^"the" evening', '"is it that" fishing', "ofthe", "into",
    "tothe", "ofthe summit", "maybe it", "thatis treaty", "inthe ofthe", "oftheharb", "inthe colour |",
)  # fmt: skip


def line(random: Random) -> str:
    """A sentence of mostly common words."""
    words = [random.choice(COMMON if random.random() < 0.75 else OTHERS) for _ in range(random.randrange(8, 14))]
    return " ".join([words[0].capitalize(), *words[1:]]) + f" {random.randrange(10**4)}."


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DocumentSearcher, LibrarySearcher]]:
    """The same articles in memory and in a library added to three times."""
    base, random = tmp_path_factory.mktemp("many"), Random(5)
    texts = {f"{number:02}.txt": "\n\n".join(line(random) for _ in range(200)) for number in range(12)}
    everything = sorted(articles(base / "articles", texts).iterdir())
    for at in range(0, len(everything), 4):
        Library.build(base / "library", everything[at : at + 4])
    searcher = Library.open(base / "library")
    yield in_memory(everything), searcher
    searcher.close()


def said(results: Results) -> tuple[object, ...]:
    """What must be the same to the last digit."""
    return results.total, results.at_least, [(hit.source, hit.span, hit.score, hit.also) for hit in results.hits]


def test_queries_of_all_classes_find_and_count_the_same(pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    memory, library = pair
    queries = Maker(memory.index, seed=3).make(6)
    assert len({query.kind for query in queries}) >= 12
    for query in queries:
        assert said(library.search(query.typed)) == said(memory.search(query.typed)), query


@pytest.mark.parametrize("query", PHRASES)
def test_words_in_a_row_find_and_count_the_same(query: str, pair: tuple[DocumentSearcher, LibrarySearcher]) -> None:
    memory, library = pair
    assert said(library.search(query)) == said(memory.search(query))


def test_a_phrase_alone_is_counted_further_in_a_folder_and_finds_the_same(
    pair: tuple[DocumentSearcher, LibrarySearcher],
) -> None:
    memory, library = pair
    for query in ('"of the"', '"in the'):
        ours, theirs = library.search(query), memory.search(query)
        assert [(hit.span, hit.score) for hit in ours.hits] == [(hit.span, hit.score) for hit in theirs.hits]
        assert ours.total >= theirs.total >= 100 and theirs.at_least
