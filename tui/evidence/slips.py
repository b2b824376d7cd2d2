"""Telling a slip of the pen from another word.

A slip is close to the source's word and no word itself, neither of the document nor of the language; only where a
slip happens to spell a word that could not stand in that place ("then" for "the", "hem" for "them") it is still one.
Numbers, acronyms, names and one capital for another are never forgiven; accents left out are.
"""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import OSA

from tui.evidence import lexicon
from tui.evidence.prepared import Prepared
from tui.evidence.spelling import is_misspelt_name, is_unheard

# Digits a scanner reads for letters, as in "m0re".
_SCANNED = "015"
_READ = str.maketrans(_SCANNED, "ols")


def is_slip(
    prepared: Prepared, quoted: str, found: str, quoted_written: str, found_written: str, *, named: bool = False
) -> bool:
    """Whether `quoted` is `found` miswritten (both levelled; `…_written` as they stand).

    Of a name (`named`) no letter may differ with which it could be another name (see `spelling`): "Blinkin" may be
    another man than "Blinken".
    """
    if (
        not _lettered(quoted, found)
        or _is_acronym(found_written)
        or (quoted_written.isupper() and not found_written.isupper() and len(quoted) > 1)
    ):
        return False
    if {quoted, found} == {"a", "an"} or (_is_bared(quoted, found) and quoted not in prepared.vocabulary):
        return True
    if named:
        return is_misspelt_name(prepared, quoted, found, quoted_written, found_written)
    distance, known = OSA.distance(quoted, found), _is_word(prepared, quoted, quoted_written)
    if quoted[0] != found[0] and quoted_written[:1].isupper() and (known or not _is_swapped(quoted, found)):
        return False
    if known:
        return distance == 1 and _out_of_place(quoted, found) and not _other_form(quoted, found)
    if found_written[:1].isupper() or quoted_written[:1].isupper():
        return _name_slip(quoted, found, distance)
    return _is_near(prepared, quoted, found, distance) and not _other_form(quoted, found)


def _is_swapped(quoted: str, found: str) -> bool:
    """Whether only the first two letters of a word of grammar changed places: of "Hte" nobody makes a name."""
    return lexicon.is_grammar(found) and quoted[:2] == found[1::-1]


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
    """Whether `quoted` is `found` but for digits that a scanner read for letters, and cannot be a number."""
    letters = sum(c.isalpha() for c in quoted)
    return found.isalpha() and len(found) > 2 and letters >= 2 and quoted.translate(_READ) == found.translate(_READ)


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


def _is_word(prepared: Prepared, quoted: str, written: str) -> bool:
    # The document says "I" often enough, yet a small "i" is "in" or "is" cut short.
    return prepared.knows(quoted) and written != "i"


def _is_near(prepared: Prepared, quoted: str, found: str, distance: int) -> bool:
    """One slip in a short word, two from five letters on, three from ten, always two letters in five.

    Exchanged neighbours are one slip; two are forgiven in any word of grammar: what stands for "the" and is no word
    says nothing else. A word the lists do not know ("km", "stdin") may have an unknown neighbour ("cm", "stdio"):
    only one slip inside a long one is forgiven, and one that makes a run of letters no word has.
    """
    if found not in lexicon.words() and not lexicon.is_grammar(found):
        ends = (quoted[0] == found[0]) + (quoted[-1] == found[-1])
        inside = (ends == 2 and len(found) >= 6) or (ends == 1 and len(found) >= 8)
        return distance == 1 and (inside or (len(found) >= 4 and is_unheard(prepared, quoted, found)))
    allowed = 1 + (len(found) >= 5 or lexicon.is_grammar(found)) + (len(found) >= 10)
    return distance <= max(allowed, max(len(quoted), len(found)) * 2 // 5)


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
    same = 0
    while same < min(len(quoted), len(found)) and quoted[same] == found[same]:
        same += 1
    if found in lexicon.words() or found in lexicon.names():
        if lexicon.grammar(found) - {"pronoun", "adverb"}:
            return False
        put_on = same == len(found) and found[-1] != "s" and quoted[same:] in lexicon.members("inflection")
        taken_off = quoted + "s" == found and quoted[-1] != "s"
        return put_on or taken_off or (quoted[same:], found[same:]) in _EXCHANGED
    return same >= 3 and {quoted[same:], found[same:]} - {""} <= lexicon.members("ending")


# Endings that take another's place, as the quotation has them and as the source has them.
_EXCHANGED = (("ies", "y"), ("ied", "y"), ("ing", "e"))


def _name_slip(quoted: str, found: str, distance: int) -> bool:
    """A common word with a capital is forgiven one slip, a long one two, but never what makes a known name of it."""
    if distance <= 1 and lexicon.is_grammar(found):
        return True
    if quoted in lexicon.names() or _other_form(quoted, found) or distance > 1 + (len(found) >= 7):
        return False
    return found in lexicon.words()
