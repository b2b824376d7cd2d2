"""P7 and P8 at length: any YAML is a briefing or findings with their place, and files outside the roots stay shut."""

from __future__ import annotations

import gc
from itertools import product
from pathlib import Path
from time import process_time

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.terminal import kit
from tests.terminal.conftest import Reached
from tests.unit.test_briefing_hostile import _PIECES, KIT
from tui import briefing, evidence, export
from tui.briefing import compose
from tui.briefing.sources import Roots
from tui.documents import clean

LONG = settings(
    max_examples=10_000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
SECRET = "SECRET WORDS"
PROMISED = 0.1  # seconds of processor time


def check_yaml(raw: bytes, path: Path) -> float:
    """The promise: a briefing, or errors with their place in clean words; the seconds it took.

    A slow one is read again: the machine may have been busy. What the tests have left behind is not the reading's
    to clear away.
    """
    path.write_bytes(raw)
    gc.freeze()

    def once() -> float:
        begun = process_time()
        reading = briefing.read(path)
        took = process_time() - begun
        assert (reading.briefing is None) == any(finding.severity == "error" for finding in reading.findings)
        for finding in reading.findings:
            assert (finding.line, finding.column) >= (1, 1)
            assert clean(finding.message) == finding.message
        return took

    first = once()
    return first if first < PROMISED else min(first, once(), once())


@pytest.mark.hostile
def test_ten_thousand_briefings(tmp_path: Path, reached: Reached) -> None:
    slowest = [0.0]
    patchwork = st.lists(st.sampled_from(_PIECES), max_size=40).map(lambda pieces: "".join(pieces).encode())

    @LONG
    @given(
        st.one_of(st.binary(max_size=300), patchwork, st.builds(lambda a, b: a + b, patchwork, st.binary(max_size=9)))
    )
    def every(raw: bytes) -> None:
        slowest[0] = max(slowest[0], check_yaml(raw, tmp_path / "b.yaml"))

    every()
    reached("P7", f"{LONG.max_examples:,} generated files, slowest {slowest[0] * 1000:.0f} ms: 0 tracebacks")
    assert slowest[0] < PROMISED


@pytest.mark.hostile
def test_the_largest_and_the_worst_briefings(tmp_path: Path, reached: Reached) -> None:
    bombs = {**KIT, **kit.YAML}
    raw = {name: text.encode("utf-8") if isinstance(text, str) else text for name, text in bombs.items()}
    times = sorted((check_yaml(data, tmp_path / "b.yaml"), name) for name, data in raw.items())
    slowest, name = times[-1]
    reached("P7", f"{len(times)} bombs and files of a megabyte, slowest {slowest * 1000:.0f} ms: 0 tracebacks")
    assert slowest < PROMISED, name


def test_without_the_guard_on_depth_a_bomb_takes_longer_than_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = b"[a: " * 15_000
    monkeypatch.setattr(compose, "PARSER", yaml.BaseLoader)  # libyaml from 0.2.6 on has a guard of its own
    assert check_yaml(bomb, tmp_path / "b.yaml") < PROMISED
    monkeypatch.setattr(compose, "MAX_DEPTH", 10**9)
    monkeypatch.setattr(compose, "MAX_NODES", 10**9)
    assert check_yaml(bomb, tmp_path / "b.yaml") > PROMISED


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """home/briefings/ beside home/seeds/, a secret outside of home, and links that lead to it."""
    (tmp_path / "secret.txt").write_text(SECRET)
    for folder in ("home/briefings", "home/seeds", "home2"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "home2/secret.txt").write_text(SECRET)
    (tmp_path / "home/seeds/a.txt").write_text("Words.")
    (tmp_path / "home/seeds/link.txt").symlink_to("../../secret.txt")
    (tmp_path / "home/seeds/up").symlink_to("../..")
    return tmp_path


def escapes(house: Path) -> list[str]:
    """Ways to name the secret."""
    ways = ["../../secret.txt", "../seeds/link.txt", "../seeds/up/secret.txt", "../../home2/secret.txt"]
    ways += [str(house / "secret.txt"), str(house / "home2" / "secret.txt"), f"//{house}/secret.txt"]
    dressed = [before + way for before, way in product(("", "./", "../briefings/", "../seeds/../briefings/"), ways[:4])]
    return [*ways, *dressed, *(way.replace("/", "//") for way in dressed), *(f"{way}/." for way in ways)]


def check_shut(house: Path, way: str) -> None:
    """The promise: the file is not read, neither for the screen nor for an export."""
    path = house / "home/briefings/b.yaml"
    path.write_text(f"version: 1\nid: b\ntitle: b\nsources: {{a: {{file: '{way}'}}}}\n")
    try:
        resolved = evidence.resolve(briefing.load(path))
    except briefing.BriefingError:
        return
    assert SECRET not in "".join(document.text for document in resolved.documents.values())
    assert SECRET not in export.markdown(resolved)


def test_no_way_leads_out(house: Path, reached: Reached) -> None:
    for way in escapes(house):
        check_shut(house, way)
    reached("P8", f"{len(escapes(house))} ways to name a file outside: 0 opened")


def test_without_the_roots_every_way_leads_out(house: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Roots, "find", lambda self, file: (self.folder / file).resolve())
    with pytest.raises(AssertionError):
        check_shut(house, escapes(house)[0])
