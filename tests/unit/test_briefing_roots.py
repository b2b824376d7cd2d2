"""A briefing opens only files under the folder above its own, or under a folder its reader allows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.briefing_files import codes
from tui.briefing import Reading, read
from tui.briefing.sources import Roots


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """home/briefings/b.yaml beside home/seeds/a.txt, and secret.txt outside of home."""
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "home/briefings").mkdir(parents=True)
    (tmp_path / "home/seeds").mkdir()
    (tmp_path / "home/seeds/a.txt").write_text("words", encoding="utf-8")
    return tmp_path / "home"


def _read(home: Path, file: str, **options: object) -> Reading:
    path = home / "briefings/b.yaml"
    path.write_text(f"version: 1\nid: b\ntitle: b\nsources: {{a: {{file: '{file}'}}}}\n", encoding="utf-8")
    return read(path, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("file", ["../seeds/a.txt", "a.txt", "./x/../a.txt", "../a.txt", "not/there.txt"])
def test_files_under_the_folder_above_may_be_named(home: Path, file: str) -> None:
    assert codes(_read(home, file)) == []


@pytest.mark.parametrize(
    "file",
    [
        "../../secret.txt",
        "/etc/passwd",
        "../seeds/../../secret.txt",
        "../../home2/a.txt",
        "..//..//secret.txt",
        "../..",
    ],
)
def test_files_elsewhere_are_refused(home: Path, file: str) -> None:
    assert codes(_read(home, file)) == ["outside-roots"]


def test_a_link_that_leads_out_is_refused_and_one_that_stays_is_followed(home: Path) -> None:
    (home / "seeds/out.txt").symlink_to("../../secret.txt")
    (home / "seeds/folder").symlink_to("../..")
    (home / "seeds/in.txt").symlink_to("a.txt")
    assert codes(_read(home, "../seeds/out.txt")) == ["outside-roots"]
    assert codes(_read(home, "../seeds/folder/secret.txt")) == ["outside-roots"]
    result = _read(home, "../seeds/in.txt")
    assert result.briefing is not None
    assert result.briefing.sources[0].path == (home / "seeds/a.txt").resolve()


def test_a_folder_with_a_similar_name_is_not_inside(home: Path) -> None:
    assert Roots((home / "briefings"), (home,)).find("../../home2/a.txt") is None


def test_an_allowed_root_opens_its_files_and_no_others(home: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    inside = str(tmp_path / "archive/a.txt")
    assert codes(_read(home, inside)) == ["outside-roots"]
    assert codes(_read(home, inside, roots=[tmp_path / "archive"])) == []
    assert codes(_read(home, inside, roots=[str(tmp_path / "archive")])) == []
    assert codes(_read(home, str(tmp_path / "secret.txt"), roots=[tmp_path / "archive"])) == ["outside-roots"]


def test_a_root_given_by_a_link_is_taken_to_its_real_place(home: Path, tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    (tmp_path / "link").symlink_to("archive")
    assert codes(_read(home, str(tmp_path / "archive/a.txt"), roots=[tmp_path / "link"])) == []


def test_a_briefing_opened_by_a_relative_path_has_the_same_roots(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _read(home, "../seeds/a.txt")
    monkeypatch.chdir(home / "briefings")
    assert codes(read("b.yaml")) == []
    assert codes(read(Path("b.yaml"))) == []


def test_a_briefing_in_a_folder_right_under_the_top_does_not_reach_the_whole_disk() -> None:
    roots = Roots.of("/tmp/b.yaml")
    assert roots.find("../etc/passwd") is None
    assert roots.find("a.txt") is not None


def test_a_home_sign_and_a_variable_are_only_characters(home: Path) -> None:
    result = _read(home, "~/$HOME/a.txt")
    assert result.briefing is not None
    assert result.briefing.sources[0].path == home.resolve() / "briefings/~/$HOME/a.txt"
