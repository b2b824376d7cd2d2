"""What is not in the document is refused; of a quotation pieced together the true part is shown."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "The harbour authority opened the new eastern lock on Friday after three years of delays. Ships of up to nine "
    "metres draught can now pass, the authority said in a statement. Fishermen had protested against the dredging, "
    "which they say drove away the herring that fed the town for two centuries.\n"
    "A court in the capital will hear their complaint in October. The company that built the lock declined to "
    "comment on the case, but said the work had followed every rule laid down by the ministry.\n"
)


@pytest.mark.parametrize(
    "quote",
    [
        "My favourite recipe uses three eggs, a pound of flour and some butter",
        "The parliament opened a new inquiry on Monday after two weeks of debate",
        "in a statement on Friday the president of the company said",
        "zzz qqq xxx www",
        "herring soup",
    ],
)
def test_a_foreign_quotation_is_refused(quote: str) -> None:
    answer = anchor(from_text(_ARTICLE), quote)
    assert answer.status is Status.MISSING
    assert answer.span is None
    assert answer.changes == ()


def test_a_true_part_with_a_foreign_end_is_partial() -> None:
    document = from_text(_ARTICLE)
    true = "Fishermen had protested against the dredging, which they say"
    answer = anchor(document, f"{true} poisoned every single well in the valley")
    assert answer.status is Status.PARTIAL
    assert answer.span is not None
    assert document.text[slice(*answer.span)] == true
    assert ("added", "poisoned every single well in the valley") in [(c.kind, c.quoted) for c in answer.changes]


def test_two_sentences_made_one_are_partial() -> None:
    document = from_text(_ARTICLE)
    answer = anchor(
        document, "The harbour authority opened the new eastern lock but said the work had followed every rule"
    )
    assert answer.status is Status.PARTIAL
    assert answer.span is not None
    assert document.text[slice(*answer.span)] in (
        "The harbour authority opened the new eastern lock",
        "but said the work had followed every rule",
    )


def test_a_gap_of_many_words_without_an_ellipsis_is_not_passed_over() -> None:
    quote = "The harbour authority opened the new eastern lock, the authority said in a statement"
    assert anchor(from_text(_ARTICLE), quote).status in (Status.PARTIAL, Status.MISSING)


def test_the_same_words_in_another_order_are_no_quotation() -> None:
    assert anchor(from_text(_ARTICLE), "pass now can draught metres nine to up of Ships").status is Status.MISSING


def test_a_part_is_shown_from_where_it_begins_though_the_other_has_the_same_words() -> None:
    true = "can optionally be cut in order to fit a"
    document = from_text(f"{_ARTICLE}The rope {true} lock of the canal.")
    answer = anchor(document, f"rope can optionally be cut in {true}")
    assert answer.status is Status.PARTIAL
    assert answer.span is not None
    assert document.text[slice(*answer.span)] == true


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("Les otages ont été libérés hier matin.", "Les orages ont été libérés hier matin."),
        ("Der Zug fährt an der Stadt vorbei.", "Der Zug fährt in der Stadt vorbei."),
    ],
)
def test_a_sentence_of_another_language_in_an_english_article_is_forgiven_no_slip(sentence: str, quote: str) -> None:
    """Its words are on no English list, so that any of them may be another word."""
    document = from_text(f"The wire had one line on the matter.\n\n{sentence}\n\nThe paper printed it as it stood.")
    assert anchor(document, quote).status is Status.ALTERED
