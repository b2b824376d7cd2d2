"""The last lines of defence: what may go to the terminal, whoever drew it, and how the terminal is given back.

Texts are clean before they are drawn (`tui.documents.clean`). What is here must never be needed; it stands for
the text that a mistake lets past.
"""

from __future__ import annotations

import re
from typing import Final, cast

# Turns off every mode the reader turns on, and styles; for when the orderly way is barred. Twice does no harm.
RESTORE: Final = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1004l\x1b[<u\x1b[0m"
    "\x1b[?1049l\x1b[?25h"
)
# Line ends and tabs stay: Rich lays text out by the ones and spreads the others itself.
_SIGNS: Final = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), 0x61C, 0x200E, 0x200F), "\ufffd"),
    **dict.fromkeys((*range(0x2028, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)), "\ufffd"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "\ufffd"),
}
# All a frame consists of besides text: places, styles, and line ends between the rows of a whole screen.
_FRAME: Final = re.compile(r"\x1b\[\d+;\d+H")
_ACTS: Final = re.compile(
    r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e0fff]|\x1b(?!\[[\d;]*[mH])|\n(?!\n|\x1b\[\d+;\d+H|\Z)"
)
_CONTROLS: Final = re.compile(r"(?:\x1b\[[0-?]*[ -/]*[@-~]|\x1b\]\d+;[^\x00-\x1f\x7f-\x9f]*\x07|\x07)*")


def fill_control_tables() -> None:
    """Make Rich's and Textual's own text classes replace control characters, where they strip five of them.

    Both keep a private table for it, bound as a default argument, hence filled in place. The reader draws segments
    of its own, which do not pass there; the widgets and renderables of the two libraries do.
    """
    from rich import control
    from textual import content

    for table in (control._CONTROL_STRIP_TRANSLATE, content._CONTROL_STRIP_TRANSLATE):
        cast("dict[int, str]", table).update(_SIGNS)


def harmless(written: str) -> str:
    """What the application writes at once, with nothing in it that acts besides what Textual itself has to say.

    A frame keeps places, styles and line ends before the place of a row; every other control, and every character
    that turns the direction of text or hides, becomes U+FFFD. What is no frame passes when it consists of control
    sequences alone: modes, questions, the bell, the pointer, the clipboard.
    """
    if not _FRAME.match(written) and _CONTROLS.fullmatch(written):
        return written
    return _ACTS.sub("\ufffd", written) if _ACTS.search(written) else written
