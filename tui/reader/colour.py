"""Colour arithmetic: mixing in sRGB, WCAG 2 contrast, and the tints look.md computes from a theme's marks."""

from __future__ import annotations

from functools import lru_cache

RGB = tuple[float, float, float]


def parse(code: str) -> RGB:
    """`#rrggbb` as three shares of 1; ValueError for anything else."""
    if len(code) != 7 or code[0] != "#":
        raise ValueError(f"{code!r} is not a colour of the form #rrggbb")
    return (int(code[1:3], 16) / 255, int(code[3:5], 16) / 255, int(code[5:7], 16) / 255)


def mix(under: str, over: str, share: float) -> str:
    """`over` laid on `under` with the given opacity 0..1, mixed in sRGB."""
    pairs = zip(parse(under), parse(over), strict=True)
    return "#" + "".join(f"{round(255 * (a * (1 - share) + b * share)):02x}" for a, b in pairs)


def linear(value: float) -> float:
    """The light of a share of sRGB, both 0..1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=1024)
def luminance(code: str) -> float:
    """Relative luminance 0..1 (WCAG 2.2)."""
    red, green, blue = (linear(value) for value in parse(code))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Contrast ratio 1..21 (WCAG 2.2)."""
    low, high = sorted((luminance(one) + 0.05, luminance(two) + 0.05))
    return high / low


def tint(background: str, mark: str, target: float, cap: float) -> str:
    """The smallest mix of `mark` into `background` whose contrast to it reaches `target`, at most `cap`."""
    share = 0.02
    while share < cap and contrast(mix(background, mark, share), background) < target:
        share += 0.005
    return mix(background, mark, share)
