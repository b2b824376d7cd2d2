"""The signs: one cell each, told apart, with plain ones for terminals that lack them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tui.evidence.model import Carriage, Status
from tui.reader.glyphs import FULL, PLAIN, Glyphs

BOTH = pytest.mark.parametrize("glyphs", [FULL, PLAIN], ids=["full", "plain"])
MEANINGS = ("verified", "partly", "conflict", "variant", "framing", "silent", "unknown", "alone")


@BOTH
def test_signs_take_one_cell(glyphs: Glyphs) -> None:
    wide = {name for name, sign in glyphs._asdict().items() if cell_len(sign) != 1}
    assert wide <= {"enter", "ticked"}


def test_plain_signs_are_ascii() -> None:
    assert all(sign.isascii() and sign.isprintable() for sign in PLAIN)


@BOTH
def test_signs_of_different_meaning_differ(glyphs: Glyphs) -> None:
    signs = [getattr(glyphs, name) for name in MEANINGS]
    assert len(set(signs)) == len(signs)
    assert glyphs.bar != glyphs.faint_bar
    assert glyphs.hairline != glyphs.thumb


@BOTH
def test_kinds_of_differences_and_ways_to_stand_to_a_statement_have_signs(glyphs: Glyphs) -> None:
    assert [glyphs.kind(kind) for kind in ("conflict", "variant", "framing")] == [
        glyphs.conflict,
        glyphs.variant,
        glyphs.framing,
    ]
    assert {how.name.lower(): glyphs.carriage(how) for how in Carriage} == {
        "verified": glyphs.verified,
        "partly": glyphs.partly,
        "differs": glyphs.conflict,
        "silent": glyphs.silent,
        "unknown": glyphs.unknown,
        "uncompared": glyphs.unknown,
    }


@pytest.mark.parametrize(
    ("status", "role", "sign"),
    [
        (Status.VERIFIED, "supports", ""),
        (Status.AMBIGUOUS, "supports", ""),
        (Status.VERIFIED, "partly", "◐"),
        (Status.ALTERED, "supports", "◐"),
        (Status.PARTIAL, "supports", "◐"),
        (Status.VERIFIED, "contradicts", "≠"),
        (Status.MISSING, "contradicts", "≠"),
        (Status.MISSING, "supports", "✗"),
        (Status.MISATTRIBUTED, "context", "✗"),
    ],
)
def test_a_quotation_has_a_sign_where_it_is_not_simply_as_quoted(status: Status, role: str, sign: str) -> None:
    assert FULL.quotation(status, role) == sign
