"""Pages that no clock changes, in folders of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def words_of_acts_that_stay() -> Iterator[None]:
    """Messages that a timer would take away after a few seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.reader.messages.SECONDS", 600.0)
        yield


@pytest.fixture
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written by its name alone is written here."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
