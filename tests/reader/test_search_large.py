"""Search over articles too large to be made searchable between two frames."""

from __future__ import annotations

import gc
from pathlib import Path

from tui.reader.finder import AT_ONCE
from tui.reader.start import make_app
from tui.reader.widgets.search import SearchDrawer


def large_article(folder: Path) -> Path:
    """An article over the limit whose last line alone speaks of a lighthouse."""
    line = "The harbour was calm and the boats were counted again that morning.\n"
    path = folder / "large.txt"
    path.write_text(line * (AT_ONCE // len(line) + 100) + "Nobody had lit the lighthouse.\n", encoding="utf-8")
    return path


async def test_a_query_typed_while_the_articles_are_read_is_answered_when_they_are(tmp_path: Path) -> None:
    app = make_app(articles=[large_article(tmp_path)], environ={"TERM": "xterm-256color"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"lighthouse")
        drawer = app.overlay
        assert isinstance(drawer, SearchDrawer)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert drawer.line.value == "lighthouse"
        assert [hit.text for hit in drawer.results.hits] == ["Nobody had lit the lighthouse."]
        assert not drawer.reading


async def test_closing_the_drawer_while_the_articles_are_read_does_no_harm(tmp_path: Path) -> None:
    app = make_app(articles=[large_article(tmp_path)], environ={"TERM": "xterm-256color"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", "h", "escape")
        await app.workers.wait_for_complete()
        await pilot.press("slash", *"lighthouse")
        await pilot.pause()
        drawer = app.overlay
        assert isinstance(drawer, SearchDrawer)
        assert drawer.results.total == 1


async def test_no_key_waits_for_garbage_to_be_looked_for_in_the_index(tmp_path: Path) -> None:
    app = make_app(articles=[large_article(tmp_path)], environ={"TERM": "xterm-256color"})
    async with app.run_test(size=(120, 40)) as pilot:
        before = gc.get_freeze_count()
        await pilot.press("slash")
        await app.workers.wait_for_complete()
        await pilot.pause()
        passages = sum(len(document.passages) for document in app.resolved.documents.values())
        assert gc.isenabled() and gc.get_freeze_count() > before + passages
