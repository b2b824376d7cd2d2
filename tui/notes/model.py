"""What a reader keeps of a passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A passage of the source `source` with a text of the reader's; a bookmark where that is "".

    `quote` are the passage's own words, `prefix` and `suffix` those around it (W3C Web Annotation Data Model 2017,
    §4.2.4, Text Quote Selector), so that it is found again when the article changes.
    """

    source: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    text: str = ""
