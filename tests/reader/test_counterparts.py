"""What other sources report of a passage is brought level with it, strongest first; what nobody else has is named."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.reader.made import briefing as made_briefing
from tests.reader.page import made
from tests.reader.sources_page import column, footer, row_with, rows, sources, view
from tests.unit.builders import a_briefing, a_source, resolved
from tui.evidence.model import ResolvedBriefing
from tui.reader.app import Hexapla
from tui.reader.counterparts import Counterparts

CRANES = "A flock of cranes rested beside the empty reservoir of the old waterworks."
MILL = "The fire at the Kessel paper mill destroyed 40 tonnes of pulp on Friday night."
AGAIN = "Much pulp burned on Friday at Kessel, where people left homes, schools and a church for the night."
PADDING = "\n\n".join(f"Paragraph {n} says nothing of the matter, and speaks of gardens." for n in range(20))
HERALD = f"{MILL}\n\n{CRANES}\n\n{PADDING}"
POST = f"{PADDING}\n\n{AGAIN}\n\n{PADDING}"


async def compared(app: Hexapla, pilot: Pilot[None]) -> None:
    """Until the sources are compared."""
    while not app.comparing.settled:
        await pilot.pause()
    await pilot.pause()


def three(end: str = "") -> ResolvedBriefing:
    """Three articles with one passage in common; the third ends with it and what is given."""
    texts = {"herald": HERALD, "post": POST, "radio": f"{PADDING}\n\n{MILL}{end}"}
    return resolved(a_briefing([a_source(name) for name in texts]), texts)


def levels(app: Hexapla) -> list[int]:
    """On which row of each column the common passage begins."""
    return [row_with(column(app, number), words[:20]) for number, words in enumerate((MILL, AGAIN, MILL))]


async def test_the_counterparts_stand_on_the_row_of_the_passage_and_it_stays_where_it_was() -> None:
    async with made(three(f"\n\n{PADDING}"), keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        assert levels(app) == [view(app).above] * 3


async def test_where_a_document_ends_too_soon_for_that_all_stand_a_third_down() -> None:
    async with made(three(), keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        assert levels(app) == [view(app).above + view(app).columns.focused.height // 3] * 3


async def test_the_strongest_comes_first_and_asking_again_goes_on_to_the_next() -> None:
    async with made(three(), keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        assert isinstance(app.walk, Counterparts) and app.walk.hit.source == "radio"
        assert footer(app).startswith(" = H ¶1, same  1/2")
        await pilot.press("c")
        assert (app.walk.hit.source, view(app).columns.focused.source.id) == ("post", "post")
        assert "2/2" in footer(app) and "change" not in footer(app)
        await pilot.press("c")
        assert app.walk.hit.source == "radio"


async def test_escape_comes_back_to_the_passage() -> None:
    async with made(three(), keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert app.walk is None and view(app).columns.focused.source.id == "herald"
        assert PADDING[:20] in column(app, 1)[2]


async def test_a_passage_nobody_else_has_is_named_with_its_source() -> None:
    async with made(three(), keys=["ctrl+e", "ctrl+e", "ctrl+e", "c"]) as (app, pilot):
        await compared(app, pilot)
        assert footer(app).startswith(" ÷ only in H ¶2  “A flock of cranes")
        assert app.walk is None


async def test_the_evidence_of_the_statement_in_hand_is_the_passage_where_it_is_in_view() -> None:
    async with sources(keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        assert isinstance(app.walk, Counterparts)
        hand = app.hand.quotation
        assert hand is not None and hand.anchor.span is not None
        (lit,) = app.walk.also
        assert lit.source == hand.source.id and lit.span.start <= hand.anchor.span.start < lit.span.end


async def test_a_search_goes_on_after_the_counterparts_of_a_hit() -> None:
    async with sources(keys=["slash", *"hawaii", "enter"]) as (app, pilot):
        await pilot.pause()
        search = app.walk
        await pilot.press("c")
        await compared(app, pilot)
        assert isinstance(app.walk, Counterparts)
        await pilot.press("escape")
        await pilot.pause()
        assert app.walk is search and "/hawaii" in footer(app)


@pytest.mark.parametrize("size", [(40, 10), (60, 20), (200, 50)])
async def test_one_column_at_a_time_shows_the_counterpart_itself(size: tuple[int, int]) -> None:
    async with made(three(), size, keys=["c"]) as (app, pilot):
        await compared(app, pilot)
        assert view(app).columns.focused.source.id == "radio"
        assert any(MILL[:14] in row for row in rows(app))


async def test_a_single_source_has_nothing_to_compare_with() -> None:
    async with made(made_briefing(["one"], []), keys=["c"]) as (app, _):
        assert "no other source to compare with" in footer(app)
