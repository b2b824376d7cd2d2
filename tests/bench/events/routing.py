"""`python -m tests.bench.events.routing [EVENT …]`: passages sent to sections by route words.

`routes.yaml` of an event holds its sections: the words an author would give after reading one of the articles, and the
facts that belong there. A passage belongs to the sections of its facts; passages of no fact belong nowhere and count
against the precision of every section they are sent to.
"""

from __future__ import annotations

import sys
from typing import Any

import yaml

from tests.bench.events.labels import EVENTS, FOLDER, Event, Label, read
from tui.briefing.model import Route, Section
from tui.documents import Span
from tui.evidence import compare, routes


def main(arguments: list[str]) -> None:
    """Print precision, recall and F1 of every event that has sections, and what went wrong with `--detail`."""
    wanted = [name for name in arguments if not name.startswith("-")] or EVENTS
    for name in (one for one in wanted if (FOLDER / one / "routes.yaml").exists()):
        raw: dict[str, dict[str, Any]] = yaml.safe_load((FOLDER / name / "routes.yaml").read_text(encoding="utf-8"))
        placed, wrong = _placed(read(name), raw)
        right, sent, wanted_pairs = placed
        f1 = 2 * right / (sent + wanted_pairs)
        print(f"{name}: P {right / sent:.2f}  R {right / wanted_pairs:.2f}  F1 {f1:.2f}  of {wanted_pairs}")
        if "--detail" in arguments:
            print(*wrong, sep="\n")


def _placed(event: Event, raw: dict[str, dict[str, Any]]) -> tuple[tuple[int, int, int], list[str]]:
    """Passages rightly sent, sent and to be sent, counted by section; and each mistake as a line."""
    sections = [
        Section(key, key, route=Route(words=tuple(map(str, one["words"])), exclude=tuple(map(str, one.get("not", ())))))
        for key, one in raw.items()
    ]
    comparison = compare(event.documents.values())
    sources, wrong, right, sent, wanted = list(event.documents), [], 0, 0, 0
    for index, found in enumerate(routes(comparison, sections)):
        source, span = sources[comparison.passages[index].document], comparison.span(index)
        belongs = {
            key
            for key, one in raw.items()
            if any(_meets(label, source, span) for fact in one["facts"] for label in event.facts[fact])
        }
        right, sent, wanted = right + len(belongs & set(found)), sent + len(found), wanted + len(belongs)
        if belongs != set(found):
            wrong.append(f"  {sorted(belongs)} sent to {list(found)}: {comparison.text(index)}")
    return (right, sent, wanted), wrong


def _meets(label: Label, source: str, span: Span) -> bool:
    return label.source == source and label.span.start < span.end and span.start < label.span.end


if __name__ == "__main__":
    main(sys.argv[1:])
