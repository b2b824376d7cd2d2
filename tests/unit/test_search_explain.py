"""`search --explain`: what a score is the sum of, said of every hit wherever it was found."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import tui.search
from tests.unit.builders import a_briefing, a_source, resolved
from tests.unit.cli_runner import harbour, hexapla
from tests.unit.library_files import TEXTS, articles
from tui.documents import from_text
from tui.notes import Note, placed
from tui.search import Explanation, Library
from tui.search.explaining import kind
from tui.searching import over

QUERIES = ("pier mayor", "harbor pier", "evenign boats", "nobody", "pier | boats mayor", "'pier !boats", "^The harb")


def _explained(text: str, query: str) -> Explanation:
    searcher = tui.search.open([from_text(text)])
    found = searcher.explain(query, searcher.search(query).hits[0])
    assert found is not None
    return found


@pytest.mark.parametrize("query", QUERIES)
def test_what_is_printed_adds_up_to_the_score(tmp_path: Path, query: str) -> None:
    folder = articles(tmp_path / "articles")
    paths = [folder / name for name in TEXTS]
    ran = hexapla("search", query, *paths, "--explain", "--json")
    hits = json.loads(ran.out)["hits"]
    assert hits
    for hit in hits:
        said = hit["explain"]
        assert said["words"] + said["order"] + said["phrase"] == pytest.approx(hit["score"], abs=1e-9)
        assert sum(term["share"] for term in said["terms"]) == pytest.approx(said["words"], abs=3e-6)
        assert [term["typed"] for term in said["terms"]]
    text = hexapla("search", query, *paths, "--explain").out
    sums = re.findall(r"score (\S+) = words (\S+) \+ order (\S+) \+ phrase (\S+)", text)
    assert len(sums) == len(hits)
    for (score, *parts), hit in zip(sums, hits, strict=True):
        assert sum(map(float, parts)) == pytest.approx(float(score), abs=1e-9)
        assert float(score) == round(hit["score"], 3)


def test_the_parts_are_the_ranking_s_own_to_the_last_hit() -> None:
    text = "\n\n".join(f"The mayor opened harbour number {n} of the old town." for n in range(150))
    searcher = tui.search.open([from_text(text)])
    results = searcher.search("mayor harbour", limit=150)
    for hit in results.hits:
        found = searcher.explain("mayor harbour", hit)
        assert found is not None and found.score == pytest.approx(hit.score, abs=1e-9)
    assert results.hits[-1].score < results.hits[0].score  # the last are not compared as a phrase


@pytest.mark.parametrize(
    ("typed", "read", "said"),
    [
        ("harbour", ["harbour"], "as typed"),
        ("harb", ["harbour"], "beginning"),
        ("harbor", ["harbour"], "other spelling"),
        ("evenign", ["evening"], "letters swapped"),
        ("evning", ["evening"], "1 edit"),
        ("bour", ["harbour"], "ending"),
        ("gvrnmnt", ["government"], "letters left out"),
        ("jointforce", ["joint", "force"], "run together"),
        ("who", ["world", "health", "organization"], "long form"),
    ],
)
def test_a_reading_says_what_kind_it_is(typed: str, read: list[str], said: str) -> None:
    assert kind(typed, read) == said


def test_a_term_that_is_not_in_the_passage_is_said_to_be_missing() -> None:
    found = _explained("The mayor opened the pier. Boats came.", "mayor pier lighthouses")
    assert [(share.typed, share.reading) for share in found.terms] == [
        ("mayor", "mayor"),
        ("pier", "pier"),
        ("lighthouses", ""),
    ]
    assert found.coverage < 1


def test_a_library_explains_as_memory_does(tmp_path: Path) -> None:
    folder = articles(tmp_path / "articles")
    Library.build(tmp_path / "library", [folder])
    paths = [folder / name for name in sorted(TEXTS)]
    there = hexapla("search", "harbour pier", "--library", "--folder", tmp_path / "library", "--explain", "--json")
    here = hexapla("search", "harbour pier", *paths, "--explain", "--json")
    assert json.loads(there.out) == json.loads(here.out)


def test_a_note_is_explained_by_its_own_words() -> None:
    page = resolved(a_briefing([a_source("one")]), {"one": "The pier was opened."})
    notes = placed([Note("one", "The pier was opened", text="ask the mayor about it")], page.documents)
    searcher = over(page, notes)
    hit = searcher.search("mayor").hits[0]
    found = searcher.explain("mayor", hit)
    assert found is not None and found.score == pytest.approx(hit.score)


def test_without_it_the_answer_is_as_it_was(tmp_path: Path) -> None:
    answer = json.loads(hexapla("search", "pier", harbour(tmp_path), "--json").out)
    assert all("explain" not in hit for hit in answer["hits"])


def test_a_query_of_operators_alone_says_so(tmp_path: Path) -> None:
    ran = hexapla("search", "source:herald", harbour(tmp_path), "--explain", "--limit", "1")
    assert ran.out.splitlines()[1] == "    score 1.000: every passage the operators leave counts the same"
