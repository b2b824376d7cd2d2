"""`hexapla check`: every finding with its place; nothing to say is exit 0."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli_runner import harbour, hexapla

ALTERED = ("cost 40 million euros", "cost 44 million euros")


def test_a_briefing_without_faults_is_exit_0_and_says_so_on_stderr(tmp_path: Path) -> None:
    ran = hexapla("check", harbour(tmp_path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "0 errors, 0 warnings; quotations: 5 verified\n"


def test_a_changed_number_is_found_at_its_line_with_a_caret(tmp_path: Path) -> None:
    path = harbour(tmp_path, ALTERED)
    line = next(n for n, text in enumerate(path.read_text().splitlines(), start=1) if "44 million" in text)
    ran = hexapla("check", path)
    assert ran.code == 1
    said, shown, caret = ran.out.splitlines()[:3]
    assert said.startswith(f"{path}:{line}:")
    assert "44 million" in shown
    assert caret.strip().startswith("|")
    assert shown[caret.index("^") :].startswith("44 million")


def test_quotations_of_an_article_that_is_not_there_are_not_called_missing(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    (tmp_path / "herald.txt").unlink()
    assert hexapla("check", path).err.endswith("; quotations: 2 verified, 3 not read\n")
    assert json.loads(hexapla("check", path, "--json").out)["quotations"]["missing"] == 3


def test_json_gives_the_answer_of_the_interface(tmp_path: Path) -> None:
    ran = hexapla("check", harbour(tmp_path, ALTERED), "--json")
    answer = json.loads(ran.out)
    assert ran.code == 1
    assert set(answer) == {"findings", "quotations"}
    assert answer["quotations"]["verified"] == 4
    (finding,) = answer["findings"]
    assert {"severity", "code", "file", "line", "column", "message"} <= set(finding)
    assert (finding["statement"], finding["source"], finding["status"]) == ("price", "herald", "altered")


def test_the_json_of_a_sound_briefing_has_no_findings(tmp_path: Path) -> None:
    answer = json.loads(hexapla("check", harbour(tmp_path), "--json").out)
    assert answer["findings"] == []
    assert answer["quotations"]["verified"] == 5


def test_several_briefings_are_checked_at_once(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    sound, altered = harbour(tmp_path / "one"), harbour(tmp_path / "two", ALTERED)
    answer = json.loads(hexapla("check", sound, altered, "--json").out)
    assert [finding["file"] for finding in answer["findings"]] == [str(altered)]
    assert answer["quotations"]["verified"] == 9


def test_a_misspelt_key_is_told_with_a_suggestion(tmp_path: Path) -> None:
    ran = hexapla("check", harbour(tmp_path, ("        text: It opened", "        txet: It opened")))
    assert ran.code == 1
    assert "did you mean 'text'?" in ran.out


def test_a_briefing_that_is_not_there_is_exit_2(tmp_path: Path) -> None:
    ran = hexapla("check", tmp_path / "no.yaml")
    assert ran.code == 2
    assert "no.yaml" in ran.out + ran.err


def test_a_briefing_goes_by_its_id_too() -> None:
    assert hexapla("check", "us-japan-2plus2-2024").code == 0


def test_an_id_misspelt_is_answered_with_the_nearest() -> None:
    ran = hexapla("check", "us-japan-2plus-2024")
    assert ran.code == 2
    assert "did you mean 'us-japan-2plus2-2024'?" in ran.err
