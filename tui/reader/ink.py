"""Inks: every style the reader draws with, by the names of the look's tokens, at any colour depth."""

from __future__ import annotations

from typing import Literal

from rich.style import Style

from tui.reader.colour import contrast, mix, tint
from tui.reader.glyphs import FULL, Glyphs
from tui.reader.themes import ANSI, Theme

Depth = Literal["full", "palette", "sixteen", "mono"]

# The plain blue of most palettes cannot be read on black.
_SIXTEEN_MARKS = ("bright_blue", "yellow", "green", "magenta", "bright_magenta", "red", "bright_green", "white")
_SIXTEEN = {"accent": "bright_red", "bar": "bright_red", "warning": "yellow", "error": "bright_red"}
# Without tints a ground is told by attributes: the look's rule "Without colour".
_GROUND_ATTRIBUTES = {"selection": "r", "strong": "b", "differ": "r", "mark": "r", "cursor": "r", "tab": "r"}
_GROUNDS = frozenset(("background", "page", "tab", "panel", "raised", "selection"))
_TINTS = frozenset(("strong", "faint"))
_HUED = frozenset(("accent", "bar", "warning", "error"))
_VEIL_TEXT, _VEIL_GROUND = 0.38, 0.25
_SEEN = 1.02  # contrast from which one ground stands out on another


class Ink:
    """Styles by token. Call it: `ink("dim", "panel")`, `ink("mark:2", "strong:2", "b")`.

    The first word is the ink, the second the ground it stands on, the third attributes out of b(old),
    i(talic), u(nderline), r(everse). `mark:n`, `strong:n` and `faint:n` are the n-th source's colours.
    A `palette` of 256 colours is full depth in all but which colours there are.
    """

    def __init__(self, theme: Theme, depth: Depth = "full", *, veiled: bool = False, glyphs: Glyphs = FULL) -> None:
        self.theme = theme
        self.depth: Depth = "full" if depth == "palette" else depth
        if theme.colourless:
            self.depth = "sixteen" if theme.coloured and depth != "mono" else "mono"
        self._palette = depth == "palette" and self.depth == "full"
        self.veiled = veiled
        self.glyphs = glyphs
        self._styles: dict[tuple[str, str, str], Style] = {}
        self._colours: dict[str, str] = {}

    def veil(self) -> Ink:
        """The same inks as they show under a drawer or dialog."""
        depth: Depth = "palette" if self._palette else self.depth
        return Ink(self.theme, depth, veiled=True, glyphs=self.glyphs)

    def __call__(self, text: str = "foreground", ground: str = "background", attributes: str = "") -> Style:
        key = (text, ground, attributes)
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._full(*key) if self.depth == "full" else self._spare(*key)
        return style

    def _full(self, text: str, ground: str, attributes: str) -> Style:
        colour, under = self.colour(text), self.colour(ground)
        if self.veiled:
            page = self.colour("page")
            colour, under = mix(page, colour, _VEIL_TEXT), mix(page, under, _VEIL_GROUND)
            if self._palette:
                colour, under = self._of_palette("", colour, page), self._of_palette("page", under, page)
            attributes = attributes.replace("b", "")
        return _style(colour, under, attributes)

    def _spare(self, text: str, ground: str, attributes: str) -> Style:
        token = text.partition(":")[0]
        if token == "bar":  # reversed, its half block would be the other half
            ground = "background"
        attributes += _GROUND_ATTRIBUTES.get(ground.partition(":")[0], "")
        if self.veiled:  # bold and reversed words would be what the eye meets first
            attributes = attributes.replace("b", "").replace("r", "")
        shown = text if "r" not in attributes else ground if ground.startswith("mark") else "default"
        colour = self._plain(shown) if self.depth == "sixteen" else "default"
        dim = self.veiled or (token in ("dim", "border") and "r" not in attributes and colour == "default")
        return _style(colour, "default", attributes + ("d" if dim else ""))

    def _plain(self, token: str) -> str:
        """The colour of a text without any tints: of the theme's own where it has a page that is the terminal's."""
        name, _, number = token.partition(":")
        if not self.theme.colourless:
            return _SIXTEEN_MARKS[int(number) % 8] if name == "mark" else _SIXTEEN.get(name, "default")
        if name == "mark":
            return self.theme.sources[int(number) % len(self.theme.sources)].removeprefix(ANSI)
        return self.theme.colors.get("accent" if name == "bar" else name, "default").removeprefix(ANSI)

    def colour(self, token: str) -> str:
        """The `#rrggbb` of a token at full depth (look.md, "Tokens")."""
        if token not in self._colours:
            exact = self._compute(token)
            self._colours[token] = self._of_palette(token, exact, self.theme.background) if self._palette else exact
        return self._colours[token]

    def _of_palette(self, token: str, exact: str, page: str) -> str:
        """What a palette has for the colour of a token that was meant for this page."""
        from tui.reader import palette

        shown, name = palette.page(self.theme.background), token.partition(":")[0]
        if name in _TINTS:  # the same grey for all sources
            exact = self._source(name, self.theme.sources[0])
        if name in _GROUNDS or name in _TINTS:
            return palette.sent(palette.ground(exact, page, shown))
        if name == "differ":
            return palette.sent(palette.coloured(exact, page, shown))
        if token.startswith("mark:"):
            sources = self.theme.sources
            return palette.sent(palette.marks(sources, page, shown)[int(token[5:]) % len(sources)])
        return palette.sent(palette.text(exact, page, shown, hue=name in _HUED))

    def _compute(self, token: str) -> str:
        theme = self.theme
        name, _, number = token.partition(":")
        if number:
            return self._source(name, theme.sources[int(number) % len(theme.sources)])
        match name:
            case "panel":
                return mix(theme.background, theme.foreground, 0.055 if theme.dark else 0.045)
            case "raised":
                raised = mix(theme.background, "#ffffff", 0.55)
                flat = theme.dark or contrast(raised, theme.background) < _SEEN  # nothing is lighter than white
                return self.colour("panel") if flat else raised
            case "prose":
                return mix(theme.foreground, theme.background, 0.24 if theme.dark else 0.22)
            case "soft":
                return mix(theme.foreground, theme.background, 0.1)
            case "differ":
                return tint(theme.background, theme.accent, 1.75 if theme.dark else 1.55, 0.42)
            case "page" | "tab":
                return theme.background
            case "cursor":
                return theme.foreground
            case "bar":
                return theme.accent
        return theme.colour(name)

    def _source(self, name: str, mark: str) -> str:
        page, dark = self.theme.background, self.theme.dark
        if name == "strong":
            return tint(page, mark, 1.78 if dark else 1.52, 0.42)
        if name == "faint":
            return tint(page, mark, 1.27 if dark else 1.17, 0.2)
        return mark


def _style(colour: str, ground: str, attributes: str) -> Style:
    return Style(
        color=colour,
        bgcolor=ground,
        bold="b" in attributes or None,
        italic="i" in attributes or None,
        underline="u" in attributes or None,
        reverse="r" in attributes or None,
        dim="d" in attributes or None,
    )
