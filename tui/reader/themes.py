"""Themes: read from YAML files, leniently; everything else a screen needs is computed by the inks."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from pathlib import Path
from typing import NamedTuple

from tui.briefing.compose import compose
from tui.briefing.findings import Collector, Finding
from tui.briefing.model import Mark
from tui.briefing.nodes import Mapping, Node, Scalar, Sequence
from tui.documents import ArticleError, Limits, clean, clean_line
from tui.documents.files import read_bytes

TOKENS = ("background", "foreground", "dim", "accent", "border", "selection", "warning", "error")
TERMINALS_OWN = "default"
ANSI = "ansi:"  # before one of the sixteen names of the terminal's own colours
ANSI_NAMES = tuple(
    bright + name
    for bright in ("", "bright_")
    for name in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
)
LEAST_SOURCES = 8
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Theme(NamedTuple):
    """A theme file: eight colours and at least eight source colours.

    Each is `#rrggbb`, `default` (the terminal's own), or `ansi:NAME`, one of the terminal's sixteen. Where the
    background is the terminal's own nothing can be tinted, and the text is the terminal's own too.
    """

    name: str
    dark: bool
    colors: MappingOf[str, str]
    sources: tuple[str, ...]

    def colour(self, token: str) -> str:
        """The colour of one of the eight tokens."""
        return self.colors[token]

    @property
    def background(self) -> str:
        """The page."""
        return self.colors["background"]

    @property
    def foreground(self) -> str:
        """The text."""
        return self.colors["foreground"]

    @property
    def accent(self) -> str:
        """The one red."""
        return self.colors["accent"]

    @property
    def coloured(self) -> bool:
        """Whether anything in it has a colour that is not the terminal's own."""
        return any(colour != TERMINALS_OWN for colour in (*self.colors.values(), *self.sources))

    @property
    def colourless(self) -> bool:
        """Whether the page is the terminal's own, so that nothing can be tinted."""
        return self.background == TERMINALS_OWN


def read_theme(path: Path) -> tuple[Theme | None, tuple[Finding, ...]]:
    """A theme file; None, with findings that name file and line, when it cannot be used."""
    out = Collector(str(path))
    try:
        text = clean(read_bytes(path, Limits(article_bytes=Limits().yaml_bytes)).decode("utf-8", "replace"))
    except ArticleError as error:
        out.error("unreadable", Mark(1, 1), str(error))
        return None, out.sorted()
    root = compose(text, out, what="theme")
    if isinstance(root, Mapping):
        theme = _theme(root, out, clean_line(path.stem))
        return (None if out.failed else theme), out.sorted()
    if root is not None:
        out.error("wrong-shape", root.mark, "a theme is a list of keys: name, dark, colors, sources")
    return None, out.sorted()


def _theme(root: Mapping, out: Collector, stem: str) -> Theme:
    for word, (key, _) in root.entries.items():
        if word not in ("name", "dark", "colors", "sources"):
            out.error("unknown-key", key.mark, f"unknown key '{word}'", hint="one of name, dark, colors, sources")
    name = root.entries.get("name")
    dark = root.entries.get("dark")
    dark_text = dark[1].text if dark and isinstance(dark[1], Scalar) else "true"
    if dark_text not in ("true", "false"):
        out.error("bad-value", dark[1].mark if dark else root.mark, f"'dark' is '{dark_text}'; true or false")
    label = name[1].text if name and isinstance(name[1], Scalar) else stem
    theme = Theme(label, dark_text == "true", _colors(root, out), _sources(root, out))
    if theme.colors.get("background", "").startswith("#"):
        _must_be_exact(theme, root, out)
    return theme


def _must_be_exact(theme: Theme, root: Mapping, out: Collector) -> None:
    """Tints are mixed from the colours of a page that has one; nothing can be mixed with the terminal's own."""
    for colour in (*theme.colors.values(), *theme.sources):
        if colour == TERMINALS_OWN or colour.startswith(ANSI):
            message = f"'{colour}' cannot stand beside an exact background; every colour must be '#rrggbb'"
            out.error("mixed-colours", root.mark, message, hint="or give the background as default")
            return


def _colors(root: Mapping, out: Collector) -> dict[str, str]:
    found = root.entries.get("colors")
    if not found or not isinstance(found[1], Mapping):
        out.error("missing-key", root.mark, "a theme needs 'colors' with " + ", ".join(TOKENS))
        return {}
    entries = found[1].entries
    for token in TOKENS:
        if token not in entries:
            out.error("missing-key", found[0].mark, f"the colour '{token}' is missing")
    for token, (key, _) in entries.items():
        if token not in TOKENS:
            out.error("unknown-key", key.mark, f"unknown colour '{token}'", hint="one of " + ", ".join(TOKENS))
    return {token: _colour(value, out) for token, (_, value) in entries.items() if token in TOKENS}


def _sources(root: Mapping, out: Collector) -> tuple[str, ...]:
    found = root.entries.get("sources")
    items = found[1].items if found and isinstance(found[1], Sequence) else ()
    if len(items) < LEAST_SOURCES:
        mark = found[0].mark if found else root.mark
        out.error("missing-key", mark, f"a theme needs 'sources' with {LEAST_SOURCES} or more colours")
    return tuple(_colour(item, out) for item in items)


def _colour(node: Node, out: Collector) -> str:
    text = node.text if isinstance(node, Scalar) else ""
    if text != TERMINALS_OWN and not _COLOUR.fullmatch(text) and text.removeprefix(ANSI) not in ANSI_NAMES:
        message = f"'{text}' is not a colour; '#rrggbb' in quotes, default, or {ANSI}blue and the like"
        out.error("bad-colour", node.mark, message, width=node.width)
    return text
