"""A program in a pseudo-terminal, and what it costs: CPU from the scheduler's own count, memory from the kernel."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

QUIET = 0.06  # seconds without output and without CPU after which the program is taken to wait for a key


class Terminal:
    """Runs `python -m MODULE ARGUMENTS…` in a terminal of `columns` × `rows` cells. Linux only (`/proc`)."""

    def __init__(self, module: str, arguments: Sequence[str], columns: int, rows: int) -> None:
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.environ.pop("NO_COLOR", None)
            os.execv(sys.executable, [sys.executable, "-m", module, *arguments])
        self._size(columns, rows)
        self.output = b""

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> float:
        """CPU seconds a change of the window costs."""
        before = self.cpu()
        self._size(columns, rows)
        os.kill(self.pid, signal.SIGWINCH)
        self.settle()
        return self.cpu() - before

    def key(self, data: bytes) -> float:
        """CPU seconds a key costs, until the program waits again."""
        before = self.cpu()
        os.write(self.file, data)
        self.settle()
        return self.cpu() - before

    def cpu(self) -> float:
        """CPU seconds of all threads so far."""
        nanoseconds = 0
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            with suppress(FileNotFoundError):  # a thread may end while they are counted
                nanoseconds += int((task / "schedstat").read_text().split()[0])
        return nanoseconds / 1e9

    def memory(self) -> float:
        """The most megabytes that have been resident so far."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
        return 0.0

    def settle(self, least: int = 0) -> None:
        """Read output until the program is quiet, and until `least` bytes have come."""
        begun, spent, came = monotonic(), self.cpu(), 0
        while monotonic() - begun < 60:
            if select.select([self.file], [], [], QUIET)[0]:
                chunk = os.read(self.file, 1 << 16)
                self.output = (self.output + chunk)[-(1 << 20) :]
                came += len(chunk)
                continue
            now = self.cpu()
            if now - spent < 0.0005 and came >= least:
                return
            spent = now

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)
