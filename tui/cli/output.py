"""Data on stdout, narration on stderr. Whatever is printed has been cleaned here, whoever wrote it."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TextIO

from tui.cli.errors import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

_EVERY = 0.1  # seconds between two states of a progress line


class Strong(str):
    """Text printed bold where the terminal can."""

    __slots__ = ()


class Output:
    """The two streams of one command. After a closed pipe everything written is dropped: see `closed`."""

    def __init__(self, stdout: TextIO | None, stderr: TextIO | None) -> None:
        self._stdout = _tolerant(stdout)
        self._stderr = _tolerant(stderr)
        self.closed = stdout is None
        self.bold = _takes_bold(stdout)
        self._passing = ""

    def line(self, *pieces: str) -> None:
        """One line of data; every piece is made one clean line, `Strong` ones bold on a terminal."""
        from tui.documents import clean_line

        texts = (clean_line(str(piece)) for piece in pieces)
        marked = (
            f"\x1b[1m{t}\x1b[0m" if self.bold and isinstance(p, Strong) else t
            for p, t in zip(pieces, texts, strict=True)
        )
        self._write("".join(marked) + "\n")

    def block(self, text: str) -> None:
        """Several lines of data, cleaned; printed as they are, a missing line end is not added."""
        from tui.documents import clean

        self._write(clean(text))

    def own(self, text: str) -> None:
        """Text that stands in this program's own code: no need to clean it."""
        self._write(text)

    def record(self, answer: Mapping[str, Any]) -> None:
        """One JSON object on one line, sent at once."""
        self._write(_json(answer) + "\n")
        self.flush()

    def note(self, message: str) -> None:
        """One line of narration."""
        from tui.documents import clean_line

        self._tell(clean_line(message))

    def passing(self, message: str) -> None:
        """One line of narration that the next one takes the place of; shown on terminals alone, "" takes it away."""
        from tui.documents import clean_line

        with suppress(OSError, AttributeError, ValueError):
            if self._stderr.isatty():  # type: ignore[union-attr]
                self._passing = clean_line(message)
                self._stderr.write(f"\r\x1b[K{self._passing}")  # type: ignore[union-attr]
                self._stderr.flush()  # type: ignore[union-attr]

    def note_block(self, text: str) -> None:
        """Several lines of narration."""
        from tui.documents import clean

        self._tell(clean(text).removesuffix("\n"))

    def note_record(self, answer: Mapping[str, Any]) -> None:
        """One JSON object of narration on one line."""
        self._tell(_json(answer))

    def flush(self) -> None:
        """Send what was written; raises `RefusedError` when the device takes no more."""
        self._write("", flush=True)

    def finish(self, code: int) -> int:
        """Flush for the last time; returns the exit code, 2 where the data could not be written."""
        try:
            self.flush()
        except RefusedError as refusal:
            self._tell(str(refusal))
            return 2
        return code

    def _write(self, text: str, *, flush: bool = False) -> None:
        if self.closed or self._stdout is None:
            return
        try:
            self._stdout.write(text)
            if flush:
                self._stdout.flush()
        except BrokenPipeError:
            self._abandon()
        except OSError as error:
            self._abandon()
            raise RefusedError(f"hexapla: cannot write to stdout: {error.strerror}") from None

    def _abandon(self) -> None:
        """Stop writing. The rest of the buffer goes to the null device, or Python would complain of it at exit."""
        self.closed = True
        with suppress(OSError, AttributeError):
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, self._stdout.fileno())  # type: ignore[union-attr]
            os.close(null)

    def _tell(self, text: str) -> None:
        with suppress(OSError, AttributeError):
            # Data first: where both streams lead to one terminal, they keep their order.
            self.flush()
            if self._passing:
                self.passing("")
            self._stderr.write(text + "\n")  # type: ignore[union-attr]
            self._stderr.flush()  # type: ignore[union-attr]


class ProgressLine:
    """One line on a terminal's stderr that says how far the work is, a few times a second; nothing elsewhere."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self._shown = 0.0
        self.interrupted = "interrupted"  # what an interruption is told as

    def show(self, describe: Callable[[], str]) -> None:
        """How far it is, in the words of `describe`, asked only when they are shown."""
        now = time.monotonic()
        if now - self._shown >= _EVERY:
            self._shown = now
            self._out.passing(describe())

    def compared(self, done: int, of: int) -> None:
        """How far comparing is."""
        self.show(lambda: f"compared {done} of {of}")

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Take the line away; after an interruption one line says so."""
        self._out.passing("")
        if kind is not None and issubclass(kind, KeyboardInterrupt):
            self._out.note(self.interrupted)


def write_file(command: str, path: Path, text: str, *, force: bool) -> None:
    """Write what `command` made; never over an existing file without `force`. Raises `RefusedError`."""
    from tui.writing import replace_file

    must_be_writable(command, path, force=force)
    try:
        replace_file(path, text, force=force)
    except FileExistsError:
        raise RefusedError(f"hexapla {command}: {path} exists; --force overwrites it") from None
    except OSError as error:
        raise RefusedError(f"hexapla {command}: {path}: {error.strerror or error}") from None


def must_be_writable(command: str, path: Path, *, force: bool) -> None:
    """Refuse a folder, and without `force` whatever exists: also before long work; `write_file` asks again."""
    if path.is_dir():
        raise RefusedError(f"hexapla {command}: {path} is a folder; name a file in it")
    if not force and path.exists():
        raise RefusedError(f"hexapla {command}: {path} exists; --force overwrites it")


def _tolerant(stream: TextIO | None) -> TextIO | None:
    """A stream that never fails over a character: UTF-8 into files and pipes, `?` for what a terminal lacks."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace", newline="\n")
    return stream


def _takes_bold(stream: TextIO | None) -> bool:
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb":
        return False
    return stream.isatty()


def _json(answer: Mapping[str, Any]) -> str:
    """JSON in which whatever `clean` would replace is escaped instead: harmless on a terminal, and exact."""
    import json

    from tui.documents import clean

    text = json.dumps(answer, ensure_ascii=False)
    cleaned = clean(text)
    if cleaned == text:
        return text
    return "".join(was if was == now else json.dumps(was)[1:-1] for was, now in zip(text, cleaned, strict=True))
