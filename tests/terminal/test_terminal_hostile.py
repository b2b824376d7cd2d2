"""Nothing in an article, a briefing, a name, a query or a paste acts on the terminal, and all of it can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import kit, sweep
from tests.terminal.conftest import Open
from tests.terminal.grammar import copied, foreign, tokens
from tests.unit.hostile import forbidden
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
    with reading(*kit.articles(tmp_path), size=ONE_COLUMN, faults=ALL_GUARDS) as program:
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
    with reading(*kit.articles(tmp_path), size=ONE_COLUMN, faults="without_cleaning") as program:
        program.started()
        sweep.sources(program)
        acting = [sequence for sequence in foreign(program.written) if not sequence.startswith("U+")]
        turning = {"U+202E", "U+202D", "U+2066", "U+2067"} & set(foreign(program.written))
    # What is left are styles: only the cleaning can tell those of a text from those of the reader.
    assert [sequence for sequence in acting if not sequence.endswith("m'")] == []
    assert turning == set()


def test_markup_in_a_text_is_text_where_a_build_that_reads_it_fails(reading: Open, tmp_path: Path) -> None:
    with reading(*kit.articles(tmp_path), faults="with_markup") as program:
        program.started()
        assert program.end().code == 2


def test_a_hostile_briefing_is_harmless_in_every_view(reading: Open, tmp_path: Path) -> None:
    step = 5
    with reading(kit.briefing(tmp_path, step)) as program:
        program.started()
        everything = set(range(0, len(kit.texts()), step))
        assert sweep.numbers(sweep.sections(program)) >= everything
        assert sweep.numbers(sweep.coverage(program)) >= everything
        sweep.differences(program)
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


@pytest.mark.parametrize("name", kit.NAMES)
def test_a_hostile_file_name_is_harmless(name: str, reading: Open, tmp_path: Path) -> None:
    (tmp_path / name).write_text("The pier stands.\n\n[/foo] It does.", encoding="utf-8")
    with reading(f"./{name}") as program:
        program.started()
        assert "The pier stands." in program.screen.text()
        sweep.search(program, "pier")
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_pasted_text_is_a_query_and_never_a_key(reading: Open, shipped: Path) -> None:
    with reading(shipped) as program:
        program.started()
        before = program.screen.text()
        for text in kit.PASTES:
            program.paste(text)
        assert program.screen.text() == before
        for text in (*kit.PASTES, *kit.QUERIES):
            program.press("/")
            program.paste(text)
            sweep.leave(program)
        assert program.screen.text() == before
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])


def test_the_grammar_finds_what_it_is_to_find() -> None:
    for name in ("clipboard", "eight-bit style", "right to left"):
        assert foreign(f"\x1b[?2026h{kit.NAMED[name]}\x1b[?2026l".encode())
    assert foreign(b"\x1b[8m")
    assert foreign(b"\xff")
    assert foreign(b"\x1b[38;2;1;2;3;48;2;1;2;3;1mword\x1b[0m\x1b[1;1H") == []
    assert [token.kind for token in tokens(b"a\x1b[1m\x1bc\x07\xff")] == ["text", "csi", "escape", "control", "broken"]
