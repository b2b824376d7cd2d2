"""The classes of words that decide what a sentence says."""

from __future__ import annotations

from importlib.resources import files

from tui.evidence.normal import normalise


def test_every_word_of_a_class_is_written_as_words_are_compared() -> None:
    """ "Mutmaßlich" never met a word, as "ß" is compared as "ss"; units alone are told by their capitals."""
    lines = (files("tui.evidence") / "data" / "classes.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.partition(": ") for line in lines if not line.startswith("#")]
    words = [word.replace("_", " ") for name, _, listed in entries if name != "cased_unit" for word in listed.split()]
    assert [word for word in words if normalise(word).text != word] == []
