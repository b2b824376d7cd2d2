"""Imports of two threads, one after the other."""

from __future__ import annotations

import sys
from threading import RLock
from typing import Any, Final

_WITHIN: Final = "_find_and_load"  # what every import of a module not yet loaded comes to


def one_at_a_time() -> None:
    """Let a thread that imports wait until no other does.

    Python locks each module by itself. A thread in a package that imports a part of it, and one in that part, which
    asks for the package, wait for each other; Python sees that, and both imports fail. To import what is loaded
    already waits for nothing.
    """
    system = sys.modules["_frozen_importlib"]
    load, lock = getattr(system, _WITHIN, None), RLock()
    if load is None or hasattr(load, "alone"):
        return

    def alone(*arguments: Any) -> Any:
        with lock:
            return load(*arguments)

    alone.alone = True  # type: ignore[attr-defined]
    setattr(system, _WITHIN, alone)
