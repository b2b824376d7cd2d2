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

    Suggested are those a draft wrote into it, then what comparing finds besides. `look` works both out; `then` is
    called once there is more to look at.
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
        self.noted = [one for one in resolved.differences if not one.difference.suggested]
        self.suggested = [one for one in resolved.differences if one.difference.suggested] + [*self._found]

    @property
    def stale(self) -> bool:
        """Whether the sources were compared since it looked."""
        compared = self._reader.comparing.found if self._reader.compares else None
        return compared is not None and compared.suggestions is not self._found

    def of(self, kind: str) -> list[ResolvedDifference]:
        """All of a kind, of "all", or of what is "suggested"."""
        noted = [one for one in self.noted if kind in ("all", one.difference.kind)]
        return noted + [one for one in self.suggested if kind in ("all", SUGGESTED, one.difference.kind)]


def _stands(resolved: ResolvedBriefing, suggestion: ResolvedDifference) -> bool:
    """Whether every side of a suggestion is in a source of the briefing that is as it was."""
    now = {name: document.sha256 for name, document in resolved.documents.items()}
    return all(one.document and now.get(one.source.id) == one.document.sha256 for one in suggestion.values)


def decide(reader: Hexapla, suggestion: ResolvedDifference, *, keep: bool) -> None:
    """Keep a suggestion as a difference of the briefing, or put it aside as one that is none."""
    kind = suggestion.difference.kind if keep else "none"
    difference: Difference = replace(suggestion.difference, kind=kind, suggested=False)
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
            callback=partial(_wrote, reader, resolved, said, _write(resolved.briefing, roots, suggestion, difference))
        ),
    )


# -- in the briefing's file


def _write(
    briefing: Briefing, roots: Sequence[Path], suggestion: ResolvedDifference, difference: Difference
) -> Edited | str:
    """The text of the file before and after the difference was written into it; else why it was not."""
    from tui.briefing import read
    from tui.briefing.saving import ChangedMeanwhileError, save, written
    from tui.documents import ArticleError

    path = briefing.path
    if _packed(path):
        return f"{path.name} comes with Hexapla and is replaced with it; a copy of yours keeps what you decide"
    try:
        before = written(path)
        if before is None:
            return f"{path.name} is not in UTF-8"
        if read(path, roots=roots).briefing != briefing:
            return f"{path.name} has changed meanwhile; nothing is written"
        after = _edited(before, briefing, suggestion, difference)
        if after is None:
            return f"it cannot be written into {path.name} without changing more"
        save(path, before, after)
    except (ArticleError, ChangedMeanwhileError) as error:
        return str(error)
    except OSError as error:
        return f"{path.name}: {(error.strerror or str(error)).lower()}"
    return before, after


def _edited(before: str, briefing: Briefing, suggestion: ResolvedDifference, difference: Difference) -> str | None:
    """The file's text with what was decided: where a draft has the suggestion, in its place, else last."""
    from tui.briefing.appending import appended
    from tui.briefing.judging import judged
    from tui.drafting.writer import entry

    if suggestion.difference in briefing.differences:
        number = briefing.differences.index(suggestion.difference)
        return judged(before, number, keep=difference.kind != "none")
    return appended(before, "differences", entry(difference))


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
    before = reader.resolved
    _show(reader, _decided(before, suggestion, replace(suggestion, difference=difference)))
    reader.done.add(said, partial(_forget, reader, before))
    subject = f"{said.partition(':')[0]} for now"
    how = "articles alone keep nothing; hexapla new … -o FILE makes a briefing that does"
    reader.say(Message(subject, how, hint=hint(reader)))


def _forget(reader: Hexapla, before: ResolvedBriefing) -> None:
    if before.documents != reader.resolved.documents:
        raise NotUndoneError("the articles are others by now")
    _show(reader, before)


def _show(reader: Hexapla, resolved: ResolvedBriefing) -> None:
    from tui.reader.renewal import renew

    renew(reader, resolved)


def _decided(resolved: ResolvedBriefing, one: ResolvedDifference, now: ResolvedDifference) -> ResolvedBriefing:
    """The briefing with a suggestion decided on, wherever it stood: kept, it stands there, else it is put aside."""
    keep = now.difference.kind != "none"

    def turned(holder: _Holder) -> _Holder:
        there = (now if other == one else other for other in holder.differences if keep or other != one)
        return replace(holder, differences=tuple(there))

    if one not in resolved.differences and keep:
        return replace(resolved, differences=(*resolved.differences, now))
    sections = tuple(turned(replace(s, statements=tuple(map(turned, s.statements)))) for s in resolved.sections)
    apart = resolved.apart if keep else (*resolved.apart, now)
    return replace(turned(resolved), sections=sections, apart=apart)
