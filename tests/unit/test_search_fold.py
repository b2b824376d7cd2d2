"""Words, folded, at exact places."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search import fold


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S.-Japan talks", "the us japan talks"),
        ("U.S.The", "us the"),
        ("Japan’s and Japan's", "japan and japan"),
        ("don’t we're", "dont were"),
        ("l’accord d'Artagnan O’Brien", "l accord d artagnan o brien"),
        ("‘provocative’ behaviour", "provocative behaviour"),
        ("54,000 and 1,234,567.5", "54000 and 1234567.5"),
        ("54\u202f000 and 54'000", "54000 and 54000"),
        ("3.14159 2,5 28.07.2024", "3.14159 2.5 28.07.2024"),
        ("6,500km 2% 2 % 2+2", "6500km 2% 2 % 2 2"),
        ("٥٤٬٠٠٠ جندي", "54000 جندي"),
        ("snake_case air-to-air", "snake case air to air"),
        ("İstanbul ISTANBUL ılık", "istanbul istanbul ilik"),
        ("Straße STRASSE Øresund Łódź Æsop", "strasse strasse oresund lodz aesop"),
        ("Danc\u0327o Danço", "danco danco"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"),
        ("Ёлка ёлка", "елка елка"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("東京都", "東京 京都 都"),
        ("在NATO峰会2024年", "在 nato 峰会 会 2024 年"),
        ("約54,000人 第7艦隊の54,000", "約 54000 人 第 7 艦隊 隊の の 54000"),
        ("增长3.5%约2%", "增长 长 3.5% 约 2%"),
        ("ок54,000 و54,000 ب٥٤٬٠٠٠", "ок 54000 و 54000 ب 54000"),
        ("Rs54,000 B52 v1.234 x3%", "rs 54000 b52 v1 234 x3 %"),
        ("head\u2027quarters", "headquarters"),
        ("ﬁnal ＮＡＴＯ", "final nato"),
    ],
)
def test_text_falls_into_words(text: str, words: str) -> None:
    assert " ".join(word.text for word in fold.words(text)) == words


@given(st.text(max_size=200))
def test_words_stand_in_order_at_places_inside_the_text(text: str) -> None:
    found = list(fold.words(text))
    assert all(0 <= word.start < word.end <= len(text) and word.text for word in found)
    assert all(a.start < b.start for a, b in pairwise(found))


@given(st.text(max_size=60))
def test_folding_is_done_once(text: str) -> None:
    once = fold.fold(text)
    assert fold.fold(once) == once


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_a_stretch_of_text_has_words_only_of_itself(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    assert all(start <= word.start and word.end <= end for word in fold.words(text, start, end))


def test_capitals_are_kept_for_who_asks() -> None:
    assert fold.keep_case("U.S.") == "US"
    assert fold.keep_case("Élysée’s") == "Elysees"
