"""What nobody has read yet is full support only where nothing speaks against it."""

from __future__ import annotations

from tui.documents import from_text
from tui.drafting import draft

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


def test_other_figures_support_only_in_part() -> None:
    assert roles("212 passengers") == {"supports", "partly"}


def test_a_denial_on_one_side_supports_only_in_part() -> None:
    assert roles("Nobody was seriously hurt") == {"supports", "partly"}
