"""A quotation that is not verified is told where it stands, with the words that differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.briefing.findings import Collector, Finding
from tui.briefing.model import Evidence, Mark, Source
from tui.check.quotations import Claim, report_quotations
from tui.documents import Span, from_text
from tui.evidence import Alternative, Anchor, Change, Quotation, Status

_AT = Mark(7, 20)
_NOWHERE = Span(0, 0)


def _told(anchor: Anchor, *, outlet: str = "", readable: bool = True, difference: str = "") -> list[Finding]:
    source = Source("cnn", "cnn.txt", Path("cnn.txt"), "C", outlet=outlet)
    claim = Evidence("cnn", "64,000 soldiers", at=_AT)
    document = from_text("54,000 soldiers", "cnn.txt") if readable else None
    out = Collector("b.yaml")
    statement = "" if difference else "troops"
    placed = Claim(Quotation(source, document, claim, anchor, None), statement, difference)
    report_quotations([placed], {_AT: 17}, out)
    return out.findings


def _change(quoted: str, found: str) -> Change:
    return Change("number", quoted, found, _NOWHERE, _NOWHERE)


def test_an_altered_quotation_names_the_words_that_differ() -> None:
    [finding] = _told(Anchor(Status.ALTERED, Span(0, 15), (_change("64,000", "54,000"),)))
    assert finding == Finding(
        "error",
        "altered",
        "b.yaml",
        7,
        20,
        'altered: quoted "64,000", the source has "54,000"; see ¶1 of cnn',
        statement="troops",
        source="cnn",
        status="altered",
        width=17,
        words="64,000",
    )


def test_words_left_out_and_words_put_in_are_told_apart() -> None:
    changes = (_change("", "not"), _change("allegedly", ""))
    [finding] = _told(Anchor(Status.ALTERED, Span(0, 15), changes))
    assert (
        finding.message
        == 'altered: the source also has "not" before "54,000"; "allegedly" is not in the source; see ¶1 of cnn'
    )


def test_many_changes_are_told_in_part() -> None:
    changes = tuple(_change(str(number), "x") for number in range(5))
    [finding] = _told(Anchor(Status.ALTERED, Span(0, 15), changes))
    assert finding.message.count(', the source has "') == 3
    assert finding.message.endswith("; and 2 more; see ¶1 of cnn")


def test_very_long_words_are_cut() -> None:
    [finding] = _told(Anchor(Status.ALTERED, Span(0, 15), (_change("a" * 2_000, "b" * 2_000),)))
    assert len(finding.message) < 250


def test_a_missing_quotation_names_the_source_and_its_outlet() -> None:
    assert _told(Anchor(Status.MISSING))[0].message == "missing: the words stand nowhere in cnn"
    assert _told(Anchor(Status.MISSING), outlet="CNN")[0].message == "missing: the words stand nowhere in cnn (CNN)"


def test_a_misattributed_quotation_names_who_has_it() -> None:
    [finding] = _told(Anchor(Status.MISATTRIBUTED, None, (), (Alternative("entre", Span(0, 15)),)))
    assert finding.message == "misattributed: the words stand in entre, not in cnn"
    assert finding.hint == "did you mean source: entre?"


def test_a_partial_quotation_is_told_with_what_is_not_there() -> None:
    [finding] = _told(Anchor(Status.PARTIAL, Span(0, 6), (_change("soldiers", ""),)))
    assert (
        finding.message
        == 'partial: only a part of the words stands in ¶1 of cnn; "soldiers" is not in the source there'
    )


def test_an_ambiguous_quotation_is_a_warning_that_says_how_to_be_exact() -> None:
    alternatives = (Alternative("cnn", Span(20, 35)), Alternative("cnn", Span(50, 65)))
    [finding] = _told(Anchor(Status.AMBIGUOUS, Span(0, 15), (), alternatives))
    assert (finding.severity, finding.status) == ("warning", "ambiguous")
    assert finding.message == "ambiguous: the words stand in 3 places of cnn"
    assert finding.hint == "add prefix: or suffix: to say which"


def test_a_value_of_a_difference_names_the_difference_and_no_statement() -> None:
    [finding] = _told(Anchor(Status.MISSING), difference="figure")
    assert finding.message == "missing: the words stand nowhere in cnn (difference figure)"
    assert finding.statement == ""


@pytest.mark.parametrize(("status", "readable"), [(Status.VERIFIED, True), (Status.MISSING, False)])
def test_what_is_verified_or_cannot_be_looked_up_is_not_told(status: Status, readable: bool) -> None:
    assert _told(Anchor(status), readable=readable) == []


def test_a_verified_quotation_that_stops_before_a_word_turning_it_is_a_warning() -> None:
    source = Source("cnn", "cnn.txt", Path("cnn.txt"), "C")
    document = from_text("The army will not attack.", "cnn.txt")
    placed = Quotation(
        source, document, Evidence("cnn", "The army will", at=_AT), Anchor(Status.VERIFIED, Span(0, 13)), 1
    )
    out = Collector("b.yaml")
    report_quotations([Claim(placed, "attack", "")], {_AT: 13}, out)
    [finding] = out.findings
    assert (finding.severity, finding.code, finding.status) == ("warning", "cut-short", "verified")
    assert finding.message == 'the quotation ends right before "not" in ¶1 of cnn'


def test_a_verified_quotation_whose_gap_leaves_out_a_condition_is_a_warning() -> None:
    source = Source("cnn", "cnn.txt", Path("cnn.txt"), "C")
    document = from_text("The army would, if the allies in the region asked, attack.", "cnn.txt")
    claim = Evidence("cnn", "The army … attack", at=_AT)
    placed = Quotation(source, document, claim, Anchor(Status.VERIFIED, Span(0, len(document.text) - 1)), 1)
    out = Collector("b.yaml")
    report_quotations([Claim(placed, "attack", "")], {_AT: 17}, out)
    assert [one.message for one in out.findings] == ['the quotation leaves out "if" in ¶1 of cnn']


def test_a_gap_that_makes_one_of_several_sentences_is_a_warning() -> None:
    source = Source("cnn", "cnn.txt", Path("cnn.txt"), "C")
    document = from_text("The union leader arrived late. He sat down. The paper was told nothing.", "cnn.txt")
    claim = Evidence("cnn", "The union leader … was told nothing", at=_AT)
    anchor = Anchor(Status.VERIFIED, Span(0, len(document.text) - 1))
    out = Collector("b.yaml")
    report_quotations([Claim(Quotation(source, document, claim, anchor, 1), "attack", "")], {_AT: 17}, out)
    [finding] = out.findings
    assert (finding.severity, finding.code, finding.status) == ("warning", "sentences-joined", "verified")
    assert finding.message == "the gap makes one of 3 sentences in ¶1 of cnn"
