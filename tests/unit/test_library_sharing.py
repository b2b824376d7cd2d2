"""Several readers and one writer at once; folders one may not write to; a missing package."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from tests.unit.library_files import articles, found, put, texts_of
from tui.search import Library
from tui.search.library import BusyError, LibraryError, MissingExtraError, update
from tui.search.library.folder import Folder

NOBODY = 65534


def test_two_readers_see_whole_states_while_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(update, "_LEAST_BATCH", 8)
    monkeypatch.setattr(update, "_MOST_BATCH", 8)
    folder = articles(tmp_path / "a", {f"{n}.txt": f"Ferry {n} left. Ferry {n} came back." for n in range(40)})
    library = tmp_path / "l"
    Library.build(library, [articles(tmp_path / "b")])
    seen: dict[int, list[int]] = {0: [], 1: []}
    wrong: list[BaseException] = []

    def read(reader: int) -> None:
        searcher = Library.open(library)
        try:
            while not seen[reader] or seen[reader][-1] < 80:
                seen[reader].append(searcher.search("'ferry").total)
                assert searcher.search("'fishing").total == 1
        except BaseException as error:  # noqa: BLE001 - told by the test, whatever it is
            wrong.append(error)
        finally:
            searcher.close()

    readers = [Thread(target=read, args=(reader,)) for reader in seen]
    for reader in readers:
        reader.start()
    Library.build(library, [folder])
    for reader in readers:
        reader.join(timeout=30)
    assert not wrong
    for totals in seen.values():
        assert totals == sorted(totals)
        assert totals[-1] == 80
        assert all(total % 2 == 0 for total in totals)


def test_a_second_writer_is_told_and_does_nothing(tmp_path: Path) -> None:
    library = tmp_path / "l"
    Library.build(library, [articles(tmp_path / "a")])
    with Folder(library).locked():
        for write in (
            Library(library).add,
            Library(library).rebuild,
            lambda: Library(library).remove([tmp_path / "a"]),
        ):
            with pytest.raises(BusyError, match="another process is writing"):
                write()
        assert found(library, "fishing").hits
    assert Library(library).add().unchanged == 3


def _as_nobody(ask: Callable[[], bool]) -> bool:
    """The answer of a process that has no rights of ours."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os._exit(0 if ask() else 1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_library_one_may_only_read_is_searched_and_left_alone() -> None:
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        library = base / "l"
        Library.build(library, [articles(base / "a")])
        for path in (*library.iterdir(), *(base / "a").iterdir()):
            path.chmod(0o444)
        for folder in (library, base / "a", base):
            folder.chmod(0o555)

        def searches() -> bool:
            return texts_of(found(library, "fishing").hits) != [] and not found(library, "fishing").notices

        def refuses() -> bool:
            try:
                Library(library).add()
            except LibraryError as error:
                return "ermission denied" in str(error) and "\n" not in str(error)
            return False

        assert _as_nobody(searches)
        assert _as_nobody(refuses)
        for folder in (base, library, base / "a"):
            folder.chmod(0o755)


def test_an_article_one_may_not_read_is_left_out() -> None:
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        base.chmod(0o777)
        folder = articles(base / "a")
        put(folder / "secret.txt", "The ferry is secret.").chmod(0)

        def leaves_out() -> bool:
            told: list[str] = []
            summary = Library(base / "l", say=told.append).add([folder])
            reason = f"skipped {folder}/secret.txt: you have no permission to read it"
            return (summary.added, summary.skipped, told) == (3, 1, [reason])

        assert _as_nobody(leaves_out)


def test_without_the_extra_one_line_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyroaring", None)
    for ask in (lambda: Library.build(tmp_path / "l", [tmp_path]), lambda: Library.open(tmp_path / "l")):
        with pytest.raises(MissingExtraError, match=r"pip install 'hexapla\[library\]'"):
            ask()
    assert not (tmp_path / "l").exists()


def test_no_library_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library here"):
        Library.open(tmp_path / "l")
    for ask in (Library(tmp_path / "l").rebuild, lambda: Library(tmp_path / "l").remove([tmp_path])):
        with pytest.raises(LibraryError, match="no library here"):
            ask()
    assert not (tmp_path / "l").exists()
    put(tmp_path / "file", "x")
    with pytest.raises(LibraryError):
        Library(tmp_path / "file").add([tmp_path])
