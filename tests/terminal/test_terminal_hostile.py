"""Nothing in an article, a briefing, a name, a query or a paste acts on the terminal, and all of it can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import kit, sweep
from tests.terminal.conftest import Open, Reached
from tests.terminal.grammar import copied, foreign, tokens
from tests.unit.hostile import DIRECTION, HIDDEN, MARKUP, forbidden
from tui import documents

ALL_GUARDS = "without_cleaning,without_gate,without_tables"
ONE_COLUMN = (70, 50)


def test_every_row_of_hostile_articles_is_shown_and_nothing_acts(reading: Open, tmp_path: Path) -> None:
    articles = kit.articles(tmp_path)
    with reading(*articles, size=ONE_COLUMN) as program:
        program.started()
        for path in articles:
            program.press("g")
            shown = [program.screen.part(3, 1, 3, 2)]
            for _ in sweep.turn(program):
                shown.append(program.screen.part(3, 1, 3, 2))
            document = documents.load(path)
            for paragraph in document.paragraphs:
                wanted = "".join(document.text[paragraph.start : paragraph.end].split())
                assert any(wanted in page for page in shown), wanted
                assert not forbidden(wanted)
            program.press("l")
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_the_naive_build_fails_the_same_run(reading: Open, tmp_path: Path) -> None:
    """A guard on the guard: the sweep sees every family of sequences when nothing is cleaned."""
    with reading(kit.articles(tmp_path)[0], size=ONE_COLUMN, faults=ALL_GUARDS) as program:
        program.started()
        sweep.sources(program)
        found = foreign(program.written)
    for family in (
        "\\x1b]52;",
        "\\x9d52;",
        "\\x1b]0;",
        "\\x1bP",
        "\\x1b_",
        "\\x1b[2J",
        "\\x1b[?1000",
        "\\x07",
        "U+202E",
    ):
        assert any(family in sequence for sequence in found), family


def test_behind_the_cleaning_the_gate_lets_no_sequence_past(reading: Open, tmp_path: Path) -> None:
    with reading(kit.articles(tmp_path)[0], size=ONE_COLUMN, faults="without_cleaning") as program:
        program.started()
        sweep.sources(program)
        acting = [sequence for sequence in foreign(program.written) if not sequence.startswith("U+")]
        turning = {"U+202E", "U+202D", "U+2066", "U+2067"} & set(foreign(program.written))
    # What is left are styles: only the cleaning can tell those of a text from those of the reader.
    assert [sequence for sequence in acting if not sequence.endswith("m'")] == []
    assert turning == set()


def test_markup_in_a_text_is_text_where_a_build_that_reads_it_fails(reading: Open, tmp_path: Path) -> None:
    with reading(*kit.articles(tmp_path), faults="with_markup") as program:
        program.started().press("g")
        assert program.end().code == 2


def test_a_hostile_briefing_is_harmless_in_every_view(reading: Open, tmp_path: Path) -> None:
    """The first line alone: what painters draw is clean before it comes to the gate."""
    step = 9
    with reading(kit.briefing(tmp_path, step), faults="without_gate,without_tables") as program:
        program.started()
        everything = set(range(0, len(kit.texts()), step))
        assert sweep.numbers(sweep.sections(program)) >= everything
        assert sweep.numbers(sweep.coverage(program)) >= everything
        sweep.differences(program)
        sweep.timeline(program)
        sweep.search(program, "opened")
        sweep.help_dialog(program, kit.NAMED["action"])
        program.press("e")
        program.press("y")
        sweep.leave(program)
        program.press("y")
        assert program.answers()
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    assert copied(program.written)
    for text in copied(program.written):
        assert not forbidden(text)


EVERYTHING = ("y", "o", "b", "3", "4", "5", "e", "\x1b[27u", "O", "\x1b[27u", "2", "/pier", "\r", "\x1b[27u")


def test_hostile_names_of_articles_are_harmless(reading: Open, tmp_path: Path) -> None:
    for name in kit.NAMES:
        (tmp_path / name).write_text("The pier stands.\n\n[/foo] It does.", encoding="utf-8")
    with reading(*[f"./{name}" for name in kit.NAMES], faults="without_gate,without_tables") as program:
        program.started()
        for number in range(len(kit.NAMES)):
            assert "The pier stands." in program.screen.text()
            for key in EVERYTHING if number == 1 else ():
                program.press(key)
            program.press("2")
            program.press("l")
        (tmp_path / kit.NAMES[0]).write_text("The pier has moved.", encoding="utf-8")
        (tmp_path / kit.NAMES[-1]).unlink()
        program.pause(1.2)
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_hostile_names_of_briefings_and_themes_are_harmless(reading: Open, tmp_path: Path, home: Path) -> None:
    source = kit.briefing(tmp_path, 40)
    own, themes = home / "data" / "hexapla" / "briefings", home / "config" / "hexapla" / "themes"
    for folder in (own, themes):
        folder.mkdir(parents=True)
    for name in kit.NAMES:
        (own / f"{name}.yaml").write_text("{[", encoding="utf-8")
        (themes / f"{name}.yaml").write_text("dark: true\ncolors: {}\n" if len(name) % 2 else "{[", encoding="utf-8")
    opened = source.rename(tmp_path / f"{kit.NAMES[0]}\u2060.yaml")
    with reading(f"./{opened.name}", faults="without_gate,without_tables") as program:
        program.started()
        for key in ("O", "G", "\x1b[27u", "T", "j", "G", "\x1b[27u", "b", "a", "noted\r", "A", "\x1b[27u", *EVERYTHING):
            program.press(key)
        opened.write_text("{[", encoding="utf-8")
        program.pause(1.2)
        program.press("o")
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_pasted_text_is_never_a_key(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        before = program.started().screen.lines()[:-1]
        for text in kit.PASTES:
            program.paste(text)
        assert program.comes_to(lambda: program.screen.lines()[:-1] == before)
        program.press("/")
        for text in kit.NAMED.values():
            program.paste(text)
        program.press("q")
        sweep.leave(program)
        assert program.comes_to(lambda: program.screen.lines()[:-1] == before)
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_in_a_build_with_textuals_own_driver_pasted_text_acts(reading: Open, shipped: Path) -> None:
    """A guard on the guard: the same pastes are keys there, and one of them quits."""
    with reading(shipped, faults="with_textual_driver") as program:
        before = program.started().screen.text()
        program.paste("\x1b" + "j" * 60)
        assert program.screen.text() != before


@pytest.mark.hostile
@pytest.mark.parametrize("size", [(60, 20), (120, 40), (200, 50)])
def test_everything_hostile_in_every_view_at_every_width(
    size: tuple[int, int], reading: Open, tmp_path: Path, reached: Reached
) -> None:
    everything = set(range(len(kit.texts())))
    with reading(kit.briefing(tmp_path), size=size) as program:
        program.started()
        assert sweep.numbers(sweep.sections(program)) >= everything
        assert sweep.numbers(sweep.sources(program)) >= everything
        assert sweep.numbers(sweep.coverage(program)) >= everything
        assert sweep.numbers(sweep.differences(program)) >= set(range(0, len(everything), 6))
        sweep.timeline(program)
        found = sweep.numbers(sweep.search(program, "ends"))
        sweep.export(program)
        sweep.help_dialog(program)
        for query in kit.QUERIES:
            sweep.search(program, query)
            sweep.help_dialog(program, query)
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    assert len(found) > len(everything) * 0.9
    if size[0] == 120:
        texts, wrote = len(everything), len(program.written)
        reached("P1", f"{texts} texts, every row of 5 views, search, help and export: {wrote:,} bytes, 0 foreign")
        reached(
            "P2", f"0 hidden or turning characters in those bytes; {len(HIDDEN) + len(DIRECTION)} kinds shown as signs"
        )
        reached("P3", f"{len(MARKUP) + 3} kinds of markup shown as written; 0 crashes, 0 actions")


@pytest.mark.hostile
@pytest.mark.parametrize("part", range(3))
def test_every_paste_and_query_in_the_search_box(part: int, reading: Open, shipped: Path, reached: Reached) -> None:
    every = (*kit.PASTES, *kit.QUERIES, *kit.texts().values())
    with reading(shipped) as program:
        before = program.started().screen.text()
        for text in every[part::3]:
            program.press("/")
            program.paste(text)
            sweep.leave(program)
        assert program.comes_to(lambda: program.screen.text() == before)
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    if part == 0:
        reached("P1", f"{len(every)} pastes into the search box: 0 keys, 0 foreign")


def test_the_grammar_finds_what_it_is_to_find() -> None:
    for name in ("clipboard", "eight-bit style", "right to left"):
        assert foreign(f"\x1b[?2026h{kit.NAMED[name]}\x1b[?2026l".encode())
    assert foreign(b"\x1b[8m")
    assert foreign(b"\xff")
    assert foreign(b"\x1b[38;2;1;2;3;48;2;1;2;3;1mword\x1b[0m\x1b[1;1H") == []
    assert [token.kind for token in tokens(b"a\x1b[1m\x1bc\x07\xff")] == ["text", "csi", "escape", "control", "broken"]
