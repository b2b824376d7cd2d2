"""Other scripts: words are found where no spaces are, and no sign of a word is overlooked."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_TEXTS = {
    "Japanese": "日本政府は火曜日、約五万四千人の兵士が来年三月までに北部の島を離れると発表した。野党は反対している。",
    "Chinese": "中国外交部周二表示，双方已同意在三月之前撤出约五万四千名士兵。反对党对此表示反对。",
    "Thai": "รัฐบาลประกาศเมื่อวันอังคารว่าทหารห้าหมื่นสี่พันนายจะออกจากเกาะทางเหนือภายในเดือนมีนาคม",
    "Hindi": "सरकार ने मंगलवार को कहा कि लगभग चौवन हज़ार सैनिक मार्च तक उत्तरी द्वीप नहीं छोड़ेंगे और विपक्ष ने विरोध किया।",
    "Arabic": "قالت الحكومة يوم الثلاثاء إن نحو أربعة وخمسين ألف جندي لن يغادروا الجزيرة الشمالية قبل مارس المقبل.",
    "Greek": "Η κυβέρνηση ανακοίνωσε ότι περίπου 54.000 στρατιώτες δεν θα φύγουν από το νησί πριν από τον Μάρτιο.",
    "Russian": "Правительство сообщило во вторник, что около 54 000 солдат не покинут северный остров до марта.",
    "Korean": "정부는 화요일 약 5만 4천 명의 병사가 내년 3월까지 북부 섬을 떠나지 않을 것이라고 발표했다.",
}  # fmt: skip


@pytest.mark.parametrize("script", _TEXTS)
def test_a_slice_is_placed_exactly(script: str) -> None:
    document = from_text(_TEXTS[script])
    spaced = " " in document.text
    start = document.text.index(" ") + 1 if spaced else 5
    end = document.text.rindex(" ") if spaced else 30
    answer = anchor(document, document.text[start:end].upper())
    assert answer.status is Status.VERIFIED
    assert answer.span == (start, end)


@pytest.mark.parametrize(
    ("script", "true", "false"),
    [
        ("Japanese", "五万四千人", "六万四千人"),
        ("Japanese", "三月", "四月"),
        ("Chinese", "已同意", "不同意"),
        ("Thai", "ห้าหมื่น", "หกหมื่น"),
        ("Hindi", "नहीं छोड़ेंगे", "छोड़ेंगे"),
        ("Hindi", "सैनिक", "सैनिकों"),
        ("Hindi", "कहा कि", "कही कि"),
        ("Arabic", "لن يغادروا", "سوف يغادروا"),
        ("Greek", "δεν θα", "θα"),
        ("Russian", "не покинут", "покинут"),
        ("Korean", "5만", "6만"),
    ],
)
def test_a_change_is_told(script: str, true: str, false: str) -> None:
    text = _TEXTS[script]
    answer = anchor(from_text(text), text.replace(true, false))
    assert answer.status is Status.ALTERED
    assert answer.changes


def test_other_emoji_are_another_word() -> None:
    text = "The minister answered the proposal with a single 👍 on Tuesday evening, officials said."
    assert anchor(from_text(text), "the proposal with a single 👍 on Tuesday").status is Status.VERIFIED
    assert anchor(from_text(text), "the proposal with a single 👎 on Tuesday").status is Status.ALTERED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("장관은 “우리는 북부 섬을 떠날 것이다”라고 화요일에 말했다.", "“우리는 북부 섬을 떠날 것이다”"),
        ("장관은 “우리는 북부 섬을 떠날 것이다”라고 화요일에 말했다.", "우리는 북부 섬을 떠날 것이다"),
        ("정부는 화요일 ‘새 북부 계획’을 밝혔다.", "새 북부 계획"),
        ("وصف الوزير الخطة يوم الثلاثاء بـ«الخطأ الكبير» وغادر القاعة.", "«الخطأ الكبير»"),
    ],
)
def test_a_word_joined_to_a_quotation_mark_is_no_part_of_what_is_quoted(text: str, quote: str) -> None:
    answer = anchor(from_text(text), quote)
    assert answer.status is Status.VERIFIED and answer.span is not None
    assert quote.strip("“”") in text[slice(*answer.span)]


def test_a_ligature_is_its_letters() -> None:
    text = "Le cœur de l’Œuvre bat à Paris, a dit Mærsk lundi soir."
    answer = anchor(from_text(text), "coeur de l'Oeuvre bat à Paris, a dit Maersk lundi")
    assert (answer.status, answer.span) == (Status.VERIFIED, (3, text.index(" soir")))
