"""What a passage says is the case or is not: the words with a contrary, denied or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.polarity import NOT_QUITE, is_supposed, negates
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.tables import lines, members, text

_REFUSING = frozenset(("refused", "refuses", "refuse", "failed", "fails", "declined", "declines", "unable"))
_DENYING_AFTER = frozenset(("no", "none", "nobody", "nothing"))
_AUXILIARY = frozenset(("is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "to", "not"))
_COPULAS = frozenset(("remain", "remains", "remained", "remaining", "stay", "stays", "stayed", "keep", "keeps", "kept"))
_BEFORE_NOUNS = frozenset(("", "a", "an", "the", "and", "its", "their", "his", "her", "of", "in", "for", "with"))
_BEFORE_LABELS = frozenset(("", "in", "on", "at", "of", "from", "until", "by", "after", "before", "since"))
_OPEN = -1  # in place of the token that denies: a denial stands before, but of another word
_LEAD = 3  # tokens before a verb that may say whether it is the case
_SO = frozenset(("so", "as", "such"))
_LINKING = frozenset(("by", "of", "from", "during", "after", "about", "because"))
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "keep", "keeps", "kept"))
_SETTLED = _BEING | {"due", "set", "will", "has", "have"}
_WISHING = frozenset(("wanted", "hoped", "tried", "asked", "urged", "needed", "offered", "failed", "refused"))
_REACH = 3  # tokens after the word, within which one more word is shown


class Asserted(NamedTuple):
    """Something said to be the case, tokens `first` to `last`.

    `key` is what it is compared by, a line of data/contraries.txt; `side` tells which of the two it is, a
    denial turned round; `begins` to `ends` are the tokens that show it, the denial among them.
    """

    key: str
    side: int
    first: int
    last: int
    begins: int
    ends: int


def contraries(sentence: Sentence) -> Iterator[Asserted]:
    """The words and runs of words of data/contraries.txt in a passage, the longest run at each place."""
    index = 0
    runs = _runs()
    while index < len(sentence.tokens):
        if sentence.tokens[index].low not in runs:
            index += 1
            continue
        found = [(last, key, which) for key, which, last in _runs_at(sentence, index)]
        longest = max((last for last, _, _ in found), default=index)
        for last, key, which in found:
            if last < longest or (denier := _denier(sentence, index, last)) == _OPEN:
                continue
            idle = _is_copula(sentence, index) or _describes(sentence, index) or _is_label(sentence, index)
            idle = idle or is_supposed(sentence, index) or (denier is None and is_open(sentence, index))
            if not idle:
                yield _asserted(sentence, key, which ^ (denier is not None), index, last, denier)
        index = longest + 1


def _is_label(sentence: Sentence, index: int) -> bool:
    """ "On move 61", "in game 7": a word that a number tells from its like."""
    after = sentence.tokens[index + 1 : index + 2]
    return bool(after) and after[0].low.isdigit() and sentence.low(index - 1) in _BEFORE_LABELS


def _asserted(sentence: Sentence, key: str, which: int, first: int, last: int, denier: int | None) -> Asserted:
    here = clause(sentence, first)
    begins = first if denier is None else min(first, denier)
    while begins > here.start and sentence.low(begins - 1) in _AUXILIARY:
        begins -= 1
    after = range(last + 1, min(here.stop, last + 1 + _REACH))
    ends = next((at for at in after if sentence.tokens[at].content), last)
    return Asserted(key, which, first, last, begins, ends)


@lru_cache(maxsize=1 << 14)
def _denier(sentence: Sentence, first: int, last: int) -> int | None:
    """The token that denies what tokens `first` to `last` say: before them in their clause, or right after them."""
    for at in range(first - 1, clause(sentence, first).start - 1, -1):
        low, after = sentence.low(at), sentence.low(at + 1)
        if low == "that":
            return None  # "it is no secret that", "nobody was told that it was": not what is told is denied
        if low in _REFUSING:
            refused = after == "to" and at + 2 == first
            return at if refused and not negates(sentence.low(at - 1)) else None
        if negates(low):
            if after in members("classes.txt", "restrict") | NOT_QUITE or _likens(sentence, at):
                return None
            return _OPEN if _governs_other(sentence, at, first) else at
    if sentence.low(last + 1) in _DENYING_AFTER and not sentence.gap(last + 1).strip():
        return first
    return None


def _likens(sentence: Sentence, at: int) -> bool:
    """ "There have never been so many", "nowhere as deep as here": no denial but a comparison."""
    return any(sentence.low(step) in _SO for step in range(at + 1, at + 1 + _LEAD))


def _governs_other(sentence: Sentence, at: int, index: int) -> bool:
    """ "No way to build", "without power across the south", "not affected by the strike": of the word before alone."""
    low, between = sentence.low(at), sentence.rank[index] - sentence.rank[at]
    if between >= 1 and {sentence.low(index - 1), sentence.low(index - 2)} & _LINKING:
        return True
    if low == "without":
        return between > 1
    return low == "no" and between >= 1 and "to" in (sentence.low(step) for step in range(at + 2, index))


def is_open(sentence: Sentence, index: int) -> bool:
    """Whether a word says nothing to be the case: "to win", "before leaving", "would have lost", "if it closes"."""
    before = [sentence.low(at) for at in range(max(clause(sentence, index).start, index - _LEAD), index)]
    if is_supposed(sentence, index) or "would" in before or "could" in before:
        return True
    if before[-1:] == ["to"]:
        return not (set(before) & _SETTLED or any(low.endswith("ed") and low not in _WISHING for low in before))
    low = sentence.low(index)
    return low.endswith("ing") and low not in _listed() and not set(before) & _BEING


def _is_copula(sentence: Sentence, index: int) -> bool:
    """ "Remained closed": says no more than "was closed"."""
    after = sentence.low(index + 1)
    state = after.endswith("ed") or any(not rest for rest, _, _ in _runs().get(after, ()))
    return state and sentence.low(index) in _COPULAS


def _describes(sentence: Sentence, index: int) -> bool:
    """ "The support base", "a free and open region", "opening remarks": a word that only tells which."""
    low, before, after = sentence.low(index), sentence.low(index - 1), index + 1
    verbal = low.endswith(("ed", "s")) or before in _AUXILIARY or before in members("classes.txt", "foretelling")
    beside = after < len(sentence.tokens) and sentence.tokens[after].content and not sentence.gap(after).strip(" -")
    return beside and not verbal and sentence.tokens[after].kind in ("word", "name") and before in _BEFORE_NOUNS


def _runs_at(sentence: Sentence, index: int) -> Iterator[tuple[str, int, int]]:
    for rest, key, which in _runs().get(sentence.low(index), ()):
        if all(sentence.low(index + step) == word for step, word in enumerate(rest, 1)):
            yield key, which, index + len(rest)


@cache
def _listed() -> frozenset[str]:
    """The words as data/contraries.txt has them."""
    return frozenset(run.split("-")[0] for line in text("contraries.txt") for run in line.replace("|", " ").split())


@cache
def _runs() -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    """First word as written → the rest of the run, its line and its side."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for number, line in enumerate(text("contraries.txt")):
        for which, words in enumerate(line.split("|")):
            for run in words.split():
                first, *rest = run.split("-")
                for low in _inflected(first):
                    found.setdefault(low, []).append((tuple(rest), str(number), which))
    return found


@cache
def _irregular() -> dict[str, set[str]]:
    """Word → its forms in data/forms.txt."""
    found: dict[str, set[str]] = {}
    for head, items in lines("forms.txt"):
        found.setdefault(head, set()).update(items)
    return found


def _inflected(word: str) -> set[str]:
    """The forms of a verb, a noun or an adjective by rule, and those data/forms.txt knows; British ones as well."""
    stem = word[:-1]
    made = {word, f"{word}s", f"{word}es", f"{word}ed", f"{word}ing", f"{word}ly"}
    made |= {f"{word}d", f"{stem}ing"} if word.endswith("e") else set()
    made |= {f"{stem}ies", f"{stem}ied"} if word.endswith("y") else set()
    made |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    made |= _irregular().get(word, set())
    return made | {low.replace("iz", "is") for low in made if "iz" in low}
