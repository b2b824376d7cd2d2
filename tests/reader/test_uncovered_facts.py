"""The coverage view shows what no statement covers: faint rows under their section that lead into the sources."""

from __future__ import annotations

from pathlib import Path

from tests.reader.page import SHIPPED, footer, reader, row_with, rows, run
from tests.reader.test_counterparts import CRANES, MILL
from tests.reader.test_live_reload import look
from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tests.unit.cli_runner import harbour
from tui.briefing.model import Evidence, Route, Section
from tui.documents.model import Span
from tui.evidence.uncovered import Fact, Told
from tui.reader.app import Hexapla
from tui.reader.coverage_rows import MOST_FACTS, Line, lines
from tui.reader.start import make_app, themes
from tui.reader.widgets.coverage import CoverageView

WORDS = "The revamp comes after"


def shipped() -> Hexapla:
    return make_app(SHIPPED, theme="lamp")


def view(app: Hexapla) -> CoverageView:
    assert isinstance(app.view, CoverageView)
    return app.view


async def test_what_no_statement_covers_stands_below_the_statements_of_its_section() -> None:
    async with run(shipped(), (120, 50), ["3"], comparing=True) as (app, _):
        page = rows(app)
        row = row_with(page, WORDS)
        assert page[row - 1].strip().startswith("Not yet covered by a statement")
        assert page[row - 2].startswith(" 1.") and "¶5" in page[row]
        assert page[row_with([line[:86] + " " for line in page], "2 China concerns")] and view(app).open.current is None


async def test_a_row_in_hand_leads_to_its_words_and_escape_back_to_it() -> None:
    async with run(shipped(), (120, 50), ["3"], comparing=True) as (app, pilot):
        await pilot.press("f")
        assert footer(app).startswith(" passages: not yet covered")
        assert rows(app)[row_with(rows(app), WORDS)].startswith("▌")
        (taken,) = view(app).to_copy_all()
        assert taken[1].text[slice(*taken[2])].startswith(WORDS)
        await pilot.press("enter")
        await pilot.pause()
        assert app.view_name == "sources" and app.walk is not None
        assert app.walk.hit.text.startswith(WORDS)
        await pilot.press("escape")
        await pilot.pause()
        assert app.view_name == "coverage"
        assert rows(app)[row_with(rows(app), WORDS)].startswith("▌")


async def test_steps_go_through_statements_and_what_none_covers_alike() -> None:
    async with run(shipped(), (120, 50), ["3"], comparing=True) as (app, pilot):
        last = None
        while app.hand.place.section == 0:
            last = view(app).open.current, footer(app)
            await pilot.press("j")
        assert last is not None and last[0] is not None and "1 of 3" in last[1]
        assert view(app).open.current is None and app.hand.place.section == 1
        await pilot.press("k", "K")
        assert view(app).open.current is None and app.hand.place.section == 0


async def test_without_facts_the_filter_for_them_is_passed_over() -> None:
    async with reader(keys=["3", *"f" * 4]) as (app, _):
        assert footer(app).startswith(" statements: all")


async def test_the_panel_names_what_several_sources_report_and_nobody_has_set_down() -> None:
    texts = {"herald": f"{MILL}\n\n{CRANES}", "post": "Nobody came.", "radio": MILL}
    said = a_statement("Cranes rested.", Evidence("herald", "A flock of cranes rested"))
    section = Section("birds", "Birds", route=Route(("fire",)), statements=(said,))
    briefing = resolved(a_briefing([a_source(name) for name in texts], [section]), texts)
    async with run(Hexapla(briefing, themes("lamp")), (120, 40), ["3"], comparing=True) as (app, _):
        panel = [row[85:] for row in rows(app)]
        first = row_with(panel, "Not yet covered")
        assert any("HR The fire at the Kessel" in row for row in panel[first:])


async def test_a_source_of_another_name_takes_the_passages_of_the_old_one_away(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    async with run(make_app(path, theme="lamp"), (120, 40), ["3"], comparing=True) as (app, pilot):
        app.following.start()
        assert view(app).open.all
        app.compares = False  # what is found out anew comes later
        path.write_text(path.read_text(encoding="utf-8").replace("coast", "shore").replace("shore.txt", "coast.txt"))
        await look(app, pilot)
        assert not view(app).open.all and not any("Not yet covered" in row for row in rows(app))


async def test_o_opens_the_article_of_the_passage_in_hand() -> None:
    async with run(shipped(), (120, 50), ["3"], comparing=True) as (app, pilot):
        await pilot.press("f")
        fact, goal = view(app).open.current, view(app).to_open()
        assert fact and goal
        assert goal.path.name == app.resolved.briefing.source(fact.passages[0].source).path.name


def test_every_fact_has_one_row_where_they_are_shown_alone_and_few_where_all_is_shown() -> None:
    texts = {
        "one": " ".join(f"Number {n} of the list concerns item {n * 7} of the stock." for n in range(9)),
        "two": "No.",
    }
    briefing = resolved(a_briefing([a_source(name) for name in texts], [Section("s", "S", statements=())]), texts)
    spans = briefing.documents["one"].passages
    facts = [Fact((Told("one", Span(p.start, p.end)),), "s") for p in spans]
    alone = [line.fact for line in lines(briefing, "not yet covered", facts) if line.fact >= 0]
    assert alone == list(range(len(facts)))
    assert not any(line.open for line in lines(briefing, "not yet covered", facts))  # the head says it already
    some = lines(briefing, "all", facts)
    assert [line.fact for line in some if line.fact >= 0] == list(range(MOST_FACTS))
    assert some[-1] == Line(0, more=len(facts) - MOST_FACTS)
    one_too_many = lines(briefing, "all", facts[: MOST_FACTS + 1])
    assert [line.fact for line in one_too_many if line.fact >= 0] == list(range(MOST_FACTS + 1))
    assert not any(line.more for line in one_too_many)


async def test_where_none_of_what_belongs_to_no_section_is_shown_one_row_counts_it() -> None:
    async with run(shipped(), (120, 40), ["3"], comparing=True) as (app, pilot):
        await pilot.press("G")  # the last row in hand brings what stands below it
        page = rows(app)
        counted = page[row_with(page, "In no section") + 1].strip()
        hidden = sum(fact.section == "" for fact in view(app).open.all)
        assert counted.startswith(f"Not yet covered by a statement: {hidden} passages, f shows them")
