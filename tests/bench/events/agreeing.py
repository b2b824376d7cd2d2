"""`python -m tests.bench.events.agreeing`: what is flagged between articles that dispute nothing, all of it false."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from tests.bench.events.labels import FOLDER
from tui.documents import Document, from_text
from tui.evidence import FoundDifference, compare

_ARTICLE = re.compile(r"^=== (\d+)([a-z])\n(.*?)(?=^=== |\Z)", re.DOTALL | re.MULTILINE)


def pairs() -> Mapping[str, list[Document]]:
    """The articles of agreeing.txt by the number of their event."""
    found: dict[str, list[Document]] = defaultdict(list)
    for number, letter, text in _ARTICLE.findall((FOLDER / "agreeing.txt").read_text(encoding="utf-8")):
        found[number].append(from_text(text.strip(), f"{number}{letter}"))
    return found


def flags() -> list[tuple[str, FoundDifference]]:
    """Every difference found, with the number of its event."""
    return [(number, found) for number, documents in pairs().items() for found in compare(documents).differences]


def main() -> None:
    """Print each flag, then how many there are."""
    raised = flags()
    for number, found in raised:
        print(f"{number} {found.kind} {found.about}: {' / '.join(value.value for value in found.values)}")
    print(f"{len(raised)} flags over {len(pairs())} pairs")


if __name__ == "__main__":
    main()
