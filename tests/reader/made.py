"""Briefings made for a test: many sources, long words, other scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tui.briefing.model import Difference, Evidence, Section, Statement, Value
from tui.evidence.model import ResolvedBriefing

SENTENCES = (
    "Der Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft gehört die Brücke.",
    "日本と米国は東京で会談し、統合司令部の設置を発表した。",
    "The bridge was closed on 12 March after 5,600 cars had crossed it.",
    "An engineer, who asked not to be named, called it the strongest bridge in 70 years.",
)
TEXT = "\n\n".join(SENTENCES)


def many_sources(count: int) -> ResolvedBriefing:
    """`count` sources that all say the first thing; every other one says the second, the first alone the third."""
    names = [f"{chr(97 + n)}source" for n in range(count)]
    statements = (
        a_statement("The bridge is the company’s.", *_evidence(names, 0)),
        a_statement("A joint command is set up.", *_evidence(names[::2], 1)),
        a_statement("The bridge was closed.", *_evidence(names[:1], 2)),
    )
    values = tuple(
        Value(name, SENTENCES[2].partition("March ")[2], value=f"{n} cars") for n, name in enumerate(names[:2])
    )
    return briefing(
        names, [Section("one", "One", statements=statements)], [Difference("d", "one", "conflict", "cars", values)]
    )


def _evidence(names: Sequence[str], sentence: int) -> tuple[Evidence, ...]:
    return tuple(Evidence(name, SENTENCES[sentence]) for name in names)


def hard_words() -> ResolvedBriefing:
    """Titles and statements with a word of more than 60 letters and with characters two cells wide."""
    first = (Evidence("one", SENTENCES[0]), Evidence("two", SENTENCES[1]))
    statements = (
        a_statement(SENTENCES[0], *first),
        a_statement("統合司令部の設置を発表した。", Evidence("two", SENTENCES[1])),
    )
    sections = [
        Section("wide", "日本と米国は東京で会談し統合司令部の設置を発表", statements=statements),
        Section(
            "long", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft", statements=()
        ),
    ]
    return briefing(["one", "two"], sections, outlets={"one": "朝日新聞デジタル版東京本社", "two": "T" * 70})


def numbered(count: int) -> ResolvedBriefing:
    """One section of so many statements, one source, one quotation each."""
    statements = tuple(Statement(f"s{n}", f"Statement number {n}.", _evidence(["one"], 2)) for n in range(1, count + 1))
    return briefing(["one"], [Section("all", "All", statements=statements)])


def briefing(
    names: Sequence[str],
    sections: Sequence[Section],
    differences: Sequence[Difference] = (),
    outlets: Mapping[str, str] | None = None,
) -> ResolvedBriefing:
    """Sources of these names, all with the same article."""
    sources = [a_source(name, outlet=(outlets or {}).get(name, "")) for name in names]
    return resolved(a_briefing(sources, sections, differences), dict.fromkeys(names, TEXT))
