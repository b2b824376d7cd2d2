"""A negation changed or left out is named as one, whatever the language and wherever in the word it stands."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_SAID = {
    "German": "Die Ministerin sagte am Montag, dass die Armee die Stadt vor dem Winter nicht angreift, und ging.",
    "French": "Le ministre a dit que l'armée ne quittera pas l'île du nord et qu'elle n'attaquera jamais la ville.",
    "Spanish": "El ministro dijo el martes que el ejército no saldrá de la isla del norte antes de marzo.",
    "Italian": "Il ministro ha detto martedì che l'esercito non lascerà l'isola del nord prima di marzo.",
    "Portuguese": "O ministro disse na terça-feira que o exército não deixará a ilha do norte antes de março.",
    "Dutch": "De minister zei dinsdag dat het leger het noordelijke eiland niet verlaat en geen stad aanvalt.",
    "Swedish": "Ministern sade på tisdagen att armén inte lämnar den norra ön före mars och kommer tillbaka.",
    "Polish": "Minister powiedział we wtorek, że armia nie opuści północnej wyspy przed końcem marca.",
    "Russian": "Министр сообщил во вторник, что армия не покинет северный остров и никогда не нападёт на город.",
    "Ukrainian": "Міністр повідомив у вівторок, що армія не залишить північний острів до кінця березня.",
    "Turkish": "Bakan salı günü bu saldırının doğru değil ancak beklenen bir sonuç olduğunu söyledi.",
    "Greek": "Η κυβέρνηση ανακοίνωσε ότι ο στρατός δεν θα φύγει από το νησί πριν από τον Μάρτιο.",
    "Arabic": "قالت الحكومة يوم الثلاثاء إن الجيش لن يغادر الجزيرة وإنه لم يهاجم المدينة ولا يريد الحرب.",
    "Hebrew": "הממשלה הודיעה ביום שלישי כי הצבא לא יעזוב את האי הצפוני לפני מרץ.",
    "Hindi": "सरकार ने मंगलवार को कहा कि सेना मार्च तक उत्तरी द्वीप नहीं छोड़ेगी और लौटेगी।",
    "Persian": "دولت روز سه‌شنبه گفت که ارتش جزیره شمالی را پیش از مارس ترک نمی‌کند و می‌ماند.",
    "Chinese": "中国外交部周二表示，军队不会在三月之前撤出北部岛屿，也没有攻击城市，目前尚未作出决定。",
    "Japanese": "防衛大臣は火曜日、軍は三月までに北部の島を離れないと述べ、都市を攻撃しなかったと説明した。",
    "Korean": "장관은 화요일 군이 내년 3월까지 북부 섬을 떠나지 않을 것이라고 밝히고 도시를 공격하지 않았다고 말했다.",
    "Thai": "รัฐบาลประกาศเมื่อวันอังคารว่ากองทัพจะไม่ออกจากเกาะทางเหนือก่อนเดือนมีนาคม",
    "Vietnamese": "Bộ trưởng nói hôm thứ Ba rằng quân đội sẽ không rời đảo phía bắc trước tháng ba.",
    "Finnish": "Ministeri sanoi tiistaina, että armeija ei lähde pohjoisesta saaresta ennen maaliskuuta.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "true", "false"),
    [
        ("German", "nicht angreift", "angreift"),
        ("French", "ne quittera pas", "quittera"),
        ("French", "ne quittera pas", "ne quittera"),
        ("French", "n'attaquera jamais", "attaquera"),
        ("Spanish", "no saldrá", "saldrá"),
        ("Italian", "non lascerà", "lascerà"),
        ("Portuguese", "não deixará", "deixará"),
        ("Dutch", "niet verlaat", "verlaat"),
        ("Dutch", "geen stad", "een stad"),
        ("Swedish", "inte lämnar", "lämnar"),
        ("Polish", "nie opuści", "opuści"),
        ("Russian", "не покинет", "покинет"),
        ("Russian", "никогда не", "не"),
        ("Ukrainian", "не залишить", "залишить"),
        ("Turkish", "değil ancak", "ancak"),
        ("Greek", "δεν θα", "θα"),
        ("Arabic", "لن يغادر", "سوف يغادر"),
        ("Arabic", "لم يهاجم", "يهاجم"),
        ("Arabic", "ولا يريد", "ويريد"),
        ("Hebrew", "לא יעזוב", "יעזוב"),
        ("Hindi", "नहीं छोड़ेगी", "छोड़ेगी"),
        ("Persian", "نمی‌کند", "می‌کند"),
        ("Chinese", "不会在", "会在"),
        ("Chinese", "没有攻击", "已经攻击"),
        ("Chinese", "尚未作出", "已经作出"),
        ("Japanese", "離れない", "離れる"),
        ("Japanese", "攻撃しなかった", "攻撃した"),
        ("Korean", "떠나지 않을", "떠날"),
        ("Korean", "공격하지 않았다", "공격했다"),
        ("Thai", "จะไม่ออก", "จะออก"),
        ("Vietnamese", "sẽ không rời", "sẽ rời"),
        ("Finnish", "ei lähde", "lähtee"),
    ],
)
def test_a_negation_changed_or_left_out_is_named(language: str, true: str, false: str) -> None:
    text = _SAID[language]
    answer = anchor(from_text(text), text.replace(true, false))
    assert answer.status is Status.ALTERED
    assert "negation" in [change.kind for change in answer.changes]


def test_a_word_that_only_looks_like_a_negation_is_another_word() -> None:
    text = "政府は火曜日、参加者が少ないと述べ、将来の計画を説明した。"
    answer = anchor(from_text(text), text.replace("少ない", "大きい"))
    assert answer.status is Status.ALTERED
    assert "negation" not in [change.kind for change in answer.changes]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_place_that_only_denies_what_is_quoted_beats_one_that_lacks_its_figure(swapped: bool) -> None:
    denied = "The faulty valve, he said, had not been inspected since 2021."
    other = "The director answered that the valve had been inspected in January and that all was well."
    between = (
        "The union had blamed the fire on cuts. Nobody would comment on that in the town hall, and few in the works."
    )
    document = from_text("\n\n".join((other, between, denied) if swapped else (denied, between, other)))
    answer = anchor(document, "the valve had been inspected since 2021")
    assert answer.status is Status.ALTERED and answer.span is not None
    assert document.text[slice(*answer.span)] == denied[:-1]
    assert ("negation", "", "not") in [(c.kind, c.quoted, c.found) for c in answer.changes]
