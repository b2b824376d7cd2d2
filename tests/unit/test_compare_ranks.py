"""Places in a row: the oldest and the second-oldest, the third win in a row, the fifth of its kind this year."""

from __future__ import annotations

import pytest

from tests.unit.article_pairs import differing


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "The Lind Museum, the second-oldest in the city, lent its pumps.",
            "The Lind Museum, which lent its pumps, is the city's oldest museum.",
            ["second-oldest", "oldest"],
        ),
        (
            "Brita Solheim won the women's race on Sunday, her third victory in a row.",
            "Brita Solheim won the women's race. It is her second win running.",
            ["third", "second"],
        ),
        (
            "It was the third bomb found in Kessmar this year.",
            "It is the fifth in Kessmar this year, and the bomb lay deep.",
            ["third", "fifth"],
        ),
    ],
)
def test_places_in_one_row_are_set_against_each_other(one: str, other: str, found: list[str]) -> None:
    assert sorted(found) in [sorted(values) for values in differing(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Its logbooks are the largest collection of ships' papers in the region.",
            "Its logbooks are the second-largest collection of ships' papers in the country.",
        ),
        (
            "Mara Veil is the youngest mayor in the country.",
            "The second-youngest mayor in the country, Leo Brand, sent flowers to Mara Veil.",
        ),
        (
            "It was the second win of Tomas Reil in Vestra.",
            "It was the third win of Tomas Reil in Vestra in a row.",
        ),
        (
            "It was one of the largest fires in Kessmar since the war.",
            "It was the second-largest of the fires in Kessmar since the war.",
        ),
    ],
)
def test_places_in_two_rows_are_passed_over(one: str, other: str) -> None:
    assert differing(one, other) == []
