"""What is not a readable article is refused in one line that names it, and nothing blocks."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from tests.unit.hostile import HOSTILE, JOINERS, forbidden
from tui.documents import ArticleError, Limits, load


def refusal(path: str | Path, limits: Limits | None = None) -> str:
    with pytest.raises(ArticleError) as caught:
        load(path, limits=limits)
    message = str(caught.value)
    assert forbidden(message, allowed=JOINERS) == []
    return message


def test_a_missing_file_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "tokyo-talks.txt").write_text("x")
    assert refusal(tmp_path / "tokio-talks.txt") == (
        f"{tmp_path}/tokio-talks.txt: no such file (did you mean {tmp_path}/tokyo-talks.txt?)"
    )
    assert refusal(tmp_path / "else").endswith("else: no such file")
    assert refusal(tmp_path / "no" / "where.txt").endswith("where.txt: no such file")


def test_a_folder_is_no_article(tmp_path: Path) -> None:
    assert refusal(tmp_path).endswith(": it is a folder, not an article")
    assert refusal(f"{tmp_path}/").endswith("it is a folder, not an article")


def test_a_named_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").endswith(": it is a named pipe, not an article")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_devices_are_refused_unopened(device: str) -> None:
    assert refusal(device) == f"{device}: it is a device, not an article"


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert refusal("s") == "s: it is a socket, not an article"


def test_a_link_to_an_article_opens_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Good news.")
    (tmp_path / "b").symlink_to("a.txt")
    (tmp_path / "c").symlink_to("b")
    document = load(tmp_path / "c")
    assert document.text == "Good news."
    assert document.source == str(tmp_path / "c")


def test_links_in_a_circle_or_to_nowhere_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "lost").symlink_to("nothing")
    assert refusal(tmp_path / "a").endswith("a: its symbolic links lead in a circle")
    assert refusal(tmp_path / "lost").endswith("lost: its symbolic link leads nowhere")


def test_a_link_to_a_special_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.txt").symlink_to("pipe")
    (tmp_path / "zero.txt").symlink_to("/dev/zero")
    assert refusal(tmp_path / "link.txt").endswith("link.txt: it is a named pipe, not an article")
    assert refusal(tmp_path / "zero.txt").endswith("zero.txt: it is a device, not an article")


def test_a_file_swapped_for_a_link_after_the_look_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "article").write_text("article")
    look = os.lstat

    def swap(path: str) -> os.stat_result:
        status = look(path)
        Path(path).unlink()
        Path(path).symlink_to(tmp_path / "secret")
        return status

    monkeypatch.setattr("tui.documents.files.os.lstat", swap, raising=True)
    monkeypatch.setattr("tui.documents.files.os.path.realpath", lambda path, strict: os.fspath(path))
    assert refusal(tmp_path / "article").endswith("its symbolic links lead in a circle")


def test_eight_sparse_gigabytes_are_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.truncate(8 * 2**30)
    assert refusal(tmp_path / "huge").endswith(": it is larger than 20 MB, the most an article may have")


def test_the_limit_itself_still_fits(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x" * 101)
    assert refusal(tmp_path / "a", Limits(article_bytes=100)).endswith(
        "larger than 100 bytes, the most an article may have"
    )
    assert len(load(tmp_path / "a", limits=Limits(article_bytes=101)).text) == 101


def test_a_file_without_a_size_is_read_to_its_end() -> None:
    assert "MemTotal" in load("/proc/meminfo").text


def test_a_growing_file_is_not_read_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log").write_text("x" * 10)
    monkeypatch.setattr("tui.documents.files.os.read", lambda _, size: b"x" * size)
    assert "larger than" in refusal(tmp_path / "log", Limits(article_bytes=1_000_000))


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "you have no permission to read it"),
        (errno.EIO, "the disk reports a read error"),
        (errno.EAGAIN, "it has nothing to read now"),
        (errno.EMFILE, "too many open files"),
        (errno.ESTALE, "stale file handle"),
    ],
)
@pytest.mark.parametrize("call", ["lstat", "open", "fstat", "read"])
def test_every_system_error_is_said_in_plain_words(
    number: int, words: str, call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("x")

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(f"tui.documents.files.os.{call}", fail)
    with pytest.raises(ArticleError) as caught:
        load(tmp_path / "a.txt")
    monkeypatch.undo()
    assert str(caught.value) == f"{tmp_path}/a.txt: {words}"


@pytest.mark.parametrize("name", [n for n, text in HOSTILE.items() if text and len(text) < 400])
def test_a_hostile_name_is_refused_in_a_clean_line(name: str, tmp_path: Path) -> None:
    message = refusal(tmp_path / "x" / HOSTILE[name])
    assert ": no such file" in message or ": no file can have such a name" in message or "too long" in message


def test_a_hostile_name_that_exists_is_shown_clean(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;x\x07\u202e\n.txt"
    path.write_text("x")
    assert load(path).source == f"{tmp_path}/a␛]0;x␇\ufffd .txt"
    assert load(path).path == path
    assert "did you mean" in refusal(tmp_path / "a\x1b]0;x\x07\u202e.txt")


def test_a_name_that_is_not_utf8_is_shown_and_opened(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("x")
    assert load(path).source.endswith("/caf\ufffd.txt")


def test_a_very_long_name_is_shortened_in_the_message() -> None:
    message = refusal("/" * 2_000 + "x" * 3_000)
    assert len(message) < 300
    assert message.endswith(": its name is too long")


def test_an_empty_name_and_a_file_as_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert refusal("").startswith("(no name): ")
    assert refusal(tmp_path / "a.txt" / "b").endswith("a part of its path is a file, not a folder")
