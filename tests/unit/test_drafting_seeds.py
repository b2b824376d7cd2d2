"""A draft of articles passes `check`, quotes every source, and does not depend on the order of the articles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.unit.cli_runner import hexapla
from tui.briefing import load
from tui.check import check
from tui.documents import load as load_article
from tui.drafting import draft
from tui.evidence import Status, resolve
from tui.evidence.headings import headings

ROOT = Path(__file__).parents[2]
EVENTS = {
    "seeds": sorted((ROOT / "seeds").glob("*.txt")),
    **{folder.name: sorted(folder.glob("*.txt")) for folder in sorted((ROOT / "tests/bench/events").glob("*/"))},
}
EVENTS = {name: articles for name, articles in EVENTS.items() if articles}


@pytest.fixture(params=sorted(EVENTS))
def articles(request: pytest.FixtureRequest, tmp_path: Path) -> list[Path]:
    """The articles of one event, in a folder of their own."""
    (tmp_path / "articles").mkdir()
    return [Path(shutil.copy(article, tmp_path / "articles")) for article in EVENTS[request.param]]


def test_a_draft_passes_check_with_every_quotation_verified(articles: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "brief.yaml"
    ran = hexapla("new", *articles, "-o", target)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith(f"wrote {target}: ")
    report = check(target)
    assert report.findings == ()
    assert report.quotations["verified"] == sum(report.quotations.values()) > 10
    assert hexapla("check", target).code == 0


def test_statements_of_several_sources_come_before_those_of_one(articles: list[Path]) -> None:
    made = draft([load_article(path) for path in articles]).briefing
    for section in made.sections:
        alone = [len({one.source for one in statement.evidence}) == 1 for statement in section.statements]
        assert alone == sorted(alone)
        assert not alone[0]
        assert section.title
        assert section.route.words


def test_words_of_a_draft_are_words_of_the_articles(articles: list[Path]) -> None:
    documents = [load_article(path) for path in articles]
    said = " ".join(" ".join(document.text.split()) for document in documents)
    made = draft(documents).briefing
    texts = [statement.text for section in made.sections for statement in section.statements]
    words = [word for section in made.sections for word in section.route.words]
    assert texts
    for text in texts + words:
        assert text.removesuffix("…") in said
    lines = {document.text[slice(*document.passages[at][:2])] for document in documents for at in headings(document)}
    assert lines.isdisjoint(texts)
    for section in made.sections:
        assert section.title.casefold() in said.casefold()
        assert len(section.title) <= 48


def test_the_order_of_the_articles_changes_nothing_but_the_order_of_the_sources(articles: list[Path]) -> None:
    documents = [load_article(path) for path in articles]
    forth, back = draft(documents).briefing, draft(documents[::-1]).briefing
    assert (forth.id, forth.title, forth.date) == (back.id, back.title, back.date)
    assert forth.sections == back.sections
    assert forth.differences == back.differences
    assert forth.sources == back.sources[::-1]


def test_every_statement_and_difference_of_a_draft_resolves(articles: list[Path], tmp_path: Path) -> None:
    hexapla("new", *articles, "-o", tmp_path / "brief.yaml")
    resolved = resolve(load(tmp_path / "brief.yaml"))
    quoted = [q for section in resolved.sections for s in section.statements for q in s.quotations]
    assert {quotation.source.id for quotation in quoted} == {source.id for source in resolved.briefing.sources}
    assert all(quotation.anchor.status is Status.VERIFIED for quotation in quoted)
    assert all(len({value.source.id for value in one.values}) > 1 for one in resolved.differences)
    assert all(one.difference.suggested for one in resolved.differences)
