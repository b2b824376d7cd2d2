"""What holds for every text and every quotation."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.documents import from_text
from tui.documents.model import Document
from tui.evidence import Anchor, Status, anchor, lexicon
from tui.evidence.normal import normalise

_COMMON = (
    "the of and to in a that is was he for it with as his on be at by I this had not are but from or have an they one "
    "which you were all her she there would their we him been has when who will no more if out so said what up its"
)
_MARKED = (
    "government minister Tokyo Kihara 54,000 2.5 non-violent “quoted” ’s — … co-\noperation well-known don’t $5 10%"
)
_FOREIGN = (
    "日本政府は 火曜日 軍队不会 中国外交部 五万四千人 한국 정부는 않을 것이라고 قالت الحكومة لن يغادر ١٢٣ "
    "सरकार नहीं छोड़ेगी ไม่ออก Σίσυφος İstanbul Straße ﬁn né שָׁלוֹם đã "
    "e\u0301te\u0301 u\u0308ber \u0627\u0644\u0652 q\u0323\u0307 \u0915\u093c"
)
_LANGUAGE = st.sampled_from([*_COMMON.split(" "), *_MARKED.split(" "), *_FOREIGN.split(" ")])
_SPACE = st.sampled_from([" ", " ", " ", "\n", "  ", "\u00a0", "\n\n"])
_STRANGE = st.text(max_size=12)
_WORDS = st.lists(st.tuples(st.one_of(_LANGUAGE, _LANGUAGE, _STRANGE), _SPACE), min_size=1, max_size=80)


def _text(words: list[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in words)


def _assert_sound(document: Document, quote: str, answer: Anchor) -> None:
    placed = answer.status not in (Status.MISSING, Status.MISATTRIBUTED)
    assert (answer.span is not None) == placed
    for span in [answer.span, *(a.span for a in answer.alternatives), *(c.span for c in answer.changes)]:
        if span is not None:
            assert 0 <= span.start <= span.end <= len(document.text)
    for change in answer.changes:
        assert quote[slice(*change.quoted_span)] == change.quoted
        assert document.text[slice(*change.span)] == change.found
    assert not (answer.changes and answer.status in (Status.VERIFIED, Status.AMBIGUOUS, Status.MISSING))
    assert answer.changes or answer.status not in (Status.ALTERED, Status.PARTIAL)


def _cuts_a_number(quote: str, rest: str) -> bool:
    """Whether a magnitude may follow a number the slice ends in; only there a slice is not verified."""
    return bool(re.search(r"\d\W*$", quote) and re.match(r"\s*[^\w\s]*[%‰]|\s*[^\W\d]", rest) and _magnitude(rest))


def _magnitude(rest: str) -> bool:
    following = re.findall(r"[%‰]|[^\W\d_]+", rest[:80])
    return bool(following) and following[0] in lexicon.members("magnitude")


@given(words=_WORDS, data=st.data())
@settings(max_examples=150, deadline=None)
def test_every_slice_on_word_edges_is_found_with_its_own_words(
    words: list[tuple[str, str]], data: st.DataObject
) -> None:
    document = from_text(_text(words))
    tokens = [match.span() for match in re.finditer(r"\S+", document.text)]
    if not tokens:
        return
    first = data.draw(st.integers(0, len(tokens) - 1))
    last = data.draw(st.integers(first, len(tokens) - 1))
    quote = document.text[tokens[first][0] : tokens[last][1]]
    if len(quote) < 20 or not re.search(r"[^\W_]", quote) or _cuts_a_number(quote, document.text[tokens[last][1] :]):
        return
    answer = anchor(document, quote)
    _assert_sound(document, quote, answer)
    assert answer.status in (Status.VERIFIED, Status.AMBIGUOUS)
    assert answer.span is not None
    assert normalise(document.text[slice(*answer.span)]).text.strip() == normalise(quote).text.strip()


# Written without spaces, so that a slice may begin and end at any character.
_UNSPACED = st.lists(
    st.sampled_from([*"日本政府軍隊会島離発表不没未的了はがをにと述べない、。「」", "か\u3099", "한", "은", "\n", " "]),
    min_size=30,
    max_size=120,
)


@given(signs=_UNSPACED, data=st.data())
@settings(max_examples=50, deadline=None)
def test_every_slice_of_a_text_without_spaces_is_found(signs: list[str], data: st.DataObject) -> None:
    document = from_text("".join(signs))
    starts = [i for i, c in enumerate(document.text) if not unicodedata.combining(c)]
    if len(starts) < 25:
        return
    first = data.draw(st.integers(0, len(starts) - 22))
    last = data.draw(st.integers(first + 20, len(starts) - 1))
    quote = document.text[starts[first] : starts[last]]
    if quote.strip() == quote and not re.search(r"[한은]", quote[0] + quote[-1]):
        answer = anchor(document, quote)
        _assert_sound(document, quote, answer)
        assert answer.status in (Status.VERIFIED, Status.AMBIGUOUS)


@given(text=st.text(max_size=300), quote=st.text(max_size=60), prefix=st.text(max_size=10), suffix=st.text(max_size=10))
@settings(max_examples=300, deadline=None)
def test_any_quotation_gets_an_answer(text: str, quote: str, prefix: str, suffix: str) -> None:
    document = from_text(text)
    _assert_sound(document, quote, anchor(document, quote, prefix=prefix, suffix=suffix))


@given(words=_WORDS, other=_WORDS)
@settings(max_examples=200, deadline=None)
def test_any_mixture_of_words_gets_an_answer(words: list[tuple[str, str]], other: list[tuple[str, str]]) -> None:
    document, quote = from_text(_text(words)), _text(other[:10] + words[3:20] + other[10:])
    _assert_sound(document, quote, anchor(document, quote))


@given(words=_WORDS, at=st.integers(0, 79), kind=st.sampled_from(["not", "never", "65,000", "Osaka", "none"]))
@settings(max_examples=200, deadline=None)
def test_a_word_put_in_is_never_accepted_in_silence(words: list[tuple[str, str]], at: int, kind: str) -> None:
    document = from_text(_text(words))
    tokens = document.text.split()
    if len(tokens) < 8:
        return
    at %= len(tokens)
    quote = " ".join([*tokens[:at], kind, *tokens[at:]])
    answer = anchor(document, quote)
    assert answer.status not in (Status.VERIFIED, Status.AMBIGUOUS)


@given(text=st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_levelling_twice_changes_nothing_and_every_character_has_a_place(text: str) -> None:
    normal = normalise(text)
    assert normalise(normal.text).text == normal.text
    ends = [normal.span(i, i + 1) for i in range(len(normal.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in ends)
    assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(ends))


_MONOTONOUS = {
    "one letter": "a",
    "one word": "a ",
    "two letters": "ab",
    "dashes": "-",
    "gaps": "… a",
    "marks": "' ",
    "accents": "\u0301",
    "mixture": "- a… ' the ",
}


@pytest.mark.parametrize("quote", _MONOTONOUS)
@pytest.mark.parametrize("text", _MONOTONOUS)
def test_monotonous_texts_and_quotations_come_to_an_end(text: str, quote: str) -> None:
    document, long = from_text(_MONOTONOUS[text] * 10_000), _MONOTONOUS[quote] * 1_000
    _assert_sound(document, long, anchor(document, long))


def test_a_quotation_longer_than_is_compared_is_partial_at_best() -> None:
    text = " ".join(f"word{i} and more" for i in range(2_000))
    document = from_text(text)
    assert anchor(document, text).status is Status.VERIFIED
    assert anchor(document, text.replace("word7 ", "worb7 ")).status is Status.PARTIAL
