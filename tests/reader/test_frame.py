"""Header and footer: views to click, hints that stay whole, messages that go again."""

from __future__ import annotations

import pytest

from tests.reader.made import briefing, numbered
from tests.reader.page import bar, cell, footer, made, reader, screen, strips
from tui.briefing.model import Section
from tui.reader import messages
from tui.reader.messages import Message
from tui.reader.themes import Theme


@pytest.mark.parametrize("name", ["sources", "coverage", "differences", "sections"])
@pytest.mark.parametrize("width", [120, 60])
async def test_a_click_on_a_view_in_the_header_turns_to_it(name: str, width: int) -> None:
    async with reader((width, 20), keys=["2" if name == "sections" else "1"]) as (app, pilot):
        number = str(["sections", "sources", "coverage", "differences"].index(name) + 1)
        await pilot.click("#header", offset=(bar(app, "header").rindex(f" {number} ") + 1, 0))
        await pilot.pause()
        assert app.view_name == name
        assert f" {number} {name.capitalize()} " in bar(app, "header") + " "


async def test_a_click_beside_the_views_turns_to_none() -> None:
    async with reader() as (app, pilot):
        await pilot.click("#header", offset=(20, 0))
        assert app.view_name == "sections"


@pytest.mark.parametrize(("width", "spelled"), [(100, 4), (99, 1), (60, 1)])
async def test_narrow_headers_spell_the_active_view_alone(width: int, spelled: int) -> None:
    async with reader((width, 20)) as (app, _):
        names = ("Sections", "Sources", "Coverage", "Differences")
        assert sum(name in bar(app, "header") for name in names) == spelled


async def test_the_active_view_is_cut_out_of_the_band() -> None:
    async with reader(keys=["3"]) as (app, _):
        strip = app.query_one("#header").render_lines(app.query_one("#header").region.at_offset((0, 0)))[0]
        x = strip.text.index("3 Coverage")
        number, other = cell(strip, x), cell(strip, strip.text.index("2 Sources"))
        assert number.bgcolor is not None and number.bgcolor.get_truecolor().hex == app.ink.colour("background")
        assert number.color is not None and number.color.get_truecolor().hex == app.ink.colour("accent")
        assert other.bgcolor is not None and other.bgcolor.get_truecolor().hex == app.ink.colour("panel")


async def test_a_low_terminal_gives_the_row_of_the_header_to_the_page() -> None:
    async with reader((80, 11)) as (app, pilot):
        assert "Hexapla" not in screen(app)[0]
        await pilot.resize_terminal(80, 12)
        await pilot.pause()
        assert "Hexapla" in screen(app)[0]


@pytest.mark.parametrize("width", range(12, 130, 9))
async def test_header_and_footer_fill_their_rows_on_every_width(width: int) -> None:
    async with reader((width, 20)) as (app, _):
        assert len(bar(app, "header")) == len(footer(app)) == width


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
@pytest.mark.parametrize("width", [30, 40, 52, 60, 71, 80, 100, 140])
async def test_help_is_always_among_the_hints_and_no_hint_is_cut(key: str, width: int) -> None:
    async with reader((width, 20), keys=[key]) as (app, _):
        left = footer(app)
        assert "? help" in left
        whole = [f"{app.keys_of(ids)} {word}" for ids, word in app.hints()]
        shown = left[: left.index("? help") + 6].strip().split("  ")
        assert shown == [hint for hint in whole if hint in shown]


async def test_word_of_an_act_gives_way_to_the_keys_of_what_is_laid_over_the_page() -> None:
    async with reader(keys=["Y"]) as (app, pilot):
        assert footer(app).startswith(" copies are ")
        await pilot.press("e")
        assert "write" in footer(app)


async def test_sources_nobody_named_leave_the_footer_to_the_keys() -> None:
    async with made(briefing(list("abc"), [Section("s", "S", statements=())], outlets={})) as (app, _):
        assert footer(app).rstrip().endswith("  A B C")
        assert all(f"{app.keys_of(ids)} {word}" in footer(app) for ids, word in app.hints())
    async with made(briefing(list("ab"), [Section("s", "S", statements=())], outlets={"b": "CNN"})) as (app, _):
        assert footer(app).rstrip().endswith("  A not stated  B CNN")


async def test_a_click_on_a_hint_does_what_it_says() -> None:
    async with reader() as (app, pilot):
        await pilot.click("#footer", offset=(footer(app).index("↵ to the source") + 3, 0))
        await pilot.pause()
        assert app.view_name == "sources"


async def test_a_click_on_a_hint_that_is_no_command_does_nothing() -> None:
    async with reader(keys=["slash", "j"]) as (app, pilot):
        for hint in ("^ $ ends", "↑ ↓ hit", "a|b or"):
            await pilot.click("#footer", offset=(footer(app).index(hint), 0))
            assert app.overlay is not None
        await pilot.click("#footer", offset=(footer(app).index("Esc back"), 0))
        assert app.overlay is None


async def test_word_of_an_act_goes_when_its_time_has_come() -> None:
    async with reader() as (app, pilot):
        keys = footer(app)
        app.say(Message("copied", "to the clipboard", hint="p paste"))
        assert footer(app).startswith(" copied  to the clipboard")
        assert footer(app).rstrip().endswith("p paste")
        timer = app.voice._timer
        assert timer is not None and timer._interval == messages.SECONDS
        assert timer._callback is not None
        timer._callback()
        await pilot.pause()
        assert footer(app) == keys


async def test_an_error_stays_until_the_next_act() -> None:
    async with reader() as (app, pilot):
        app.say(Message("article.txt", "cannot be read", kind="error"))
        assert footer(app).startswith(" ✗ article.txt  cannot be read")
        assert app.voice._timer is None
        await pilot.press("j")
        assert footer(app).startswith(" / search")


async def test_several_messages_follow_each_other() -> None:
    async with reader() as (app, _):
        app.voice.say_all([Message("first"), Message("second", kind="warning")])
        assert footer(app).startswith(" first")
        app.dismiss_message()
        assert footer(app).startswith(" ! second")
        app.dismiss_message()
        assert footer(app).startswith(" / search")


async def test_a_message_longer_than_the_row_says_that_it_goes_on() -> None:
    async with reader((60, 20)) as (app, _):
        app.say(Message("subject " * 20, hint="e export"))
        assert footer(app).rstrip().endswith("…")
        assert len(footer(app)) == 60


FAULT = Message("harbour.yaml:14:9", "'stance' is not one of supports, partly, contradicts " * 3, "o opens it", "error")


@pytest.mark.parametrize(("size", "high"), [((120, 40), 2), ((80, 24), 3), ((200, 50), 1)])
async def test_an_error_too_long_for_a_row_is_readable_to_its_end(size: tuple[int, int], high: int) -> None:
    async with reader(size) as (app, pilot):
        top = screen(app)[2]
        app.voice.stand(FAULT)
        await pilot.pause()
        said = " ".join(" ".join(screen(app)[-high:]).split())
        assert said.startswith(f"✗ {FAULT.subject} {FAULT.text.strip()}") and "…" not in said
        assert screen(app)[2] == top and {len(row) for row in screen(app)} == {size[0]}
        await pilot.press("e")
        assert "↵ write" in screen(app)[-1] and "contradicts" not in screen(app)[-2]
        await pilot.press("escape")
        app.voice.stand(None)
        await pilot.pause()
        assert "? help" in screen(app)[-1] and "contradicts" not in screen(app)[-2]


async def test_on_a_low_terminal_an_error_keeps_to_one_row() -> None:
    async with reader((40, 10)) as (app, pilot):
        app.voice.stand(FAULT)
        await pilot.pause()
        assert screen(app)[-1].startswith(" ✗ harbour.yaml:14:9") and screen(app)[-1].rstrip().endswith("…")
        assert "✗" not in screen(app)[-2]


async def test_markup_in_titles_and_messages_is_shown_as_it_stands() -> None:
    async with made(numbered(2)) as (app, pilot):
        app.say(Message("[red]not[/red] [@click=app.quit]a link[/]"))
        await pilot.pause()
        assert "[red]not[/red] [@click=app.quit]a link[/]" in footer(app)


async def test_t_goes_round_the_themes_and_says_which_is_on() -> None:
    async with reader() as (app, pilot):
        seen: list[Theme] = []
        for _ in app.themes:
            await pilot.press("t")
            seen.append(app.ink.theme)
            assert footer(app).startswith(f" theme  {app.ink.theme.name}")
        first, *others = app.themes
        assert seen == [*others, first]
        assert len({theme.name for theme in seen}) == len(seen) >= 3


async def test_a_theme_put_on_colours_the_page_at_once() -> None:
    async with reader(keys=["t"]) as (app, _):
        assert app.ink.theme.name == "vellum"
        ground = cell(strips(app)[0], 40).bgcolor
        assert ground is not None and ground.get_truecolor().hex == "#f7f2e6"


async def test_a_theme_without_colour_leaves_the_terminals_own() -> None:
    async with reader() as (app, pilot):
        await pilot.press(*["t"] * [theme.name for theme in app.themes].index("mono"))
        style = cell(strips(app)[2], 4)
        assert style.color is not None and style.color.name == "default"
        assert style.reverse


async def test_sixteen_colours_keep_letters_and_stripes_and_use_no_tint() -> None:
    async with reader(environ={"TERM": "xterm"}) as (app, _):
        grounds = {
            segment.style.bgcolor.name
            for strip in strips(app)
            for segment in strip
            if segment.style and segment.style.bgcolor
        }
        assert grounds == {"default"}
        assert cell(strips(app)[5], 2).color is not None


@pytest.mark.parametrize("environ", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "xterm"}, {"TERM": "linux"}])
@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
async def test_text_is_the_same_with_few_colours_and_with_none(environ: dict[str, str], key: str) -> None:
    async with reader(keys=[key], environ=environ) as (app, _):
        poor = screen(app)
        signs = "".join(sorted(set("".join(poor)) & set("●◐≠≈◇÷▌▎▕▐━─¶…⠿↵")))
        assert not signs if environ["TERM"] == "linux" else signs
    if environ["TERM"] != "linux":
        async with reader(keys=[key]) as (app, _):
            assert screen(app) == poor
