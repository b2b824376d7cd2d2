"""A file is written in one step, keeps what it had, and is never written where that would surprise."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui.writing import replace_file


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_text_as_utf_8(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.md", "“Grüße” 日本 💩\n")
    assert (tmp_path / "a.md").read_bytes() == "“Grüße” 日本 💩\n".encode()
    assert names(tmp_path) == ["a.md"]


def test_a_path_may_be_a_string_and_a_text_empty(tmp_path: Path) -> None:
    replace_file(str(tmp_path / "a.md"), "")
    assert (tmp_path / "a.md").read_bytes() == b""


def test_a_relative_path_works_where_the_program_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    replace_file("a.md", "new")
    assert (tmp_path / "a.md").read_text() == "new"


def test_a_new_file_has_the_permissions_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "a.md", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.md").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o666])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(mode)
    replace_file(path, "new")
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", mode)


def test_a_file_name_of_255_bytes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    replace_file(path, "new")
    assert path.read_text() == "new"


def test_a_short_write_is_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:7]))
    replace_file(tmp_path / "a.md", "0123456789" * 10)
    assert (tmp_path / "a.md").read_text() == "0123456789" * 10


def test_a_link_goes_on_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("notes/real.md")
    replace_file(tmp_path / "link.md", "new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "notes" / "real.md").read_text() == "new"
    assert names(tmp_path) == ["link.md", "notes"]


def test_a_dangling_link_gets_the_file_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("real.md")
    replace_file(tmp_path / "link.md", "new")
    assert (tmp_path / "real.md").read_text() == "new"


def test_a_loop_of_links_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OSError, match=r".") as caught:
        replace_file(tmp_path / "a", "new")
    assert caught.value.errno == errno.ELOOP


def test_without_force_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    with pytest.raises(FileExistsError):
        replace_file(path, "new", force=False)
    assert (path.read_text(), names(tmp_path)) == ("old", ["a.md"])


def test_without_force_a_dangling_link_counts_as_existing(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("real.md")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "link.md", "new", force=False)
    assert not (tmp_path / "real.md").exists()


def test_without_force_a_new_file_is_written(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.md", "new", force=False)
    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == ("new", ["a.md"])


def test_without_force_a_file_that_appears_at_the_last_moment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = tmp_path / "a.md", os.link

    def late(source: Path, target: Path) -> None:
        path.write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(FileExistsError):
        replace_file(path, "mine", force=False)
    assert (path.read_text(), names(tmp_path)) == ("theirs", ["a.md"])


@pytest.mark.parametrize("hard_links", [True, False])
def test_of_many_writers_without_force_one_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hard_links: bool
) -> None:
    def no_link(source: Path, target: Path) -> None:
        raise OSError(errno.ENOTSUP, "no hard links here")

    if not hard_links:
        monkeypatch.setattr(os, "link", no_link)

    def write(number: int) -> int | None:
        try:
            replace_file(tmp_path / "a.md", f"writer {number}", force=False)
        except FileExistsError:
            return None
        return number

    with ThreadPoolExecutor(8) as pool:
        won = [number for number in pool.map(write, range(16)) if number is not None]
    assert len(won) == 1
    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == (f"writer {won[0]}", ["a.md"])


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_file(tmp_path / "a", "new")
    assert names(tmp_path) == ["a"]


def test_a_fifo_is_refused_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OSError, match="not a regular file"):
        replace_file(tmp_path / "a", "new")
    assert stat.S_ISFIFO((tmp_path / "a").stat().st_mode)


def test_a_file_its_owner_made_read_only_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a.md", "new")
    assert (tmp_path / "a.md").read_text() == "old"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        replace_file(tmp_path / "no" / "a.md", "new")


def test_what_cannot_be_written_is_an_os_error_too(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    with pytest.raises(OSError, match="character 1 cannot be written"):
        replace_file(tmp_path / "a.md", "a\ud800")
    with pytest.raises(OSError, match="NUL"):
        replace_file(f"{tmp_path}/a\0b", "new")
    assert ((tmp_path / "a.md").read_text(), names(tmp_path)) == ("old", ["a.md"])
