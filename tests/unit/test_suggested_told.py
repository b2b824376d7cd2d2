"""Differences that are only suggested: told as that in exports and by `show`, never as what the sources disagree on."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli_runner import harbour, hexapla


def drafted(tmp_path: Path) -> Path:
    folder = harbour(tmp_path).parent
    hexapla("new", *sorted(folder.glob("*.txt")), "-o", folder / "draft.yaml")
    return folder / "draft.yaml"


def test_an_export_lists_them_by_themselves_until_they_are_judged(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    suggested = hexapla("export", path).out
    assert "Sources disagree" not in suggested and "\n### Differences" not in suggested
    assert ", 0 differences, " in suggested and "\n## Suggested differences\n\nFound by comparing" in suggested
    path.write_text(path.read_text(encoding="utf-8").replace("    suggested: true\n", ""), encoding="utf-8")
    assert ".”. " not in suggested and ".” " in suggested
    judged = hexapla("export", path).out
    assert "Sources disagree: difference 1" in judged and "uggested" not in judged


def test_a_draft_has_nothing_to_find_fault_with_and_show_says_what_is_suggested(tmp_path: Path) -> None:
    path = drafted(tmp_path)
    assert (hexapla("check", path).code, hexapla("check", path).err[:22]) == (0, "0 errors, 0 warnings; ")
    told = hexapla("show", path).out
    assert "Suggested conflict, judged by nobody yet: " in told and "between sources" not in told
