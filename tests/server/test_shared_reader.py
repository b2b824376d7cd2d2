"""The reader over a library on a server that dies in the middle of typing."""

from __future__ import annotations

from pathlib import Path

from tests.reader.page import footer, reader, screen, typed
from tests.server.cluster import Cluster, running
from tui.reader.widgets.search import SearchDrawer
from tui.search.postgres.library import SharedLibrary


async def test_the_reader_tells_it_in_one_line_and_goes_on_in_the_briefing(folder: Path) -> None:
    with running() as server:
        await _type_while_it_dies(server, folder)


async def _type_while_it_dies(server: Cluster, folder: Path) -> None:
    address = server.database()
    SharedLibrary([address]).add([folder])
    environ = {"TERM": "xterm-256color", "HEXAPLA_LIBRARY": address}
    async with reader((160, 40), environ=environ, keys=["slash", "ctrl+l", *typed("harbor")]) as (app, pilot):
        while app.library.busy:
            await pilot.pause()
        await pilot.pause()
        assert "harbour.txt" in "".join(screen(app)[3:8])
        server.stop()
        await pilot.press(*typed(" japan"))
        while app.library.busy:
            await pilot.pause()
        await pilot.pause()
        assert "the server does not answer" in footer(app)
        drawer = app.overlay
        assert isinstance(drawer, SearchDrawer) and not drawer.library
        assert {hit.source for hit in drawer.results.hits} <= {"cnn", "entre", "s004"} and drawer.results.hits
