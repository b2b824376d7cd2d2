"""The front matter: a few YAML lines that say what the file is, read by Obsidian, Hugo, pandoc and scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable

from tui.briefing.model import Briefing
from tui.documents import clean_line


def front_matter(briefing: Briefing, sections: Iterable[str]) -> str:
    """`title`, `id`, `date` when stated, the ids of the exported sections, and the addresses of the sources.

    Every scalar is a JSON string. In the text an address is inert; here scripts and note programs find it whole.
    """
    lines = [f"title: {_scalar(briefing.title)}"]
    if briefing.id:  # articles compared without a briefing have none
        lines.append(f"id: {_scalar(briefing.id)}")
    if briefing.date is not None:
        lines.append(f"date: {_scalar(briefing.date.isoformat())}")
    lines += _listed("sections", sections)
    lines += _listed("urls", dict.fromkeys(source.url for source in briefing.sources if source.url))
    return "\n".join(["---", *lines, "---"])


def _listed(key: str, values: Iterable[str]) -> list[str]:
    items = [f"  - {_scalar(value)}" for value in values]
    return [f"{key}:", *items] if items else []


def _scalar(text: str) -> str:
    """A JSON string is a YAML 1.2 double-quoted scalar (YAML 1.2.2, §1.2); clean text needs no other escape."""
    return json.dumps(clean_line(text), ensure_ascii=False)
