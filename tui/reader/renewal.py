"""A newer reading of the briefing on the page: every place is kept, by what stands there rather than by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from tui.evidence.model import ResolvedBriefing, ResolvedStatement
from tui.reader import arrival, views
from tui.reader.hand import Hand, Place
from tui.reader.jumps import Standpoint, named
from tui.reader.messages import Message

if TYPE_CHECKING:
    from tui.reader.app import Hexapla
    from tui.reader.walk import Walk


def renew(reader: Hexapla, resolved: ResolvedBriefing, said: Message | None = None) -> None:
    """Put `resolved`, another reading of the same files, on the page in the place of the one there.

    `said` is what to say where nothing is amiss, by default what was read again.
    """
    before = reader.hand

    def moved(standpoint: Standpoint) -> Standpoint:
        return _moved(standpoint, before, resolved)

    reader.jumps = reader.jumps.each(moved)
    reader.marks = {letter: moved(one)._replace(scrolled={}) for letter, one in reader.marks.items()}
    reader.replace_hand(Hand(resolved, same_place(before, resolved)))
    reader.walked = None
    if reader.walk is not None:
        _renew_walk(reader, reader.walk, moved, holds=_still_there(before.resolved, resolved))
    if reader.hears is not None:
        from tui.reader.widgets.tour import Tour

        reader.query_one(Tour).briefing_renewed(moved)
    for view in reader.views.values():
        view.briefing_renewed(before.resolved)
    if reader.overlay is not None:
        reader.overlay.briefing_renewed()
    if reader.view_name not in (views.PICKER, *(name for _, name in reader.view_names())):
        reader.show_view(views.first(resolved))
    reader.refresh_frame()
    _tell(reader, before.resolved, said)


def _renew_walk(reader: Hexapla, walk: Walk, moved: Callable[[Standpoint], Standpoint], *, holds: bool) -> None:
    """Let a walk go on whose hits still stand where they stood; else Escape leads all the same to where it began."""
    walk.origin = moved(walk.origin)
    if walk.outer is not None:
        walk.outer.origin = moved(walk.outer.origin)
    if not holds:
        reader.walk = None
        reader.visitors.clear()  # they leave with the search they came by
        reader.jumps.entrance = reader.jumps.entrance or walk.origin


def same_place(hand: Hand, resolved: ResolvedBriefing, place: Place | None = None) -> Place:
    """Where a place of `hand`, by default the one in hand, is in another reading.

    Its statement by id, else by text; where it is gone, the same number in the section of the same id, else the same
    numbers.
    """
    before = Hand(hand.resolved, place or hand.place)
    section, statement = before.section, before.statement
    if section is None:
        return Place()
    if statement is not None:
        found = list(_statements(resolved))
        same = [one for one in found if one[1].statement.id == statement.statement.id]
        same += [one for one in found if one[1].statement.text == statement.statement.text]
        if same:
            return same[0][0]._replace(quotation=_quotation(before, resolved, same[0][1]))
    ids = [one.section.id for one in resolved.sections]
    there = ids.index(section.section.id) if section.section.id in ids else before.place.section
    return Place(there, before.place.statement)


def _statements(resolved: ResolvedBriefing) -> Iterator[tuple[Place, ResolvedStatement]]:
    for at, section in enumerate(resolved.sections):
        for number, statement in enumerate(section.statements):
            yield Place(at, number), statement


def _quotation(before: Hand, resolved: ResolvedBriefing, statement: ResolvedStatement) -> int:
    """The number of the quotation in hand among the statement's: the same words, else the first of the source."""
    chosen, now = before.quotation, Hand(resolved).ordered(statement)
    if chosen is None:
        return 0
    mine = [number for number, one in enumerate(now) if one.source.id == chosen.source.id]
    same = [number for number in mine if now[number].claim.quote == chosen.claim.quote]
    return next(iter(same or mine), before.place.quotation)


def _moved(standpoint: Standpoint, before: Hand, resolved: ResolvedBriefing) -> Standpoint:
    """The standpoint in another reading. What the views had scrolled to is known by numbers, which are others now."""
    place, now = same_place(before, resolved, standpoint.place), resolved.briefing.sources
    same = [one.id for one in before.resolved.briefing.sources] == [one.id for one in now]
    columns = standpoint.scrolled.get("sources") if same and _still_there(before.resolved, resolved) else None
    return standpoint._replace(place=place, name=named(place, resolved), scrolled={"sources": columns})


def _still_there(before: ResolvedBriefing, now: ResolvedBriefing) -> bool:
    """Whether every span of the documents before means the same words now."""
    return before.documents.keys() == now.documents.keys() and all(
        now.documents[name].text == document.text for name, document in before.documents.items()
    )


def _tell(reader: Hexapla, before: ResolvedBriefing, said: Message | None) -> None:
    """Say what is amiss with the sources now, where that is another matter than before; else what was read again."""
    now, width, keys_of = reader.resolved, reader.size.width, reader.keys_of
    known = set(arrival.messages(before, width, keys_of))
    news = [message for message in arrival.messages(now, width, keys_of) if message not in known]
    reader.voice.next.clear()
    if news:
        reader.dismiss_message()
        reader.voice.say_all(news)
    else:
        reader.say(said or Message(_what(before, now), "read again"))


def _what(before: ResolvedBriefing, now: ResolvedBriefing) -> str:
    changed = [
        name for name, document in now.documents.items() if before.documents.get(name, document).text != document.text
    ]
    if not changed:
        return now.briefing.path.name or "articles"
    if len(changed) > 1:
        return f"{len(changed)} articles"
    return now.briefing.source(changed[0]).file_name
