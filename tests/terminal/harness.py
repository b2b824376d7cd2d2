"""The real program in a real pseudo-terminal: keys go in, every byte that comes out is kept and judged."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import clock_gettime, monotonic
from types import TracebackType
from typing import Any, Self

from tests.terminal.grammar import foreign, modes_left, style_left, tokens
from tests.terminal.screen import Screen

LAUNCHER = Path(__file__).with_name("launch.py")
REAL = ("-m", "tui")
CPU_LIMIT = 2.0  # seconds of work after which a program that is not yet done with a key hangs
WALL_LIMIT = 60.0  # seconds after which it hangs whatever it does: the machine may be busy with other things
_LOOK, _CALM, _IDLE = 0.01, 3, 0.0006
# A session's first terminal has to be claimed from inside, before the program itself begins.
_CLAIM = "import fcntl,os,sys,termios;fcntl.ioctl(0,termios.TIOCSCTTY,0);os.execv(sys.argv[1],sys.argv[1:])"
_QUESTION, _ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"


class HungError(AssertionError):
    """The program does not answer."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a program ended: exit code, modes and style still on, whether termios is as it was, foreign sequences."""

    code: int
    modes: list[str]
    styled: bool
    termios_kept: bool
    foreign: list[str]

    @property
    def faults(self) -> list[str]:
        """What was not given back; [] for a terminal that is as it was."""
        faults = [f"{mode} left on" for mode in self.modes]
        faults += ["a style left on"] * self.styled + ["termios changed"] * (not self.termios_kept)
        return faults + [f"foreign {sequence}" for sequence in self.foreign]


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """A plain environment whose home is `home`; `changes` set variables, None takes them out."""
    made: dict[str, str | None] = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.environ.get("PYTHONPATH"),
        "HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "SSH_TTY": "/dev/pts/0",  # so that copying never touches the clipboard of whoever runs the tests
        "EDITOR": "true",
        "BROWSER": "true",
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE", "CACHE")},
        **changes,
    }
    return {name: value for name, value in made.items() if value is not None}


class Program:
    """`hexapla` in a terminal of its own.

    `entry` is what Python runs: the program itself, or `[LAUNCHER]`, which first puts faults into it as `env`
    says. Use it in a `with`: whatever happens, nothing is left running.
    """

    def __init__(
        self,
        *arguments: str | Path,
        env: Mapping[str, str],
        size: tuple[int, int] = (120, 40),
        cwd: Path | None = None,
        entry: Sequence[str | Path] = REAL,
        command: Sequence[str | Path] = (),
    ) -> None:
        self._ours, self._theirs = pty.openpty()
        self.screen = Screen(*size)
        self._written = bytearray()
        self._shown = self._asked = 0
        self._spent = self._answered = 0.0  # seconds of the processor's time, when last looked at
        self._set_size(*size)
        self._termios = termios.tcgetattr(self._theirs)
        whole = [*command] or [sys.executable, *entry, *arguments]
        self.process = subprocess.Popen(
            [sys.executable, "-S", "-E", "-c", _CLAIM, *map(str, whole)],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env=dict(env),
            cwd=cwd,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Kill what still runs and close the terminal."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.kill()
            self.process.wait()
        self.hang_up()
        if self._theirs >= 0:
            os.close(self._theirs)
            self._theirs = -1

    # -- what goes in

    def press(self, keys: bytes | str, *, settle: bool = True) -> None:
        """Type, and wait until the program has done all it does about it."""
        self._send(keys.encode() if isinstance(keys, str) else keys)
        if settle:
            self.settle()

    def paste(self, text: str) -> None:
        """Paste as a terminal does that was asked to mark pastes."""
        self.press(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")

    def mouse(self, button: int, x: int, y: int, *, up: bool = False, settle: bool = True) -> None:
        """An event of the mouse at cell x, y, counted from 1; buttons as xterm numbers them (64 and 65: wheel)."""
        self.press(f"\x1b[<{button};{x};{y}{'m' if up else 'M'}", settle=settle)

    def resize(self, columns: int, rows: int, *, settle: bool = True) -> None:
        """Give the window another size."""
        if settle:
            self.settle()
        self._show()
        self._set_size(columns, rows)
        self.screen.resize(columns, rows)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGWINCH)
        if settle:
            self.settle()

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the window: the program's terminal is gone."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    # -- what comes out

    @property
    def written(self) -> bytes:
        """All it has written."""
        return bytes(self._written)

    @property
    def running(self) -> bool:
        """Whether it has not ended."""
        return self.process.poll() is None

    def started(self, patience: float = CPU_LIMIT) -> Self:
        """Wait for the first screen (or the end); what it does on may take it `patience` seconds of work."""
        self.read_until(b"\x1b[?1049h")
        self.settle(patience)
        return self

    def read_until(self, wanted: bytes, seconds: float = WALL_LIMIT) -> None:
        """Read until `wanted` was written, or the program has ended."""
        self.read_until_after(0, wanted, seconds)

    def read_until_after(self, since: int, wanted: bytes, seconds: float = WALL_LIMIT) -> None:
        """The same, where what was written before `since` does not count."""
        until = monotonic() + seconds
        while self._written.find(wanted, since) < 0 and self.running:
            self._read(0.05)
            if monotonic() > until:
                raise HungError(f"no {wanted!r} in {seconds} s, only {self._written[-300:]!r}")

    def pause(self, seconds: float) -> None:
        """Read for so long, whatever comes."""
        until = monotonic() + seconds
        while monotonic() < until and self.running:
            self._read(0.02)

    def leave_alone(self, seconds: float) -> None:
        """Let it run for so long, and take nothing of what it writes."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)

    def settle(self, patience: float = CPU_LIMIT) -> None:
        """Wait until the program has nothing more to do, behind the page either.

        Raises HungError after `patience` seconds of work in the thread that answers keys.
        """
        begun, until = self._answering(), monotonic() + WALL_LIMIT
        before, calm = self.cpu(), 0
        while calm < _CALM and self.running:
            came = self._read(_LOOK)
            now = self.cpu()
            calm = 0 if came or now - before > _IDLE or self._has_work() else calm + 1
            before = now
            worked = self._answering() - begun
            if worked > patience or monotonic() > until:
                raise HungError(f"still at work after {worked:.1f} s of it; last wrote {self._written[-200:]!r}")
        while self._read(0):
            pass
        self._show()

    def comes_to(self, holds: Callable[[], bool], seconds: float = CPU_LIMIT) -> bool:
        """Whether it holds of the screen now or a little later: what a timer is to paint, no look can see coming."""
        until = monotonic() + seconds
        while not holds() and monotonic() < until:
            self.pause(0.05)
            self.settle()
        return holds()

    def answers(self) -> bool:
        """Whether it still answers: a change of the window's height makes it paint."""
        columns, rows = os.get_terminal_size(self._theirs)
        before = len(self._written)
        self.resize(columns, rows + 1 if rows < 50 else rows - 1)
        return len(self._written) > before or not self.running

    def cpu(self) -> float:
        """Seconds of processor time of all its threads, also of those that have ended."""
        with suppress(OSError):  # it has ended: what it spent last
            self._spent = clock_gettime((~self.process.pid << 3) | 2)  # Linux: the processor's clock of another process
        return self._spent

    def _answering(self) -> float:
        """Seconds of processor time of its first thread, which answers keys."""
        with suppress(OSError):
            self._answered = int(Path(f"/proc/{self.process.pid}/schedstat").read_text().split()[0]) / 1e9
        return self._answered

    def _has_work(self) -> bool:
        """Whether a thread waits for the processor, or keys wait to be read."""
        waiting = fcntl.ioctl(self._theirs, termios.FIONREAD, b"\0" * 4) if self._ours >= 0 else b""
        return bool(int.from_bytes(waiting, sys.byteorder)) or "R" in self._states()

    def _states(self) -> str:
        """The letters the kernel gives the states of its threads."""
        states = ""
        with suppress(OSError):
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                states += (task / "stat").read_text().rpartition(")")[2].split()[0]
        return states

    def memory(self) -> float:
        """The most megabytes that have been resident so far; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return 0.0
        return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)

    def state(self) -> str:
        """The letter the kernel gives the state of its first thread: T for stopped."""
        return self._states()[:1]

    def told(self) -> str:
        """The plain text it wrote before it took the screen, or after it gave the screen back."""
        after = self.written.rpartition(b"\x1b[?1049l")[2]
        return "".join(one.text for one in tokens(after) if one.kind == "text" or one.text == "\n").strip("\n")

    def end(self, seconds: float = WALL_LIMIT) -> Ending:
        """Wait for the end, and judge it. Raises HungError when it does not come."""
        until = monotonic() + seconds
        while self.running:
            self._read(0.02)
            if monotonic() > until:
                raise HungError(f"it has not ended after {seconds} s; last wrote {self._written[-300:]!r}")
        while self._read(0):
            pass
        self._show()
        return Ending(
            self.process.returncode,
            modes_left(self.written),
            style_left(self.written),
            self.termios_kept(),
            foreign(self.written),
        )

    def settings(self) -> list[Any]:
        """The terminal's settings now (`termios.tcgetattr`)."""
        return termios.tcgetattr(self._theirs)

    def reset(self) -> None:
        """Set the terminal as a shell does: as it was before the program began."""
        termios.tcsetattr(self._theirs, termios.TCSANOW, self._termios)

    def termios_kept(self) -> bool:
        """Whether the terminal's settings are now as they were before the program began, or it is gone."""
        return self._ours < 0 or termios.tcgetattr(self._theirs) == self._termios

    # -- the terminal

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _send(self, data: bytes) -> None:
        """Write in pieces, reading meanwhile: neither side may wait for the other."""
        until = monotonic() + WALL_LIMIT
        while data and self.running:
            self._read(0)
            if select.select([], [self._ours], [], 0.05)[1]:
                data = data[os.write(self._ours, data[:512]) :]
            if monotonic() > until:
                raise HungError(f"it does not read its keys; last wrote {self._written[-200:]!r}")

    def _read(self, seconds: float) -> bool:
        """Take what the program wrote; answer as a terminal does that can synchronise output."""
        if self._ours < 0 or not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            piece = os.read(self._ours, 1 << 16)
        except OSError:
            return False
        self._written += piece
        asked = self._written.count(_QUESTION, self._asked)
        self._asked = len(self._written) - len(_QUESTION) + 1 if not asked else len(self._written)
        os.write(self._ours, _ANSWER * asked)
        return bool(piece)

    def _show(self) -> None:
        self.screen.feed(bytes(self._written[self._shown :]))
        self._shown = len(self._written)
