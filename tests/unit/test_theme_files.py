"""Theme files are read leniently: what cannot be used is named by file and line, and the rest still load."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tui import resources
from tui.reader.themes import TOKENS, read_theme

GOOD = resources.shipped("themes") / "lamp.yaml"


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def changed(folder: Path, old: str, new: str) -> Path:
    """The lamp theme with one thing changed."""
    text = GOOD.read_text(encoding="utf-8")
    assert old in text
    return written(folder, text.replace(old, new, 1))


def test_a_shipped_theme_says_what_its_file_says() -> None:
    theme, findings = read_theme(GOOD)
    says = yaml.safe_load(GOOD.read_text(encoding="utf-8"))
    assert theme is not None and not findings
    assert (theme.name, theme.dark, dict(theme.colors)) == (says["name"], says["dark"], says["colors"])
    assert list(theme.sources) == says["sources"]
    assert set(theme.colors) == set(TOKENS)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('foreground: "#e6dfd0"', "foreground: ivory", 6, "'ivory' is not a colour"),
        ('dim: "#9d9585"', 'dim: "#9d958"', 7, "'#9d958' is not a colour"),
        ('  border: "#4a463e"\n', "", 4, "'border' is missing"),
        ("  border:", "  borders:", 9, "unknown colour 'borders'"),
        ("dark: true", "dark: maybe", 3, "'dark' is 'maybe'"),
        ("name: lamp", "nom: lamp", 2, "unknown key 'nom'"),
        ('  - "#bcc7d0"', "", 13, "8 or more colours"),
        ('  - "#bcc7d0"', "  - [1]", 21, "'' is not a colour"),
        ("colors:", "colours:", 4, "unknown key 'colours'"),
    ],
)
def test_a_fault_is_named_by_file_and_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    path = changed(tmp_path, old, new)
    theme, findings = read_theme(path)
    assert theme is None
    assert any(finding.line == line and words in finding.message for finding in findings), findings
    assert {finding.file for finding in findings} == {str(path)}


NO_THEMES = ["", "- a\n- b\n", "just words", "name: [", "name: lamp\nname: lamp\n", "\x00\x1b[31m"]


@pytest.mark.parametrize("text", NO_THEMES)
def test_what_is_no_theme_at_all_gives_findings_and_no_fault(tmp_path: Path, text: str) -> None:
    theme, findings = read_theme(written(tmp_path, text))
    assert theme is None
    assert findings


def test_a_theme_that_is_not_there_is_a_finding_too(tmp_path: Path) -> None:
    theme, (finding,) = read_theme(tmp_path / "none.yaml")
    assert theme is None
    assert finding.severity == "error"


def test_a_theme_without_a_name_goes_by_its_file(tmp_path: Path) -> None:
    theme, _ = read_theme(changed(tmp_path, "name: lamp\n", ""))
    assert theme is not None and theme.name == "mine"


def test_control_characters_of_a_name_are_made_harmless(tmp_path: Path) -> None:
    theme, _ = read_theme(changed(tmp_path, "name: lamp", 'name: "la\\u001b[31mmp"'))
    assert theme is not None
    assert "\x1b" not in theme.name
