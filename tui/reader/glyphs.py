"""The signs the reader draws, and their plain stand-ins for terminals that lack them."""

from __future__ import annotations

from typing import NamedTuple

from tui.evidence.model import Carriage, Status


class Glyphs(NamedTuple):
    """Every drawn sign, one cell each unless said otherwise; `enter` may take two."""

    bar: str = "▌"
    faint_bar: str = "▎"
    hairline: str = "▕"
    thumb: str = "▐"
    rubric: str = "━"
    rule: str = "─"
    mark: str = "⠿"
    verified: str = "●"
    partly: str = "◐"
    conflict: str = "≠"
    variant: str = "≈"
    framing: str = "◇"
    silent: str = "·"
    unknown: str = "?"
    alone: str = "÷"
    paragraph: str = "¶"
    more: str = "…"
    enter: str = "↵"
    hit: str = "•"
    right: str = "›"
    left: str = "‹"
    fault: str = "✗"
    ticked: str = "[×]"
    dash: str = "–"
    bookmark: str = "‣"
    note: str = "*"

    def kind(self, kind: str) -> str:
        """The sign of a difference's kind."""
        return {"conflict": self.conflict, "variant": self.variant, "framing": self.framing}[kind]

    def carriage(self, how: Carriage) -> str:
        """The coverage sign: how a source stands to a statement."""
        return {
            Carriage.VERIFIED: self.verified,
            Carriage.PARTLY: self.partly,
            Carriage.DIFFERS: self.conflict,
            Carriage.SILENT: self.silent,
            Carriage.UNKNOWN: self.unknown,
            Carriage.UNCOMPARED: self.unknown,
        }[how]

    def quotation(self, status: Status, role: str) -> str:
        """The sign before a quotation that is not simply as quoted in support; "" where it is."""
        if role == "contradicts":
            return self.conflict
        if role == "partly" or status in (Status.ALTERED, Status.PARTIAL):
            return self.partly
        return self.fault if status in (Status.MISSING, Status.MISATTRIBUTED) else ""


FULL = Glyphs()
PLAIN = Glyphs(
    bar="|",
    faint_bar=":",
    hairline="|",
    thumb="#",
    rubric="=",
    rule="-",
    mark="H",
    verified="+",
    partly="%",
    conflict="!",
    variant="~",
    framing="?",
    silent=".",
    unknown="_",
    alone="/",
    paragraph="p",
    more="~",
    enter="CR",
    hit="*",
    right=">",
    left="<",
    fault="x",
    ticked="[x]",
    dash="-",
    bookmark=">",
)
