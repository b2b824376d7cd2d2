"""Where a shared library lies: `postgresql://…` addresses, and how they are shown without what is secret in them."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-z][\w+.-]*://|postgres(?:ql)?:", re.ASCII | re.IGNORECASE)
_HOST = r"(?:\[[0-9A-Fa-f:.]+\]|[\w.%-]*)(?::\d+)?"
_PLAIN = re.compile(rf"(?P<who>[\w.%-]*)(?::[^@/?#]*)?(?P<where>@{_HOST}(?:,{_HOST})*(?:/[\w.%-]*)?)(?:\?[^@]*)?")
_NOBODY = re.compile(rf"(?P<who>)(?P<where>{_HOST}(?:,{_HOST})*(?:/[\w.%-]*)?)(?:\?[^@]*)?")


def is_address(text: str) -> bool:
    """Whether a text is an address, not the name of a folder; one of no PostgreSQL is refused when it is asked."""
    return _SCHEME.match(text) is not None


def addresses(text: str) -> tuple[str, ...]:
    """The addresses in a text, one a shard, with blanks between them; none when it names something else."""
    return tuple(text.split()) if is_address(text.lstrip()) else ()


def shown(address: str) -> str:
    """The address as it may be printed: without a password, and without options, which may hold one.

    Nothing is shown of an address that cannot be taken apart for sure, as with an unescaped `@` or `/` in a password.
    """
    scheme, _, body = address.partition(":")
    found = _PLAIN.fullmatch(body[2:]) or _NOBODY.fullmatch(body[2:])
    return f"{scheme}://{found['who']}{found['where']}" if found and body.startswith("//") else f"{scheme}://…"
