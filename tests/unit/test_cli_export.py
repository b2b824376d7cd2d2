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
    assert "Two reports of one opening." not in out  # the briefing's summary may speak of what is left out
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


def test_quotations_that_are_not_as_their_sources_have_them_are_counted_on_stderr(tmp_path: Path) -> None:
    figure = ('quote: "the pier cost 40 million euros"', 'quote: "the pier cost 47 million euros"')
    side = ("{source: coast, quote: 45 million euros,", "{source: coast, quote: 48 million euros,")
    path = harbour(tmp_path, figure, side)
    ran = hexapla("export", path)
    assert ran.code == 0
    assert ran.err == f"2 quotations are not as their sources have them; hexapla check {path} says which\n"
    assert hexapla("export", path, "--section", "day").err == ""
    one = hexapla("export", path, "--no-differences", "-o", tmp_path / "one.md")
    assert one.err.splitlines()[1].startswith("1 quotation is not as its source has it; ")


def test_a_folder_is_called_a_folder_with_and_without_force(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    for options in ([], ["--force"]):
        ran = hexapla("export", path, "-o", tmp_path, *options)
        assert (ran.code, ran.err) == (2, f"hexapla export: {tmp_path} is a folder; name a file in it\n")
