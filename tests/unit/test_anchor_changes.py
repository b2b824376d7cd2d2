"""What a quotation says otherwise than its source is named, word for word; it is never passed over in silence."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ARTICLE = (
    "The ministry said on Tuesday that about 54,000 soldiers will not leave the northern island of Hokkaido before "
    "March 2025, and that all of them may be moved for $2.5 billion. President Laura Chen, who is 61, told the second "
    "meeting that she agreed with Foreign Minister Omar Haddad to increase the fee by 5 percent within seven days. "
    "The temperature at the base fell to -5 degrees and two of the older buildings were closed."
)
_QUOTE = _ARTICLE[: _ARTICLE.index(", who is")]


@pytest.mark.parametrize(
    ("true", "false", "kind"),
    [
        ("54,000", "64,000", "number"),
        ("54,000", "5,400", "number"),
        ("54,000", "540000", "number"),
        ("2.5 billion", "25 billion", "number"),
        ("2.5 billion", "2.5 million", "number"),
        ("seven days", "eleven days", "number"),
        ("seven days", "7 days", "number"),
        ("second meeting", "third meeting", "number"),
        ("-5 degrees", "5 degrees", "number"),
        ("will not leave", "will leave", "negation"),
        ("may be moved", "may never be moved", "negation"),
        ("March", "April", "month"),
        ("northern", "southern", "direction"),
        ("Tuesday", "Thursday", "name"),
        ("Hokkaido", "Honshu", "name"),
        ("Omar Haddad", "Omar Garcia", "name"),
        ("all of them", "some of them", "word"),
        ("may be moved", "must be moved", "word"),
        ("$2.5", "€2.5", "word"),
        ("5 percent", "5", "missing"),
        ("seven days", "seven weeks", "word"),
        ("she agreed", "he agreed", "word"),
        ("to increase", "to decrease", "word"),
        ("she agreed", "she disagreed", "word"),
        ("buildings were", "building were", "word"),
        ("is 61", "was 61", "word"),
        ("older", "newer", "word"),
        ("President", "Chancellor", "word"),
        ("will not leave", "will reportedly not leave", "added"),
        ("with Foreign", "without Foreign", "negation"),
    ],
)
def test_a_changed_word_is_named(true: str, false: str, kind: str) -> None:
    at = _ARTICLE.index(true)
    start, end = _ARTICLE.rindex(" ", 0, max(1, at - 60)) + 1 if at > 61 else 0, min(len(_ARTICLE), at + 90)
    quote = _ARTICLE[start:end].rpartition(" ")[0].replace(true, false, 1)
    document = from_text(_ARTICLE)
    answer = anchor(document, quote)
    assert answer.status is Status.ALTERED
    assert kind in [change.kind for change in answer.changes]
    for change in answer.changes:
        assert quote[change.quoted_span.start : change.quoted_span.end] == change.quoted
        assert document.text[change.span.start : change.span.end] == change.found


def test_two_names_that_change_places_are_told() -> None:
    quote = "President Omar Haddad, who is 61, told the second meeting that she agreed with Foreign Minister Laura Chen"
    answer = anchor(from_text(_ARTICLE), quote)
    assert answer.status is Status.ALTERED
    assert {"Omar", "Haddad", "Laura", "Chen"} <= {word for change in answer.changes for word in change.quoted.split()}


def test_words_left_out_are_told_with_the_place_where_they_stand() -> None:
    answer = anchor(from_text(_ARTICLE), "President Laura Chen told the second meeting that she agreed with")
    assert answer.status is Status.ALTERED
    assert [change.found for change in answer.changes] == ["who", "is", "61"]
    assert [change.kind for change in answer.changes] == ["missing", "missing", "number"]


def test_the_span_takes_a_replaced_first_or_last_word_along() -> None:
    document = from_text(_ARTICLE)
    answer = anchor(document, "temperature at the base fell to -5 kelvin")
    assert answer.span is not None
    assert document.text[slice(*answer.span)] == "temperature at the base fell to -5 degrees"
