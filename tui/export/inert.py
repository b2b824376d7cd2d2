"""Find the places of a text that some Markdown program would act on although no Markdown was meant.

A backslash is the usual cure, but formatters drop the ones CommonMark does not ask for, and `http\\://…` is a
link again. Emphasis on one word inside the construct breaks it for good: `*https*://example.org` shows every
character, in order, and neither a parser nor a formatter makes anything else of it.

What counts as active: GFM's extended autolinks (spec 0.29, §6.9), linkify-it's fuzzy links and addresses, emoji,
Obsidian tags, highlights, comments and block ids, footnote marks in the text, inline footnotes, reference links
and pandoc attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

# Anything but space, punctuation and ASCII symbols: what linkify-it takes for the letters of a host name.
_LETTER = r"[^\s!-/:-@\[-`{-~\u2010-\u2027\u2030-\u205e\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff5c]"
# Always a whole run: emphasis inside one would make a new edge for the next match.
_RUN = rf"{_LETTER}++"
_BETWEEN = r"[^\[\]\s\w]*"

# linkify-it's default list of top-level domains (its README): every country code and these.
_COUNTRIES = (
    "a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]"
    "|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]"
    "|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]"
    "|v[aceginu]|w[fs]|y[et]|z[amw]"
)
_DOMAINS = (
    rf"(?:{_COUNTRIES}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+)"
)

# Each pattern's group `w` is the run to set in emphasis.
_WORDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<w>{_LETTER}*(?:https?|ftps?))(?=://)",
        rf"(?P<w>{_LETTER}*(?:mailto|xmpp))(?=:)",
        rf"(?<!{_LETTER})(?P<w>www)(?=\.)",
        rf"(?<![:/])//[^\s\w]*(?P<w>{_RUN})",
        rf"(?<!@)(?<!{_LETTER})(?P<w>{_RUN})(?=\.{_DOMAINS}(?!{_LETTER}))",
        rf"(?<=[$+=^`~|])\.(?P<w>{_DOMAINS})(?!{_LETTER})",
        # Not after a space: pandoc has a meaning for `@*`, and a lone @mention acts in GitHub's comments only.
        rf'(?<=[\w;:&=+$,".-])@[_.-]*(?P<w>{_RUN})',
        rf"(?<!\w)#(?=\S*[^\W\d])(?P<w>{_RUN})",
        rf"(?<!\w):[+_-]*(?P<w>{_RUN})(?=[\w+-]*:)",
        rf"\[\^{_BETWEEN}(?P<w>{_RUN})",
        rf"\^\[{_BETWEEN}(?P<w>{_RUN})",
        rf"\]\[{_BETWEEN}(?P<w>{_RUN})",
        rf"(?<=\s)\^(?P<w>{_RUN})(?=[\w-]*$)",
        rf"<<(?P<w>{_RUN})",
        rf"(?<=\])\{{[^\w\s{{}}]*(?P<w>{_RUN})",
        rf"\{{[^\w\s{{}}]*(?P<w>{_RUN})(?=[^{{}}]*\}}$)",
    )
)
# The same where a footnote's mark follows: `:30[^1]` is a directive and `^[^1]` an inline footnote somewhere.
_BEFORE_NOTE = (re.compile(rf":(?P<w>{_RUN})[\w-]*$"), re.compile(rf"(?P<w>{_RUN}\^+)$"))
_DOUBLED = re.compile(r"(?P<sign>[=%])(?P=sign)+")
_RUN_AT = re.compile(_RUN)


def split(text: str, *, before_note: bool = False) -> list[tuple[str, bool]]:
    """`text` cut into (fragment, whether it is to be emphasised); joined they are `text`."""
    spans = _merged(sorted([*_words(text, before_note), *_doubled(text)]))
    cuts = [0, *(edge for span in spans for edge in span), len(text)]
    parts = [(text[start:end], index % 2 == 1) for index, (start, end) in enumerate(pairwise(cuts))]
    return [part for part in parts if part[0]]


def _words(text: str, before_note: bool) -> Iterator[tuple[int, int]]:
    for pattern in _WORDS + (_BEFORE_NOTE if before_note else ()):
        for match in pattern.finditer(text):
            yield match.span("w")


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """Every second sign of `==` and `%%`, and the word after it: emphasis must end after a letter or before a sign."""
    for match in _DOUBLED.finditer(text):
        for place in range(match.start() + 1, match.end(), 2):
            after = _RUN_AT.match(text, place + 1) if place + 1 == match.end() else None
            yield place, after.end() if after else place + 1


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping and touching spans made one; two emphases side by side would read as one strong."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
