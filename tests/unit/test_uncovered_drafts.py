"""What an author leaves out of a briefing is told by coverage: a section emptied comes back, fact by fact."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.compared_articles import EVENTS
from tui.briefing import load
from tui.documents import load as load_article
from tui.drafting import draft, yaml_text
from tui.evidence import compare, resolve, routes
from tui.evidence.uncovered import uncovered


@pytest.mark.parametrize("name", ["crash", "election"])
def test_what_several_sources_report_and_a_briefing_left_out_is_told_with_its_section(
    name: str, tmp_path: Path
) -> None:
    articles = [Path(shutil.copy(path, tmp_path)) for path in sorted((EVENTS / name).glob("*.txt"))]
    made = draft([load_article(path) for path in articles], tmp_path).briefing
    left_out = made.sections[1]
    emptied = tuple(replace(one, statements=()) if one is left_out else one for one in made.sections)
    (tmp_path / "brief.yaml").write_text(yaml_text(replace(made, sections=emptied)), encoding="utf-8")

    resolved = resolve(load(tmp_path / "brief.yaml"))
    comparison = compare(resolved.documents.values())
    routed = routes(comparison, [one.section for one in resolved.sections])
    told = [fact for fact in uncovered(resolved, comparison, routed) if len(fact.sources) > 1]

    wanted = [{one.source for one in statement.evidence} for statement in left_out.statements]
    assert sorted(map(len, (set(fact.sources) for fact in told))) == sorted(len(one) for one in wanted if len(one) > 1)
    assert any(fact.section == left_out.id for fact in told)
