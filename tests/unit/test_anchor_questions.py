"""A question is no statement: a question mark put in, taken out or replaced by a full stop is told."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_ASKED = "Nobody spoke. Did the mayor close the harbour at noon? He did not say so."
_SAID = "Nobody spoke. The mayor closed the harbour at noon. He did not say so."


@pytest.mark.parametrize(
    ("text", "quote", "change"),
    [
        (_ASKED, "Did the mayor close the harbour at noon.", ("missing", "", "?")),
        (_ASKED, "Did the mayor close the harbour at noon. He did not", ("missing", "", "?")),
        (_SAID, "The mayor closed the harbour at noon?", ("added", "?", "")),
        (_SAID, "The mayor closed the harbour at noon? He did not", ("added", "?", "")),
        (_SAID, "The mayor closed … at noon?", ("added", "?", "")),
        ("市长昨天关闭了港口。他这样说。", "市长昨天关闭了港口？", ("added", "？", "")),
        ("هل أغلق رئيس البلدية الميناء أمس؟ قال ذلك.", "هل أغلق رئيس البلدية الميناء أمس.", ("missing", "", "؟")),
        ("¿Cerró el alcalde el puerto ayer? Lo dijo.", "Cerró el alcalde el puerto ayer.", ("missing", "", "?")),
    ],
)
def test_a_question_made_a_statement_or_a_statement_a_question_is_told(
    text: str, quote: str, change: tuple[str, str, str]
) -> None:
    answer = anchor(from_text(text), quote)
    assert answer.status is Status.ALTERED and answer.span is not None
    assert [(one.kind, one.quoted, one.found) for one in answer.changes] == [change]
    assert text[slice(*answer.changes[0].span)] == change[2]
    assert quote[slice(*answer.changes[0].quoted_span)] == change[1]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (_ASKED, "Did the mayor close the harbour at noon"),
        (_ASKED, "Did the mayor close the harbor at noon?"),
        (_ASKED, "Did the mayor close the harbour at noon …"),
        (_SAID, "The mayor closed the harbour at noon!"),
        ("See example.org/?a=b for the rest of the story.", "See example.org/ ?a=b for the rest"),
        ("市長は港を閉鎖したのか？そう言った。", "市長は港を閉鎖したのか?そう言った。"),
    ],
)
def test_a_question_quoted_without_its_end_stays_one(text: str, quote: str) -> None:
    answer = anchor(from_text(text), quote)
    assert not [one for one in answer.changes if "?" in one.quoted + one.found]
