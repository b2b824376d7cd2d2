"""The forms a passage is taken away in: plain, Markdown, or Markdown with a footnote."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.briefing.model import Source
from tui.documents import quoted
from tui.documents.model import Document, Span
from tui.settings.model import CopyForm

Passage = tuple[Source, Document, Span]

_LABEL = re.compile(r"[^\w.-]+")


def cited(passages: Sequence[Passage], form: CopyForm) -> str:
    """The passages, each with its citation, in the form chosen in the settings."""
    if form == "plain":
        return "\n".join(cite(*one) for one in passages)
    # The export's own writing: an article's words stay words, whatever Markdown they look like.
    from tui.export.inline import Note, paragraph

    texts, notes = list[str](), list[str]()
    for source, document, span in passages:
        words = quoted(_words(document, span))
        where = f"{_whose(source, document, span)}. {_file(source)}, {_characters(span)}."
        if form == "markdown":
            texts.append(f"> {paragraph([words])}\n>\n> {paragraph([f'— {where}'])}")
        else:
            label = f"{_LABEL.sub('-', source.id)}-{span.start}-{span.end}"  # two copies never share one
            texts.append(paragraph([words, Note(label)]))
            notes.append(f"[^{label}]: {paragraph([where])}")
    return "\n\n".join([*texts, *notes]) + "\n"


def cite(source: Source, document: Document, span: Span) -> str:
    """The words of `span` with outlet, paragraph, file and character range: one line."""
    whose = _whose(source, document, span)
    return f"{quoted(_words(document, span))} ({whose}; {_file(source)}, {_characters(span)})"


def _words(document: Document, span: Span) -> str:
    return " ".join(document.text[span.start : span.end].split())


def _whose(source: Source, document: Document, span: Span) -> str:
    paragraph = document.paragraph_at(span.start)
    return (source.stated_name or "outlet not stated") + (f", paragraph {paragraph.number}" if paragraph else "")


def _file(source: Source) -> str:
    """The file as an export names it; not imported before something is copied."""
    from tui.export.names import file_from_root

    return file_from_root(source)


def _characters(span: Span) -> str:
    return f"characters {span.start}–{span.end}"
