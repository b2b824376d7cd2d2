"""Suggested differences: shown faintly until their reader keeps or drops them, which is written into the briefing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from textual.events import Callback

from tui.briefing.model import Briefing, Difference
from tui.evidence.model import ResolvedBriefing, ResolvedDifference, ResolvedSection, ResolvedStatement
from tui.reader.behind import compute
from tui.reader.messages import Message
from tui.reader.undoing import NotUndoneError, hint

if TYPE_CHECKING:
    from tui.reader.app import Hexapla

SUGGESTED = "suggested"

Edited = tuple[str, str]  # the file's text before and after
_Holder = TypeVar("_Holder", ResolvedBriefing, ResolvedSection, ResolvedStatement)


class Offers:
    """The differences of the briefing on the page: those `noted` by its author, then those `suggested`, best first.

    Of bare articles, which have no author, noted is what their reader has kept, and suggested the rest of the draft.
    `look` works both out; `then` is called once there is more to look at.
    """

    def __init__(self, reader: Hexapla, then: Callable[[], object]) -> None:
        self._reader = reader
        self._then = then
        self._found: Sequence[ResolvedDifference] = ()
        self.noted: list[ResolvedDifference] = []
        self.suggested: list[ResolvedDifference] = []
        self.look()

    def look(self) -> None:
        """Look anew; until the sources are compared, what was suggested before and is not noted yet stays."""
        reader, resolved = self._reader, self._reader.resolved
        compared = reader.comparing.ask(self._then, unasked=True) if reader.compares else None
        if compared is not None:
            self._found = compared.suggestions
        elif self._found:
            from tui.drafting.suggesting import known

            self._found = [one for one in self._found if _stands(resolved, one) and not known(resolved, one)]
        bare, kept = reader.hand.bare, reader.kept
        self.noted = [one for one in resolved.differences if not bare or one.difference.id in kept]
        drafted = resolved.differences if bare else ()
        self.suggested = [one for one in (*drafted, *self._found) if one.difference.id not in kept]
        self._faint = set(map(id, self.suggested))

    @property
    def stale(self) -> bool:
        """Whether the sources were compared since it looked."""
        compared = self._reader.comparing.found if self._reader.compares else None
        return compared is not None and compared.suggestions is not self._found

    def of(self, kind: str) -> list[ResolvedDifference]:
        """All of a kind, of "all", or of what is "suggested"."""
        noted = [one for one in self.noted if kind in ("all", one.difference.kind)]
        return noted + [one for one in self.suggested if kind in ("all", SUGGESTED, one.difference.kind)]

    def is_suggested(self, one: ResolvedDifference) -> bool:
        """Whether nobody has kept it yet."""
        return id(one) in self._faint


def _stands(resolved: ResolvedBriefing, suggestion: ResolvedDifference) -> bool:
    """Whether every side of a suggestion is in a source of the briefing that is as it was."""
    now = {name: document.sha256 for name, document in resolved.documents.items()}
    return all(one.document and now.get(one.source.id) == one.document.sha256 for one in suggestion.values)


def decide(reader: Hexapla, suggestion: ResolvedDifference, *, keep: bool) -> None:
    """Keep a suggestion as a difference of the briefing, or put it aside as one that is none."""
    kind = suggestion.difference.kind if keep else "none"
    difference: Difference = replace(suggestion.difference, kind=kind, note="")
    said = f"{'kept' if keep else 'dropped'}: {difference.about}"
    if reader.writing or not reader.following.settled:
        reader.say(Message("not yet", "the briefing is still being written"))
        return
    if reader.hand.bare:
        _remember(reader, suggestion, difference, said)
        return
    reader.writing = True
    resolved, roots = reader.resolved, reader.roots
    compute(
        reader,
        lambda: Callback(
            callback=partial(_wrote, reader, resolved, said, _write(resolved.briefing, roots, difference))
        ),
    )


# -- in the briefing's file


def _write(briefing: Briefing, roots: Sequence[Path], difference: Difference) -> Edited | str:
    """The text of the file before and after the difference was written into it; else why it was not."""
    from tui.briefing import read
    from tui.briefing.appending import appended
    from tui.briefing.saving import ChangedMeanwhileError, save, written
    from tui.documents import ArticleError
    from tui.drafting.writer import entry

    path = briefing.path
    if _packed(path):
        return f"{path.name} comes with Hexapla and is replaced with it; a copy of yours keeps what you decide"
    try:
        before = written(path)
        if before is None:
            return f"{path.name} is not in UTF-8"
        if read(path, roots=roots).briefing != briefing:
            return f"{path.name} has changed meanwhile; nothing is written"
        after = appended(before, "differences", entry(difference))
        if after is None:
            return f"it cannot be written into {path.name} without changing more"
        save(path, before, after)
    except (ArticleError, ChangedMeanwhileError) as error:
        return str(error)
    except OSError as error:
        return f"{path.name}: {(error.strerror or str(error)).lower()}"
    return before, after


def _packed(path: Path) -> bool:
    """Whether a briefing lies where the next version of Hexapla overwrites it; in a checkout it is its author's."""
    from tui import resources

    folder = resources.shipped("briefings")
    return folder.parent.name == "_data" and folder.resolve() in path.resolve().parents


def _wrote(reader: Hexapla, resolved: ResolvedBriefing, said: str, edited: Edited | str) -> None:
    reader.writing = False
    if isinstance(edited, str):
        reader.say(Message("not kept", edited, kind="error"))
        return
    if reader.resolved.briefing.path != resolved.briefing.path:
        return
    path = resolved.briefing.path
    reader.done.add(said, partial(_take_back, reader, path, edited, said))
    reader.following.changed(Message(said, f"written to {path.name}", hint=hint(reader)))


def _take_back(reader: Hexapla, path: Path, edited: Edited, said: str) -> None:
    from tui.briefing.saving import ChangedMeanwhileError, save

    before, after = edited
    try:
        save(path, after, before)
    except ChangedMeanwhileError as error:
        raise NotUndoneError(str(error)) from None
    except OSError as error:
        raise NotUndoneError(f"{path.name}: {(error.strerror or str(error)).lower()}") from None
    reader.following.changed(Message("taken back", said))


# -- for as long as bare articles are read


def _remember(reader: Hexapla, suggestion: ResolvedDifference, difference: Difference, said: str) -> None:
    before, kept = reader.resolved, set(reader.kept)
    there = suggestion in before.differences
    if difference.kind == "none":
        after = _without(before, suggestion, difference)
    else:
        reader.kept.add(difference.id)
        after = before if there else replace(before, differences=(*before.differences, suggestion))
    _show(reader, after)
    reader.done.add(said, partial(_forget, reader, before, kept))
    subject = f"{said.partition(':')[0]} for now"
    how = "articles alone keep nothing; hexapla new … -o FILE makes a briefing that does"
    reader.say(Message(subject, how, hint=hint(reader)))


def _forget(reader: Hexapla, before: ResolvedBriefing, kept: set[str]) -> None:
    if before.documents != reader.resolved.documents:
        raise NotUndoneError("the articles are others by now")
    reader.kept = kept
    _show(reader, before)


def _show(reader: Hexapla, resolved: ResolvedBriefing) -> None:
    from tui.reader.renewal import renew

    renew(reader, resolved)


def _without(resolved: ResolvedBriefing, one: ResolvedDifference, aside: Difference) -> ResolvedBriefing:
    """The briefing with a difference put aside, wherever it stood."""

    def left(holder: _Holder) -> _Holder:
        return replace(holder, differences=tuple(other for other in holder.differences if other != one))

    sections = tuple(left(replace(s, statements=tuple(map(left, s.statements)))) for s in resolved.sections)
    return replace(left(resolved), sections=sections, apart=(*resolved.apart, replace(one, difference=aside)))
