"""What every view shares: inks, the statement in hand, and what it tells the frame."""

from __future__ import annotations

from collections.abc import Sequence

from tui.briefing.model import Source
from tui.documents.model import Document, Span
from tui.evidence.model import ResolvedBriefing
from tui.reader.goal import Goal, goal
from tui.reader.hand import Hand
from tui.reader.ink import Ink
from tui.reader.painting import Run
from tui.reader.trail import source_place
from tui.reader.widgets.part import Part

Hint = tuple[str, str]  # command ids separated by a space, and the word for them in the footer


class View(Part, can_focus=True):
    """One of the numbered views. Commands reach it as methods `do_…`, named by `Command.method`."""

    HINTS: Sequence[Hint] = ()

    @property
    def hand(self) -> Hand:
        """The statement in hand."""
        return self.reader.hand

    @property
    def ink(self) -> Ink:
        """The inks in force (veiled while something lies over the page)."""
        return self.reader.page_ink

    def footer_right(self, width: int) -> list[Run]:
        """Where the reader is, for the right end of the footer, in at most about a third of `width` cells."""
        return []

    def standing(self) -> list[Run]:
        """What is stood on within the statement in hand, for the header: by default the quotation's source and ¶."""
        quoted = self.hand.quotation
        number = self.hand.letters[quoted.source.id] if quoted else 0
        return source_place(number, self.ink, quoted.source, quoted.paragraph) if quoted else []

    def footer_left(self, width: int) -> list[Run] | None:
        """What stands in the place of the keys, or None for the keys."""
        return None

    def to_copy(self) -> tuple[Source, Document, Span] | None:
        """What `y` takes: by default the quotation in hand, where it was placed."""
        quoted = self.hand.quotation
        if quoted is None or quoted.document is None or quoted.anchor.span is None:
            return None
        return quoted.source, quoted.document, quoted.anchor.span

    def to_copy_all(self) -> list[tuple[Source, Document, Span]]:
        """All that `y` takes; more than one where several stand together."""
        one = self.to_copy()
        return [one] if one else []

    def to_mark(self) -> tuple[Source, Document, Span] | None:
        """The passage that `b` bookmarks and `a` notes something on: by default what `y` takes."""
        taken = self.to_copy_all()
        return taken[0] if taken else None

    def to_open(self) -> Goal | None:
        """What `o` opens: by default the article `y` takes from, at that place, else that of the quotation in hand."""
        taken, quoted = self.to_copy_all(), self.hand.quotation
        if taken:
            source, document, span = taken[0]
            return goal(source, document, span.start, by_file=self.hand.bare)
        if quoted is None:
            return None
        offset = quoted.anchor.span.start if quoted.anchor.span else 0
        return goal(quoted.source, quoted.document, offset, by_file=self.hand.bare)

    def hand_moved(self) -> None:
        """The statement in hand changed; show it."""
        self.refresh()

    def briefing_renewed(self, before: ResolvedBriefing) -> None:
        """Another reading of the briefing is in hand: forget what was made of the one `before`; places stay."""
        self.hand_moved()

    def rearranged(self) -> None:
        """Show the columns as they are arranged now, where there is one for each source."""

    def notes_changed(self) -> None:
        """Notes or bookmarks are others now; show them, where the view shows any."""

    def to_evidence(self) -> None:
        """Bring the evidence of the statement in hand into view, where the view shows any."""

    def walk_moved(self, *, started: bool = False) -> None:
        """Another hit of `reader.walk` is stood on, the first of it when the walk `started`; None is given up."""

    def scrolled(self) -> object:
        """What the view has scrolled to, for `return_to`."""
        return None

    def return_to(self, where: object) -> None:
        """To exactly what `scrolled` answered once; None when the view was not there then."""

    def kept(self) -> object:
        """What the view wants to find again the next time, as JSON takes it; None for nothing."""
        return None

    def take_up(self, kept: object) -> None:
        """Begin where `kept`, out of a file that may hold anything, says; called before the view is shown."""

    def inks_changed(self) -> None:
        """Theme, veil or colour depth changed; paint anew."""
        self.refresh()
