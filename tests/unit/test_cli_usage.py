"""Wrong usage is refused with exit 2, one message, and the nearest thing that exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour, hexapla, own_briefings


def test_the_help_lists_every_command_there_is_and_none_that_is_not() -> None:
    ran = hexapla("--help")
    commands = [line.split()[0] for line in ran.out.split("commands:")[1].split("options:")[0].splitlines() if line]
    assert commands == [
        "open",
        "search",
        "quote",
        "compare",
        "check",
        "show",
        "export",
        "new",
        "library",
        "list",
        "themes",
        "keys",
        "config",
        "paths",
        "completion",
    ]
    assert (ran.code, ran.err) == (0, "")


def test_the_version_is_the_distributions() -> None:
    assert hexapla("--version").out.startswith("hexapla 0.")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["serch", "x"], "'serch' is not a command: did you mean 'search'?"),
        (["chekc"], "'chekc' is not a command: did you mean 'check'?"),
        (["xyzzy"], "'xyzzy' is not a command\n"),
        (["--hepl"], "unknown option '--hepl': did you mean '--help'?"),
        (["b.yaml"], "did you mean 'hexapla open b.yaml'?"),
        (["search", "x", "--jsn"], "unknown option '--jsn': did you mean '--json'?"),
        (["search", "x", "--lmit=3"], "unknown option '--lmit': did you mean '--limit'?"),
        (["export", "x.yaml", "--frce"], "unknown option '--frce': did you mean '--force'?"),
        (["search"], "required: QUERY\n"),
        (["search", "--jsno"], "unknown option '--jsno': did you mean '--json'?"),
        (["search", "x", "--limit", "0"], "'0' is not a whole number from 1"),
        (["search", "x", "--limit", "many"], "'many' is not a whole number from 1"),
        (["list", "everything"], "one argument too many: 'everything'"),
        (["completion", "tcsh"], "invalid choice: 'tcsh'"),
    ],
)
def test_a_usage_error_names_what_is_wrong_and_the_nearest_thing(argv: list[str], said: str) -> None:
    ran = hexapla(*argv)
    assert ran.code == 2
    assert ran.out == ""
    assert said in ran.err
    assert "--help'." in ran.err


def test_options_may_stand_between_the_arguments(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert hexapla("search", "pier", "--limit", "1", path).out == hexapla("search", "pier", path, "--limit", "1").out


def test_what_was_typed_comes_back_without_its_control_characters() -> None:
    ran = hexapla("sea\x1b[31mrch")
    assert "\x1b" not in ran.err
    assert "␛[31m" in ran.err


def test_an_article_in_the_place_of_a_briefing_is_called_one_and_told_what_reads_it(tmp_path: Path) -> None:
    harbour(tmp_path)
    article = tmp_path / "herald.txt"
    said = f"{article} looks like an article, not like a briefing: 'hexapla open {article}' reads it"
    for command in ("check", "show", "export"):
        ran = hexapla(command, article)
        assert ran.code in (1, 2) and said in ran.err


def test_a_briefing_at_hand_goes_by_its_own_id_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = own_briefings(tmp_path, monkeypatch)
    (folder / "harbour.yaml").rename(folder / "mine.yaml")
    assert hexapla("show", "harbour").out == hexapla("show", "mine").out != ""
    assert "did you mean 'harbour'?" in hexapla("show", "harbor").err


def test_one_file_given_twice_is_compared_with_nothing(tmp_path: Path) -> None:
    harbour(tmp_path)
    article = tmp_path / "herald.txt"
    ran = hexapla("compare", article, article)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"hexapla compare: {article} is one file given twice")


def test_a_message_about_a_missing_file_names_it(tmp_path: Path) -> None:
    ran = hexapla("quote", "words", tmp_path / "no.txt")
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert "no.txt" in ran.err


def test_a_root_must_be_a_folder(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    ran = hexapla("show", path, "--root", path)
    assert (ran.code, ran.out) == (2, "")
    assert "not a folder" in ran.err
