"""What the footer says stays until it is read, however busy the machine is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def words_of_acts_that_stay() -> Iterator[None]:
    """Messages that a timer would take away after a few seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tui.reader.messages.SECONDS", 600.0)
        yield
