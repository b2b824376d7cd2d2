"""`draft`: articles compared, and what they share, leave out and dispute set down as a briefing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tui.briefing.letters import choose
from tui.briefing.model import Briefing, Route, Section, Source
from tui.briefing.sources import MAX_SOURCES
from tui.documents.model import Document
from tui.drafting import titles
from tui.drafting.differences import differences
from tui.drafting.names import Ids, relative, slug, source_ids
from tui.drafting.pool import Pool, silent
from tui.drafting.stated import opening_dates, stated
from tui.drafting.statements import Made, alone, readable, single, together
from tui.drafting.themes import themes
from tui.evidence.comparing.watching import Progress


class DraftError(Exception):
    """Articles no briefing can be drafted from; its text is one line."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A drafted briefing, and the articles left out of it with the reason."""

    briefing: Briefing
    left_out: tuple[tuple[Document, str], ...] = ()


def draft(documents: Sequence[Document], folder: Path | None = None, *, progress: Progress = silent) -> Draft:
    """A briefing of the documents: its sections do not depend on the order they are given in.

    `folder` is where it will lie: the sources' files are written from there (None: as they were loaded). Raises
    DraftError for fewer than two articles, more than a briefing may have, and articles with nothing in common.
    """
    kept, left_out = _usable(documents)
    if len(kept) < 2:
        raise DraftError("a draft needs two articles or more" + "".join(f"; {d.source} {why}" for d, why in left_out))
    if len(kept) > MAX_SOURCES:
        raise DraftError(f"{len(kept)} articles: a briefing has at most {MAX_SOURCES} sources")
    pool = Pool.of(kept, progress)
    if not pool.common:
        raise DraftError("the articles have nothing in common that a section could be made of")
    return _drafted(pool, kept, left_out, folder)


def _usable(documents: Sequence[Document]) -> tuple[list[Document], list[tuple[Document, str]]]:
    """The documents that can be quoted, each article once, and the others."""
    first: dict[str, Document] = {}
    left_out = []
    for document in sorted(documents, key=lambda document: document.path):
        if not any(c.isalnum() for c in document.text):
            left_out.append((document, "holds no text"))
        elif first.setdefault(document.sha256, document) is not document:
            left_out.append((document, f"is the same article as {first[document.sha256].source}"))
    out = {id(document) for document, _ in left_out}
    return [document for document in documents if id(document) not in out], left_out


def _drafted(pool: Pool, given: Sequence[Document], left_out: list[tuple[Document, str]], folder: Path | None) -> Draft:
    named = source_ids(document.path for document in given)
    ids = [named[document.path] for document in pool.documents]
    made = _statements(pool, ids)
    if not made:
        raise DraftError("the articles have nothing in common that can be quoted")
    sections = _sections(pool, made)
    homes = {index: s.id for s, part in zip(sections, made, strict=True) for one in part for index in one.passages}
    found = differences(pool, homes, ids)
    quoted = {one.source for part in made for s in part for one in s.evidence} | {
        v.source for d in found for v in d.values
    }
    left_out += [(d, "holds nothing that can be quoted") for d in given if named[d.path] not in quoted]
    sources = _sources([document for document in given if named[document.path] in quoted], named, folder)
    ranked = titles.leading(pool)
    title = titles.headline(pool) or (titles.title(ranked) if ranked else sections[0].title)
    days = opening_dates(pool)
    day = date.fromisoformat(days.pop()) if len(days) == 1 else None
    briefing = Briefing(Path(), slug(title) or "draft", title, sources, day, sections=sections, differences=found)
    return Draft(briefing, tuple(left_out))


def _statements(pool: Pool, ids: Sequence[str]) -> list[list[Made]]:
    """The statements of every section; each source is quoted somewhere if it can be."""
    both = [
        part
        for theme in themes(pool, pool.groups)
        if (part := [one for group in theme if (one := together(pool, group, ids))])
    ]
    members = [[index for one in part for index in one.passages] for part in both]
    made = [part + rest for part, rest in zip(both, alone(pool, members, ids), strict=True)]
    quoted = {one.source for part in made for statement in part for one in statement.evidence}
    for number, source in enumerate(ids if made else ()):
        if source not in quoted and (found := _any(pool, number, ids)):
            made[-1].append(found)
    return made


def _any(pool: Pool, number: int, ids: Sequence[str]) -> Made | None:
    """A statement of a document that shares nothing with the others."""
    return next(filter(None, (single(pool, index, ids, strict=False) for index in readable(pool, number))), None)


def _sections(pool: Pool, made: Sequence[Sequence[Made]]) -> tuple[Section, ...]:
    ranked = titles.phrases(pool, [[one.passages for one in part] for part in made])
    ids, statement_ids = Ids(), Ids()
    sections = []
    for part, phrases in zip(made, ranked, strict=True):
        title = titles.title(phrases) if phrases else part[0].text
        name = ids.take(title.partition(",")[0], "section")
        statements = tuple(
            one.named(statement_ids.take(f"{name}-{number}", "statement")) for number, one in enumerate(part, 1)
        )
        sections.append(Section(name, title, route=Route(titles.route(phrases)), statements=statements))
    return tuple(sections)


def _sources(documents: Sequence[Document], ids: Mapping[Path, str], folder: Path | None) -> tuple[Source, ...]:
    letters = _letters([ids[document.path] for document in documents])
    return tuple(replace(source, letter=letters[source.id]) for source in _bare(documents, ids, folder))


def _bare(documents: Sequence[Document], ids: Mapping[Path, str], folder: Path | None) -> Iterator[Source]:
    for document in documents:
        file = document.source if folder is None else relative(document.path, folder)
        if file is None:
            raise DraftError(f"{document.source}: such a file name cannot stand in a briefing")
        about = stated(document)
        yield Source(
            ids[document.path],
            file,
            document.path.resolve(),
            "",
            about.outlet,
            title=about.title,
            author=about.author,
            published=about.published,
            url=about.url,
            sha256=document.sha256,
        )


def _letters(ids: Sequence[str]) -> Mapping[str, str]:
    ordered = sorted(ids)
    return dict(zip(ordered, choose([("", "", source_id) for source_id in ordered]), strict=True))
