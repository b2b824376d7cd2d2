"""A briefing arrives on the page: none yet, another one, and what has to be told about its sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui.briefing.model import Briefing
from tui.evidence.model import Quotation, ResolvedBriefing, SourceProblem, Status
from tui.reader.messages import Message
from tui.reader.unproved import places

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

NOTHING: Final = ResolvedBriefing(Briefing(Path(), "", "", ()), {}, (), (), ())  # no briefing is open
_STANDING = (Status.VERIFIED, Status.AMBIGUOUS)
_NAMED = 6  # places named in one message
# What is said of articles compared, on wide and on ever narrower terminals.
_COMPARED = (
    (
        "sections, statements and differences are put together by their words",
        "nobody has read them: questions, not findings",
    ),
    ("put together by comparing words", "questions, not findings"),
    ("a draft", "questions, not findings"),
)


async def exchange(reader: Hexapla, resolved: ResolvedBriefing) -> None:
    """Put another briefing on the page, where it was left, and open with it the next time."""
    from tui import resources
    from tui.reader import returning

    reader.leave_tour()  # it leads back into the briefing that goes
    reader.close_overlay()
    returning.save(reader)
    await reader.turn_to(resolved)
    returning.dress(reader)
    resources.remember_briefing(resolved.briefing.path)
    reader.voice.say_all(reader.take_notices())
    tell(reader)


def tell(reader: Hexapla) -> None:
    """Tell in the footer, one after the other, what is amiss with the sources."""
    reader.voice.say_all(messages(reader.resolved, reader.size.width, reader.keys_of))
    if hidden := reader.arrangement.hidden(reader.resolved):
        reader.voice.say_all([_hidden(hidden, reader.keys_of("source.show-all"))])


def messages(resolved: ResolvedBriefing, width: int, keys_of: Callable[[str], str]) -> Iterator[Message]:
    """What is amiss, at most one message a kind.

    Articles that cannot be read or have changed, quotations that are not as their sources have them, articles
    compared that nobody has read, articles that were not plain.
    """
    unreadable = [one for one in resolved.problems if one.code == "unreadable"]
    changed = [one for one in resolved.problems if one.code == "changed"]
    if unreadable:
        yield _unreadable(resolved, unreadable)
    if changed:
        yield _changed(resolved, changed, width)
    yield from _otherwise(resolved, keys_of)
    if resolved.sections and not resolved.briefing.path.name:
        fitting = (said for said in _COMPARED if width >= len("".join(said)) + 6)
        yield Message(*next(fitting, _COMPARED[-1]), kind="warning")
    yield from _noticed(resolved)


def _hidden(count: int, key: str) -> Message:
    """That a session begins with sources out of sight, where nothing but a short word in the footer would tell."""
    sources, them = ("1 source is", "it") if count == 1 else (f"{count} sources are", "them")
    return Message(f"{sources} hidden", f"since the last time: {key} shows {them}", kind="warning")


def _unreadable(resolved: ResolvedBriefing, problems: list[SourceProblem]) -> Message:
    first = problems[0]
    if len(problems) == 1:
        return Message(first.message, kind="error", siglum=_siglum(resolved, first.source.id))
    letters = " ".join(one.source.letter for one in problems)
    return Message(f"{len(problems)} articles cannot be read", f"{letters}  {first.message}", kind="error")


def _changed(resolved: ResolvedBriefing, problems: list[SourceProblem], width: int) -> Message:
    if len(problems) > 1:
        each = "  ".join(f"{one.source.letter} {_standing(resolved, one.source.id)}" for one in problems)
        subject = f"{len(problems)} articles changed since this briefing was written"
        return Message(subject, f"quotations that still stand as quoted: {each}", kind="warning")
    source = problems[0].source
    name, standing = source.stated_name or "outlet not stated", _standing(resolved, source.id)
    said = f"{name} changed since this briefing was written: {standing} quotations still stand as quoted"
    if len(said) + 6 > width:
        said = f"{name} changed: {standing} quotations still stand"
    return Message(said, kind="warning", siglum=_siglum(resolved, source.id))


def _otherwise(resolved: ResolvedBriefing, keys_of: Callable[[str], str]) -> Iterator[Message]:
    found = [(where, quoted.source.letter) for where, quoted in places(resolved)]
    if not found:
        return
    named = list(dict.fromkeys(f"{where} {letter}" for where, letter in found))
    more = f" and {len(named) - _NAMED} more" if len(named) > _NAMED else ""
    subject = f"{len(found)} quotations are not as their sources have them"
    if len(found) == 1:
        subject = "1 quotation is not as its source has it"
    views = {"view.differences" if where.startswith("difference") else "view.sections" for where, _ in found}
    # A bare figure would be read as a count of them.
    keys = " or ".join(keys_of(view) for view in sorted(views, reverse=True))
    hint = f"press {keys} to see {'it' if len(found) == 1 else 'them'}"
    yield Message(subject, ", ".join(named[:_NAMED]) + more, hint=hint, kind="warning")


def _standing(resolved: ResolvedBriefing, source: str) -> str:
    """`13 of 14`: how many of the source's quotations stand in its article word for word."""
    mine = [quotation for quotation in _quotations(resolved) if quotation.source.id == source]
    standing = sum(quotation.anchor.status in _STANDING for quotation in mine)
    return f"{standing} of {len(mine)}"


def _quotations(resolved: ResolvedBriefing) -> Iterator[Quotation]:
    for section in resolved.sections:
        for statement in section.statements:
            yield from statement.quotations
    for difference in resolved.differences:
        yield from difference.values


def _noticed(resolved: ResolvedBriefing) -> Iterator[Message]:
    """What was done to articles so that they can be shown."""
    noticed = {name: document.notices for name, document in resolved.documents.items() if document.notices}
    said = {name: "; ".join(notice.message for notice in notices) for name, notices in noticed.items()}
    if len(said) == 1:
        source = next(iter(said))
        yield Message(said[source], kind="warning", siglum=_siglum(resolved, source))
    elif said:
        each = "  ".join(f"{resolved.briefing.source(source).letter} {text}" for source, text in said.items())
        yield Message("articles", each, kind="warning")


def _siglum(resolved: ResolvedBriefing, source: str) -> tuple[str, int]:
    ids = [one.id for one in resolved.briefing.sources]
    return resolved.briefing.source(source).letter, ids.index(source)
