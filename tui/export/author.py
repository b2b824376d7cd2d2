"""The author's Markdown (a briefing's and a section's summary): paragraphs, lists and emphasis; all else is text.

markdown-it is given these few rules only, so that HTML, links, images, code and headings are never recognised:
they come out as the characters the author typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from tui.documents import clean
from tui.export.inline import Emphasis, Piece, paragraph

_RULES = [
    "paragraph",
    "list",
    "emphasis",
    "newline",
    "escape",
    "entity",
    "balance_pairs",
    "fragments_join",
    "text_join",
]


def blocks(markdown: str) -> list[str]:
    """The blocks of the author's `markdown`, each ready to stand between two blank lines."""
    tree = SyntaxTreeNode(_parser().parse(clean(markdown)))
    return list(_blocks(tree))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    return parser.enable(_RULES, ignoreInvalid=True)


def _blocks(parent: SyntaxTreeNode) -> Iterator[str]:
    """Paragraphs and lists; neighbouring lists of one kind are made one, since a formatter would renumber them."""
    children = list(parent.children)
    while children:
        first = children.pop(0)
        if first.type == "paragraph":
            text = paragraph(_pieces(first))
            if text:
                yield text
        elif first.type in ("bullet_list", "ordered_list"):
            lists = [first]
            while children and children[0].type == first.type:
                lists.append(children.pop(0))
            written = _list([item for one in lists for item in one.children], ordered=first.type == "ordered_list")
            if written:
                yield written


def _list(items: list[SyntaxTreeNode], *, ordered: bool) -> str:
    marker = "1. " if ordered else "- "
    contents = [content for item in items if (content := list(_blocks(item)))]
    loose = any(block.count("\n\n") for content in contents for block in content) or any(
        len(content) > 1 and not content[1].startswith(("- ", "1. ")) for content in contents
    )
    gap = "\n\n" if loose else "\n"
    return gap.join(_indented(gap.join(content), marker) for content in contents)


def _indented(text: str, marker: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([marker + first, *(" " * len(marker) + line if line else "" for line in rest)])


def _pieces(node: SyntaxTreeNode) -> list[Piece]:
    inline = node.children[0].token
    assert inline is not None
    pieces = list(_inline(inline.children or []))
    alone = pieces[0] if len(pieces) == 1 else None
    # A paragraph of nothing but emphasis reads as a heading (markdownlint MD036); it is said plainly.
    return [alone.text] if isinstance(alone, Emphasis) else pieces


def _inline(tokens: list[Token]) -> Iterator[Piece]:
    """Text and the innermost emphasis; nesting one in another says no more than one does."""
    marks: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            marks.append(token.type)
        elif token.nesting == -1:
            marks.pop()
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.content:
            yield Emphasis(token.content, marks[-1] == "strong_open") if marks else token.content
