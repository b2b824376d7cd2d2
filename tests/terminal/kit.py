"""The hostile kit: articles, briefings, themes, names, folders, queries, pastes and key bytes, all generated.

The texts themselves are those of `tests.unit.hostile`; here they are put wherever the reader takes text in.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.unit.hostile import HOSTILE
from tui.documents import clean

LONGEST = 400  # code points of a text: enough to hold every kind of it, short enough to sweep every row
SOURCES, SECTIONS = 3, 4
# What issue and promise name outright, beside the generated texts.
NAMED = {
    "closing tag": "[/foo] and [/] and [bold",
    "action": "[@click=app.quit()]click here[/] [@click='app.bell']x[/]",
    "link": "[link=file:///etc/passwd]open[/link]",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "eight-bit style": "\x9b31mred\x9b0m",
    "right to left": "code\u202eevil\u202c",
}


def texts() -> dict[str, str]:
    """Every hostile text by its name, the long ones cut."""
    return {**NAMED, **{name: text[:LONGEST] for name, text in HOSTILE.items()}}


def marked() -> list[str]:
    """Every hostile text between a number and its name, as one paragraph of an article."""
    return [f"#{n:03} {name}: {text} ends #{n:03}." for n, (name, text) in enumerate(texts().items())]


def articles(folder: Path) -> list[Path]:
    """The articles: all texts dealt out to `SOURCES` files."""
    paragraphs, paths = marked(), []
    for number in range(SOURCES):
        whole = "\n\n".join(["The hostile pier opened.", *paragraphs[number::SOURCES]])
        path = folder / f"hostile-{number}.txt"
        path.write_bytes(whole.encode("utf-8", "surrogatepass"))
        paths.append(path)
    return paths


def shown(paragraph: str) -> str:
    """How a paragraph is to be seen: clean, and without the spaces that wrapping moves."""
    return "".join(clean(paragraph).split())


def briefing(folder: Path, step: int = 1, every: Sequence[str] = tuple(texts().values())) -> Path:
    """A briefing over `articles` that says hostile things in every field a person may fill.

    Every `step`-th of the texts `every` has a statement, numbered as they are and as in the articles.
    """
    articles(folder)
    lines = ["version: 1", "id: hostile", f"title: {quoted('#title ' + NAMED['action'] + NAMED['clipboard'])}"]
    lines += [f"summary: {quoted(every[1])}", "aliases:", f"  {quoted('pier ' + every[3])}: [{quoted(every[4])}]"]
    lines.append("sources:")
    for number in range(SOURCES):
        text = quoted(every[number])
        lines.append(
            f"  s{number}: {{file: hostile-{number}.txt, outlet: {text}, title: {text}, author: [{text}],"
            f" descriptor: {text}, mark: {'ABC'[number]}}}"
        )
    lines.append("sections:")
    numbered = list(enumerate(every))[::step]
    for at in range(SECTIONS):
        lines += [f"  - id: part{at}", f"    title: {quoted(f'#part{at} ' + every[at + 5])}"]
        lines += [f"    summary: {quoted(every[at])}", "    route: {words: [hostile]}", "    statements:"]
        for number, text in numbered[at::SECTIONS]:
            lines += _statement(number, text)
    lines.append("differences:")
    for number, text in numbered[::6]:
        lines += _difference(number, text)
    path = folder / "hostile.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _statement(number: int, text: str) -> Iterator[str]:
    says = quoted(f"#{number:03} {text}") if clean(text).strip() else quoted(f"#{number:03}")
    quote = quoted(text) if clean(text).strip() else '"hostile pier"'
    own, other = number % SOURCES, (number + 1) % SOURCES
    yield f"      - id: st{number}"
    yield f"        text: {says}"
    yield "        evidence:"
    yield f"          - {{source: s{own}, quote: {quote}, note: {says}}}"
    yield f'          - {{source: s{other}, quote: "The hostile pier opened", role: contradicts, note: {says}}}'


def _difference(number: int, text: str) -> Iterator[str]:
    kind = ("conflict", "variant", "framing")[number % 3]
    says = quoted(f"#{number:03} {text}")
    yield f"  - id: d{number}"
    yield f"    section: part{number % SECTIONS}"
    yield f"    kind: {kind}"
    yield f"    about: {says}"
    yield "    values:"
    yield f"      - {{source: s{number % SOURCES}, quote: {says}, value: {says}}}"
    yield f'      - {{source: s{(number + 1) % SOURCES}, quote: "The hostile pier", value: {says}}}'


def quoted(text: str) -> str:
    """`text` as a YAML scalar that says every character by its number but letters, digits and spaces.

    YAML has no way to say half a surrogate pair: U+FFFD stands for it.
    """
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return '"' + "".join(c if c.isascii() and (c.isalnum() or c == " ") else f"\\U{ord(c):08x}" for c in text) + '"'


NAMES = (
    "a\x1b]0;owned\x07b.txt",
    "a\u202etxt.exe",
    "a\nb\tc.txt",
    "[@click=app.quit()]x[].txt",
    "-rf --help.txt",
    "a'b\"c`d$(e).txt",
    "\udcff\udcfe.txt",
    "e" + "\u0301" * 60 + ".txt",
    "\U000e0041\U000e0042.txt",
    " .txt",
    "a\u2060b\u200bc\ufeffd.txt",
    "e\ufffef\ufdd0.txt",
)
BYTES: dict[str, bytes] = {
    "nothing": b"",
    "one NUL": b"\0",
    "every byte": bytes(range(256)) * 4,
    "bad UTF-8": b"good \xff\xfe\x80 \xc0\xaf \xed\xa0\x80 \xf4\x90\x80\x80 words.",
    "cut UTF-8": "end é".encode()[:-1],
    "UTF-16": "Words \x1b]0;x\x07 here.".encode("utf-16"),
    "UTF-16 half": b"\xff\xfea",
    "UTF-32": "Words here.".encode("utf-32"),
    "UTF-7": b"+ADw-script+AD4-",
    "Latin-1": "Café über".encode("latin-1"),
    "old Mac": b"one\rtwo\rthree",
    "escapes alone": b"\x1b" * 5_000,
    "C1 alone": "".join(map(chr, range(0x80, 0xA0))).encode() * 50,
    "entities": b"&#27;]52;c;eA==&#7; &#x9b;31m &#x202e; &amp;#27;",
    "one long line": b"word " * 40_000,
    "one long word": b"x" * 100_000,
    "empty lines": b"\n" * 50_000,
    "marks": ("e" + "\u0301" * 50_000).encode(),
    "wide": ("漢" * 40_000).encode(),
    "emoji": ("👩\u200d👩\u200d👧\u200d👦" * 3_000).encode(),
    "web page": b"<!doctype html><script>alert(1)</script><p>Words.</p>",
    "program": b"\x7fELF" + bytes(range(256)) * 20,
}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
QUERIES = (
    *NAMED.values(),
    "((((((((((a+)+)+)+)+)+)+)+)+)+$",
    "\\",
    "[",
    "!",
    "^$'\"|",
    '"unclosed',
    "source:",
    "source:nowhere section:nowhere x",
    "!!!! |||| ^^^^ $$$$",
    "'" * 200,
    "a|" * 120,
    "|".join(_LETTERS),
    "|".join("'" + letter for letter in _LETTERS * 3),
    "|".join(f"^{letter}$" for letter in _LETTERS * 3),
    "|".join(sign + letter for letter in _LETTERS for sign in ("", "'", "^", "!")),
    "|".join(first + second for first in "stra" for second in _LETTERS),
    "a b|c d|e f|" * 20,
    " ".join(_LETTERS * 5),
    " ".join("!" + letter for letter in _LETTERS * 3),
    " ".join("!" + first + second for first in "stra" for second in _LETTERS),
    " ".join("^" + letter for letter in _LETTERS * 3),
    " ".join(letter + "$" for letter in _LETTERS * 3),
    '"the "of "and ' * 18,
    "source:a " * 28,
    "source:0 section:x " * 13,
    "the " * 64,
    "a-b.c'd " * 32,
    "\\ " * 128,
    "".join(chr(0x4E00 + number) for number in range(256)),
    " ".join(chr(0x4E00 + number) for number in range(128)),
    "e\u0301" * 128,
    "\u05d0\u05d1 \u0627\u0644 " * 40,
    "👩\u200d" * 100,
    "".join(f"{number} " for number in range(90)),
    "restructurationrestructured" * 9,
    "x" * 5_000,
    "e" + "\u0301" * 300,
    "\ud800\udfff\x00\x9b",
    "pier\nopened\nrm -rf",
)
PASTES = (
    *NAMED.values(),
    "q",
    "\x1bq",
    "\x1b" + "q" * 60,
    "\x03\x04\x1a",
    "\x1b[A\x1b[B\x1bOP",
    "\x1b]52;c;eA==\x07" * 40,
    "\x1b[200~ again",
    "\x1b[48;1;1;1;1t",
    "x" * 30_000,
    "line\n" * 2_000,
)
# What a keyboard, a broken terminal or a mistaken program may send.
KEYS: tuple[bytes, ...] = (
    b"\xff\xfe\xfd",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\x00\x01\x02",
    b"\x1b",
    b"\x1b[",
    b"\x1b[999999999999999999999999u",
    b"\x1b[1114112;1u",
    b"\x1b[57399;99999u",
    b"\x1b[0;0;99999999u",
    b"\x1b[:::;;;u",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[48;9999999;9999999;9;9t",
    b"\x1b[48;1;1;1;1t",
    b"\x1b[?2048;1$y",
    b"\x1b[?2026;0$y",
    b"\x1b[9999;9999R",
    b"\x1b[<0;99999;99999M",
    b"\x1b[<0;0;0M",
    b"\x1b[<0;-5;-5M",
    b"\x1b[<999;3;3M",
    b"\x1b[<64;5;5M\x1b[<65;5;5M\x1b[<66;5;5M\x1b[<67;5;5M",
    b"\x1b[<;;M",
    b"\x1b[M\xff\xff\xff",
    b"\x1b[I\x1b[O",
    b"\x1b[201~",
    b"\x1bP+r\x1b\\",
    b"\x1b]11;rgb:0000/0000/0000\x07",
    b"\x1b[?62;c",
    b"\x1b[1;1H\x1b[2J",
    "é漢👩\u200d👧\u202e".encode(),
)
_HEAD = "version: 1\nid: a\ntitle: b\n"
_CLAIMS = _HEAD + "sources: {a: {file: f}}\nsections:\n - id: a\n   title: b\n   statements:\n"
# Files a reader may take for briefings, each as large as it is let through: what is slowest in reading and refusing.
YAML: dict[str, str] = {
    "wide keys": "".join("漢" * 30 + f"{n}: v\n" for n in range(9_000)),
    "long keys": "".join("k" * 100 + f"{n}: v\n" for n in range(9_000)),
    "joined pictures": "title: " + "👩\u200d" * 140_000,
    "escaped pictures": 'title: "' + "\\U0001F469\\u200D" * 60_000 + '"',
    "turning texts": "[" + "a\u202e," * 19_000 + "]",
    "accents": "[" + "é," * 19_000 + "]",
    "turning characters": "a: " + "\u202e" * 340_000,
    "spread marks": "a: " + "e\u0301" * 340_000,
    "folded lines": "a: >\n" + "  x\n" * 250_000,
    "lines of one text": "a: " + "word\n  " * 140_000,
    "a megabyte of sections": _HEAD
    + "sections: ["
    + ",".join(f'{{id: s{n}, title: "{"x" * 230}"}}' for n in range(3_900)),
    "statements": _CLAIMS + "".join(f"     - {{id: i{n}, text: t{n}}}\n" for n in range(3_900)),
    "evidence": _CLAIMS
    + "     - text: t\n       evidence:\n"
    + "".join(f"         - {{source: b{n}, quote: q, role: r{n}}}\n" for n in range(2_700)),
    "aliases": _HEAD + "aliases: {" + ", ".join(f"a{n}: [b{n}]" for n in range(6_000)) + "}\n",
    "keys twice": _HEAD + "sections:\n" + " - {id: a, id: b, title: c, title: d}\n" * 2_200,
    "a version of digits": "version: " + "1" * 1_000_000,
}
THEMES: dict[str, str] = {
    "not-yaml": "{[",
    "empty": "",
    "a-list": "- a\n- b\n",
    "alias-bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "escapes": 'name: "\\x1b]0;owned\\x07"\ndark: true\ncolors: {background: "\\x1b[31m"}\n',
    "no-colours": "name: plain\ndark: true\n",
    "bad-colours": "name: bad\ndark: perhaps\ncolors: {background: red, foreground: '#zzz'}\nsources: [1, 2]\n",
    "markup": "name: '[@click=app.quit()]x'\ndark: true\ncolors: {background: '[/foo]'}\n",
    "many": "name: many\nsources: [" + "'#000000', " * 5_000 + "]\n",
    "python": "!!python/object/apply:os.system ['true']\n",
}


@contextmanager
def special_files(folder: Path) -> Iterator[list[Path]]:
    """Files that are no files: each would block, never end or not open."""
    made = [folder / name for name in ("pipe", "folder", "loop", "nowhere", "socket", "closed", "sparse")]
    os.mkfifo(made[0])
    made[1].mkdir()
    made[2].symlink_to("loop")
    made[3].symlink_to("no/such/place")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(folder)  # the address of a socket may have 108 bytes
        try:
            listening.bind("socket")
        finally:
            os.chdir(here)
        made[5].write_text("closed")
        made[5].chmod(0)
        with made[6].open("wb") as sparse:
            sparse.truncate(8 * 2**30)
        yield [*made, Path("/dev/zero"), Path("/dev/tty"), Path("/proc/self/mem"), Path("/proc/kmsg")]
