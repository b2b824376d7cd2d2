"""Nothing a source or an author wrote acts in an export: no HTML, link, image or code, and every character shows."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.hostile_markdown import CONSTRUCTS, hostile_briefing, hostile_strings
from tests.unit.markdown_reading import PRESETS, active, body, definitions, marks, parser, shown
from tui.documents import clean_line
from tui.export import markdown
from tui.export.inline import Note, cell, heading, paragraph
from tui.export.tables import table

SIGNS = list("ab 1.*_[]()<>!#-+=%|:@/&;^{}\\`\"'~$\n é日💩")
WORDS = ["http://", "www.", ".com", "a.in", "&lt;", "[^1]", "]:", "- ", "1. ", "> ", "    ", "“", "://", "@x.org"]
anything = st.lists(st.sampled_from(SIGNS + WORDS), max_size=14).map("".join)


def everywhere(text: str) -> str:
    """A document with `text` in a heading, a paragraph, a list, a table and a footnote."""
    return "\n\n".join(
        [
            heading(2, [text]),
            paragraph([text, Note("1")]) or "-",
            f"- {paragraph(['Title: ', text])}\n  - {paragraph(['“', text, '”'])}",
            table([[cell([text]), "b"], ["c", cell([text])]]),
            f"[^1]: {paragraph(['CNN, paragraph 1: “', text, '”. a.txt.'])}",
        ]
    )


def tidy(text: str) -> str:
    return " ".join(clean_line(text).replace("\t", " ").split())


def test_there_are_hostile_strings_enough() -> None:
    assert len(hostile_strings()) >= 640


@pytest.mark.parametrize("preset", PRESETS)
def test_no_hostile_string_is_active_in_any_place(preset: str) -> None:
    document = "\n\n".join(everywhere(text) for text in hostile_strings())
    assert active(document, preset) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_the_same_strings_unescaped_are_active(preset: str) -> None:
    naive = [text for text in hostile_strings() if active(text, preset)]
    assert len(naive) > 100


def test_every_hostile_string_is_shown_as_it_is() -> None:
    wrong = [text for text in hostile_strings() if shown(paragraph(["<", text, ">"])) != tidy(f"<{text}>")]
    assert wrong == []


def test_a_hostile_string_stays_one_heading_one_paragraph_and_one_cell() -> None:
    expected = ["heading_open", "paragraph_open", "bullet_list_open", "table_open", "paragraph_open"]
    for text in hostile_strings():
        found = parser("js-default").parse(everywhere(text))
        blocks = [one.type for one in found if (one.level, one.nesting) == (0, 1)]
        assert blocks == expected, text


@pytest.mark.parametrize("preset", PRESETS)
def test_a_briefing_hostile_in_every_field_exports_inert(preset: str) -> None:
    for text in CONSTRUCTS:
        assert active(body(markdown(hostile_briefing(text))), preset) == [], text


def test_hostile_fields_leave_footnotes_and_front_matter_whole() -> None:
    for text in CONSTRUCTS:
        export = markdown(hostile_briefing(text))
        front = yaml.safe_load(export.split("---\n")[1])
        assert front["title"] == clean_line(text), text
        numbers = list(dict.fromkeys(marks(body(export))))
        assert numbers == [str(n) for n in range(1, len(numbers) + 1)], text
        assert list(definitions(export)) == numbers, text


@given(anything)
def test_no_mixture_of_signs_is_active_or_altered(text: str) -> None:
    document = everywhere(text)
    assert [active(document, preset) for preset in PRESETS] == [[], [], []]
    assert shown(paragraph(["<", text, ">"])) == tidy(f"<{text}>")
