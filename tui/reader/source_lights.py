"""Which characters of each source the statement in hand and its section light."""

from __future__ import annotations

from collections.abc import Iterable

from tui.documents.model import Span
from tui.evidence.model import Quotation, ResolvedBriefing
from tui.reader.hand import Hand
from tui.reader.lit import EMPTY, Layer, Light


class SourceLights:
    """Layers of evidence by source; those of a section are kept, so that a step within it costs one statement."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self._of: ResolvedBriefing | None = None
        self._sections: dict[int, dict[str, Layer]] = {}

    def quotations(self, source: str) -> list[Quotation]:
        """What the statement in hand quotes from a source, in the briefing's order."""
        statement = self.hand.statement
        return [one for one in statement.quotations if one.source.id == source] if statement else []

    def layers(self, source: str) -> dict[Light, Layer]:
        """The evidence of a source: the section's, the statement's, and the words a quotation has otherwise."""
        quotations = self.quotations(source)
        changes = (change.span for one in quotations for change in one.anchor.changes if not change.elsewhere)
        return {
            Light.FAINT: self._section().get(source, EMPTY),
            Light.STRONG: Layer(_spans(quotations)),
            Light.DIFFER: Layer(span for span in changes if span.end > span.start),
        }

    def _section(self) -> dict[str, Layer]:
        hand, section = self.hand, self.hand.section
        if section is None:
            return {}
        if self._of is not hand.resolved:
            self._of = hand.resolved
            self._sections.clear()
        if hand.place.section not in self._sections:
            spans: dict[str, list[Span]] = {}
            for statement in section.statements:
                for one in statement.quotations:
                    spans.setdefault(one.source.id, []).extend(_spans([one]))
            self._sections[hand.place.section] = {source: Layer(found) for source, found in spans.items()}
        return self._sections[hand.place.section]


def _spans(quotations: Iterable[Quotation]) -> list[Span]:
    return [one.anchor.span for one in quotations if one.anchor.span is not None]
