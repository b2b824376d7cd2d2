"""`hexapla quote`: a place, or the reason there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli_runner import COAST, HARBOUR, hexapla


@pytest.fixture
def herald(tmp_path: Path) -> Path:
    path = tmp_path / "herald.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture
def coast(tmp_path: Path) -> Path:
    path = tmp_path / "coast.txt"
    path.write_text(COAST, encoding="utf-8")
    return path


def test_a_quotation_that_stands_there_is_placed(herald: Path) -> None:
    ran = hexapla("quote", "the pier cost 40 million euros", herald, "--json")
    answer = json.loads(ran.out)
    assert set(answer) == {"status", "source", "start", "end", "changes", "alternatives"}
    assert (ran.code, answer["status"], answer["source"]) == (0, "verified", str(herald))
    assert HARBOUR[answer["start"] : answer["end"]] == "the pier cost 40 million euros"


def test_a_changed_number_is_named(herald: Path) -> None:
    ran = hexapla("quote", "the pier cost 44 million euros", herald)
    assert ran.code == 0
    assert ran.out.startswith(f"altered: {herald} ¶2, characters ")
    assert "  number: quoted “44”, the source has “40”\n" in ran.out


def test_marks_of_the_words_themselves_are_not_doubled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The plan would be “restructured” next year, she said.", encoding="utf-8")
    assert hexapla("quote", "“restructured” next year", path).out.endswith(": ‘“restructured” next year’\n")


def test_a_change_in_json_counts_in_the_source(herald: Path) -> None:
    answer = json.loads(hexapla("quote", "the pier cost 44 million euros", herald, "--json").out)
    (change,) = answer["changes"]
    assert change["kind"] == "number"
    assert (change["quoted"], HARBOUR[change["start"] : change["end"]]) == ("44", "40")


def test_what_stands_nowhere_is_exit_1_with_nulls(herald: Path) -> None:
    ran = hexapla("quote", "an entirely different sentence about volcanoes", herald, "--json")
    answer = json.loads(ran.out)
    assert (ran.code, answer["status"]) == (1, "missing")
    assert (answer["source"], answer["start"], answer["end"]) == (None, None, None)
    assert hexapla("quote", "an entirely different sentence about volcanoes", herald).out.startswith("missing: “an")


def test_of_several_articles_the_best_answers(herald: Path, coast: Path) -> None:
    for articles in ((herald, coast), (coast, herald)):
        answer = json.loads(hexapla("quote", "Nobody was hurt", *articles, "--json").out)
        assert (answer["status"], answer["source"]) == ("verified", str(coast))


def test_of_equals_the_first_given_answers(herald: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(HARBOUR, encoding="utf-8")
    assert json.loads(hexapla("quote", "Fishing boats returned", copy, herald, "--json").out)["source"] == str(copy)


def test_words_around_it_choose_between_two_places(tmp_path: Path) -> None:
    article = tmp_path / "twice.txt"
    article.write_text(
        "The mayor spoke of the old pier. Later the crowd spoke of the old pier again.", encoding="utf-8"
    )
    answer = json.loads(hexapla("quote", "spoke of the old pier", article, "--prefix", "the crowd", "--json").out)
    assert (answer["status"], answer["start"]) == ("verified", 49)


def test_an_empty_quotation_is_wrong_usage(herald: Path) -> None:
    assert hexapla("quote", " ", herald).code == 2


def test_a_quotation_may_begin_with_a_dash_after_two_dashes(tmp_path: Path) -> None:
    article = tmp_path / "cold.txt"
    article.write_text("It was -5 degrees in the harbour at noon.", encoding="utf-8")
    assert hexapla("quote", "--", "-5 degrees in the harbour", article).out.startswith("verified")


def test_what_is_worth_a_look_at_verified_words_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The chief said no toxic gas left the site. He went home early. It rained.", encoding="utf-8")
    cut = "toxic gas left the site"
    assert hexapla("quote", cut, path).out.splitlines()[1:] == ["  look: the words begin right behind “no”"]
    answer = json.loads(hexapla("quote", cut, path, "--json").out)
    assert (answer["status"], answer["changes"]) == ("verified", [])
    assert answer["remarks"] == [{"where": "before", "found": "no", "start": 15, "end": 17}]
    gap = hexapla("quote", "no toxic gas left … went home early", path).out
    assert gap.endswith("  look: the gap joins words of different sentences\n")


def test_of_very_many_places_the_first_are_told_and_that_there_are_more(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The old pier was closed. " * 40, encoding="utf-8")
    told = hexapla("quote", "the old pier", path).out.splitlines()
    assert [line.split(":")[0].strip() for line in told] == ["ambiguous", *["or"] * 6]
    assert told[-1] == "  or: 15 or more other places"
    path.write_text("The old pier was closed. " * 7, encoding="utf-8")
    assert hexapla("quote", "the old pier", path).out.endswith("  or: 1 other place\n")
