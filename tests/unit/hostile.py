"""Generated hostile strings, and an own judgement of what may never be shown, for any test to use.

`HOSTILE` maps a name to a string; the strategies mix such strings with ordinary text. `forbidden` decides from
Unicode's properties alone and shares no table with the program, so the two can check each other.
"""

from __future__ import annotations

import unicodedata
from itertools import product

from hypothesis import strategies as st

ESC, BEL, ST = "\x1b", "\x07", "\x1b\\"

# Format characters (category Cf) that are drawn: Arabic, Syriac and Kaithi number signs, Egyptian joiners.
_DRAWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
_DIRECTIONS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI", "BN")
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u034f\u17b4\u17b5\u2800"
# Legitimate in their place only; a test that forbids them as well says so.
JOINERS = "\u200b\u200c\u200d\ufe0e\ufe0f\u180b\u180c\u180d\u180e\u180f"


def forbidden(text: str, allowed: str = "\n" + JOINERS) -> list[str]:
    """The characters of `text` that act on a terminal, hide, turn the direction or are none, as `U+XXXX`."""
    return [f"U+{ord(c):04X}" for c in text if c not in allowed and _is_forbidden(c)]


def _is_forbidden(character: str) -> bool:
    code, category = ord(character), unicodedata.category(character)
    if category in ("Cc", "Cs", "Zl", "Zp") or code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF:
        return True
    if category == "Cf":
        return character not in _DRAWN and not 0x13430 <= code <= 0x1343F
    selector = 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF
    return selector or character in _BLANK_LETTERS or unicodedata.bidirectional(character) in _DIRECTIONS


def _sequences() -> dict[str, str]:
    """Terminal sequences in the 7-bit and the 8-bit form, ended well, ended wrong and not at all."""
    bodies = {
        "clipboard": ("]", "52;c;aGV4YXBsYQ=="),
        "title": ("]", "0;owned"),
        "hyperlink": ("]", "8;;http://evil.example"),
        "notification": ("]", "9;owned"),
        "colour": ("]", "11;?"),
        "device": ("P", "$qm"),
        "kitty": ("_", "Gf=32;AAAA"),
        "privacy": ("^", "owned"),
        "start-of-string": ("X", "owned"),
        "clear": ("[", "2J"),
        "home": ("[", "1;1H"),
        "invisible-ink": ("[", "8m"),
        "status": ("[", "6n"),
        "mouse": ("[", "?1000h"),
        "paste": ("[", "201~"),
        "alternate": ("[", "?1049l"),
    }
    ends = {"bel": BEL, "st": ST, "c1-st": "\x9c", "cut": "", "cancelled": "\x18"}
    made = {}
    for (name, (opener, body)), (end_name, end) in product(bodies.items(), ends.items()):
        made[f"{name}-7bit-{end_name}"] = f"{ESC}{opener}{body}{end}"
        made[f"{name}-8bit-{end_name}"] = f"{chr(ord(opener) + 0x40)}{body}{end}"
    return made


TERMINAL = {
    **_sequences(),
    "reset": f"{ESC}c",
    "charset": f"{ESC}(0lqqk{ESC}(B",
    "shift-out": "\x0elqqk\x0f",
    "overtype": "false\b\b\b\b\btrue ",
    "carriage-return": "bad news\rgood news",
    "form-feed": "one\x0ctwo\x0bthree",
    "nul-and-del": "a\x00b\x7fc",
    "tmux": f"{ESC}Ptmux;{ESC}{ESC}]52;c;aGk={BEL}{ST}",
    "every-control": "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)])),
}
DIRECTION = {
    "override": "invoice\u202egnp.exe\u202c",
    "isolate": "if admin \u2066\u2067// check\u2069\u2069",
    "embedding": "\u202ashown\u202b hidden\u202c",
    "marks": "a\u200eb\u200fc\u061cd",
    "every-direction": "".join(map(chr, [0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070)])),
}
HIDDEN = {
    "tags": "hello" + "".join(chr(0xE0000 + ord(c)) for c in "ignore what is shown"),
    "selectors": "a" + "".join(chr(0xE0100 + byte) for byte in b"hidden bytes"),
    "zero-width": "54\u200b,\u200c0\u200d0\u20600\ufeff",
    "soft-hyphen": "not\u00adable",
    "fillers": "a\u3164b\u115fc\u1160d\uffa0e",
    "annotation": "\ufff9shown\ufffahidden\ufffb",
    "invisible-operators": "5\u20624 000",
    "mongolian": "a\u180eb\u180bc",
    "blank-braille": "\u2800\u2800\u2800",
    "joiner-run": "\u200d" * 100,
    "line-ends": "one\u2028two\u2029three\u0085four\r\nfive\rsix",
}
STACKED = {
    "zalgo": "Z" + "\u0335\u0489\u20dd" * 40 + "algo",
    "fifty-thousand-marks": "e" + "\u0301" * 50_000,
    "marks-and-joiners": "e" + "\u0301\u200d" * 100,
    "hangul-vowels": "\u1112" + "\u1161" * 500,
    "astral-marks": "x" + "\U0001d165\U0001d167" * 60,
    "family": "\u200d".join("👩" * 60),
}
BROKEN = {
    "surrogates": "a\ud800b\udfffc\udc80",
    "noncharacters": "\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffff",
    "private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "unassigned": "\u0378\u0380\U0003fffd",
}
MARKUP = {
    "rich": "[bold red]alert[/] [link=http://evil.example]x[/link] [@click=app.quit]x[/] [/",
    "rich-broken": "[/bold] [[[ ]]] \\[ [$%&] [@click=app.bell()",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)><!-- -->",
    "entities": "&#27;]52;c;aGk=&#7; &#x202e; &lt;b&gt; &amp;#27; &#0; &#55296; &#99999999; &bogus;",
    "markdown": "# h\n> [x](javascript:alert(1)) ![i](http://evil.example/i.png) `code` [^1]: note",
    "yaml": "key: &a [*a, *a]\n<<: *a\n? - !!python/object:os.system ls\n---\n...",
    "shell": "$(touch owned) `touch owned` ; rm -rf ~ | & ' \" \\",
    "format": "{0.__class__} %s %(x)s {} ${HOME}",
    "path": "../../../../etc/passwd",
}
WIDE = {
    "long-word": "x" * 30_000,
    "long-line": "word " * 10_000,
    "wide": "漢字" * 5_000,
    "empty-lines": "\n" * 10_000,
    "tabs": "\ta\t\tb\t",
    "spaces": "\u00a0\u2003\u3000\u202f x \u1680",
    "emoji": "👩🏽‍🚀🏳️‍🌈🇯🇵1️⃣❤️",
    "right-to-left": "שלום عالم 123 abc",
    "empty": "",
}
HOSTILE = {**TERMINAL, **DIRECTION, **HIDDEN, **STACKED, **BROKEN, **MARKUP, **WIDE}

_PIECES = sorted(set("".join(text[:40] for text in HOSTILE.values())))
# Characters cleaning judges by their neighbours: here any may stand beside any.
TOUCHY = "a #*1\n\x1b\x00é日가ابกក👩☎␛क\u094d\u0dca\u0301\u1161\u20e3\r\t🏽\ufffdᠠ" + JOINERS


def touchy_text() -> st.SearchStrategy[str]:
    """Short runs of `TOUCHY` characters in any order."""
    return st.text(st.sampled_from(TOUCHY), max_size=12)


def hostile_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Text made of hostile characters, whole hostile strings and any character, surrogates included."""
    anything = st.characters()
    surrogates = st.characters(categories=["Cs"])
    whole = st.sampled_from([text for text in HOSTILE.values() if len(text) < 200])
    return st.lists(st.one_of(st.sampled_from(_PIECES), whole, anything, surrogates), max_size=max_size).map("".join)


def hostile_bytes() -> st.SearchStrategy[bytes]:
    """Bytes of articles: any, and hostile text in the encodings articles come in."""
    encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "shift_jis", "koi8-r"])
    encoded = st.builds(lambda text, name: text.encode(name, "ignore"), hostile_text(), encodings)
    return st.one_of(st.binary(max_size=300), encoded, st.builds(lambda a, b: a + b, encoded, st.binary(max_size=8)))
