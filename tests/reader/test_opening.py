"""What `o` opens: the article at its line without a shell, an address only after it was shown whole."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reader.overlay_page import LOOK, footer, inside, page, row_with, style_at
from tests.unit.cli_runner import harbour
from tui.documents import load
from tui.reader import outside
from tui.reader.app import Hexapla
from tui.reader.goal import Goal
from tui.reader.outside import browse, edit, editor, editor_argv, host, host_in_ascii, launcher, why_not
from tui.reader.widgets.opening import OpeningDialog, open_goal

REPORT = "import json, sys; json.dump(sys.argv[2:], open(sys.argv[1], 'w'))"
ADDRESS = "https://news.example/2024/05/06/harbour?ref=front&page=2"


@contextmanager
def not_suspended() -> Iterator[None]:
    yield


@pytest.fixture
def _suspendable(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be lent, as a real one can."""
    monkeypatch.setattr(Hexapla, "suspend", lambda self: not_suspended())


@pytest.fixture
def argv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An editor named vim that writes down what it was given; the file it writes."""
    program = tmp_path / "bin" / "vim"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\n{REPORT}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{program} '{tmp_path / 'given'}' -n")
    return tmp_path / "given"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses handed to a browser, none of which is started."""
    taken: list[str] = []

    def take(url: str, suspend: object) -> str:
        taken.append(url)
        return ""

    monkeypatch.setattr("tui.reader.widgets.opening.browse", take)
    return taken


def with_address(folder: Path, url: str = ADDRESS) -> Path:
    """The small briefing, its first source with an address."""
    return harbour(folder, ("    outlet: The Herald\n", f"    outlet: The Herald\n    url: {json.dumps(url)}\n"))


# -- the editor


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("vi", ["vi", "+7", "/a b.txt"]),
        ("/usr/bin/nvim -p", ["/usr/bin/nvim", "-p", "+7", "/a b.txt"]),
        ("nano", ["nano", "+7", "/a b.txt"]),
        ("emacsclient -nw", ["emacsclient", "-nw", "+7", "/a b.txt"]),
        ("hx", ["hx", "+7", "/a b.txt"]),
        ("micro", ["micro", "+7", "/a b.txt"]),
        ("code --wait", ["code", "--wait", "-g", "/a b.txt:7"]),
        ("subl -w", ["subl", "-w", "/a b.txt:7"]),
        ("'/opt/my editor/vim' -R", ["/opt/my editor/vim", "-R", "+7", "/a b.txt"]),
        ("ed", ["ed", "/a b.txt"]),
    ],
)
def test_an_editor_is_asked_for_the_line_in_its_own_way(command: str, arguments: list[str]) -> None:
    assert editor_argv(command, Path("/a b.txt"), 7) == arguments


def test_visual_comes_before_editor_and_blanks_name_none() -> None:
    assert editor({"VISUAL": "hx", "EDITOR": "vi"}) == ("$VISUAL", "hx")
    assert editor({"VISUAL": " ", "EDITOR": "vi"}) == ("$EDITOR", "vi")
    assert editor({"VISUAL": "", "EDITOR": ""}) is None


@given(st.text(max_size=40), st.text(alphabet=st.characters(exclude_characters="\0/"), min_size=1, max_size=20))
def test_a_file_name_is_one_argument_whatever_it_holds(command: str, name: str) -> None:
    path = Path("/articles") / name
    try:
        words = editor_argv(command, path, 3)
    except ValueError:
        return
    assert words[-1] in (str(path), f"{path}:3")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("/no/such/program", "$EDITOR is '/no/such/program', and there is no such program"),
        ("vim 'unclosed", "$EDITOR is 'vim 'unclosed': no closing quotation"),
        ("/", "$EDITOR is '/': permission denied"),
        (f"{sys.executable} -c 'raise SystemExit(3)'", "ended with 3"),
        ("x" * 90, "$EDITOR is '" + "x" * 39 + "…', and there is no such program"),
    ],
)
def test_what_goes_wrong_with_an_editor_is_one_line(command: str, why: str) -> None:
    said = edit(Goal("CNN", Path("/dev/null")), not_suspended, {"EDITOR": command})
    assert why in said and "\n" not in said


@pytest.mark.usefixtures("_suspendable")
async def test_the_article_opens_at_the_line_of_the_quotation_in_hand(argv: Path) -> None:
    async with page(LOOK, "o") as (app, pilot):
        quoted = app.hand.quotation
        assert quoted is not None and quoted.document is not None and quoted.anchor.span is not None
        flag, line, file = _given(argv)
        assert (flag, file) == ("-n", str(quoted.source.path))
        words = Path(file).read_text(encoding="utf-8").split("\n")[int(line[1:]) - 1]
        assert quoted.text.split("\n")[0][:40] in words
        assert footer(app).startswith(" / search")
        await pilot.press("j", "right_square_bracket", "o")
        assert _given(argv)[2] != file


def _given(argv: Path) -> list[str]:
    """The arguments the editor was given."""
    return [str(word) for word in json.loads(argv.read_text(encoding="utf-8"))]


@pytest.mark.usefixtures("_suspendable")
async def test_in_the_sources_the_one_in_focus_opens_also_where_it_is_silent(argv: Path, tmp_path: Path) -> None:
    async with page(harbour(tmp_path), ["2", "l", "l", "G", "o"]):
        assert _given(argv)[2] == str((tmp_path / "coast.txt").resolve())


@pytest.mark.usefixtures("_suspendable")
async def test_bare_articles_open_too(argv: Path, tmp_path: Path) -> None:
    from tests.reader.overlay_page import COLOURS
    from tui.reader.start import make_app

    harbour(tmp_path)
    app = make_app(articles=[tmp_path / "coast.txt"], environ=COLOURS)
    async with app.run_test() as pilot:
        await pilot.press("o")
        assert _given(argv) == ["-n", "+1", str(tmp_path / "coast.txt")]


async def test_without_an_editor_the_line_names_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    async with page(harbour(tmp_path), "o") as (app, _):
        assert footer(app).startswith(" ! herald.txt, line 3  no $VISUAL, no $EDITOR, no editor: in the settings")


@pytest.mark.usefixtures("argv")
async def test_a_terminal_that_cannot_be_lent_is_told(tmp_path: Path) -> None:
    async with page(harbour(tmp_path), "o") as (app, _):
        assert "this terminal cannot be lent to another program" in footer(app)


def test_the_line_counts_as_the_article_does(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Head\r\n\r\nOne two.\r\nThree four.\r\n", encoding="utf-8")
    document = load(path)
    from tui.briefing.bare import from_articles
    from tui.reader.goal import goal

    source = from_articles([path]).sources[0]
    assert goal(source, document, document.text.index("Three")).line == 4
    assert goal(source, document, 0).line == 1
    assert goal(source).line == 1


# -- the address


@pytest.mark.parametrize(
    "url",
    [
        ADDRESS,
        "HTTP://news.example",
        "http://[2001:db8::1]:8080/a",
        "mailto:desk@news.example",
        "https://例え.example/路",
        "https://user:word@news.example/",
    ],
)
def test_web_and_mail_addresses_may_be_opened(url: str) -> None:
    assert why_not(url) == ""


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "data:text/html,x",
        "news.example/a",
        "//news.example",
        "https://",
        "mailto:",
        "https://news.example/a b",
        "https://news.example/\x1b[31m",
        "https://news.example/␛[31m",
        "https://news.example/\u202egnp",
        "https://news.example/\u200b",
        "https://news.example:port/",
        "https://[half/",
        "https://news.example/" + "a" * 3000,
        " https://news.example",
        "-https://news.example",
    ],
)
def test_nothing_else_is_opened(url: str) -> None:
    assert why_not(url) != ""
    assert browse(url, not_suspended, _never) != ""


def _never() -> str | None:
    raise AssertionError("a browser was looked for")


def test_the_address_is_one_argument_and_the_browser_writes_nothing_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[tuple[list[str], dict[str, object]]] = []

    class Started:
        def __init__(self, argv: list[str], **streams: object) -> None:
            calls.append((argv, streams))

        def wait(self) -> int:
            return 0

    monkeypatch.setattr(subprocess, "Popen", Started)
    assert browse(ADDRESS, not_suspended, lambda: "/bin/xdg-open") == ""
    ((argv, streams),) = calls
    assert argv == ["/bin/xdg-open", ADDRESS]
    assert {streams[name] for name in ("stdin", "stdout", "stderr")} == {subprocess.DEVNULL}


@given(st.text(max_size=30))
def test_an_address_that_may_be_opened_holds_no_blank_and_no_sign_that_acts(text: str) -> None:
    url = "https://a" + text
    if not why_not(url):
        assert url.isprintable() and not any(char.isspace() for char in url)


def test_the_host_is_what_answers_not_what_stands_in_front() -> None:
    assert host("https://www.cnn.com@evil.example:81/x") == "evil.example:81"
    assert host("mailto:a@b.example") == ""
    assert host_in_ascii("https://www.cnn.com/") == ""
    assert host_in_ascii("https://www.сnn.com/") == "www.xn--nn-nmc.com"


def test_the_desktop_is_asked_only_where_there_is_one() -> None:
    def which(name: str) -> str:
        return f"/bin/{name}"

    assert launcher({"DISPLAY": ":0"}, which, "linux") == "/bin/xdg-open"
    assert launcher({"WAYLAND_DISPLAY": "w"}, which, "linux") == "/bin/xdg-open"
    assert launcher({"SSH_TTY": "/dev/pts/1"}, which, "linux") is None
    assert launcher({"DISPLAY": ":0", "BROWSER": "w3m"}, which, "linux") is None
    assert launcher({"WSL_DISTRO_NAME": "Debian"}, which, "linux") == "/bin/wslview"
    assert launcher({}, which, "darwin") == "/bin/open"


async def test_an_address_is_shown_whole_and_nothing_opened_before_it_is_chosen(
    tmp_path: Path, asked: list[str]
) -> None:
    async with page(with_address(tmp_path), "o") as (app, pilot):
        assert isinstance(app.overlay, OpeningDialog)
        assert row_with(app, "▌ ").strip().endswith("herald.txt, line 3")
        assert row_with(app, f"  {ADDRESS}")
        assert style_at(app, "news.example").bold and not style_at(app, "https://").bold
        await pilot.press("j")
        assert row_with(app, f"▌ {ADDRESS}")
        assert not asked
        await pilot.press("enter")
        assert asked == [ADDRESS]
        assert app.overlay is None
        assert footer(app).startswith(" handed to the browser  news.example")


async def test_escape_and_q_open_nothing(tmp_path: Path, asked: list[str]) -> None:
    async with page(with_address(tmp_path), ["o", "j", "escape", "o", "j", "q"]) as (app, _):
        assert app.overlay is None and not asked and app.is_running


async def test_every_character_of_a_long_address_is_shown_in_order(tmp_path: Path) -> None:
    url = "https://news.example/" + "-".join(f"part{number}" for number in range(60)) + "?end=yes"
    async with page(with_address(tmp_path, url), ["o", "j"], size=(60, 24)) as (app, _):
        shown = "".join(row[2:].rstrip() for row in inside(app) if row.startswith("▌ "))
        assert shown == url


async def test_an_address_that_cannot_be_shown_whole_is_not_opened(tmp_path: Path, asked: list[str]) -> None:
    url = "https://news.example/" + "a" * 1000
    async with page(with_address(tmp_path, url), ["o", "j", "enter"], size=(40, 10)) as (app, _):
        assert not asked
        assert "not opened" in footer(app)


async def test_a_name_that_only_looks_like_a_host_is_told(tmp_path: Path) -> None:
    async with page(with_address(tmp_path, "https://www.cnn.com@evil.example/a"), "o") as (app, _):
        assert row_with(app, "! what stands before the @ is no host: evil.example answers")
        assert style_at(app, "evil.example/a").bold and not style_at(app, "www.cnn.com@").bold


async def test_a_host_in_other_letters_is_told_as_it_is_looked_up(tmp_path: Path) -> None:
    async with page(with_address(tmp_path, "https://www.сnn.com/a"), "o") as (app, _):
        assert row_with(app, "! looked up as www.xn--nn-nmc.com")


@pytest.mark.usefixtures("_suspendable")
async def test_an_address_that_may_not_be_opened_is_never_offered(argv: Path, tmp_path: Path) -> None:
    async with page(harbour(tmp_path)) as (app, pilot):
        open_goal(app, Goal("The Herald", tmp_path / "herald.txt", 3, "javascript:alert(1)"))
        await pilot.pause()
        assert app.overlay is None
        assert _given(argv) == ["-n", "+3", str(tmp_path / "herald.txt")]
        assert "the address of this source is not opened  it is none of http, https and mailto" in footer(app)


async def test_copying_in_the_dialog_takes_the_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    monkeypatch.setattr("tui.reader.clipboard.native_commands", list)
    monkeypatch.setattr(Hexapla, "copy_to_clipboard", lambda self, text: taken.append(text))
    async with page(with_address(tmp_path), ["o", "j", "y"]) as (app, _):
        assert taken == [ADDRESS]
        assert "copied the address" in footer(app)


def test_no_shell_is_started_anywhere_on_the_way_out() -> None:
    text = Path(outside.__file__).read_text(encoding="utf-8")
    assert "shell=True" not in text and "os.system" not in text and "os.popen" not in text
