"""Running a command on a real terminal of its own."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

# A session's first terminal has to be claimed from inside; done before the command, not in a forked copy of the tests.
_CLAIM = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execvp(sys.argv[1], sys.argv[1:])"


class Terminal:
    """A pseudo-terminal that `command` controls; `env` is the whole environment."""

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str], cwd: Path | None = None) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CLAIM, *map(str, command)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=env,
            cwd=cwd,
        )
        os.close(theirs)
        self.written = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._ours, keys)

    def read_until(self, pattern: bytes, seconds: float = 30) -> None:
        """Read until what was written matches; fails when nothing more comes for `seconds`."""
        while not re.search(pattern, self.written):
            assert self._read(seconds), f"it ended without {pattern!r}: {self.written[-500:]!r}"

    def end(self, seconds: float = 30) -> int:
        """Read all that is still written; the exit code."""
        while self._read(seconds):
            pass
        return self._process.wait(timeout=seconds)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], seconds)
        assert ready, f"nothing more for {seconds} s after {self.written[-500:]!r}"
        try:
            piece = os.read(self._ours, 65536)
        except OSError:  # Linux says EIO where others say end of file
            return False
        self.written += piece
        return bool(piece)


def on_a_terminal(command: Sequence[str | Path], env: Mapping[str, str]) -> tuple[int, str]:
    """Run `command` to its end; the exit code and all it wrote, with plain line ends."""
    with Terminal(command, env) as terminal:
        code = terminal.end()
        return code, terminal.written.decode(errors="replace").replace("\r\n", "\n")
