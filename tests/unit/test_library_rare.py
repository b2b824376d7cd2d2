"""The passages of rare words lie together; a word becomes rare and common as articles come and go."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pyroaring import FrozenBitMap

from tests.unit.library_files import articles, found
from tui.search import Library
from tui.search.library import rare, sets, tables
from tui.search.library.batch import grouped
from tui.search.library.rare import Rare

MANY = sets.MOST + 20
OFTEN, SELDOM = (f"The pier {n} of {name}." for n, name in ((1, "Rotterdam"), (2, "Hoek")))


def test_passages_come_back_by_the_places_of_words(tmp_path: Path) -> None:
    sql = tables.writing(tmp_path / "index.db")
    held = {word: range(word, 70_000, 70_000 // (word % sets.MOST + 1) + 1) for word in range(90)}
    held[40] = range(sets.MOST + 1)
    pairs = np.array([(word + 300, passage) for word, passages in held.items() for passage in passages], np.uint32)
    sql.execute("INSERT INTO segment VALUES (0, 70000, NULL)")
    sets.write(sql, "post", 0, grouped(pairs[:, 0], pairs[:, 1]), 0)
    numbers = np.array([*range(389, 299, -1)], np.uint32)  # the other way round, as in the order of words
    frequency = np.array([len(held[number - 300]) for number in numbers.tolist()], np.uint32)
    kept = Rare(rare.arranged(sql, numbers, frequency, FrozenBitMap(range(70_000))) | {"frequency": frequency})
    assert np.flatnonzero(~kept.among(np.arange(90, dtype=np.uint32))).tolist() == [89 - 40]
    for words in ([0], [89], [15, 16, 17, 31, 32, 88], [*range(40)]):
        meant = sorted(passage for word in words for passage in held[89 - word])
        assert sorted(kept.passages(np.array(words, np.uint32)).tolist()) == meant


def test_a_word_of_many_passages_is_found_when_few_are_left(tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", {"often.txt": "\n\n".join([OFTEN] * MANY), "seldom.txt": SELDOM})
    Library.build(tmp_path / "l", [folder])
    assert found(tmp_path / "l", "pier").total == MANY + 1
    (folder / "often.txt").unlink()
    Library(tmp_path / "l").add([])
    assert (found(tmp_path / "l", "pier").total, found(tmp_path / "l", "rotterdam !hoek").total) == (1, 0)
    articles(folder, {"again.txt": "\n\n".join([OFTEN] * 3)})
    Library(tmp_path / "l").add([])
    assert (found(tmp_path / "l", "pier").total, found(tmp_path / "l", "rotterdam").total) == (4, 3)
    assert Library(tmp_path / "l").integrity() == ()
