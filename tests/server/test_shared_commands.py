"""`hexapla library` and `search --library` with a server's address: the same words, and never a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.cluster import Cluster
from tests.unit.cli_runner import hexapla, process
from tests.unit.library_files import TEXTS


def test_a_shared_library_is_used_by_the_same_commands(cluster: Cluster, folder: Path) -> None:
    where = "--folder", cluster.database(), "--folder", cluster.database()
    assert hexapla("library", "add", folder, *where) == (0, "", "3 added\n")
    ran = hexapla("search", "fishng boats", "--library", *where)
    assert (ran.code, ran.out) == (0, f"{folder}/night.txt ¶1  {TEXTS['night.txt']}\n")
    assert hexapla("library", "rebuild", *where) == (0, "", "3 added\n")
    ran = hexapla("library", "status", "--check", *where)
    assert (ran.code, ran.err) == (0, "nothing is wrong\n")
    assert ran.out.startswith("3 articles, 6 passages, 30 different words, ")
    assert hexapla("library", "remove", folder, *where) == (0, "", "3 gone\n")


def test_the_address_comes_from_the_environment_and_the_password_from_its_own_file(
    cluster: Cluster, folder: Path
) -> None:
    address = cluster.database()
    kept = folder.parent / "pgpass"
    kept.write_text(f"127.0.0.1:{cluster.port}:*:*:{cluster.password}\n")
    kept.chmod(0o600)
    env = {"HEXAPLA_LIBRARY": address.replace(f":{cluster.password}@", "@"), "PGPASSFILE": str(kept)}
    assert process("library", "add", folder, env=env) == (0, "", "3 added\n")
    assert process("search", "fishng boats", "--library", env=env).code == 0


@pytest.mark.parametrize("command", [("library", "status"), ("search", "ferry", "--library"), ("library", "add")])
def test_what_goes_wrong_is_one_line_without_the_password(cluster: Cluster, command: tuple[str, ...]) -> None:
    wrong = cluster.url().replace(f":{cluster.password}@", ":f0rgotten@")
    for address in (wrong, cluster.url("nowhere"), "postgresql://reader:f0rgotten@127.0.0.1:1/x"):
        ran = hexapla(*command, "--folder", address)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert ran.err.startswith("hexapla: postgresql://reader@127.0.0.1:")
        assert "f0rgotten" not in ran.err
        assert cluster.password not in ran.err


def test_a_password_is_in_no_file(cluster: Cluster, folder: Path, tmp_path: Path) -> None:
    hexapla("library", "add", folder, "--folder", cluster.database())
    for path in Path.home().glob(".psql_history"), tmp_path.rglob("*"):
        assert all(cluster.password.encode() not in one.read_bytes() for one in path if one.is_file())
