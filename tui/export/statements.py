"""A statement with its footnotes, saying in words who says it alone, in part or otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tui.briefing.model import Evidence, Source
from tui.documents import quoted
from tui.evidence.model import Carriage, Quotation, ResolvedDifference, ResolvedStatement, Status
from tui.export.differences import judged
from tui.export.footnotes import Footnotes
from tui.export.inline import Piece
from tui.export.names import Names

_FLAWS = {
    Status.ALTERED: "altered",
    Status.PARTIAL: "found in part",
    Status.MISSING: "absent",
    Status.MISATTRIBUTED: "absent",
}
_DISAGREE = {"conflict": "Sources disagree", "variant": "Sources vary", "framing": "Sources frame it differently"}


def statement_pieces(
    one: ResolvedStatement, names: Names, footnotes: Footnotes, numbers: Mapping[int, int]
) -> Iterator[Piece]:
    """The statement as one paragraph; `numbers` are those the export gives its differences, none where it has none."""
    groups = _groups(one)
    yield one.statement.text
    yield from footnotes.marks(groups["supports"])
    if one.alone is not None:
        in_part = one.coverage[one.alone] is Carriage.PARTLY
        yield from [" Only ", *names.of_id(one.alone), " says so, in part." if in_part else " says so."]
        if in_part:
            yield from footnotes.marks(groups.pop("partly"))
    if one.unsupported and one.speaking:
        yield " No source that could be read supports this;" if one.unread else " No source supports this;"
    for name, sentence in _SENTENCES.items():
        if claims := groups.get(name):
            yield " "
            yield from sentence(names.all(_sources(claims)), len(_sources(claims)) > 1)
            yield from footnotes.marks(claims)
    if one.unsupported and not one.speaking:
        yield " No source that could be read supports this." if one.unread else " No quotation supports this."
    yield from _disagreements(judged(one.differences), numbers)


def _disagreements(differences: Sequence[ResolvedDifference], numbers: Mapping[int, int]) -> Iterator[str]:
    """One sentence a kind that says sources differ, and where that is shown or, when it is not, on what.

    What they differ on is often a sum of money, and a linter takes a footnote between two `$` for mathematics.
    """
    for kind, verb in _DISAGREE.items():
        alike = [one for one in differences if one.difference.kind == kind]
        if alike and numbers:
            named = _joined([str(number) for number in sorted(numbers[one.number] for one in alike)])
            yield f" {verb}: difference{'' if len(alike) == 1 else 's'} {named}."
        elif alike:
            yield f" {verb}: {_joined([quoted(one.difference.about) for one in alike])}."


def _joined(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def _groups(one: ResolvedStatement) -> dict[str, list[Quotation]]:
    """The quotations by what they do for the statement, in their order."""
    groups: dict[str, list[Quotation]] = {name: [] for name in ("supports", *_SENTENCES)}
    for quotation in one.quotations:
        groups[_group(quotation)].append(quotation)
    return groups


def _group(quotation: Quotation) -> str:
    """A quotation that does not stand as quoted is not cited as if it did."""
    if quotation.document is None:
        return "unread"
    role = quotation.claim.role if isinstance(quotation.claim, Evidence) else "supports"
    flaw = _FLAWS.get(quotation.anchor.status, "")
    return flaw if flaw == "absent" or (flaw and role in ("supports", "partly")) else role


def _sources(quotations: list[Quotation]) -> list[Source]:
    return list({quotation.source.id: quotation.source for quotation in quotations}.values())


# "contradicts" comes first: it ends the sentence that begins "No source supports this;".
_SENTENCES: dict[str, Callable[[list[Piece], bool], list[Piece]]] = {
    "contradicts": lambda who, many: [*who, " have it otherwise." if many else " has it otherwise."],
    "partly": lambda who, many: ["In part: ", *who, "."],
    "context": lambda who, many: ["For context: ", *who, "."],
    "altered": lambda who, many: ["Quoted in altered words: ", *who, "."],
    "found in part": lambda who, many: ["Found in part only: ", *who, "."],
    "unread": lambda who, many: [*who, " are" if many else " is", " quoted, but could not be read."],
    "absent": lambda who, many: ["Quoted but not found: ", *who, "."],
}
