"""Text as Markdown that shows exactly that text: backslashes only where something would happen without them.

The escapes are the ones the formatter mdformat writes itself, so that it leaves an export alone; every rule
names what CommonMark (0.31) would otherwise make of the character.
"""

from __future__ import annotations

import html.entities
import re
import unicodedata

_SPECIAL = re.compile(r"[\\*_\[\]<`&]")
# Between two spaces it can open or close nothing.
_ASTERISK = re.compile(r"(?<!\s)\*|\*(?!\s)")
# Before a space it begins no tag; of two at the end the first, since what follows is structure, never a tag.
_LESS_THAN = re.compile(r"<<$|<(?! )")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));")
_BRACKET = re.compile(r"[\[\]]")
_STRIKE, _STRUCK = re.compile(r"~(?=\S)"), re.compile(r"(?<=\S)~")
_BEYOND = (
    ("$", re.compile(r"\$(?=\S)[^$]*(?<=\S)\$(?!\d)|\$\$")),
    ("/", re.compile(r"//[$+=^`~|][^\s/]*\.")),
    ("^", re.compile(r"\^[^\s^\[\]]+\^")),
)


def inline(text: str, signs: str = "") -> str:
    """One run of text between two pieces of structure, escaped for any inline place; `signs` as `beyond` gives."""
    if _SPECIAL.search(text):
        text = text.replace("\\", "\\\\")
        text = _ASTERISK.sub(_backslash, text)
        text = _underscores(text)
        text = _brackets(text)
        text = _LESS_THAN.sub(_backslash, text)
        text = text.replace("`", "\\`")
        text = _REFERENCE.sub(_reference, text)
    text = text if "~" in signs else text.replace("~~", "\\~~")
    for sign in signs:
        text = text.replace(sign, f"\\{sign}")
    return text


def beyond(text: str) -> str:
    """The signs to escape although CommonMark has no use for them, because this very text would set them off.

    `$…$` is mathematics, `~…~` struck out and `^…^` raised in GitHub, Obsidian or pandoc;
    `//$.=` is an address to linkify-it.
    A lone sign (`$5 billion`, `~50`) stays as it is.
    """
    opening = _STRIKE.search(text)
    struck = "~" if opening and _STRUCK.search(text, opening.end()) else ""
    return struck + "".join(sign for sign, pattern in _BEYOND if pattern.search(text))


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


def _backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _reference(found: re.Match[str]) -> str:
    """`&name;` only when HTML knows the name; `R&D;` is nothing."""
    known = found[1] is None or f"{found[1]};" in html.entities.html5
    return f"\\{found[0]}" if known else found[0]


def _underscores(text: str) -> str:
    """`_` inside a word or between two spaces is only itself; at the edge of a word it is emphasis."""
    return re.sub("_", lambda found: "_" if _idle(text, found.start()) else "\\_", text)


def _idle(text: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    edges = [not char or char.isspace() or unicodedata.category(char)[0] in "PS" for char in (before, after)]
    return not any(edges) or (before.isspace() and after.isspace())


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
    return _BRACKET.sub(lambda found: f"\\{found[0]}" if found.start() in marked else found[0], text)
