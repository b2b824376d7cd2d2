"""`python -m tests.bench.reader.start [RUNS]`: what the first full screen costs, beside a bare Textual application.

Each program runs in a pseudo-terminal of 120 × 40 until its first screen stands, then ends itself; CPU and peak memory
are the kernel's own count for the process. Runs alternate, so that whatever else the machine does falls on both.
Beside them `hexapla --help` and an interpreter that does nothing.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
from collections.abc import Sequence
from statistics import median

BARE = """
from textual.app import App
app = App()
app.call_later(lambda: app.call_after_refresh(app.exit))
app.run()
"""
READER = """
import gc
gc.disable()
from tui.reader.start import make_app
app = make_app("briefings/us-japan-2plus2-2024.yaml")
app.call_later(lambda: app.call_after_refresh(app.exit))
app.run()
"""
PROGRAMS = {
    "bare Textual": ["-c", BARE],
    "hexapla open": ["-c", READER],
    "python -c pass": ["-c", "pass"],
    "hexapla --help": ["-m", "tui", "--help"],
}


def run(arguments: Sequence[str]) -> tuple[float, float]:
    """Milliseconds of CPU and most megabytes of `python ARGUMENTS` in a terminal; ends with an error if it failed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execv(sys.executable, [sys.executable, *arguments])
    _read(terminal)
    _, status, used = os.wait4(pid, 0)
    os.close(terminal)
    if status:
        raise SystemExit(f"python {arguments[0]} … ended with {status}")
    return 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024


def _read(terminal: int) -> None:
    """Take the output away until the program ends."""
    while select.select([terminal], [], [], 30)[0]:
        try:
            if not os.read(terminal, 1 << 16):
                return
        except OSError:  # Linux says so when the other end is closed
            return


def main(runs: int = 9) -> None:
    """Measure and print medians and ratios."""
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    for _ in range(runs):
        for name, arguments in PROGRAMS.items():
            spent[name].append(run(arguments))
    middle = {name: (median(cpu for cpu, _ in all_), median(mb for _, mb in all_)) for name, all_ in spent.items()}
    for name, (cpu, memory) in middle.items():
        print(f"{name:16} {cpu:7.1f} ms CPU {memory:7.1f} MB")
    for one, other in (("hexapla open", "bare Textual"), ("hexapla --help", "python -c pass")):
        cpu, memory = (a / b for a, b in zip(middle[one], middle[other], strict=True))
        print(f"{one} / {other}: CPU × {cpu:.2f}, memory × {memory:.2f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
