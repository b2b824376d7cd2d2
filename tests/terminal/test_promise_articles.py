"""P4 and P5 at length: any bytes are an article or one line, and special files are never waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time, thread_time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.terminal import kit
from tests.terminal.conftest import Reached
from tests.unit.hostile import HOSTILE, JOINERS, forbidden, hostile_bytes
from tui.documents import ArticleError, clean, cleaning, files, load, loading

LONG = settings(
    max_examples=10_000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def check_bytes(raw: bytes, path: Path) -> None:
    """The promise: a clean document with exact offsets, or one clean line that names the file."""
    path.write_bytes(raw)
    try:
        document = load(path)
    except ArticleError as error:
        assert str(error).startswith(f"{path}: ")
        assert not forbidden(str(error), allowed=JOINERS)
        return
    text = document.text
    assert not forbidden(text)
    assert clean(text) == text
    last = 0
    for passage in document.passages:
        assert last <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end].strip()
        last = passage.end


@pytest.mark.hostile
def test_ten_thousand_articles(tmp_path: Path, reached: Reached) -> None:
    slowest = [0.0]

    @LONG
    @given(hostile_bytes())
    def every(raw: bytes) -> None:
        begun = process_time()
        check_bytes(raw, tmp_path / "article.txt")
        slowest[0] = max(slowest[0], process_time() - begun)

    every()
    reached(
        "P4",
        f"{LONG.max_examples:,} articles: 0 tracebacks, cleaning idempotent, offsets exact; slowest"
        f" {slowest[0] * 1000:.0f} ms",
    )


def check_special(path: Path) -> None:
    """The promise: refused in words, at once."""
    begun = thread_time()
    with pytest.raises(ArticleError) as refused:
        load(path)
    assert thread_time() - begun < 0.5
    assert str(path) in str(refused.value)


def test_special_files_are_refused(tmp_path: Path, reached: Reached) -> None:
    with kit.special_files(tmp_path) as made:
        never = [path for path in made if path.name not in ("closed", "mem", "kmsg")]  # root may read the first
        for path in never:
            check_special(path)
    reached("P5", f"{len(never)} kinds (pipe, socket, loop, device, 8 GB sparse, …) refused in less than 0.5 s each")


def _strictly(raw: bytes) -> tuple[str, tuple[()]]:
    return raw.decode(), ()


MUTATIONS: list[tuple[Any, str, Callable[..., Any], Callable[[Path], object]]] = [
    (cleaning, "_clean_piece", lambda text, counts: text, lambda path: check_bytes(HOSTILE["tmux"].encode(), path)),
    (cleaning, "_clean_piece", lambda text, counts: text, lambda path: check_bytes(b"a\xe2\x80\xaeb", path)),
    (loading, "decode", _strictly, lambda path: check_bytes(b"\xff\xfe\x80", path)),
    (files, "_refuse_special", lambda status, given: None, lambda path: check_special(Path("/dev/null"))),
    (files, "_refuse_large", lambda size, given, limits: None, lambda path: check_special(_large(path))),
]


def _large(path: Path) -> Path:
    path.write_bytes(b"word " * (21 * 2**20 // 5))
    return path


@pytest.mark.parametrize("number", range(len(MUTATIONS)))
def test_without_its_guard_each_of_these_promises_is_broken(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, name, naive, check = MUTATIONS[number]
    check(tmp_path / "article.txt")
    monkeypatch.setattr(owner, name, naive)
    with pytest.raises((AssertionError, UnicodeDecodeError, pytest.fail.Exception)):
        check(tmp_path / "article.txt")
