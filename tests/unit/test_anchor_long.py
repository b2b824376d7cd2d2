"""In a long text a quotation is found by where its words stand, damaged ones by the words they could be."""

from __future__ import annotations

from random import Random

import pytest

from tui.documents import from_text
from tui.documents.model import Document
from tui.evidence import Status, anchor
from tui.evidence.prepared import prepare

_SENTENCE = "The archaeologists catalogued sixteen bronze lanterns beneath the collapsed granary before winter"


@pytest.fixture(scope="module")
def long() -> Document:
    """A text of 600,000 characters with one sentence near its end that stands nowhere else."""
    rng = Random(5)
    listed = [f"{start}{end}" for start in "bakelomiru" for end in ("dan", "tor", "vel", "sum", "ner", "gol", "pis")]
    common = ["the", "of", "and", "to", "in", "that", "was", "for", "with", "they"]
    filler = [rng.choice(common if rng.random() < 0.5 else listed) for _ in range(130_000)]
    return from_text(" ".join([*filler, _SENTENCE + ".", *filler[:9_000]]))


@pytest.mark.parametrize(
    ("true", "false", "status"),
    [
        ("bronze", "brornze", Status.VERIFIED),
        ("The archaeologists catalogued", "Thc archaeologisfs catalogucd", Status.VERIFIED),
        ("sixteen", "sixty", Status.ALTERED),
    ],
)
def test_a_damaged_quotation_is_placed_in_a_long_text(long: Document, true: str, false: str, status: Status) -> None:
    answer = anchor(long, _SENTENCE.replace(true, false))
    assert answer.status is status and answer.span is not None
    assert long.text[slice(*answer.span)] == _SENTENCE


def test_a_quotation_none_of_whose_words_is_whole_is_placed_by_their_letters(long: Document) -> None:
    quote = (
        "Thhe archaeologistsz catalogueed sixteenn bronzze lanternsz beneathh the collapsedx granaryq beforre winterr"
    )
    answer = anchor(long, quote)
    assert answer.span is not None
    assert long.text[slice(*answer.span)] == _SENTENCE


def test_every_word_stands_in_the_parts_said_to_hold_it_and_in_no_others(long: Document) -> None:
    prepared = prepare(long)
    parts = list(prepared.stretches("granary"))
    assert [prepared.text[slice(*part)].split().count("granary") for part in parts] == [1]
    assert list(prepared.stretches("nowhere")) == []
    whole = list(prepared.stretches("the"))
    assert sum(prepared.text[slice(*part)].split().count("the") for part in whole) == prepared.vocabulary["the"]
