"""argparse that names the nearest option and takes options between positional arguments."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NoReturn

from tui.cli.errors import RefusedError, suggestion


class Parser(argparse.ArgumentParser):
    """A parser whose errors are `RefusedError`; `described` holds its arguments, for the completion scripts."""

    def __init__(self, **keywords: Any) -> None:
        self.described: list[argparse.Action] = []
        super().__init__(allow_abbrev=False, **keywords)

    def add_argument(self, *names: Any, **keywords: Any) -> argparse.Action:
        """As argparse does it, and remembered."""
        if keywords.get("nargs") == "*":
            keywords.setdefault("default", [])  # without one argparse says that it is required
        action = super().add_argument(*names, **keywords)
        self.described.append(action)
        return action

    @property
    def options(self) -> list[str]:
        """All option strings, in the order they were added."""
        return [name for action in self.described for name in action.option_strings]

    def error(self, message: str) -> NoReturn:
        """Refuse with `message` and where to read more."""
        raise RefusedError(f"{self.prog}: {message}\nTry '{self.prog} --help'.")

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The options of one command; raises `RefusedError` for what it does not know."""
        for word in takewhile(lambda word: word != "--", argv):  # before argparse misses an argument
            if word.startswith("--") and " " not in word and word.partition("=")[0] not in self.options:
                self._refuse_argument(word)
        options, extra = self.parse_known_intermixed_args(argv)
        if extra:
            self._refuse_argument(next((word for word in extra if word.startswith("-")), extra[0]))
        return options

    def _refuse_argument(self, word: str) -> NoReturn:
        if not word.startswith("-"):
            self.error(f"one argument too many: '{word}'")
        name = word.partition("=")[0]
        self.error(f"unknown option '{name}'{suggestion(name, self.options)}")


def positive(text: str) -> int:
    """A whole number from 1, for `type=`."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number from 1")
    return number
