"""What happens to a quotation on its way without changing what it says: typography, slips, scans, edits."""

from __future__ import annotations

import re
import unicodedata
from random import Random

_SINGLE = re.compile(r"[^\w\s]*[^\W\d_]+(?:['’][^\W\d_]+)?[^\w\s]*")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FOREIGN = ("banana", "velvet", "saddle", "whisper", "orchid", "lantern", "puddle", "thimble", "waltz", "gravel")
_SCANS = (
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("l", "1"), ("I", "l"), ("e", "c"), ("c", "e"), ("h", "b"),
    ("b", "h"), ("o", "0"), ("O", "0"), ("i", "l"), ("t", "f"), ("u", "ii"), ("n", "ri"), ("vv", "w"), ("w", "vv"),
    ("a", "o"), ("s", "5"), ("g", "q"), (" ", ""), ("in", "m"), ("fi", "ﬁ"), (",", "."),
)  # fmt: skip


def style(text: str, rng: Random) -> str:
    """Other typography, the same words: two to four of case, marks, dashes, spaces, hyphens, ligatures and so on."""
    for way in sorted(rng.sample(_STYLES, rng.randint(2, 4)), key=_STYLES.index):
        text = way(text, rng)
    return text


def _case(text: str, rng: Random) -> str:
    if any(word.isupper() and len(word) > 1 for word in re.findall(r"[^\W\d_]+", text)):
        return text.upper()  # of "US" or "WHO" small letters would make another word
    return rng.choice((str.upper, str.lower, str.title if "'" not in text and "’" not in text else str.upper))(text)


def _marks(text: str, rng: Random) -> str:
    if rng.random() < 0.5:
        return text.translate(str.maketrans("“”‘’«»", '""\'\'""'))
    text = re.sub(r'"([^"]*)"', "“\\1”", text)
    return text.replace("'", "’")


def _dashes(text: str, rng: Random) -> str:
    return re.sub("[-‐–—−]", lambda _: rng.choice("-‐‑–—"), text)


def _spaces(text: str, rng: Random) -> str:
    return re.sub(r"\s+", lambda _: rng.choice([" ", "  ", "\n", "\u00a0", "\u2009", "\t ", "\n  "]), text)


def _breaks(text: str, rng: Random) -> str:
    words = text.split(" ")
    for i, word in enumerate(words):
        if len(word) > 6 and word.isalpha() and word.islower() and rng.random() < 0.3:
            at = rng.randint(2, len(word) - 2)
            words[i] = word[:at] + rng.choice(["\u00ad", "-\n", "\u00ad\n", "\u200b"]) + word[at:]
    return " ".join(words)


def _ligatures(text: str, _: Random) -> str:
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def _width(text: str, rng: Random) -> str:
    return "".join(
        chr(ord(c) + 0xFEE0) if "!" < c <= "~" and c not in "'\"" and rng.random() < 0.2 else c for c in text
    )


def _accents(text: str, rng: Random) -> str:
    return unicodedata.normalize(rng.choice(["NFD", "NFC"]), text)


_STYLES = (_case, _marks, _dashes, _spaces, _breaks, _ligatures, _width, _accents)


def letters(text: str, share: float, rng: Random) -> str:
    """Each letter with probability `share` replaced, doubled by another, left out or exchanged with the next.

    A word of one letter is never left out: nothing would show that it was there.
    """
    out: list[str] = []
    skip = False
    for i, c in enumerate(text):
        if skip:
            skip = False
        elif not c.isalpha() or rng.random() >= share:
            out.append(c)
        else:
            other = rng.choice(_LETTERS)
            other = other.upper() if c.isupper() else other
            nxt = text[i + 1 : i + 2]
            lone = not (nxt.isalpha() or (i and text[i - 1].isalpha()))
            kind = rng.randrange(1 if lone else 0, 4 if nxt.isalpha() else 3)
            out.append(("", other, c + other, nxt + c)[kind])
            skip = kind == 3
    return "".join(out)


def scan(text: str, share: float, rng: Random) -> str:
    """Confusions of a scanner, at about `share` of the characters, and a line-break hyphen now and then."""
    out, i = [], 0
    while i < len(text):
        fitting = [(a, b) for a, b in _SCANS if text.startswith(a, i)]
        if fitting and rng.random() < share:
            a, b = rng.choice(fitting)
            out.append(b)
            i += len(a)
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def edit(text: str, times: int, rng: Random, edges: bool = False) -> str:
    """`times` words replaced, left out or put in; if `edges`, an outermost word is replaced, else those stay.

    What has no space inside but is more than one word ("Mozilla.org/rss") is left alone.
    """
    words = text.split()
    worded = [i for i, word in enumerate(words) if any(c.isalnum() for c in word)]
    outer = (worded[0], worded[-1])
    single = [i for i, word in enumerate(words) if _SINGLE.fullmatch(word)]
    fitting = [i for i in single if i in outer] if edges else [i for i in single if outer[0] < i < outer[1]]
    places = rng.sample(fitting, min(times, len(fitting)))
    for at in sorted(places, reverse=True):
        how = "replace" if edges else rng.choice(["replace", "drop", "insert"])
        if how == "drop":
            del words[at]
        elif how == "insert":
            words.insert(at, rng.choice(_FOREIGN))
        else:
            words[at] = rng.choice(_FOREIGN)
    return " ".join(words)


def elide(text: str, rng: Random) -> str:
    """Words in the middle left out, the gap marked."""
    words = text.split()
    first = rng.randint(3, len(words) - 5)
    last = rng.randint(first + 2, len(words) - 3)
    return " ".join([*words[:first], rng.choice(["…", "...", "[…]", "[...]", "(…)", ". . ."]), *words[last:]])
