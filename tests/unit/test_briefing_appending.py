"""An entry put last in a list of a briefing: every other byte stays, and what cannot be sure is refused."""

from __future__ import annotations

import pytest

from tui.briefing.appending import Entry, appended

HEAD = "# kept\nversion: 1\nid: x\n"
ENTRY = Entry(("- id: new", "  values:", "    - {source: a}"), "{id: new, values: [{source: a}]}")
BLOCK = "  - id: new\n    values:\n      - {source: a}\n"
CASES = {
    "no such list": ("", f"differences:\n{BLOCK}"),
    "nothing under the key": ("differences:  # c\n\n# end\n", f"differences:  # c\n{BLOCK}\n# end\n"),
    "an empty list": ("differences: []  # c\nz: 1\n", f"differences:  # c\n{BLOCK}z: 1\n"),
    "a block": ("differences:\n  - id: a  # c\n\n# end\n", f"differences:\n  - id: a  # c\n{BLOCK}\n# end\n"),
    "a block without indentation": (
        "differences:\n- id: a\nz: 1\n",
        "differences:\n- id: a\n- id: new\n  values:\n    - {source: a}\nz: 1\n",
    ),
    "a long text last": (
        "differences:\n  - note: |\n      one\n\n      two\n\n# end\n",
        f"differences:\n  - note: |\n      one\n\n      two\n{BLOCK}\n# end\n",
    ),
    "in brackets": (
        "differences: [{id: a},\n  {id: b}]  # c\n",
        "differences: [{id: a},\n  {id: b}, {id: new, values: [{source: a}]}]  # c\n",
    ),
    "an end of the document": ("z: 1\n...\n", f"z: 1\ndifferences:\n{BLOCK}...\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("case", CASES)
def test_the_entry_stands_last_and_all_else_as_it_stood(case: str, mark: str, newline: str) -> None:
    before, after = ((mark + HEAD + text).replace("\n", newline) for text in CASES[case])
    assert appended(before, "differences", ENTRY) == after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_last_line_without_an_end_is_ended_as_the_others_are(newline: str) -> None:
    assert appended(f"{HEAD}z: 1".replace("\n", newline), "differences", ENTRY) == (
        f"{HEAD}z: 1\ndifferences:\n{BLOCK}".removesuffix("\n").replace("\n", newline)
    )


def test_a_file_between_braces_takes_the_entry_between_its_braces() -> None:
    assert appended('{"version": 1}', "differences", ENTRY) == (
        '{"version": 1, "differences": [{id: new, values: [{source: a}]}]}'
    )


def test_a_text_that_would_be_read_otherwise_is_left_alone() -> None:
    assert appended(f"{HEAD}differences:\n  - note: |+\n      kept blank rows\n\n\n", "differences", ENTRY) is None
