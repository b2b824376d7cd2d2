"""Nothing in an article, a briefing, a file name or an argument acts on the terminal, whatever the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli_runner import Ran, harbour, hexapla
from tests.unit.hostile import HOSTILE, forbidden

ARTICLE = "everything.txt"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article with every hostile string, and a briefing whose texts are hostile as well."""
    made = tmp_path_factory.mktemp("hostile")
    lines = [f"The pier number {n} has {text} beside it." for n, text in enumerate(HOSTILE.values())]
    (made / ARTICLE).write_bytes("\n\n".join(lines).encode("utf-8", "surrogatepass"))
    texts = [json.dumps(f"The pier {text}", ensure_ascii=True).replace("\\ud", "\\\\ud") for text in HOSTILE.values()]
    statements = "".join(
        f"      - id: s{n}\n        text: {text}\n        evidence:\n"
        f"          - {{source: one, quote: The pier number {n} has, note: {text}}}\n"
        for n, text in enumerate(texts)
    )
    (made / "hostile.yaml").write_text(
        f"version: 1\nid: hostile\ntitle: {texts[0]}\nsummary: {texts[1]}\nsources:\n"
        f"  one: {{file: {ARTICLE}, outlet: {texts[2]}}}\n"
        f"sections:\n  - id: all\n    title: {texts[3]}\n    statements:\n{statements}",
        encoding="utf-8",
    )
    return made


def _harmless(ran: Ran) -> Ran:
    assert not forbidden(ran.out)
    assert not forbidden(ran.err)
    return ran


def test_everything_is_shown_and_nothing_acts(folder: Path) -> None:
    briefing, article = folder / "hostile.yaml", folder / ARTICLE
    asked: tuple[list[str | Path], ...] = (
        ["show", briefing],
        ["export", briefing],
        ["check", briefing],
        ["check", briefing, "--json"],
        ["search", "pier", briefing, "--limit", "999"],
        ["search", "pier", article, "--limit", "999"],
        ["search", "pier", article, "--limit", "999", "--json"],
        ["quote", "The pier number 3 has", article],
        ["quote", "The pier number 3 has", article, "--json"],
    )
    for argv in asked:
        ran = _harmless(hexapla(*argv))
        assert ran.out or argv == ["check", briefing], argv


@pytest.mark.parametrize("names", [sorted(HOSTILE)[n::8] for n in range(8)], ids=[f"part-{n}" for n in range(1, 9)])
def test_what_is_typed_comes_back_harmless(names: list[str], tmp_path: Path) -> None:
    briefing, article = harbour(tmp_path), tmp_path / "herald.txt"
    for name in names:
        text = HOSTILE[name]
        asked: tuple[list[str | Path], ...] = (
            [text],
            ["open", f"{text}.yaml"],
            ["show", text],
            ["check", tmp_path / f"{text}.yaml"],
            ["search", text[:256], article],
            ["quote", text + "x", article],
            ["show", briefing, text],
            ["list", f"--{text}"],
        )
        for argv in asked:
            _harmless(hexapla(*argv))


def test_a_file_name_is_harmless_where_it_is_a_name_of_a_source(tmp_path: Path) -> None:
    article = tmp_path / "a\x1b]0;owned\x07\u202eb.txt"
    article.write_text("The pier stands.", encoding="utf-8")
    _harmless(hexapla("search", "pier", article))
    _harmless(hexapla("quote", "x y", article, "--json"))
    assert "␛]0;owned␇" in _harmless(hexapla("quote", "The pier stands", article)).out
