"""Two passages with few words in common are linked where both go with one of a third article."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import compare

SHORT = """The harbour of Port Lima is closed after the ferry Aurelia sank on Tuesday.

Two thieves took the mayor's bicycle.

The wreck lies north of the lighthouse. Divers search it today."""
LONG = """The ferry Aurelia sank on Tuesday off Port Lima, and the harbour is closed.

Bicycle thefts are rare here, but a pair of burglars made off with the mayor's new bicycle at dawn.

The wreck lies north of the lighthouse, where divers search it."""
OTHER = """On Tuesday the ferry Aurelia sank; Port Lima closed its harbour.

A pair of burglars made off with it at dawn: thefts are rare here.

Divers search the wreck north of the lighthouse."""


def _linked(*texts: str) -> bool:
    """Whether the second passages of the first and the last article are linked."""
    comparison = compare([from_text(text, f"article {number}") for number, text in enumerate(texts)])
    ends = [(comparison.passages[link.a], comparison.passages[link.b]) for link in comparison.links]
    return any((a.document, a.passage, b.document, b.passage) == (0, 1, len(texts) - 1, 1) for a, b in ends)


def test_a_third_article_links_what_two_tell_in_other_words() -> None:
    assert not _linked(SHORT, OTHER)
    assert _linked(SHORT, LONG, OTHER)


@pytest.mark.parametrize("third", ["The council met on Monday to speak of the budget for schools.", SHORT])
def test_a_third_article_that_goes_with_one_of_them_alone_links_nothing(third: str) -> None:
    assert not _linked(SHORT, third, OTHER)
