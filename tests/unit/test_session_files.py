"""Sessions: what was kept comes back; what is damaged is not used; two programs never leave a mixture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.briefing.model import Briefing
from tui.reader.session import MOST_QUERIES, Session, load, save, session_file

KEPT = Session("sources", "money", "price", 2, "vellum", {"sources": {"focus": "a", "page": 0}}, ("pier", "40 M"))


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def briefing(path: str = "/desk/harbour.yaml", name: str = "harbour") -> Briefing:
    return Briefing(Path(path), name, "The harbour", ())


def written(text: str) -> tuple[Session, str]:
    path = session_file(briefing())
    assert path is not None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load(briefing())


def test_what_is_kept_comes_back() -> None:
    save(briefing(), KEPT)
    assert load(briefing()) == (KEPT, "")


def test_nothing_kept_is_nothing_amiss() -> None:
    assert load(briefing()) == (Session(), "")


def test_a_briefing_elsewhere_or_with_another_id_has_a_session_of_its_own() -> None:
    save(briefing(), KEPT)
    assert load(briefing("/desk/other/harbour.yaml"))[0] == Session()
    assert load(briefing(name="pier"))[0] == Session()


@pytest.mark.parametrize("name", ["../../x", "北朝鮮" * 20, "a" * 64, ".", "con", "\x1b[31m"])
def test_no_id_leads_out_of_the_folder_or_makes_a_name_too_long(name: str, tmp_path: Path) -> None:
    save(briefing(name=name), KEPT)
    assert load(briefing(name=name))[0] == KEPT
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.parent for path in files] == [tmp_path / "hexapla" / "sessions"]
    assert len(files[0].name) < 80 and files[0].name.isascii()


def test_bare_articles_have_no_session(tmp_path: Path) -> None:
    save(briefing(name=""), KEPT)
    assert session_file(briefing(name="")) is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "[" * 100_000, "\0", '{"view": "sources"'])
def test_a_damaged_file_is_not_used_and_says_so(text: str) -> None:
    session, why = written(text)
    assert session == Session()
    assert why == "it is damaged"


def test_a_file_too_long_is_not_read() -> None:
    assert written('{"view": "' + "x" * 1_100_000 + '"}') == (Session(), "it is too long")


def test_a_folder_in_its_place_is_no_fault(tmp_path: Path) -> None:
    path = session_file(briefing())
    assert path is not None
    path.mkdir(parents=True)
    session, why = load(briefing())
    assert session == Session() and why
    save(briefing(), KEPT)  # does not raise


def test_a_state_folder_that_cannot_be_written_to_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    save(briefing(), KEPT)
    assert load(briefing())[0] == Session()


def test_fields_of_another_kind_are_as_if_absent() -> None:
    said = {"view": 3, "section": None, "statement": "price", "quotation": True, "views": [], "queries": ["a", 1, ""]}
    session, why = written(json.dumps(said))
    assert (session, why) == (Session(statement="price", queries=("a",)), "")
    assert written('{"quotation": -1, "theme": "\\u001b[31m", "queries": 3}')[0].quotation == 0
    assert "\x1b" not in written('{"theme": "\\u001b[31m"}')[0].theme


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(Session.__slots__, JSON)))
def test_whatever_a_file_holds_a_session_comes_of_it(said: dict[str, Any]) -> None:
    session, why = written(json.dumps(said))
    assert why == ""
    assert session.quotation >= 0 and isinstance(session.views, dict)


def test_of_very_many_searches_the_latest_are_kept() -> None:
    save(briefing(), Session(queries=tuple(map(str, range(200)))))
    assert load(briefing())[0].queries == tuple(map(str, range(200 - MOST_QUERIES, 200)))


def test_of_two_programs_the_last_to_write_is_read_and_nothing_is_left_behind(tmp_path: Path) -> None:
    for view in ("sections", "sources", "coverage"):
        save(briefing(), Session(view=view))
    assert load(briefing())[0].view == "coverage"
    assert len(list((tmp_path / "hexapla" / "sessions").iterdir())) == 1
