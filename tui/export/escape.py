"""Text as Markdown that shows exactly that text: backslashes only where something would happen without them.

The escapes are the ones the formatter mdformat writes itself, so that it leaves an export alone; every rule
names what CommonMark (0.31) would otherwise make of the character.
"""

from __future__ import annotations

import html.entities
import re
import unicodedata
from functools import cache

_BRACKET = re.compile(r"[\[\]]")
_BEYOND = (
    ("$", re.compile(r"\$(?=\S)[^$]*(?<=\S)\$(?!\d)|\$\$")),
    ("~", re.compile(r"~(?=\S).*?(?<=\S)~")),
    ("^", re.compile(r"\^[^\s^\[\]]+\^")),
)


def inline(text: str, signs: str = "") -> str:
    """One run of text between two pieces of structure, escaped for any inline place; `signs` as `beyond` gives."""
    text = text.replace("\\", "\\\\")
    text = _asterisks(text)
    text = _underscores(text)
    text = _brackets(text)
    text = _less_than(text)
    text = text.replace("`", "\\`")
    text = _character_reference().sub(r"\\\g<0>", text)
    text = text if "~" in signs else text.replace("~~", "\\~~")
    for sign in signs:
        text = text.replace(sign, f"\\{sign}")
    return text


def beyond(text: str) -> str:
    """The signs to escape although CommonMark has no use for them, because this very text would set them off.

    `$…$` is mathematics, `~…~` struck out and `^…^` raised in GitHub, Obsidian or pandoc.
    A lone sign (`$5 billion`, `~50`) stays as it is.
    """
    return "".join(sign for sign, pattern in _BEYOND if pattern.search(text))


def line_start(line: str) -> str:
    """A paragraph's only line, kept from becoming a heading, list, quotation, rule, task or pandoc's line block."""
    if re.match(r"#{1,6}( |$)|>|[-*+|]( |$)", line):
        line = f"\\{line}"
    line = re.sub(r"^([0-9]+)([.)])(?= |$)", r"\1\\\2", line)
    if line and (set(line) == {"="} or set(line) <= set("|-: ")):
        line = re.sub(r"[-=]", r"\\\g<0>", line, count=1)
    return re.sub(r"^\[([ xX])\]", r"\\[\1\\]", line)


def heading_end(text: str) -> str:
    """A heading's text; closing hashes would be taken for decoration and dropped."""
    return text[:-1] + "\\#" if text.endswith("#") else text


@cache
def _character_reference() -> re.Pattern[str]:
    names = "|".join(sorted({name.rstrip(";") for name in html.entities.html5}, key=len, reverse=True))
    return re.compile(rf"&(?:#[0-9]{{1,7}}|#[Xx][0-9A-Fa-f]{{1,6}}|(?:{names}));")


def _asterisks(text: str) -> str:
    """Every `*` but one between two spaces, which can open or close nothing."""
    return re.sub(r"(?<!\s)\*|\*(?!\s)", r"\\*", text)


def _underscores(text: str) -> str:
    """`_` inside a word or between two spaces is only itself; at the edge of a word it is emphasis."""
    if "_" not in text:
        return text
    padded = f"\0{text}\0"
    return "".join(
        "\\_" if char == "_" and not _idle(padded[place], padded[place + 2]) else char
        for place, char in enumerate(text)
    )


def _idle(before: str, after: str) -> bool:
    edges = [char == "\0" or char.isspace() or unicodedata.category(char)[0] in "PS" for char in (before, after)]
    return not any(edges) or (before.isspace() and after.isspace())


def _less_than(text: str) -> str:
    """Every `<` that no space follows; of two at the end the first, since what follows is structure, never a tag."""
    return re.sub(r"<<$|<(?! )", r"\\\g<0>", text)


def _brackets(text: str) -> str:
    """A plain pair `[sic]` stays; a nested, unclosed or followed one (`](`, `]:`) could become a link."""
    marked: set[int] = set()
    opened: int | None = None
    for match in _BRACKET.finditer(text):
        place = match.start()
        if match.group() == "[":
            marked |= {opened} if opened is not None else set()
            opened = place
        elif opened is None:
            marked.add(place)
        else:
            marked |= {opened, place} if text[place + 1 : place + 2] in (":", "(") else set()
            opened = None
    marked |= {opened} if opened is not None else set()
    return "".join(f"\\{char}" if place in marked else char for place, char in enumerate(text))
