"""Of a splice the part that stands elsewhere is told with its place; only what is nowhere is said to be nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.briefing.model import Evidence, Source
from tui.documents import from_text
from tui.evidence import Quotation, Status, anchor
from tui.reader.unproved import lit, told

_ARTICLE = (
    "Chlorine gas drifted over the Elmsgate district for hours, the regional agency said in its first report. "
    "Residents complained of stinging eyes. Some 90 firefighters fought the flames until the morning.\n\n"
    "The river Aune was closed to shipping between the two bridges, and trains to Lindau were late by an hour. "
    "The police have opened an investigation into negligent homicide, and the river was closed."
)
_EYES = "Residents complained of stinging eyes"
_POLICE = "police have opened an investigation into negligent homicide"


@pytest.mark.parametrize(
    ("quote", "elsewhere", "nowhere"),
    [
        (f"Chlorine gas drifted over the Elmsgate district for hours. {_EYES}.", _EYES, []),
        (
            f"Some 90 firefighters fought the flames until the morning and the {_POLICE}",
            f"The {_POLICE}",
            ["and"],
        ),
        (
            f"Some 90 firefighters fought the flames until the morning. {_EYES}. A whale sang in the harbour.",
            _EYES,
            ["A whale sang in the harbour"],
        ),
    ],
)
def test_the_other_part_of_a_splice_is_told_with_its_place(quote: str, elsewhere: str, nowhere: list[str]) -> None:
    document = from_text(_ARTICLE)
    answer = anchor(document, quote)
    assert answer.status is Status.PARTIAL
    assert {change.kind for change in answer.changes} == {"added"}
    assert [document.text[slice(*one.span)] for one in answer.changes if one.elsewhere] == [elsewhere]
    assert [one.quoted for one in answer.changes if not one.elsewhere] == nowhere
    assert all(quote[slice(*one.quoted_span)] == one.quoted for one in answer.changes)


def test_each_place_of_a_splice_is_named_to_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(_ARTICLE, encoding="utf-8")
    quote = f"Chlorine gas drifted over the Elmsgate district for hours. {_EYES}."
    at = _ARTICLE.index(_EYES)
    line = f"  added: “{_EYES}” stands elsewhere in the source, at ¶1, characters {at}–{at + len(_EYES)}\n"
    assert line in hexapla("quote", quote, path).out

    document = from_text(_ARTICLE)
    placed = Quotation(Source("a", "a.txt", path, "A"), document, Evidence("a", quote), anchor(document, quote), 1)
    assert told(placed, {}) == [f"not here but in ¶1: “{_EYES}”"]
    assert lit(placed) == []
