"""`hexapla compare`: the answer of the interface, and the same for people."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli_runner import COAST, HARBOUR, harbour, hexapla


def test_json_gives_the_answer_of_the_interface(tmp_path: Path) -> None:
    ran = hexapla("compare", harbour(tmp_path), "--json")
    answer = json.loads(ran.out)
    texts = {"herald": HARBOUR, "coast": COAST}
    assert ran.code == 0
    assert list(answer) == ["documents", "passages", "links", "groups", "only", "differences"]
    assert [(one["source"], one["characters"]) for one in answer["documents"]] == [
        (source, len(text)) for source, text in texts.items()
    ]
    passages = [texts[one["source"]][one["start"] : one["end"]] for one in answer["passages"]]
    costs = [i for i, text in enumerate(passages) if "pier cost" in text]
    assert [answer["passages"][index]["sections"] for index in costs] == [["money"], ["money"]]
    assert costs in answer["groups"]
    assert {(link["a"], link["b"]) for link in answer["links"]} >= {tuple(costs)}
    assert all(0 <= link["score"] <= 1 and link["band"] in ("same", "similar") for link in answer["links"])
    assert passages.index("Nobody was hurt.") in answer["only"]


def test_a_difference_names_source_place_and_value(tmp_path: Path) -> None:
    answer = json.loads(hexapla("compare", harbour(tmp_path), "--json").out)
    (found,) = answer["differences"]
    assert found["kind"] == "conflict"
    assert [(one["source"], one["value"]) for one in found["values"]] == [
        ("herald", "40 million euros"),
        ("coast", "45 million euros"),
    ]
    texts = {"herald": HARBOUR, "coast": COAST}
    for one in found["values"]:
        assert texts[one["source"]][one["start"] : one["end"]] == one["value"]


def test_bare_articles_go_by_the_name_they_were_given(tmp_path: Path) -> None:
    harbour(tmp_path)
    paths = [tmp_path / "herald.txt", tmp_path / "coast.txt"]
    answer = json.loads(hexapla("compare", *paths, "--json").out)
    assert [one["source"] for one in answer["documents"]] == [str(path) for path in paths]
    assert all(one["sections"] == [] for one in answer["passages"])


def test_people_read_differences_then_groups_then_what_one_source_alone_has(tmp_path: Path) -> None:
    ran = hexapla("compare", harbour(tmp_path))
    lines = ran.out.splitlines()
    assert lines[0].startswith("conflict: cost")
    assert lines[1] == "  herald ¶2  “40 million euros”"
    assert lines.index("together:") < lines.index("in one source alone:")
    assert ran.err == "2 documents: 2 groups, 2 passages in one source alone, 1 difference\n"


def test_people_are_told_how_many_passages_are_in_neither_list_and_why(tmp_path: Path) -> None:
    pier = "The new harbour pier cost 40 million euros to build."
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text(f"New pier is open\n\n{pier}\n\nSo it is.\n", encoding="utf-8")
    other.write_text(f"{pier} Fishing boats returned in the evening.\n", encoding="utf-8")
    told = hexapla("compare", one, other).err.splitlines()[-1]
    assert told == "listed in neither: 1 heading, 1 passage without a telling word"


def test_people_read_last_what_no_statement_of_the_briefing_covers(tmp_path: Path) -> None:
    lines = hexapla("compare", harbour(tmp_path)).out.splitlines()
    below = lines[lines.index("not yet covered by a statement:") + 1 :]
    assert below == [
        "  herald ¶2  Fishing boats returned in the evening.",
        "  coast ¶1 (day)  A new harbour pier was opened by the mayor.",
        "  coast ¶2  Nobody was hurt.",
    ]


def test_one_article_alone_is_refused_in_one_line(tmp_path: Path) -> None:
    harbour(tmp_path)
    ran = hexapla("compare", tmp_path / "herald.txt")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
