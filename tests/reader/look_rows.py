"""The rows of the views as they should look, one text file each in `look/`.

`python -m tests.reader.look_rows` writes them again from what the reader paints; read the change before it is kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from tests.reader.page import HERE, reader, screen

LOOKS: dict[str, tuple[tuple[int, int], Sequence[str]]] = {
    "sections-200x50": ((200, 50), ()),
    "sections-120x40": ((120, 40), ()),
    "sections-80x24": ((80, 24), ()),
    "sections-60x20": ((60, 20), ()),
    "sections-40x10": ((40, 10), ()),
    "coverage-120x40": ((120, 40), ["3", *"jjjjjjjj"]),
    "coverage-80x24": ((80, 24), ["3", *"jjjjjjjj"]),
    "coverage-40x10": ((40, 10), ["3"]),
    "differences-120x40": ((120, 40), ["4", "j", "j"]),
    "differences-words-120x40": ((120, 40), ["4"]),
    "differences-80x24": ((80, 24), ["4", "j"]),
    "differences-40x10": ((40, 10), ["4"]),
}


def kept(name: str) -> list[str]:
    """The rows as they should look, without the spaces at their ends."""
    return (HERE / "look" / f"{name}.txt").read_text(encoding="utf-8").split("\n")[:-1]


async def painted(name: str) -> list[str]:
    """The rows as they are painted, without the spaces at their ends."""
    size, keys = LOOKS[name]
    async with reader(size, keys=keys) as (app, _):
        return [row.rstrip() for row in screen(app)]


async def main() -> None:
    """Write them all."""
    for name in LOOKS:
        (HERE / "look" / f"{name}.txt").write_text("\n".join(await painted(name)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
