"""P14 at length: an index is disposable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit import test_library_kills

KILLS = 200


@pytest.mark.hostile
def test_two_hundred_kills_of_an_addition_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setattr(test_library_kills, "KILLS", KILLS)
    test_library_kills.test_a_killed_addition_does_no_harm(tmp_path, monkeypatch, record_property)
