"""Search in other alphabets, with and without spaces between words."""

from __future__ import annotations

import pytest

import tui.search
from tui.documents import from_text

LINES = {
    "ru": "Министр обороны прибыл в Токио.\nПрезидент посетил Москву в мае.\nЁлка стоит на площади.",
    "el": "Ο υπουργός έφτασε στην Αθήνα.\nΗ ΣΎΝΟΔΟΣ ΤΕΛΕΊΩΣΕ.\nΟι δρόμοι έκλεισαν.",
    "ar": "وصل الوزير إلى القاهرة.\nأَعْلَنَ الرَّئِيسُ الاتفاق.\nقتل ٥٤٬٠٠٠ جندي.",
    "he": "שר הביטחון הגיע לירושלים.\nשָׁלוֹם עולם.\nהממשלה החליטה.",
    "zh": "日本防卫大臣在东京发表声明。\n中国外交部没有回应。\n北京发表了声明。",
    "ja": "防衛大臣は東京で会談した。\n中国は反発している。\nミサイルが発射された。",
    "ko": "국방부 장관이 도쿄를 방문했다.\n한국과 일본은 합의했다.\n북한이 미사일을 발사했다.",
    "th": "รัฐมนตรีกลาโหมเดินทางไปโตเกียว\nเกาหลีเหนือยิงขีปนาวุธ\nจีนยังไม่ตอบ",
    "hi": "रक्षा मंत्री टोक्यो पहुँचे।\nचीन ने बयान दिया।\nभारत सहमत हुआ।",
    "tr": "İstanbul’da görüştüler.\nIşık söndü.\nBakan açıkladı.",
    "de": "Die Straße ist gesperrt.\nDer Außenminister kam.\nÖl wird teurer.",
}


@pytest.mark.parametrize(
    ("language", "typed", "lit"),
    [
        ("ru", "токио", "Токио"),
        ("ru", "президнт москву", "Президент Москву"),
        ("ru", "елка", "Ёлка"),
        ("el", "αθηνα", "Αθήνα"),
        ("el", "σύνοδος", "ΣΎΝΟΔΟΣ"),
        ("ar", "القاهره", "القاهرة"),
        ("ar", "اعلن", "أَعْلَنَ"),
        ("ar", "رئيس", "الرَّئِيسُ"),
        ("ar", "54000", "٥٤٬٠٠٠"),
        ("he", "שלום", "שָׁלוֹם"),
        ("he", "ממשלה", "הממשלה"),
        ("zh", "防卫大臣", "防卫大臣"),
        ("zh", "东京声明", "东京 声明"),
        ("zh", "京", "京"),
        ("ja", "ミサイル", "ミサイル"),
        ("ja", "東京で会談", "東京で会談"),
        ("ko", "한국", "한국과"),
        ("ko", "미사일", "미사일"),
        ("ko", "미사이을", "미사일을"),
        ("th", "เกาหลี", "เกาหลี"),
        ("hi", "मंत्री", "मंत्री"),
        ("tr", "istanbul", "İstanbul"),
        ("tr", "ışık", "Işık"),
        ("tr", "isik", "Işık"),
        ("de", "strasse", "Straße"),
        ("de", "aussenminister", "Außenminister"),
        ("de", "ol", "Öl"),
    ],
)
def test_a_word_is_found_and_lit(language: str, typed: str, lit: str) -> None:
    document = from_text(LINES[language], language)
    hit = tui.search.open([document]).search(typed).hits[0]
    assert " ".join(document.text[start:end] for start, end in hit.highlights) == lit


@pytest.mark.parametrize(
    ("text", "lit"),
    [
        ("約54,000人の米兵が駐留。", "54,000"),
        ("미군 약 54,000명이 주둔.", "54,000"),
        ("وصل 54,000جندي.", "54,000"),
        ("ب54,000 جندي.", "54,000"),
        ("Some Rs54,000crore.", "54,000"),
    ],
)
def test_a_figure_is_lit_with_its_comma_whatever_hangs_on_it(text: str, lit: str) -> None:
    hit = tui.search.open([from_text(text, "a")]).search("54000").hits[0]
    assert [text[start:end] for start, end in hit.highlights] == [lit]


@pytest.mark.parametrize("language", sorted(LINES))
def test_every_beginning_of_a_passage_finds_it(language: str) -> None:
    searcher = tui.search.open([from_text(LINES[language], language)])
    for hit in searcher.search("!nowherefound").hits:
        for end in range(1, len(hit.text) + 1):
            found = searcher.search(hit.text[:end].lower()).hits
            assert not hit.text[:end].strip() or hit.span in {other.span for other in found}, hit.text[:end]


def test_one_unspaced_query_has_one_reading() -> None:
    searcher = tui.search.open([from_text(LINES["zh"], "zh")])
    assert searcher.search("防卫大臣").readings == (("防卫大臣", "", ("防卫大臣",), False),)
    assert searcher.search("防卫大人").readings[0].approximate
