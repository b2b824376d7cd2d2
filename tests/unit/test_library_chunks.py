"""A passage cut into chunks is the same text with the same words again, however odd it is."""

from __future__ import annotations

from array import array

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents import clean
from tui.documents.model import Passage
from tui.search import fold
from tui.search.library import codes
from tui.search.library.batch import Batch
from tui.search.library.blocks import Block, blocks
from tui.search.library.chunks import END, cut, forms, join, places
from tui.search.library.formed import Forms

LETTERS = st.text(alphabet="aUS.é'’(), \n-5%_東京ا", max_size=40)
NUMBERS = st.lists(st.integers(0, 2**31), max_size=40)


@settings(max_examples=150)
@given(LETTERS, st.integers(0, 40), st.integers(0, 40))
def test_chunks_are_the_text_and_its_words(text: str, one: int, other: int) -> None:
    text = clean(text)
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    chunks = cut(text, [(start, end, 1)]).removesuffix(END).split(" ")
    again, before = join(chunks)
    words = list(fold.words(text, start, end))
    assert again == text[start:end]
    assert [(start + low, start + high) for low, high in places(again, before)] == [(w.start, w.end) for w in words]
    assert [form.word for chunk in chunks for form in forms(chunk)] == [word.text for word in words]


@given(st.lists(st.one_of(LETTERS.map(lambda text: text.replace(" ", "")), st.sampled_from((END, "\x01Us", "\n")))))
def test_many_chunks_read_together_have_the_words_of_each(chunks: list[str]) -> None:
    chunks = [chunk if chunk == "\n" else chunk.replace("\n", "") for chunk in chunks]
    known = Forms([], [], array("I"))
    numbers, counts = known.of(chunks)
    words = [(known.spellings[form], known.words.texts[known.word_of_form[form]]) for form in numbers.tolist()]
    assert counts.tolist() == [len(list(forms(chunk))) for chunk in chunks]
    assert words == [form for chunk in chunks for form in forms(chunk)]


@given(NUMBERS)
def test_numbers_come_back(numbers: list[int]) -> None:
    assert codes.count(codes.spell(numbers)).tolist() == numbers
    assert codes.count(codes.unseal_text(codes.seal_text(codes.spell(numbers)))).tolist() == numbers


@pytest.mark.parametrize("step", [(0, 0), (3, 7), (0, 8), (2**24, 0), (2**25, 500), (-200, 0), (0, -3)])
@pytest.mark.parametrize("moved", [0, 1_000_000])
def test_blocks_keep_every_place_and_chunk(moved: int, step: tuple[int, int]) -> None:
    passages = [Passage(moved + 10 * at + 1, moved + 10 * at + 7, moved + at // 3) for at in range(40)]
    passages[21:] = [Passage(s + step[0], e + step[0], paragraph + step[1]) for s, e, paragraph in passages[21:]]
    chunks = np.array([moved + 3 * at for at in range(80)], np.uint32)
    batch = Batch.__new__(Batch)
    batch.size, batch.chunks, batch.chunk_first = 40, chunks, np.arange(0, 81, 2)
    places = array("I", [number for passage in passages for number in passage])
    found = {first: Block(stored) for first, _, stored in blocks([places], batch)}
    for at, passage in enumerate(passages):
        first = max(begin for begin in found if begin <= at)
        assert found[first].passage(at - first) == passage
        assert found[first].chunks(at - first) == chunks[2 * at : 2 * at + 2].tolist()
