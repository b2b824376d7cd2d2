"""Two short articles on one event that say something more each, compared."""

from __future__ import annotations

from tui.documents import from_text
from tui.evidence import compare

MILL = "A fire destroyed the old mill of Tarn on Sunday. The mill had stood empty for years."
SAME = "The old mill of Tarn was destroyed by a fire on Sunday. Nobody had used the mill for years."


def differing(one: str, other: str) -> list[list[str]]:
    """The values of what is found between two articles on the mill that say these things besides."""
    documents = from_text(f"{MILL}\n\n{one}", "one"), from_text(f"{SAME}\n\n{other}", "other")
    return [[value.value for value in found.values] for found in compare(documents).differences]
