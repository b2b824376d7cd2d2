"""Loading an article: the whole way from bytes to document, and the promise that any bytes open or are refused."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings

from tests.unit.hostile import HOSTILE, JOINERS, forbidden, hostile_bytes, hostile_text
from tui.documents import ArticleError, Document, Limits, clean, from_text, load

SEEDS = Path(__file__).parents[2] / "seeds"
COMMAND = SEEDS / "000_c1fe3836bbdbdc8c.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("articles")


def loaded(raw: bytes, folder: Path) -> Document:
    (folder / "article.txt").write_bytes(raw)
    return load(folder / "article.txt")


def test_a_shipped_article_is_counted_as_people_count() -> None:
    document = load(COMMAND)
    ninth = document.paragraphs[8]
    assert document.text[ninth.start :].startswith("Under the new plan, U.S. forces in Japan")
    assert (ninth.number, ninth.line) == (9, 9)
    assert document.sha256 == hashlib.sha256(COMMAND.read_bytes()).hexdigest()
    assert document.notices == ()


@pytest.mark.parametrize("article", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_clean_utf8_is_taken_over_letter_by_letter(article: Path) -> None:
    assert load(article).text == article.read_text(encoding="utf-8")


def test_a_run_on_sentence_is_parted() -> None:
    document = load(SEEDS / "004_c59523045772a405.txt")
    first, second = (document.text[p.start : p.end] for p in document.passages[:2])
    assert first.endswith("of their alliance.")
    assert second.startswith("The US has introduced plans")


@settings(max_examples=300)
@given(raw=hostile_bytes())
@example(raw=b"")
@example(raw=b"\xff\xfe\x00\xd8")
@example(raw=b"&#27;&#x9b;&#x202e;&#55296;&#10;")
@example(raw=b"\r\n\r\n\x0c\r")
def test_any_bytes_are_a_document_or_one_clean_line(raw: bytes, folder: Path) -> None:
    try:
        document = loaded(raw, folder)
    except ArticleError as error:
        assert str(error).startswith(f"{folder}/article.txt: ")
        assert forbidden(str(error), allowed="") == []
        return
    assert document == loaded(raw, folder)
    assert clean(document.text) == document.text
    assert forbidden(document.text) == []
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert all(forbidden(notice.message, allowed="") == [] and notice.count > 0 for notice in document.notices)
    covered = "".join(document.text[start:end] for start, end, _ in document.passages)
    assert "".join(covered.split()) == "".join(document.text.split())


@given(hostile_text())
def test_a_text_and_its_file_make_the_same_passages(text: str) -> None:
    document = from_text(text, "pasted")
    again = from_text(document.text, "pasted")
    assert again == replace(document, notices=again.notices)
    assert document.source == "pasted"


def test_every_replacement_is_told(folder: Path) -> None:
    raw = (
        "\x1b[2J\x9b \u202e \u200b \U000e0041 Bundes\u00adrat &mdash;&#7; \ufffe".encode()
        + b"\n"
        + b"e"
        + b"\xcc\x81" * 32
    )
    assert [(notice.message, notice.count) for notice in loaded(raw, folder).notices] == [
        ("2 HTML character references resolved", 2),
        ("3 control characters shown as signs", 3),
        ("1 character that changes the direction of text shown as �", 1),
        ("2 invisible characters shown as �", 2),
        ("1 code point that is no character shown as �", 1),
        ("1 soft hyphen shown as ‧", 1),
        ("2 combining marks over 30 in a row shown as �", 2),
    ]


def test_a_reference_to_escape_ends_as_a_picture(folder: Path) -> None:
    assert loaded(b"&#27;]52;c;aGk=&#7;", folder).text == "␛]52;c;aGk=␇"


def test_the_encoding_is_told_before_what_was_replaced(folder: Path) -> None:
    document = loaded("caf\xe9 \x07".encode("latin-1"), folder)
    assert document.text == "café ␇"
    assert [notice.code for notice in document.notices] == ["encoding", "controls"]


def test_a_binary_file_is_refused_by_name(folder: Path) -> None:
    with pytest.raises(ArticleError, match=r"article\.txt: it is a PDF document, not a text$"):
        loaded(b"%PDF-1.4", folder)


@pytest.mark.parametrize("raw", [b"", b"\n\n", b" \t \r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_article_without_text_opens_empty_and_says_so(raw: bytes, folder: Path) -> None:
    document = loaded(raw, folder)
    assert (document.paragraphs, document.passages) == ((), ())
    assert document.notices[-1].message == "holds no text"
    assert document.paragraph_at(0) is None


@pytest.mark.parametrize("head", ["<!DOCTYPE html><p>", "<html lang=en>", "<?xml version='1.0'?>\n<html>", " <HEAD>"])
def test_a_web_page_is_shown_with_its_tags_and_a_notice(head: str, folder: Path) -> None:
    document = loaded(head.encode(), folder)
    assert document.text == clean(head)
    assert [notice.code for notice in document.notices] == ["markup"]


def test_the_path_is_kept_as_given_and_shown_clean(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a\x1bb.txt").write_text("x")
    monkeypatch.chdir(folder)
    document = load("a\x1bb.txt")
    assert document.source == "a␛b.txt"
    assert document.path == Path("a\x1bb.txt")


@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_string_opens_as_an_article(name: str, folder: Path) -> None:
    document = loaded(HOSTILE[name].encode("utf-8", "surrogatepass"), folder)
    assert forbidden(document.text, allowed="\n" + JOINERS) == []


def test_limits_are_fixed_and_may_be_raised() -> None:
    limits = Limits()
    assert (limits.article_bytes, limits.paragraph, limits.quotation, limits.query) == (20 * 2**20, 20_000, 2_000, 256)
    assert Limits(query=512).query == 512
    with pytest.raises(AttributeError):
        setattr(limits, "query", 1)  # noqa: B010
