"""Shipped themes can be read by everybody: text stands off its ground, sources are told apart by every eye."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.unit.colour_science import Lab, Sight, contrast, difference, lab
from tui.reader import colour
from tui.reader.ink import Ink
from tui.reader.start import themes
from tui.reader.themes import Theme

COLOURED = [theme for theme in themes(None) if not theme.colourless]
TEXTS = ("foreground", "dim", "accent", "warning", "error")
GROUNDS = ("background", "panel", "selection", "raised")
BY_NAME = pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)

# Least distances of the first four sources (look.md, "Tokens"): lower, and somebody cannot tell two of them apart.
LEAST: dict[Sight, float] = {"normal": 25.0, "protanopia": 14.5, "deuteranopia": 15.0, "tritanopia": 15.0}


def apart(marks: tuple[str, ...], sight: Sight) -> float:
    return min(difference(lab(one, sight), lab(two, sight)) for one, two in combinations(marks, 2))


@BY_NAME
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_stands_off_every_ground(theme: Theme, text: str, ground: str) -> None:
    ink = Ink(theme)
    assert contrast(ink.colour(text), ink.colour(ground)) >= 4.5


@BY_NAME
@pytest.mark.parametrize("ground", GROUNDS)
def test_letters_of_sources_stand_off_every_ground(theme: Theme, ground: str) -> None:
    ink = Ink(theme)
    assert min(contrast(mark, ink.colour(ground)) for mark in theme.sources) >= 4.5


@BY_NAME
def test_what_lies_over_the_page_stands_out_from_it(theme: Theme) -> None:
    ink = Ink(theme)
    assert contrast(ink.colour("raised"), ink.colour("background")) >= 1.05


@BY_NAME
def test_words_stand_off_the_tints_they_are_lit_with(theme: Theme) -> None:
    ink = Ink(theme)
    for number in range(len(theme.sources)):
        assert contrast(ink.colour("foreground"), ink.colour(f"strong:{number}")) >= 7
        assert contrast(ink.colour("soft"), ink.colour(f"faint:{number}")) >= 7
    assert contrast(ink.colour("foreground"), ink.colour("differ")) >= 7
    assert contrast(ink.colour("prose"), ink.colour("background")) >= 7


@BY_NAME
def test_no_source_shouts_since_all_tints_stand_off_the_page_alike(theme: Theme) -> None:
    ink = Ink(theme)
    for kind in ("strong", "faint"):
        ratios = [contrast(ink.colour(f"{kind}:{n}"), ink.colour("background")) for n in range(len(theme.sources))]
        assert max(ratios) - min(ratios) < 0.05


@BY_NAME
@pytest.mark.parametrize("sight", LEAST)
def test_the_first_four_sources_are_told_apart_by_every_eye(theme: Theme, sight: Sight) -> None:
    assert apart(theme.sources[:4], sight) >= LEAST[sight]


@BY_NAME
@pytest.mark.parametrize("sight", LEAST)
def test_all_sources_of_a_theme_can_still_be_told_apart(theme: Theme, sight: Sight) -> None:
    assert apart(theme.sources[:8], sight) >= 8


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_measure_gives_the_figures_its_authors_published(one: Lab, two: Lab, expected: float) -> None:
    assert difference(one, two) == pytest.approx(expected, abs=5e-5)
    assert difference(two, one) == pytest.approx(expected, abs=5e-5)


def test_contrast_is_the_one_of_the_web_guidelines() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("code", ["#12345", "123456", "#1234567", "red", ""])
def test_what_is_not_a_colour_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        colour.parse(code)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert colour.mix("#102030", "#ffffff", 0) == "#102030"
    assert colour.mix("#102030", "#ffffff", 1) == "#ffffff"
    assert colour.mix("#000000", "#ffffff", 0.5) == "#808080"


def test_a_tint_reaches_its_contrast_or_stops_at_its_cap() -> None:
    assert colour.contrast(colour.tint("#161513", "#629ff2", 1.78, 0.42), "#161513") == pytest.approx(1.78, abs=0.05)
    assert colour.tint("#161513", "#181715", 1.78, 0.42) == colour.mix("#161513", "#181715", 0.425)
