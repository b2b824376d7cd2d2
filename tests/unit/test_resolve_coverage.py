"""Which sources carry a statement, how, and how many a section's sources carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builders import a_briefing, a_source, a_statement
from tui.briefing.model import Evidence, Section
from tui.evidence import Carriage, resolve
from tui.evidence.model import ResolvedSection

_TEXT = "The eastern lock cost 40 million and opened on Friday after three years. It rained in May. It rained in May.\n"
_TRUE = "The eastern lock cost 40 million"
_ALTERED = "The eastern lock cost 50 million and opened on Friday"


def _section(folder: Path, *statements: tuple[Evidence, ...]) -> ResolvedSection:
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(_TEXT, encoding="utf-8")
    sources = [a_source(name, path=folder / f"{name}.txt") for name in ("a", "b")]
    listed = tuple(a_statement("So.", *evidence, identifier=f"s{i}") for i, evidence in enumerate(statements))
    return resolve(a_briefing(sources, [Section("s", "Section", statements=listed)])).sections[0]


@pytest.mark.parametrize(
    ("evidence", "how"),
    [
        (Evidence("a", _TRUE), Carriage.VERIFIED),
        (Evidence("a", "It rained in May"), Carriage.VERIFIED),
        (Evidence("a", _TRUE, role="partly"), Carriage.PARTLY),
        (Evidence("a", _ALTERED), Carriage.PARTLY),
        (Evidence("a", f"{_TRUE} and everybody went home happily afterwards"), Carriage.PARTLY),
        (Evidence("a", _TRUE, role="contradicts"), Carriage.DIFFERS),
        (Evidence("a", _TRUE, role="context"), Carriage.SILENT),
        (Evidence("a", "Nothing of the sort was ever printed anywhere"), Carriage.SILENT),
        (Evidence("a", "Nothing of the sort was ever printed", role="contradicts"), Carriage.SILENT),
    ],
)
def test_how_one_quotation_carries_its_statement(tmp_path: Path, evidence: Evidence, how: Carriage) -> None:
    assert _section(tmp_path, (evidence,)).statements[0].coverage == {"a": how, "b": Carriage.SILENT}


@pytest.mark.parametrize(
    ("roles", "how"),
    [
        (("partly", "supports"), Carriage.VERIFIED),
        (("supports", "contradicts"), Carriage.DIFFERS),
        (("context", "partly"), Carriage.PARTLY),
    ],
)
def test_the_strongest_of_several_quotations_wins(tmp_path: Path, roles: tuple[str, str], how: Carriage) -> None:
    evidence = tuple(Evidence("a", _TRUE, role=role) for role in roles)  # type: ignore[arg-type]
    assert _section(tmp_path, evidence).statements[0].coverage["a"] is how
    assert _section(tmp_path, evidence[::-1]).statements[0].coverage["a"] is how


def test_the_tally_counts_the_statements_a_source_carries(tmp_path: Path) -> None:
    section = _section(tmp_path, (Evidence("a", _TRUE), Evidence("b", _TRUE)), (Evidence("a", _ALTERED),), ())
    assert section.tally == {"a": 2, "b": 1}
    assert [one.alone for one in section.statements] == [None, "a", None]
    assert [one.number for one in section.statements] == [1, 2, 3]
