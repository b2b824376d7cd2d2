"""A verified quotation that stops at a word which turns it round keeps its status, and the word is pointed at."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.documents.model import Span
from tui.evidence import Status, anchor
from tui.evidence.cropped import cropped


@pytest.mark.parametrize(
    ("text", "quote", "word", "follows"),
    [
        ("The army will not attack the city, he said.", "The army will", "not", True),
        ("The army will surely never attack the city.", "The army will", "never", True),
        ("There is no evidence of fraud in the count.", "evidence of fraud", "no", False),
        ("Der Kanzler unterstützt den Vorschlag nicht.", "Der Kanzler unterstützt den Vorschlag", "nicht", True),
        ("Вчера армия соседней страны не стала воевать.", "армия соседней страны", "не", True),
        ("軍は三月までに北部の島を離れないと述べた。", "三月までに北部の島を離れ", "ない", True),
        ("部长没有签署与法国的协议。谈判仍在继续。", "签署与法国的协议", "没有", False),
        ("部长昨天表示，他不会签署协议。", "签署协议", "不会", False),
        ("รัฐมนตรีไม่ได้ลงนามในข้อตกลงเมื่อวานนี้", "ลงนามในข้อตกลง", "ไม่ได้", False),
        ("장관은 어제 프랑스와의 협정에 안 서명했다.", "서명했다", "안", False),
        ("그것은 정부의 공식 발표가 아니라고 말했다.", "그것은 정부의 공식 발표가", "아니라고", True),
        ("Neither the navy nor the army will attack.", "the army will attack", "nor", False),
        ("La France ne soutient plus le projet.", "La France ne soutient", "plus", True),
        ("Der Kanzler unterstützt den Vorschlag der Länder nicht.", "Der Kanzler unterstützt", "nicht", True),
        ("警方无证据表明他有罪。", "证据表明他有罪", "无", False),
        ("Police said up to 40 ships had left.", "40 ships had left", "up to", False),
        ("They paid no more than $40 for it.", "$40 for it", "no more than", False),
        ("The former mayor left the town.", "mayor left the town", "former", False),
        ("He allegedly stole the car.", "stole the car", "allegedly", False),
        ("Der mutmaßliche Dieb ist frei.", "Dieb ist frei", "mutmaßliche", False),
        ("They will act if China attacks the island.", "China attacks the island", "if", False),
        ("South Korea joined the talks today.", "Korea joined the talks", "South", False),
        ("The president-elect left the town.", "The president", "elect", True),
        ("Only members may vote on it.", "members may vote", "Only", False),
        ("Nur Mitglieder dürfen heute abstimmen.", "Mitglieder dürfen", "Nur", False),
        ("Sólo los socios pueden votar hoy.", "los socios pueden votar", "Sólo", False),
        ("She will resign unless the vote fails.", "She will resign", "unless", True),
        ("Alle Länder stimmten zu außer zweien.", "Alle Länder stimmten zu", "außer", True),
        ("据称总统去了城里。", "总统去了城里", "据称", False),
        ("至少四十人在城里死亡。", "四十人在城里死亡", "至少", False),
        ("The valve had not yet been inspected since May.", "been inspected since May", "not yet", False),
        ("He said no toxic gas left the site at any time.", "gas left the site at any", "no toxic", False),
        ("The minister denied that the plant had a licence.", "the plant had a licence", "denied that", False),
        ("The minister denied taking the money of the club.", "taking the money of the club", "denied", False),
        ("The guards refused to leave the burning house.", "leave the burning house", "refused to", False),
        ("There is no evidence that the mayor took money.", "the mayor took money", "no evidence that", False),
        ("Der Chef bestritt, dass der Brand gelegt wurde.", "der Brand gelegt wurde", "bestritt, dass", False),
        ("They left without the consent of parliament.", "consent of parliament", "without the", False),
        ("Nobody said that the mayor had lied.", "the mayor had lied", "Nobody said that", False),
        ("No one has said the mayor lied to them.", "the mayor lied to them", "No one has said", False),
        ("The police have not yet confirmed that he left.", "he left", "not yet confirmed that", False),
        ("Niemand sagte, dass der Brand gelegt wurde.", "der Brand gelegt wurde", "Niemand sagte, dass", False),
        ("전 대통령이 도시에 갔다고 말했다.", "대통령이 도시에 갔다고", "전", False),
    ],
)
def test_a_turning_word_beside_the_quotation_is_pointed_at(text: str, quote: str, word: str, follows: bool) -> None:
    document = from_text(text)
    answer = anchor(document, quote)
    assert answer.status is Status.VERIFIED and answer.span is not None
    found = cropped(document, answer.span)
    assert [(one.word, one.follows) for one in found] == [(word, follows)]
    assert document.text[slice(*found[0].span)] == word


def test_a_part_of_a_word_denies_only_where_its_word_does() -> None:
    """Of 非洲, Africa, the first letter was once taken alone, for "not"."""
    document = from_text("他说非洲国家同意了。")
    assert cropped(document, Span(0, 2)) == ()


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("市は三月から無料で配った。", "市は三月から"),
        ("La France veut plus de projets.", "La France veut"),
        ("Der Kanzler unterstützt den Vorschlag, aber die Länder nicht.", "Der Kanzler unterstützt"),
        ("Police said about 40 ships had left.", "40 ships had left"),
        ("He accused the mayor of fraud.", "the mayor of fraud"),
        ("It would be the best of all.", "the best of all"),
        ("The only bridge of the town fell.", "bridge of the town"),
        ("They were not only rich but kind.", "rich but kind"),
        ("There is no doubt the army will stay here.", "the army will stay here"),
        ("The mayor denied the claims of the union.", "the claims of the union"),
        ("It does not matter whether or not the army stays.", "army stays"),
        ("They were not just rich people of the town.", "rich people of the town"),
        ("The fast cars came home.", "cars came home"),
        ("他在目前总统的家里。", "总统的家"),
        ("Nobody denied that the mayor had lied.", "the mayor had lied"),
        ("He has never publicly denied taking the money.", "taking the money"),
        ("The guards never refused to leave the house.", "leave the house"),
        ("He not only said that the mayor had lied.", "the mayor had lied"),
        ("It was not so. He said that the mayor lied.", "the mayor lied"),
        ("He did not say who attacked the city.", "who attacked the city"),
        ("Nobody warned that the dam would break.", "the dam would break"),
    ],
)
def test_a_word_beside_that_only_looks_like_a_turning_one_is_left_in_peace(text: str, quote: str) -> None:
    document = from_text(text)
    start = text.index(quote)
    assert cropped(document, Span(start, start + len(quote))) == ()


@pytest.mark.parametrize(
    "quote", ["The army will not attack the city", "attack the city", "he said", "Nobody came", "They stayed"]
)
def test_a_quotation_whose_neighbours_turn_nothing_is_left_in_peace(quote: str) -> None:
    text = "The army will not attack the city, he said. Nobody came. They stayed, not knowing why. To attack the city"
    document = from_text(text)
    start = text.rindex(quote)

    assert cropped(document, Span(start, start + len(quote))) == ()
