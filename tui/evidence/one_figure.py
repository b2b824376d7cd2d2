"""Words that differ one by one and are one figure together: "€40,000" for "40,000 euros" is one change, not two."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tui.evidence.align import Step
from tui.evidence.cut import is_number
from tui.evidence.fit import Fit
from tui.evidence.lexicon import members

Written = Callable[[Step], tuple[str, str]]


def as_one_figure(fitted: Fit, told: Sequence[Step], written: Written) -> list[Step]:
    """The steps `told`, those of `fitted` that stand together and are one figure on both sides made one.

    `written` gives the words of both sides of a step.
    """
    if len(told) < 2 or not any(_numbered(fitted, step) for step in fitted.steps):
        return list(told)
    from tui.evidence.figures import same_figure  # and with it the reading of figures

    made: list[Step] = []
    for run in _together(fitted, told):
        whole = Step(run[0].quoted, run[-1].quoted_end, run[0].found, run[-1].found_end, 1.0)
        both = whole.quoted < whole.quoted_end and whole.found < whole.found_end
        alike = len(run) > 1 and both and same_figure(*written(whole))
        made += [whole] if alike else [step for step in run if step in told]
    return made


def _together(fitted: Fit, told: Sequence[Step]) -> Iterator[list[Step]]:
    """The told steps in runs, with the equal numbers between two of them."""
    run: list[Step] = []
    between: list[Step] = []
    for step in fitted.steps:
        if step in told:
            run += [*between, step]
            between = []
        elif run and _numbered(fitted, step):
            between.append(step)
        elif run:
            yield run
            run, between = [], []
    if run:
        yield run


def _numbered(fitted: Fit, step: Step) -> bool:
    sides = fitted.quoted[step.quoted : step.quoted_end], fitted.found[step.found : step.found_end]
    return any(is_number(word.text) or word.text in members("magnitude") for side in sides for word in side)
