"""The labelled articles of the bench: labels stand where they say, and the figures do not fall."""

from __future__ import annotations

import pytest

from tests.bench.events.agreeing import flags
from tests.bench.events.labels import BY_ANOTHER_HAND, DISPUTES, EVENTS, Event, read
from tests.bench.events.measure import measure


@pytest.mark.parametrize("name", (*EVENTS, *DISPUTES))
def test_labels_stand_where_they_say(name: str) -> None:
    event = read(name)
    for table in (event.facts, event.differences, event.traps):
        for labels in table.values():
            for label in labels:
                text = event.documents[label.source].text
                assert text[label.span.start : label.span.end].strip() == label.text


@pytest.mark.parametrize("name", EVENTS)
def test_the_events_keep_their_figures(name: str) -> None:
    event: Event = read(name)
    measured = measure(event)
    assert measured.fired == []
    assert measured.false == []
    assert len(measured.found) >= 0.5 * len(event.differences)
    right, drawn = measured.same
    assert right >= 0.88 * drawn


@pytest.mark.parametrize("name", DISPUTES)
def test_the_disputes_keep_their_figures(name: str) -> None:
    event: Event = read(name)
    measured = measure(event)
    assert measured.fired == []
    assert len(measured.false) <= 1
    assert len(measured.found) >= (0.2 if name in BY_ANOTHER_HAND else 0.3) * len(event.differences)


def test_articles_that_dispute_nothing_raise_hardly_a_flag() -> None:
    assert len(flags()) <= 1
