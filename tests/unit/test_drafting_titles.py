"""A draft goes by the most typical headline of its articles, and its differences say what each side has."""

from __future__ import annotations

from tui.documents import from_text
from tui.drafting import draft

BODY = "The dyke at Adelmund collapsed on Tuesday night.\n\n{} people were killed when the dyke collapsed.\n"
HEADLINES = {
    "a": "Dyke at Adelmund collapses in the night",
    "b": "Adelmund dyke collapse kills many",
    "c": "A town wakes up to disaster",
}


def articles(titled: bool, *killed: int) -> list[str]:
    """The articles' texts: as many as there are figures for the killed."""
    heads = list(HEADLINES.values()) if titled else [""] * 3
    return [f"{head}\n\n{BODY.format(number)}".lstrip() for head, number in zip(heads, killed, strict=False)]


def test_the_title_is_the_headline_that_shares_most_with_the_others() -> None:
    made = draft([from_text(text, f"{at}.txt") for at, text in enumerate(articles(True, 12, 12, 17))]).briefing
    assert made.title in (HEADLINES["a"], HEADLINES["b"])


def test_without_headlines_the_title_is_made_of_what_the_articles_share() -> None:
    made = draft([from_text(text, f"{at}.txt") for at, text in enumerate(articles(False, 12, 17))]).briefing
    assert made.title and made.title not in HEADLINES.values()


def test_a_difference_says_the_value_of_each_side() -> None:
    made = draft([from_text(text, f"{at}.txt") for at, text in enumerate(articles(False, 12, 17))]).briefing
    (values,) = [difference.values for difference in made.differences if difference.kind == "conflict"]
    assert {value.value for value in values} == {"12 people", "17 people"}
