"""The fixed colours of a terminal of 256, and which of them stands for an exact one (xterm's 256 colour table).

What a theme promises of a colour is its contrast to the page. Taken one by one, the nearest in hue would have one
source's tint shout and the next one's vanish, since the table has few dark or light colours of one lightness. So
tints are greys here, which say how strongly something is lit; letter, stripe and mark say whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tui.reader.colour import RGB, contrast, linear, luminance, parse

_STEPS = (0, 95, 135, 175, 215, 255)
_KEPT = 1.12  # times by which the contrast of a coloured ground to the page may change
_FALLS, _GROWS = 1.8, 1.35  # times by which a text's may fall and grow: the dark colours have few hues
_READABLE = 5.0  # below which no text falls that was above: on a selected row 4.5 are left (WCAG 2.2, 1.4.3)
_LIGHT = 0.5  # what a step of lightness weighs beside one of hue: contrast has seen to lightness already
_GREY = 12  # chroma in CIELAB below which a colour has no hue to speak of
_WHITE = (0.9505, 1.0, 1.089)  # D65


def _code(red: int, green: int, blue: int) -> str:
    return f"#{red:02x}{green:02x}{blue:02x}"


# A grey as the terminal shows it, and as it must be sent: Rich counts the steps of greys from black.
_GREYS = {_code(*(8 + 10 * n,) * 3): _code(*(round(255 * (n + 1) / 25),) * 3) for n in range(24)}
_CUBE = tuple(_code(r, g, b) for r in _STEPS for g in _STEPS for b in _STEPS if not r == g == b)
NEUTRAL = (*_GREYS, "#000000", "#ffffff")
TABLE = (*_CUBE, *NEUTRAL)


def sent(shown: str) -> str:
    """The exact colour that comes out as this colour of the table."""
    return _GREYS.get(shown, shown)


def page(exact: str) -> str:
    """The colour of the table for the page itself, on which all others stand."""
    return min(TABLE, key=lambda code: _distance(code, exact))


def ground(exact: str, meant: str, shown: str) -> str:
    """The grey for a ground meant for the page `meant`, where `shown` is: as far from it, to the same side."""
    if exact == meant:
        return shown
    wanted, lighter = contrast(exact, meant), luminance(exact) > luminance(meant)
    others = [code for code in NEUTRAL if code != shown]
    sided = [code for code in others if (luminance(code) > luminance(shown)) == lighter]
    return min(sided or others, key=lambda code: abs(contrast(code, shown) - wanted))


def coloured(exact: str, meant: str, shown: str) -> str:
    """The colour for a ground that must not be taken for a grey one."""
    wanted = contrast(exact, meant)
    return _nearest(exact, shown, wanted, (wanted / _KEPT, wanted * _KEPT), hue=True)


def text(exact: str, meant: str, shown: str, *, hue: bool = False, but: Iterable[str] = ()) -> str:
    """The colour for text; `hue` where no grey will do, none of `but` while there is another."""
    wanted = contrast(exact, meant)
    least = max(wanted / _FALLS, min(wanted, _READABLE))
    return _nearest(
        exact, shown, wanted, (least, wanted * _GROWS), hue=hue and _chroma(exact) > _GREY, but=frozenset(but)
    )


@lru_cache(maxsize=16)
def marks(exact: Sequence[str], meant: str, shown: str) -> tuple[str, ...]:
    """The colours of the sources, no two alike while there are colours enough."""
    chosen: list[str] = []
    for one in exact:
        chosen.append(text(one, meant, shown, hue=True, but=chosen))
    return tuple(chosen)


def _nearest(
    exact: str, page: str, wanted: float, kept: tuple[float, float], *, hue: bool, but: frozenset[str] = frozenset()
) -> str:
    usable = [pair for pair in _contrasts(page) if not hue or _chroma(pair[0]) > _GREY]
    near = [code for code, its in usable if kept[0] <= its <= kept[1]]
    near = [code for code in near if code not in but] or near
    if near:
        return min(near, key=lambda code: _distance(code, exact))
    return min(usable, key=lambda pair: abs(pair[1] - wanted))[0]


@cache
def _contrasts(page: str) -> list[tuple[str, float]]:
    return [(code, contrast(code, page)) for code in TABLE]


@cache
def _chroma(code: str) -> float:
    _, a, b = _lab(code)
    return float((a * a + b * b) ** 0.5)


def _distance(one: str, two: str) -> float:
    (light, a, b), (its_light, its_a, its_b) = _lab(one), _lab(two)
    return (_LIGHT * (light - its_light)) ** 2 + (a - its_a) ** 2 + (b - its_b) ** 2


@cache
def _lab(code: str) -> RGB:
    """CIELAB of a colour (CIE 15, the sRGB matrix of IEC 61966-2-1)."""
    red, green, blue = (linear(value) for value in parse(code))
    x = 0.4124 * red + 0.3576 * green + 0.1805 * blue
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = 0.0193 * red + 0.1192 * green + 0.9505 * blue
    fx, fy, fz = (_root(value / white) for value, white in zip((x, y, z), _WHITE, strict=True))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _root(value: float) -> float:
    return float(value ** (1 / 3)) if value > 0.008856 else 7.787 * value + 16 / 116
