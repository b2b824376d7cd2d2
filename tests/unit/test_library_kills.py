"""`kill -9` at any moment of an addition: every later search works, adding again completes, the index is whole."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.unit.library_files import OLD, articles, found, put
from tui.search import Library
from tui.search.library import Progress, Summary, tables, update
from tui.search.library.cutting import Cut
from tui.search.library.model import Article
from tui.search.library.writer import Writer

KILLS = 20


class _Killer:
    """Kills this process before its `moment`th statement; `count` only counts them."""

    def __init__(self, moment: int) -> None:
        self.moment = moment
        self.count = 0

    def __call__(self, _statement: str) -> None:
        self.count += 1
        if self.count == self.moment:
            os.kill(os.getpid(), signal.SIGKILL)


def _watch(monkeypatch: pytest.MonkeyPatch, killer: _Killer) -> None:
    writing = tables.writing

    def watched(path: Path, *, is_small: bool) -> sqlite3.Connection:
        connection = writing(path, is_small=is_small)
        connection.set_trace_callback(killer)
        return connection

    monkeypatch.setattr("tui.search.library.library.writing", watched)


def _killed(monkeypatch: pytest.MonkeyPatch, moment: int, library: Path, folder: Path) -> int:
    """The signal that ended a child which adds a folder."""
    child = os.fork()
    if child == 0:
        _watch(monkeypatch, _Killer(moment))
        Library.build(library, [folder])
        os._exit(0)
    return os.WTERMSIG(os.waitpid(child, 0)[1])


def _written(folder: Path) -> Path:
    texts = {f"{n}.txt": f"Report {n} of the ferry. Ship number {n} sailed (so says the WHO)." for n in range(30)}
    return articles(folder, texts)


def test_a_killed_addition_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    monkeypatch.setattr(update, "_LEAST_BATCH", 10)
    monkeypatch.setattr(update, "_MOST_BATCH", 10)
    monkeypatch.setattr(update, "_SEGMENTS", 2)
    folder = _written(tmp_path / "a")
    counting = _Killer(0)
    with monkeypatch.context() as patch:
        _watch(patch, counting)
        Library.build(tmp_path / "counted", [folder])
    library, random, killed = tmp_path / "l", Random(5), 0
    Library.build(library, [articles(tmp_path / "b")])
    for kill in range(KILLS):
        with monkeypatch.context() as patch:
            moment = random.randrange(1, max(2, int(counting.count * (0.1 if kill % 2 else 0.9))))
            ended = _killed(patch, moment, library, folder)
        assert ended in (signal.SIGKILL, 0)
        killed += ended == signal.SIGKILL
        assert found(library, "'fishing").total == 1
        assert found(library, "ferry", 100).total <= 30
        assert Library(library).integrity() == ()
        put(folder / f"{kill % 30}.txt", f"Report {kill} of the ferry was changed. Good.", OLD + 1 + kill)
    Library.build(library, [folder])
    assert Library(library).integrity() == ()
    assert found(library, "ferry", 100).total == 30
    assert Library(library).status().articles == 33
    record_property("P14", f"{killed} additions killed: 0 broken, nothing lost")


def test_an_interrupted_rebuild_leaves_the_old_index_answering(tmp_path: Path) -> None:
    library = tmp_path / "l"
    Library.build(library, [_written(tmp_path / "a")])

    def interrupt(progress: Progress) -> None:
        if progress.articles == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Library(library, progress=interrupt).rebuild()
    assert found(library, "ferry", 100).total == 30
    assert Library(library).add().unchanged == 30
    assert [path.name for path in library.glob("*.db")] == ["index-1.db"]
    Library(library).rebuild()
    assert [path.name for path in library.glob("*.db")] == ["index-2.db"]


def test_an_interruption_keeps_what_was_there_and_what_was_read(tmp_path: Path) -> None:
    library, reached = tmp_path / "l", Progress()
    Library.build(library, [articles(tmp_path / "b")])

    def interrupt(progress: Progress) -> None:
        nonlocal reached
        reached = progress
        if progress.articles == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Library(library, progress=interrupt).add([_written(tmp_path / "a")])
    assert (reached.indexed, reached.of_articles) == (12, 30)
    assert found(library, "'fishing").total == 1
    assert found(library, "ferry", 100).total == 12
    assert Library(library).add() == Summary(added=18, unchanged=15, passages=36)


def test_an_interruption_within_a_transaction_undoes_it_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "_LEAST_BATCH", 10)
    monkeypatch.setattr(update, "_MOST_BATCH", 10)
    library, add, added = tmp_path / "l", Writer._add, list[int]()

    def interrupted(writer: Writer, new: Sequence[Article[Cut]]) -> None:
        add(writer, new)
        added.append(len(new))
        if len(added) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "_add", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Library.build(library, [_written(tmp_path / "a")])
    assert len(added) == 2
    assert Library(library).status().articles == added[0]
    assert Library(library).integrity() == ()
