"""Equal passages of a library are one hit that counts the others; in a briefing each place is a hit of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui.search
from tests.unit.cli_runner import hexapla
from tests.unit.library_files import articles, in_memory, texts_of
from tui.documents import load
from tui.search import Library, Searcher

WIRE = "The lighthouse of the old harbour was sold to a company of Geneva."
OWN = "Keepers of the lighthouse say that the harbour needs it."
LINE = "Subscribe to the harbour letter."
COPIED = {f"paper-{number:02}.txt": f"{WIRE}\n\nPage {number} of the morning paper." for number in range(12)}
TEXTS = {**COPIED, "own.txt": OWN, "shout.txt": WIRE.replace("lighthouse", "Lighthouse")}


@pytest.fixture(scope="module", params=["on disk", "in memory"])
def searcher(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """Twelve articles with one passage of an agency, and two with others."""
    base = tmp_path_factory.mktemp("copies")
    folder = articles(base / "articles", TEXTS)
    if request.param == "in memory":
        yield in_memory(sorted(folder.iterdir()))
        return
    Library.build(base / "library", [folder])
    library = Library.open(base / "library")
    yield library
    library.close()


@pytest.mark.parametrize(
    "query", ["lighthouse harbour", "lighthouse", "lighthose", '"the lighthouse"', "harbour | zzz"]
)
def test_copies_are_one_hit_and_make_room_for_the_others(query: str, searcher: Searcher) -> None:
    results = searcher.search(query)
    assert results.total == 14
    assert {hit.text: hit.also for hit in results.hits} == {
        WIRE: 11, OWN: 0, WIRE.replace("lighthouse", "Lighthouse"): 0
    }  # fmt: skip
    first = next(hit for hit in results.hits if hit.text == WIRE)
    assert first.source.endswith("paper-00.txt")


def test_with_one_hit_asked_for_its_copies_are_counted_all_the_same(searcher: Searcher) -> None:
    (hit,) = searcher.search("lighthouse sold geneva", 1).hits
    assert (hit.also, hit.also_at_least, hit.elsewhere) == (11, False, "+ 11 more places")


def test_only_copies_that_match_are_counted(searcher: Searcher) -> None:
    results = searcher.search("lighthouse source:07")
    assert [(hit.text, hit.also) for hit in results.hits] == [(WIRE, 0)]


def test_where_nothing_but_a_place_is_asked_for_copies_are_one_too(searcher: Searcher) -> None:
    results = searcher.search("!page", 3)
    assert (results.total, len(set(texts_of(results.hits)))) == (14, 3)
    assert sorted(hit.also for hit in results.hits) == [0, 0, 11]


def test_more_copies_than_are_scored_leave_room_for_other_texts() -> None:
    many = "\n\n".join([LINE] * 2600)
    others = "\n\n".join(f"The harbour letter has a subscriber, number {number}." for number in range(4))
    documents = {"a": tui.documents.from_text(many, "a"), "b": tui.documents.from_text(others, "b")}
    results = tui.search.open(documents, once=True).search("harbour letter", 5)
    assert results.total == 2604
    assert [hit.text for hit in results.hits].count(LINE) == 1
    assert len(set(texts_of(results.hits))) == len(results.hits) == 5
    line = next(hit for hit in results.hits if hit.text == LINE)
    assert line.also_at_least and 1000 <= line.also < 2600


def test_in_a_briefing_every_place_is_a_hit(tmp_path: Path) -> None:
    folder = articles(tmp_path, TEXTS)
    results = tui.search.open({path.name: load(path) for path in sorted(folder.iterdir())}).search("lighthouse", 20)
    assert (len(results.hits), {hit.also for hit in results.hits}) == (14, {0})


def test_the_command_says_in_how_many_more_places_a_passage_stands(tmp_path: Path) -> None:
    folder, library = articles(tmp_path / "articles", TEXTS), tmp_path / "library"
    hexapla("library", "add", folder, "--folder", library)
    asked = ("search", "lighthouse sold", "--library", "--folder", library)
    ran = hexapla(*asked, "--limit", "1")
    assert ran.out == f"{folder}/paper-00.txt ¶1  {WIRE}  + 11 more places\n"
    assert ran.err == "1 hit in 12 of 13 passages; --limit 13 for all of them\n"
    answer = json.loads(hexapla(*asked, "--json").out)
    assert answer["total"] == 13
    assert [hit.get("also") for hit in answer["hits"]] == [11, None]
