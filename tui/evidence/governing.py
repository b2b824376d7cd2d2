"""What stands a word or two before a quotation and denies all that it says: "not yet", "no toxic", "denied that"."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from tui.evidence import lexicon
from tui.evidence.cut import is_passing, turns
from tui.evidence.words import Word, first_word

# "denied setting the fire": the verb denies what is done, not a thing, as "denied the charge" does.
_DOING = re.compile(r"\w{2,}ing$")
_JOINTS = (" ", ", ")
_PARTED = re.compile(r"[.,;:!?()]")


def governing(text: str, before: Sequence[Word], quoted: str, english: Callable[[], bool]) -> Word | None:
    """The first of the last words `before` the quotation that deny it as a whole, or None.

    `text` holds those words, levelled as `quoted` is; they adjoin the quotation. A denial reaches past one adverb,
    auxiliary or article, "no" past one adjective; a verb of denying past "that" or up to what was done, unless it is
    denied itself ("nobody denied that"); what nobody said is as little said. `english` says whether the document is.
    """
    first = first_word(quoted, 0, len(quoted))
    if first is None or not before:
        return None
    last = before[-1]
    if last.text in lexicon.members("denying") and _DOING.match(first.text):
        return None if _denial(text, before[:-1], last) else last
    if len(before) < 2 or text[before[-2].end : last.start] not in _JOINTS:
        return None
    if unsaid := _unsaid(text, before, first):
        return unsaid
    prior = before[-2]
    denies = prior.text in lexicon.members("denying") and last.text in lexicon.members("denied_by")
    if denies or f"{prior.text}_{last.text}" in lexicon.members("failing"):
        return None if _denial(text, before[:-2], prior) else prior
    if len(before) > 2 and "_".join(word.text for word in before[-3:]) in lexicon.members("untrue"):
        return before[-3]
    if text[prior.end : last.start] != " ":
        return None
    reaches = _reaches(text, before) or (_is_none_of(prior, last, english) and not lexicon.is_grammar(first.text))
    return prior if reaches else None


def _unsaid(text: str, before: Sequence[Word], first: Word) -> Word | None:
    """The denial of the verb that governs the quotation: "did not claim that", and without "that" of "nobody said"."""
    if before[-1].text in lexicon.members("denied_by"):
        governs = before[-2].text in lexicon.members("asserting")
        return _denial(text, before[:-2], before[-2]) if governs else None
    governs = before[-1].text in lexicon.members("saying") and first.text not in lexicon.members("inquiring")
    return _denial(text, before[:-1], before[-1]) if governs else None


def _denial(text: str, before: Sequence[Word], denied: Word) -> Word | None:
    """The word that denies `denied` in the same clause, past two adverbs or auxiliaries; "no" past one word more."""
    idle = lexicon.members("restriction") | lexicon.members("idle")
    at = len(before) - 1
    while at >= 0 and at > len(before) - 3 and not turns(text, before[at]) and _leads(before[at], idle):
        at -= 1
    if at < 0 or before[at].text in idle or _PARTED.search(text, before[at].start, denied.start):
        return None
    if turns(text, before[at]):
        return before[at]
    none = at and not _PARTED.search(text, before[at - 1].start, denied.start) and _says_none(before[at - 1])
    return before[at - 1] if none else None


def _leads(word: Word, idle: Container[str]) -> bool:
    return is_passing(word.text) and word.text not in idle


def _says_none(word: Word) -> bool:
    return word.text in ("no", "neither") or word.text in lexicon.members("none_of")


def _reaches(text: str, before: Sequence[Word]) -> bool:
    """Whether the last word but one denies and the last only leads on; "not only" and "whether or not" deny nothing."""
    prior, last = before[-2:]
    lacks = prior.text in lexicon.members("lacking") and prior.text not in lexicon.members("exception")
    if not (turns(text, prior) or lacks):
        return False
    idle = lexicon.members("restriction") | lexicon.members("idle")
    leads = is_passing(last.text) or last.text in lexicon.members("article")
    alternative = len(before) > 2 and before[-3].text in lexicon.members("alternative")
    return leads and last.text not in idle and not alternative


def _is_none_of(prior: Word, last: Word, english: Callable[[], bool]) -> bool:
    """Whether "no" stands before one word that tells of which kind there is none, as in "no toxic gas"."""
    told = not lexicon.is_grammar(last.text) and last.text not in lexicon.members("idle")
    return told and (prior.text in lexicon.members("none_of") or (prior.text == "no" and english()))
