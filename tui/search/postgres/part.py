"""What a search keeps of one server: its words and which of its passages live, brought up to date by what changed."""

from __future__ import annotations

from pyroaring import FrozenBitMap

from tui.search.library.sealed import unseal_set
from tui.search.postgres.link import Link
from tui.search.postgres.making import check, none_here

_BEGIN = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT key, value FROM hexapla.library"


class Part:
    """One server's share as of one generation; `words` are by text their numbers and in how many passages they are."""

    def __init__(self, link: Link, servers: int) -> None:
        """`servers` is how many the library must be spread over."""
        self.link = link
        self._servers = servers
        self.words: dict[str, tuple[int, int]] = {}
        self.living = FrozenBitMap()
        self.held = 0  # passages in sets, living or not
        self._generation = -1
        self.library = ""

    def begin(self) -> bool:
        """Begin to read one state of the server, the newest, and take up what changed; whether anything did."""
        state = self._state()
        if state["index"] != self.link.schema:
            self.end()
            self.link.turn_to(state["index"])
            self.words, self._generation = {}, -1
            state = self._state()
        generation = int(state["generation"])
        if generation == self._generation:
            return False
        if generation < self._generation:  # the server was brought back from before
            self.words, self._generation = {}, -1
        self._renew()
        self._generation = generation
        return True

    def end(self) -> None:
        """Let go of that state."""
        if self.link.is_open:
            self.link.last("ROLLBACK")

    def _state(self) -> dict[str, str]:
        state: dict[str, str] = dict(self.link.last(_BEGIN))
        if not state:
            raise none_here(self.link)
        check(state, state["id"], self._servers, self.link)
        self.library = state["id"]
        return state

    def _renew(self) -> None:
        query = "SELECT text, number, n FROM word WHERE generation > %s"
        for text, number, n in self.link.rows(query, (self._generation,)):
            if n > 0:
                self.words[text] = number, n
            else:
                self.words.pop(text, None)
        rows = self.link.rows("SELECT value FROM meta WHERE key = 'living'")
        self.living = unseal_set(rows[0][0] if rows else None)
        self.held = int(self.link.rows("SELECT coalesce(sum(passages), 0)::bigint FROM segment")[0][0])
