"""How far colours are apart to an eye, also to one that lacks a kind of cone; none of it is the reader's own."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import Literal

Sight = Literal["normal", "protanopia", "deuteranopia", "tritanopia"]
Lab = tuple[float, float, float]
Matrix = tuple[Lab, Lab, Lab]

# Machado, Oliveira and Fernandes 2009, severity 1.0; applied to linear RGB.
SIGHTS: dict[Sight, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_SRGB_TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_D65 = (0.95047, 1.0, 1.08883)


def _times(matrix: Matrix, vector: Lab) -> Lab:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return x, y, z


def linear(code: str) -> Lab:
    """`#rrggbb` as shares of light (IEC 61966-2-1)."""
    values = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values)
    return red, green, blue


def lab(code: str, sight: Sight = "normal") -> Lab:
    """CIELAB of a colour as that eye sees it, for the white of D65."""
    seen = _times(SIGHTS[sight], linear(code))
    red, green, blue = (min(max(value, 0.0), 1.0) for value in seen)
    xyz = _times(_SRGB_TO_XYZ, (red, green, blue))
    x, y, z = (_compress(value / white) for value, white in zip(xyz, _D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _compress(value: float) -> float:
    return float(value ** (1 / 3)) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(one: Lab, two: Lab) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    chroma = (hypot(*one[1:]) + hypot(*two[1:])) / 2
    stretch = 1 + 0.5 * (1 - _steep(chroma))
    (l1, c1, h1), (l2, c2, h2) = _polar(one, stretch), _polar(two, stretch)
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    lightness, colour, hue = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    weight = _hue_weight(mean_h)
    scale_l = 1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2)
    scale_c, scale_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * weight
    rotation = -2 * _steep(mean_c) * sin(radians(60 * exp(-(((mean_h - 275) / 25) ** 2))))
    a, b, c = lightness / scale_l, colour / scale_c, hue / scale_h
    return sqrt(a * a + b * b + c * c + rotation * b * c)


def _steep(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _polar(colour: Lab, stretch: float) -> Lab:
    lightness, a, b = colour
    a *= stretch
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360 if a or b else 0.0


def _hue_weight(hue: float) -> float:
    return (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )


def contrast(one: str, two: str) -> float:
    """Contrast ratio 1..21 (WCAG 2.2)."""
    low, high = sorted(sum(w * v for w, v in zip(_SRGB_TO_XYZ[1], linear(code), strict=True)) for code in (one, two))
    return (high + 0.05) / (low + 0.05)
