"""Quotations of a draft are verified where they stand, and leave out no word that turns them round."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.documents.model import Span
from tui.drafting.quoting import quote

TEXT = "There was no evidence of fraud at the mill. The owner will not sell the mill to the town."


@pytest.mark.parametrize(
    ("wanted", "quoted"),
    [
        ("evidence of fraud at the mill", "no evidence of fraud at the mill"),
        ("The owner will", "The owner will not"),
        ("There was no evidence of fraud at the mill.", "There was no evidence of fraud at the mill."),
    ],
)
def test_a_turning_word_beside_the_span_is_quoted_with_it(wanted: str, quoted: str) -> None:
    start = TEXT.index(wanted)
    made = quote(from_text(TEXT, "mill"), Span(start, start + len(wanted)))
    assert made is not None
    assert made.text == quoted
