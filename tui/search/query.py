r"""The one small grammar of a query, after fzf's published search syntax, made for prose.

    query    = group { group }                       all groups hold (AND)
    group    = term { "|" term }                     one of them holds (OR binds tighter than AND)
    term     = [ "!" ] [ "'" ] [ "^" ] body [ "$" ]
             | [ "!" ] ( "source:" | "section:" | "note:" ) body
    body     = word | '"' words [ '"' ]              `\ ` is a literal space

`'exact` holds where the letters stand as typed, `'exact'` where they are a whole word; `^start` and `end$` where the
passage begins or ends so. `!not` keeps out the word, from four letters on also words that begin with it; so the first
letters of a word to be kept out do not sweep the list. A capital makes `'Exact` alone mind case; other words typed with
capitals come first where they stand so. A term that is only operators yet means nothing, nor does a `|` at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from tui.documents import clean_line
from tui.search import fold
from tui.search.fold import Word

LONGEST = 256
MOST_ALTERNATIVES = 24  # of one group; nobody types more by hand, and each is looked for by itself
Field = Literal["", "source", "section", "note"]
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'"})
_FIELDS: tuple[Literal["source", "section", "note"], ...] = ("source", "section", "note")


class Typed(NamedTuple):
    """A word as typed, folded; `capital` is its spelling, without accents, when that has a capital letter, else ""."""

    word: str
    capital: str


@dataclass(frozen=True, slots=True)
class Term:
    """One typed term. `text` is what is left when the operators are taken off; `typed` is the whole of it.

    `closed` says that the user ended it (a closing quotation mark), so its last word is not still growing.
    """

    typed: str
    text: str
    negated: bool = False
    exact: bool = False
    start: bool = False
    end: bool = False
    phrase: bool = False
    closed: bool = False
    field: Field = ""

    @property
    def words(self) -> tuple[Word, ...]:
        """The folded words of `text`, with their places in it."""
        found = tuple(fold.words(self.text))
        # In a script without spaces the last character stands alone too, which nobody typed.
        return found[:-1] if len(found) > 1 and found[-1].start < found[-2].end else found

    @property
    def typed_words(self) -> list[Typed]:
        """The folded words, each with its capitals if it has any."""
        spelt = [self.text[word.start : word.end] for word in self.words]
        capitals = ["" if text.islower() else fold.keep_case(text) for text in spelt]
        pairs = zip(self.words, capitals, strict=True)
        return [Typed(word.text, text if any(map(str.isupper, text)) else "") for word, text in pairs]

    @property
    def plain(self) -> bool:
        """Whether the words are looked for forgivingly."""
        return not (self.negated or self.strict or self.field)

    @property
    def strict(self) -> bool:
        """Whether the words are looked for as typed, in their order."""
        return self.exact or self.start or self.end or self.phrase

    @property
    def operator(self) -> str:
        """The operator's name as a `Reading` gives it; the first that applies."""
        flags = (("not", self.negated), ("exact", self.exact), ("start", self.start), ("end", self.end))
        names = [name for name, is_set in flags if is_set]
        return names[0] if names else self.field or ("phrase" if self.phrase else "")


@dataclass(frozen=True, slots=True)
class Query:
    """A query understood: `text` is what was typed, cleaned and cut; `growing` says its last term is unfinished."""

    text: str
    groups: tuple[tuple[Term, ...], ...]
    growing: bool

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms in the order typed."""
        return tuple(term for group in self.groups for term in group)

    @property
    def hardly_begun(self) -> bool:
        """Whether the query ends in the first letters of a word or of a field's name, with other terms before it."""
        if not (self.growing and len(self.groups) > 1):
            return False
        last = self.groups[-1][-1]
        begun = len(last.text) < 4 or any(field.startswith(last.text.casefold()) for field in _FIELDS)
        return len(self.groups[-1]) == 1 and last.plain and begun


def parse(typed: str) -> Query:
    """Read a query; every string is one.

    What stands twice counts once: an alternative in its group, and a group of terms with operators; a plain word typed
    twice is looked for twice. Of more than `MOST_ALTERNATIVES` the first count.
    """
    text = clean_line(typed[: 4 * LONGEST])[:LONGEST]
    groups: list[list[Term]] = []
    joining = False
    scanner = _Scanner(text.translate(_CURLY))
    while (term := scanner.next()) is not None:
        if term == "|":
            joining = bool(groups)
        elif isinstance(term, Term) and term.words:
            groups[-1].append(term) if joining else groups.append([term])
            joining = False
    return Query(text, tuple(_once(groups))[::-1], not text.endswith((" ", '"', "$")))


def _once(groups: Sequence[Sequence[Term]]) -> Iterator[tuple[Term, ...]]:
    """The groups without what is repeated, last group first; of equals the last stays, which may still be growing."""
    seen: set[tuple[Term, ...]] = set()
    for group in reversed(groups):
        different = tuple(reversed(dict.fromkeys(reversed(group))))[:MOST_ALTERNATIVES]
        plain = len(different) == 1 and different[0].plain
        if plain or different not in seen:
            seen.add(different)
            yield different


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def next(self) -> Term | Literal["|"] | None:
        while self._peek() == " ":
            self._at += 1
        if not self._peek():
            return None
        if self._take("|"):
            return "|"
        return self._term()

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self, expected: str) -> bool:
        found = self._text[self._at : self._at + len(expected)].casefold() == expected
        self._at += len(expected) * found
        return found

    def _term(self) -> Term:
        begin = self._at
        negated = self._take("!")
        while self._take("!"):
            pass
        field: Field = next((name for name in _FIELDS if self._take(name + ":")), "")
        exact = not field and self._take("'")
        start = not field and self._take("^")
        exact = exact or (start and self._take("'"))
        quoted = self._take('"')
        text, closed, spaced = self._quoted() if quoted else self._word(exact)
        end = self._take("$") if quoted else False
        if not quoted and not field and text.endswith("$"):
            text, end = text[:-1], True
        typed = self._text[begin : self._at]
        return Term(typed, text, negated, exact, start, end, not field and (quoted or spaced), closed, field)

    def _quoted(self) -> tuple[str, bool, bool]:
        close = self._text.find('"', self._at)
        stop = len(self._text) if close < 0 else close
        text = self._text[self._at : stop]
        self._at = stop + (close >= 0)
        return text, close >= 0, True

    def _word(self, exact: bool) -> tuple[str, bool, bool]:
        found: list[str] = []
        spaced = False
        while (character := self._peek()) not in ("", " ", "|"):
            self._at += 1
            if character == "\\" and self._peek():
                character = self._peek()
                spaced |= character == " "
                self._at += 1
            found.append(character)
        text = "".join(found)
        closed = exact and len(text) > 1 and text.endswith("'")
        return (text[:-1] if closed else text), closed, spaced
