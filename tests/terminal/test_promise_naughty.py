"""Strings that programs have stumbled over, as titles, quotations, names of files and queries, in every sink."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest

from tests.terminal import kit, naughty, sweep
from tests.terminal.conftest import Open, Reached
from tests.terminal.test_promise_exports import check_inert
from tests.unit.hostile import forbidden
from tests.unit.markdown_reading import PRESETS
from tui import search
from tui.documents import from_text, load

PARTS, TOGETHER, NAMED = 2, 6, 60


@pytest.fixture(scope="session")
def strings(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], int]:
    """All strings, each once, and how many of them are of the public list."""
    public = naughty.big_list(tmp_path_factory.mktemp("list"))
    every = dict.fromkeys([*naughty.own(), *public])
    return list(every), len(public)


def about(strings: tuple[list[str], int]) -> str:
    """How many strings, and where they are from."""
    every, public = strings
    listed = f"{public} of the Big List" if public else "the Big List was not to be had from npm"
    return f"{len(every):,} naughty strings ({listed})"


@pytest.mark.hostile
def test_exports_and_searches_stand_every_one_of_them(strings: tuple[list[str], int], reached: Reached) -> None:
    every = strings[0]
    searcher = search.open([from_text("\n\n".join(every), "all")])
    for text in every:
        check_inert(text)
        assert not forbidden(searcher.search(text).query)
    assert len(every) >= 515
    reached("P9", f"{about(strings)} in every field × {len(PRESETS)} presets: 0 active")


def _together(strings: list[str]) -> list[str]:
    """Several in one text: to go through as many statements as strings takes minutes."""
    cut = [text[: kit.LONGEST] for text in strings]
    return [" · ".join(cut[at : at + TOGETHER]) for at in range(0, len(cut), TOGETHER)]


@pytest.mark.hostile
@pytest.mark.parametrize("part", range(PARTS))
def test_every_view_shows_every_one_of_them(
    part: int, strings: tuple[list[str], int], reading: Open, tmp_path: Path, reached: Reached
) -> None:
    """The first line alone: what painters draw is clean before it comes to the gate."""
    # The first ten name sources and sections, which must have a name.
    mine = [*map("plain {}".format, range(10)), *_together(strings[0][part::PARTS])]
    with reading(kit.briefing(tmp_path, every=mine), faults="without_gate,without_tables") as program:
        program.started()
        assert program.running, program.told()
        assert sweep.numbers(sweep.sections(program)) >= set(range(len(mine)))
        sweep.differences(program)
        for text in strings[0][part :: PARTS * TOGETHER]:
            program.press("/")
            program.paste(text)
            sweep.leave(program)
        sweep.export(program)
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    if part == 0:
        reached("P3", f"{about(strings)} as titles, quotations, notes and queries: 0 crashes, 0 actions, 0 foreign")


def _named(folder: Path, strings: list[str]) -> list[Path]:
    """An article under each of the names a file can have."""
    made = []
    for text in strings:
        name = text.replace("/", "∕").replace("\0", "")
        with suppress(OSError, ValueError):
            path = folder / f"{name}.txt"
            path.write_text("The pier stands.", encoding="utf-8")
            made.append(path)
    return list(dict.fromkeys(made))


@pytest.mark.hostile
def test_files_may_be_named_so(strings: tuple[list[str], int], reading: Open, tmp_path: Path, reached: Reached) -> None:
    paths = _named(tmp_path, strings[0])
    for path in paths:
        assert not forbidden(load(path).source)
    some = paths[:: -(-len(paths) // NAMED)]
    with reading(*(f"./{os.fspath(path.name)}" for path in some), faults="without_gate,without_tables") as program:
        program.started()
        for _ in some:
            program.press("l")
        assert program.answers()
        program.press("q", settle=False)
        ended = program.end()
    assert (ended.code, ended.faults) == (0, [])
    reached("P3", f"{len(paths):,} of them as names of files, {len(some)} open at once: 0 crashes, 0 foreign")
