"""Notes as a file: what is written is read again, what another hand wrote is checked, words are found again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.builders import a_briefing, a_source
from tui.documents import clean, from_text
from tui.documents.model import Document, Span
from tui.notes import Note, note_on, notes_file, placed, read, write, yaml_text

BRIEFING = a_briefing([a_source("one"), a_source("two")])
TEXT = "The pier cost 40 million euros. Nobody was hurt.\n\nThe pier was closed. Nobody was hurt. It rained."

texts = st.text(st.characters(codec="utf-8"), max_size=40).map(clean)
filled = texts.map(str.strip).filter(bool)
notes = st.builds(Note, st.sampled_from(["one", "two", "NO", "é1"]), filled, texts, texts, texts.map(str.strip))


def span_of(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span(at, at + len(words))


@given(st.lists(notes, max_size=5))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, kept: list[Note]) -> None:
    path = tmp_path_factory.mktemp("notes") / "deep" / "b.yaml"
    write(path, BRIEFING, kept)
    assert read(path).notes == tuple(kept)
    assert read(path).findings == ()


def test_the_file_is_for_people() -> None:
    note = Note("one", "Nobody was hurt", "euros. ", ".", "“Nobody”: who counted?")
    assert yaml_text(BRIEFING, [note, Note("two", "It rained")]).split("\n")[2:] == [
        "version: 1",
        'briefing: "b"',
        "notes:",
        '  - source: "one"',
        '    quote: "Nobody was hurt"',
        '    prefix: "euros. "',
        '    suffix: "."',
        '    note: "“Nobody”: who counted?"',
        '  - source: "two"',
        '    quote: "It rained"',
        "",
    ]


def test_without_a_file_there_are_no_notes(tmp_path: Path) -> None:
    assert read(tmp_path / "none.yaml").notes == () and read(tmp_path / "none.yaml").findings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("notes: [{source: one}]", "missing-key"),
        ("notes: [{source: one, quote: x, colour: red}]", "unknown-key"),
        ("notes: words", "wrong-shape"),
        ("version: 2\nnotes: []", "unknown-version"),
        ("notes: [", "yaml"),
        ("- a", "wrong-shape"),
    ],
)
def test_faults_are_told_at_their_place(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(text, encoding="utf-8")
    kept = read(path)
    assert code in [finding.code for finding in kept.findings] and kept.findings[0].line >= 1


def test_a_faulty_entry_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text("notes:\n- {source: one}\n- {source: two, quote: It rained}\n", encoding="utf-8")
    assert [note.source for note in read(path).notes] == ["two"]


def test_a_folder_in_the_files_place_is_a_fault(tmp_path: Path) -> None:
    assert [finding.code for finding in read(tmp_path).findings] == ["unreadable"]


def test_notes_go_by_the_id_of_a_briefing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert notes_file(BRIEFING) == tmp_path / "hexapla" / "notes" / "b.yaml"
    assert notes_file(a_briefing([a_source("one")], path=Path(), id="")) is None


# -- places


def place(note: Note, text: str) -> Span | None:
    [found] = placed([note], {"one": from_text(text)})
    return found.span


@pytest.mark.parametrize("start", [0, 60])
def test_of_equal_words_those_meant_are_found_again(start: int) -> None:
    span = span_of("Nobody was hurt.", start)
    note = note_on(from_text(TEXT), "one", span)
    assert note and place(note, TEXT) == span
    moved = place(note, "Something new. " + TEXT)
    assert moved is not None and moved.start == span.start + 15


def test_words_that_are_gone_have_no_place_and_come_last() -> None:
    document = from_text(TEXT)
    gone, there = Note("one", "Quite other words entirely"), Note("one", "It rained")
    assert [(one.note, one.span is None) for one in placed([gone, there], {"one": document})] == [
        (there, False),
        (gone, True),
    ]


def test_notes_come_in_the_order_of_sources_and_words() -> None:
    documents = {"two": from_text(TEXT), "one": from_text(TEXT)}
    kept = [Note("one", "It rained"), Note("one", "The pier cost 40"), Note("two", "It rained"), Note("x", "y")]
    assert [(one.note.source, one.note.quote[:2]) for one in placed(kept, documents)] == [
        ("two", "It"),
        ("one", "Th"),
        ("one", "It"),
        ("x", "y"),
    ]


def test_blanks_are_no_passage() -> None:
    document = from_text(TEXT)
    assert note_on(document, "one", Span(0, 0)) is None
    at = TEXT.index("\n\n")
    assert note_on(document, "one", Span(at, at + 2)) is None


PASSAGES: list[tuple[Document, Span]] = [
    (document, Span(passage.start, passage.end))
    for path in sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
    for document in [from_text(path.read_text(encoding="utf-8"))]
    for passage in document.passages
    if any(map(str.isalnum, document.text[passage.start : passage.end]))
]


@pytest.mark.parametrize("every", range(4))
def test_every_passage_of_an_article_is_found_where_it_was(every: int) -> None:
    for document, span in PASSAGES[every::4]:
        note = note_on(document, "one", span)
        assert note is not None
        [found] = placed([note], {"one": document})
        assert found.span is not None and found.span.start < span.end and span.start < found.span.end
