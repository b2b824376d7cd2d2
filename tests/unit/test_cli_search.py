"""`hexapla search`: best first, one line a passage, offsets that count in the clean text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli_runner import COAST, HARBOUR, harbour, hexapla
from tui import resources


def test_a_line_names_letter_source_and_paragraph_before_the_passage(tmp_path: Path) -> None:
    ran = hexapla("search", "fishing boats", harbour(tmp_path))
    assert ran.out.splitlines()[0] == "H herald ¶2  Fishing boats returned in the evening."
    assert ran.code == 0


def test_bare_articles_go_by_the_name_they_were_given(tmp_path: Path) -> None:
    harbour(tmp_path)
    ran = hexapla("search", "nobody hurt", tmp_path / "herald.txt", tmp_path / "coast.txt")
    assert ran.out.splitlines()[0] == f"{tmp_path / 'coast.txt'} ¶2  Nobody was hurt."


def test_json_gives_the_answer_of_the_interface(tmp_path: Path) -> None:
    answer = json.loads(hexapla("search", "pier", harbour(tmp_path), "--json").out)
    assert set(answer) == {"query", "total", "hits"}
    assert answer["query"] == "pier"
    assert answer["total"] == len(answer["hits"]) == 3
    texts = {"herald": HARBOUR, "coast": COAST}
    for hit in answer["hits"]:
        assert set(hit) == {"source", "start", "end", "score", "highlights"}
        assert 0 <= hit["score"] <= 1
        lit = [texts[hit["source"]][start:end] for start, end in hit["highlights"]]
        assert lit == ["pier"]
    scores = [hit["score"] for hit in answer["hits"]]
    assert scores == sorted(scores, reverse=True)


def test_the_limit_limits_and_the_rest_is_told_on_stderr(tmp_path: Path) -> None:
    ran = hexapla("search", "pier", harbour(tmp_path), "--limit", "2")
    assert len(ran.out.splitlines()) == 2
    assert ran.err == "2 of 3 passages; --limit 3 for all of them\n"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("zzzzqqq", "nothing found for “zzzzqqq”\n"),
        ("'harbourx", "nothing found for “'harbourx”; the nearest word is “harbour”\n"),
        ("harbr !harbour", "nothing found for “harbr !harbour”; the nearest word is “harbour”\n"),
        ("note:zulu", "nothing found for “note:zulu”\nnotes are searched with --notes\n"),
    ],
)
def test_nothing_found_is_exit_1_and_names_the_nearest_thing_if_one_is_near(
    tmp_path: Path, query: str, said: str
) -> None:
    assert hexapla("search", query, harbour(tmp_path)) == (1, "", said)


def test_a_word_that_stands_nowhere_is_named_beside_the_hits_of_the_others(tmp_path: Path) -> None:
    ran = hexapla("search", "fishing zebra", harbour(tmp_path))
    assert (ran.code, ran.err) == (0, "zebra: nowhere\n")
    assert ran.out.startswith("H herald ¶2  Fishing")


def test_nothing_found_is_still_a_json_answer(tmp_path: Path) -> None:
    ran = hexapla("search", "zzzzqqq", harbour(tmp_path), "--json")
    assert ran.code == 1
    assert json.loads(ran.out) == {"query": "zzzzqqq", "total": 0, "hits": []}


def test_a_section_of_the_briefing_can_be_searched(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    ran = hexapla("search", "pier section:money", path)
    assert "cost 40 million" in ran.out
    assert "A new harbour pier" not in ran.out


def test_without_a_file_the_only_briefing_at_hand_is_searched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = harbour(tmp_path)
    monkeypatch.setattr(resources, "last_briefing", lambda: None)
    monkeypatch.setattr(resources, "briefings", lambda: [resources.Shelved("harbour", path, "yours")])
    assert hexapla("search", "fishing").out.startswith("H herald ¶2")
    assert hexapla("search", "fishing", "harbour").out.startswith("H herald ¶2")


def test_the_last_briefing_comes_before_the_only_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(resources, "last_briefing", lambda: harbour(tmp_path))
    assert hexapla("search", "fishing").out.startswith("H herald ¶2")


def test_a_briefing_and_articles_at_once_are_refused(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    ran = hexapla("search", "pier", path, tmp_path / "coast.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "not several briefings or both" in ran.err
