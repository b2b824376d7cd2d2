"""Pictures of the reader as it should look, colours included: one SVG each in `pictures/`.

`python -m tests.reader.pictures` draws them again from what the reader paints; look at the change before it is kept.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tests.bench.reader.screenshot import picture
from tests.reader.page import COLOURS, HERE, reader

NO_COLOUR = {"NO_COLOR": "1", "TERM": "xterm-256color"}


class Scene(NamedTuple):
    """What is pressed on the briefing of the look, on what screen, in which theme."""

    size: tuple[int, int]
    keys: Sequence[str] = ()
    theme: str = "lamp"
    environ: Mapping[str, str] = COLOURS


SCENES: Mapping[str, Scene] = {
    "sections": Scene((120, 40)),
    "sections-small": Scene((40, 10), ["j"], "contrast-dark"),
    "sections-light": Scene((60, 20), ["j", "]"], "vellum"),
    "sections-without-colour": Scene((80, 24), environ=NO_COLOUR),
    "sources": Scene((120, 40), ["j", "2"]),
    "sources-selected": Scene((80, 24), ["v", "l", "l", "j"], "grisaille"),
    "sources-zoomed": Scene((80, 24), ["j", "j", "2", "z"], "compline"),
    "coverage": Scene((120, 40), ["3", "j"], "vellum"),
    "differences-words": Scene((120, 40), ["4"]),
    "differences-values": Scene((80, 24), ["4", "g"], "contrast-light"),
    "timeline": Scene((80, 24), ["5"]),
    "themes": Scene((80, 24), ["T", "j"]),
    "tour": Scene((80, 24), ["f1", "j"]),
}


async def drawn(name: str) -> str:
    """A scene as it is painted now."""
    scene = SCENES[name]
    keys = ["right_square_bracket" if key == "]" else key for key in scene.keys]
    async with reader(scene.size, keys=keys, theme=scene.theme, environ=scene.environ) as (app, _):
        page = app.ink.colour("background") if app.ink.depth == "full" else "#ffffff"
        return picture(app.screen._compositor.render_strips(), page)


def kept(name: str) -> str:
    """A scene as it should look."""
    return (HERE / "pictures" / f"{name}.svg").read_text(encoding="utf-8")


async def main() -> None:
    """Draw them all."""
    for name in SCENES:
        (HERE / "pictures" / f"{name}.svg").write_text(await drawn(name), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
