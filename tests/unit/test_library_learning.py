"""Short forms told from arrays are those that the reading of one passage after another learns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tui.search
from tui.documents import from_text
from tui.search.acronyms import Counted as Plain
from tui.search.acronyms import Learner as PlainLearner
from tui.search.library import tables
from tui.search.library.batch import read
from tui.search.library.counted import Counted, added
from tui.search.library.cutting import cut_document
from tui.search.library.dictionary import Dictionary
from tui.search.library.learning import Learner

CAPITALS = ("World", "Health", "UN", "USA", "NATO", "Äußere", "É", "(WHO)", "(UN)", "EU-US")
WORDS = st.sampled_from((*CAPITALS, "of", "the", "The", "And", "ship", "for."))
TEXTS = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=3).map("\n".join)


@pytest.fixture(scope="module")
def dictionary(tmp_path_factory: pytest.TempPathFactory) -> Dictionary:
    path: Path = tmp_path_factory.mktemp("learning") / "index.db"
    return Dictionary(tables.writing(path))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_arrays_teach_what_reading_teaches(dictionary: Dictionary, texts: list[str]) -> None:
    documents = [from_text(text, str(number)) for number, text in enumerate(texts)]
    index = tui.search.open(documents).index
    plain, learner = PlainLearner(index), Learner(dictionary)
    batch = read(dictionary, list(map(cut_document, documents)))
    words = dictionary.words.texts
    assert _spelt(learner.initials(batch), words) == _plain(plain.initials, index.vocabulary.words)
    assert _spelt(learner.brackets(batch), words) == _plain(plain.learned, index.vocabulary.words)
    assert _spelt(added([learner.initials(batch)] * 2), words) == {
        long: 2 * n for long, n in _plain(plain.initials, index.vocabulary.words).items()
    }


def _spelt(found: Counted, words: list[str]) -> Counter[str]:
    """How often each short form stands for what."""
    told, at = Counter[str](), 0
    numbers = found.words.tolist()
    for of, count, size in zip(found.of.tolist(), found.counts.tolist(), found.sizes.tolist(), strict=True):
        long = " ".join(words[number] for number in numbers[at : at + size])
        assert f"{found.shorts[of]} = {long}" not in told
        told[f"{found.shorts[of]} = {long}"] = count
        at += size
    return told


def _plain(learned: Plain, words: Sequence[str]) -> Counter[str]:
    return Counter(
        {
            f"{short} = {' '.join(words[word] for word in long)}": n
            for short, longs in learned.items()
            for long, n in longs.items()
        }
    )
