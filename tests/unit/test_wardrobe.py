"""Themes are read when they are asked for, and one that cannot be used never stands in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui import resources
from tui.reader import wardrobe
from tui.reader.ink import Ink
from tui.reader.themes import read_theme
from tui.reader.wardrobe import FIRST, Wardrobe

LAMP = resources.shipped("themes") / "lamp.yaml"


@pytest.fixture
def mine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The user's folder of themes."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    folder = tmp_path / "hexapla" / "themes"
    folder.mkdir(parents=True)
    return folder


def put(folder: Path, file: str, text: str = "", *, name: str = "") -> Path:
    path = folder / file
    path.write_text(text or LAMP.read_text().replace("name: lamp", f"name: {name or path.stem}"))
    return path


def test_eight_themes_are_shipped_in_an_order_of_their_own(mine: Path) -> None:
    assert [theme.name for theme in Wardrobe()] == list(FIRST)
    assert len(FIRST) >= 8
    assert [theme.name for theme in Wardrobe("grisaille")] == list(FIRST)


def test_only_the_theme_that_is_worn_is_read_at_the_start(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def read(path: Path):  # type: ignore[no-untyped-def]
        asked.append(path.stem)
        return read_theme(path)

    monkeypatch.setattr(wardrobe, "read_theme", read)
    themes = Wardrobe("vellum")
    assert themes.first.name == "vellum" and asked == ["vellum"]
    assert themes.named("lamp") is not None and asked == ["vellum", "lamp"]
    assert len(themes) == len(FIRST)
    assert sorted(asked) == sorted(FIRST)


def test_a_theme_of_yours_is_found_by_its_name_whatever_its_file_is_called(mine: Path) -> None:
    put(mine, "a.yaml", name="night")
    assert Wardrobe("night").first.name == "night"
    themes = Wardrobe()
    night = themes.named("night")
    assert night is not None and themes.origin(night) == "yours"
    assert themes.file(night) == mine / "a.yaml"
    assert [theme.name for theme in themes][-1] == "night"


def test_a_theme_that_is_not_there_gives_the_first_one(mine: Path) -> None:
    assert Wardrobe("nowhere").first.name == "lamp"


def test_faults_of_your_files_are_gathered_and_told_once(mine: Path) -> None:
    put(mine, "bad.yaml", "dark: perhaps\n")
    put(mine, "worse.yaml", "[")
    put(mine, "good.yaml")
    themes = Wardrobe()
    assert themes.news() == []
    assert "good" in [theme.name for theme in themes]
    assert {Path(finding.file).name for finding in themes.news()} == {"bad.yaml", "worse.yaml"}
    assert themes.news() == []
    assert themes.findings


def test_in_place_of_a_bad_file_of_yours_stands_the_shipped_one_of_its_name(mine: Path) -> None:
    put(mine, "lamp.yaml", "dark: perhaps\n")
    themes = Wardrobe("lamp")
    assert themes.first == read_theme(LAMP)[0]
    assert themes.news()


def test_what_changed_is_read_again(mine: Path) -> None:
    path = put(mine, "night.yaml")
    themes = Wardrobe("night")
    path.write_text(path.read_text().replace("#161513", "#000011"))
    put(mine, "other.yaml")
    themes.renew()
    night = themes.named("night")
    assert night is not None and night.background == "#000011"
    assert "other" in [theme.name for theme in themes]
    path.unlink()
    themes.renew()
    assert themes.named("night") == night  # what was worn first stays


def test_without_any_theme_file_the_terminals_own_colours_are_left(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "themes", list)
    themes = Wardrobe()
    assert themes.first.colourless and len(themes) == 1
    assert Ink(themes.first).depth == "mono"


# -- the terminal's sixteen colours


def test_the_ansi_theme_takes_the_terminals_colours_and_no_others() -> None:
    theme = Wardrobe("ansi").first
    ink = Ink(theme, "full")
    assert (theme.name, ink.depth) == ("ansi", "sixteen")
    for n in range(8):
        style = ink(f"mark:{n}")
        assert style.color is not None and style.color.name == theme.sources[n].removeprefix("ansi:")
        assert style.bgcolor is not None and style.bgcolor.is_default
    assert ink("accent").color == ink("bar", "selection").color
    assert ink("foreground", "selection").reverse
    assert Ink(theme, "mono")("mark:1").color == ink("foreground").color


def test_a_page_of_the_terminals_own_takes_exact_inks_too(mine: Path) -> None:
    text = (resources.shipped("themes") / "mono.yaml").read_text()
    path = put(
        mine, "clear.yaml", text.replace("name: mono", "name: clear").replace("accent: default", 'accent: "#aa2211"')
    )
    theme, findings = read_theme(path)
    assert theme is not None and not findings
    accent = Ink(theme)("accent").color
    assert accent is not None and accent.name == "#aa2211"


@pytest.mark.parametrize("colour", ["default", "ansi:blue"])
def test_the_terminals_own_colours_cannot_be_mixed_into_an_exact_page(mine: Path, colour: str) -> None:
    path = put(mine, "mixed.yaml", LAMP.read_text().replace('"#9d9585"', colour))
    theme, (finding,) = read_theme(path)
    assert theme is None
    assert finding.code == "mixed-colours" and colour in finding.message


def test_a_colour_the_terminal_does_not_have_is_refused(mine: Path) -> None:
    path = put(
        mine, "odd.yaml", (resources.shipped("themes") / "ansi.yaml").read_text().replace("ansi:blue", "ansi:puce")
    )
    theme, (finding,) = read_theme(path)
    assert theme is None and "'ansi:puce' is not a colour" in finding.message
