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
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

# linkify-it's default list of top-level domains (its README): every country code and these.
_COUNTRIES = (
    "a[cdefgilmnoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]"
    "|g[abdefghilmnpqrstuwy]|h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]"
    "|n[acefgilopruz]|om|p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnortuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]"
    "|v[aceginu]|w[fs]|y[et]|z[amw]"
)
_TOP = rf"(?:{_COUNTRIES}|biz|com|edu|gov|net|org|pro|web|xxx|aero|asia|coop|info|museum|name|shop|рф|xn--[a-z0-9-]+)"

_Hinted = tuple[re.Pattern[str], re.Pattern[str]]

_DOUBLED = re.compile(r"(?P<sign>[=%])(?P=sign)+")
_LAST_PLANE_WITH_PUNCTUATION = 0x1FFFF


def split(text: str, *, before_note: bool = False) -> list[tuple[str, bool]]:
    """`text` cut into (fragment, whether it is to be emphasised); joined they are `text`."""
    spans = _merged(sorted([*_words(text, before_note), *_doubled(text)]))
    cuts = [0, *(edge for span in spans for edge in span), len(text)]
    parts = [(text[start:end], index % 2 == 1) for index, (start, end) in enumerate(pairwise(cuts))]
    return [part for part in parts if part[0]]


def _words(text: str, before_note: bool) -> Iterator[tuple[int, int]]:
    for hint, pattern in _patterns() + (_patterns_before_note() if before_note else ()):
        if hint.search(text):
            for match in pattern.finditer(text):
                yield match.span("w")


@cache
def _letter() -> str:
    """Anything but space, punctuation and ASCII symbols: what linkify-it takes for the letters of a host name."""
    points = [p for p in range(0x80, _LAST_PLANE_WITH_PUNCTUATION) if unicodedata.category(chr(p))[0] == "P"]
    return rf"[^\s!-/:-@\[-`{{-~\uff5c{''.join(map(chr, points))}]"


@cache
def _patterns() -> tuple[_Hinted, ...]:
    """Patterns whose group `w` is the run to set in emphasis, each with a cheaper one that its matches hold.

    Always a whole run: emphasis inside one would make a new edge for the next match.
    """
    letter = _letter()
    run = rf"{letter}++"
    signs = rf"(?:(?!{letter})[^\[\]\s]){{0,50}}"
    top = rf"\.{_TOP}(?![^\W_])"
    domain_ahead = rf"(?=(?:[.-]+{run})*\.{_TOP}(?!{letter}))"
    return _compiled(
        ("://", rf"(?<!{letter})(?P<w>{letter}*(?:https?|ftps?))(?=://)"),
        (":", rf"(?<!{letter})(?P<w>{letter}*(?:mailto|xmpp))(?=:)"),
        (r"www\.", rf"(?<![@.:/-])(?<!{letter})(?P<w>www)(?=\.)"),
        ("//", rf"(?<![:/])//{signs}(?P<w>{run})"),
        # The first label is enough: nothing takes a host name that begins after a dot. But `~` and its like
        # are letters to linkify-it, so a host name may begin with one.
        (top, rf"(?<![@.:/-])(?<!{letter})(?P<w>{run}){domain_ahead}"),
        (top, rf"(?<=[$+=^`~|])[.-]+(?P<w>{run}){domain_ahead}"),
        (top, rf"(?<=[$+=^`~|])\.(?P<w>{_TOP})(?!{letter})"),
        # Not after a space: pandoc has a meaning for `@*`, and a lone @mention acts in GitHub's comments only.
        ("@", rf'(?<=[\w;:&=+$,".-])@[_.-]*(?P<w>{run})'),
        ("#", rf"(?<!\w)#(?=[\w/-]*[^\W\d])(?P<w>{run})"),
        (":", rf"(?<!\w):[+_-]*(?P<w>{run})(?=[\w+-]*:)"),
        (r"\[\^", rf"\[\^{signs}(?P<w>{run})"),
        (r"\^\[", rf"\^\[{signs}(?P<w>{run})"),
        (r"\]\[", rf"\]\[{signs}(?P<w>{run})"),
        (r"\^", rf"(?<=\s)\^(?P<w>{run})(?=[\w-]*$)"),
        ("<<", rf"<<(?P<w>{run})"),
        (r"\]\{", rf"(?<=\])\{{[^\w\s{{}}]*(?P<w>{run})"),
        (r"\{", rf"\{{[^\w\s{{}}]*(?P<w>{run})(?=[^{{}}]*\}}$)"),
    )


@cache
def _patterns_before_note() -> tuple[_Hinted, ...]:
    """Where a footnote's mark follows: `:30[^1]` is a directive and `^[^1]` an inline footnote somewhere."""
    return _compiled((":", rf":(?P<w>{_letter()}++)[\w-]*$"), (r"\^", rf"(?P<w>{_letter()}++\^+)$"))


def _compiled(*patterns: tuple[str, str]) -> tuple[_Hinted, ...]:
    return tuple((re.compile(hint, re.IGNORECASE), re.compile(pattern, re.IGNORECASE)) for hint, pattern in patterns)


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"{_letter()}+")


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """Every second sign of `==` and `%%`, and the word after it: emphasis must end after a letter or before a sign."""
    for match in _DOUBLED.finditer(text):
        for place in range(match.start() + 1, match.end(), 2):
            after = _run().match(text, place + 1) if place + 1 == match.end() else None
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
