"""An export says in order what is known, who says it, and exactly where."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.unit.builders import a_briefing, a_source, a_statement, resolved
from tests.unit.markdown_reading import body, definitions, marks
from tui.briefing.model import Briefing, Difference, Evidence, Section, Value
from tui.evidence.model import ResolvedBriefing
from tui.export import UnknownSectionError, markdown

TEXTS = {
    "north": "The pier opened.\n\nIt cost 40 million euros, the port said. It opened on Monday.",
    "south": "The pier cost 45 million euros.\nIt is 300 m long. It opened on Monday.",
    "west": "Nobody was there. It opened on Monday.",
}


def harbour(**stated: object) -> Briefing:
    sources = [
        a_source(
            "north", outlet="Northern Post", title="Open at last", url="https://north.example/1", author=("A", "B")
        ),
        a_source("south", outlet="Southern Post", descriptor="An evening paper."),
        a_source("west", file="/srv/articles/west.txt"),
    ]
    cost = a_statement(
        "The pier cost 40 million.",
        Evidence("north", "It cost 40 million euros", note="The port’s own figure."),
        Evidence("south", "The pier cost 45 million euros", role="contradicts"),
        Evidence("west", "Nobody was there", role="context"),
    )
    length = a_statement("It is 300 m long.", Evidence("south", "It is 300 m long"), identifier="s2")
    opened = [Evidence(source, "It opened on Monday") for source in ("north", "south", "west")]
    sections = [
        Section("money", "What it cost", "Costs *differ*.", statements=(cost, length)),
        Section("day", "The day", "", statements=(a_statement("It opened on a Monday.", *opened),)),
    ]
    values = (Value("north", "40 million euros", "40 M"), Value("south", "45 million euros", "45 M"))
    differences = [
        Difference("d1", "money", "conflict", "the cost", values, "Which of the two?"),
        Difference("d2", "", "framing", "the mood", (Value("west", "Nobody was there"),)),
    ]
    facts = {"id": "pier", "title": "The pier", "date": date(2024, 7, 28), "summary": "A pier opened."}
    return a_briefing(sources, sections, differences, **{**facts, **stated})


@pytest.fixture
def pier() -> ResolvedBriefing:
    return resolved(harbour(), TEXTS)


def test_the_parts_come_in_their_order(pier: ResolvedBriefing) -> None:
    export = markdown(pier)
    headings = re.findall(r"^#+ .*$", export, re.MULTILINE)
    assert headings == [
        "# The pier",
        "## Coverage",
        "## What it cost",
        "### Differences: What it cost",
        "## The day",
        "## Other differences",
        "## Sources",
    ]
    assert export.index("A pier opened.") < export.index("## Coverage")
    assert export.index("## Sources") < export.index("\n[^1]: ")


def test_what_has_no_id_is_given_none(pier: ResolvedBriefing) -> None:
    bare = replace(pier, briefing=replace(pier.briefing, id=""))
    assert "\nid:" not in markdown(bare)
    assert "\nid:" in markdown(pier)


def test_the_front_matter_says_what_the_file_is(pier: ResolvedBriefing) -> None:
    assert yaml.safe_load(markdown(pier, ["day"]).split("---\n")[1]) == {
        "title": "The pier",
        "id": "pier",
        "date": "2024-07-28",
        "sections": ["day"],
        "urls": ["https://north.example/1"],
    }


def test_one_line_counts_what_follows(pier: ResolvedBriefing) -> None:
    assert "\n2 sections, 3 statements, 10 quotations (10 verified), 3 sources, 2 differences.\n" in markdown(pier)
    assert "\n1 section, 1 statement, 3 quotations (3 verified), 3 sources, 0 differences.\n" in markdown(pier, ["day"])


def test_a_footnote_says_source_paragraph_words_file_and_characters(pier: ResolvedBriefing) -> None:
    notes = definitions(markdown(pier))
    assert notes["1"] == (
        "Northern Post, paragraph 2: “It cost 40 million euros”. articles/north.txt, characters 18–42. "
        "Note: The port’s own figure."
    )
    assert TEXTS["north"][18:42] == "It cost 40 million euros"


def test_every_range_holds_the_words_it_is_given_for(pier: ResolvedBriefing) -> None:
    found = [
        re.search(r"“(.*?)”\. .*?(\w+)\.txt, characters (\d+)–(\d+)\.", n) for n in definitions(markdown(pier)).values()
    ]
    cited = [match.groups() for match in found if match]
    assert len(cited) == len(found) == 9
    assert [TEXTS[source][int(start) : int(end)] for _, source, start, end in cited] == [words for words, *_ in cited]


def test_footnotes_are_numbered_by_first_use_and_used(pier: ResolvedBriefing) -> None:
    export = body(markdown(pier))
    used = list(dict.fromkeys(marks(export)))
    assert used == list(definitions(export)) == [str(n) for n in range(1, len(used) + 1)]


def test_the_same_place_has_one_footnote(pier: ResolvedBriefing) -> None:
    export = markdown(pier)
    assert len([note for note in definitions(export).values() if "Nobody was there" in note]) == 1
    assert len([line for line in export.splitlines() if "[^3]" in line and not line.startswith("[^3]:")]) == 2


def test_what_one_source_says_alone_is_said_so(pier: ResolvedBriefing) -> None:
    assert "It is 300 m long.[^4] Only Southern Post says so." in markdown(pier)


def test_who_disagrees_and_who_gives_context_is_said_so(pier: ResolvedBriefing) -> None:
    assert (
        "The pier cost 40 million.[^1] Southern Post has it otherwise.[^2] For context: W (*outlet not stated*).[^3] "
        "Sources disagree: difference 1.\n"
    ) in markdown(pier)


def test_coverage_is_a_table_a_section(pier: ResolvedBriefing) -> None:
    assert (
        "| What it cost                 | Northern Post | Southern Post | W (*outlet not stated*) |\n"
        "| ---------------------------- | ------------- | ------------- | ----------------------- |\n"
        "| 1. The pier cost 40 million. | ●             | ≠             | ·                       |\n"
        "| 2. It is 300 m long.         | ·             | ●             | ·                       |\n"
        "| speaks to                    | 1 of 2        | 2 of 2        | silent                  |\n"
    ) in markdown(pier)


def test_a_difference_shows_both_sides_and_the_note(pier: ResolvedBriefing) -> None:
    assert (
        "- ≠ Difference 1, conflict: the cost\n"
        "  - Northern Post: “40 million euros” (40 M).[^5]\n"
        "  - Southern Post: “45 million euros” (45 M).[^6]\n"
        "  - Note: Which of the two?\n"
    ) in markdown(pier)


def test_what_is_unknown_of_a_source_is_not_stated(pier: ResolvedBriefing) -> None:
    listed = markdown(pier).split("## Sources\n\n")[1]
    north, south, west = re.split(r"^- ", listed, flags=re.MULTILINE)[1:]
    assert north.startswith("N: Northern Post\n  - Title: Open at last\n  - Author: A, B\n  - Published: not stated\n")
    assert f"  - SHA-256: {pier.documents['north'].sha256}\n" in north
    assert "  - File: ../articles/south.txt\n" in south
    assert "  - Descriptor: An evening paper.\n" in south
    assert west.startswith("W: *outlet not stated*\n  - Title: not stated\n")


def test_no_absolute_path_is_written(pier: ResolvedBriefing) -> None:
    export = markdown(pier)
    assert ("/srv" in export, "/nowhere" in export) == (False, False)
    assert "  - File: west.txt\n" in export


def test_sections_are_chosen_in_any_order_and_written_in_the_briefings(pier: ResolvedBriefing) -> None:
    assert markdown(pier, ["day", "money"]) == markdown(pier, iter(["money", "day", "day"]))
    assert "## What it cost" not in markdown(pier, ["day"])


def test_a_section_brings_its_own_footnotes_and_table_only(pier: ResolvedBriefing) -> None:
    export = markdown(pier, ["day"])
    assert len(definitions(export)) == 3
    assert len(re.findall(r"^\| -", export, re.MULTILINE)) == 1
    assert "Difference" not in export


def test_an_unknown_section_is_refused_with_the_nearest_id(pier: ResolvedBriefing) -> None:
    with pytest.raises(UnknownSectionError) as caught:
        markdown(pier, ["mony"])
    assert str(caught.value) == "no section 'mony'; did you mean 'money'?"
    assert isinstance(caught.value, KeyError)


def test_parts_can_be_left_out(pier: ResolvedBriefing) -> None:
    assert "# The pier\n" not in markdown(pier, h1=False)
    assert "## Coverage" not in markdown(pier, coverage=False)
    bare = markdown(pier, differences=False)
    assert "Which of the two?" not in bare
    assert "Sources disagree: “the cost”." in bare
    assert list(definitions(bare)) == list(dict.fromkeys(marks(body(bare))))


def test_what_sources_differ_on_stands_in_marks_that_are_not_doubled() -> None:
    briefing = harbour()
    first, *others = briefing.differences
    about = replace(first, about="“joint” or “allied”")
    bare = markdown(resolved(replace(briefing, differences=(about, *others)), TEXTS), differences=False)
    assert "Sources disagree: ‘“joint” or “allied”’." in bare


def test_the_same_briefing_gives_the_same_bytes(pier: ResolvedBriefing) -> None:
    assert markdown(resolved(harbour(), TEXTS)) == markdown(pier)


def test_it_ends_in_one_line_feed_and_has_no_trailing_space(pier: ResolvedBriefing) -> None:
    export = markdown(pier)
    assert export.endswith(".\n")
    assert [line for line in export.split("\n") if line != line.rstrip()] == []
    assert "\n\n\n" not in export


def test_sections_of_one_title_have_headings_that_differ() -> None:
    twin = [Section("a", "Twin"), Section("b", "twin"), Section("c", "Sources"), Section("d", "What now!")]
    export = markdown(resolved(a_briefing([a_source("north")], twin), TEXTS))
    assert [line for line in export.splitlines() if line.startswith("## ")] == [
        "## Coverage",
        "## Twin",
        "## twin (b)",
        "## Sources (c)",
        "## What now! (d)",
        "## Sources",
    ]


def test_two_sources_of_one_outlet_are_told_apart() -> None:
    sources = [a_source("north", outlet="Post"), a_source("south", outlet="Post")]
    statement = a_statement("It opened.", *(Evidence(source.id, "It opened on Monday") for source in sources))
    export = markdown(resolved(a_briefing(sources, [Section("s", "S", statements=(statement,))]), TEXTS))
    assert [note[:8] for note in definitions(export).values()] == ["Post (N)", "Post (S)"]


def test_a_briefing_of_nothing_but_a_source_exports() -> None:
    export = markdown(resolved(a_briefing([a_source("north")]), {}))
    assert "0 sections, 0 statements, 0 quotations, 1 source, 0 differences." in export
    assert "(the article could not be read)" in export


def test_a_briefing_not_yet_resolved_is_resolved_first(tmp_path: Path) -> None:
    article = tmp_path / "north.txt"
    article.write_text(TEXTS["north"])
    statement = a_statement("It opened.", Evidence("north", "The pier opened"))
    briefing = a_briefing([a_source("north", path=article)], [Section("s", "S", statements=(statement,))])
    assert "“The pier opened”. articles/north.txt, characters 0–15." in markdown(briefing)


def test_quotations_of_a_source_that_could_not_be_read_are_not_called_missing() -> None:
    unread = resolved(harbour(), {name: text for name, text in TEXTS.items() if name != "south"})
    assert "10 quotations (6 verified, 4 not read)" in markdown(unread)


def test_an_export_of_one_section_counts_its_differences_from_1() -> None:
    day = Difference("d3", "day", "variant", "the weekday", (Value("north", "It opened on Monday"),))
    briefing = harbour()
    pier = resolved(replace(briefing, differences=(*briefing.differences, day)), TEXTS)
    assert "≈ Difference 2, variant: the weekday" in markdown(pier)
    assert "◇ Difference 3, framing: the mood" in markdown(pier)  # listed last, so counted last
    alone = markdown(pier, ["day"])
    assert "≈ Difference 1, variant: the weekday" in alone
    assert "Sources vary: difference 1.\n" in alone
