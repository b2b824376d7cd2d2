"""`check --fix`: what is mended is verified, all else of the file is kept, and nothing is written unasked."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.cli_runner import COAST, HARBOUR, harbour, hexapla
from tui.check import check, fixes

SENTENCE = "Mayor Ana Ruiz said the pier cost 40 million euros"
HEAD = """# kept
version: 1
id: harbour
title: The harbour   # as it is called
sources:
  herald: {file: herald.txt, mark: H}

sections:
  - id: money
    title: "What it cost"
    statements:
      - text: The pier was dear.
        evidence:
"""
TAIL = """
  # the end
  - {id: last, title: Last, statements: []}
"""
SAID = "Mayor Ana Ruiz said the pier cost 45 million euros"
FLOW = {
    "plain in a flow": f"- {{source: herald, quote: {SAID}}} # c",
    "double": f'- {{source: herald, quote: "{SAID}",  role: partly}}',
    "single": f"- {{source: herald, quote: '{SAID}'}} # it's",
    "escapes": '- {source: herald, quote: "Mayor\\x20Ana Ruiz said the pier cost \\u0034\\u0035 million euros"}',
}
BLOCK = {
    "block plain": [SAID],
    "plain over lines": ["Mayor Ana Ruiz said", "  the pier cost 45", "  million euros   # c"],
    "double over lines": ['"Mayor Ana Ruiz said \\', "  the pier cost 45", '  million euros"'],
    "literal": ["|", "  Mayor Ana Ruiz said", "  the pier cost 45 million euros", ""],
    "folded": [">-  # c", "  Mayor Ana Ruiz said the", "  pier cost 45 million", "  euros"],
}


def _block(lines: list[str]) -> str:
    return "\n".join(["- source: herald", f"  quote: {lines[0]}", *(f"  {line}" for line in lines[1:]), "  note: n"])


STYLES = {
    name: indent(f"{text}\n", " " * 10)
    for name, text in {**FLOW, **{name: _block(lines) for name, lines in BLOCK.items()}}.items()
}


def written(folder: Path, evidence: str, *, newline: str = "\n", bom: bool = False) -> Path:
    """A briefing with this evidence, and its article."""
    (folder / "herald.txt").write_text(HARBOUR, encoding="utf-8")
    text = (HEAD + evidence + TAIL).replace("\n", newline)
    path = folder / "b.yaml"
    path.write_bytes((b"\xef\xbb\xbf" if bom else b"") + text.encode())
    return path


def statuses(path: Path) -> dict[str, int]:
    """The quotations by status, those there are."""
    return {status: count for status, count in check(path).quotations.items() if count}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("style", STYLES)
def test_an_altered_number_is_mended_in_every_style_and_nothing_else_changes(
    style: str, newline: str, tmp_path: Path
) -> None:
    path = written(tmp_path, STYLES[style], newline=newline, bom=newline == "\r\n")
    before = path.read_bytes()
    assert statuses(path) == {"altered": 1}
    found = fixes(path)
    assert found is not None
    assert (found.offered, found.refused) == (1, ())
    assert path.read_bytes() == before
    assert hexapla("check", "--fix", "--write", path).code in (0, 1)
    after = path.read_bytes()
    assert statuses(path) == {"verified": 1}
    head, tail = HEAD.replace("\n", newline).encode(), TAIL.replace("\n", newline).encode()
    assert after.startswith(before[: before.index(head) + len(head)])
    assert after.endswith(tail)
    if style != "escapes":
        assert after == before.replace(b"45", b"40")


def test_fix_alone_shows_a_diff_and_writes_nothing(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("the pier cost 40 million", "the pier cost 41 million"))
    before = path.read_bytes()
    ran = hexapla("check", "--fix", path)
    assert ran.code == 1
    assert '\n-          - {source: herald, quote: "the pier cost 41 million euros"}\n' in ran.out
    assert '\n+          - {source: herald, quote: "the pier cost 40 million euros"}\n' in ran.out
    assert ran.err == f"{path}: 1 fix offered; --fix --write writes it into the file\n"
    assert path.read_bytes() == before


def test_once_written_nothing_is_left_to_fix(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("the pier cost 40 million", "the pier cost 41 million"))
    whole = harbour(tmp_path).read_text(encoding="utf-8")
    path = harbour(tmp_path, ("the pier cost 40 million", "the pier cost 41 million"))
    assert hexapla("check", "--fix", "--write", path).code == 0
    assert path.read_text(encoding="utf-8") == whole
    assert hexapla("check", "--fix", path) == (0, "", f"{path}: nothing to fix\n")


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("no such words anywhere at all", "the quotation is missing"),
        ("A new harbour pier was opened by the mayor", "the quotation is misattributed"),
    ],
)
def test_a_quotation_whose_words_are_the_authors_to_choose_is_refused_in_one_line(
    quote: str, why: str, tmp_path: Path
) -> None:
    path = harbour(tmp_path, ("the pier cost 40 million euros", quote))
    ran = hexapla("check", "--fix", path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[0].startswith(f"{path}:26:37: not fixed: {why}")


def test_a_hash_that_is_missing_or_has_changed_is_offered(tmp_path: Path) -> None:
    sha256 = hashlib.sha256(HARBOUR.encode()).hexdigest()
    missing = harbour(tmp_path, (f"    sha256: {sha256}\n", ""))
    assert hexapla("check", "--fix", "--write", missing).code == 0
    assert f"    file: herald.txt\n    sha256: {sha256}\n    outlet" in missing.read_text(encoding="utf-8")
    other = harbour(tmp_path, (f"sha256: {sha256}", f"sha256: '{'0' * 64}'"))
    assert hexapla("check", "--fix", "--write", other).code == 0
    assert f"sha256: '{sha256}'\n" in other.read_text(encoding="utf-8")


def test_a_hash_below_a_last_line_without_an_end_ends_it_as_the_others_are(tmp_path: Path) -> None:
    for name, text in (("one.txt", HARBOUR), ("two.txt", COAST)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    one, two = (hashlib.sha256(text.encode()).hexdigest() for text in (HARBOUR, COAST))
    path = tmp_path / "briefings" / "x.yaml"
    path.parent.mkdir()
    head = "version: 1\r\nid: x\r\ntitle: T\r\nsources:\r\n"
    sources = f"  a:\r\n    file: ../one.txt\r\n    sha256: {one}\r\n  b:\r\n    file: ../two.txt"
    path.write_bytes((head + sources).encode())
    assert hexapla("check", "--fix", "--write", path).code == 0
    assert path.read_bytes() == f"{head}{sources}\r\n    sha256: {two}".encode()


def test_between_braces_a_missing_hash_is_put_behind_the_file(tmp_path: Path) -> None:
    coast = hashlib.sha256(COAST.encode()).hexdigest()
    path = harbour(
        tmp_path, (f"\n    file: coast.txt\n    mark: K\n    sha256: {coast}\n", " {file: coast.txt, mark: K}\n")
    )
    assert hexapla("check", "--fix", "--write", path).code == 0
    assert f"  coast: {{file: coast.txt, sha256: {coast}, mark: K}}\n" in path.read_text(encoding="utf-8")


def test_the_hash_of_a_source_whose_quotations_do_not_stand_is_left_alone(tmp_path: Path) -> None:
    sha256 = hashlib.sha256(HARBOUR.encode()).hexdigest()
    path = harbour(tmp_path, ("The harbour opened on Monday", "Nothing of the kind was"), (sha256, "0" * 64))
    found = fixes(path)
    assert found is not None
    assert (found.offered, found.before) == (0, found.after)
    assert [one.message for one in found.refused] == [
        "not fixed: a quotation of this source does not stand, so its hash stays",
        "not fixed: the quotation is missing, so its words are for you to choose",
    ]


def test_a_file_that_is_no_briefing_or_not_utf8_is_not_edited(tmp_path: Path) -> None:
    path = harbour(tmp_path, ("the pier cost 40", "the pier cost 41"))
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.encode("utf-16"))
    assert hexapla("check", "--fix", "--write", path).code == 1
    assert path.read_bytes() == text.encode("utf-16")
    path.write_text("[", encoding="utf-8")
    assert hexapla("check", "--fix", path).code == 2


def test_write_needs_fix_and_json_does_not_go_with_it(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    assert hexapla("check", "--write", path).code == 2
    assert hexapla("check", "--fix", "--json", path).code == 2


WORDS = SENTENCE.split()


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(STYLES)),
    st.integers(0, len(WORDS) - 1),
    st.sampled_from(["41", "not", "July", "Ben", "north", "", '"', "a: b", "#x"]),
)
def test_whatever_is_offered_is_verified_afterwards_and_keeps_the_rest(style: str, at: int, word: str) -> None:
    changed = STYLES[style].replace("45", "40")
    changed = changed.replace(WORDS[at], word.replace('"', "”"), 1) if style != "escapes" else STYLES[style]
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), changed)
        found = fixes(path)
        if found is None or not found.offered:
            return
        path.write_text(found.after, encoding="utf-8")
        assert statuses(path) == {"verified": 1}
        assert found.after.startswith(HEAD)
        assert found.after.endswith(TAIL)
        assert found.after.count("# ") == found.before.count("# ")
