"""Commands and briefings are found by words that are half, heard or mistyped."""

from __future__ import annotations

import pytest

from tui.reader.commands import COMMANDS
from tui.reader.forgiving import narrowed


def found(query: str) -> list[str]:
    return [one.id for one in narrowed(COMMANDS, query, lambda one: f"{one.title} {one.id}")]


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("kwit", "app.quit"),
        ("exprot", "export.open"),
        ("export", "export.open"),
        ("bokmark", "note.bookmark"),
        ("pallete", "palette.open"),
        ("covrage", "view.coverage"),
        ("them choose", "theme.pick"),
        ("QUIT", "app.quit"),
    ],
)
def test_a_command_is_found_by_what_is_heard_or_mistyped(typed: str, command: str) -> None:
    assert command in found(typed) and len(found(typed)) <= 4


def test_words_as_they_stand_come_before_any_guess() -> None:
    assert all("theme" in name for name in found("theme"))


@pytest.mark.parametrize("typed", ["xyzzy", "qqqq", "zz", "export xyzzy"])
def test_what_is_like_nothing_finds_nothing(typed: str) -> None:
    assert found(typed) == []


def test_nothing_typed_leaves_everything() -> None:
    assert len(found(" ")) == len(COMMANDS)
