"""`python -m tests.bench.reader.long WORDS SPANS`: the reader over three made-up articles."""

from __future__ import annotations

import gc
import sys

from tests.bench.reader.made import briefing
from tui.reader.app import Hexapla
from tui.reader.start import themes


def main(words: int, spans: int) -> None:
    """Run the reader."""
    gc.disable()
    Hexapla(briefing(3, words, spans), themes(None)).run()


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:3]))
