"""The grammar of a query, one row a rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.query import LONGEST, MOST_ALTERNATIVES, Term, parse


def shown(term: Term) -> str:
    """A term as its operators in a fixed order and its text."""
    flags = ("not", term.negated), ("exact", term.exact), ("start", term.start), ("end", term.end)
    more = ("phrase", term.phrase), ("closed", term.closed), (term.field, bool(term.field))
    return " ".join([name for name, is_set in (*flags, *more) if is_set] + [f"<{term.text}>"])


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("joint force", [["<joint>"], ["<force>"]]),
        ("'joint", [["exact <joint>"]]),
        ("'joint'", [["exact closed <joint>"]]),
        ("'don't", [["exact <don't>"]]),
        ("^The", [["start <The>"]]),
        ("korea$", [["end <korea>"]]),
        ("^only$", [["start end <only>"]]),
        ("^'The", [["exact start <The>"]]),
        ("!china", [["not <china>"]]),
        ("!!china", [["not <china>"]]),
        ("!'china", [["not exact <china>"]]),
        ("!^The", [["not start <The>"]]),
        ("!end$", [["not end <end>"]]),
        ('"north korea"', [["phrase closed <north korea>"]]),
        ('"north kor', [["phrase <north kor>"]]),
        ("“north korea”", [["phrase closed <north korea>"]]),
        ('^"The US', [["start phrase <The US>"]]),
        ('"the talks"$', [["end phrase closed <the talks>"]]),
        ('!"south korea"', [["not phrase closed <south korea>"]]),
        (r"joint\ force", [["phrase <joint force>"]]),
        ("a b | c d", [["<a>"], ["<b>", "<c>"], ["<d>"]]),
        ("a|b", [["<a>", "<b>"]]),
        ("'joint | 'trilateral", [["exact <joint>", "exact <trilateral>"]]),
        ("a | b |", [["<a>", "<b>"]]),
        ("a|b|a|'a|b", [["<a>", "exact <a>", "<b>"]]),
        ("a|a b|c b|c", [["<a>"], ["<b>", "<c>"]]),
        ("!a 'b !a a a", [["exact <b>"], ["not <a>"], ["<a>"], ["<a>"]]),
        ("| a", [["<a>"]]),
        ("a | ' ", [["<a>"]]),
        ("source:cnn mou", [["source <cnn>"], ["<mou>"]]),
        ("Source:CNN", [["source <CNN>"]]),
        ('section:"north korea" x', [["closed section <north korea>"], ["<x>"]]),
        ("!source:cnn", [["not source <cnn>"]]),
        ("other:cnn", [["<other:cnn>"]]),
        ("12:30", [["<12:30>"]]),
    ],
)
def test_a_query_is_read_as(typed: str, groups: list[list[str]]) -> None:
    assert [[shown(term) for term in group] for group in parse(typed).groups] == groups


@pytest.mark.parametrize(
    "typed", ["", " ", "'", "^", "!", "!'", "!^", "^'", '"', '""', '!"', "$", "|", "source:", "\\", "…", "+"]
)
def test_a_term_that_is_only_an_operator_means_nothing_yet(typed: str) -> None:
    assert parse(typed).groups == ()
    assert [[shown(term) for term in group] for group in parse(f"korea {typed}").groups] == [["<korea>"]]


@pytest.mark.parametrize(
    ("typed", "growing"), [("kor", True), ("korea ", False), ('"north korea"', False), ('"north', True)]
)
def test_a_query_knows_whether_its_last_term_is_finished(typed: str, growing: bool) -> None:
    assert parse(typed).growing is growing


def test_a_query_is_cut_and_cleaned() -> None:
    query = parse("\x1b[31mred\n" + "x" * 1000)
    assert len(query.text) == LONGEST
    assert "\x1b" not in query.text
    assert "\n" not in query.text


@given(st.text(alphabet=st.sampled_from("ab '^!|$\"\\:é東“”") | st.characters(), max_size=300))
def test_every_string_is_a_query_and_no_term_is_empty(typed: str) -> None:
    query = parse(typed)
    assert all(term.text and term.typed for term in query.terms)
    assert all(query.groups)


def test_of_very_many_alternatives_the_first_count() -> None:
    [group] = parse("|".join(f"{a}{b}" for a in "abc" for b in "abcdefghijklmnopqrstuvwxyz")).groups
    assert [term.text for term in group[:2]] == ["aa", "ab"]
    assert len(group) == MOST_ALTERNATIVES
