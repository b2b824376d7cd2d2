"""Ways out of the reader: an editor at a line, an address in a browser. No shell is ever started."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import unicodedata
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Thread
from urllib.parse import SplitResult, urlsplit

from tui.documents import clean_line
from tui.reader.goal import Goal

SCHEMES = ("http", "https", "mailto")
LONGEST_ADDRESS = 2048

# Editors that take `+LINE FILE`, those that take `--goto FILE:LINE` (short `-g`), and those that take `FILE:LINE`.
_PLUS = (
    "vi vim nvim view nvi vis gvim mvim nano rnano pico emacs emacsclient micro hx helix kak joe ne mg zile gedit less"
)
_GOTO = "code code-insiders code-oss codium vscodium cursor windsurf"
_COLON = "subl sublime_text smerge zed zeditor lapce"

Suspend = Callable[[], AbstractContextManager[None]]


# -- the editor


def editor(environ: Mapping[str, str] = os.environ, chosen: str = "") -> tuple[str, str] | None:
    """What names the editor and what it says: the settings, then `$VISUAL`, then `$EDITOR`; None where all are empty.

    `chosen` is what the settings say.
    """
    if chosen:
        return "the editor of the settings", chosen
    for name in ("VISUAL", "EDITOR"):
        if environ.get(name, "").strip():
            return f"${name}", environ[name]
    return None


def editor_argv(command: str, path: Path, line: int) -> list[str]:
    """The arguments that open `path` at `line`; ValueError when `command` is no command line."""
    words = shlex.split(command)
    if not words:
        raise ValueError("it is empty")
    program = Path(words[0]).name.removesuffix(".exe")
    if program in _PLUS.split():
        return [*words, f"+{line}", str(path)]
    if program in _GOTO.split():
        return [*words, "-g", f"{path}:{line}"]
    return [*words, f"{path}:{line}" if program in _COLON.split() else str(path)]


def edit(goal: Goal, suspend: Suspend, environ: Mapping[str, str] = os.environ, chosen: str = "") -> str:
    """Open the file in the editor and wait for it; "" or, in a few words, why that was not possible."""
    named = editor(environ, chosen)
    if named is None:
        return "no $VISUAL, no $EDITOR, no editor: in the settings"
    variable, command = named
    try:
        argv = editor_argv(command, goal.path, goal.line)
        with suspend(), _interrupts_ignored():
            code = subprocess.run(argv, check=False).returncode
    except FileNotFoundError:
        return f"{variable} is {_short(command)}, and there is no such program"
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f"{variable} is {_short(command)}: {clean_line(reason).lower()}"
    return f"{_short(command)} ended with {code}" if code else ""


def _short(command: str) -> str:
    line = clean_line(command)
    return f"'{line if len(line) <= 40 else line[:39] + '…'}'"


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Ctrl+C belongs to the program in front. A handler, not SIG_IGN: that would be inherited."""
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# -- the browser


def why_not(url: str) -> str:
    """Why an address is not opened; "" when it may be."""
    if len(url) > LONGEST_ADDRESS:
        return "it is too long"
    if not all("!" <= char <= "~" or (char > "~" and unicodedata.category(char)[0] in "LMN") for char in url):
        return "it holds characters no address has"
    parts = _split(url)
    if parts is None or parts.scheme not in SCHEMES:
        return "it is none of http, https and mailto"
    if parts.scheme == "mailto":
        return "" if parts.path else "it names nobody"
    return "" if parts.hostname else "it names no host"


def host(url: str) -> str:
    """The part that says who answers, as it stands in the address; "" where there is none."""
    parts = _split(url)
    if parts is None or parts.scheme == "mailto":
        return ""
    return parts.netloc.rpartition("@")[2]


def host_in_ascii(url: str) -> str:
    """The host as it is looked up, where that is written otherwise: letters of two alphabets can look alike."""
    name = (parts.hostname or "") if (parts := _split(url)) else ""
    if name.isascii():
        return ""
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return "not a name that can be looked up"


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.hostname, parts.port  # both are read late and may raise
    except ValueError:
        return None
    return parts


def launcher(
    environ: Mapping[str, str] = os.environ,
    which: Callable[[str], str | None] = shutil.which,
    platform: str = sys.platform,
) -> str | None:
    """The program that hands an address to the desktop; None without a desktop or where `$BROWSER` is set."""
    if environ.get("BROWSER"):
        return None
    if platform == "darwin":
        return which("open")
    if environ.get("WSL_DISTRO_NAME") and (found := which("wslview")):
        return found
    return which("xdg-open") if environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") else None


def browse(url: str, suspend: Suspend, found: Callable[[], str | None] = launcher) -> str:
    """Open the address; "" or, in a few words, why that was not possible. Ask first: this does not."""
    if reason := why_not(url):
        return reason
    program = found()
    try:
        if program is not None:
            _launch([program, url])
            return ""
        with suspend(), _interrupts_ignored():  # a browser of the terminal takes the screen
            return "" if webbrowser.open(url) else "no browser was found here"
    except (OSError, webbrowser.Error) as error:
        return clean_line(str(error))


def _launch(argv: list[str]) -> None:
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(argv, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    Thread(target=started.wait, daemon=True).start()
