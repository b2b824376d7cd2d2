"""A newsroom's shared library on PostgreSQL servers; needs the extra `hexapla[postgres]`."""

from __future__ import annotations

from tui.search.postgres.address import addresses, is_address, shown

__all__ = ["addresses", "is_address", "shown"]
