"""What no statement covers yet, as rows of the coverage view: faint, and each leads to its words in the sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.reader.coverage_rows import figures
from tui.reader.painting import Run, fit, pad, width_of
from tui.search.model import Hit

if TYPE_CHECKING:
    from tui.evidence.uncovered import Fact
    from tui.reader.app import Hexapla
    from tui.reader.ink import Ink

HEADING = "Not yet covered by a statement"
TITLE = 40  # characters of a fact that name it in the footer


class OpenFacts:
    """The facts no statement covers; `at` is the one in hand, -1 while a statement is.

    `look` takes up what comparing the sources says; `then` is called once there is more to look at.
    """

    def __init__(self, reader: Hexapla, then: Callable[[], object]) -> None:
        self._reader = reader
        self._then = then
        self._articles: Mapping[str, str] = {}
        self.all: tuple[Fact, ...] = ()
        self.at = -1

    def look(self) -> bool:
        """Look anew; whether the facts are others now. Until it is known they stay, where the articles are the same."""
        reader, before, current = self._reader, self.all, self.current
        compared = reader.comparing.ask(self._then, unasked=True) if reader.compares else None
        articles = {name: document.sha256 for name, document in reader.resolved.documents.items()}
        if compared is not None:
            self.all, self._articles = compared.uncovered, articles
        elif articles != self._articles:
            self.all = ()
        self.at = self.all.index(current) if current in self.all else -1
        return self.all != before

    @property
    def current(self) -> Fact | None:
        """The fact in hand."""
        return self.all[self.at] if 0 <= self.at < len(self.all) else None

    def text(self, fact: Fact) -> str:
        """The words of its first passage, on one line."""
        source, span = fact.passages[0]
        return " ".join(self._reader.resolved.documents[source].text[slice(*span)].split())

    def passages(self, fact: Fact) -> list[tuple[Source, Document, Span]]:
        """Its passages, as they are copied."""
        resolved = self._reader.resolved
        return [(resolved.briefing.source(name), resolved.documents[name], span) for name, span in fact.passages]

    def walk(self, fact: Fact) -> None:
        """Into the sources, every passage of it lit and walked by `n`."""
        words, glyphs = self.text(fact), self._reader.ink.glyphs
        hits = [
            Hit(source.id, span, _paragraph(document, span), 1.0, (span,), document.text[slice(*span)])
            for source, document, span in self.passages(fact)
        ]
        self._reader.start_walk(fit(words, TITLE, glyphs.more), hits, 0, sign=glyphs.silent)

    # -- painting

    def row(self, number: int, ink: Ink, left: int, cell: int, sources: Sequence[int], total: int) -> list[Run]:
        """Fact `number` in `left` cells of text, `cell` a source and `total` for the count."""
        fact, here = self.all[number], number == self.at
        ground = "selection" if here else "background"
        resolved = self._reader.resolved
        lead = " " * figures(resolved)
        runs: list[Run] = [(ink.glyphs.bar if here else " ", ink("bar", ground)), (lead, ink("dim", ground))]
        room = left - width_of(runs)
        words = fit(self.text(fact), max(room - 1, 1), ink.glyphs.more)
        runs.append((pad(words, room), ink("dim", ground, "i")))
        for at in sources:
            source = resolved.briefing.sources[at].id
            spans = fact.of(source)
            sign = ink.glyphs.silent
            if spans:
                there = _paragraph(resolved.documents[source], spans[0])
                sign = f"{ink.glyphs.paragraph}{there}" if cell > 3 else ink.glyphs.hit
            lead = " " if cell > 3 else ""
            runs.append((pad(lead + fit(sign, cell - 1, ""), cell), ink(f"mark:{at}" if spans else "dim", ground)))
        count = f"{len(fact.sources)}/{len(resolved.briefing.sources)}"
        return [*runs, (pad(count, total), ink("dim", ground))]


def _paragraph(document: Document, span: Span) -> int:
    paragraph = document.paragraph_at(span.start)
    return paragraph.number if paragraph else 0
