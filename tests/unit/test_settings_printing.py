"""`hexapla config` prints a file that can be saved as it is: every field, with its text and its default."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.cli_runner import hexapla
from tui.documents import clean_line
from tui.settings import Bound, Keys, Settings, ThemeChoice, load
from tui.settings.printing import field_texts, yaml_text

LINES = st.text(max_size=20).map(lambda text: clean_line(text).strip()).filter(bool)
CHOSEN = st.builds(
    Settings,
    theme=st.builds(ThemeChoice, LINES, LINES, st.sampled_from(["auto", "dark", "light"])),
    keys=st.builds(
        Keys,
        st.sampled_from(["vim", "plain"]),
        st.lists(st.builds(Bound, LINES, st.lists(LINES).map(tuple)), unique_by=lambda one: one.command).map(tuple),
    ),
    glyphs=st.sampled_from(["auto", "full", "plain"]),
    copy=st.sampled_from(["plain", "markdown", "footnote"]),
    editor=LINES,
    roots=st.lists(LINES.map(lambda name: Path("/") / name.replace("/", "-"))).map(tuple),
)


def trees(kind: type = Settings) -> list[type]:
    found = [kind]
    for field in fields(kind):
        value = getattr(kind(), field.name)
        if is_dataclass(value):
            found += trees(type(value))
    return found


def saved(path: Path, text: str) -> Any:
    path.write_text(text, encoding="utf-8")
    return load(path)


@pytest.mark.parametrize("kind", trees(), ids=lambda kind: kind.__name__)
def test_every_field_has_a_text_under_it(kind: type) -> None:
    texts = field_texts(kind)
    assert set(texts) == {field.name for field in fields(kind)}
    assert all(text.endswith(".") for text in texts.values())


def test_what_is_printed_reads_back_as_the_defaults(tmp_path: Path) -> None:
    loaded = saved(tmp_path / "settings.yaml", hexapla("config", "--defaults").out)
    assert (loaded.settings, loaded.findings) == (Settings(), ())


def test_what_is_printed_is_yaml_to_others_too() -> None:
    said = yaml.safe_load(yaml_text(Settings()))
    assert said["theme"] == {"dark": "lamp", "light": "vellum", "background": "auto"}
    assert said["keys"] == {"preset": "vim", "bind": {}}
    assert set(said) == {field.name for field in fields(Settings)}


def test_every_field_says_what_it_is_and_what_it_is_without_being_set() -> None:
    printed = yaml_text(Settings())
    flat = " ".join(line.strip().removeprefix("# ") for line in printed.splitlines())
    for kind in trees():
        for name, text in field_texts(kind).items():
            assert text in flat
            if not is_dataclass(getattr(kind(), name)):
                assert f"{text} Default: " in flat
    assert max(map(len, printed.splitlines())) <= 100


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=100)
@given(CHOSEN)
def test_any_settings_read_back_as_they_were_printed(tmp_path: Path, chosen: Settings) -> None:
    loaded = saved(tmp_path / "settings.yaml", yaml_text(chosen))
    assert loaded.findings == ()
    assert loaded.settings == chosen


# -- the command


@pytest.fixture
def file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The settings file of a home of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "hexapla").mkdir()
    return tmp_path / "hexapla" / "settings.yaml"


def test_the_path_is_told_whether_or_not_the_file_is_there(file: Path) -> None:
    assert hexapla("config", "--path").out == f"{file}\n"


def test_the_settings_in_force_are_printed_and_faults_are_told_beside_them(file: Path) -> None:
    file.write_text("copy: markdown\nglyph: full\nkeys:\n  bind: {theme.nxt: [x]}\n")
    ran = hexapla("config")
    assert "\ncopy: markdown\n" in ran.out and ran.code == 0
    assert f"{file}:2:1: error: unknown key 'glyph'" in ran.err and "did you mean 'glyphs'?" in ran.err
    assert f"{file}:4:10: error: no command 'theme.nxt'" in ran.err and "did you mean 'theme.next'?" in ran.err


def test_keys_prints_those_in_force_and_any_preset(file: Path) -> None:
    file.write_text("keys: {bind: {theme.next: [x, F9]}}\n")

    def keys_of(command: str, *arguments: str) -> list[str]:
        lines = hexapla("keys", *arguments).out.splitlines()
        (line,) = (line for line in lines if line.startswith(f"{command} "))
        return line.split()[1:3]

    assert keys_of("theme.next") == ["x", "f9"]
    assert keys_of("theme.next", "--preset", "vim")[0] == "t"
    assert keys_of("help.open", "--preset", "plain")[0] == "f1"


def test_folders_of_the_settings_are_allowed_for_articles(file: Path, tmp_path: Path) -> None:
    archive, desk = tmp_path / "archive", tmp_path / "desk" / "briefings"
    archive.mkdir()
    desk.mkdir(parents=True)
    (archive / "a.txt").write_text("The pier opened on Monday.\n")
    briefing = desk / "b.yaml"
    briefing.write_text(
        f"version: 1\nid: b\ntitle: T\nsources:\n  a: {{file: {archive / 'a.txt'}}}\n"
        "sections:\n  - id: s\n    title: S\n    statements:\n      - id: one\n        text: It opened.\n"
        '        evidence:\n          - {source: a, quote: "opened on Monday"}\n'
    )
    assert hexapla("check", briefing).code == 1
    file.write_text(f"roots: {archive}\n")
    assert hexapla("check", briefing).code == 0
