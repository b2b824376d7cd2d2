"""A resolved briefing as Markdown that can be cited: the same briefing gives the same bytes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process

from tui.briefing.model import Briefing
from tui.documents import clean_line
from tui.evidence import resolve
from tui.evidence.events import timeline as timeline_of
from tui.evidence.model import Quotation, ResolvedBriefing, ResolvedDifference, ResolvedSection, Status
from tui.export import author
from tui.export.coverage import coverage_table, legend
from tui.export.differences import difference_list, judged, of_section
from tui.export.footnotes import COUNTING, Footnotes
from tui.export.front import front_matter
from tui.export.headings import Headings
from tui.export.inline import paragraph
from tui.export.names import Names
from tui.export.notes import HEADING, NoteLists
from tui.export.sources import source_list
from tui.export.statements import statement_pieces
from tui.export.timeline import event_list
from tui.notes import Placed

SUGGESTED = "Suggested differences"
UNJUDGED = "Found by comparing the sources, and judged by nobody yet: each may be a difference, or none."


class UnknownSectionError(KeyError):
    """A section id the briefing does not have; its text is one clean line with the nearest id."""

    def __str__(self) -> str:
        return str(self.args[0])


def markdown(
    briefing: Briefing | ResolvedBriefing,
    sections: Iterable[str] | None = None,
    *,
    differences: bool = True,
    coverage: bool = True,
    timeline: bool = True,
    notes: Sequence[Placed] = (),
    h1: bool = True,
) -> str:
    """The briefing, or the `sections` of these ids, as one Markdown document that ends in a line feed.

    Front matter, title, counts, summary (where no section is left out), coverage, sections in the briefing’s order,
    differences that are only suggested, timeline, sources, footnotes. Text
    from the briefing and its sources is inert: it never becomes HTML, a link, an image or code, addresses too.
    `notes` are the reader's own, placed: each stands under the first exported statement that quotes its passage, those
    on passages no statement quotes in a section of their own when the whole briefing is exported.
    Without `h1` the title stands in the front matter alone. An id the briefing does not have raises
    UnknownSectionError (a KeyError).
    """
    resolved = resolve(briefing) if isinstance(briefing, Briefing) else briefing
    chosen = _chosen(resolved, sections)
    export = _Export(resolved, chosen, sections is None, differences, coverage, timeline, notes, h1)
    return export.text()


def _chosen(briefing: ResolvedBriefing, sections: Iterable[str] | None) -> list[ResolvedSection]:
    if sections is None:
        return list(briefing.sections)
    wanted = {sections} if isinstance(sections, str) else set(sections)
    known = [one.section.id for one in briefing.sections]
    for unknown in sorted(wanted.difference(known)):
        nearest = process.extractOne(unknown, known)
        hint = f"; did you mean '{clean_line(nearest[0])}'?" if nearest else ""
        raise UnknownSectionError(f"no section '{clean_line(unknown)}'{hint}")
    return [one for one in briefing.sections if one.section.id in wanted]


@dataclass
class _Export:
    briefing: ResolvedBriefing
    sections: list[ResolvedSection]
    whole: bool
    differences: bool
    coverage: bool
    timeline: bool
    notes: Sequence[Placed]
    h1: bool
    names: Names = field(init=False)
    footnotes: Footnotes = field(init=False)
    headings: Headings = field(init=False)
    noted: NoteLists = field(init=False)
    numbers: dict[int, int] = field(init=False)  # of the differences in this export, by those in the briefing

    def __post_init__(self) -> None:
        self.names = Names(self.briefing.briefing)
        self.footnotes = Footnotes(self.briefing, self.names)
        self.numbers = {one: number for number, one in enumerate(self._listed(), 1)}
        own = (HEADING,) if self.notes else ()
        self.headings = Headings(reserved=("Coverage", "Sources", "Timeline", "Other differences", SUGGESTED, *own))
        self.noted = NoteLists(self.briefing, self.sections, self.notes, self.names, self.footnotes)

    def text(self) -> str:
        """The whole document."""
        return "\n\n".join(self._blocks()) + "\n"

    def _blocks(self) -> Iterator[str]:
        briefing = self.briefing.briefing
        yield front_matter(briefing, [one.section.id for one in self.sections])
        if self.h1:
            yield self.headings.write(1, briefing.title, briefing.id)
        yield paragraph([_counts(self.sections, self._shown(), len(briefing.sources))])
        if len(self.sections) == len(self.briefing.sections):  # it speaks of them all
            yield from author.blocks(briefing.summary)
        if self.coverage and self.sections and briefing.sources:
            yield "## Coverage"
            yield legend(self.briefing)
            for section in self.sections:
                yield coverage_table(self.briefing, section, self.names)
        for section in self.sections:
            yield from self._section(section)
        yield from self._differences("## Other differences", judged(self._homeless()))
        yield from self._differences(f"## {SUGGESTED}\n\n{UNJUDGED}", self._suggested())
        yield from self._timeline()
        if self.whole and self.noted.rest:
            yield self.headings.literal(2, HEADING)
            yield self.noted.list(self.noted.rest)
        yield "## Sources"
        yield source_list(self.briefing)
        yield COUNTING
        yield from self.footnotes.definitions()

    def _section(self, section: ResolvedSection) -> Iterator[str]:
        title = self.headings.unique(section.section.title, section.section.id)
        yield self.headings.literal(2, title)
        yield from author.blocks(section.section.summary)
        for one in section.statements:
            yield paragraph(statement_pieces(one, self.names, self.footnotes, self.numbers))
            yield from self.noted.under(one)
        yield from self._differences(self.headings.literal(3, f"Differences: {title}"), judged(of_section(section)))

    def _differences(self, heading: str, differences: list[ResolvedDifference]) -> Iterator[str]:
        if self.differences and differences:
            yield heading
            yield difference_list(differences, self.numbers, self.names, self.footnotes)

    def _timeline(self) -> Iterator[str]:
        numbers = {one.number - 1 for one in self.sections}
        events = [one for one in timeline_of(self.briefing) if one.section in numbers] if self.timeline else []
        if events:
            yield "## Timeline"
            yield event_list(events, self.footnotes)

    def _homeless(self) -> list[ResolvedDifference]:
        """The differences of no section; they belong to the whole briefing only."""
        housed = {one.number for section in self.briefing.sections for one in of_section(section)}
        return [one for one in self.briefing.differences if one.number not in housed] if self.whole else []

    def _listed(self) -> Iterable[int]:
        """The differences that are listed, in the order they are: a difference has the number of its place."""
        return dict.fromkeys(one.number for one in self._shown()) if self.differences else ()

    def _shown(self) -> list[ResolvedDifference]:
        return judged(self._told()) + self._suggested()

    def _suggested(self) -> list[ResolvedDifference]:
        return [one for one in self._told() if one.difference.suggested]

    def _told(self) -> list[ResolvedDifference]:
        return [one for section in self.sections for one in of_section(section)] + self._homeless()


def _counts(sections: list[ResolvedSection], differences: list[ResolvedDifference], sources: int) -> str:
    """`4 sections, 62 statements, 140 quotations (139 as quoted, 1 altered), 3 sources, 11 differences.`"""
    statements = [one for section in sections for one in section.statements]
    quotations = [q for one in statements for q in one.quotations] + [q for one in differences for q in one.values]
    parts = [
        _many(len(sections), "section"),
        _many(len(statements), "statement"),
        _many(len(quotations), "quotation") + _standing(quotations),
        _many(sources, "source"),
        _many(len(judged(differences)), "difference"),
    ]
    suggested = len(differences) - len(judged(differences))
    parts += [_many(suggested, "suggested difference")] if suggested else []
    return ", ".join(parts) + "."


def _standing(quotations: list[Quotation]) -> str:
    counted = Counter(quotation.anchor.status for quotation in quotations if quotation.document is not None)
    named = [f"{counted[status]} {status.value}" for status in Status if counted[status]]
    unread = len(quotations) - counted.total()
    named += [f"{unread} not read"] if unread else []
    return f" ({', '.join(named)})" if named else ""


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
