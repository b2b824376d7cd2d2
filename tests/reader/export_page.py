"""The export dialog over a page, and a path typed into it."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.reader.overlay_page import settle
from tui.reader.app import Hexapla
from tui.reader.widgets.export import ExportDialog


def dialog(app: Hexapla) -> ExportDialog:
    assert isinstance(app.overlay, ExportDialog)
    return app.overlay


async def name(app: Hexapla, pilot: Pilot[None], path: str) -> None:
    """Type a path in the place of the one proposed."""
    dialog(app).line.value = path
    await settle(app, pilot)
