"""`hexapla export`: Markdown to stdout or to a file that is never overwritten unasked."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli_runner import harbour, hexapla, process


def test_the_markdown_goes_to_stdout(tmp_path: Path) -> None:
    ran = hexapla("export", harbour(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert "# The harbour opens\n" in ran.out
    assert "“the pier cost 40 million euros”" in ran.out


def test_a_file_gets_the_same_bytes_as_a_pipe(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    target = tmp_path / "harbour.md"
    ran = hexapla("export", path, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    assert target.read_bytes() == process("export", path, env={"LC_ALL": "C"}).out.encode()


def test_an_existing_file_is_kept_without_force(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    target = tmp_path / "harbour.md"
    target.write_text("mine")
    ran = hexapla("export", path, "-o", target)
    assert (ran.code, target.read_text()) == (2, "mine")
    assert "exists; --force overwrites it" in ran.err
    assert hexapla("export", path, "-o", target, "--force").code == 0
    assert target.read_text().startswith("---\n")


def test_sections_can_be_chosen(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    out = hexapla("export", path, "--section", "day").out
    assert "## The day" in out
    assert "## What it cost" not in out
    assert hexapla("export", path, "--section", "money", "--section", "day").out == hexapla("export", path).out


def test_an_unknown_section_is_answered_with_those_there_are(tmp_path: Path) -> None:
    ran = hexapla("export", harbour(tmp_path), "--section", "dya")
    assert (ran.code, ran.out) == (2, "")
    assert "no section 'dya': did you mean 'day'?" in ran.err


def test_parts_can_be_left_out(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert "\n# The harbour opens" not in hexapla("export", path, "--no-h1").out
    assert "45 M" in hexapla("export", path).out
    assert "45 M" not in hexapla("export", path, "--no-differences").out
    assert len(hexapla("export", path, "--no-coverage").out) < len(hexapla("export", path).out)


def test_a_folder_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    ran = hexapla("export", harbour(tmp_path), "-o", tmp_path / "no" / "harbour.md")
    assert ran.code == 2
    assert ran.err.endswith("No such file or directory\n")
    assert ran.err.count("\n") == 1
