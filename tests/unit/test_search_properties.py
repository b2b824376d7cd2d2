"""What holds of every search over every text."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import tui.search
from tui.documents import Document, from_text
from tui.search import Results, Searcher

VOCABULARY = (
    "north korea korean japan japans missile missiles treaty treason 54,000 2% U.S. Indo-Pacific command (INDOPACOM) "
    "Straße behaviour behavior don’t 東京都 防衛 Москва İzmir a I the The of and"
)
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=8).map(lambda lines: ".\n".join(lines))
TYPED = st.lists(
    WORDS
    | st.sampled_from(["'north", "!treaty", "^The", "korea$", '"north korea"', "|", "source:one", "kroea", "'", "!"]),
    min_size=1,
    max_size=5,
).map(" ".join)
ANYTHING = st.text(alphabet=st.sampled_from("abk '^!|$\"\\:é東“”%,.0") | st.characters(), max_size=40)


def opened(text: str) -> tuple[Document, Searcher]:
    document = from_text(text, "one")
    return document, tui.search.open([document])


def places(results: Results) -> list[tuple[int, int]]:
    return [hit.span for hit in results.hits]


@given(TEXTS | ANYTHING, TYPED | ANYTHING, st.integers(0, 12))
@settings(max_examples=150, deadline=None)
def test_every_query_is_answered_with_exact_places(text: str, typed: str, limit: int) -> None:
    document, searcher = opened(text)
    results = searcher.search(typed, limit)
    assert len(results.hits) == min(limit, results.total)
    for hit in results.hits:
        assert hit.text == document.text[hit.span.start : hit.span.end]
        assert 0 <= hit.score <= 1
        assert all(hit.span.start <= start < end <= hit.span.end for start, end in hit.highlights)
        assert all(a.end < b.start for a, b in pairwise(hit.highlights))
    scores = [hit.score for hit in results.hits]
    assert scores == sorted(scores, reverse=True)


@given(TEXTS, TYPED)
@settings(max_examples=60, deadline=None)
def test_equal_searches_have_equal_answers_whatever_came_before(text: str, typed: str) -> None:
    first, second = opened(text)[1], opened(text)[1]
    for end in range(len(typed)):
        first.search(typed[:end])
    assert first.search(typed) == second.search(typed) == second.search(typed)


@given(TEXTS, TYPED, st.integers(0, 8), st.integers(0, 8))
@settings(max_examples=60, deadline=None)
def test_a_shorter_list_is_the_beginning_of_a_longer_one(text: str, typed: str, a: int, b: int) -> None:
    searcher = opened(text)[1]
    shorter, longer = sorted((a, b))
    assert searcher.search(typed, shorter).hits == searcher.search(typed, longer).hits[:shorter]


@given(
    TEXTS, st.lists(WORDS | st.sampled_from(["kroea", "missle", "nort", "xqz"]), min_size=1, max_size=5), st.randoms()
)
@settings(max_examples=100, deadline=None)
def test_words_in_any_order_find_the_same_passages(text: str, words: list[str], random: Random) -> None:
    searcher = opened(text)[1]
    shuffled = random.sample(words, len(words))
    typed, turned = " ".join(words), " ".join(shuffled)
    assert set(places(searcher.search(typed, 100))) == set(places(searcher.search(turned, 100)))


@given(TEXTS, st.data())
@settings(max_examples=100, deadline=None)
def test_words_of_a_passage_find_it(text: str, data: st.DataObject) -> None:
    document, searcher = opened(text)
    passage = data.draw(st.sampled_from(document.passages))
    words = document.text[passage.start : passage.end].split()
    typed = " ".join(data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=4, unique=True)))
    typed = typed.replace('"', "")
    assert (passage.start, passage.end) in places(searcher.search(typed, 100))


@given(TEXTS, st.data())
@settings(max_examples=60, deadline=None)
def test_an_unfinished_operator_never_empties_the_list(text: str, data: st.DataObject) -> None:
    document, searcher = opened(text)
    passage = data.draw(st.sampled_from(document.passages))
    words = [word for word in document.text[passage.start : passage.end].split() if word[0] != "("]
    good = [data.draw(st.sampled_from(["{}", "'{}", '"{}"', "source:one"])).format(word) for word in words]
    typed = " ".join([*good, data.draw(st.sampled_from(["!absent", "^", "|", "'", "source:", '"']))])
    for end in range(1, len(typed) + 1):
        finished = typed[:end].rpartition(" ")[0]
        if finished and searcher.search(finished).hits:
            assert searcher.search(typed[:end]).hits, typed[:end]
