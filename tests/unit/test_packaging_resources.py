"""Shipped files are found in a checkout and in a wheel; user folders follow XDG and may be missing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui import resources


@pytest.fixture
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of its own for this test."""
    for kind in ("config", "data", "state", "cache"):
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(tmp_path / kind))
    return tmp_path


def test_the_shipped_briefings_articles_lie_beside_it() -> None:
    briefings, seeds = resources.shipped("briefings"), resources.shipped("seeds")
    assert (briefings / ".." / "seeds").resolve() == seeds.resolve()
    assert len(list(seeds.glob("*.txt"))) == 3


def test_user_folders_follow_xdg(at_home: Path) -> None:
    for kind in ("config", "data", "state", "cache"):
        assert resources.user_folder(kind) == at_home / kind / "hexapla"


def test_a_home_that_cannot_be_known_gives_no_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME", raising=False)
    for kind in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert resources.user_folder("state") is None
    assert resources.last_briefing() is None
    resources.remember_briefing(Path("x.yaml"))
    assert [entry.origin for entry in resources.briefings()] == ["shipped"]


def test_your_own_file_wins_over_a_shipped_one_of_the_same_id(at_home: Path) -> None:
    folder = at_home / "data" / "hexapla" / "briefings"
    folder.mkdir(parents=True)
    mine = folder / "us-japan-2plus2-2024.yaml"
    mine.write_text("version: 1")
    (folder / ".hidden.yaml").write_text("")
    (folder / "notes.txt").write_text("")
    assert [tuple(entry) for entry in resources.briefings()] == [("us-japan-2plus2-2024", mine, "yours")]


def test_the_last_briefing_is_remembered_while_it_is_there(at_home: Path) -> None:
    assert resources.last_briefing() is None
    path = at_home / "brücke 1.yaml"
    path.write_text("version: 1")
    resources.remember_briefing(path)
    assert resources.last_briefing() == path
    path.unlink()
    assert resources.last_briefing() is None


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"relative.yaml\n", b"/\x00\n", b"x" * 10_000])
def test_a_spoilt_note_of_the_last_briefing_is_passed_over(note: bytes, at_home: Path) -> None:
    folder = at_home / "state" / "hexapla"
    folder.mkdir(parents=True)
    (folder / "last-briefing").write_bytes(note)
    assert resources.last_briefing() is None


def test_a_state_folder_that_cannot_be_written_to_is_no_fault(at_home: Path) -> None:
    (at_home / "state").write_text("a file where a folder should be")
    resources.remember_briefing(at_home / "x.yaml")
    assert resources.last_briefing() is None


def test_a_briefing_opened_last_is_gone_only_when_nothing_is_there(at_home: Path) -> None:
    assert resources.gone_briefing() is None
    path = at_home / "last.yaml"
    path.write_text("", encoding="utf-8")
    resources.remember_briefing(path)
    assert resources.gone_briefing() is None
    path.unlink()
    assert resources.gone_briefing() == path
