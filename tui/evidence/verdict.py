"""Which differences a reader must be told: every one that is neither typography nor a slip of the pen.

No similarity decides: what is no slip (see `slips`) is told, down to the last article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from tui.documents.model import Span
from tui.evidence import lexicon, slips
from tui.evidence.align import Step
from tui.evidence.cut import is_number
from tui.evidence.fit import Fit
from tui.evidence.model import Change
from tui.evidence.negation import denials, denied
from tui.evidence.one_figure import as_one_figure
from tui.evidence.openings import begins_sentence
from tui.evidence.prepared import Prepared
from tui.evidence.quoted import Quoted
from tui.evidence.words import last_word

_JOINERS = "-‐‑–—\u00ad\u2027\n"
# Of the words found that are no names; technical English has a half and more.
_ENGLISH = 1 / 3
_DECISIVE = ("number", "negation", "direction")

# "U.S" and "a.m": each letter with its point, the last point being outside the words.
_DOTTED = re.compile(r"(?:[^\W\d_]\.\s?)+[^\W\d_]")
_ABBREVIATED = re.compile(r"\b(?:[^\W\d_]\.){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b")
_NEAR = 12

# Beginnings whose hyphen tells "re-sign" from "resign" and "un-ionized" from "unionized".
_REMAKING = ("re", "un")


def changes(prepared: Prepared, quote: Quoted, fitted: Fit) -> tuple[Change, ...]:
    """The words of the quotation that differ from those of the document where it fits."""
    judge = _Judge(prepared, quote, fitted)
    told = as_one_figure(fitted, list(judge.told()), judge.written)
    return tuple(dict.fromkeys(judge.change(step) for step in told))


def _whole(text: str, span: Span) -> Span:
    """The span with all of the abbreviation that it is a letter of: "p.m." is another than "a.m.", not "p" than "a"."""
    if span.end - span.start != 1:
        return span
    near = _ABBREVIATED.finditer(text, max(0, span.start - _NEAR), span.end + _NEAR)
    return next((Span(*m.span()) for m in near if m.start() <= span.start < m.end()), span)


def _named(text: str, span: Span, form: str) -> bool:
    """Whether the word at `span` has a capital that only a name has there."""
    written = text[slice(*span)]
    grammar = lexicon.grammar(form)
    if not (form and any(map(str.isupper, written))) or (grammar and "auxiliary" not in grammar):
        return False
    if form not in lexicon.words():
        return True
    return not (begins_sentence(text, span.start) or (written.isupper() and len(written) > 5)) or _speaks(text, span)


def _speaks(text: str, span: Span) -> bool:
    """Whether one word alone says something: "Smith said" is a man even where it begins the sentence."""
    following = text[span.end : span.end + 12].split(maxsplit=1)
    return bool(following) and following[0].strip(",.:;\"'“”") in lexicon.members("speaking")


class _Judge:
    def __init__(self, prepared: Prepared, quote: Quoted, fitted: Fit) -> None:
        self._prepared, self._quotation, self._normal, self._fit = prepared, quote.written, quote.normal, fitted

    def told(self) -> Iterator[Step]:
        return (step for step in self._fit.steps if step.cost > 0.0 and not self._is_slip(step))

    def change(self, step: Step) -> Change:
        quoted_span = _whole(self._quotation, self._quoted_span(step))
        span = _whole(self._prepared.original, self._found_span(step))
        quoted, found = self._quotation[slice(*quoted_span)], self._prepared.original[slice(*span)]
        return Change(self._kind(step, quoted, found), quoted, found, quoted_span, span)

    def written(self, step: Step) -> tuple[str, str]:
        """The words of both sides as they stand."""
        return self._quotation[slice(*self._quoted_span(step))], self._prepared.original[slice(*self._found_span(step))]

    def _quoted_span(self, step: Step) -> Span:
        first, last = (
            self._fit.quoted[min(step.quoted, len(self._fit.quoted) - 1)],
            self._fit.quoted[step.quoted_end - 1],
        )
        if step.quoted == step.quoted_end:
            return self._normal.span(first.start, first.start)
        return self._normal.span(first.start, last.end)

    def _found_span(self, step: Step) -> Span:
        found = self._fit.found
        if step.found == step.found_end:
            at = found[step.found - 1].end if step.found else found[0].start
            return self._prepared.span(at, at)
        return self._prepared.span(found[step.found].start, found[step.found_end - 1].end)

    def _forms(self, step: Step) -> tuple[str, str]:
        quoted = "".join(word.text for word in self._fit.quoted[step.quoted : step.quoted_end])
        return quoted, "".join(word.text for word in self._fit.found[step.found : step.found_end])

    def _kind(self, step: Step, quoted: str, found: str) -> str:
        forms = [form for form in self._forms(step) if form]
        figure = step.quoted_end - step.quoted > 1 < step.found_end - step.found  # see `as_one_figure`
        if figure or any(form[-1].isdigit() or form[0].isdigit() for form in forms):
            return "number"
        for kind in _DECISIVE:
            if any(form in lexicon.members(kind) for form in forms):
                return kind
        if any(form in denials() for form in forms) or self._is_denied(step):
            return "negation"
        if any(
            w[:1].isupper() and form in lexicon.members("month")
            for w, form in zip((quoted, found), self._forms(step), strict=True)
        ):
            return "month"
        if not quoted or not found:
            return "missing" if found else "added"
        if quoted.islower() and self._forms(step)[0] in lexicon.words():
            return "word"  # "exploded" for "Varnholt" puts no name in
        capital = quoted[0].isupper() > found[0].isupper() and not lexicon.is_grammar(self._forms(step)[0])
        return "name" if self._is_name(step) or capital else "word"

    def _is_denied(self, step: Step) -> bool:
        """Whether a part of a word that denies is among the letters that differ, on one side only."""
        sides = (
            (self._normal.text, self._fit.quoted[step.quoted : step.quoted_end]),
            (self._prepared.text, self._fit.found[step.found : step.found_end]),
        )
        one, other = (bool(run) and denied(text, run[0].start, run[-1].end) for text, run in sides)
        return one != other

    def _is_name(self, step: Step) -> bool:
        """Whether one of both words is a name by its capital.

        A capital where a sentence begins tells nothing of a common word, one in a quotation set in capitals nothing
        at all; a word of grammar is no name, save "May" and "Will".
        """
        quoted, found = self._quoted_span(step), self._found_span(step)
        forms = self._forms(step)
        return _named(self._prepared.original, found, forms[1]) or (
            not self._headed
            and _named(self._quotation, quoted, forms[0] if len(forms[0]) > 1 else "")
            and bool(forms[1])
            and not self._prepared.original[found.start].isupper()
        )

    @cached_property
    def _headed(self) -> bool:
        """Whether all longer words of the quotation have capitals, as in a headline."""
        longer = [word for word in self._quotation.split() if len(word) > 4 and word[0].isalpha()]
        return bool(longer) and all(word[0].isupper() for word in longer)

    def _is_slip(self, step: Step) -> bool:
        quoted, found = self._forms(step)
        if not (quoted and found):
            return False
        if quoted == found:
            return self._is_spacing(step, quoted)
        if slips.is_scanned(quoted, found) and not self._is_spaced(step):
            return True
        pieces = self._fit.found[step.found : step.found_end]
        one_each = step.quoted_end - step.quoted == 1 and [word.text for word in pieces[1:]] in ([], ["'s"])
        return (
            one_each
            and self._english
            and not (len(quoted) == len(found) == 1 and not self._is_article(step))
            and slips.is_slip(
                self._prepared,
                quoted,
                found,
                *self.written(step),
                named=self._is_name(step),
                opening=self._opens(step),
            )
        )

    def _is_spaced(self, step: Step) -> bool:
        """Whether the quotation has a space there: "5 miles" is no "smiles" misread."""
        run = self._fit.quoted[step.quoted : step.quoted_end]
        return " " in self._normal.text[run[0].start : run[-1].end]

    @cached_property
    def _english(self) -> bool:
        """Whether the words are English: one sentence of another language in an English text is judged as strictly."""
        run = self._fit.found[self._fit.steps[0].found : self._fit.steps[-1].found_end]
        found = [word.text for word in run if word.text.isalpha() and word.text not in lexicon.names()]
        known = sum(word in lexicon.words() or lexicon.is_grammar(word) for word in found)
        return self._prepared.english and known >= _ENGLISH * len(found)

    def _opens(self, step: Step) -> bool:
        return begins_sentence(self._prepared.original, self._found_span(step).start)

    def _is_article(self, step: Step) -> bool:
        """Whether a word of one letter stands as an article does: "5 a.m.", "option a" and "(a)" are none."""
        text, word = self._prepared.text, self._fit.found[step.found]
        before = last_word(text, max(0, word.start - 64), word.start)
        labelled = before is not None and (is_number(before.text) or before.text in lexicon.members("label"))
        return text[word.start - 1 : word.start] == " " == text[word.end : word.end + 1] and not labelled

    def _is_spacing(self, step: Step, joined: str) -> bool:
        """The same letters divided otherwise: a slip, unless both ways say something ("maybe", "resign", "1 5")."""
        quoted, found = self._fit.quoted[step.quoted : step.quoted_end], self._fit.found[step.found : step.found_end]
        if self.written(step)[0] == self.written(step)[1]:
            return True  # broken at a line's end, and quoted so
        pieces = [word.text for word in max(quoted, found, key=len)]
        if any(one[-1].isdigit() and other[0].isdigit() for one, other in pairwise(pieces)):
            return len(pieces[0]) <= 3 and all(len(piece) == 3 and piece.isdigit() for piece in pieces[1:])
        one, other = self.written(step)
        if dotted := next((written for written in (one, other) if _DOTTED.fullmatch(written)), ""):
            return dotted.isupper() == (other if dotted == one else one).isupper()
        if any(c in _JOINERS for written in self.written(step) for c in written):
            return not (pieces[0] in _REMAKING and self._prepared.knows(joined))
        words_all = all(self._prepared.knows(word.text) or lexicon.is_grammar(word.text) for word in quoted)
        return joined in lexicon.members("divided") or not words_all
