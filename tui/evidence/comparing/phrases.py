"""Runs of words that stand for one thing: countries, the briefing's aliases, short forms learned from the articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from tui.documents.model import Document
from tui.evidence.comparing.tables import lines

WORD = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?"
    r"|\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff]"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+(?:['’][^\W\d_]+)*"
    r"|[%$€£¥₹°‰]"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_BRACKET = re.compile(r"\(\s*([A-Za-z]{2,12})\s*\)")
_LINKING = frozenset(("of", "the", "and", "for", "de", "on", "to", "in"))

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


@lru_cache(maxsize=1 << 15)
def key(word: str) -> str:
    """The form a word of a phrase is looked up by: short words in capitals ("US", "IT") keep them."""
    bare = _POSSESSIVE.sub("", word.replace(".", ""))
    return bare if bare.isupper() and len(bare) <= 3 else bare.casefold().replace("’", "'")


def phrases(documents: Sequence[Document], aliases: Mapping[str, Iterable[str]]) -> Table:
    """First word → (all words, form), longest first; what articles and briefing say goes before the countries."""
    found: dict[tuple[str, ...], str] = {}
    for name, others in sorted(aliases.items()):
        _enter(found, [name, *others], "@" + name.casefold())
    for short, long in _learned(documents):
        known = next((found[words] for words in map(_words, (long, short)) if words in found), "@" + long.casefold())
        _enter(found, [long, short], known)
    for words, form in _nations().items():
        found.setdefault(words, form)
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, form in sorted(found.items(), key=lambda item: (-len(item[0]), item)):
        table.setdefault(words[0], []).append((words, form))
    return table


def _enter(found: dict[tuple[str, ...], str], names: Iterable[str], form: str) -> None:
    for name in names:
        if words := _words(name):
            found.setdefault(words, form)


def _words(name: str) -> tuple[str, ...]:
    return tuple(key(word) for word in WORD.findall(name))


@cache
def _nations() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for form, names in lines("nations.txt"):
        _enter(found, names, form)
    return found


def _learned(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """Short forms with their long forms, as brackets in the articles explain them: sorted, each once."""
    pairs: set[tuple[str, str]] = set()
    for document in documents:
        for match in _BRACKET.finditer(document.text):
            short = match.group(1)
            if sum(letter.isupper() for letter in short) >= 2:
                pairs.update(
                    (short, long) for long in _spelt(short, document.text[max(0, match.start() - 90) : match.start()])
                )
    return sorted(pairs)


def _spelt(short: str, before: str) -> Iterator[str]:
    """The shortest run of words before a bracket whose beginnings spell the short form (Schwartz and Hearst 2003)."""
    words = list(re.finditer(r"[^\W\d_]+", re.split(r"[.;:!?](?:\s|$)", before)[-1]))
    names = [match.group().casefold() for match in words]
    for start in range(len(names) - 1, -1, -1):
        stop = next(_endings(short.casefold(), names, start, 0), None)
        if stop is not None:
            run = words[start:stop]
            yield run[0].string[run[0].start() : run[-1].end()]
            return


def _endings(short: str, names: Sequence[str], at: int, used: int) -> Iterator[int]:
    if used == len(short):
        yield at
    elif at < len(names):
        name = names[at]
        longest = next(
            (n for n in range(min(len(name), len(short) - used), 0, -1) if short.startswith(name[:n], used)), 0
        )
        for taken in range(longest, 0, -1):
            yield from _endings(short, names, at + 1, used + taken)
        if used and name in _LINKING:
            yield from _endings(short, names, at + 1, used)
