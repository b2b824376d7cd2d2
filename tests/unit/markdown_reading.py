"""Reads Markdown the way renderers do, to see what is active in it and what text a reader gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

PRESETS = ("commonmark", "gfm-like", "js-default")
ACTIVE = frozenset({"html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence"})


@cache
def parser(preset: str) -> MarkdownIt:
    """markdown-it with HTML allowed and, outside commonmark, every bare address made a link."""
    return MarkdownIt(preset, {"html": True, "linkify": preset != "commonmark"})


def tokens(markdown: str, preset: str) -> list[Token]:
    """All tokens of a document, inline ones too."""
    return list(_flat(parser(preset).parse(markdown)))


def active(markdown: str, preset: str) -> list[str]:
    """What of the document a renderer would act on."""
    return [
        f"{token.type} {token.content or token.attrs}" for token in tokens(markdown, preset) if token.type in ACTIVE
    ]


def shown(markdown: str) -> str:
    """The text of a document as a reader sees it, one space where any white space was."""
    plain = "".join(token.content or " " for token in tokens(markdown, "js-default") if _says(token))
    return re.sub(r"\s+", " ", plain).strip()


def body(export: str) -> str:
    """An export without its front matter."""
    return export.split("\n---\n", 1)[1]


def definitions(export: str) -> dict[str, str]:
    """The footnotes of an export: label → text, escapes undone."""
    found = re.findall(r"^\[\^([^\]\s]+)\]: (.*)$", export, re.MULTILINE)
    return {label: shown(text) for label, text in found}


def marks(export: str) -> list[str]:
    """The labels of all footnote marks in the text, in order."""
    return re.findall(r"\[\^([^\]\s]+)\](?!:)", re.sub(r"\\.", "", export))


def _says(token: Token) -> bool:
    return token.type in ("text", "softbreak") or token.type.endswith(("paragraph_close", "heading_close", "td_close"))


def _flat(found: list[Token]) -> Iterator[Token]:
    for token in found:
        yield token
        yield from _flat(token.children or [])
