"""Pages that no clock changes, in folders of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour


@pytest.fixture(scope="session", autouse=True)
def words_of_acts_that_stay() -> Iterator[None]:
    """Messages that a timer would take away after a few seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.reader.messages.SECONDS", 600.0)
        yield


@pytest.fixture(autouse=True)
def data_and_state_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test keeps no other test finds."""
    for kind in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The harbour briefing, beside its articles."""
    return harbour(tmp_path)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the notes of the harbour briefing are kept."""
    return tmp_path / "data" / "hexapla" / "notes" / "harbour.yaml"


@pytest.fixture
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written by its name alone is written here."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
