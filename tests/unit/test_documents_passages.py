"""Where sentences end: a table of cases in many languages, `|` standing at each cut."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.hostile import hostile_text
from tui.documents import from_text

ENGLISH = [
    "The talks ended. |They will resume on Monday.",
    "The U.S. Secretary of State met Mr. Kishida and Gen. Brown Jr. in Tokyo.",
    "Troops from the U.S. The move angered Beijing.".replace("U.S. The", "U.S. |The"),
    "He lives in Washington, D.C. |He works in the U.S. Senate.",
    "J. R. R. Tolkien and George W. Bush met C. S. Lewis.",
    "It grew 2.5 percent to 54,000.75 in 2024. |In 2025 it fell.",
    "It was No. 5 on the list. |No. |The answer is no.",
    "He arrived at 5 p.m. Monday and left at 9 a.m. |The rest stayed.",
    "It opens at 10 a.m. Eastern Time, i.e. 3 p.m. GMT, e.g. on Jan. 5 or Sept. 11.",
    "“We will stay,” he said. |“We will not leave.” |Then he left.",
    "“We consider this historic. |“The bottom line is this,” the official said.",
    "He called it “political coercion”. |A challenge followed.",
    "(It was late. |They left.) |Nobody spoke.",
    "“Is it over?” he asked. |“No!” she said.",
    "“Is it over?” Mr. Austin asked. |It was not.",
    "Really?! |Yes. |What… |Nothing... |And so on.",
    "He said … and then … nothing. |Wait . . . and see.",
    "“China […] is a challenge,” he said. |[…] The rest is known.",
    "The alliance.|The US has plans.",
    "It was the end.|Japan said so.|“We agree,” it added.",
    "He called it ‘coercion’.|A challenge came.",
    "See example.com, www.bbc.co.uk/news or https://example.org/a.B?c=D.E for more. |Thanks.",
    "Open file.Txt, README.Md, report.Pdf or Main.Java and version 2.5.1 of Node.Js.",
    "The U.S.Forces Japan command, the U.S.-Japan alliance and the U.K.'s role.",
    "Yahoo! News reported it. |Yahoo! did not.",
    "Apple Inc. Chief Tim Cook and Toyota Motor Corp. said so. |It rose.",
    "The firm is Acme Inc. |The shares fell.",
    "He came from St. Louis, Mo. to Ft. Worth, Tex. |There he stayed.",
    "Rep. Smith, Sen. Jones, Lt. Col. Ito and Dr. Who met. |Prof. Lee did not.",
    "Vitamin C. |The next one is D.",
    "1. The first point. |2. The second point.",
    "A. The first. |Then another.",
    "It is fast, cheap, etc. |But nobody wants it, etc., she said.",
    "The industry.” .” |Next came another.",
    "It cost $1.5 million. |$2 million more followed.",
    "He won.[1] |She lost.[12][13] |They drew.",
    "Great! 🎉 |Let us go.".replace("! 🎉 |Let", "! |🎉 Let"),
    "Sunday’s announcement ... adding more ... was long.",
    "He said: “Go.” |— Austin, July 28.",
    "All men are equal. |all women too.".replace("|", ""),
    "Smith et al. wrote it. |See vol. 3, pp. 12–15, fig. 2 and sec. IV of it.",
    "I think so do I. |Austin agreed.".replace("|Austin", "Austin"),
    "He served in World War II. |The war ended in 1945. |It was over.",
    "At 8 p.m. Austin spoke.".replace("p.m. Austin", "p.m. |Austin"),
]
GERMAN = [
    "Das Treffen fand am 28. Juli in Tokio statt. |Es dauerte zwei Stunden.",
    "Bundeskanzler Dr. Olaf Scholz kam, z. B. mit Hrn. Müller, d. h. pünktlich. |Danach ging er.",
    "Im 19. Jahrhundert und im 2. Weltkrieg war es so. |Nun nicht mehr.",
    "Laut Art. 5 Abs. 2 kostet es ca. 3,5 Mio. Euro. |„Das ist viel“, sagte sie. |„Zu viel.“ |Er schwieg.",
    "Die Zahl stieg bis 2027. |Der Plan steht.",
]
FRENCH = [
    "M. Macron a rencontré Mme Dupont. |Il est parti à 18 h. |Ensuite, il a dîné.",
    "« Est-ce fini ? » a-t-il demandé. |« Oui ! » |C’était tout.",
    "En 44 av. J.-C., Rome changea. |L’empire naquit.",
]
SPANISH = [
    "El Sr. García y la Dra. López hablaron. |¿Quién ganó? |¡Nadie! |EE. UU. no asistió.",
    "El presidente habló el 5 de mayo. |Según el Gobierno, todo va bien.",
]
OTHERS = [
    "Il dott. Rossi è arrivato. |Secondo l’on. Bianchi, è vero.",
    "O Sr. Silva chegou. |Não falou com a Dra. Souza.",
    "De heer dr. Jansen kwam o.a. uit Utrecht. |Hij bleef niet.",
    "В 2024 г. Москва объявила об этом. |По словам А. С. Пушкина, всё хорошо.".replace("г. М", "г. |М"),
    "Он родился в г. Москве на ул. Ленина. |«Это правда?» |«Да».",
    "Это было 5 тыс. руб. и т. д. |Но всё изменилось.",
    "Prezydent spotkał się z prof. Kowalskim, np. w Warszawie. |To było wczoraj.",
    "Η συνάντηση τελείωσε. |Πού πήγαν; |Κανείς δεν ξέρει.",
    "Başkan 5 Mayıs’ta geldi. |Dr. Yılmaz gelmedi. |Neden?",
    "Tổng thống đã đến. |Ông nói: “Tốt.” |Sau đó ông đi.",
    "日本政府は新計画を発表した。|米国も同意した！|本当か？|３．５％増えた。",
    "大臣は「行く。」と述べた。|「終わった。」|次に進む。",
    "美国宣布了计划。|“我们来了。”|北京表示反对！|真的吗？|是的。",
    "대통령은 서울에서 회의를 열었다. |그는 “좋다.”고 말했다. |끝났다.".replace("”고", "”고"),
    "قال الرئيس إن الاجتماع انتهى. |هل هذا صحيح؟ |نعم، قال د. أحمد ذلك. |انتهى!",
    "یہ اجلاس ختم ہوا۔ |کیا یہ سچ ہے؟ |جی ہاں۔",
    "שר הביטחון הגיע לטוקיו. |האם זה נכון? |כן.",
    "राष्ट्रपति ने बैठक की। |क्या यह सच है? |डॉ. सिंह ने कहा, “हाँ।” |अंत।",
    "প্রধানমন্ত্রী এসেছেন। |তিনি বললেন, ভালো।",
    "Նախագահը եկավ։ |Նա խոսեց։",
    "ፕሬዚዳንቱ መጡ። |ተናገሩ።",
    "ប្រធានាធិបតីបានមកដល់។ |គាត់និយាយ។",
    "ประธานาธิบดีเดินทางถึงโตเกียว เขากล่าวว่าดี",
]


def passages(text: str) -> list[str]:
    document = from_text(text)
    return [document.text[start:end] for start, end, _ in document.passages]


@pytest.mark.parametrize("marked", [*ENGLISH, *GERMAN, *FRENCH, *SPANISH, *OTHERS])
def test_sentences_are_cut_at_the_marks(marked: str) -> None:
    assert passages(marked.replace("|", "")) == [piece.strip() for piece in marked.split("|")]


@given(hostile_text())
@example("“. . ”\n—\n. a . b")
@example("a.\n\n b. C\n")
def test_passages_are_ordered_trimmed_and_cover_everything_but_space(text: str) -> None:
    document = from_text(text)
    reached = 0
    for start, end, number in document.passages:
        paragraph = document.paragraphs[number - 1]
        assert paragraph.start <= start < end <= paragraph.end
        assert document.text[start:end].strip() == document.text[start:end]
        assert document.text[reached:start].strip() == ""
        reached = end
    assert document.text[reached:].strip() == ""


PROSE = st.lists(
    st.sampled_from(
        [
            "The",
            "US",
            "U.S.",
            "Mr.",
            "talks",
            "No. 5",
            "“Go",
            "end.”",
            "it?",
            "3.5",
            "a.m.",
            "…",
            "日本。",
            "؟",
            "\n",
            "A.",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(PROSE)
def test_the_cuts_of_a_sentence_hold_when_it_stands_alone(text: str) -> None:
    for passage in passages(text):
        assert "".join("".join(passages(passage)).split()) == "".join(passage.split())


@given(PROSE)
def test_no_passage_is_bare_punctuation_when_its_line_has_words(text: str) -> None:
    document = from_text(text)
    for start, end, number in document.passages:
        _, first, last, _ = document.paragraphs[number - 1]
        if any(c.isalnum() for c in document.text[first:last]):
            assert any(c.isalnum() for c in document.text[start:end])


def test_a_long_row_of_bare_stops_is_one_passage() -> None:
    assert passages('. "' * 5_000) == [('. "' * 5_000).strip()]
