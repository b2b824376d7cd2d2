"""What `hexapla quote` answers: one object for all articles, the best place first."""

from __future__ import annotations

import json

from tui.documents import from_text
from tui.evidence import answer

_HERALD = from_text("The lock opened on Friday after three years. The lock opened on Friday, they said.", "herald.txt")
_COAST = from_text("The eastern lock opened on Monday after three years of delays, the mayor said.", "coast.txt")
_BOTH = {"herald.txt": _HERALD, "coast.txt": _COAST}


def test_a_quotation_is_looked_for_in_all_articles_and_the_best_answers() -> None:
    found = answer(_BOTH, "three years of delays, the mayor said")
    assert found == {
        "status": "verified",
        "source": "coast.txt",
        "start": _COAST.text.index("three years of"),
        "end": len(_COAST.text) - 1,
        "changes": [],
        "alternatives": [],
    }


def test_a_changed_quotation_lists_its_changes() -> None:
    found = answer({"coast.txt": _COAST}, "lock opened on Monday after seven years of delays")
    at = _COAST.text.index("three")
    assert found["status"] == "altered"
    assert found["changes"] == [{"kind": "number", "quoted": "seven", "found": "three", "start": at, "end": at + 5}]


def test_where_nothing_was_placed_the_place_is_null() -> None:
    found = answer(_BOTH, "my favourite recipe uses three eggs and some butter")
    assert found == {"status": "missing", "source": None, "start": None, "end": None, "changes": [], "alternatives": []}


def test_equal_places_of_one_article_and_of_others_are_alternatives() -> None:
    found = answer(_BOTH, "The lock opened on Friday")
    assert (found["status"], found["source"], found["start"]) == ("ambiguous", "herald.txt", 0)
    assert found["alternatives"] == [{"source": "herald.txt", "start": 45, "end": 70}]
    both = answer(_BOTH, "after three years")
    assert (both["status"], both["source"]) == ("verified", "herald.txt")
    assert [a["source"] for a in both["alternatives"]] == ["coast.txt"]


def test_context_is_passed_on() -> None:
    found = answer(_BOTH, "The lock opened on Friday", suffix="they said")
    assert (found["status"], found["start"]) == ("verified", 45)


def test_without_articles_everything_is_missing_and_the_answer_is_json() -> None:
    assert json.loads(json.dumps(answer({}, "anything")))["status"] == "missing"
