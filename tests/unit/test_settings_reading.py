"""The settings file is read leniently: what cannot be used is named with its place, the rest still counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.settings import Bound, Keys, Loaded, Settings, ThemeChoice, load


def read(folder: Path, text: str) -> Loaded:
    path = folder / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path)


def told(loaded: Loaded) -> list[tuple[int, int, str, str]]:
    return [(one.line, one.column, one.message, one.hint) for one in loaded.findings]


def test_without_a_file_everything_is_as_it_is_without_settings(tmp_path: Path) -> None:
    assert load(tmp_path / "none.yaml").settings == Settings()
    assert load(tmp_path / "none.yaml").findings == ()


@pytest.mark.parametrize("text", ["", "\n", "# only a remark\n", "---\n# nothing\n", "theme:\nkeys:\nroots:\n"])
def test_a_file_that_says_nothing_is_no_fault(tmp_path: Path, text: str) -> None:
    loaded = read(tmp_path, text)
    assert (loaded.settings, loaded.findings) == (Settings(), ())


def test_every_field_is_read(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        """\
theme: {dark: compline, light: grisaille, background: light}
keys:
  preset: plain
  bind:
    theme.next: [x, F9]
    copy.citation: Ctrl+K
    view.filter: []
glyphs: plain
motion: reduced
copy: footnote
editor: emacs -nw
roots: [/archive, press]
""",
    )
    bound = (Bound("theme.next", ("x", "F9")), Bound("copy.citation", ("Ctrl+K",)), Bound("view.filter", ()))
    assert loaded.findings == ()
    assert loaded.settings == Settings(
        theme=ThemeChoice("compline", "grisaille", "light"),
        keys=Keys("plain", bound),
        glyphs="plain",
        motion="reduced",
        copy="footnote",
        editor="emacs -nw",
        roots=(Path("/archive"), tmp_path / "press"),
    )
    assert [one.mark for one in loaded.settings.keys.bind] == [(5, 5), (6, 5), (7, 5)]


@pytest.mark.parametrize(
    ("text", "line", "column", "words", "hint"),
    [
        ("them:\n  dark: lamp\n", 1, 1, "unknown key 'them'", "did you mean 'theme'?"),
        ("bind: {theme.next: x}\n", 1, 1, "unknown key 'bind'", "did you mean 'keys: bind:'?"),
        ("theme:\n  drak: lamp\n", 2, 3, "unknown key 'drak' at theme", "did you mean 'dark'?"),
        ("copy: plain\nglyphs: ful\n", 2, 9, "'glyphs' cannot be 'ful'", "did you mean 'full'?"),
        ("keys: {preset: emacs}\n", 1, 16, "'keys.preset' cannot be 'emacs'", "one of vim, plain"),
        ("keys: {bind: [j]}\n", 1, 14, "'keys.bind' must be commands with keys", "theme.next: [x]"),
        ("editor: [vi]\n", 1, 9, "'editor' must be a text", ""),
        ("theme: dark\n", 1, 8, "'theme' must be a mapping of keys", ""),
        ("copy: plain\ncopy: markdown\n", 2, 1, "key 'copy' stands twice", ""),
        ("- a\n- b\n", 1, 1, "settings are keys with values", ""),
        ("copy: [\n", 2, 1, "not YAML", ""),
        ("copy: &a plain\n", 1, 7, "has no place in a settings file", ""),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, text: str, line: int, column: int, words: str, hint: str
) -> None:
    loaded = read(tmp_path, text)
    assert any(
        (at, col) == (line, column) and words in message and hint in said for at, col, message, said in told(loaded)
    ), told(loaded)
    assert {one.file for one in loaded.findings} == {str(tmp_path / "settings.yaml")}


def test_what_cannot_be_used_leaves_the_rest_in_force(tmp_path: Path) -> None:
    loaded = read(tmp_path, "motion: reduced\nglyphs: sparkling\nthemes: {}\ntheme: {light: 3, background: [x]}\n")
    assert loaded.settings == Settings(motion="reduced", theme=ThemeChoice(light="3"))
    assert len(loaded.findings) == 3


def test_what_a_folder_or_a_pipe_says_is_a_finding(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.settings == Settings()
    assert [one.code for one in loaded.findings] == ["unreadable"]


def test_control_characters_are_made_harmless(tmp_path: Path) -> None:
    loaded = read(tmp_path, 'editor: "vi\\u001b[31m"\nglyphs: "\\u009b2J"\n')
    said = loaded.settings.editor + "".join(message for _, _, message, _ in told(loaded))
    assert not {"\x1b", "\x9b"} & set(said)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(st.text(st.sampled_from("themkysbindglopr:{}[]-,#\"'|>&*!%\n \t\0\x1b→"), max_size=80))
def test_no_text_is_too_bad_to_start_with(tmp_path: Path, text: str) -> None:
    loaded = read(tmp_path, text)
    assert isinstance(loaded.settings, Settings)
    assert all(one.line >= 1 and one.column >= 1 for one in loaded.findings)
