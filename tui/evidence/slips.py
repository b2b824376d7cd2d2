"""Telling a slip of the pen from another word.

A slip is close to the source's word and no word itself, neither of the document nor of the language; only where a
slip happens to spell a word that could not stand in that place ("then" for "the", "hem" for "them") it is still one.
Numbers, acronyms, names and one capital for another are never forgiven; accents left out are.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from rapidfuzz.distance import OSA

from tui.evidence import lexicon
from tui.evidence.joints import as_seen
from tui.evidence.prepared import Prepared
from tui.evidence.spelling import is_misspelt_name, is_no_surname, is_other_spelling, is_swapped, is_unheard

# Digits a scanner reads for letters, as in "m0re".
_SCANNED = "015"
_READ = str.maketrans(_SCANNED, "ols")


def is_slip(
    prepared: Prepared,
    quoted: str,
    found: str,
    quoted_written: str,
    found_written: str,
    *,
    named: bool = False,
    opening: bool = False,
) -> bool:
    """Whether `quoted` is `found` miswritten (both levelled; `…_written` as they stand).

    Of a name (`named`) no letter may differ with which it could be another name (see `spelling`): "Blinkin" may be
    another man than "Blinken". `opening`: the word begins a sentence.
    """
    if (
        not _lettered(quoted, found)
        or _is_acronym(found_written)
        or (quoted_written.isupper() and not found_written.isupper() and len(quoted) > 1)
        or {quoted, found} == lexicon.members("clock")
        or (_denies(quoted) != _denies(found) and not _is_denial_misspelt(quoted, found))
    ):
        return False
    if {quoted, found} == {"a", "an"} or (_is_bared(quoted, found) and quoted not in prepared.vocabulary):
        return True
    if named:
        return is_misspelt_name(prepared, quoted, found, quoted_written, found_written)
    distance, known = OSA.distance(quoted, found), _is_word(prepared, quoted, found, quoted_written)
    if quoted[0] != found[0] and quoted_written[:1].isupper():
        amiss = _is_swapped(quoted, found) or (opening and _is_begun_amiss(quoted, found))
        if known or not amiss:
            return False
    if known:
        return distance == 1 and _out_of_place(quoted, found) and not _other_form(quoted, found)
    if found_written[:1].isupper() or quoted_written[:1].isupper():
        return _name_slip(quoted, found, distance)
    return _is_near(prepared, quoted, found, distance) and not _other_form(quoted, found)


def _denies(word: str) -> bool:
    """Whether a word is "couldn't" or "couldnt"."""
    return word.endswith(("n't", "nt")) and f"{word.removesuffix('t').removesuffix(chr(39))}'t" in _denying()


def _is_denial_misspelt(quoted: str, found: str) -> bool:
    """Whether one slip is in a "couldn't" and still denies: nearer to no other, as "wousn't" is to "wasn't"."""
    if (
        not (quoted.endswith("n't") and found.endswith("n't") and found in _denying())
        or OSA.distance(quoted, found) > 1
    ):
        return False
    return all(OSA.distance(quoted, other) > 1 for other in _denying() if other.endswith("n't") and other != found)


@cache
def _denying() -> frozenset[str]:
    return lexicon.members("negation") | lexicon.members("denial")


def _is_swapped(quoted: str, found: str) -> bool:
    """Whether only the first two letters of a word of grammar changed places: of "Hte" nobody makes a name."""
    return lexicon.is_grammar(found) and quoted[:2] == found[1::-1]


def _is_begun_amiss(quoted: str, found: str) -> bool:
    """Whether a wrong first letter makes no name of the word a sentence begins with: of "Ihe" and "Bnformation" no.

    The word for a person is none of those: "Xhe said" may be a man.
    """
    grammar = len(found) > 2 and lexicon.is_grammar(found) and found not in lexicon.members("person")
    return (grammar or is_no_surname(found)) and OSA.distance(quoted, found) == 1 and quoted not in lexicon.names()


def _is_bared(quoted: str, found: str) -> bool:
    """Whether they differ in accents that one has and the other leaves out: one for another ("á", "å") is no slip."""
    return len(quoted) == len(found) and all(
        one == other or (_bare(one) == _bare(other) and _bare(one) in (one, other))
        for one, other in zip(quoted, found, strict=True)
    )


def _bare(word: str) -> str:
    """The letters without their accents."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def is_scanned(quoted: str, found: str) -> bool:
    """Whether `quoted` is `found` but for digits that a scanner read for letters, and cannot be a number.

    A number and a word are two: "5miles" may not be "smiles"; but no number begins with a nought.
    """
    letters = sum(c.isalpha() for c in quoted)
    if not found.isalpha() or len(found) < 3 or letters < 2 or quoted.translate(_READ) != found.translate(_READ):
        return False
    return not (quoted[0] in "15" and quoted.lstrip(_SCANNED) in lexicon.words())


def _lettered(quoted: str, found: str) -> bool:
    if any(c.isdigit() for c in found) or not (quoted[0].isalpha() and found[0].isalpha()):
        return False
    digits = [c for c in quoted if c.isdigit()]
    return not digits or (len(digits) == 1 and digits[0] in _SCANNED and len(quoted) == len(found) > 2)


def _is_acronym(written: str) -> bool:
    """Whether a word begins in capitals: "us" is not "US" with a slip, nor "UN" a slip for it, nor "MEPs" for "MPs"."""
    return (
        len(written) > 1 and written[:2].isupper() and (len(written) < 6 or written.casefold() not in lexicon.words())
    )


def _is_word(prepared: Prepared, quoted: str, found: str, written: str) -> bool:
    # The document says "I" often enough, yet a small "i" is "in" or "is" cut short.
    # Of a listed word a slip may look like a compound, as "alllies" does.
    compound = found not in lexicon.words() and lexicon.is_compound(quoted)
    return (prepared.knows(quoted) or compound) and written != "i"


def _is_near(prepared: Prepared, quoted: str, found: str, distance: int) -> bool:
    """One slip in a short word, two from five letters on, three from ten; any number that a scanner makes.

    Exchanged neighbours are one slip; two are forgiven in any word of grammar: what stands for "the" and is no word
    says nothing else. A word the lists do not know ("km", "stdin") may have an unknown neighbour ("cm", "stdio"):
    only one slip inside a long one is forgiven, and one that makes a run of letters no word has.
    """
    if not _is_common(found) and not lexicon.is_grammar(found):
        return distance == 1 and _is_strange_slip(prepared, quoted, found)
    return distance <= 1 + (len(found) >= 5 or lexicon.is_grammar(found)) + (len(found) >= 10) or (
        len(found) >= 5 and as_seen(quoted) == as_seen(found)
    )


def _is_common(word: str) -> bool:
    return word in lexicon.words() or lexicon.is_compound(word)


def _is_strange_slip(prepared: Prepared, quoted: str, found: str) -> bool:
    """Whether one slip in a word no list knows leaves no other: "hexene" is not "hexane", as names differ by ear."""
    if is_swapped(quoted, found):
        return True
    ends = (quoted[0] == found[0]) + (quoted[-1] == found[-1])
    inside = (ends == 2 and len(found) >= 6) or (ends == 1 and len(found) >= 8)
    if inside and not is_other_spelling(quoted, found):
        return True
    return len(found) >= 4 and is_unheard(prepared, quoted, found)


def _out_of_place(quoted: str, found: str) -> bool:
    """Whether a word of another sort was hit by accident: nobody writes "then" or "tie" for "the" to say more.

    Only words of grammar are judged so; one that decides what is said, or one of the same sort, is no accident.
    """
    sorts = lexicon.grammar(found)
    decisive = any(word in lexicon.members(kind) for word in (quoted, found) for kind in _DECISIVE)
    return bool(sorts) and not decisive and not sorts & lexicon.grammar(quoted)


_DECISIVE = ("number", "negation", "month", "direction", "choice")


def _other_form(quoted: str, found: str) -> bool:
    """Whether two words are one stem with other endings, or one turned round by a beginning.

    Of a word the lists know they know most forms too: then only a regular ending makes another form.
    """
    for prefix in lexicon.members("reversal"):
        if quoted in (prefix + found, found.removeprefix(prefix)) and len(quoted) > 3:
            return True
    if _is_rival(quoted, found) or _is_rival(quoted[::-1], found[::-1], "tail"):
        return True
    same = 0
    while same < min(len(quoted), len(found)) and quoted[same] == found[same]:
        same += 1
    if _is_common(found) or found in lexicon.names():
        if lexicon.grammar(found) - {"pronoun", "adverb"}:
            # "The befores and afters": of a word of grammar only an "s" makes another.
            return len(found) > 3 and quoted == found + "s" and found[-1] != "s"
        put_on = same == len(found) and found[-1] != "s" and quoted[same:] in lexicon.members("inflection")
        taken_off = quoted + "s" == found and quoted[-1] != "s"
        return put_on or taken_off or (quoted[same:], found[same:]) in _EXCHANGED
    return same >= 3 and {quoted[same:], found[same:]} - {""} <= lexicon.members("ending")


def _is_rival(quoted: str, found: str, place: str = "head") -> bool:
    """Whether one beginning of a `rival` line took the place of another, as "hypo" of "hyper" and "giga" of "kilo"."""
    for row in lexicon.rows(place):
        for one in row if place == "head" else [tail[::-1] for tail in row]:
            if found.startswith(one) and len(rest := found[len(one) :]) >= _RIVALLED and quoted.endswith(rest):
                other = quoted[: len(quoted) - len(rest)]
                if other != one and (other if place == "head" else other[::-1]) in row:
                    return True
    return False


# The letters that rival beginnings or tails must leave.
_RIVALLED = 3

# Endings that take another's place, as the quotation has them and as the source has them.
_EXCHANGED = (("ies", "y"), ("ied", "y"), ("ing", "e"))


def _name_slip(quoted: str, found: str, distance: int) -> bool:
    """A common word with a capital is forgiven one slip, a long one two, but never what makes a known name of it."""
    if distance <= 1 and lexicon.is_grammar(found):
        return True
    if quoted in lexicon.names() or _other_form(quoted, found) or distance > 1 + (len(found) >= 7):
        return False
    return found in lexicon.words()
