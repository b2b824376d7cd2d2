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

    Equal numbers beside them are taken in where only so both are: "5 billion" for "5bn". `written` gives the words of
    both sides of a step.
    """
    runs = list(_together(fitted, told))
    if all(len(run) < 2 for run in runs):
        return list(told)
    from tui.evidence.figures import same_figure  # and with it the reading of figures

    made: list[Step] = []
    for run in runs:
        mine = [at for at, step in enumerate(run) if step in told]
        for tried in (run[mine[0] : mine[-1] + 1], run):
            whole = Step(tried[0].quoted, tried[-1].quoted_end, tried[0].found, tried[-1].found_end, 1.0)
            both = whole.quoted < whole.quoted_end and whole.found < whole.found_end
            if len(tried) > 1 and both and same_figure(*written(whole)):
                made.append(whole)
                break
        else:
            made += [run[at] for at in mine]
    return made


def _together(fitted: Fit, told: Sequence[Step]) -> Iterator[list[Step]]:
    """The told steps in runs, with the equal numbers between and beside them."""
    run: list[Step] = []
    for step in fitted.steps:
        if step in told or _numbered(fitted, step):
            run.append(step)
            continue
        if any(one in told for one in run):
            yield run
        run = []
    if any(one in told for one in run):
        yield run


def _numbered(fitted: Fit, step: Step) -> bool:
    sides = fitted.quoted[step.quoted : step.quoted_end], fitted.found[step.found : step.found_end]
    return any(is_number(word.text) or word.text in members("magnitude") for side in sides for word in side)
