"""The reader's notes in an export: under their statements, cited as everything is, inert, and never unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tests.unit.cli_runner import harbour, hexapla
from tests.unit.hostile_markdown import CONSTRUCTS, hostile_briefing
from tests.unit.markdown_reading import PRESETS, active, body, definitions, marks
from tui.briefing import load
from tui.briefing.model import Evidence, Section
from tui.documents.model import Span
from tui.evidence import resolve
from tui.export import markdown
from tui.notes import Note, Placed, placed, write

TEXT = "The pier cost 40 million euros.\n\nNobody was hurt. It rained."
BRIEFING = resolved(
    a_briefing(
        [a_source("one", outlet="Herald"), a_source("two")],
        [
            Section("cost", "Cost", statements=(a_statement("It was dear.", Evidence("one", "40 million euros")),)),
            Section("day", "Notes", statements=(a_statement("It rained.", Evidence("one", "It rained")),)),
        ],
    ),
    {"one": TEXT, "two": "Quiet."},
)
NOTES = placed(
    [
        Note("one", "cost 40 million", text="ask Ruiz"),
        Note("one", "It rained"),
        Note("one", "Nobody was hurt", text="who counted?"),
        Note("two", "Loud", text="gone"),
        Note("three", "Else"),
    ],
    BRIEFING.documents,
)


def test_a_note_stands_under_its_statement_with_its_words_in_a_footnote() -> None:
    text = markdown(BRIEFING, notes=NOTES)
    assert "It was dear.[^1] Only Herald says so.\n\n- Note, Herald, paragraph 1: ask Ruiz.[^2]\n\n" in text
    assert "[^2]: Herald, paragraph 1: “cost 40 million”. articles/one.txt, characters 9–24.\n" in text
    assert "It rained.[^3] Only Herald says so.\n\n- Bookmark, Herald, paragraph 2.[^3]\n" in text


def test_what_no_statement_quotes_and_what_is_gone_have_a_section_of_their_own() -> None:
    text = markdown(BRIEFING, notes=NOTES)
    assert "## Notes (day)\n" in text
    assert (
        "## Notes\n\n- Note, Herald, paragraph 2: who counted?[^4]\n"
        "- Note, T (*outlet not stated*): gone. Its words are not found any more: “Loud”.\n"
        "- Bookmark, three: Its words are not found any more: “Else”.\n"
    ) in text


def test_a_section_alone_has_the_notes_of_its_statements_alone() -> None:
    text = markdown(BRIEFING, ["day"], notes=NOTES)
    assert "Bookmark, Herald" in text and "ask Ruiz" not in text and "who counted" not in text


def test_without_notes_nothing_changes_and_twice_is_the_same() -> None:
    assert markdown(BRIEFING) == markdown(BRIEFING, notes=())
    assert "## Notes\n" in markdown(BRIEFING)
    assert markdown(BRIEFING, notes=NOTES) == markdown(BRIEFING, notes=list(NOTES))


@pytest.mark.parametrize("preset", PRESETS)
def test_a_hostile_note_is_inert_and_leaves_the_footnotes_whole(preset: str) -> None:
    for text in filter(str.strip, CONSTRUCTS):
        briefing = hostile_briefing(text)
        source, document = next(iter(briefing.documents.items()))
        noted = [Placed(Note(source, text, text=text), Span(0, len(document.text)))]
        gone = [Placed(Note(name, text, text=text), None) for name in (source, text)]
        written = markdown(briefing, notes=[*noted, *gone])
        assert active(body(written), preset) == [], text
        assert list(definitions(written)) == list(dict.fromkeys(marks(body(written)))), text


def test_the_command_adds_them_when_asked_and_refuses_a_file_in_disorder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = harbour(tmp_path)
    plain = hexapla("export", path)
    none = hexapla("export", path, "--notes")
    assert (none.out, none.err) == (plain.out, "nothing is bookmarked or noted in this briefing\n")
    file = tmp_path / "data" / "hexapla" / "notes" / "harbour.yaml"
    write(file, load(path), [Note("herald", "the pier cost 40 million euros", text="ask Ruiz")])
    kept = resolve(load(path))
    noted = hexapla("export", path, "--notes")
    assert noted.out == markdown(
        kept, notes=placed([Note("herald", "the pier cost 40 million euros", text="ask Ruiz")], kept.documents)
    )
    assert "ask Ruiz" in noted.out and hexapla("export", path).out == plain.out
    file.write_text("version: 1\nnotes: never\n", encoding="utf-8")
    refused = hexapla("export", path, "--notes")
    assert (refused.code, refused.out) == (2, "") and "harbour.yaml:2:8: " in refused.err
