"""The reader looks, cell by cell and colour by colour, as its pictures do."""

from __future__ import annotations

import pytest

from tests.reader.page import HERE
from tests.reader.pictures import SCENES, drawn, kept


@pytest.mark.parametrize("name", SCENES)
async def test_it_is_painted_as_in_the_picture(name: str) -> None:
    assert (await drawn(name)).split("\n") == kept(name).split("\n")


def test_there_are_few_pictures_and_none_of_something_else() -> None:
    assert len(SCENES) <= 15
    assert {path.stem for path in (HERE / "pictures").iterdir()} == set(SCENES)
