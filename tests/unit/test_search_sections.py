"""`source:` and `section:` choose where to look."""

from __future__ import annotations

import pytest

import tui.search
from tui.documents import Span, from_text
from tui.search import Searcher

FIRST = "Talks were held in Tokyo. Troops arrived in May. Talks will go on."
SECOND = "Troops left in June. Talks failed."


@pytest.fixture
def searcher() -> Searcher:
    documents = {"s1": from_text(FIRST), "s10": from_text(SECOND)}
    sections = {
        "command": {"s1": [Span(26, 30)], "s10": [Span(0, 5)]},
        "talks-2": {"s1": [Span(0, 26), Span(49, 66)]},
        "empty": {},
    }
    titles = {"command": "Command restructuring", "talks-2": "The long road"}
    return tui.search.open(documents, sections=sections, titles=titles, outlets={"s10": "The Daily Post"})


def found(searcher: Searcher, typed: str) -> list[str]:
    return sorted(hit.text for hit in searcher.search(typed).hits)


@pytest.mark.parametrize(
    "typed", ["section:command", "section:com", "section:restruct", "section:comand", 'section:"command res"']
)
def test_a_section_is_named_by_id_title_or_beginning(searcher: Searcher, typed: str) -> None:
    assert found(searcher, typed) == ["Troops arrived in May.", "Troops left in June."]


def test_a_passage_belongs_to_a_section_when_a_span_touches_it(searcher: Searcher) -> None:
    assert found(searcher, "section:talks-2") == ["Talks were held in Tokyo.", "Talks will go on."]
    assert found(searcher, "talks section:talks-2") == ["Talks were held in Tokyo.", "Talks will go on."]
    assert found(searcher, "section:empty") == []
    assert found(searcher, "!section:talks-2 talks") == ["Talks failed."]


def test_a_whole_name_beats_a_longer_one_that_begins_so(searcher: Searcher) -> None:
    assert {hit.source for hit in searcher.search("source:s1").hits} == {"s1"}
    assert {hit.source for hit in searcher.search("source:s").hits} == {"s1", "s10"}
    assert {hit.source for hit in searcher.search("june source:s1").hits} == {"s10"}
    assert found(searcher, "june source:s1 ") == []


@pytest.mark.parametrize("typed", ["source:daily", "source:post", 'source:"the daily"', "source:dialy"])
def test_a_source_is_also_named_by_its_outlet(searcher: Searcher, typed: str) -> None:
    assert {hit.source for hit in searcher.search(typed).hits} == {"s10"}


@pytest.mark.parametrize("typed", ["source:004", "source:004_", "source:ab12", "source:Z", "source:txt source:004"])
def test_a_source_no_name_fits_is_named_by_its_file(typed: str) -> None:
    documents = {"s1": from_text(FIRST), "s10": from_text(SECOND)}
    searcher = tui.search.open(documents, files={"s1": "coast.txt Y", "s10": "004_ab12.txt Z"})
    assert {hit.source for hit in searcher.search(typed).hits} == {"s10"}


def test_the_name_of_a_source_goes_before_the_file_of_another() -> None:
    documents = {"daily": from_text(FIRST), "post": from_text(SECOND)}
    searcher = tui.search.open(documents, files={"daily": "post.txt", "post": "daily.txt"})
    assert {hit.source for hit in searcher.search("source:post").hits} == {"post"}


def test_either_of_two_sources_will_do(searcher: Searcher) -> None:
    assert len(found(searcher, "source:s1 | source:s10")) == 5


def test_an_unknown_name_finds_nothing(searcher: Searcher) -> None:
    results = searcher.search("source:reuters talks")
    assert results.total == 0
    assert results.readings[0] == ("reuters", "source", (), True)


def test_filters_alone_list_passages_in_the_order_of_the_text(searcher: Searcher) -> None:
    spans = [hit.span for hit in searcher.search("source:s1 ").hits]
    assert spans == sorted(spans)


def test_documents_are_known_by_their_own_names_when_no_others_are_given() -> None:
    searcher = tui.search.open([from_text(FIRST, "news/one.txt"), from_text(SECOND, "news/two.txt")])
    assert {hit.source for hit in searcher.search("source:two troops").hits} == {"news/two.txt"}
