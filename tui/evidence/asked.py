"""Question marks put in or taken out: "He knew?" is no quotation of "He knew."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from tui.evidence.align import Step
from tui.evidence.fit import Fit
from tui.evidence.model import Change
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted

# In "a?b=c" nothing is asked.
_ASKS = re.compile(r"[?؟](?![a-z0-9])")
_STATES = re.compile(r"(?<!\.)\.(?!\.)|[!。।۔]")
_MARKS = re.compile(r"[^\w]{0,12}")


def asked(prepared: Prepared, quote: Quoted, fitted: Fit) -> Iterator[Change]:
    """The question marks behind paired words that only one side has.

    At its end a quotation may leave the mark out, but not put a full stop in its place.
    """
    for step, following in zip_longest(fitted.steps, fitted.steps[1:]):
        if not (_paired(step) and (following is None or _paired(following))):
            continue
        end, found_end = fitted.quoted[step.quoted_end - 1].end, fitted.found[step.found_end - 1].end
        marks, found_marks = _MARKS.match(quote.text, end), _MARKS.match(prepared.text, found_end)
        one, other = (_ASKS.search(match.group()) if match else None for match in (marks, found_marks))
        if one and not other:
            at, span = end + one.start(), prepared.span(found_end, found_end)
            written = quote.normal.span(at, at + 1)
            yield Change("added", quote.written[slice(*written)], "", written, span)
        if other and not one and (following or (marks and _STATES.search(marks.group()))):
            at = found_end + other.start()
            span = prepared.span(at, at + 1)
            yield Change("missing", "", prepared.original[slice(*span)], quote.normal.span(end, end), span)


def _paired(step: Step) -> bool:
    return step.quoted_end > step.quoted and step.found_end > step.found
