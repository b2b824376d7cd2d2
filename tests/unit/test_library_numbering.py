"""Texts looked up together have the numbers they would get one after another, whatever their tags have in common."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.search.library import numbering
from tui.search.library.numbering import Numbering

TEXTS = st.text("aä\x01\n東", max_size=9) | st.sampled_from(("a" * 7, "a" * 8, "a" * 16, "a" * 17, "b" + "a" * 16))
PASSAGES = st.lists(st.lists(TEXTS, min_size=1, max_size=8), max_size=8)


def _read(known: Numbering, passages: list[list[str]]) -> list[list[int]]:
    numbers, counts = known.read("".join(" ".join(texts) + "\0" for texts in passages).encode())
    return [part.tolist() for part in np.split(numbers, np.cumsum(counts)[:-1])] if passages else []


@pytest.mark.parametrize("bits", [56, 1, 0])  # of hashes: with one bit or none nearly all long texts have the same tag
@settings(max_examples=60, deadline=None)
@given(st.lists(PASSAGES, max_size=4))
def test_numbers_are_those_of_a_dictionary(bits: int, batches: list[list[list[str]]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbering, "_HASHED", np.uint64((1 << bits) - 1))
        patch.setattr(numbering, "_LEAST_BITS", 1)
        known, plain = Numbering(), dict[str, int]()
        for passages in batches:
            numbers = _read(known, passages)
            if bits == 56:  # else texts that have a tag together may come later than others
                assert numbers == [[plain.setdefault(text, len(plain)) for text in texts] for texts in passages]
            plain.update(
                (text, number)
                for texts, each in zip(passages, numbers, strict=True)
                for text, number in zip(texts, each, strict=True)
            )
            assert sorted(plain.values()) == list(range(len(known)))
            assert known.texts(np.arange(len(known))) == sorted(plain, key=plain.__getitem__)


@pytest.mark.parametrize("bits", [56, 0])
@settings(max_examples=60, deadline=None)
@given(before=PASSAGES, after=PASSAGES, random=st.randoms())
def test_texts_numbered_anew_are_found_by_their_new_numbers(
    bits: int, before: list[list[str]], after: list[list[str]], random: Random
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(numbering, "_HASHED", np.uint64((1 << bits) - 1))
        known = Numbering()
        _read(known, before)
        begin = len(known)
        _read(known, after)
        texts, order = known.texts(np.arange(len(known))), list(range(len(known) - begin))
        random.shuffle(order)
        known.renumber(begin, np.array(order, np.intp))
        assert known.texts(np.arange(len(known))) == texts[:begin] + [texts[begin + at] for at in order]
        numbers = _read(known, [*before, *after])
        assert [known.texts(np.array(each)) for each in numbers] == [*before, *after]


def test_many_texts_find_room() -> None:
    known, texts = Numbering(), [f"{at}" * (1 + at % 3) for at in range(3_000)]
    texts = list(dict.fromkeys(texts))
    assert _read(known, [texts]) == [list(range(len(texts)))]
    assert _read(known, [texts[::-1]]) == [list(range(len(texts)))[::-1]]


def test_texts_written_to_have_one_hash_have_many() -> None:
    """Two bytes at the ends of two words once told too little of the key: nearly all such texts had a tag together."""
    letters = [chr(letter) for letter in range(0x21, 0x7F)]
    texts = [f"0000000{one}bbbbbbb{other}" for one in letters for other in letters]
    texts += [f"00000000000{one}000{one}bbbbbbb{other}" for one in letters for other in letters]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.urandom", lambda _: b"a secret")  # one key of a few hundred leaves some dozens together
        patch.delattr(Numbering, "_alone")  # which numbers a text that has the tag of another
        known = Numbering()
        assert _read(known, [texts]) == [list(range(len(texts)))]
