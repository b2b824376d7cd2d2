"""Where a shared library lies: `postgresql://…` addresses, and how they are shown without what is secret in them."""

from __future__ import annotations

import re

_SCHEMES = ("postgresql://", "postgres://")
_PLACE = re.compile(r"[\w.,:\[\]-]*(?:/[\w.%-]*)?")


def is_address(text: str) -> bool:
    """Whether a text is the address of a database, not the name of a folder."""
    return text.startswith(_SCHEMES)


def addresses(text: str) -> tuple[str, ...]:
    """The addresses in a text, one a shard, with blanks between them; none when it names something else."""
    return tuple(text.split()) if is_address(text.lstrip()) else ()


def shown(address: str) -> str:
    """The address as it may be printed: without a password, and without options, which may hold one.

    A password with an unescaped `@`, `/` or `?` makes an address that cannot be taken apart; nothing of it is shown.
    """
    scheme, _, body = address.partition("://")
    who, at, where = body.rpartition("@")
    where = where.partition("?")[0]
    user = who.partition(":")[0]
    if not (_PLACE.fullmatch(where) and re.fullmatch(r"[\w.%-]*", user)) or re.search(r":(?!\d+(?:[,/]|$))", where):
        return f"{scheme}://…"
    return f"{scheme}://{user}{at}{where}"
