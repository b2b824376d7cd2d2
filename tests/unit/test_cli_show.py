"""`hexapla show`: everything a reader needs, in words."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli_runner import harbour, hexapla


def test_the_head_names_title_date_and_sources(tmp_path: Path) -> None:
    out = hexapla("show", harbour(tmp_path)).out
    assert out.startswith("The harbour opens\n2024-05-06\n\nTwo reports of one opening.\n\nSources\n")
    assert "\nH  herald: The Herald, herald.txt, 21 words\n" in out
    assert "\nK  coast: outlet not stated, coast.txt, 21 words\n" in out


def test_a_statement_comes_with_its_quotations_letters_and_coverage(tmp_path: Path) -> None:
    out = hexapla("show", harbour(tmp_path)).out
    assert "\n1. What it cost\n\nThe figures differ.\n\n1.1 The pier cost some tens of millions.\n" in out
    assert "    H ¶2, verified: “the pier cost 40 million euros”\n" in out
    assert "        Note: as the mayor had it\n" in out
    assert "\n    Only H carries this: verified.\n" in out


def test_a_difference_shows_both_sides(tmp_path: Path) -> None:
    out = hexapla("show", harbour(tmp_path)).out
    assert "    Conflict between sources: what the pier cost\n" in out
    assert "H ¶2, verified: 40 M: “40 million euros”\n" in out
    assert "K ¶2, verified: 45 M: “45 million euros”\n" in out


def test_a_silent_source_is_named(tmp_path: Path) -> None:
    assert "2. The day\nSilent on this section: K.\n" in hexapla("show", harbour(tmp_path)).out


def test_one_section_is_shown_by_id_or_number(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    ran = hexapla("show", path, "day")
    assert ran.out.startswith("2. The day\n")
    assert "pier" not in ran.out
    assert hexapla("show", path, "2") == ran


def test_an_unknown_section_is_answered_with_those_there_are(tmp_path: Path) -> None:
    ran = hexapla("show", harbour(tmp_path), "mony")
    assert (ran.code, ran.out) == (2, "")
    assert "no section 'mony': did you mean 'money'?\nThere are: money, day\n" in ran.err


def test_an_altered_quotation_says_what_was_altered(tmp_path: Path) -> None:
    out = hexapla("show", harbour(tmp_path, ("cost 40 million euros", "cost 44 million euros"))).out
    assert "H ¶2, altered: “the pier cost 40 million euros”\n        number: quoted “44”, the source has “40”\n" in out


def test_a_source_that_cannot_be_read_is_told_and_the_rest_is_shown(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    (tmp_path / "coast.txt").unlink()
    ran = hexapla("show", path)
    assert ran.code == 0
    assert "coast.txt" in ran.err
    assert "coast.txt, cannot be read" in ran.out
    assert "“the pier cost 40 million euros”" in ran.out


def test_a_briefing_with_an_error_is_refused_with_its_place(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("        text: It opened", "        txet: It opened"))
    ran = hexapla("show", path)
    assert (ran.code, ran.out) == (2, "")
    assert f"{path}:" in ran.err
    assert "did you mean 'text'?" in ran.err


def test_the_shipped_briefing_is_shown_whole() -> None:
    ran = hexapla("show", "us-japan-2plus2-2024")
    assert (ran.code, ran.err) == (0, "")
    assert [line[0] for line in ran.out.splitlines() if line[1:3] == ". "] == ["1", "2", "3", "4"]
