"""Messages: one footer row, sign, subject, what happened (look.md, "States")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tui.reader.ink import Ink
from tui.reader.painting import Run

SECONDS = 4.0  # how long word of an act stays


@dataclass(frozen=True, slots=True)
class Message:
    """`subject` is bold, `text` says what happened, `hint` stands right. Errors stay until the next act."""

    subject: str
    text: str = ""
    hint: str = ""
    kind: Literal["said", "warning", "error", "work"] = "said"

    def runs(self, ink: Ink) -> tuple[list[Run], list[Run]]:
        """The left and the right end of the footer."""
        left: list[Run] = []
        if self.kind == "error":
            left.append((ink.glyphs.fault + " ", ink("error", "panel", "b")))
        elif self.kind == "warning":
            left.append(("! ", ink("warning", "panel", "b")))
        elif self.kind == "work":
            left.append((ink.glyphs.mark + " ", ink("accent", "panel", "b")))
        bold = "b" if self.kind in ("error", "warning") else ""
        left.append((self.subject, ink("foreground", "panel", bold)))
        if self.text:
            left.append(("  " + self.text, ink("dim" if self.kind in ("said", "work") else "foreground", "panel")))
        return left, [(self.hint, ink("dim", "panel"))] if self.hint else []
