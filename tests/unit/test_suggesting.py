"""Suggested differences: only what the author has neither noted nor put aside, each proved and fit to be written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour
from tui.briefing import load
from tui.briefing.appending import appended
from tui.briefing.model import Difference
from tui.briefing.saving import ChangedMeanwhileError, save, written
from tui.check import check
from tui.drafting.suggesting import known, suggestions
from tui.drafting.writer import entry
from tui.evidence import ResolvedBriefing, ResolvedDifference, Status, compare, resolve, routes

SHIPPED = Path(__file__).parents[2] / "briefings" / "us-japan-2plus2-2024.yaml"


def bare() -> ResolvedBriefing:
    """The shipped briefing before its author noted any difference."""
    return resolve(replace(load(SHIPPED), differences=()))


def suggested(resolved: ResolvedBriefing) -> tuple[ResolvedDifference, ...]:
    comparison = compare(resolved.documents.values(), resolved.briefing.aliases)
    return suggestions(resolved, comparison, routes(comparison, resolved.briefing.sections))


def test_every_side_is_proved_and_two_sources_differ_at_least() -> None:
    for one in suggested(bare()):
        assert {value.anchor.status for value in one.values} == {Status.VERIFIED}
        assert len({value.source.id for value in one.values}) > 1


def test_a_suggestion_stands_in_the_section_whose_evidence_it_touches() -> None:
    found = {value.text: one.difference.section for one in suggested(bare()) for value in one.values}
    assert found["5,600 kilometers"] == "command"
    assert found["A major strategic challenge"] == "china"


def test_the_words_an_author_quotes_at_another_place_are_known() -> None:
    before = bare()
    found = next(one for one in suggested(before) if "5,600 kilometers" in [value.text for value in one.values])
    wider = tuple(
        replace(value, quote=value.quote if value.source != "s004" else "some 6,500km (4,000 miles)")
        for value in found.difference.values
    )
    after = resolve(replace(before.briefing, differences=(replace(found.difference, values=wider),)))
    assert known(after, found)


@pytest.mark.parametrize("kind", ["conflict", "none"])
def test_what_the_author_noted_or_put_aside_is_suggested_no_more(kind: str) -> None:
    before = bare()
    first, *rest = suggested(before)
    noted: Difference = replace(first.difference, id="mine", kind=kind)  # type: ignore[arg-type]
    after = resolve(replace(before.briefing, differences=(noted,)))
    assert known(after, first)
    assert [one.difference.about for one in suggested(after)][: len(rest)] == [one.difference.about for one in rest]


@pytest.mark.parametrize("kind", ["conflict", "none"])
def test_an_entry_written_is_found_right_by_check_and_read_back_as_it_was(kind: str, tmp_path: Path) -> None:
    path = harbour(tmp_path)
    before = len(check(path).findings)
    (first, *_) = suggested(resolve(replace(load(path), differences=())))
    meant: Difference = replace(first.difference, id="new", kind=kind)  # type: ignore[arg-type]
    raw = written(path)
    assert raw is not None
    after = appended(raw, "differences", entry(meant))
    assert after is not None
    save(path, raw, after)
    assert len(check(path).findings) == before
    back = load(path).differences[-1]
    assert replace(back, at=meant.at, values=()) == replace(meant, values=())
    assert [replace(one, at=two.at) for one, two in zip(back.values, meant.values, strict=True)] == list(meant.values)


def test_a_file_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("theirs", encoding="utf-8")
    with pytest.raises(ChangedMeanwhileError, match="has changed meanwhile; nothing is written"):
        save(path, "mine", "edited")
    assert path.read_text(encoding="utf-8") == "theirs"
