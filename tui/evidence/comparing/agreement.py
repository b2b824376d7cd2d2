"""Whether two numbers may stand for one figure."""

from __future__ import annotations

from functools import lru_cache

from tui.evidence.comparing.numbers import Number

_ROUGH, _CAP = 0.06, 0.06
_ROUGHEST = 0.2  # "about 200" may be 164, and no 150 although that is nearer to it than to 100
_SAME = 1 + 1e-9  # times that two figures reckoned by different ways may lie apart and be equal


@lru_cache(maxsize=1 << 14)
def interval(number: Number) -> tuple[float, float]:
    """What the number may stand for: rounding to how it is stated, 6 to 20 % for "about", an open end for a bound."""
    low, high = number.low, number.high
    if number.rough:
        slack_low, slack_high = (max(end * _ROUGH, min(number.grain / 2, end * _ROUGHEST)) for end in (low, high))
    else:
        slack_low, slack_high = _rounding(number.grain, low), _rounding(number.grain, high)
    low, high = low - slack_low, high + slack_high
    if number.bound == "lower":
        high = float("inf")
    elif number.bound == "upper":
        low = 0.0
    return low, high


def _rounding(grain: float, value: float) -> float:
    """Half the grain, just less: 52 may be 52.3 but not 53; never more than 6 % of a large round figure."""
    half = grain * 0.4999
    return half if grain <= 1 else min(half, value * _CAP)


def agree(one: Number, other: Number, factor_one: float = 1.0, factor_other: float = 1.0) -> bool:
    """Whether both may stand for one figure; factors bring them to one unit.

    "At least 40" and "up to 40" do not agree, nor do two lower or two upper bounds further apart than rounding.
    """
    if one.bound and other.bound:
        if one.bound != other.bound:
            return False
        one, other = one._replace(bound=""), other._replace(bound="")
    low_one, high_one = interval(one)
    low_other, high_other = interval(other)
    return (
        low_one * factor_one <= high_other * factor_other * _SAME
        and low_other * factor_other <= high_one * factor_one * _SAME
    )
