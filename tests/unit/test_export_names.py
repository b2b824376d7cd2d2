"""An export names a source so that it can be told from the others, and never guesses an outlet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.briefing.model import Briefing, Source
from tui.export.inline import paragraph
from tui.export.names import Names


@pytest.mark.parametrize(
    ("outlet", "title", "named"),
    [
        ("The Herald", "Pier opens", "The Herald"),
        ("", "Pier opens", "H (“Pier opens”)"),
        ("", "", "H (*outlet not stated*)"),
        (
            " ",
            "Pier opens late after two years of long repairs",
            "H (“Pier opens late after two years of long repairs”)",
        ),
        (
            "",
            "Pier opens late after two years of repairs, at last",
            "H (“Pier opens late after two years of repairs, at…”)",
        ),
        ("", "桥" * 60, f"H (“{'桥' * 47}…”)"),
    ],
)
def test_a_source_goes_by_its_outlet_or_its_title(outlet: str, title: str, named: str) -> None:
    source = Source("herald", "herald.txt", Path("herald.txt"), "H", outlet, title)
    assert paragraph(Names(Briefing(Path(), "one", "One", (source,))).of(source)) == named
