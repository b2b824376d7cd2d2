"""Ctrl+C while `hexapla library add` runs: what was read is kept, and one line says how much that is."""

from __future__ import annotations

import io
import signal
from pathlib import Path

import pytest

from tests.unit.library_files import articles
from tui.cli.entry import main
from tui.cli.output import Output
from tui.documents import Document, load
from tui.search import Library
from tui.search.library import compacting, cutting, writer

FIVE = {f"{n}.txt": f"Ferry {n} left. It came back." for n in range(5)}


def _interrupted(folder: Path, library: Path, monkeypatch: pytest.MonkeyPatch, *presses: int) -> str:
    """What is told when Ctrl+C is pressed so often while each of the first articles is read."""
    pressed = iter(presses)

    def pressing(path: Path) -> Document:
        for _ in range(next(pressed, 0)):
            signal.raise_signal(signal.SIGINT)
        return load(path)

    told = io.StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(cutting, "load", pressing)
        with pytest.raises(KeyboardInterrupt):
            main(["library", "add", str(folder), "--folder", str(library)], Output(io.StringIO(), told))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    return told.getvalue()


def test_the_article_in_hand_and_those_before_are_kept_and_the_next_addition_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library = articles(tmp_path / "a", FIVE), tmp_path / "l"
    told = _interrupted(folder, library, monkeypatch, 0, 0, 1)
    assert told == "interrupted: 3 of 5 articles are indexed; the same command goes on from there\n"
    told = _interrupted(folder, library, monkeypatch, 0, 1)
    assert told == "interrupted: 5 of 5 articles are indexed; the same command goes on from there\n"
    assert Library(library).add().unchanged == 5
    assert Library(library).integrity() == ()


def test_before_anything_was_read_it_ends_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _interrupted(articles(tmp_path / "a", FIVE), tmp_path / "l", monkeypatch, 1)
    assert told == "interrupted: nothing is indexed yet; the same command begins anew\n"


def test_an_interruption_while_space_is_given_back_says_that_all_is_indexed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library = articles(tmp_path / "a", FIVE), tmp_path / "l"
    Library.build(library, [folder])
    for n in range(4):
        (folder / f"{n}.txt").unlink()

    def pressing(_: int) -> int:
        signal.raise_signal(signal.SIGINT)
        return 1

    monkeypatch.setattr(writer, "_FEW", 0)
    monkeypatch.setattr(compacting, "batch", pressing)
    told = io.StringIO()
    with pytest.raises(KeyboardInterrupt):
        main(["library", "add", str(folder), "--folder", str(library)], Output(io.StringIO(), told))
    assert told.getvalue() == "interrupted: 1 of 1 articles are indexed; the same command goes on from there\n"
    assert Library(library).integrity() == ()
