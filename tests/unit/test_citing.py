"""A passage is taken away plain, as Markdown, or as Markdown with a footnote; its words stay words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tui.briefing.model import Source
from tui.documents import from_text
from tui.documents.model import Span
from tui.reader.citing import Passage, cited
from tui.settings.model import CopyForm

TEXT = "A first paragraph.\n\nThe pier *cost* [40 million](http://x.example) euros, <b>they</b> said."


def passage(words: str = "The pier *cost* [40 million](http://x.example)", outlet: str = "The Herald") -> Passage:
    document = from_text(TEXT)
    start = document.text.index(words)
    source = Source("herald", "../press/herald.txt", Path("/press/herald.txt"), "H", outlet)
    return source, document, Span(start, start + len(words))


def test_plain_is_one_line_a_passage() -> None:
    text = cited([passage(), passage("euros", "")], "plain")
    assert text.splitlines() == [
        "“The pier *cost* [40 million](http://x.example)” "
        "(The Herald, paragraph 2; press/herald.txt, characters 20–66)",
        "“euros” (outlet not stated, paragraph 2; press/herald.txt, characters 67–72)",
    ]


def test_a_title_stands_for_an_outlet_nobody_stated() -> None:
    source, document, span = passage("euros", "")
    text = cited([(replace(source, title="Pier opens late"), document, span)], "plain")
    assert text == "“euros” (Pier opens late, paragraph 2; press/herald.txt, characters 67–72)"


def test_markdown_is_a_quotation_with_whose_it_is_below() -> None:
    assert cited([passage("euros")], "markdown") == (
        "> “euros”\n>\n> — The Herald, paragraph 2. press/herald.txt, characters 67–72.\n"
    )


def test_a_footnote_has_a_label_of_its_own_for_every_place() -> None:
    assert cited([passage("euros"), passage("they")], "footnote") == (
        "“euros”[^herald-67-72]\n\n“they”[^herald-77-81]\n\n"
        "[^herald-67-72]: The Herald, paragraph 2. press/herald.txt, characters 67–72.\n\n"
        "[^herald-77-81]: The Herald, paragraph 2. press/herald.txt, characters 77–81.\n"
    )


@pytest.mark.parametrize("form", ["markdown", "footnote"])
def test_markup_of_an_article_does_nothing_where_it_is_pasted(form: CopyForm) -> None:
    html = MarkdownIt().render(cited([passage(TEXT[20:])], form))
    assert "<a" not in html and "<em>cost" not in html and "<b>" not in html
    assert "*cost* [40 million](" in html
