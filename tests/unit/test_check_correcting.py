"""`check --fix` writes a quotation where the source's own words are clearly meant, and then as they stand there."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import briefing
from tui.briefing.quoting import scalar
from tui.check import check, fixes
from tui.evidence import resolve

_SENTENCES = (
    "Dr. Al-Rashid told reporters that the rebels' positions were bombed on 4 May.",
    "The army recaptured the town of Hama.",
    "Inflation rose to 3.5 per cent, from 2.1 percent, he said.",
    "The company's shares were unlisted in the north.",
    "Nobody called us.",
    "Officials will not resume the flights, which cannot be insured.",
)
_TEXT = " ".join(_SENTENCES)


def _offered(folder: Path, quote: str) -> str | None:
    """The wording that is offered for `quote`, which is then verified; None where there is none."""
    (folder / "q.txt").write_text(_TEXT, encoding="utf-8")
    path = folder / "b.yaml"
    path.write_text(
        "version: 1\nid: b\ntitle: B\nsources:\n  q: {file: q.txt, mark: Q}\nsections:\n  - id: a\n    title: A\n"
        "    statements:\n      - id: s\n        text: x\n        evidence:\n"
        f"          - {{source: q, quote: {scalar(quote)}}}\n",
        encoding="utf-8",
    )
    found = fixes(path)
    if found is None or not found.offered:
        return None
    path.write_text(found.after, encoding="utf-8")
    assert check(path).quotations["verified"] == 1
    return resolve(briefing.load(path)).sections[0].statements[0].quotations[0].claim.quote


@pytest.mark.parametrize(
    ("quote", "offered"),
    [
        ("the rebel's positions were bombed on 4 May", "the rebels' positions were bombed on 4 May"),
        ("The companies shares were unlisted", "The company's shares were unlisted"),
        ("Officials will not resume flights", "Officials will not resume the flights"),
        ("Officials (...) will not resume flights", "Officials (...) will not resume the flights"),
        ("The army recaptured the town of Hama on Friday", None),
        ("and the army recaptured the town of Hama last week", None),
        ("rebels' positions were bombed on May 4", None),
        ("Inflation rose to 3.5 points", None),
        ("Nobody. Nobody called us", None),
        ("Officials, he said, will not resume the flights", None),
        ("Officials will [at least] not resume the flights", None),
        ("The army [sic] recaptured the town of Homs", None),
        ("the rebels, positions … were bombed on 5 May", None),
        ("The army recaptured the town of Homs. The company's shares were unlisted", None),
    ],
)
def test_only_a_clear_correction_is_offered(quote: str, offered: str | None, tmp_path: Path) -> None:
    assert _offered(tmp_path, quote) == offered


_WORDS = _TEXT.split()


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(_WORDS) - 6),
    st.integers(6, 18),
    st.lists(
        st.tuples(st.integers(0, 17), st.sampled_from(["", "on Friday", "41", "not", "Homs", "pier"])), max_size=3
    ),
)
def test_what_is_offered_is_a_slice_of_the_source_in_sentences_that_were_quoted(
    first: int, size: int, mangled: list[tuple[int, str]]
) -> None:
    quoted = _WORDS[first : first + size]
    slice_of_source = " ".join(quoted)
    for at, word in mangled:
        quoted[at % len(quoted)] = word
    with tempfile.TemporaryDirectory() as folder:
        offered = _offered(Path(folder), " ".join(filter(None, quoted)))
    assert offered is None or offered in _TEXT
    assert offered is None or offered.strip(".,") in slice_of_source


def test_a_quotation_of_a_source_that_cannot_be_read_is_listed_as_not_fixed(tmp_path: Path) -> None:
    _offered(tmp_path, "Nobody called us")
    (tmp_path / "q.txt").unlink()
    found = fixes(tmp_path / "b.yaml")
    assert found is not None
    assert [one.message for one in found.refused] == ["not fixed: source q could not be read"]
