"""Two threads may import at once, one a package and one a part of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# The package waits, but not for ever, until the other thread holds the part and waits for the package: then each has
# what the other needs, and it is this one that finds out.
_PACKAGE = """
import sys
from time import sleep
import meeting
meeting.inside.set()
locks = sys.modules["_frozen_importlib"]._module_locks
for _ in range(meeting.patience):
    if locks["package"]().waiters:
        break
    sleep(0.001)
from package.part import name
"""
_MEETING = """
from threading import Event, Thread
inside = Event()
def both():
    errors = []
    def whole():
        try:
            import package
        except (ImportError, RuntimeError) as error:
            errors.append(error)
    def part():
        inside.wait()
        try:
            from package.part import name
        except (ImportError, RuntimeError) as error:
            errors.append(error)
    threads = [Thread(target=whole), Thread(target=part)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(errors)
"""


def faults(folder: Path, before: str, patience: int) -> int:
    """How many of the two threads could not import, for the part asks for the package, as modules may.

    The first waits for the second at most `patience` thousandths of a second.
    """
    (folder / "package").mkdir()
    (folder / "package" / "__init__.py").write_text(_PACKAGE)
    (folder / "package" / "part.py").write_text("import package\nname = 1\n")
    (folder / "meeting.py").write_text(_MEETING)
    run = f"import sys; sys.path.insert(0, {str(folder)!r}); {before}; import meeting"
    run += f"; meeting.patience = {patience}; sys.exit(meeting.both())"
    return subprocess.run([sys.executable, "-c", run], capture_output=True, timeout=60).returncode


def test_of_two_threads_each_gets_a_whole_module(tmp_path: Path) -> None:
    assert faults(tmp_path, "from tui.reader.importing import one_at_a_time; one_at_a_time()", 200) == 0


def test_without_the_lock_one_of_them_does_not(tmp_path: Path) -> None:
    assert faults(tmp_path, "import os", 30_000) > 0
