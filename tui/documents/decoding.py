"""Bytes → text: by mark, as UTF-8, as declared, else as Windows-1252, and never without saying so."""

from __future__ import annotations

import codecs
import re
from typing import Final

from tui.documents.model import Notice

# The longer mark first: UTF-32 little-endian begins with the mark of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_KNOWN_FILES: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or an office document or e-book)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding|coding)\s*[=:]\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
# Encodings a web page or a mail declares. Others Python knows (unicode_escape, utf_7, punycode) would
# let an article write characters its bytes do not show.
_TRUSTED: Final = re.compile(
    r"(?:iso8859-\d+|cp\d{3,4}|koi8-[rtu]|mac-\w+|shift_jis\w*|euc_\w+|gb2312|gbk|gb18030|big5\w*|tis-620|ptcp154|utf-16\w*|utf-16-\w+)"
)
_HEAD: Final = 2_048


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are, in words that follow "is"."""


def decode(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The text of an article's bytes, and notices about how it was read.

    Raises NotTextError for known binary files and for bytes with more than one NUL in a thousand.
    """
    for head, what in _KNOWN_FILES:
        if raw.startswith(head):
            raise NotTextError(what)
    for mark, encoding, name in _MARKS:
        if raw.startswith(mark):
            return _marked(raw[len(mark) :], encoding, name)
    if _nul_rich(raw.count(0), len(raw)):
        raise NotTextError("a binary file")
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _not_utf8(raw)


def _nul_rich(nuls: int, size: int) -> bool:
    # A handful of stray NULs is shown as ␀; a text never has one in a thousand.
    return nuls > 8 and nuls * 1_000 > size


def _marked(raw: bytes, encoding: str, name: str) -> tuple[str, tuple[Notice, ...]]:
    text = raw.decode(encoding, "replace")
    if _nul_rich(text.count("\0"), len(text)):
        raise NotTextError("a binary file")
    notices: tuple[Notice, ...] = () if encoding == "utf-8" else (Notice("encoding", f"read as {name}"),)
    damaged = _damage(text, raw, encoding)
    if damaged:
        notices += (
            Notice("damaged", f"{damaged} damaged place{'s' * (damaged > 1)} in its {name}, shown as �", damaged),
        )
    return text, notices


def _damage(text: str, raw: bytes, encoding: str) -> int:
    """How many replacement characters the decoder put in itself."""
    return max(0, text.count("\ufffd") - raw.count("\ufffd".encode(encoding)))


def _not_utf8(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    """A text cut or damaged in a few places stays UTF-8; anything else is read as declared, or as Windows-1252."""
    text = raw.decode("utf-8", "replace")
    damaged = _damage(text, raw, "utf-8")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    if beyond_ascii - damaged >= 3 * damaged:
        places = f"{damaged} damaged place{'s' * (damaged > 1)}"
        return text, (Notice("damaged", f"{places} in its UTF-8, shown as �", damaged),)
    declared = _declared(raw)
    if declared:
        shown, codec = declared
        return raw.decode(codec, "replace"), (Notice("encoding", f"not UTF-8; read as {shown}, which it declares"),)
    return raw.decode("cp1252", "replace"), (Notice("encoding", "not UTF-8; read as Windows-1252"),)


def _declared(raw: bytes) -> tuple[str, str] | None:
    """The encoding the text's head names, as written there, and the codec for it."""
    for match in _DECLARED.finditer(raw[:_HEAD]):
        written = match[1].decode("ascii")
        try:
            codec = codecs.lookup(written).name
        except LookupError:
            continue
        if _TRUSTED.fullmatch(codec):
            # Browsers read what calls itself Latin-1 as Windows-1252 (WHATWG Encoding Standard), and rightly.
            return written, "cp1252" if codec == "iso8859-1" else codec
    return None
