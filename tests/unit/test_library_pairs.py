"""Words in a row of a segment that many and few passages are joined into: all are there, and few passages are read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pyroaring import FrozenBitMap

from tui.documents import from_text
from tui.search.fold import words
from tui.search.library import batch, pairs, tables
from tui.search.library.blocks import Block
from tui.search.library.cutting import cut_document
from tui.search.library.model import Article
from tui.search.library.writer import Writer

MANY = [f"The old ferry left the harbour at {n}." for n in range(60)]
FEW = ["A trawler left the old pier.", "The pier is old.", "The old ferry came."]


def _add(writer: Writer, name: str, sentences: Sequence[str]) -> None:
    document = from_text("\n".join(sentences), name)
    writer.replace([Article(name.encode(), 1, 1, 1, cut_document(document))])


def test_a_segment_of_few_passages_is_read_again_and_one_of_many_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "READ", 4)
    monkeypatch.setattr(pairs, "READ", 4)
    read: list[int] = []

    class Noted(Block):
        def __init__(self, stored: object) -> None:
            super().__init__(stored)
            read.append(len(self))

    monkeypatch.setattr(pairs, "Block", Noted)
    writer = Writer(sql := tables.writing(tmp_path / "index.db"))
    _add(writer, "many", MANY)
    _add(writer, "few", FEW)
    number = writer._dictionary.words
    assert not pairs.common(sql)[1]
    writer.merge(1)
    ((segment, common),) = pairs.common(sql).items()
    assert common >= {number[word] for word in ("the", "old", "ferry", "left", "harbour")}
    assert 3 in read and sum(read) < 20  # with those of one row before, of which some might be of it
    texts = [[number[word.text] for word in words(text)] for text in MANY + FEW]
    for left in common:
        for right in common:
            meant = [at for at, text in enumerate(texts) if (left, right) in pairwise(text)]
            assert pairs.in_a_row(sql, left, [right], [segment]) == FrozenBitMap(meant)
