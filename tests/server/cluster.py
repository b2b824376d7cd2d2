"""A PostgreSQL server of our own: made in a temporary folder, asked over loopback, gone with the tests."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

USER = "reader"
_PACKAGED = Path("/usr/lib/postgresql")  # where Debian keeps them, a folder a version
_WHEN_ALL_IS_DONE = 'read -r _; "$0"/pg_ctl stop -s -D "$1"/data -m immediate 2>/dev/null; rm -rf "$1"'
_SETTINGS = "fsync=off", "full_page_writes=off", "max_connections=40", "shared_buffers=32MB"


def programs() -> Path | None:
    """The folder with the server's programs; None on a machine without them."""
    packaged = sorted(_PACKAGED.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    found = [*packaged, *(Path(name) for name in [shutil.which("initdb")] if name)]
    return found[0].parent if found else None


class Cluster:
    """One server. `password` is asked of everybody who comes over TCP."""

    def __init__(self, base: Path) -> None:
        """Make the files of a server in a folder that the account it will run under can write to."""
        found = programs()
        assert found is not None
        self._programs, self._base = found, base
        self.password = secrets.token_hex(8)
        self.port = _free_port()
        (base / "password").write_text(self.password)
        self._run("initdb", "-D", "data", "-U", USER, "-A", "scram-sha-256", "--pwfile=password", "-E", "UTF8",
                  "--locale=C", "--no-sync", "--wal-segsize=1")  # fmt: skip

    def start(self) -> None:
        """Start it and wait until it answers; nothing to do when it runs."""
        if (self._base / "data" / "postmaster.pid").exists():
            return
        settings = " ".join(f"-c {one}" for one in (*_SETTINGS, "listen_addresses=127.0.0.1", f"port={self.port}",
                                                   f"unix_socket_directories={self._base}"))  # fmt: skip
        self._run("pg_ctl", "start", "-w", "-s", "-D", "data", "-l", "log", "-o", settings)

    def stop(self) -> None:
        """Stop it at once, as a crash would; whoever asks it is cut off."""
        if (self._base / "data" / "postmaster.pid").exists():
            self._run("pg_ctl", "stop", "-w", "-s", "-D", "data", "-m", "immediate")

    def freeze(self) -> None:
        """Let every process of the server stand still, as a machine that is gone: none closes or says anything."""
        for process in self._processes():
            os.kill(process, signal.SIGSTOP)

    def thaw(self) -> None:
        """Let them go on."""
        for process in self._processes():
            os.kill(process, signal.SIGCONT)

    def url(self, database: str = "postgres") -> str:
        """The address of a database."""
        return f"postgresql://{USER}:{self.password}@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The address of a new, empty database."""
        name = f"library_{secrets.token_hex(4)}"
        with psycopg.connect(self.url(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url(name)

    def _processes(self) -> list[int]:
        first = int((self._base / "data" / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        return [first, *map(int, children)]

    def _run(self, program: str, *arguments: str) -> None:
        """Run a program of the server's, not as root, which it refuses."""
        user, group = _account()
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd=self._base,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            env=os.environ | {"TZ": "UTC"},
            timeout=60,
            user=user,
            group=group,
        )
        assert done.returncode == 0, f"{program} ended with {done.returncode}"


@contextmanager
def running() -> Iterator[Cluster]:
    """A server that runs, and is gone afterwards with all its files, also when the tests are killed."""
    base = Path(tempfile.mkdtemp(prefix="hexapla-server-"))
    user, group = _account()
    if user is not None and group is not None:
        os.chown(base, user, group)
    # The shell waits for the end of its input, which is ours or that of our process.
    keeper = ["sh", "-c", _WHEN_ALL_IS_DONE, str(programs()), str(base)]
    with subprocess.Popen(keeper, stdin=subprocess.PIPE, user=user, group=group, start_new_session=True):
        cluster = Cluster(base)
        cluster.start()
        yield cluster


def _account() -> tuple[int | None, int | None]:
    """The user and group a server runs under when the tests run as root."""
    for name in ("postgres", "nobody") if os.geteuid() == 0 else ():
        with suppress(KeyError):
            entry = pwd.getpwnam(name)
            return entry.pw_uid, entry.pw_gid
    return None, None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
