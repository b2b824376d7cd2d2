"""A line is a paragraph; in hard-wrapped text a block is; and no paragraph is without end."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.hostile import hostile_text
from tui.documents import ArticleError, Document, Limits, from_text

SENTENCES = (
    "The ministers of the two countries met on Sunday and agreed that the command will be upgraded to a joint force "
    "headquarters. It reports to the Indo-Pacific Command in Hawaii, some 6,500 km away, and keeps 54,000 soldiers. "
    "Nobody asked what this would cost; the answer, an official said, would come with the budget of the next year."
)
ARABIC = (
    "قال وزير الدفاع إن القيادة الجديدة ستبدأ العمل في شهر مارس وإنها ستضم أربعة وخمسين ألف جندي في اليابان بعد "
    "اجتماع استمر ساعتين في طوكيو بحضور وزراء الخارجية والدفاع في البلدين ولم يذكر الوزير كلفة الخطة"
)
JAPANESE = (
    "日米両政府は日曜日に東京で会談を開き在日米軍の司令部を統合軍司令部に格上げすることで合意した新しい司令部は来年三月に発足する予定である"
    * 3
)


def paragraphs(text: str) -> list[str]:
    document = from_text(text)
    return [document.text[p.start : p.end] for p in document.paragraphs]


def wrapped(text: str, width: int, indent: str = "") -> str:
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)


def test_every_line_of_an_article_is_a_paragraph() -> None:
    document = from_text(f"CNN\n—\n\n{SENTENCES}\n{SENTENCES}\n \t \nEnd.")
    assert [p.number for p in document.paragraphs] == [1, 2, 3, 4, 5]
    assert [p.line for p in document.paragraphs] == [1, 2, 4, 5, 7]


@given(st.text(alphabet="a .\n\u00a0\u3000", max_size=40))
def test_the_lines_with_something_on_them_are_paragraphs_with_their_numbers(text: str) -> None:
    found = [(one.start, one.end, one.line) for one in from_text(text).paragraphs]
    begin, expected = 0, []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            expected.append((begin, begin + len(line.rstrip()), number))
        begin += len(line) + 1
    assert found == expected


def test_lines_are_counted_however_they_end() -> None:
    document = from_text("a\r\nb\rc\u2028d\u0085\n\ne")
    assert [(document.text[p.start : p.end], p.line) for p in document.paragraphs] == [
        ("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 7),
    ]  # fmt: skip


@pytest.mark.parametrize("width", [48, 60, 72, 78, 98])
@pytest.mark.parametrize("indent", ["", "   ", "> "])
def test_a_block_of_hard_wrapped_lines_is_one_paragraph(width: int, indent: str) -> None:
    block = wrapped(SENTENCES, width, indent)
    assert paragraphs(f"{block}\n\n{block}\n\n\n{block}\n") == [block] * 3


@pytest.mark.parametrize(("text", "width"), [(ARABIC, 60), (JAPANESE, 35)])
def test_wrapped_text_without_capitals_is_seen_too(text: str, width: int) -> None:
    block = wrapped(text, width)
    assert paragraphs(f"{block}\n\n{block}") == [block, block]


def test_justified_manual_pages_are_wrapped_text() -> None:
    line = "       with  spaces  put  in between the words so that both edges of the"
    block = "\n".join([line, *[line.replace("with", word) for word in ("they", "come", "then")]])
    assert paragraphs(f"NAME\n{block}\n\nOPTIONS\n{block}") == [f"NAME\n{block}", f"OPTIONS\n{block}"]


def test_a_table_of_contents_does_not_hide_that_an_rfc_is_wrapped() -> None:
    contents = "\n".join(f"   {n}. Terminology {'.' * 50} {n}" for n in range(1, 30))
    block = wrapped(SENTENCES, 72, "   ")
    assert paragraphs(f"{contents}\n\n{block}\n\n{block}")[29:] == [block, block]


@pytest.mark.parametrize(
    "lines",
    [
        ["The talks are over.", "Japan agrees.", "The alliance is stronger than ever, says Austin.", "China protests."]
        * 4,
        [f"- item {n}: something short" for n in range(30)],
        [f"2024-07-{n:02} 10:00:00 host service[{n}]: request served in {n} ms by worker" for n in range(10, 30)],
        ["def f(x):", "    return x + 1", "", "for value in values_of_the_whole_collection():", "    print(value)"] * 8,
        ["Shall I compare thee to a summer's day?", "Thou art more lovely and more temperate:"] * 7,
        ["one,two,three", "four,five,six"] * 20,
        ["apple", "banana", "cherry", "date"] * 20,
        [SENTENCES, "Short line", SENTENCES] * 3,
        ["नई दिल्ली में बैठक हुई।", "मंत्री ने कहा कि योजना तैयार है।", "चीन ने विरोध किया।"] * 5,
    ],
)
def test_short_lines_alone_do_not_make_wrapped_text(lines: list[str]) -> None:
    assert len(paragraphs("\n".join(lines))) == len([line for line in lines if line])


def test_in_wrapped_text_items_and_short_lines_are_passages_of_their_own() -> None:
    block = wrapped(SENTENCES, 72)
    item = "- one thing that is long enough to be wrapped on to\n  the next line"
    text = f"From: Ann\nTo: Bob\nSubject: Talks\n\n{block}\n\n{item}\n- two\n"
    document = from_text(text)
    found = [document.text[start:end] for start, end, number in document.passages if number != 4]
    assert found == [
        "From: Ann", "To: Bob", "Subject: Talks", item, "- two",
    ]  # fmt: skip


def test_a_sentence_runs_over_the_lines_of_its_block() -> None:
    document = from_text(f"{wrapped(SENTENCES, 60)}\n\n{wrapped(SENTENCES, 60)}")
    passages = [document.text[start:end].replace("\n", " ") for start, end, _ in document.passages]
    assert passages == [*SENTENCES.replace(". It", ".|It").replace(". Nobody", ".|Nobody").split("|")] * 2


def cut(document: Document) -> list[str]:
    return [document.text[p.start : p.end] for p in document.paragraphs]


def test_a_very_long_line_becomes_paragraphs_and_its_text_stays() -> None:
    line = "word " * 100 + "x" * 300
    document = from_text(line, limits=Limits(paragraph=100))
    assert document.text == line
    assert max(len(piece) for piece in cut(document)) <= 100
    assert "".join(cut(document)) == line
    assert {p.line for p in document.paragraphs} == {1}
    assert [(n.code, n.count) for n in document.notices] == [("long-line", 1)]


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    for text in ("ก็" * 200, "👩🏽\u200d🚀" * 100, "e\u0301" * 200):
        pieces = cut(from_text(text, limits=Limits(paragraph=61)))
        assert "".join(pieces) == text
        assert {piece[0] for piece in pieces} == {text[0]}


def test_a_wrapped_block_without_end_is_cut_at_its_lines() -> None:
    block = "\n".join(wrapped(SENTENCES, 72) for _ in range(50))
    document = from_text(block, limits=Limits(paragraph=1_000))
    assert all(len(piece) <= 1_000 and piece.count("\n") > 5 for piece in cut(document)[:-1])


def test_more_lines_or_passages_than_allowed_are_refused() -> None:
    with pytest.raises(ArticleError, match=r"^a\.txt: it has more than 10 lines, the most a document may have$"):
        from_text("x\n" * 11, "a.txt", limits=Limits(passages=10))
    with pytest.raises(ArticleError, match=r"^a\.txt: it has more than 10 passages, the most a document may have$"):
        from_text("The end. " * 11, "a.txt", limits=Limits(passages=10))


@given(hostile_text(), st.integers(2, 50))
def test_paragraphs_are_ordered_short_and_on_their_lines(text: str, longest: int) -> None:
    document = from_text(text, limits=Limits(paragraph=longest))
    reached = 0
    for number, start, end, line in document.paragraphs:
        assert reached <= start < end <= start + longest
        assert line == document.text.count("\n", 0, start) + 1
        assert document.text[reached:start].strip() == ""
        assert document.paragraph_at(start) == document.paragraphs[number - 1]
        reached = end
    assert document.text[reached:].strip() == ""
