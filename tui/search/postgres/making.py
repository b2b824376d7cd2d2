"""Making a library's tables, finding them again, and putting new ones in the place of old ones."""

from __future__ import annotations

import os
import re
import secrets
from array import array

from tui.search.library.errors import LibraryError
from tui.search.library.folder import Listed
from tui.search.library.sealed import seal_set
from tui.search.postgres.link import Link
from tui.search.postgres.links import Links
from tui.search.postgres.tables import FORMAT, INDEX, LIBRARY

SIZE = (
    "SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class "
    "WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
)
# A schema's name stands in statements as it is, on all servers: one of them may not have another sent to the rest.
_INDEX, _SERVERS = re.compile(r"hexapla_[0-9]{1,9}"), re.compile(r"[0-9]{1,4}")
_KEPT_NUMBERS = ("passages", "documents")  # go on in an index made anew: servers change to it one after the other


def none_here(link: Link) -> LibraryError:
    """What to say of a server without a library."""
    return LibraryError(f"{link.shown}: no library here; 'hexapla library add' makes one")


def find(links: Links) -> None:
    """Turn all links to the index; raises LibraryError unless all of them, and no others, are of one library."""
    _agree(links, [_found(link) for link in links.links])


def make(links: Links) -> None:
    """The same; servers without tables get theirs when none has any, or those that have say it is their place."""
    states = [_state(link) for link in links.links]
    known = next((state for state in states if state), None)
    begun = known or {"format": FORMAT, "id": secrets.token_hex(8), "index": "hexapla_1", "generation": "0",
                      "servers": str(len(links))}  # fmt: skip
    _agree(links, [state or begun for state in states])
    for link, state in zip(links.links, states, strict=True):
        if not state:
            with link.transaction():
                _need_utf8(link)
                link.last(LIBRARY)
                _tables(link, begun["index"], {})
                link.rows(
                    "INSERT INTO hexapla.library (key, value) SELECT * FROM unnest(%s::text[], %s::text[])",
                    (list(begun), list(begun.values())),
                )


def holders(links: Links) -> Links:
    """Those of the servers that hold a part of the library; raises LibraryError unless all that do are among them."""
    states = {link: state for link in links.links if (state := _state(link))}
    if not states:
        raise none_here(links.links[0])
    found = links.some(list(states))
    _agree(found, list(states.values()))
    return found


def listed(links: Links) -> Listed:
    """What was added, and what of it was taken out again."""
    rows = links.links[0].rows("SELECT path, left_out FROM hexapla.root ORDER BY number")
    return Listed(
        tuple(os.fsdecode(path) for path, left_out in rows if not left_out),
        tuple(os.fsdecode(path) for path, left_out in rows if left_out),
    )


def begin_anew(links: Links, old: Links) -> None:
    """Turn all links to empty tables in a new schema, which nobody sees yet."""
    number = 1 + max(int(link.schema.rpartition("_")[2]) for link in old.links)
    kept: dict[str, int] = {}
    for key, given in old.ask("SELECT key, number FROM meta"):
        if key in _KEPT_NUMBERS:
            kept[key] = max(given, kept.get(key, 0))
    for link in links.links:
        with link.transaction():
            _need_utf8(link)
            link.last(f"{LIBRARY} DROP SCHEMA IF EXISTS hexapla_{number} CASCADE")
            _tables(link, f"hexapla_{number}", kept)
        link.turn_to(f"hexapla_{number}")


def end_anew(links: Links, old: Links) -> None:
    """Let the tables the links are turned to be the index, on one server after the other, and drop the old ones."""
    first = old.links[0]
    state = _state(first) | {"format": FORMAT, "servers": str(len(links)), "index": links.links[0].schema}
    dropped = {link: link.schema for link in old.links}
    for link in links.links:
        with link.transaction():
            ((generation,),) = link.rows("SELECT number FROM meta WHERE key = 'generation'")
            state["generation"] = str(generation)
            link.rows("DELETE FROM hexapla.library")
            link.rows(
                "INSERT INTO hexapla.library (key, value) SELECT * FROM unnest(%s::text[], %s::text[])",
                (list(state), list(state.values())),
            )
    for link, schema in dropped.items():
        link.last(f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def _agree(links: Links, states: list[dict[str, str]]) -> None:
    """Turn the links to the index when all states are of one library on so many servers."""
    for link, state in zip(links.links, states, strict=True):
        check(state, states[0]["id"], len(links), link)
        link.turn_to(state["index"])


def check(state: dict[str, str], library: str, servers: int, link: Link) -> None:
    """Raise LibraryError unless this is the state of a library of ours, on so many servers.

    No rebuild mends another version or a state that cannot be read: it would have to read the old index.
    """
    if state.get("format") != FORMAT:
        raise LibraryError(f"{link.shown}: the library was made by another version; make one in another database")
    if not (_INDEX.fullmatch(state.get("index", "")) and _SERVERS.fullmatch(state.get("servers", ""))):
        raise LibraryError(f"{link.shown}: the state of the library cannot be read; make one in another database")
    if int(state["servers"]) != servers:
        spread = f"the library is spread over {_servers(int(state['servers']))}: name all of them, not {servers}"
        raise LibraryError(f"{link.shown}: {spread}; 'hexapla library rebuild' spreads it over those named")
    if state.get("id") != library:
        raise LibraryError(f"{link.shown}: a part of another library than the first server's")


def _servers(count: int) -> str:
    return "1 server" if count == 1 else f"{count} servers"


def _state(link: Link) -> dict[str, str]:
    """What a server says of its library; empty when it has none."""
    if link.rows("SELECT to_regclass('hexapla.library')")[0][0] is None:
        return {}
    return dict(link.rows("SELECT key, value FROM hexapla.library"))


def _found(link: Link) -> dict[str, str]:
    if not (state := _state(link)):
        raise none_here(link)
    return state


def _tables(link: Link, schema: str, numbers: dict[str, int]) -> None:
    link.last(f"CREATE SCHEMA {schema};" + INDEX.format(s=schema))
    link.rows(f"INSERT INTO {schema}.meta (key, number, value) VALUES ('living', 0, %s)", (seal_set(array("I")),))
    for key, number in {"generation": 0, **numbers}.items():
        link.rows(f"INSERT INTO {schema}.meta (key, number) VALUES (%s, %s)", (key, number))


def _need_utf8(link: Link) -> None:
    ((encoding,),) = link.rows("SELECT current_setting('server_encoding')")
    if encoding != "UTF8":
        raise LibraryError(
            f"{link.shown}: the database is in {encoding}; make one in UTF8: createdb -E UTF8 -T template0"
        )
