"""A suggested difference kept or put aside in its place in the file: every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour
from tui.briefing import load, read
from tui.briefing.judging import judged

HEAD = "# kept\nid: x\ndifferences:\n"
CASES = {
    "in the middle": ("  - id: a\n    kind: %s  # k\n    suggested: true\n    about: b\n", "    suggested: true\n"),
    "with a comment": ("  - kind: %s\n    suggested: true  # why\n    about: b\n", "suggested: true  "),
    "first": ('  - "suggested": "true"\n    kind: %s\n    about: b\n# end\n', '"suggested": "true"\n    '),
    "first with a comment": ("  - suggested: true # c\n    kind: %s\n", "suggested: true "),
    "last, no end of line": ("  - kind: %s\n    about: b\n    suggested: true", "    suggested: true"),
    "between braces": ("  - {id: a, suggested: true,  kind: %s}  # c\n", "suggested: true,  "),
    "last between braces": ("  - {kind: %s, about: b, suggested: true}\n", ", suggested: true"),
    "behind a comment between braces": ("  - {kind: %s, # c\n     suggested: true}\n", "suggested: true"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("case", CASES)
def test_only_what_is_judged_is_another(case: str, newline: str) -> None:
    text, dropped = CASES[case]
    first = "  - {id: other, suggested: true, kind: conflict}\n"
    before, kept, aside = (
        (HEAD + first + one).replace("\n", newline)
        for one in (text % "conflict", text.replace(dropped, "") % "conflict", text.replace(dropped, "") % "none")
    )
    assert judged(before, 1, keep=True) == kept
    assert judged(before, 1, keep=False) == aside


def test_a_difference_that_is_not_suggested_and_one_that_is_not_there_are_left_alone() -> None:
    text = f"{HEAD}  - {{id: a, kind: conflict}}\n"
    assert judged(text, 0, keep=True) is judged(text, 7, keep=True) is judged("id: x\n", 0, keep=True) is None


def test_the_key_is_read_and_takes_true_and_false_alone(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    text = path.read_text(encoding="utf-8")
    at = text.index("kind: ", text.index("differences:"))
    for written, suggested in (("true", [True]), ("false", [False])):
        path.write_text(f"{text[:at]}suggested: {written}\n    {text[at:]}", encoding="utf-8")
        assert [one.suggested for one in load(path).differences][:1] == suggested
    path.write_text(f"{text[:at]}suggested: yes\n    {text[at:]}", encoding="utf-8")
    assert [one.code for one in read(path).findings] == ["bad-suggested"]
