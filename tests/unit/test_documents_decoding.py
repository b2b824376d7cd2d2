"""Bytes become text by mark, as UTF-8, as declared, else as Windows-1252, and the reader is told which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.hostile import hostile_bytes
from tui.documents.decoding import NotTextError, decode

TEXT = "Łódź “naïve” 東京 🙂\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_without_a_word(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize(
    ("mark", "encoding", "name"),
    [
        (b"\xff\xfe", "utf-16-le", "UTF-16"),
        (b"\xfe\xff", "utf-16-be", "UTF-16"),
        (b"\xff\xfe\0\0", "utf-32-le", "UTF-32"),
        (b"\0\0\xfe\xff", "utf-32-be", "UTF-32"),
    ],
)
def test_a_byte_order_mark_decides(mark: bytes, encoding: str, name: str) -> None:
    text, notices = decode(mark + TEXT.encode(encoding))
    assert text == TEXT
    assert [notice.message for notice in notices] == [f"read as {name}"]


def test_a_damaged_utf16_is_read_with_its_damage_counted() -> None:
    text, notices = decode(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00\xd8c")
    assert text.startswith("ab\ufffd")
    assert notices[1].code == "damaged"
    assert notices[1].count == text.count("\ufffd")


def test_windows_1252_is_the_last_resort() -> None:
    text, notices = decode("“Ça va” – 5 €".encode("cp1252"))
    assert text == "“Ça va” – 5 €"
    assert [notice.message for notice in notices] == ["not UTF-8; read as Windows-1252"]


@pytest.mark.parametrize(
    ("head", "body", "encoding", "shown"),
    [
        ('<meta charset="ISO-8859-2">', "Łódź", "iso8859-2", "ISO-8859-2"),
        ("<?xml version='1.0' encoding='koi8-r'?>", "Москва", "koi8-r", "koi8-r"),
        ("Content-Type: text/plain; charset=Shift_JIS\n\n", "東京で会談", "shift_jis", "Shift_JIS"),
        ("# -*- coding: windows-1251 -*-\n", "Киев", "cp1251", "windows-1251"),
        ('<meta charset="gbk">', "北京外交部", "gbk", "gbk"),
        ('<meta charset="latin-1">', "“5 €”", "cp1252", "latin-1"),
    ],
)
def test_what_the_text_declares_is_believed(head: str, body: str, encoding: str, shown: str) -> None:
    text, notices = decode((head + body).encode(encoding))
    assert text == head + body
    assert [notice.message for notice in notices] == [f"not UTF-8; read as {shown}, which it declares"]


@pytest.mark.parametrize(
    "name", ["unicode_escape", "utf-7", "punycode", "idna", "hex", "rot13", "zlib", "nonsense", "undefined"]
)
def test_a_declared_encoding_that_hides_characters_is_not_believed(name: str) -> None:
    text, notices = decode(f"charset={name}\n\\x1b +ADw- caf".encode() + b"\xe9")
    assert text.endswith("\\x1b +ADw- café")
    assert [notice.message for notice in notices] == ["not UTF-8; read as Windows-1252"]


def test_utf8_wins_over_a_false_declaration() -> None:
    assert decode("charset=latin-1 “é”".encode()) == ("charset=latin-1 “é”", ())


def test_utf8_cut_or_damaged_in_a_place_stays_utf8() -> None:
    text, notices = decode("Zażółć gęślą jaźń".encode()[:-1])
    assert text == "Zażółć gęślą jaź\ufffd"
    assert [(n.code, n.message, n.count) for n in notices] == [
        ("damaged", "1 damaged place in its UTF-8, shown as �", 1)
    ]


@pytest.mark.parametrize(
    ("raw", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04...", "a ZIP archive (or an office document or e-book)"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x7fELF", "a program"),
        (b"\0" * 100, "a binary file"),
        (b"ab\0\0" * 30, "a binary file"),
        (b"\xff\xfe" + b"\0" * 100, "a binary file"),
    ],
)
def test_what_is_no_text_is_called_by_its_name(raw: bytes, what: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(raw)
    assert str(caught.value) == what


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    assert decode(b"one\0two") == ("one\0two", ())


@given(st.one_of(st.binary(), hostile_bytes()))
def test_any_bytes_are_decoded_or_called_no_text(raw: bytes) -> None:
    try:
        text, notices = decode(raw)
    except NotTextError:
        return
    assert text or not raw.strip(b"\xef\xbb\xbf\xff\xfe\0")
    assert notices == () or all(notice.message for notice in notices)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_text_comes_back_from_utf8(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode())[0] == text
