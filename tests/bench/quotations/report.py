"""The goal table: what was asked, what was reached."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.quotations.measure import Tally
from tests.bench.quotations.touched import KINDS


def table(tallies: Mapping[str, Tally]) -> str:
    """One line for each group, then the kinds of decisive change, then the goals."""
    lines = [f"{'group':34}{'cases':>7}{'right':>8}{'letter':>8}{'accept':>8}{'placed':>8}{'sound':>8}{'p95 ms':>9}"]
    for name, tally in tallies.items():
        shares = "".join(f"{tally.share(o):8.4f}" for o in ("right", "to the letter", "accepted", "placed", "sound"))
        lines.append(f"{name:34}{tally.total:7}{shares}{tally.late():9.2f}")
    if "letters 2 %" in tallies:
        lines += ["", "2 % letters, by the gravest word touched:", *_touched(tallies["letters 2 %"])]
    if "decisive" in tallies:
        lines += ["", *_kinds(tallies["decisive"])]
    return "\n".join([*lines, "", *_goals(tallies)])


def _touched(tally: Tally) -> list[str]:
    """What became of the noisy quotations: accepted, or every change naming a damaged word."""
    return [
        f"  {kind:34}{tally.details[kind]:6}  accepted {_part(tally, kind, 'accepted'):.4f}"
        f"  accepted or named {_part(tally, kind, 'named'):.4f}"
        for kind in KINDS
    ]


def _part(tally: Tally, kind: str, outcome: str) -> float:
    return tally.details[f"{kind}: {outcome}"] / max(1, tally.details[kind])


def _kinds(tally: Tally) -> list[str]:
    names = sorted({name.partition(":")[0] for name in tally.details})
    return [
        f"  {name:34}{tally.details[name]:6}  accepted {tally.details[f'{name}: accepted']:3}"
        f"  at its place {tally.details[f'{name}: right']:6}"
        for name in names
    ]


def _goals(tallies: Mapping[str, Tally]) -> list[str]:
    """Each goal with the figure reached and by how much it is missed."""
    rows: list[tuple[str, float, float, bool]] = []

    def want(name: str, group: str, outcome: str, goal: float, most: bool = False) -> None:
        if group in tallies:
            rows.append((name, tallies[group].share(outcome), goal, most))

    want("decisive change accepted in silence", "decisive", "accepted", 0.0, True)
    want("style verified (or ambiguous)", "style", "accepted", 1.0)
    want("2 % letters verified (or ambiguous)", "letters 2 %", "accepted", 0.98)
    want("… where they spell no other word", "letters 2 %, no other word", "accepted", 0.98)
    if slips := tallies.get("letters 2 %"):
        rows.append(("… in common words only", _part(slips, KINDS[-1], "accepted"), 0.98, False))
    want("… verified, or the words named", "letters 2 %", "named", 1.0)
    for group in ("exact", "style", "letters 2 %", "letters 5 %", "letters 10 %", "scan", "ellipsis", "duplicate"):
        want(f"exact span: {group}", group, "right", 0.995)
    for group, goal in (("1 word edit", 0.995), ("2 word edits", 0.99), ("4 word edits", 0.95)):
        want(f"exact span: {group}", group, "right", goal)
    want("foreign placed", "foreign", "placed", 0.0, True)
    want("foreign placed in 5 MB", "foreign in 5 MB", "placed", 0.005, True)
    want("splice partial or refused", "splice", "sound", 1.0)
    want("splice with another text", "splice with another text", "sound", 1.0)
    lines = [_line(name, reached, goal, _met(reached, goal, most)) for name, reached, goal, most in rows]
    for size, goal in (("5 kB", 5.0), ("100 kB", 10.0), ("5 MB", 100.0)):
        timed = [tallies[g].late() for g in (f"in {size}", f"foreign in {size}") if g in tallies]
        if timed:
            lines.append(_line(f"p95 in {size}, ms", max(timed), goal, max(timed) <= goal))
        if timed and (begun := tallies[f"prepare {size}"].late()):
            lines.append(_line(f"prepare {size}, ms", begun, 1000.0, begun <= 1000.0))
    return lines


def _line(name: str, reached: float, goal: float, met: bool) -> str:
    return f"  {name:40}{reached:10.4f}  goal {goal:<8}{'' if met else 'MISSED'}".rstrip()


def _met(reached: float, goal: float, most: bool) -> bool:
    return reached <= goal if most else reached >= goal
