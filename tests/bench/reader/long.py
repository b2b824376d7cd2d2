"""`python -m tests.bench.reader.long SPANS ARTICLE…`: the reader over articles lit in so many places."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.reader.made import briefing
from tui.reader.app import Hexapla
from tui.reader.start import themes


def main(spans: int, paths: Sequence[Path]) -> None:
    """Run the reader."""
    gc.disable()
    Hexapla(briefing(paths, spans), themes(None)).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
