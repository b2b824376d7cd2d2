"""An ellipsis joins parts that follow each other in the document."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor
from tui.evidence.gaps import joined, left_out

_ARTICLE = (
    "The harbour authority opened the new eastern lock on Friday after three years of delays. Ships of up to nine "
    "metres draught can now pass, the authority said in a statement. Fishermen had protested against the dredging."
)


@pytest.mark.parametrize("gap", ["…", " … ", "...", " […] ", " [...] ", "(…)", " . . . "])
def test_every_way_to_mark_a_gap_joins(gap: str) -> None:
    document = from_text(_ARTICLE)
    answer = anchor(document, f"The harbour authority{gap}after three years of delays{gap}can now pass")
    assert answer.status is Status.VERIFIED
    assert answer.span is not None
    assert document.text[slice(*answer.span)] == _ARTICLE[: _ARTICLE.index(", the authority said")]


def test_gaps_at_the_ends_are_ignored() -> None:
    answer = anchor(from_text(_ARTICLE), "… opened the new eastern lock …")
    assert answer.status is Status.VERIFIED


def test_parts_in_the_wrong_order_do_not_stand() -> None:
    answer = anchor(from_text(_ARTICLE), "Fishermen had protested … opened the new eastern lock on Friday")
    assert answer.status in (Status.PARTIAL, Status.MISSING)


def test_parts_far_apart_are_not_joined() -> None:
    text = _ARTICLE + "\n" + "Nothing else of note was decided that day. " * 120 + "\nThe mayor went home by bicycle."
    answer = anchor(from_text(text), "opened the new eastern lock on Friday … mayor went home by bicycle")
    assert answer.status in (Status.PARTIAL, Status.MISSING)


def test_a_change_inside_a_part_is_told() -> None:
    answer = anchor(from_text(_ARTICLE), "The harbour authority … after seven years of delays")
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("number", "seven", "three")]


def test_slips_on_both_sides_of_a_gap_are_forgiven() -> None:
    answer = anchor(from_text(_ARTICLE), "The harbour autority opened … the autority said in a statment")
    assert answer.status is Status.VERIFIED


def test_a_part_that_is_not_there_leaves_the_others_partial() -> None:
    document = from_text(_ARTICLE)
    answer = anchor(
        document, "The harbour authority opened the new eastern lock … while elephants danced in the square"
    )
    assert answer.status is Status.PARTIAL
    assert answer.span is not None
    assert document.text[slice(*answer.span)] == "The harbour authority opened the new eastern lock"


def test_the_document_s_own_ellipsis_is_quoted_as_it_stands() -> None:
    text = "He said: “I waited … and nobody came.” Then he left."
    answer = anchor(from_text(text), "I waited ... and nobody came")
    assert answer.status is Status.VERIFIED


@pytest.mark.parametrize("quote", ["the minister will … leave the island", "the ministre will … leave the island"])
@pytest.mark.parametrize("hidden", ["not", "not, he said,", "as he said, never"])
def test_a_gap_that_hides_a_negation_is_told(hidden: str, quote: str) -> None:
    document = from_text(
        f"Officials said that the minister will {hidden} leave the island before the end of the month."
    )
    answer = anchor(document, quote)
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted) for c in answer.changes] == [("negation", "")]
    assert answer.changes[0].found in ("not", "never")


def test_a_gap_that_hides_the_size_of_a_number_is_told() -> None:
    answer = anchor(
        from_text("The new lock cost 40 million francs in all, the mayor said."), "lock cost 40 … francs in all"
    )
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.found) for c in answer.changes] == [("number", "million")]


_HIDING = (
    "He allegedly stole the car. Police only spoke at night. It was a former minister who came. "
    "The ex-president spoke at noon. Police arrested "
    "more than a dozen people and up to 300 others. An anti-war march began. The envoy will certainly no longer stay. "
    "The hotel is, as far as anybody in the town can tell, old. "
    "A so-called republic was founded. The men may stay in their houses or leave the town."
)


@pytest.mark.parametrize(
    ("quote", "kind", "found"),
    [
        ("He … stole the car", "missing", "allegedly"),
        ("Police … spoke at night", "missing", "only"),
        ("It was a … minister who came", "missing", "former"),
        ("The … president spoke at noon", "missing", "ex"),
        ("Police arrested … a dozen people", "missing", "more"),
        ("a dozen people and … 300 others", "missing", "up"),
        ("An … war march began", "negation", "anti"),
        ("The envoy will … stay", "negation", "no"),
        ("A … republic was founded", "missing", "so"),
        ("The men may … leave the town", "missing", "or"),
    ],
)
def test_a_gap_that_hides_a_hedge_a_bound_or_a_title_is_told(quote: str, kind: str, found: str) -> None:
    answer = anchor(from_text(_HIDING), quote)
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [(kind, "", found)]


@pytest.mark.parametrize(
    ("text", "quote", "found"),
    [
        ("Er hat angeblich das Auto des Nachbarn gestohlen.", "Er hat … das Auto des Nachbarn", "angeblich"),
        ("Es kam ein ehemaliger Minister aus Bern zu uns.", "Es kam ein … Minister aus Bern", "ehemaliger"),
        ("La police a arrêté plus de 300 personnes à Lyon.", "La police a arrêté … 300 personnes", "plus"),
        ("El hombre supuestamente robó el coche del vecino.", "El hombre … robó el coche", "supuestamente"),
        ("Он якобы украл машину соседа ночью в городе.", "Он … украл машину соседа", "якобы"),
    ],
)
def test_gaps_of_other_languages_are_looked_into_too(text: str, quote: str, found: str) -> None:
    answer = anchor(from_text(text), quote)
    assert [(c.kind, c.found) for c in answer.changes] == [("missing", found)]


def test_a_gap_that_hides_nothing_of_the_kind_stays_verified() -> None:
    assert anchor(from_text(_HIDING), "The hotel is … old").status is Status.VERIFIED
    assert anchor(from_text(_HIDING), "It was a former minister … spoke at noon").status is Status.VERIFIED


@pytest.mark.parametrize(
    ("between", "word"),
    [
        ("said again in the hall that the army, whatever came, would never agree to", "never"),
        ("would, if all the allies in the region asked for it,", "if"),
        ("said that the army did not come, and that he would", None),
        ("stayed. The army never came; he would", None),
        ("is, as far as anybody in the town can tell, to", None),
    ],
)
def test_a_denial_or_condition_deep_in_a_gap_is_pointed_at_where_it_governs_what_follows(
    between: str, word: str | None
) -> None:
    document = from_text(f"The minister {between} leave the island before long.")
    quote = "The minister … leave the island"
    answer = anchor(document, quote)
    assert answer.status is Status.VERIFIED and answer.span is not None
    found = left_out(document, quote, answer.span)
    assert [one.word for one in found] == ([word] if word else [])
    assert all(document.text[slice(*one.span)] == one.word for one in found)


@pytest.mark.parametrize(
    ("quote", "sentences"),
    [
        ("The harbour authority opened … had protested against the dredging", 3),
        ("The harbour authority opened … ships of up to nine metres", 2),
        ("The harbour authority opened … after three years of delays", 0),
        ("The harbour authority opened. … had protested against the dredging", 0),
        ("after three years of delays. … had protested", 0),
        ("The harbour authority opened …. Fishermen had protested", 0),
        ("The harbour authority opened … Fishermen had protested", 0),
    ],
)
def test_a_gap_that_makes_one_sentence_of_several_is_pointed_at(quote: str, sentences: int) -> None:
    document = from_text(_ARTICLE)
    answer = anchor(document, quote)
    assert answer.span is not None
    assert joined(document, quote, answer.span) == sentences


@pytest.mark.parametrize(
    ("quote", "status"),
    [
        ("sales rose by 12 … % … in May", Status.VERIFIED),
        ("It paid … € … to the fund. Sales", Status.VERIFIED),
        ("sales rose by 12 … € … in May", Status.ALTERED),
    ],
)
def test_a_sign_alone_between_two_gaps_is_a_part_like_any_other(quote: str, status: Status) -> None:
    document = from_text("The firm said sales rose by 12 % in May. It paid €40,000 to the fund. Sales were 3 % up.")
    assert anchor(document, quote).status is status


def test_a_gap_back_from_the_denial_of_the_words_before_it_is_told() -> None:
    text = "The first matches if preceded by ... a digit.\nThe second matches if not preceded by ... a digit.\nThe end."
    answer = anchor(from_text(text), "if preceded by ... a digit.\nThe end.")
    assert answer.status is Status.ALTERED
    assert [(c.kind, c.quoted, c.found) for c in answer.changes] == [("negation", "", "not")]
