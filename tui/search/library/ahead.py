"""Reading articles ahead: a second process reads and cuts them while this one writes the index.

It is a plain Python run with this one's search path, asked and answering over its pipes: it needs nothing of the
program that uses a library, leaves nothing behind, and ends when the pipes do, however either process ends. A message
is its length in four bytes and a pickle. What it does not answer, as it was killed or never started, is read here.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from queue import SimpleQueue
from threading import Condition, Thread
from typing import IO

from tui.search.library.cutting import Cut, cut_article
from tui.search.library.model import Read, Wanted

_LEAST = 3_000_000  # bytes from which on a second process is worth the 0.15 s its start takes
_AHEAD = 32_000_000  # bytes of articles read and not yet taken: the memory this may cost
_FILES = 8  # articles asked for at once: the pipe takes that much, however long their names
_LENGTH = struct.Struct("<I")
_RUN = "import sys; sys.path[:] = sys.argv[1:]; from tui.search.library.ahead import serve; serve()"


def reading(files: Sequence[Wanted]) -> Generator[Read[Cut], None, None]:
    """What articles hold, in their order."""
    done = 0
    process = start() if sum(one.size for one in files) >= _LEAST and _cores() > 1 else None
    if process is not None:
        beside = _Beside(process, files)
        try:
            for read in beside.answers():
                yield read
                done += 1
        finally:
            beside.end()
    yield from map(cut_article, files[done:])


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def start() -> subprocess.Popen[bytes] | None:
    """A process that reads; None where there can be none."""
    with suppress(OSError, ValueError):
        return subprocess.Popen(
            [sys.executable, "-I", "-B", "-c", _RUN, *sys.path],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interruption from the keyboard is for this process alone
        )  # fmt: skip
    return None


class _Beside:
    """The process that reads ahead; a thread asks it and takes its answers, so that it goes on while we write."""

    def __init__(self, process: subprocess.Popen[bytes], files: Sequence[Wanted]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._asking, self._answering = process, process.stdin, process.stdout
        self._files = files
        self._asked = self._kept = 0  # articles; bytes of articles asked for and not taken
        self._room = Condition()
        self._ended = False
        self._came: SimpleQueue[bytes] = SimpleQueue()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def answers(self) -> Iterator[Read[Cut]]:
        """What it read, in order; fewer than the files when it has ended before."""
        for one in self._files:
            if not (raw := self._came.get()):
                return
            with self._room:
                self._kept -= one.size
                self._room.notify()
            yield pickle.loads(raw)

    def _listen(self) -> None:
        """Ask for article after article and take the answers; nothing in the end."""
        try:
            with suppress(OSError, ValueError):  # it has ended: what it answered is taken, the rest is read by this one
                for at in range(len(self._files)):
                    self._ask(at)
                    if not (raw := _get(self._answering)):
                        break
                    self._came.put(raw)
        finally:
            self._came.put(b"")

    def _ask(self, answered: int) -> None:
        """Keep it asked for a few articles, and wait where all it answered would be too much to keep."""
        before = self._asked
        while self._asked < min(answered + _FILES, len(self._files)):
            with self._room:
                if self._asked == answered:
                    self._room.wait_for(lambda: self._ended or self._kept < _AHEAD)
                if self._ended or (self._kept >= _AHEAD and self._asked > answered):
                    break
                self._kept += self._files[self._asked].size
            _put(self._asking, pickle.dumps(self._files[self._asked]))
            self._asked += 1
        if self._asked > before:
            self._asking.flush()

    def end(self) -> None:
        """End it, whatever it does."""
        with self._room:
            self._ended = True
            self._room.notify()
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._asking, self._answering):
            with suppress(OSError):
                pipe.close()


def serve() -> None:
    """Read what is asked for on standard input until that ends."""
    gc.disable()  # nothing here holds itself
    with suppress(OSError):
        while raw := _get(sys.stdin.buffer):
            _put(sys.stdout.buffer, pickle.dumps(cut_article(pickle.loads(raw)), pickle.HIGHEST_PROTOCOL))
            sys.stdout.buffer.flush()


def _put(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)


def _get(pipe: IO[bytes]) -> bytes:
    """The next message; nothing when the pipe has ended before it has."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    message = pipe.read(length)
    return message if len(message) == length else b""
