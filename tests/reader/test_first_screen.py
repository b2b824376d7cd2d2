"""The first screen, and one of a new size, takes no more than it needs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.strip import Strip

from tests.reader.page import SHIPPED
from tui.reader.start import make_app
from tui.reader.widgets.sections import SectionsView

FIRST = f"""
import sys
from tui.reader.start import make_app
app = make_app({str(SHIPPED)!r})
loaded = []
def stands():
    loaded.extend(sys.modules)
    app.exit()
app.call_later(lambda: app.call_after_refresh(stands))
app.run(headless=True, size=(120, 40))
print(*loaded)
"""
LATER = {
    *("tui.check", "tui.drafting", "tui.evidence.approximate", "tui.evidence.comparing", "tui.export", "tui.notes"),
    *("tui.search", "tui.searching", "tui.writing", "tui.reader.counterparts", "tui.reader.suggesting"),
    *("json", "markdown_it", "rapidfuzz", "sqlite3"),
}


def test_nothing_is_loaded_for_it_that_only_a_key_would_need() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "tui.reader.widgets.sections" in loaded
    assert not loaded & LATER


async def test_a_new_size_paints_each_row_once(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    paint = SectionsView.render_line

    def counted(view: SectionsView, y: int) -> Strip:
        painted.append(y)
        return paint(view, y)

    app = make_app(SHIPPED)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        monkeypatch.setattr(SectionsView, "render_line", counted)
        await pilot.resize_terminal(130, 30)
        await pilot.pause()
        assert sorted(painted) == list(range(app.view.size.height))
