"""What nobody has read yet is full support only where nothing speaks against it."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.drafting import draft
from tui.drafting.pool import Pool
from tui.drafting.roles import refers_back, role

ONE = """The ferry Aurora ran aground off the island of Senja on Tuesday night.
The ferry carried 212 passengers when it struck the rocks.
Nobody was seriously hurt, the ferry company said on Wednesday.
The captain of the ferry Aurora asked the coast guard for help at midnight.
"""
TWO = """The ferry Aurora ran aground off the island of Senja late on Tuesday night.
The ferry carried 187 passengers when it struck the rocks.
Two passengers were seriously hurt, the ferry company said on Wednesday.
The captain of the ferry Aurora asked the coast guard for help at midnight.
"""


def roles(words: str) -> set[str]:
    """The roles of the evidence of the drafted statement that quotes these words."""
    made = draft([from_text(ONE, "one.txt"), from_text(TWO, "two.txt")]).briefing
    statements = [one for section in made.sections for one in section.statements]
    (found,) = [one for one in statements if any(words in quoted.quote for quoted in one.evidence)]
    assert {quoted.source for quoted in found.evidence} == {"one", "two"}
    return {quoted.role for quoted in found.evidence}


def test_two_reports_in_the_same_words_both_support() -> None:
    assert roles("asked the coast guard") == {"supports"}


def test_another_figure_for_the_same_thing_contradicts() -> None:
    assert roles("212 passengers") == {"supports", "contradicts"}


def test_one_denying_what_the_other_reports_contradicts() -> None:
    assert roles("Nobody was seriously hurt") == {"supports", "contradicts"}


def test_of_three_articles_the_two_that_agree_support_and_the_third_contradicts() -> None:
    texts = {
        "a": "The dyke at Adelmund collapsed on Tuesday night.\n\n12 people were killed when the dyke collapsed.\n",
        "c": "The dyke at Adelmund collapsed late on Tuesday night.\n\n17 people were killed when the dyke fell.\n",
        "g": "The dyke at Adelmund collapsed on Tuesday night too fast.\n\n12 people were killed when the dyke fell.\n",
    }
    made = draft([from_text(text, f"{name}.txt") for name, text in texts.items()]).briefing
    statements = [one for section in made.sections for one in section.statements]
    (killed,) = [one for one in statements if "killed" in one.text]
    assert killed.text.startswith("12 people")
    assert [(one.source, one.role) for one in killed.evidence] == [
        ("a", "supports"),
        ("c", "contradicts"),
        ("g", "supports"),
    ]


def test_figures_nothing_disputes_support_only_in_part() -> None:
    one = "The fire at the mill in Oslo began at noon.\n\nAt least 12 people were killed in the fire at the mill.\n"
    two = "The fire at the mill in Oslo began at about noon.\n\n17 people were killed in the fire at the mill.\n"
    made = draft([from_text(one, "one.txt"), from_text(two, "two.txt")]).briefing
    (killed,) = [s for section in made.sections for s in section.statements if "killed" in s.text]
    assert {quoted.role for quoted in killed.evidence} == {"supports", "partly"}


@pytest.mark.parametrize(
    ("passage", "back"),
    [
        ("Harbour master Ole Brandt denied this.", True),
        ("The company rejected the allegations.", True),
        ("That is not true.", True),
        ("The company denied that the valve had been inspected.", False),
        ("Nobody was hurt.", False),
        ("It was closed on Sunday after a flood.", False),
    ],
)
def test_a_passage_that_only_judges_the_one_before_it_says_nothing_itself(passage: str, back: bool) -> None:
    assert refers_back(passage) is back


def test_a_denial_of_something_else_supports_no_statement() -> None:
    texts = {
        "a": "A blast shook the mill at Tarn.\n\nDirector Ole Brandt said that a worn belt caused the blast.\n",
        "b": "A blast shook the mill at Tarn.\n\nThe union blames savings.\n\nMill director Ole Brandt denied this.\n",
        "c": "A blast shook the mill at Tarn.\n\nMill director Ole Brandt said a worn belt caused the blast.\n",
    }
    pool = Pool.of([from_text(text, f"{name}.txt") for name, text in texts.items()])
    at = {pool.comparison.text(index): index for index in range(len(pool.sentences))}
    said = at["Mill director Ole Brandt said a worn belt caused the blast."]
    assert role(pool, said, at["Mill director Ole Brandt denied this."]) == "context"


def test_a_bare_hour_supports_no_statement_about_something_else() -> None:
    texts = ("The blast was in the hall of the mill.\n", "They put it at 4.20 in the morning.\n")
    pool = Pool.of([from_text(text, f"{number}.txt") for number, text in enumerate(texts)])
    at = {pool.comparison.text(index).split()[0]: index for index in (0, 1)}
    assert role(pool, at["The"], at["They"]) == "context"
