"""The tables can be spread by Citus as the documentation says, and no statement asks what it cannot spread."""

from __future__ import annotations

import re
from pathlib import Path

import psycopg

from tests.server.cluster import Cluster
from tests.unit.library_files import ROOT
from tui.search.postgres.library import SharedLibrary
from tui.search.postgres.tables import SPREAD

_KEYS = (
    "SELECT c.relname, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid "
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY(i.indkey) "
    "WHERE i.indisunique AND c.relnamespace = 'hexapla_1'::regnamespace"
)
_UNSPREADABLE = re.compile(r"\b(JOIN|FOR UPDATE|REFERENCES|serial|nextval|TRIGGER|IDENTITY|TEMP|RECURSIVE|LATERAL)\b")


def test_every_key_has_the_column_its_table_is_spread_by(cluster: Cluster, folder: Path) -> None:
    address = cluster.database()
    SharedLibrary([address]).add([folder])
    with psycopg.connect(address) as connection:
        keys = connection.execute(_KEYS).fetchall()
    assert set(SPREAD.items()) <= set(keys)
    assert {table for table, _ in keys} - SPREAD.keys() == {"meta", "segment"}


def test_the_documentation_spreads_the_same_tables() -> None:
    text = (ROOT / "docs" / "shared-library.md").read_text("utf-8")
    assert dict(re.findall(r"create_distributed_table\('hexapla_1\.(\w+)', '(\w+)'", text)) == SPREAD


def test_no_statement_asks_what_cannot_be_spread() -> None:
    for path in (ROOT / "tui" / "search" / "postgres").glob("*.py"):
        assert not _UNSPREADABLE.findall(path.read_text("utf-8")), path.name
