"""A briefing as YAML: the inverse of `tui.briefing.load`, in the layout of the shipped briefings.

Every text stands in double quotes (YAML 1.1, §9.3.1), so that none is taken for anything else; what may not stand
in a file is written as an escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tui.briefing.appending import Entry
from tui.briefing.model import Briefing, Difference, Evidence, Section, Source, Statement, Value
from tui.briefing.quoting import scalar

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_HEAD = """\
# A draft: every statement is in the words of an article. Put it in your own; `hexapla check` proves the quotations.
# Every difference is only suggested: judge it. Drop the line `suggested: true` to keep it, give it kind none to put it
# aside; in the reader + and - do so.
"""


def yaml_text(briefing: Briefing) -> str:
    """The briefing as a YAML file of version 1; `load` gives it back, places in the file aside."""
    return _HEAD + "\n".join(_lines(briefing)) + "\n"


def entry(difference: Difference) -> Entry:
    """A difference as it is written into a briefing there is."""
    lines = list(_difference(difference))
    named = {"id": _name(difference.id), "section": _name(difference.section) if difference.section else ""}
    named |= {"kind": difference.kind, "suggested": "true" if difference.suggested else ""}
    named |= {"about": scalar(difference.about)}
    named |= {"values": f"[{', '.join(map(_claim, difference.values))}]"}
    named |= {"note": scalar(difference.note) if difference.note else ""}
    flow = f"{{{', '.join(f'{name}: {text}' for name, text in named.items() if text)}}}"
    return Entry(tuple(line.removeprefix("  ") for line in lines), flow)


def _lines(briefing: Briefing) -> Iterator[str]:
    yield "version: 1"
    yield f"id: {_name(briefing.id)}"
    yield f"title: {scalar(briefing.title)}"
    if briefing.date:
        yield f"date: {briefing.date.isoformat()}"
    yield from _fields("", {"summary": briefing.summary})
    if briefing.aliases:
        yield "aliases:"
        yield from (f"  {scalar(name)}: {_flow(others)}" for name, others in briefing.aliases.items())
    yield "sources:"
    for source in briefing.sources:
        yield f"  {_name(source.id)}:"
        yield from _source(source)
    if briefing.sections:
        yield "sections:"
        for section in briefing.sections:
            yield from _section(section)
    if briefing.differences:
        yield "differences:"
        for difference in briefing.differences:
            yield from _difference(difference)


def _source(source: Source) -> Iterator[str]:
    yield f"    file: {scalar(source.file)}"
    yield from _fields("    ", {"outlet": source.outlet})
    yield f"    mark: {_name(source.letter)}"
    yield from _fields("    ", {"title": source.title})
    if source.author:
        yield f"    author: {_flow(source.author)}"
    yield from _fields("    ", {"published": source.published, "url": source.url})
    if source.sha256:
        yield f"    sha256: {source.sha256}"
    if source.body_from > 1:
        yield f"    body: {{from: {source.body_from}}}"
    yield from _fields("    ", {"descriptor": source.descriptor})


def _section(section: Section) -> Iterator[str]:
    yield f"  - id: {_name(section.id)}"
    yield from _fields("    ", {"title": section.title, "summary": section.summary})
    route = {"words": section.route.words, "not": section.route.exclude}
    if any(route.values()):
        yield f"    route: {{{', '.join(f'{name}: {_flow(words)}' for name, words in route.items() if words)}}}"
    if section.statements:
        yield "    statements:"
        for statement in section.statements:
            yield from _statement(statement)


def _statement(statement: Statement) -> Iterator[str]:
    yield f"      - id: {_name(statement.id)}"
    yield f"        text: {scalar(statement.text)}"
    if statement.evidence:
        yield "        evidence:"
        yield from (f"          - {_claim(one)}" for one in statement.evidence)


def _difference(difference: Difference) -> Iterator[str]:
    yield f"  - id: {_name(difference.id)}"
    if difference.section:
        yield f"    section: {_name(difference.section)}"
    yield f"    kind: {difference.kind}"
    if difference.suggested:
        yield "    suggested: true"
    yield f"    about: {scalar(difference.about)}"
    if difference.values:
        yield "    values:"
        yield from (f"      - {_claim(value)}" for value in difference.values)
    yield from _fields("    ", {"note": difference.note})


def _claim(claim: Evidence | Value) -> str:
    fields = {"quote": claim.quote}
    if isinstance(claim, Value):
        fields |= {"value": claim.value}
    else:
        fields |= {"role": "" if claim.role == "supports" else claim.role}
    fields |= {"prefix": claim.prefix, "suffix": claim.suffix}
    if isinstance(claim, Evidence):
        fields |= {"note": claim.note}
    return f"{{{', '.join([f'source: {_name(claim.source)}', *_fields('', fields)])}}}"


def _fields(indent: str, fields: Mapping[str, str]) -> Iterator[str]:
    """One entry for each text that is not empty."""
    yield from (f"{indent}{name}: {scalar(text)}" for name, text in fields.items() if text)


def _flow(words: Iterable[str]) -> str:
    return f"[{', '.join(map(scalar, words))}]"


def _name(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else scalar(text)
