"""Whatever is pressed, clicked and resized: the reader goes on, and its rows are as wide as its view."""

from __future__ import annotations

from random import Random

import pytest

from tests.reader.made import hard_words, many_sources
from tests.reader.page import made, strips

KEYS = (
    "j k h l g G J K 1 2 3 4 5 f n N enter escape ctrl+d ctrl+u ctrl+o tab t slash down up a x "
    "X z greater_than_sign less_than_sign H L s p d D"
)
KEYS_PRESSED = 50


@pytest.mark.parametrize("seed", range(4))
async def test_nothing_one_does_ends_it(seed: int) -> None:
    rng = Random(seed)
    resolved = hard_words() if seed % 2 else many_sources(12)
    size = (rng.randint(20, 130), rng.randint(5, 42))
    async with made(resolved, size) as (app, pilot):
        for key in rng.choices(KEYS.split(), k=KEYS_PRESSED):
            await pilot.press(key)
            if rng.random() < 0.1:
                size = (rng.randint(1, 130), rng.randint(1, 42))
                await pilot.resize_terminal(*size)
            if rng.random() < 0.2:
                await pilot.click(offset=(rng.randrange(size[0]), rng.randrange(size[1])))
            assert {strip.cell_length for strip in strips(app)} <= {app.view.size.width}
        assert app.is_running
