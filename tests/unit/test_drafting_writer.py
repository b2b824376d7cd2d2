"""What the writer writes, `load` reads back; no text can become anything but text."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.briefing import load
from tui.briefing.model import Briefing, Difference, Evidence, Route, Section, Source, Statement, Value
from tui.documents import clean, clean_line
from tui.drafting import yaml_text

_TOP = Source("x", "x", Path(), "X").at
PROSE = st.text(min_size=1, max_size=60).map(lambda text: clean(text).strip() or "x")
LINE = st.text(min_size=1, max_size=60).map(lambda text: clean_line(text.strip()).strip() or "x")


def _briefing(line: str, prose: str) -> Briefing:
    evidence = Evidence("a", prose, "partly", prefix=prose, suffix=prose, note=prose)
    value = Value("no", prose, line, prefix=prose)
    return Briefing(
        Path("b.yaml"),
        "null",
        line,
        (
            Source(
                "a",
                "a.txt",
                Path("a.txt"),
                "A",
                line,
                line,
                (line, line),
                "2024-07",
                "https://example.org/?a=b",
                "0" * 64,
                3,
                line,
            ),
            Source("no", "b.txt", Path("b.txt"), "É"),
        ),
        date(2024, 2, 29),
        prose,
        {line: (line, "x")},
        (
            Section(
                "é1",
                line,
                prose,
                Route((line,), (line,)),
                (Statement("1.5", line, (evidence,)), Statement("true", line)),
            ),
            Section("empty", line),
        ),
        (Difference("d", "é1", "framing", line, (value, value), prose), Difference("e", "", "none", line)),
    )


def _without_places(briefing: Briefing) -> Briefing:
    """The briefing as if every part stood at its top and its files where they are written."""
    sections = tuple(
        replace(
            section,
            at=_TOP,
            statements=tuple(
                replace(s, at=_TOP, evidence=tuple(replace(one, at=_TOP) for one in s.evidence))
                for s in section.statements
            ),
        )
        for section in briefing.sections
    )
    differences = tuple(
        replace(one, at=_TOP, values=tuple(replace(value, at=_TOP) for value in one.values))
        for one in briefing.differences
    )
    sources = tuple(replace(source, path=Path(source.file), at=_TOP, sha256_at=_TOP) for source in briefing.sources)
    return replace(briefing, path=Path("b.yaml"), sections=sections, differences=differences, sources=sources)


@given(LINE, PROSE)
def test_a_briefing_written_is_read_back_as_it_was(line: str, prose: str) -> None:
    made = _briefing(line, prose)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "b.yaml")
        path.write_text(yaml_text(made), encoding="utf-8")
        assert _without_places(load(path)) == made


@given(PROSE)
def test_a_written_briefing_holds_nothing_that_needs_cleaning(prose: str) -> None:
    written = yaml_text(_briefing("x", prose))
    assert clean(written) == written
    assert all(character.isprintable() or character == "\n" for character in written)
