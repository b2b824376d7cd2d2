"""P9 and P11: an export is inert in every renderer, and nothing but web and mail addresses is ever opened."""

from __future__ import annotations

from itertools import product

import pytest

from tests.terminal import kit
from tests.terminal.conftest import Reached
from tests.unit.hostile import forbidden
from tests.unit.hostile_markdown import hostile_briefing, hostile_strings
from tests.unit.markdown_reading import PRESETS, active, body
from tui.export import escape, inert, markdown
from tui.reader import outside


def check_inert(text: str) -> None:
    """The promise, for a briefing with `text` in every field."""
    whole = markdown(hostile_briefing(text))
    assert not forbidden(whole)
    for preset in PRESETS:
        assert active(body(whole), preset) == [], (preset, text)


@pytest.mark.hostile
def test_a_briefing_with_any_of_them_in_every_field_exports_inert(reached: Reached) -> None:
    strings = [*hostile_strings(), *kit.texts().values()]
    for text in strings:
        check_inert(text)
    reached("P9", f"{len(strings)} strings in every field × {len(PRESETS)} presets: 0 active HTML, links, images, code")


@pytest.mark.parametrize("text", ["<b>bold</b>", "[x](http://evil.example)", "`code`", "http://evil.example"])
def test_without_escaping_the_same_briefings_are_active(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    check_inert(text)
    monkeypatch.setattr(escape, "inline", lambda text, signs="": text)
    monkeypatch.setattr(inert, "split", lambda text, **_: [(text, False)])
    with pytest.raises(AssertionError):
        check_inert(text)


SCHEMES = ("javascript", "file", "data", "ftp", "vbscript", "x-apple", "ssh", "smb", "about", "chrome", "mailto2", "")
FORMS = ("{}:alert(1)", "{}:///etc/passwd", "{}://evil.example/x", " {}:x", "{}:\n//x", "{}\t:x", "-{}:x", "{}\u202e:x")
HOSTILE_HOSTS = (
    "http://",
    "https://\x1b]0;x\x07",
    "http://a b",
    "http://e\u202evil",
    "http://[::1",
    "https://x:99999999/",
)


def others() -> list[str]:
    """Addresses that are neither of the web nor of a mailbox."""
    addresses = [form.format(scheme) for form, scheme in product(FORMS, SCHEMES)]
    addresses += [scheme.upper() + ":x" for scheme in SCHEMES] + list(HOSTILE_HOSTS)
    return addresses


def test_no_other_address_is_opened(reached: Reached) -> None:
    addresses = others()
    assert [address for address in addresses if not outside.why_not(address)] == []
    assert outside.why_not("https://example.org/a?b=c") == ""
    reached("P11", f"{len(addresses)} addresses of other kinds: 0 opened")


def test_without_the_list_of_schemes_others_would_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "SCHEMES", (*outside.SCHEMES, "file", "javascript"))
    assert [address for address in others() if not outside.why_not(address)]
