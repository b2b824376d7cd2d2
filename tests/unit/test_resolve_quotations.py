"""A briefing proved against its files: what is read, placed, misattributed, unreadable or changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.unit.builders import a_briefing, a_source, a_statement
from tui import documents
from tui.briefing.model import Briefing, Evidence, Section, Source
from tui.documents.model import Document
from tui.evidence import Quotation, Status, resolve

_HERALD = "The lock cost 40 million.\nShips of up to nine metres draught can pass.\n"
_COAST = "The lock cost 45 million, the mayor said.\nFishermen protested against the dredging.\n"


def _sources(folder: Path, texts: Mapping[str, str], **stated: object) -> list[Source]:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [a_source(name, path=folder / f"{name}.txt", **stated) for name in texts]


def _briefing(sources: list[Source], *evidence: Evidence) -> Briefing:
    return a_briefing(sources, [Section("s", "Section", statements=(a_statement("It is so.", *evidence),))])


def _only(briefing: Briefing) -> Quotation:
    return resolve(briefing).sections[0].statements[0].quotations[0]


def test_a_quotation_knows_its_source_its_place_and_its_paragraph(tmp_path: Path) -> None:
    sources = _sources(tmp_path, {"herald": _HERALD, "coast": _COAST})
    quotation = _only(_briefing(sources, Evidence("coast", "fishermen protested")))
    assert quotation.source.id == "coast"
    assert quotation.anchor.status is Status.VERIFIED
    assert quotation.text == "Fishermen protested"
    assert quotation.paragraph == 2


def test_what_stands_in_another_source_is_misattributed_and_that_source_is_named(tmp_path: Path) -> None:
    sources = _sources(tmp_path, {"herald": _HERALD, "coast": _COAST})
    quotation = _only(_briefing(sources, Evidence("herald", "Fishermen protested against the dredging")))
    assert quotation.anchor.status is Status.MISATTRIBUTED
    assert quotation.anchor.span is None
    assert [(a.source, _COAST[slice(*a.span)]) for a in quotation.anchor.alternatives] == [
        ("coast", "Fishermen protested against the dredging")
    ]


def test_what_stands_elsewhere_only_with_other_words_is_missing(tmp_path: Path) -> None:
    sources = _sources(tmp_path, {"herald": _HERALD, "coast": _COAST})
    quotation = _only(_briefing(sources, Evidence("herald", "Fishermen cheered against the dredging")))
    assert quotation.anchor.status is Status.MISSING


def test_what_is_altered_in_the_claimed_source_is_not_sought_elsewhere(tmp_path: Path) -> None:
    sources = _sources(
        tmp_path, {"herald": _HERALD, "coast": _COAST.replace("dredging", "nine metres draught can pass")}
    )
    quotation = _only(_briefing(sources, Evidence("herald", "Ships of up to ten metres draught can pass")))
    assert quotation.anchor.status is Status.ALTERED


def test_an_unreadable_source_is_a_problem_and_its_quotations_are_missing(tmp_path: Path) -> None:
    sources = [*_sources(tmp_path, {"coast": _COAST}), a_source("gone", path=tmp_path / "gone.txt")]
    proved = resolve(_briefing(sources, Evidence("gone", "Fishermen protested"), Evidence("coast", "the mayor said")))
    assert [(p.source.id, p.code) for p in proved.problems] == [("gone", "unreadable")]
    assert "gone.txt" in proved.problems[0].message
    gone, coast = proved.sections[0].statements[0].quotations
    assert (gone.anchor.status, gone.document, gone.text) == (Status.MISSING, None, "Fishermen protested")
    assert coast.anchor.status is Status.VERIFIED
    assert list(proved.documents) == ["coast"]


def test_a_source_that_changed_is_a_problem_and_is_read_as_it_is(tmp_path: Path) -> None:
    sources = _sources(tmp_path, {"coast": _COAST}, sha256="0" * 64)
    proved = resolve(_briefing(sources, Evidence("coast", "the mayor said")))
    assert [(p.source.id, p.code) for p in proved.problems] == [("coast", "changed")]
    assert "coast.txt" in proved.problems[0].message
    assert proved.sections[0].statements[0].quotations[0].anchor.status is Status.VERIFIED


def test_the_stated_hash_may_be_written_in_capitals(tmp_path: Path) -> None:
    digest = hashlib.sha256(_COAST.encode()).hexdigest().upper()
    assert resolve(_briefing(_sources(tmp_path, {"coast": _COAST}, sha256=digest))).problems == ()


def test_a_file_two_sources_share_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    load = documents.load

    def counting(path: Path) -> Document:
        read.append(path)
        return load(path)

    monkeypatch.setattr(documents, "load", counting)
    one = _sources(tmp_path, {"coast": _COAST})[0]
    resolve(_briefing([one, a_source("mirror", path=one.path)], Evidence("mirror", "the mayor said")))
    assert read == [one.path]


def test_context_of_the_evidence_tells_places_apart(tmp_path: Path) -> None:
    sources = _sources(tmp_path, {"coast": "It rained in May. It rained in June.\n"})
    assert _only(_briefing(sources, Evidence("coast", "It rained in", suffix="June"))).anchor.span == (18, 30)
