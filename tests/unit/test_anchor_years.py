"""A quotation with a wrong year is placed where most of its words agree, though another passage has that year."""

from __future__ import annotations

from random import Random

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_WORDS = [
    *("harbour", "council", "approved", "bridge", "northern", "lawyers", "inquiry", "rainfall", "schools", "budget"),
    *("ferry", "engineers", "vote", "market", "repairs", "union", "tunnel", "farmers", "airport", "storm", "hospital"),
]
_GRAMMAR = ["the", "of", "and", "to", "in", "a", "that", "was", "for", "with", "as", "on", "by", "at", "from", "his"]


def _sentence(rng: Random, size: int) -> list[str]:
    return [rng.choice(_GRAMMAR if rng.random() < 0.4 else _WORDS) for _ in range(size)]


def _stated(words: list[str]) -> str:
    return f"{' '.join(words).capitalize()}."


@pytest.mark.parametrize("seed", range(20))
def test_a_wrong_year_does_not_draw_a_quotation_to_a_passage_where_more_words_differ(seed: int) -> None:
    rng = Random(seed)
    meant = _sentence(rng, rng.randint(9, 28))
    at, year = rng.randrange(1, len(meant)), rng.randint(1950, 2020)
    meant[at] = str(year)
    quote = [*meant[:at], str(year + rng.choice([-10, -1, 1, 10])), *meant[at + 1 :]]
    other = quote.copy()
    for i in rng.sample([i for i in range(len(quote)) if i != at], rng.randint(2, 4)):
        other[i] = "withheld"
    between = [_stated(_sentence(rng, 12)) for _ in range(3)]
    first, last = rng.sample([meant, other], 2)
    document = from_text("\n\n".join((_stated(first), *between, _stated(last))))
    answer = anchor(document, " ".join(quote))
    assert answer.status is Status.ALTERED and answer.span is not None
    assert [(change.quoted, change.found) for change in answer.changes] == [(quote[at], str(year))]
    assert document.text[slice(*answer.span)] == _stated(meant)[:-1]


def test_of_a_place_that_lacks_the_year_and_one_that_lacks_another_word_both_are_named() -> None:
    told = "In 2018 the city council approved the plan for the new bridge over the river after a long night of debate."
    like = told.replace("2018", "2019").replace("bridge", "road")
    document = from_text(f"{told}\n\nThe mayor had left for the coast by then.\n\n{like}")
    answer = anchor(document, told.replace("2018", "2019"))
    assert answer.status is Status.ALTERED and len(answer.changes) == len(answer.alternatives) == 1
