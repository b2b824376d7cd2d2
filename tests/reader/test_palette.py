"""Where a terminal has 256 colours: all come out as meant, no tint shouts, and everything can be read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import Color, ColorSystem

from tui.reader import palette
from tui.reader.colour import contrast
from tui.reader.ink import Ink
from tui.reader.start import themes
from tui.reader.themes import TOKENS, Theme

THEMES = [theme for theme in themes("lamp") if not theme.colourless]
TEXTS = ("foreground", "prose", "soft", "dim", "accent", "warning", "error")
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)


def shown(ink: Ink, token: str) -> str:
    """The colour a terminal of 256 shows for a token."""
    return Color.parse(ink.colour(token)).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def exact(theme: Theme, token: str) -> tuple[str, str]:
    ink = Ink(theme)
    return ink.colour(token), ink.colour("page")


def stands_out(ink: Ink, token: str, ground: str = "page") -> float:
    return contrast(shown(ink, token), shown(ink, ground))


def test_every_colour_of_the_table_comes_out_as_itself() -> None:
    for code in palette.TABLE:
        sent = Color.parse(palette.sent(code)).downgrade(ColorSystem.EIGHT_BIT)
        assert sent.get_truecolor().hex == code


@every_theme
def test_no_sources_tint_stands_out_more_than_anothers(theme: Theme) -> None:
    ink = Ink(theme, "palette")
    for tint in ("strong", "faint"):
        assert len({shown(ink, f"{tint}:{number}") for number in range(8)}) == 1
        assert stands_out(ink, f"{tint}:0") == pytest.approx(contrast(*exact(theme, f"{tint}:0")), rel=0.1)
    assert stands_out(ink, "strong:0") > stands_out(ink, "faint:0") > 1.1


@every_theme
def test_panels_and_drawers_stand_out_from_the_page_where_the_theme_lets_them(theme: Theme) -> None:
    ink = Ink(theme, "palette")
    for token in ("panel", "raised", "selection", "differ"):
        assert stands_out(ink, token) > 1.05, token


@every_theme
def test_all_text_can_be_read_and_the_sources_are_told_apart(theme: Theme) -> None:
    ink, marks = Ink(theme, "palette"), [f"mark:{number}" for number in range(8)]
    for token in (*TEXTS, *marks):
        assert stands_out(ink, token) >= 4.5, token
    assert len({shown(ink, token) for token in marks}) == 8
    assert shown(ink, "differ") not in {shown(ink, f"strong:{number}") for number in range(8)}


def test_a_veiled_page_is_of_the_table_too() -> None:
    ink = Ink(THEMES[0], "palette").veil()
    style = ink("foreground", "strong:0")
    codes = {palette.sent(code) for code in palette.TABLE}
    assert style.color is not None and style.bgcolor is not None
    assert {style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex} <= codes


CODES = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@settings(max_examples=30)
@given(CODES, CODES, st.booleans())
def test_any_theme_of_a_readers_own_comes_out(page: str, other: str, dark: bool) -> None:
    colors = dict.fromkeys(TOKENS, other) | {"background": page}
    ink = Ink(Theme("own", dark, colors, (other, page) * 4), "palette")
    codes = {palette.sent(code) for code in palette.TABLE}
    for token in (*TEXTS, "panel", "raised", "selection", "differ", "border", "strong:1", "faint:0", "mark:7"):
        assert ink.colour(token) in codes
