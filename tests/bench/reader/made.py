"""Briefings made up to a size: articles of so many words, lit in so many places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from tui.briefing.model import Briefing, Evidence, Section, Source, Statement
from tui.documents import Document, Span, load
from tui.evidence.model import (
    Anchor,
    Carriage,
    Quotation,
    ResolvedBriefing,
    ResolvedSection,
    ResolvedStatement,
    Status,
)

_SYLLABLES = "ta-ren-so-mil-ka-der-un-pol-is-a-gra-ven-tor-qui-es-lan-do-me-ri-co"


def article(words: int, seed: int) -> str:
    """So many words in sentences of about 16 and paragraphs of about 80."""
    rng = Random(seed)
    vocabulary = ["".join(rng.choices(_SYLLABLES.split("-"), k=rng.randint(1, 4))) for _ in range(4000)]
    sentences: list[str] = []
    left = words
    while left > 0:
        size = min(rng.randint(8, 24), left)
        sentences.append(" ".join(rng.choices(vocabulary, k=size)).capitalize() + ".")
        left -= size
    return "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, len(sentences), 5))


def articles(folder: Path, sources: int, words: int) -> list[Path]:
    """So many articles of so many words, written into `folder`."""
    paths = [folder / f"s{number}.txt" for number in range(sources)]
    for number, path in enumerate(paths):
        path.write_text(article(words, number), encoding="utf-8")
    return paths


def briefing(paths: Sequence[Path], spans: int, statements: int = 50) -> ResolvedBriefing:
    """One section of `statements`; each article has `spans` quotations, shared out among them."""
    named = tuple(Source(f"s{n}", path.name, path, "ABCDEFGH"[n], f"Outlet {n}") for n, path in enumerate(paths))
    documents = {source.id: load(source.path) for source in named}
    made = tuple(_statement(number, documents, named, spans, statements) for number in range(statements))
    tally = {source.id: statements for source in named}
    section = Section("all", "All there is", statements=tuple(one.statement for one in made))
    whole = Briefing(Path("made.yaml"), "made", "Made up", named, sections=(section,))
    resolved = ResolvedSection(1, section, made, (), tally)
    return ResolvedBriefing(whole, documents, (resolved,), (), ())


def _statement(
    number: int, documents: dict[str, Document], sources: tuple[Source, ...], spans: int, statements: int
) -> ResolvedStatement:
    quotations: list[Quotation] = []
    each = spans // statements
    for source in sources:
        document = documents[source.id]
        step = len(document.text) // (spans + 1)
        for at in range(each):
            start = step * (number + at * statements)
            span = Span(start, min(start + 90, len(document.text)))
            claim = Evidence(source.id, document.text[span.start : span.end])
            paragraph = document.paragraph_at(start)
            anchor = Anchor(Status.VERIFIED, span)
            quotations.append(Quotation(source, document, claim, anchor, paragraph.number if paragraph else None))
    statement = Statement(f"s{number}", f"Statement {number + 1} of what all of them report")
    coverage = {source.id: Carriage.VERIFIED for source in sources}
    return ResolvedStatement(number + 1, statement, tuple(quotations), coverage, ())
