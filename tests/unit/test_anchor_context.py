"""Words before and after tell equal places apart; what they cannot tell apart is called ambiguous."""

from __future__ import annotations

from tui.documents import from_text
from tui.documents.model import Span
from tui.evidence import Status, anchor

_ARTICLE = (
    "In Tokyo the defence ministers met for two hours. In Seoul the defence ministers met for two days. "
    "In Manila the defence ministers met only for lunch."
)
_PLACES = [
    Span(i, i + len("the defence ministers met")) for i in range(len(_ARTICLE)) if _ARTICLE.startswith("the defence", i)
]


def test_without_context_equal_places_are_ambiguous_and_all_are_named() -> None:
    answer = anchor(from_text(_ARTICLE, "wire"), "the defence ministers met")
    assert answer.status is Status.AMBIGUOUS
    assert answer.span == _PLACES[0]
    assert [(a.source, a.span) for a in answer.alternatives] == [("wire", span) for span in _PLACES[1:]]


def test_a_prefix_decides() -> None:
    answer = anchor(from_text(_ARTICLE), "the defence ministers met", prefix="In Seoul")
    assert (answer.status, answer.span, answer.alternatives) == (Status.VERIFIED, _PLACES[1], ())


def test_a_suffix_decides() -> None:
    answer = anchor(from_text(_ARTICLE), "the defence ministers met", suffix="only for lunch")
    assert (answer.status, answer.span) == (Status.VERIFIED, _PLACES[2])


def test_a_misspelt_context_decides_too() -> None:
    answer = anchor(from_text(_ARTICLE), "the defence ministers met", prefix="hours. In Seuol")
    assert (answer.status, answer.span) == (Status.VERIFIED, _PLACES[1])


def test_a_context_that_fits_two_places_leaves_both() -> None:
    answer = anchor(from_text(_ARTICLE), "the defence ministers met", suffix="for two")
    assert answer.status is Status.AMBIGUOUS
    assert [a.span for a in answer.alternatives] == [_PLACES[1]]


def test_context_decides_between_places_that_both_need_a_slip_forgiven() -> None:
    answer = anchor(from_text(_ARTICLE), "the defence minsters met for", prefix="In Seoul")
    assert (answer.status, answer.span) == (Status.VERIFIED, Span(_PLACES[1].start, _PLACES[1].end + 4))


def test_one_place_needs_no_context_and_a_wrong_one_does_no_harm() -> None:
    answer = anchor(from_text(_ARTICLE), "met only for lunch", prefix="entirely different words", suffix="and more")
    assert answer.status is Status.VERIFIED
