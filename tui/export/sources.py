"""The list of sources: what is known of each, and "not stated" for what is not."""

from __future__ import annotations

from collections.abc import Iterator

from tui.briefing.model import Source
from tui.evidence.model import ResolvedBriefing
from tui.export.inline import Piece, paragraph
from tui.export.names import NOT_STATED, file_as_written, outlet_of


def source_list(briefing: ResolvedBriefing) -> str:
    """One item a source in the briefing's order, its facts as items under it."""
    lines: list[str] = []
    for source in briefing.briefing.sources:
        lines.append(f"- {paragraph([f'{source.letter}: ', *outlet_of(source)])}")
        lines.extend(f"  - {paragraph(fact)}" for fact in _facts(briefing, source))
    return "\n".join(lines)


def _facts(briefing: ResolvedBriefing, source: Source) -> Iterator[list[Piece]]:
    yield ["Title: ", source.title.strip() or NOT_STATED]
    yield ["Author: ", ", ".join(source.author) or NOT_STATED]
    yield ["Published: ", source.published.strip() or NOT_STATED]
    yield ["URL: ", source.url.strip() or NOT_STATED]
    yield ["File: ", file_as_written(source)]
    yield ["SHA-256: ", _digest(briefing, source)]
    if source.descriptor.strip():
        yield ["Descriptor: ", source.descriptor]


def _digest(briefing: ResolvedBriefing, source: Source) -> str:
    """The digest of the article that was read, and whether it is the one the author quoted."""
    document = briefing.documents.get(source.id)
    if document is None:
        return f"{source.sha256 or NOT_STATED} (the article could not be read)"
    if source.sha256 and source.sha256.lower() != document.sha256:
        return f"{document.sha256} (changed; the briefing was written on {source.sha256})"
    return document.sha256
