"""Copying: the words with their citation, the machine's own clipboard first, OSC 52 over ssh, and which way is said."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.reader.overlay_page import LOOK, footer, page
from tests.unit.cli_runner import harbour
from tui.briefing.bare import from_articles
from tui.documents import load
from tui.documents.model import Span
from tui.reader import clipboard
from tui.reader.app import Hexapla
from tui.reader.citing import cite
from tui.reader.clipboard import HERE, TMUX, copy, native_commands


def which(name: str) -> str | None:
    return None if name == "pbcopy" else f"/bin/{name}"


def test_a_citation_has_words_outlet_paragraph_file_and_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.\n\nTwo  words,\tand more.\n", encoding="utf-8")
    document, source = load(path), from_articles([path]).sources[0]
    start = document.text.index("Two")
    span = Span(start, start + len("Two  words,\tand"))
    assert cite(source, document, span) == (
        f"“Two words, and” (outlet not stated, paragraph 2; a.txt, characters {span.start}–{span.end})"
    )
    assert document.text[span.start : span.end].split() == ["Two", "words,", "and"]


def commands(environ: Mapping[str, str]) -> list[str]:
    """The programs that would be tried, in order."""
    return [command[0] for command, _ in native_commands(environ, which)]


def test_the_machines_own_clipboard_is_found_by_its_display() -> None:
    assert commands({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}) == ["/bin/wl-copy", "/bin/xclip", "/bin/xsel"]
    found = next(native_commands({"DISPLAY": ":0"}, which))
    assert found == (["/bin/xclip", "-selection", "clipboard"], HERE)
    assert commands({}) == []
    mac = next(native_commands({}, lambda name: f"/usr/bin/{name}"))
    assert mac == (["/usr/bin/pbcopy"], HERE)


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_ssh_only_the_terminal_or_tmux_knows_the_right_clipboard(variable: str) -> None:
    remote = {variable: "x", "DISPLAY": ":10", "WAYLAND_DISPLAY": "w"}
    assert commands(remote) == []
    assert list(native_commands({**remote, "TMUX": "/tmp/t,1,0"}, which)) == [
        (["/bin/tmux", "load-buffer", "-w", "-"], TMUX)
    ]


def test_in_tmux_its_buffer_comes_after_the_machines_own_clipboard() -> None:
    assert commands({"TMUX": "/tmp/t,1,0", "DISPLAY": ":0"}) == ["/bin/xclip", "/bin/xsel", "/bin/tmux"]


def test_the_text_reaches_the_program_as_utf8_and_nothing_else_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "taken"
    program = f"import sys; open({str(target)!r}, 'wb').write(sys.stdin.buffer.read())"
    monkeypatch.setattr(clipboard, "native_commands", lambda: [([sys.executable, "-c", program], HERE)])
    asked: list[str] = []
    assert copy("“Ōsaka” — 大阪", asked.append) == "to the clipboard"
    assert target.read_text(encoding="utf-8") == "“Ōsaka” — 大阪"
    assert not asked


@pytest.mark.parametrize(
    "command",
    [["/no/such/program"], [sys.executable, "-c", "raise SystemExit(1)"], [sys.executable, "-c", "input()"]],
)
def test_a_program_that_fails_or_hangs_leaves_it_to_the_terminal(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "native_commands", lambda: [(command, HERE)])

    def run(argv: list[str], **given: object) -> object:
        if argv[-1] == "input()":
            raise subprocess.TimeoutExpired(argv, clipboard.TIMEOUT)
        return real(argv, **given)  # type: ignore[call-overload]

    real = subprocess.run
    monkeypatch.setattr(subprocess, "run", run)
    asked: list[str] = []
    assert copy("words", asked.append) == "to the clipboard of this terminal (OSC 52)"
    assert asked == ["words"]


async def test_y_copies_the_quotation_in_hand_and_says_which_way_it_went(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(clipboard, "native_commands", list)
    monkeypatch.setattr(Hexapla, "copy_to_clipboard", lambda self, text: taken.append(text))
    async with page(harbour(tmp_path), ["y"]) as (app, pilot):
        assert taken == [
            "“the pier cost 40 million euros” (The Herald, paragraph 2; herald.txt, characters 51–81)",
        ]
        assert footer(app).startswith(" copied with its citation  to the clipboard of this terminal (OSC 52)")
        await pilot.press("right_square_bracket", "y")
        assert taken[-1].startswith("“The pier cost 45 million euros” (outlet not stated, paragraph 2; coast.txt")


async def test_a_hostile_article_can_put_nothing_but_text_on_the_clipboard(tmp_path: Path) -> None:
    path = harbour(tmp_path)
    text = (tmp_path / "herald.txt").read_text(encoding="utf-8")
    hostile = "\x1b]52;c;Y3VybA==\x07 the pier"
    (tmp_path / "herald.txt").write_text(text.replace("the pier", hostile), encoding="utf-8")
    async with page(path, ["y"]) as (app, _):
        quoted = app.hand.quotation
        assert quoted is not None and quoted.document is not None
        whole = cite(quoted.source, quoted.document, Span(0, len(quoted.document.text)))
        assert whole.isprintable()


async def test_without_a_clipboard_program_the_terminal_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "native_commands", list)
    async with page(LOOK, ["y"]) as (app, _):
        assert app.clipboard.startswith("‘“restructured” into a joint force headquarters")


async def test_where_nothing_is_quoted_there_is_nothing_to_copy(tmp_path: Path) -> None:
    bare = harbour(
        tmp_path, ("        evidence:\n          - {source: herald, quote: The harbour opened on Monday}\n", "")
    )
    async with page(bare, ["l", "y"]) as (app, _):
        assert footer(app).startswith(" ! nothing to copy here")
