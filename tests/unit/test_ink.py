"""Every style is made from tokens, at full colour, with sixteen colours and with none."""

from __future__ import annotations

from itertools import product

import pytest
from rich.style import Style

from tui.reader.chosen import glyphs
from tui.reader.glyphs import FULL, PLAIN, Glyphs
from tui.reader.ink import Depth, Ink
from tui.reader.start import colour_depth, themes
from tui.reader.themes import Theme
from tui.settings import Settings

LAMP, VELLUM, MONO = (theme for theme in themes("lamp") if theme.name in ("lamp", "vellum", "mono"))
INKS = ("foreground", "dim", "accent", "border", "warning", "error", "prose", "soft", "bar", "page", "mark:0", "mark:9")
GROUNDS = ("background", "panel", "raised", "selection", "differ", "strong:1", "faint:1", "mark:1", "cursor", "tab")


def colours(style: Style) -> tuple[str, str]:
    assert style.color is not None and style.bgcolor is not None
    return style.color.name, style.bgcolor.name


@pytest.mark.parametrize("theme", [LAMP, VELLUM], ids=lambda theme: theme.name)
def test_at_full_depth_every_token_has_a_colour_of_its_own(theme: Theme) -> None:
    ink = Ink(theme)
    for text, ground in product(INKS, GROUNDS):
        assert colours(ink(text, ground)) == (ink.colour(text), ink.colour(ground))


def test_attributes_are_those_asked_for() -> None:
    style = Ink(LAMP)("dim", "panel", "bu")
    assert (style.bold, style.underline, style.italic, style.reverse) == (True, True, None, None)


def test_a_style_is_made_once() -> None:
    ink = Ink(LAMP)
    assert ink("dim", "panel") is ink("dim", "panel")


def test_more_sources_than_colours_begin_again_with_the_first() -> None:
    ink = Ink(LAMP)
    assert ink.colour("mark:8") == ink.colour("mark:0") == LAMP.sources[0]


def test_what_lies_under_a_drawer_is_veiled_and_never_bold() -> None:
    ink = Ink(LAMP)
    veil = ink.veil()
    assert veil("foreground", "selection", "b").bold is None
    assert colours(veil("foreground")) != colours(ink("foreground"))
    assert colours(veil("foreground"))[1] == LAMP.background


@pytest.mark.parametrize("ground", ["selection", "differ", "mark:0", "tab"])
def test_without_tints_nothing_is_reversed_under_a_drawer(ground: str) -> None:
    for ink in (Ink(MONO), Ink(LAMP, "sixteen")):
        assert ink("foreground", ground, "b").reverse
        veiled = ink.veil()("foreground", ground, "b")
        assert (veiled.reverse, veiled.bold, veiled.dim) == (None, None, True)


@pytest.mark.parametrize("ink", [Ink(MONO), Ink(LAMP, "mono"), Ink(VELLUM, "mono").veil()])
def test_without_colour_nothing_but_the_terminals_own_is_used(ink: Ink) -> None:
    for text, ground in product(INKS, GROUNDS):
        assert colours(ink(text, ground, "b")) == ("default", "default")


@pytest.mark.parametrize("depth", ["mono", "sixteen"])
def test_without_tints_grounds_are_told_by_attributes(depth: Depth) -> None:
    ink = Ink(LAMP, depth)
    assert ink("foreground", "selection").reverse
    assert ink("page", "mark:0", "b").reverse
    assert ink("foreground", "differ").reverse
    assert ink("foreground", "strong:0").bold and not ink("foreground", "strong:0").reverse
    assert not ink("foreground", "faint:0").bold
    assert ink("dim").dim


def test_the_bar_is_never_reversed_since_its_half_block_would_be_the_other_half() -> None:
    assert not Ink(MONO)("bar", "selection").reverse


def test_sixteen_colours_name_sources_and_the_red_and_no_ground() -> None:
    ink = Ink(LAMP, "sixteen")
    assert [colours(ink(f"mark:{n}"))[0] for n in range(4)] == ["bright_blue", "yellow", "green", "magenta"]
    assert colours(ink("accent"))[0] == "bright_red"
    assert {colours(ink("foreground", ground))[1] for ground in GROUNDS} == {"default"}


def test_sixteen_colours_keep_chips_in_the_colour_of_their_source() -> None:
    style = Ink(LAMP, "sixteen")("page", "mark:1", "b")
    assert (style.reverse, *colours(style)) == (True, "yellow", "default")
    assert colours(Ink(LAMP, "sixteen").veil()("page", "mark:1", "b")) == ("default", "default")


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "full"),
        ({"TERM": "xterm-256color"}, "palette"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "mono"),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, "palette"),
        ({"TERM": "xterm"}, "sixteen"),
        ({"TERM": "linux"}, "sixteen"),
        ({"TERM": "vt100"}, "mono"),
        ({"TERM": "xterm-mono"}, "mono"),
    ],
)
def test_the_environment_says_how_many_colours_there_are(environ: dict[str, str], depth: Depth) -> None:
    assert colour_depth(environ) == depth


@pytest.mark.parametrize(
    ("environ", "expected"),
    [({"TERM": "linux"}, PLAIN), ({"HEXAPLA_GLYPHS": "plain"}, PLAIN), ({"TERM": "foot"}, FULL)],
)
def test_plain_signs_stand_in_where_the_others_may_be_missing(environ: dict[str, str], expected: Glyphs) -> None:
    assert glyphs(Settings(), environ) == expected
