"""The lock names the public package index and nothing else, and holds what the project asks for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_lock_names_only_the_public_index() -> None:
    text = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"[a-z]+://[^/\"]*", text)) == {"https://pypi.org", "https://files.pythonhosted.org"}


def test_the_project_names_no_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "uv" not in project["tool"]
    assert not (ROOT / "uv.toml").exists()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    (locked,) = [package for package in lock["package"] if package["name"] == "hexapla"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    recorded = locked["metadata"]["requires-dist"]
    names = {re.split(r"[\[<>=]", one, maxsplit=1)[0].lower() for one in asked}
    assert names == {one["name"] for one in recorded}
    for wanted in recorded:
        specified = f"{wanted['name']}{wanted.get('specifier', '')}"
        assert any(specified == re.sub(r"\[.*\]", "", one).lower() for one in asked), wanted
