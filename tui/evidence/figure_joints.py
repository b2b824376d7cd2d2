"""Where a figure of several words in one text is one word of another: "fifty-four thousand" and "54,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tui.evidence.lexicon import members

# The same figure written otherwise is a change, but the words do pair.
OTHERWISE = 0.3

_MOST = 7
_AND = "and"


def figure_joints(quoted: Sequence[str], found: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The ends of both runs of words, and how many words each has: one on one side, several on the other."""
    for end, run in _runs(quoted):
        yield from (((end, at), (len(run), 1)) for at in _equal(run, found))
    if any(word[0].isdigit() for word in quoted):
        for end, run in _runs(found):
            yield from (((at, end), (1, len(run))) for at in _equal(run, quoted))


def _equal(run: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """The indices behind the words that are the same figure as the run."""
    from tui.evidence.figures import same_figure  # and with it the reading of figures

    figure = " ".join(run)
    return (at for at, word in enumerate(words, 1) if word[0].isdigit() and same_figure(figure, word))


def _runs(words: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Each longest run of words that tell a figure together, and the index behind it; "and" may stand inside."""
    counting, begin = _counting(), None
    for end, word in enumerate((*words, "")):
        if word in counting or word[:1].isdigit():
            begin = end if begin is None else begin
        elif begin is not None and word != _AND:
            stop = end - (words[end - 1] == _AND)
            if 1 < stop - begin <= _MOST and not counting.isdisjoint(words[begin:stop]):
                yield stop, words[begin:stop]
            begin = None


@cache
def _counting() -> frozenset[str]:
    return members("number") | members("magnitude")
