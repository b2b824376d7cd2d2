"""`check` reads the briefing, loads its sources, places every quotation and reports all that is wrong."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from tests.unit.briefing_files import as_yaml, changed
from tests.unit.cli_runner import harbour
from tui import resources
from tui.briefing import Finding, render
from tui.check import Report, check

HERALD = "The harbour opened on Monday.\n\nThe pier cost 40 million euros. Boats came home, boats came home.\n"
COAST = "The pier cost 45 million euros, the mayor said.\n"


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _checked(folder: Path, path: str = "", value: Any = None, **articles: str) -> Report:
    """The report on the good briefing, its sources pinned by their hashes, with one thing changed."""
    texts = {"herald": HERALD, "coast": COAST} | articles
    data = changed(path, value)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        if isinstance(data["sources"].get(name), dict):
            data["sources"][name].setdefault("sha256", _sha256({"herald": HERALD, "coast": COAST}.get(name, text)))
    (folder / "b.yaml").write_text(as_yaml(data), encoding="utf-8")
    return check(folder / "b.yaml")


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def _only(report: Report) -> Finding:
    [finding] = report.findings
    return finding


def test_a_briefing_that_holds_has_no_findings_and_counts_its_quotations(tmp_path: Path) -> None:
    report = _checked(tmp_path)
    assert report.findings == ()
    assert report.holds
    assert report.quotations == {
        "verified": 3,
        "altered": 0,
        "partial": 0,
        "ambiguous": 0,
        "missing": 0,
        "misattributed": 0,
    }


def test_the_shipped_briefing_holds() -> None:
    report = check(resources.shipped("briefings") / "us-japan-2plus2-2024.yaml")
    assert report.findings == ()


def test_a_quotation_that_is_nowhere_is_an_error_at_its_place(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sections.0.statements.0.evidence.0.quote", "nobody ever wrote this sentence")
    finding = _only(report)
    assert (finding.code, finding.statement, finding.source) == ("missing", "price", "herald")
    assert report.lines[0][finding.column - 1 :].startswith('"nobody ever')
    assert report.quotations["missing"] == 1
    assert not report.holds


def test_a_quotation_of_the_wrong_source_is_misattributed(tmp_path: Path) -> None:
    finding = _only(
        _checked(
            tmp_path, "sections.0.statements.0.evidence.0", {"source": "coast", "quote": "The harbour opened on Monday"}
        )
    )
    assert (finding.status, finding.source) == ("misattributed", "coast")
    assert finding.hint == "did you mean source: herald?"


def test_a_changed_figure_is_named_with_the_figure_of_the_source(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sections.0.statements.0.evidence.0.quote", "The pier cost 60 million euros")
    finding = _only(report)
    assert (finding.code, finding.statement, finding.source, finding.status) == (
        "altered",
        "price",
        "herald",
        "altered",
    )
    assert finding.message == 'altered: quoted "60", the source has "40"; see ¶2 of herald'


def test_a_quotation_that_stands_twice_is_a_warning(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sections.0.statements.0.evidence.0.quote", "came home")
    assert _only(report).status == "ambiguous"
    assert report.holds


def test_a_difference_that_is_none_is_proved_too(tmp_path: Path) -> None:
    none = {"id": "n", "kind": "none", "about": "x", "values": [{"source": "coast", "quote": "a different world"}]}
    finding = _only(_checked(tmp_path, "differences.1", none))
    assert finding.message == "missing: the words stand nowhere in coast (difference n)"


def test_a_source_that_cannot_be_read_is_one_error_for_all_its_quotations(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sources.coast.file", "absent.txt")
    finding = _only(report)
    assert (finding.code, finding.severity, finding.source) == ("source-unreadable", "error", "coast")
    assert "absent.txt" in finding.message
    assert report.quotations["missing"] == 1


def test_a_pipe_as_a_source_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _codes(_checked(tmp_path, "sources.coast.file", "pipe.txt")) == ["source-unreadable"]


def test_a_source_that_changed_is_an_error_at_its_hash_with_the_hash_of_now(tmp_path: Path) -> None:
    text = COAST + "A line was added.\n"
    report = _checked(tmp_path, coast=text)
    finding = _only(report)
    assert (finding.code, finding.severity, finding.source) == ("source-changed", "error", "coast")
    assert report.lines[0][finding.column - 1 :].startswith(f'"{_sha256(COAST)}"')
    assert finding.hint == f"its sha256 is now {_sha256(text)}"


def test_a_source_without_a_hash_beside_others_with_one_is_a_warning_that_gives_the_hash(tmp_path: Path) -> None:
    (tmp_path / "loose.txt").write_text("loose", encoding="utf-8")
    report = _checked(tmp_path, "sources.loose", {"file": "loose.txt"})
    assert _codes(report) == ["no-sha256", "source-not-quoted"]
    assert report.findings[0].hint == f"sha256: {_sha256('loose')}"
    assert report.holds


def test_a_briefing_may_do_without_hashes(tmp_path: Path) -> None:
    (tmp_path / "herald.txt").write_text(HERALD, encoding="utf-8")
    (tmp_path / "coast.txt").write_text(COAST, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(as_yaml(changed()), encoding="utf-8")
    assert check(tmp_path / "b.yaml").findings == ()


def test_one_article_under_two_names_is_a_warning(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sources.twin", {"file": "twin.txt"}, twin=COAST)
    assert _codes(report) == ["same-article", "source-not-quoted"]
    assert report.findings[0].message == "twin and coast are the same article, byte for byte"


def test_a_body_behind_the_end_of_the_article_is_a_warning(tmp_path: Path) -> None:
    report = _checked(tmp_path, "sources.coast.body", {"from": "99"})
    assert _only(report).message == "the body of coast begins on line 99, but it has 2 lines"


def test_a_faulty_briefing_is_proved_as_far_as_it_can_be_read_and_gets_no_advice(tmp_path: Path) -> None:
    evidence = [{"source": "herald", "quote": "nobody ever wrote this sentence"}, {"source": "heralt", "quote": "x"}]
    statements = [{"id": "price", "text": "t", "evidence": evidence}, {"text": "No evidence."}]
    report = _checked(tmp_path, "sections.0.statements", statements)
    assert _codes(report) == ["missing", "unknown-source"]


@pytest.mark.parametrize("text", ["", "[", "version: 2\n", "\0", "a: &b c"])
def test_what_cannot_be_read_at_all_is_reported_and_counts_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    report = check(tmp_path / "b.yaml")
    assert not report.holds
    assert set(report.quotations.values()) == {0}
    for finding in report.findings:
        assert "error" in render(finding, report.lines)


def test_a_root_lets_a_briefing_reach_its_articles(tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    folder = tmp_path / "deep/down"
    archive.mkdir()
    folder.mkdir(parents=True)
    (archive / "a.txt").write_text(HERALD, encoding="utf-8")
    sources = f"{{a: {{file: {archive}/a.txt, sha256: {_sha256(HERALD)}}}}}"
    (folder / "b.yaml").write_text(f"version: 1\nid: b\ntitle: b\nsources: {sources}\n", encoding="utf-8")
    assert _codes(check(folder / "b.yaml")) == ["outside-roots"]
    assert _codes(check(folder / "b.yaml", roots=[archive])) == []


def test_the_caret_stands_under_the_word_that_is_wrong_and_the_excerpt_holds_it(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    long = "Mayor Ana Ruiz said the pier cost 41 million euros. Fishing boats returned in the evening."
    text = path.read_text(encoding="utf-8").replace("the pier cost 40 million euros", long, 1)
    path.write_text(text, encoding="utf-8")
    report = check(path)
    (finding,) = [one for one in report.findings if one.code == "altered"]
    assert text.splitlines()[finding.line - 1][finding.column - 1 :].startswith(f'"{long}')
    _, line, caret = render(finding, report.lines, cells=60).splitlines()
    assert line[caret.index("^") :][:2] == "41" and caret.strip("| ").split()[0] == "^~"
