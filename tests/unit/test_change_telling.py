"""What a quotation changes is told alike by `quote`, `check`, the reader and the footnotes, in one line each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli_runner import harbour, hexapla
from tui import briefing, export
from tui.evidence import resolve
from tui.reader.unproved import told

_TEXT = (
    "The harbour opened on Monday.\n\nMayor Ana Ruiz said in April that the west pier had not cost 40 million euros, "
    "and that 1,000 boats would use it. Fishing boats slowly and safely returned in the evening.\n"
)
_SAME = "the same number written otherwise"


@pytest.mark.parametrize(
    ("quote", "quoted_line", "reader_line", "footnote"),
    [
        (
            "the west pier had not cost 44 million euros",
            "number: quoted “44”, the source has “40”",
            "quoted “44”, here “40”",
            "which has “44” for “40” (number).",
        ),
        (
            "and that a thousand boats would use it",
            f"number: quoted “a thousand”, the source has “1,000”, {_SAME}",
            f"quoted “a thousand”, here “1,000”, {_SAME}",
            f"which has “a thousand” for “1,000” ({_SAME}).",
        ),
        (
            "the west pier had cost 40 million euros",
            "negation: the source also has “not” before “cost”",
            "left out: “not”",
            "which leaves out “not” (negation).",
        ),
        (
            "and that 1,000 boats would never use it",
            "negation: “never” is not in the source",
            "not found: “never”",
            "which adds “never” (negation).",
        ),
        (
            "Mayor Ana Reyes said in April that the west pier",
            "name: quoted “Reyes”, the source has “Ruiz”",
            "quoted “Reyes”, here “Ruiz”",
            "which has “Reyes” for “Ruiz” (name).",
        ),
        (
            "Mayor Ana Ruiz said in August that the west pier",
            "month: quoted “August”, the source has “April”",
            "quoted “August”, here “April”",
            "which has “August” for “April” (month).",
        ),
        (
            "in April that the east pier had not cost 40 million euros",
            "direction: quoted “east”, the source has “west”",
            "quoted “east”, here “west”",
            "which has “east” for “west” (direction).",
        ),
        (
            "in April that the west dock had not cost 40 million euros",
            "word: quoted “dock”, the source has “pier”",
            "quoted “dock”, here “pier”",
            "which has “dock” for “pier” (word).",
        ),
        (
            "Fishing boats slowly returned in the evening",
            "missing: the source also has “and safely” before “returned”",
            "left out: “and safely”",
            "which leaves out “and safely” (missing).",
        ),
        (
            "the west pier had not, of course, cost 40 million euros",
            "added: “of course” is not in the source",
            "not found: “of course”",
            "which adds “of course” (added).",
        ),
        (
            "that 1,000 fishing boats would use it",
            "added: “fishing” is not in the source there",
            "not found here: “fishing”",
            "which adds “fishing” (added).",
        ),
        (
            "the Monday pier and west pier had not cost 40 million euros",
            "added: “the Monday pier and” is not in the source there",
            "not found here: “the Monday pier and”",
            "which adds “the Monday pier and” (added).",
        ),
        (
            "Fishing boats slowly and safely returned in the evening. The harbour opened on Monday.",
            "added: “The harbour opened on Monday” stands elsewhere in the source, at ¶1, characters 0–28",
            "not here but in ¶1: “The harbour opened on Monday”",
            "which adds “The harbour opened on Monday” from characters 0–28.",
        ),
    ],
)
def test_each_kind_of_change_is_told_alike(
    tmp_path: Path, quote: str, quoted_line: str, reader_line: str, footnote: str
) -> None:
    path = harbour(tmp_path, ('quote: "the pier cost 40 million euros"', f'quote: "{quote}"'))
    article = tmp_path / "herald.txt"
    article.write_text(_TEXT, encoding="utf-8")
    assert hexapla("quote", quote, article).out.splitlines()[1:] == [f"  {quoted_line}"]
    bare = quoted_line.partition(": ")[2].translate(str.maketrans("“”", '""'))
    assert bare in hexapla("check", path).out
    resolved = resolve(briefing.load(path))
    assert told(resolved.sections[0].statements[0].quotations[0], {}) == [reader_line]
    assert footnote in export.markdown(resolved)


def test_words_in_a_row_are_told_as_one_where_a_line_ends_between_them(tmp_path: Path) -> None:
    path = tmp_path / "wrapped.txt"
    path.write_text("Fishing boats slowly and\nsafely returned to the old west pier late.\n", encoding="utf-8")
    left_out = hexapla("quote", "Fishing boats slowly returned to the old west pier", path).out
    assert left_out.splitlines()[1:] == ["  missing: the source also has “and safely” before “returned”"]
    added = hexapla("quote", "safely returned to the old stone\nbuilt west pier late", path).out
    assert added.splitlines()[1:] == ["  added: “stone built” is not in the source"]
