"""`python -m tests.bench.reader.peer`: the least a Textual program can be, a page of text that scrolls."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tests.bench.reader.made import article


class Peer(App[None]):
    """One `Static` of 2,000 words."""

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(article(2_000, 1), markup=False)


if __name__ == "__main__":
    Peer().run()
