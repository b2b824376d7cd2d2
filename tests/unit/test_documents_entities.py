"""Character references become characters before cleaning, and never more than that."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.unit.hostile import hostile_text
from tui.documents import clean
from tui.documents.entities import decode_entities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AT&amp;T &quot;x&quot; &lt;b&gt; &mdash; &eacute; &hellip;", 'AT&T "x" <b> — é …'),
        ("&#8220;x&#x201D; &#128; &#150;", "“x” € –"),
        ("&amp;lt;", "&lt;"),
        ("a&nbsp;b&shy;c", "a\u00a0b\u00adc"),
        ("&NotEqualTilde;", "\u2242\u0338"),
        ("R&D, AT&T, a & b, &bogus; &copy=2 &#; &#x; &#xZ;", "R&D, AT&T, a & b, &bogus; &copy=2 &#; &#x; &#xZ;"),
        ("one&#10;two&#13;three&NewLine;four&#x2028;five&#x85;", "one two three four five…"),
        ("&#55296; &#x110000; &#9999999; &#0;", "\ud800 \ufffd \ufffd \0"),
    ],
)
def test_references_are_resolved_once(text: str, expected: str) -> None:
    assert decode_entities(text)[0] == expected


@pytest.mark.parametrize("reference", ["&#27;", "&#x1b;", "&#x1B;", "&#0027;", "&#0000027;"])
def test_an_escape_in_disguise_ends_as_a_picture(reference: str) -> None:
    assert clean(decode_entities(reference)[0]) == "␛"


@pytest.mark.parametrize(
    "reference", ["&#x202e;", "&lrm;", "&rlm;", "&#917569;", "&ZeroWidthSpace;", "&InvisibleTimes;"]
)
def test_hidden_characters_in_disguise_are_shown(reference: str) -> None:
    assert clean(decode_entities(reference)[0]) == "\ufffd"


def test_references_are_counted() -> None:
    assert decode_entities("&amp; &lt; &bogus; &")[1] == 2
    assert decode_entities("none")[1] == 0


@given(hostile_text())
def test_lines_are_never_added_or_lost(text: str) -> None:
    decoded, _ = decode_entities(text + "&#10;&NewLine;")
    assert clean(decoded).count("\n") == clean(text).count("\n")
