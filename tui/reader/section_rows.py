"""The rows of one section as look.md has them ("1 Sections"), before any ink: runs of tokens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from sys import intern
from typing import NamedTuple

from rich.cells import cell_len

from tui.evidence.model import Carriage, Quotation, ResolvedDifference, ResolvedSection, ResolvedStatement
from tui.reader.glyphs import Glyphs
from tui.reader.hand import Hand
from tui.reader.painting import fit
from tui.reader.unproved import MARK, UNPLACED, any_failed, beside, failed, lit, told
from tui.reader.wrapping import is_narrow, wrap

Token = tuple[str, str, str, str]  # text, ink, ground, attributes
Stretch = tuple[int, int]  # `[start, end)` in a line

SPACED_FROM = 40  # columns this wide part the letters of their sigla


class Row(NamedTuple):
    """One row of a section: three margin cells and the text, and what a click on it means.

    The cells from `lead` on show the characters `[begin, end)` of the source where it is a line of a quotation found
    there; else `begin` is -1.
    """

    runs: tuple[Token, ...]
    statement: int = -1
    quotation: int = -1
    difference: int = -1
    begin: int = -1
    end: int = -1
    lead: int = 3


def _nothing(quoted: Quotation) -> str:
    return ""


class SectionRows:
    """Lays a section out for a column `width` cells wide; `noted` gives the sign of a note or bookmark on a quotation.

    `in_hand` is the index of the statement in hand or -1, `quotation` that of the quotation in hand.
    """

    def __init__(self, hand: Hand, glyphs: Glyphs, width: int, noted: Callable[[Quotation], str] = _nothing) -> None:
        self.hand = hand
        self._noted = noted
        self.glyphs = glyphs
        self.text = width - 4
        self.width = width
        self._kept: dict[
            tuple[int, int, bool], tuple[Row, ...]
        ] = {}  # of statements not in hand: they stay as they are
        self._letters = {source.id: source.letter for source in hand.resolved.briefing.sources}
        self.gap = " " if width >= SPACED_FROM else ""
        self._tokens: dict[Token, Token] = {}  # of margins: thousands of rows have them alike

    def rows(self, section: ResolvedSection, height: int, in_hand: int, quotation: int) -> list[Row]:
        """All rows of the section; every quotation in full where the whole then fits into `height`."""
        if _fewest(section) <= height:
            whole = list(islice(self._section(section, in_hand, quotation, cut=False), height + 1))
            if len(whole) <= height:
                return whole
        return list(self._section(section, in_hand, quotation, cut=True))

    def _section(self, section: ResolvedSection, in_hand: int, quotation: int, *, cut: bool) -> Iterator[Row]:
        for index, statement in enumerate(section.statements):
            if index:
                yield Row(())
            if index == in_hand:
                yield from self._block(index, statement, quotation, cut=False)
                continue
            key = (section.number, index, cut)
            if key not in self._kept:
                self._kept[key] = tuple(self._block(index, statement, -1, cut=cut))
            yield from self._kept[key]
        if section.differences and section.statements:
            yield Row(())
        for difference in section.differences:
            yield self._difference(-1, difference, False)

    def _block(self, index: int, statement: ResolvedStatement, quotation: int, *, cut: bool) -> Iterator[Row]:
        """A statement with its quotations and differences; it is in hand where `quotation` is not -1."""
        current = quotation >= 0
        yield from self._statement(index, statement, current)
        for number, quoted in enumerate(self.hand.ordered(statement)):
            chosen = current and number == min(quotation, len(statement.quotations) - 1)
            yield from self._quotation(index, number, quoted, current, chosen, cut)
        for difference in statement.differences:
            yield self._difference(index, difference, current)

    def _statement(self, index: int, statement: ResolvedStatement, current: bool) -> Iterator[Row]:
        ground = "selection" if current else "background"
        sigla = self._statement_sigla(statement, ground)
        wide = sum(cell_len(run[0]) for run in sigla)
        text, number = statement.statement.text, f"{statement.number} "
        across = self.text + 2 - len(number)  # a number of two digits moves the text by a cell
        lines = [text[a:b] for a, b in wrap(text, across)] or [""]
        if cell_len(lines[-1]) + 1 + wide > across:
            lines.append("")
        for at, line in enumerate(lines):
            runs: list[Token] = [self._edge(current, ground)]
            lead = number if at == 0 else " " * len(number)
            runs.append((lead, "accent" if current else "dim", ground, "b" if current else ""))
            last = at == len(lines) - 1
            room = across - (wide if last else 0)
            runs.append((line + " " * max(room - cell_len(line), 0), "foreground", ground, "b"))
            yield Row((*runs, *(sigla if last else ())), index)

    def _edge(self, current: bool, ground: str = "background") -> Token:
        return self._shared(self.glyphs.bar if current else " ", "bar", ground)

    def _note(self, quoted: Quotation, current: bool) -> Token:
        """The sign of what is kept of a quotation, as the columns of the sources have it; else the bar."""
        sign = self._noted(quoted)
        return self._shared(sign, "accent" if current else "dim") if sign else self._edge(current)

    def _shared(self, text: str, ink: str, ground: str = "background", attributes: str = "") -> Token:
        token = text, ink, ground, attributes
        return self._tokens.setdefault(token, token)

    def _statement_sigla(self, statement: ResolvedStatement, ground: str) -> list[Token]:
        runs = self._sigla(list(statement.coverage.values()), ground)
        if statement.alone is not None and len(statement.coverage) > 1:
            runs.insert(0, (self.glyphs.alone + " ", "warning", ground, "b"))
        return runs

    def _sigla(self, coverage: Sequence[Carriage], ground: str) -> list[Token]:
        """The letters of the sources that speak; in place of the others what is known of them."""
        sources = self.hand.resolved.briefing.sources
        if len(coverage) * (1 + len(self.gap)) > self.text // 2:
            return [(f"{sum(how.speaks for how in coverage)}/{len(coverage)}", "dim", ground, "")]
        runs: list[Token] = []
        for index, (source, how) in enumerate(zip(sources, coverage, strict=True)):
            gap = self.gap if index else ""
            if gap:
                runs.append((gap, "dim", ground, ""))
            mark = (source.letter, f"mark:{index}", ground, "b")
            runs.append(mark if how.speaks else (self.glyphs.carriage(how), "dim", ground, ""))
        return runs

    def _quotation(
        self, statement: int, number: int, quoted: Quotation, current: bool, chosen: bool, cut: bool
    ) -> Iterator[Row]:
        source = self.hand.letters[quoted.source.id]
        mark = intern(f"mark:{source}")
        ground, ink = intern(f"{'strong' if current else 'faint'}:{source}"), "foreground" if current else "soft"
        stripe = self._shared(self.glyphs.bar if current else self.glyphs.faint_bar, mark)
        sign = self._sign(quoted)
        span = quoted.anchor.span if quoted.document is not None else None
        for at, (line, otherwise, a, b) in enumerate(self._lines(quoted, sign, cut)):
            letter = self._shared(quoted.source.letter if at == 0 else " ", mark, attributes="b")
            if chosen and at == 0:
                letter = (quoted.source.letter, "page", mark, "b")
            edge = self._note(quoted, current) if at == 0 else self._edge(current)
            runs: list[Token] = [edge, letter, stripe]
            begin = len(sign) + 1 if sign and at == 0 else 0
            if begin:
                runs += self._lead(sign, ground, against=failed(quoted))
            runs += _parted(self._filled(line), begin, otherwise, ink, ground)
            if span is None:
                yield Row(tuple(runs), statement, number)
            else:
                begin, end, lead = span.start + max(a, 0), span.start + b, 3 + max(-a, 0)
                yield Row(tuple(runs), statement, number, -1, begin, end, lead)
        for line in self._told(quoted, cut):
            words: Token = (self._filled(line), "dim", "background", "")
            yield Row((self._edge(current), self._shared(" ", mark), stripe, words), statement, number)

    def _filled(self, line: str) -> str:
        wide = len(line) if is_narrow(line) else cell_len(line)
        return line + " " * max(self.text - wide, 0)

    def _sign(self, quoted: Quotation) -> str:
        if quoted.document is None:
            return self.glyphs.unknown
        status = quoted.anchor.status
        sign = self.glyphs.quotation(status, getattr(quoted.claim, "role", "supports"))
        return sign + MARK if failed(quoted) and status not in UNPLACED else sign

    def _lead(self, sign: str, ground: str, *, against: bool) -> list[Token]:
        if against or sign in (self.glyphs.conflict, self.glyphs.fault):
            return [(sign, "foreground", "differ", "b"), (" ", "foreground", ground, "b")]
        return [(sign + " ", "foreground", ground, "b")]

    def _lines(self, quoted: Quotation, sign: str, cut: bool) -> Iterator[tuple[str, list[Stretch], int, int]]:
        """The lines of a quotation behind its sign, each with its words that the author has otherwise.

        And where in the quotation each begins (less than 0 with the sign) and ends.
        """
        lead = sign + " " if sign else ""
        text = lead + quoted.text.replace("\n", " ")
        otherwise = [(start + len(lead), end + len(lead)) for start, end in lit(quoted)]
        lines = wrap(text, self.text)
        shortened = cut and len(lines) > 2
        for number, (a, b) in enumerate(lines[:2] if shortened else lines):
            line = text[a:b]
            if shortened and number == 1:
                line = fit(line + self.glyphs.more, self.text, self.glyphs.more)
            inside = [(max(start, a) - a, min(end, b) - a) for start, end in otherwise if start < b and end > a]
            yield line, inside, a - len(lead), b - len(lead)

    def _told(self, quoted: Quotation, cut: bool) -> Iterator[str]:
        """The author's words under those of the source, where they are not the same; else what turns these round."""
        for text in told(quoted, self._letters) or beside(quoted):
            if cut:
                yield fit(text, self.text, self.glyphs.more)
            else:
                yield from (text[a:b] for a, b in wrap(text, self.text))

    def _difference(self, statement: int, resolved: ResolvedDifference, current: bool) -> Row:
        difference = resolved.difference
        sigla = self._sigla(self.hand.resolved.sides(resolved), "background")
        room = self.text - sum(cell_len(run[0]) for run in sigla) - 1
        about = fit(difference.about, room, self.glyphs.more)
        faint = difference.suggested
        ink = "dim" if faint else "accent" if difference.kind == "conflict" else "warning"
        words, slant = ("dim", "i") if faint else ("foreground", "")
        runs: tuple[Token, ...] = (
            self._edge(current),
            (
                self.glyphs.kind(difference.kind) + (MARK if any_failed(resolved.values) else " "),
                ink,
                "background",
                "" if faint else "b",
            ),
            (about + " " * (room - cell_len(about) + 1), words, "background", slant),
            *sigla,
        )
        return Row(runs, statement, difference=resolved.number - 1)


def _fewest(section: ResolvedSection) -> int:
    """The rows a section takes where everything of its statements takes one, and one parts them."""
    return sum(2 + len(one.quotations) + len(one.differences) for one in section.statements) - 1


def _parted(line: str, begin: int, otherwise: Sequence[Stretch], ink: str, ground: str) -> Iterator[Token]:
    """The line from `begin` on, words that the author has otherwise in bold on the ground of what differs."""
    for start, end in otherwise:
        start, end = max(start, begin), min(end, len(line))
        if start < end:
            yield line[begin:start], ink, ground, ""
            yield line[start:end], "foreground", "differ", "b"
            begin = end
    yield line[begin:], ink, ground, ""
