"""A difference belongs to the statement of its section whose evidence stands where its values stand."""

from __future__ import annotations

from pathlib import Path

from tests.unit.builders import a_briefing, a_source, a_statement
from tui.briefing.model import Difference, Evidence, Section, Value
from tui.evidence import ResolvedBriefing, resolve

_A = "The lock cost 40 million. It opened on Friday. Nobody came to see it.\nThe mayor was ill, and a band played.\n"
_B = "The lock cost 45 million. It opened on Monday. A crowd came.\nThe mayor spoke for an hour.\n"


def _proved(folder: Path, *differences: Difference) -> ResolvedBriefing:
    (folder / "a.txt").write_text(_A, encoding="utf-8")
    (folder / "b.txt").write_text(_B, encoding="utf-8")
    sources = [a_source(name, path=folder / f"{name}.txt") for name in ("a", "b")]
    price = a_statement(
        "It cost millions.", Evidence("a", "lock cost 40 million"), Evidence("b", "cost 45"), identifier="p"
    )
    day = a_statement("It opened.", Evidence("a", "opened on"), Evidence("b", "It opened on Monday"), identifier="d")
    sections = [Section("one", "One", statements=(price, day)), Section("two", "Two", statements=(day,))]
    return resolve(a_briefing(sources, sections, differences))


def _difference(identifier: str, a: str, b: str, *, section: str = "one", kind: str = "conflict") -> Difference:
    values = (Value("a", a), Value("b", b))
    return Difference(identifier, section, kind, "something", values)  # type: ignore[arg-type]


def _homes(proved: ResolvedBriefing) -> dict[str, list[str]]:
    homes = {f"section {s.section.id}": [d.difference.id for d in s.differences] for s in proved.sections}
    for section in proved.sections:
        for one in section.statements:
            homes[f"{section.section.id}/{one.statement.id}"] = [d.difference.id for d in one.differences]
    return {place: ids for place, ids in homes.items() if ids}


def test_overlapping_words_decide(tmp_path: Path) -> None:
    assert _homes(_proved(tmp_path, _difference("x", "40 million", "45 million"))) == {"one/p": ["x"]}
    assert _homes(_proved(tmp_path, _difference("x", "opened on Friday", "Monday"))) == {"one/d": ["x"]}


def test_the_statement_that_shares_the_words_in_more_sources_wins(tmp_path: Path) -> None:
    assert _homes(_proved(tmp_path, _difference("x", "lock cost 40 million. It opened on", "on Monday"))) == {
        "one/d": ["x"]
    }


def test_else_the_same_passage_decides_then_the_same_paragraph(tmp_path: Path) -> None:
    assert _homes(_proved(tmp_path, _difference("x", "Friday", "missing"))) == {"one/d": ["x"]}
    assert _homes(_proved(tmp_path, _difference("x", "Nobody came", "crowd came"))) == {"one/p": ["x"]}


def test_else_it_belongs_to_the_section(tmp_path: Path) -> None:
    assert _homes(_proved(tmp_path, _difference("x", "mayor was ill", "mayor spoke"))) == {"section one": ["x"]}


def test_only_statements_of_its_own_section_are_asked(tmp_path: Path) -> None:
    assert _homes(_proved(tmp_path, _difference("x", "40 million", "45 million", section="two"))) == {"two/d": ["x"]}


def test_without_a_section_it_belongs_to_the_briefing_alone(tmp_path: Path) -> None:
    proved = _proved(tmp_path, _difference("x", "40 million", "45 million", section=""))
    assert _homes(proved) == {}
    assert [d.difference.id for d in proved.differences] == ["x"]


def test_differences_are_numbered_in_order_and_those_that_are_none_are_left_out(tmp_path: Path) -> None:
    none = _difference("n", "Friday", "Monday", kind="none")
    proved = _proved(tmp_path, none, _difference("x", "40 million", "45 million"), _difference("y", "Friday", "Monday"))
    assert [(d.number, d.difference.id) for d in proved.differences] == [(1, "x"), (2, "y")]
    assert [value.text for value in proved.differences[0].values] == ["40 million", "45 million"]
