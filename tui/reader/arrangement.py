"""How a reader has arranged the sources: in which order they stand and which are hidden, the same in every view."""

from __future__ import annotations

from collections.abc import Iterable

from tui.evidence.model import ResolvedBriefing

MOST = 10_000  # sources remembered out of a file that may hold anything


class Arrangement:
    """Order and hiding of sources, by their ids; all that is asked of it is answered in numbers of the briefing's.

    Letters and colours stay with the source. A briefing that was edited since keeps what still holds: unknown ids
    count for nothing, new sources stand after the one before them in the briefing, and one is always shown.
    """

    def __init__(self, order: Iterable[str] = (), hidden: Iterable[str] = ()) -> None:
        self._order = list(dict.fromkeys(order))
        self._hidden = set(hidden)
        self._made: tuple[ResolvedBriefing, tuple[int, ...], tuple[int, ...]] | None = None

    def _all(self, resolved: ResolvedBriefing) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """All sources in order, and those of them that are shown; worked out once, since every row asks."""
        if self._made is None or self._made[0] is not resolved:
            order = self._ordered([source.id for source in resolved.briefing.sources])
            sources = resolved.briefing.sources
            shown = tuple(number for number in order if sources[number].id not in self._hidden)
            self._made = resolved, order, shown or order
        return self._made[1:]

    def _ordered(self, ids: list[str]) -> tuple[int, ...]:
        numbers = {name: number for number, name in enumerate(ids)}
        order = [numbers[name] for name in self._order if name in numbers]
        for number in range(len(ids) if order else 0):
            if number not in order:
                order.insert(order.index(number - 1) + 1 if number else 0, number)
        return tuple(order or range(len(ids)))

    def shown(self, resolved: ResolvedBriefing, guest: int | None = None) -> tuple[int, ...]:
        """The sources shown, in order; `guest` with them, in its place, though it may be hidden."""
        order, shown = self._all(resolved)
        if guest is None or guest in shown:
            return shown
        return tuple(number for number in order if number in shown or number == guest)

    def hidden(self, resolved: ResolvedBriefing) -> int:
        """How many sources are hidden."""
        order, shown = self._all(resolved)
        return len(order) - len(shown)

    def hide(self, resolved: ResolvedBriefing, number: int) -> bool:
        """Hide a source; False where it is the last one shown."""
        if self.shown(resolved) == (number,):
            return False
        sources = resolved.briefing.sources
        self._hidden -= {sources[each].id for each in self.shown(resolved)}  # they are, where all were hidden
        self._hidden.add(sources[number].id)
        self._made = None
        return True

    def show_all(self) -> None:
        """Hide none."""
        self._hidden.clear()
        self._made = None

    def move(self, resolved: ResolvedBriefing, number: int, by: int, guest: int | None = None) -> bool:
        """Let a source change places with the shown one `by` (1 or -1) after it; False at either end."""
        order, shown = list(self._all(resolved)[0]), self.shown(resolved, guest)
        at = shown.index(number) + by if number in shown else -1
        if not 0 <= at < len(shown):
            return False
        one, other = order.index(number), order.index(shown[at])
        order[one], order[other] = order[other], order[one]
        self._order = [resolved.briefing.sources[each].id for each in order]
        self._made = None
        return True

    def kept(self) -> dict[str, list[str]]:
        """What a session keeps; nothing where nothing was arranged."""
        kept = {"order": self._order, "hidden": sorted(self._hidden)}
        return {name: ids for name, ids in kept.items() if ids}


def arrangement(said: object) -> Arrangement:
    """What a session file says of the sources, whatever that is."""
    return (
        Arrangement(*(_ids(said.get(name)) for name in ("order", "hidden")))
        if isinstance(said, dict)
        else Arrangement()
    )


def _ids(said: object) -> list[str]:
    return [name for name in said[:MOST] if isinstance(name, str)] if isinstance(said, list) else []
