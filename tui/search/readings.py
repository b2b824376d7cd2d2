"""What a typed word may stand for: weighted readings over a vocabulary.

Every typed word is spread over the vocabulary once: itself, words that begin with it, words a slip of the fingers away,
other spellings, words it is a part of, short and long forms. The weights were measured on known-item queries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from itertools import islice, permutations

from tui.search import likeness
from tui.search.acronyms import Acronyms
from tui.search.equivalents import EQUIVALENTS
from tui.search.fold import begun
from tui.search.spelling import begun_otherwise, frame, frames, sound, sounds
from tui.search.vocabulary import Vocabulary

EXACT, SPELT, BEGINNING, CONTRACTED, LOST, INSIDE, LETTERS, ABRIDGED = 1.0, 0.97, 0.85, 0.75, 0.74, 0.55, 0.6, 0.5
JOINED, ONE_WORD, SHORT, SHORTENED, LONG_FORM, GROWING = 0.85, 0.9, 0.62, 0.5, 0.9, 0.7
_MOST_TOGETHER = 12  # typed words looked at in pairs
_MOST_WORDS = 256  # readings of one typed word as another; on disk a set takes 8 µs
_MOST_SHORTS = 4  # short forms a typed word may be a slip for; their long forms are sought as well
_MOST_PARTS, _MOST_SPLITS = 4, 16  # words one typed word may be, and ways to be them
_CONTRACTIONS = range(4, 6)  # letters of a word cut to its beginning and its end
LEAST = 0.33


@dataclass(slots=True)
class Expansion:
    """The readings of one typed word.

    `weights` maps word ids to weights in 0..1; of the ids in `loose` only the letters typed belong to the reading.
    `ranges` are whole ranges of ids with one weight, words that begin alike; they may be long, so they are never spread
    out, and none of `weights` is weaker than a range it lies in. `sequences` are readings as words that stand together,
    `unfinished` a word and, right after it, any of a range. `implied` are short forms that only a word of their long
    form led to: they are sought, but the typed word was not read as them.
    """

    typed: str
    weights: dict[int, float] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)
    ranges: list[tuple[range, float]] = field(default_factory=list)
    sequences: dict[tuple[int, ...], float] = field(default_factory=dict)
    unfinished: list[tuple[int, range]] = field(default_factory=list)
    implied: set[int] = field(default_factory=set)

    def weight(self, word: int) -> float:
        """The weight of reading the typed word so; 0 for no reading."""
        beginning = max((weight for words, weight in self.ranges if word in words), default=0.0)
        return max(self.weights.get(word, 0.0), beginning)

    def add(self, words: Iterable[int], weight: float, *, loose: bool = False) -> None:
        """Read the typed word as each of `words`, unless a reading as good is known."""
        if weight < LEAST:
            return
        known = self.weights.get
        fresh = [word for word in words if known(word, 0.0) < weight]
        for beginning, strength in self.ranges if fresh else ():
            if strength >= weight:
                fresh = [word for word in fresh if word not in beginning]
        self.weights.update(dict.fromkeys(fresh, weight))
        (self.loose.update if loose else self.loose.difference_update)(fresh)

    def together(self, words: tuple[int, ...], weight: float) -> None:
        """Read the typed word as these words in a row."""
        self.sequences[words] = max(weight, self.sequences.get(words, 0.0))


class Expander:
    """Spreads typed words over one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, acronyms: Acronyms) -> None:
        self._vocabulary = vocabulary
        self._acronyms = acronyms

    def expand(self, typed: str) -> Expansion:
        """The readings of a folded word; of one the vocabulary has without the weakest, which `weaker` adds."""
        found, known = Expansion(typed), typed in self._vocabulary.ids
        self._as_it_stands(found)
        if typed.isalpha() or not (found.weights or found.ranges):
            self._slips(found)
            if not known:
                self._unfinished_slips(found)
        self._endings(found)
        self._contracted(found)
        if not known:
            self._inside(found)
            self._left_out(found)
        self._several(found)
        for long, weight in self._acronyms.long_forms(typed).items():
            found.together(long, weight)
        if not known:
            self._short_forms(found)
        self._slips_for_short_forms(found)
        self._keep_best(found)
        return found

    def weaker(self, known: Expansion) -> Expansion:
        """The readings of a word the vocabulary has with those that hardly ever matter, as it is there as typed.

        Words that hold it somewhere inside are none of them: they are many, and found no known passage.
        """
        found = replace(known, weights=dict(known.weights), loose=set(known.loose), implied=set())
        self._left_out(found)
        self._short_forms(found)
        self._keep_best(found)
        return found

    def _keep_best(self, found: Expansion) -> None:
        """Leave the strongest readings, of equals the commonest words: the rest, mostly words with the typed letters
        somewhere inside, are thousands in a large vocabulary."""
        weights = found.weights
        if len(weights) <= _MOST_WORDS:
            return
        least = sorted(weights.values(), reverse=True)[_MOST_WORDS - 1]
        kept = {word: weight for word, weight in weights.items() if weight > least}
        equal = sorted(word for word, weight in weights.items() if weight == least)
        equal.sort(key=self._vocabulary.frequency.__getitem__, reverse=True)
        found.weights = kept | dict.fromkeys(equal[: _MOST_WORDS - len(kept)], least)

    def beginning(self, typed: str) -> Expansion:
        """A last resort for first letters, where a slip cannot be told yet: less the last one, or with two swapped."""
        if not 2 <= len(typed) <= 4:
            return Expansion(typed)
        swapped = [typed[:i] + typed[i + 1] + typed[i] + typed[i + 2 :] for i in range(len(typed) - 1)]
        ranges = [self._vocabulary.starting(shape) for shape in dict.fromkeys((typed[:-1], *swapped))]
        return Expansion(typed, ranges=[(words, SHORTENED) for words in ranges if words])

    def together(self, typed: Sequence[str]) -> dict[int, dict[int, float]]:
        """Readings typed words get from each other, in any order: by place in `typed`, weights of word ids.

        Words typed apart that the text writes as one, and words that make up most of a learned long form.
        """
        found: dict[int, dict[int, float]] = {}
        if len(typed) > _MOST_TOGETHER:
            return found
        ids = self._vocabulary.ids
        for (i, left), (j, right) in permutations(enumerate(typed), 2):
            if (whole := ids.get(left + right)) is not None:
                found.setdefault(i, {})[whole] = found.setdefault(j, {})[whole] = ONE_WORD
        known = {ids[word]: i for i, word in enumerate(typed) if word in ids}
        for short, long in {pair: None for word in known for pair in self._acronyms.touching(word)}:
            shared = long & known.keys()
            if len(shared) > 1 and 3 * len(shared) >= 2 * len(long):
                for word in shared:
                    found.setdefault(known[word], {})[self._acronyms.number(short)] = JOINED
        return found

    def _as_it_stands(self, found: Expansion) -> None:
        typed, ids = found.typed, self._vocabulary.ids
        if typed in ids:
            found.add((ids[typed],), EXACT)
        for other, weight in EQUIVALENTS.get(typed, ()):
            if other in ids:
                found.add((ids[other],), weight)
        beginnings = [self._vocabulary.starting(shape) for shape in begun(typed)]
        found.ranges += [(words, BEGINNING) for words in beginnings if words]

    def _slips(self, found: Expansion) -> None:
        typed, n = found.typed, len(found.typed)
        most = 0 if n < 3 else 1 if n < 5 else 2 if n < 9 else 3
        if not most:
            return
        key, bones = sound(typed), frame(typed)
        near = [
            one for length in range(max(2, n - most), n + most + 1)
            for one in self._vocabulary.near(typed, length, most) if one[2]
        ]  # fmt: skip
        if n >= 5 and most < 3:
            near += self._further(typed, bones, most)
        words = [word for _, word, _ in near]
        for (number, word, edits), heard, frame_of in zip(near, sounds(words), frames(words), strict=True):
            if key and key == heard:
                found.add((number,), SPELT)
            else:
                same_bones = len(bones) > 2 and bones == frame_of
                self._slip(found, number, word, edits, most, same_bones=same_bones)

    def _further(self, typed: str, bones: str, most: int) -> Iterator[tuple[int, str, int]]:
        """Words more than `most` edits away that may still be spellings of this: id, word and edits.

        Those with its consonants, one edit further, and those like it begun by other letters of the same sound.
        """
        words = self._vocabulary.words
        for number, whole in self._vocabulary.framed(bones) if len(bones) > 2 else ():
            if whole and likeness.distance(typed, words[number]) == most + 1:
                yield number, words[number], most + 1
        for other in begun_otherwise(typed):
            among = self._vocabulary.starting(other[0])
            for length in range(len(other) - most, len(other) + most + 1):
                for number, word, _ in self._vocabulary.near(other, length, most, among=among):
                    yield number, word, most + 1

    def _slip(self, found: Expansion, number: int, word: str, edits: int, most: int, *, same_bones: bool) -> None:
        weight = likeness.typo(found.typed, word, edits, self._vocabulary.frequency[number])
        if same_bones:
            weight = min(weight + 0.12, SPELT)
        if edits <= most or same_bones:
            found.add((number,), weight)

    def _unfinished_slips(self, found: Expansion) -> None:
        typed, n = found.typed, len(found.typed)
        if n < 4:
            return
        most = 1 if n < 7 else 2
        for length in range(n - 1, n + 2):
            for numbers, cut, edits in self._vocabulary.near_beginnings(typed, length, most):
                weight = likeness.typo(typed, cut, edits, len(numbers)) * BEGINNING
                found.add(self._vocabulary.shorter(numbers, length + 2 - edits), weight)
                found.add(numbers, weight, loose=True)

    def _endings(self, found: Expansion) -> None:
        typed = found.typed
        if len(typed) < 3 or not typed.isalpha():
            return
        ending = list(self._vocabulary.ending(typed, max(3, len(typed))))
        found.add([number for number, lost in ending if lost <= 2], LOST)
        found.add([number for number, lost in ending if lost > 2], LOST, loose=True)

    def _contracted(self, found: Expansion) -> None:
        """Words cut to their beginning and their last letter, as "govt", "intl" and "contd" are."""
        typed, n = found.typed, len(found.typed)
        if n in _CONTRACTIONS and typed.isalpha():
            beginning = self._vocabulary.starting(typed[:-1])
            found.add(self._vocabulary.closing(beginning, typed[-1], n + 2, 4 * n), CONTRACTED, loose=True)

    def _inside(self, found: Expansion) -> None:
        typed = found.typed
        if len(typed) < 3 or not typed.isalpha():
            return
        before = None if len(typed) > 3 else 3
        found.add(self._vocabulary.containing(typed, before=before), INSIDE, loose=True)

    def _left_out(self, found: Expansion) -> None:
        typed = found.typed
        known = typed in self._vocabulary.ids
        bones = frame(typed)
        if len(bones) >= max(3, len(typed) - 1):
            framed = list(self._vocabulary.framed(bones))
            found.add([number for number, whole in framed if whole], LETTERS, loose=True)
            if not known:
                found.add([number for number, whole in framed if not whole], ABRIDGED, loose=True)
        if len(typed) < 4 or not typed.isalpha() or known:
            return
        found.add(self._vocabulary.between(typed, len(typed) + 3, 4 * len(typed)), ABRIDGED, loose=True)

    def _several(self, found: Expansion) -> None:
        typed = found.typed
        for parts in islice(self._split(typed, _MOST_PARTS), _MOST_SPLITS):
            if len(parts) > 1:
                found.together(parts, JOINED)
        if found.ranges or found.weights:
            return
        for cut in range(3, len(typed) - 1):
            if (words := self._vocabulary.starting(typed[cut:])) and typed[:cut] in self._vocabulary.ids:
                found.unfinished.append((self._vocabulary.ids[typed[:cut]], words))

    def _split(self, typed: str, most: int) -> Iterator[tuple[int, ...]]:
        """The ways to write a word as at most so many words of the vocabulary, itself among them."""
        yield from ((word,) for word in self._same(typed))
        for cut in range(1, len(typed) if most > 1 else 0):
            left, right = typed[:cut], typed[cut:]
            apart = left[-1].isdecimal() != right[0].isdecimal()
            known = list(self._same(left))
            if known and (apart or min(len(left), len(right)) > 1):
                yield from ((word, *rest) for rest in self._split(right, most - 1) for word in known)

    def _same(self, typed: str) -> Iterator[int]:
        """The word and its equivalents, as far as the vocabulary has them."""
        ids = self._vocabulary.ids
        yield from (ids[word] for word in (typed, *(other for other, _ in EQUIVALENTS.get(typed, ()))) if word in ids)

    def _short_forms(self, found: Expansion) -> None:
        for word, weight in self._meant(found).items():
            if weight > 0.6:
                shorts = [self._acronyms.number(short) for short, _ in self._acronyms.touching(word)]
                found.implied.update(short for short in shorts if not found.weight(short))
                found.add(shorts, SHORT * weight)

    def _slips_for_short_forms(self, found: Expansion) -> None:
        """Read the typed word as what short forms stand for that it may be a slip for."""
        if len(found.typed) < 5:
            return
        weights, words = found.weights, self._vocabulary.words
        shorts = weights.keys() & self._acronyms.shorts
        likely = (short for short in shorts if LEAST / LONG_FORM < weights[short] < EXACT)
        for short in nsmallest(_MOST_SHORTS, likely, key=lambda short: (-weights[short], short)):
            for long in self._acronyms.long_forms(words[short]):
                found.together(long, weights[short] * LONG_FORM)

    def _meant(self, found: Expansion) -> dict[int, float]:
        """The words of long forms among the readings, with their weights."""
        meant = {word: weight for word, weight in found.weights.items() if word in self._acronyms.words}
        for words, weight in found.ranges:
            for word in self._acronyms.touched(words):
                meant[word] = max(weight, meant.get(word, 0.0))
        return meant
