"""A change is told in whole words and called what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.documents import from_text
from tui.evidence import anchor
from tui.evidence.figures import same_figure
from tui.evidence.telling import How, tell

_ARTICLE = (
    "A tank exploded in Varnholt at 4:20 a.m. on Monday, killing 17 workers, and the ministry had fined the owner "
    "40,000 euros in 2022. The mayor announced a public meeting for Thursday."
)


@pytest.mark.parametrize(
    ("quote", "line"),
    [
        ("exploded in Varnholt at 4:20 p.m. on Monday", "word: quoted “p.m.”, the source has “a.m.”"),
        ("announced a public meeting for Tuesday", "day: quoted “Tuesday”, the source has “Thursday”"),
        (
            "A tank exploded in flames at 4:20 a.m. on Monday, killing",
            "word: quoted “flames”, the source has “Varnholt”",
        ),
        (
            "on Monday, killing seventeen workers",
            "number: quoted “seventeen”, the source has “17”, the same number written otherwise",
        ),
        (
            "the ministry had fined the owner €40,000 in 2022",
            "number: quoted “€40,000”, the source has “40,000 euros”, the same number written otherwise",
        ),
        ("on Monday, killing sixteen workers", "number: quoted “sixteen”, the source has “17”"),
    ],
)
def test_a_change_is_told_in_one_line(tmp_path: Path, quote: str, line: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_ARTICLE, encoding="utf-8")
    assert hexapla("quote", quote, path).out.splitlines()[1:] == [f"  {line}"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("forty thousand", "40,000", True),
        ("twenty-one", "21", True),
        ("$2 million", "2 million dollars", True),
        ("€40", "40 dollars", False),
        ("one", "1", False),
        ("second", "2nd", False),
        ("seven", "17", False),
        ("17", "17th", False),
    ],
)
def test_a_figure_is_the_same_only_with_its_value_and_its_money(one: str, other: str, same: bool) -> None:
    assert same_figure(one, other) is same
    assert same_figure(other, one) is same


@pytest.mark.parametrize(
    ("quote", "changes"),
    [
        ("had fined the owner [sic] 40,000 euros", []),
        ("had fined the owner 40,000 euros (sic!)", []),
        ("had fined the owner sic 40,000 euros", [("added", "sic")]),
        ("had fined the owner [sic] 50,000 euros", [("number", "50,000")]),
        ("And the ministry had fined the owner", []),
        ("That the ministry had fined the owner", [("word", "That")]),
    ],
)
def test_sic_in_brackets_is_no_word_and_a_capital_no_name_of_a_word_of_grammar(
    quote: str, changes: list[tuple[str, str]]
) -> None:
    answer = anchor(from_text(_ARTICLE), quote)
    assert [(change.kind, change.quoted) for change in answer.changes] == changes


@pytest.mark.parametrize(
    ("quote", "quoted", "found"),
    [
        ("about fifty-four thousand soldiers on the islands", "fifty-four thousand", "54,000"),
        ("Some 250 people came", "250", "two hundred and fifty"),
        ("Some two hundred fifty people came", "two hundred fifty", "two hundred and fifty"),
        ("It cost $5 billion in all", "5 billion", "5bn"),
    ],
)
def test_a_figure_of_several_words_is_told_as_one(quote: str, quoted: str, found: str) -> None:
    document = from_text(
        "The army has about 54,000 soldiers on the islands. Some two hundred and fifty people came. "
        "It cost $5bn in all."
    )
    (change,) = anchor(document, quote).changes
    assert (change.kind, change.quoted, change.found) == ("number", quoted, found)
    assert tell(document, quote, [change])[0].how is How.SAME_FIGURE
