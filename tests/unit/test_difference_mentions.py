"""A source that is no side of a suggestion is silent on it only where nothing it says may speak of the matter."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest

from tui.briefing import load
from tui.evidence import Carriage, resolve
from tui.evidence.mentions import mentions

ARTICLES = {
    "one": "The ferry Solen struck the quay at Norvik on Sunday. Eleven passengers were hurt. The tide was low.\n",
    "two": "A ferry ran into the quay at Norvik. The hospital counted nine injured passengers. Rain fell.\n",
}
YAML = """version: 1
id: ferry
title: The ferry
sources:
  one: {file: one.txt, mark: O}
  two: {file: two.txt, mark: T}
  third: {file: third.txt, mark: H}
sections:
  - id: ferry
    title: The ferry
    statements:
      - text: The ferry struck the quay.
        evidence: [{source: one, quote: The ferry Solen struck the quay at Norvik}]
differences:
  - id: hurt
    section: ferry
    kind: conflict
    about: people hurt
    suggested: true
    values: [{source: one, quote: Eleven passengers}, {source: two, quote: nine injured passengers}]
"""


def standing(folder: Path, third: str) -> tuple[Carriage, str]:
    """How the third source stands to the difference, and its words that may speak of the matter."""
    for name, text in {**ARTICLES, "third": third}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "ferry.yaml").write_text(YAML, encoding="utf-8")
    resolved = resolve(load(folder / "ferry.yaml"))
    (difference,) = resolved.differences
    span = mentions(resolved, difference).get("third")
    return resolved.sides(difference)[2], resolved.documents["third"].text[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("third", "how", "words"),
    [
        ("It rained. Some passengers had been wounded, said a nurse.", "not compared", "Some passengers had been"),
        ("The ferry line opened a cafe. Coffee there is cheap.", "silent", ""),
        ("Die Fähre hat den Kai von Norvik gerammt und dabei wurden einige verletzt.", "not compared", ""),
        ("渡轮撞上码头，十人受伤。", "not compared", ""),
    ],
)
def test_a_source_is_silent_only_where_nothing_speaks_of_the_matter(
    tmp_path: Path, third: str, how: str, words: str
) -> None:
    stands, said = standing(tmp_path, third + "\n")
    assert (stands.value, said[:24]) == (how, words)


def test_a_source_that_speaks_of_a_noted_difference_was_left_out_by_its_author(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(YAML.replace("suggested: true", "suggested: false"), encoding="utf-8")
    standing(tmp_path, "It rained. Some passengers had been wounded, said a nurse.\n")
    resolved = resolve(load(tmp_path / "x.yaml"))
    assert resolved.sides(resolved.differences[0])[2] is Carriage.SILENT


@pytest.mark.parametrize(("suggested", "how"), [("true", "not compared"), ("false", "silent")])
def test_a_source_quoted_beside_a_side_is_not_silent_on_a_conflict_nobody_has_judged(
    tmp_path: Path, suggested: str, how: str
) -> None:
    evidence = (
        "evidence: [{source: one, quote: Eleven passengers were hurt}, {source: third, quote: Many were taken away}]"
    )
    yaml = YAML.replace("evidence: [{source: one, quote: The ferry Solen struck the quay at Norvik}]", evidence)
    yaml = yaml.replace("suggested: true", f"suggested: {suggested}")
    (tmp_path / "x.yaml").write_text(yaml, encoding="utf-8")
    standing(tmp_path, "Many were taken away by boat.\n")
    resolved = resolve(load(tmp_path / "x.yaml"))
    assert resolved.sides(resolved.differences[0])[2] == Carriage(how)


def test_a_briefing_read_again_lets_go_of_the_one_before(tmp_path: Path) -> None:
    standing(tmp_path, "It rained.")
    resolved = resolve(load(tmp_path / "ferry.yaml"))
    mentions(resolved, resolved.differences[0])
    briefing, article = weakref.ref(resolved), weakref.ref(resolved.documents["third"])
    del resolved
    gc.collect()
    assert (briefing(), article()) == (None, None)
