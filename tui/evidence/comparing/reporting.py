"""Who reports to whom: one document puts something under a body, another takes it away from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from tui.evidence.comparing.found import Found, Side, side
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.stems import form

_UNDER = frozenset(map(form, ("report", "answer", "subordinate", "belong")))
_AWAY = frozenset(
    map(
        form,
        (
            "withdraw",
            "remove",
            "separate",
            "detach",
            "independent",
            "split",
            "transfer",
            "break",
            "leave",
            "quit",
            "exit",
        ),
    )
)
_GAP = 8


class _Line(NamedTuple):
    """One statement of the kind: whom it is about, whether under or away, and where it stands."""

    body: str
    under: bool
    side: Side


def reporting_lines(pool: Sequence[Sequence[Sentence]]) -> Iterator[Found]:
    """Pairs of documents of which one says only "under" of a body and the other only "away" of the same."""
    lines = [[line for sentence in here for line in _lines(sentence)] for here in pool]
    for one, other in combinations(lines, 2):
        for body in sorted({line.body for line in one} & {line.body for line in other}):
            here = [line for line in one if line.body == body]
            there = [line for line in other if line.body == body]
            said = {line.under for line in here}, {line.under for line in there}
            if said in (({True}, {False}), ({False}, {True})):
                name = body.removeprefix("@")
                yield Found(
                    "conflict", f"reports to {name}, or not?", "reporting " + body, (here[0].side, there[0].side), 2.0
                )


def _lines(sentence: Sentence) -> Iterator[_Line]:
    for index, token in enumerate(sentence.tokens):
        if token.form in _UNDER:
            link, under = frozenset(("to",)), not _negated(sentence, index)
        elif token.form in _AWAY:
            link, under = frozenset(("from", "of")), False
        else:
            continue
        last = min(len(sentence.tokens), index + _GAP + 1)
        joint = next((at for at in range(index + 1, last) if sentence.low(at) in link), None)
        if joint is None or (token.form in _UNDER and joint != index + 1):
            continue
        body = next(
            (at for at in range(joint + 1, min(joint + 4, len(sentence.tokens))) if _is_body(sentence, at)), None
        )
        if body is not None:
            yield _Line(sentence.tokens[body].form, under, side(sentence, index, body))


def _is_body(sentence: Sentence, at: int) -> bool:
    """A named body, a country right before it passed over: "the U.S. Indo-Pacific Command"."""
    token = sentence.tokens[at]
    following = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].kind == "name" and sentence.gap(at + 1) == " "
    return token.kind == "name" and not following


def _negated(sentence: Sentence, index: int) -> bool:
    return any(sentence.low(at) in ("no", "not", "never") for at in range(max(0, index - 3), index))
