"""Two articles of one sentence each: what must hold of what is found between them."""

from __future__ import annotations

from tui.documents import from_text
from tui.evidence import FoundDifference, compare


def differences(one: str, other: str) -> tuple[FoundDifference, ...]:
    """What is found between two sentences."""
    return compare([from_text(one, "one"), from_text(other, "other")]).differences


def must_conflict(one: str, other: str) -> None:
    """One conflict, whose values stand where they are said to."""
    texts = one, other
    (found,) = differences(one, other)
    assert found.kind == "conflict"
    assert [value.document for value in found.values] == [0, 1]
    for value in found.values:
        assert value.value == " ".join(texts[value.document][value.span.start : value.span.end].split())
