"""However far one has gone through the sections, what is painted is what is laid out."""

from __future__ import annotations

from tests.reader.page import SHIPPED, reader
from tui.reader.section_rows import SectionRows
from tui.reader.widgets.sections import SectionsView


def painted(view: SectionsView) -> list[str]:
    """The text of every row of the view, painted with what it keeps."""
    return [line.text for line in view.render_lines(view.size.region)]


async def test_a_hundred_quotations_further_the_rows_are_still_those_of_the_statement_in_hand() -> None:
    async with reader(briefing=SHIPPED) as (app, pilot):
        view = app.view
        assert isinstance(view, SectionsView)
        for at in range(120):
            await pilot.press("right_square_bracket" if at % 3 else "j")
            if at % 30 == 29:
                await pilot.press("l")
            if at % 4:
                continue
            rows = SectionRows(app.hand, app.ink.glyphs, view.column_width)
            place = app.hand.place
            laid = rows.rows(
                app.resolved.sections[place.section], view.size.height - 2, place.statement, place.quotation
            )
            seen = "".join(painted(view))
            for row in laid[view.top(place.section) :][: view.size.height - 2]:
                assert "".join(text for text, *_ in row.runs).rstrip() in seen, at
