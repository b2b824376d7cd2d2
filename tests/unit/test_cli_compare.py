"""`hexapla compare`: what articles say alike, and what one alone says."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest

from tests.unit.cli_runner import COAST, HARBOUR, harbour, hexapla
from tui.cli.entry import main
from tui.cli.output import Output


def test_json_gives_the_answer_of_the_interface(tmp_path: Path) -> None:
    answer = json.loads(hexapla("compare", harbour(tmp_path), "--json").out)
    assert set(answer) == {"documents", "passages", "links", "groups", "only", "differences"}
    assert answer["documents"] == [
        {"source": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "characters": len(text)}
        for name, text in (("herald", HARBOUR), ("coast", COAST))
    ]
    assert {passage["source"] for passage in answer["passages"]} == {"herald", "coast"}
    known = range(len(answer["passages"]))
    for link in answer["links"]:
        assert set(link) == {"a", "b", "score", "band"}
        assert answer["passages"][link["a"]]["source"] != answer["passages"][link["b"]]["source"]
        assert 0 <= link["score"] <= 1
    assert all(index in known for group in [*answer["groups"], answer["only"]] for index in group)


def test_passages_of_a_briefing_are_routed_to_its_sections(tmp_path: Path) -> None:
    answer = json.loads(hexapla("compare", harbour(tmp_path), "--json").out)
    routed = {HARBOUR[p["start"] : p["end"]] for p in answer["passages"] if p["sections"] and p["source"] == "herald"}
    assert routed == {"Mayor Ana Ruiz said the pier cost 40 million euros."}


def test_bare_articles_go_by_the_names_they_were_given(tmp_path: Path) -> None:
    harbour(tmp_path)
    articles = [tmp_path / "herald.txt", tmp_path / "coast.txt"]
    ran = hexapla("compare", *articles)
    assert ran.code == 0
    assert f"  {articles[0]} ¶2  Fishing boats returned in the evening.\n" in ran.out
    assert ran.err.startswith("2 documents: ")
    assert [one["source"] for one in json.loads(hexapla("compare", *articles, "--json").out)["documents"]] == [
        str(article) for article in articles
    ]


@pytest.mark.parametrize("name", ["lone.yaml", "one.txt"])
def test_fewer_than_two_articles_are_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "lone.yaml").write_text("version: 1\nid: lone\ntitle: Alone\nsources:\n  one: {file: one.txt}\n")
    (tmp_path / "one.txt").write_text("The pier stands.")
    ran = hexapla("compare", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert "two articles or more" in ran.err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_terminals_and_taken_away(tmp_path: Path) -> None:
    stderr = _Terminal()
    assert main(["compare", str(harbour(tmp_path))], Output(io.StringIO(), stderr)) == 0
    before, _, after = stderr.getvalue().rpartition("\r\x1b[K")
    assert before.startswith("\r\x1b[Kcompared 0 of 2")
    assert after.startswith("2 documents: ")
