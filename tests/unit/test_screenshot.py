"""The picture in docs/ is small, stands alone and shows nothing of the machine it was made on."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

PICTURE = Path(__file__).parents[2] / "docs" / "screenshot.svg"
SVG = "{http://www.w3.org/2000/svg}"


def test_it_is_a_picture_of_less_than_60_kilobytes() -> None:
    assert PICTURE.stat().st_size < 60_000
    assert ElementTree.parse(PICTURE).getroot().tag == f"{SVG}svg"


def test_it_needs_nothing_from_elsewhere() -> None:
    text = PICTURE.read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[^\"' )]*", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"href|url\(|@import|/home/|/Users/|/work/|/tmp/", text)


def test_it_shows_the_shipped_briefing() -> None:
    texts = [element.text or "" for element in ElementTree.parse(PICTURE).getroot().iter(f"{SVG}text")]
    assert any("Hexapla" in text for text in texts)
    assert any("US Forces Japan becomes a" in text for text in texts)
