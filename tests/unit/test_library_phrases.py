"""A phrase of very common words is found wherever it stands in a library, and counted right."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests.unit.library_files import OLD, articles, found, put
from tui.search import Library

WORDS = ("of", "the", "and", "in", "das", "und", "der")


def line(random: Random, words: tuple[str, ...]) -> str:
    """A sentence of few words, that one only it has among them."""
    return " ".join(random.choices(words, k=8)).capitalize() + f" and so on to {random.randrange(10**6)}."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A library of two languages added one after the other, changed and thinned; and its passages."""
    base, random = tmp_path_factory.mktemp("phrases"), Random(3)
    texts: dict[str, str] = {}
    for number in range(24):
        words = WORDS[:4] if number < 12 else WORDS[3:]
        texts[f"{number:02}.txt"] = "\n\n".join(line(random, words) for _ in range(20))
    folder = articles(base / "articles", texts)
    everything = sorted(folder.iterdir())
    for at in range(0, len(everything), 5):
        Library.build(base / "library", everything[at : at + 5])
    texts["03.txt"] = "The end of the and of the end."
    put(folder / "03.txt", texts["03.txt"], OLD + 1)
    (folder / "17.txt").unlink()
    del texts["17.txt"]
    Library.build(base / "library", [folder])
    return base / "library", [passage for text in texts.values() for passage in text.split("\n\n")]


def holding(passages: list[str], phrase: str) -> int:
    """How many passages hold a phrase, by reading them."""
    return sum(f" {phrase} " in f" {passage.lower().rstrip('.')} " for passage in passages)


def test_every_two_words_are_counted_to_the_last(library: tuple[Path, list[str]]) -> None:
    folder, passages = library
    for pair in product(WORDS, repeat=2):
        results = found(folder, f'"{" ".join(pair)}"')
        assert (results.total, results.at_least) == (holding(passages, " ".join(pair)), False), pair
    assert not Library(folder).integrity()


def test_three_words_are_found_or_more_than_enough_of_them(library: tuple[Path, list[str]]) -> None:
    folder, passages = library
    for three in product(WORDS[:5], repeat=3):
        results, there = found(folder, f'"{" ".join(three)}"'), holding(passages, " ".join(three))
        assert results.total == there or (results.at_least and 100 <= results.total < there), three


def test_a_phrase_not_yet_written_to_its_end_is_found(library: tuple[Path, list[str]]) -> None:
    folder, passages = library
    for typed in ("of th", "the a", "and in t", "der un", "und und"):
        there = sum(f" {typed}" in f" {passage.lower()}" for passage in passages)
        results = found(folder, f'"{typed}')
        assert results.total == there or (results.at_least and 100 <= results.total < there), typed


def test_a_phrase_kept_out_is_kept_out_everywhere(library: tuple[Path, list[str]]) -> None:
    folder, passages = library
    assert found(folder, '!"in the"').total == len(passages) - holding(passages, "in the")
    assert found(folder, '!"of the and"').total == len(passages) - holding(passages, "of the and")


def test_the_one_place_of_a_phrase_is_found_behind_many_that_hold_its_words(tmp_path: Path) -> None:
    many = "\n\n".join(f"The {number} is one of a kind." for number in range(3000))
    folder = articles(
        tmp_path / "articles", {"many.txt": many, "z.txt": "He spoke of the one. To the West of the East."}
    )
    Library.build(tmp_path / "library", [folder])
    assert found(tmp_path / "library", '"of the"').total == 2
    assert found(tmp_path / "library", '"of the one"').total == 1
    assert found(tmp_path / "library", '\'"of the East"').total == 1


def test_what_is_not_counted_to_the_last_is_said_to_be_at_least_so_many(tmp_path: Path) -> None:
    many = "\n\n".join(f"The {number} is one of a kind." for number in range(1000))
    Library.build(tmp_path / "library", [articles(tmp_path / "articles", {"many.txt": many})])
    results = found(tmp_path / "library", '"one of a"')
    assert results.at_least and 100 <= results.total < 1000
    assert (found(tmp_path / "library", '"one of"').total, found(tmp_path / "library", "kind").at_least) == (
        1000,
        False,
    )


def test_a_phrase_in_very_many_passages_and_a_word_in_the_last_of_them_find_it(tmp_path: Path) -> None:
    many = "\n\n".join(f"The {number} is one of a kind." for number in range(3000))
    folder = articles(tmp_path / "articles", {"many.txt": many, "z.txt": "An albatross is one of a kind."})
    Library.build(tmp_path / "library", [folder])
    for query in ('"one of a" albatross', 'albatross "one of a kind"', '"one of a" 2999'):
        assert found(tmp_path / "library", query).total == 1, query
    assert len(found(tmp_path / "library", '"one of a"', 500).hits) == 500
