"""Searches over the shipped articles: what is meant comes first, operators do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

import tui.search
from tui.documents import from_text, load
from tui.search import Results, Searcher

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = {"000": "cnn", "002": "entre", "004": "s004"}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return tui.search.open({NAMES[path.name[:3]]: load(path) for path in sorted(SEEDS.glob("*.txt"))})


MEANT = [
    ("joint force headquarters", "joint force headquarters"),
    ("54000 personel", "54,000 military personnel"),
    ("kishida biden april", "In April, US President Joe Biden and Japanese Prime Minister Fumio Kishida"),
    ("camp daivd", "hosted by Biden at Camp David"),
    ("missile ukraine russia", "ballistic missiles"),
    ("comand structre conjuction", "new military command structure"),
    ("usfj yokota", "headquartered at Yokota Air Base"),
    ("defence behaviour coercive", "coercive behaviour"),
    ("indo pacfic comand hawai", "Indo-Pacific Command"),
    ("2 % gdp 2027", "2% of its GDP"),
    ("two percent gdp", "two % of gross home product"),
    ("memorandum understanding signed", "signed a memorandum of understanding"),
    ("head quarters joint", "joint force headquarters"),
    ("southkorea trilateral meeting", "trilateral meeting between defense chiefs"),
    ("kihra minoru rotatng", "holding ministerial meetings on a rotating basis"),
    ("hq joint force", "joint force headquarters"),
    ("nrth kore misile", "North Korea’s missile tests"),
]


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_the_passage_meant_comes_first(searcher: Searcher, typed: str, meant: str) -> None:
    assert meant in searcher.search(typed).hits[0].text


GOOD = [
    *(typed for typed, _ in MEANT),
    "!china",
    '^"The US',
    "source:entre mou",
    "'joint | 'trilateral",
    "pacfic comand !korea",
    '"north korea" !missile source:cnn',
    "^The alliance$",
    "kamikawa !source:cnn",
    "camp dvaid",
    "source:s004 kroea",
    "source:cnn daivd",
]


@pytest.mark.parametrize("typed", GOOD)
def test_no_key_on_the_way_to_a_good_query_empties_the_list(searcher: Searcher, typed: str) -> None:
    assert searcher.search(typed).hits
    for end in range(1, len(typed)):
        finished = typed[:end].rpartition(" ")[0]
        if finished and searcher.search(finished).hits:
            assert searcher.search(typed[:end]).hits, typed[:end]


@pytest.mark.parametrize(
    "word",
    [
        "missile",
        "personel",
        "daivd",
        "kamikwaa",
        "instittionalize",
        "54,000",
        "INDOPACOM",
        "overseascoverage",
        "lbock",
        "wshngtn",
    ],
)
def test_no_letter_of_a_word_empties_the_list(searcher: Searcher, word: str) -> None:
    for end in range(1, len(word) + 1):
        assert searcher.search(word[:end]).hits, word[:end]


def test_a_word_can_be_kept_out(searcher: Searcher) -> None:
    with_it, without = searcher.search("'china'", 1000), searcher.search("!china", 1000)
    assert not any("China" in hit.text for hit in without.hits)
    assert with_it.total + without.total == searcher.search("!nowherefound", 1000).total


def test_a_phrase_can_be_tied_to_the_beginning_and_the_end(searcher: Searcher) -> None:
    assert {hit.text.lstrip("“")[:6] for hit in searcher.search('^"The US').hits} == {"The US"}
    assert all(hit.text.rstrip("”.").endswith("Korea") for hit in searcher.search("korea$").hits)


def test_a_source_is_chosen_by_its_beginning_or_with_a_slip(searcher: Searcher) -> None:
    for typed in ("source:entre", "source:en", "source:ENTRE", "source:entr", "source:enter"):
        assert {hit.source for hit in searcher.search(f"{typed} mou").hits} == {"entre"}
    assert {hit.source for hit in searcher.search("!source:entre japan", 1000).hits} == {"cnn", "s004"}


def test_either_of_two_words_is_enough(searcher: Searcher) -> None:
    found = searcher.search("'joint | 'trilateral", 1000)
    assert all("joint" in hit.text.lower() or "trilateral" in hit.text.lower() for hit in found.hits)
    assert found.total == len(found.hits)
    assert found.total > max(searcher.search(f"'{word}").total for word in ("joint", "trilateral"))


def test_exact_letters_are_looked_for_as_typed(searcher: Searcher) -> None:
    assert searcher.search("'comand").total == 0
    assert all("pac" in hit.text.lower() for hit in searcher.search("'pac", 1000).hits)
    assert all("INDO" in hit.text for hit in searcher.search("'INDO", 1000).hits)
    assert searcher.search("'force'", 1000).total < searcher.search("'force", 1000).total


def test_nonsense_finds_nothing_and_is_told_the_nearest_word_where_one_is_near(searcher: Searcher) -> None:
    for typed in ("blorptang", "zzzqqx", "xqzvwk plimfuzz", "zebra"):
        found = searcher.search(typed)
        assert (found.total, found.hits, found.nearest) == (0, (), "")
    assert searcher.search("kaxmikaxxwxa").nearest == "Kamikawa"


def test_one_wrong_word_does_not_empty_the_list(searcher: Searcher) -> None:
    found = searcher.search("kishida blorptang biden")
    assert "Kishida" in found.hits[0].text


def test_readings_say_how_words_were_understood(searcher: Searcher) -> None:
    comand, korea = searcher.search("comand !korea").readings
    assert (comand.typed, comand.operator, comand.approximate) == ("comand", "", True)
    assert comand.words[0] == "command"
    assert "INDOPACOM" not in comand.words  # sought, but nobody's reading of what was typed
    assert korea == ("korea", "not", ("korea",), False)
    assert searcher.search("pacific").readings == (("pacific", "", ("Pacific",), False),)
    assert searcher.search("source:en").readings == (("en", "source", ("entre",), True),)


def test_a_whole_passage_pasted_is_found(searcher: Searcher) -> None:
    for hit in searcher.search("!nowherefound", 1000).hits[::7]:
        found: Results = searcher.search(hit.text)
        assert found.hits[0].text == hit.text


def test_the_first_hits_are_those_that_come_first_of_many(searcher: Searcher) -> None:
    for typed in ("japan", "japan us", "comand structure", "the military of japan", "defense minister kihara said"):
        assert searcher.search(typed, 10).hits == searcher.search(typed, 200).hits[:10]


def test_words_run_together_are_found_beside_others_behind_hundreds_that_stand_apart() -> None:
    apart = [f"The south of the island lies far from Korea, letter {number} says." for number in range(450)]
    text = "\n\n".join([*apart, "South Korea signed the memorandum."])
    hits = tui.search.open([from_text(text)]).search("southkorea memorandum").hits
    assert hits[0].text == "South Korea signed the memorandum."


def test_words_run_together_are_found_so_as_well_where_another_text_writes_them_as_one() -> None:
    apart = [f"The transport of goods is a service of port {number}." for number in range(450)]
    text = "\n\n".join([*apart, "The TransportService is a class.", "The transport service failed at midnight."])
    hits = tui.search.open([from_text(text)]).search("transportservice midnight").hits
    assert hits[0].text == "The transport service failed at midnight."
