"""What a typed word is read as, and which letters are lit for it."""

from __future__ import annotations

import pytest

import tui.search
from tui.documents import from_text
from tui.search import Results
from tui.search.acronyms import spelt_by
from tui.search.highlight import letters
from tui.search.spelling import sound


def search(text: str, typed: str) -> Results:
    return tui.search.open([from_text(text)]).search(typed)


def lit(text: str, typed: str) -> list[str]:
    results = search(text, typed)
    return [text[start:end] for start, end in results.hits[0].highlights] if results.hits else []


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("goverment", "The government fell."),
        ("gvrnmnt", "The government fell."),
        ("govt", "The government fell."),
        ("mgmt", "The management left."),
        ("overnment", "The government fell."),
        ("govermnet", "The government fell."),
        ("defense", "Their defence held."),
        ("centre", "The center stood."),
        ("organise", "They organize it."),
        ("labour", "Labor won."),
        ("programme", "A new program."),
        ("grey", "A gray day."),
        ("kiev", "Kyiv was hit."),
        ("mohammed", "Muhammad spoke."),
        ("filip", "Phillip spoke."),
        ("southkorea", "In South Korea."),
        ("airtoair", "An air-to-air missile."),
        ("head quarters", "The headquarters moved."),
        ("un", "The United Nations met."),
        ("who", "The World Health Organization warned."),
        ("percent", "It is 2 % now."),
        ("2%", "It is 2 % now."),
        ("2 %", "It is 2% now."),
        ("2%", "It is two percent now."),
        ("54000", "Some 54,000 came."),
        ("54 000", "Some 54,000 came."),
        ("54,000", "Some 54000 came."),
        ("6500 km", "It is 6,500km away."),
        ("6500km", "It is 6,500 km away."),
        ("october", "On 3 Oct 2023."),
    ],
)
def test_a_word_is_found_however_it_is_typed(typed: str, text: str) -> None:
    assert search(f"Nothing to see. {text} The end.", typed).hits[0].text == text


@pytest.mark.parametrize(
    ("typed", "text"), [("54001", "Some 54,000 came."), ("2024", "In 2023."), ("25", "It is 2.5 now.")]
)
def test_another_number_is_not_a_hit_for_a_number_in_the_text(typed: str, text: str) -> None:
    assert text not in [hit.text for hit in search(f"{text} Here {typed} is.", typed).hits]


@pytest.mark.parametrize(
    ("text", "typed", "highlights"),
    [
        ("North Korean missiles flew.", "missile", ["missiles"]),
        ("North Korean missiles flew.", "misile", ["missiles"]),
        ("North Korean missiles flew.", "mis", ["mis"]),
        ("North Korean missiles flew.", "korean north", ["North", "Korean"]),
        ("The development went on.", "dvlpmnt", ["d", "v", "l", "pm", "nt"]),
        ("Japan’s plan", "japan", ["Japan"]),
        ("U.S. troops", "us", ["U.S."]),
        ("The institutionalization", "alization", ["alization"]),
        ("Some 54,000 came", "54", ["54"]),
    ],
)
def test_close_readings_light_whole_words_and_others_only_their_letters(
    text: str, typed: str, highlights: list[str]
) -> None:
    assert lit(text, typed) == highlights


def test_a_short_form_is_learned_from_its_bracket_and_then_known_everywhere() -> None:
    text = (
        "He reports to the Indo-Pacific Command in Hawaii (INDOPACOM).\n"
        "INDOPACOM agreed.\nThe Indo-Pacific Command moved."
    )
    assert search(text, "indopacom").total == 3
    assert search(text, "pacific command").total == 3
    slipped = search(text, "comand")
    assert slipped.total == 3  # by its long form INDOPACOM is found, and told where somebody types it or nearly so
    assert slipped.readings[0].words == ("Command",)
    assert search(text, "indopacm").readings[0].words[0] == "INDOPACOM"


def test_initials_are_known_though_no_text_spells_them() -> None:
    assert lit("The United States Forces Japan agreed.", "usfj") == ["United", "States", "Forces", "Japan"]
    assert lit("The US Forces Japan agreed.", "usfj") == ["US", "Forces", "Japan"]


@pytest.mark.parametrize(
    ("short", "words", "long"),
    [
        ("indopacom", "to the indo pacific command in hawaii", "indo pacific command"),
        ("mou", "signed a memorandum of understanding", "memorandum of understanding"),
        ("usfj", "the united states forces japan", "united states forces japan"),
        ("gdp", "gross home product", None),
    ],
)
def test_a_bracket_is_spelt_by_the_beginnings_of_words(short: str, words: str, long: str | None) -> None:
    found = spelt_by(short, words.split())
    assert (" ".join(words.split()[found.start : found.stop]) if found else None) == long


def test_typed_capitals_come_first_and_keep_nothing_out() -> None:
    text = "They told us much.\nThe US agreed.\nLet us see."
    assert search(text, "US").hits[0].text == "The US agreed."
    assert search(text, "US").total == search(text, "us").total == 3
    assert search(text, "us").hits[0].text == "They told us much."


def test_a_phrase_beats_scattered_words() -> None:
    text = (
        "Headquarters of a force were joint.\nThe joint force headquarters opened.\n"
        "A force, joint in name, has headquarters."
    )
    assert search(text, "joint force headquarters").hits[0].text == "The joint force headquarters opened."


def test_exact_comes_before_forms_and_forms_before_slips() -> None:
    text = "Korena was there.\nKorean food.\nKorea won."
    assert [hit.text for hit in search(text, "korea").hits][:2] == ["Korea won.", "Korean food."]


def test_all_words_come_before_some() -> None:
    text = "Missile missile missile.\nA missile over Korea near Japan.\nKorea has a missile."
    results = search(text, "missile korea japan")
    assert [hit.text for hit in results.hits] == ["A missile over Korea near Japan.", "Korea has a missile."]


def test_no_article_and_an_empty_one_can_be_searched() -> None:
    for searcher in (tui.search.open([]), tui.search.open([from_text("")])):
        for typed in ("", "korea", "!korea", "^a", "source:x", '"a b"'):
            results = searcher.search(typed)
            assert (results.total, results.hits, results.nearest) == (0, (), "")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("behaviour", "behavior"),
        ("theatre", "theater"),
        ("analyse", "analyze"),
        ("zelensky", "zelenskyy"),
        ("catalogue", "catalog"),
    ],
)
def test_spellings_of_one_word_sound_alike(a: str, b: str) -> None:
    assert sound(a) == sound(b)


@pytest.mark.parametrize(
    ("a", "b"), [("korea", "career"), ("nation", "notion"), ("power", "tower"), ("affect", "effect")]
)
def test_different_words_sound_different(a: str, b: str) -> None:
    assert sound(a) != sound(b)


def test_letters_are_lit_in_one_piece_where_they_stand_so() -> None:
    assert letters("pac", "INDOPACOM") == (4, 5, 6)
    assert letters("strasse", "Straßen") == (0, 1, 2, 3, 4, 5)
    assert letters("gvt", "government") == (0, 2, 9)
