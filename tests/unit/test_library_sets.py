"""Sets of passages, small and large, come back from a library's tables, and as one when segments are joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, connect

import numpy as np
import pytest
from pyroaring import FrozenBitMap

from tests.unit.library_files import articles, found, put
from tui.search import Library
from tui.search.library import sets, update
from tui.search.library.batch import grouped
from tui.search.library.dictionary import Dictionary
from tui.search.library.merging import join
from tui.search.library.sealed import seal_set
from tui.search.library.tables import writing
from tui.search.library.writer import Writer

FIRST = {0: 0, 5: 1_000, 1023: 2**24 - 500}  # of passages by segment: the last go from three bytes to four
WORDS: dict[int, dict[int, Sequence[int]]] = {
    0: {0: [3], 127: range(0, 120, 2), 128: [0, 7, 999], 70_000: range(sets.MOST)},
    5: {0: [2, 5], 127: [4], 300: range(40)},
    1023: {127: [1, 998], 128: [600], 2**25: [999]},
}


@pytest.fixture
def sql(tmp_path: Path) -> Iterator[Connection]:
    with closing(writing(tmp_path / "index.db")) as connection:
        Writer(connection)
        for segment, words in WORDS.items():
            pairs = np.array([(word, at) for word, passages in words.items() for at in passages], np.uint32)
            for table in ("post", "closing"):
                sets.write(connection, table, segment, grouped(pairs[:, 0], pairs[:, 1]), FIRST[segment])
            connection.execute("INSERT INTO segment VALUES (?, 1000, x'00000000')", (segment,))
        yield connection


def _meant(words: Sequence[int], of: Mapping[int, Mapping[int, Sequence[int]]] = WORDS) -> set[int]:
    return {FIRST[s] + at for s, here in of.items() for word in words for at in here.get(word, ())}


@pytest.mark.parametrize("words", [[0], [127], [128], [300], [2**25], [1], [129, 0, 70_000], [0, 1, 127, 128, 2**25]])
def test_the_passages_of_words_come_back(sql: Connection, words: list[int]) -> None:
    assert set(sets.read(sql, "post", words)) == set(sets.read(sql, "closing", words)) == _meant(words)
    assert not sets.read(sql, "opening", words)
    some = {segment: WORDS[segment] for segment in (0, 5)}
    assert set(sets.read(sql, "post", words, some)) == _meant(words, some)


def test_joined_segments_have_the_living_passages_of_both(sql: Connection) -> None:
    living = _meant((0, 127, 128, 300, 70_000, 2**25)) - {3, 1_004, 2**24 + 498}
    sql.execute("UPDATE meta SET value = ? WHERE key = 'living'", (seal_set(FrozenBitMap(living)),))
    join(sql, Dictionary(sql), [5, 0, 1023])
    for word in (0, 127, 128, 300, 70_000, 2**25):
        assert set(sets.read(sql, "post", [word])) == _meant([word]) & living, word
    assert sql.execute("SELECT DISTINCT k & 1023 FROM few").fetchall() == [(5,)]


def test_what_is_added_at_once_is_one_segment_and_what_that_frees_is_given_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "_LEAST_BATCH", 4)
    monkeypatch.setattr(update, "_MOST_BATCH", 4)
    words = " ".join(f"{letter}{number}" for letter in "abcdef" for number in range(300))
    folder = articles(tmp_path / "a", {f"{n}.txt": f"Ferry {n}. {words}. Ship {n}. Port {n}." for n in range(12)})
    Library.build(tmp_path / "l", [folder])
    assert _segments(tmp_path / "l") == (1, 0)
    put(folder / "x.txt", "A ferry alone.")
    Library(tmp_path / "l").add()
    assert _segments(tmp_path / "l")[0] == 2
    assert found(tmp_path / "l", "ferry").total == 13
    assert Library(tmp_path / "l").integrity() == ()


def _segments(library: Path) -> tuple[int, int]:
    """How many segments there are, and free pages."""
    with closing(connect(library / "index-1.db")) as index:
        (segments,), (free,) = (
            index.execute(q).fetchone() for q in ("SELECT count(*) FROM segment", "PRAGMA freelist_count")
        )
        return segments, free
