"""Numbers with their meaning: measures, money, percent, durations, ages, votes, ordinals and counts of something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tui.evidence.comparing.clauses import clause
from tui.evidence.comparing.numbers import Number, numbers
from tui.evidence.comparing.positions import at_mark, race_times
from tui.evidence.comparing.quantity import Quantity
from tui.evidence.comparing.ranks import RANKS, is_superlative, ranks
from tui.evidence.comparing.roles import role_forms, role_of, role_word
from tui.evidence.comparing.sentences import Sentence
from tui.evidence.comparing.shares import fractions, in_so_many
from tui.evidence.comparing.tables import members
from tui.evidence.comparing.units import per_unit, unit

_NUMBERED = frozenset(("number", "no", "nr"))
_CURRENCIES = {sign: sign for sign in "$€£¥₹"} | {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "inr": "₹"}
_MILLIONS = frozenset(("million", "billion", "bn", "mn", "m"))
_VOTES = frozenset(
    (
        *(
            "vote",
            "votes",
            "voted",
            "ruling",
            "ruled",
            "majority",
            "decision",
            "split",
            "margin",
            "win",
            "won",
            "victory",
        ),
        *("defeat", "lead", "score", "verdict", "beat", "passed"),
    )
)
_RUNNERS = frozenset(("runner", "runners"))
_TAKING = frozenset(("finished", "finish", "finishing", "came", "come", "placed", "ranked", "ended", "took"))
_SOMEBODY = frozenset(("man", "woman", "boy", "girl", "child", "widow", "widower", "pensioner", "student", "teenager"))
_NOUNS = 4
_APPOSED = 5
_OF_ITS_KIND = frozenset(("in", "to", "this", "since", "within", "for", "such"))
_BESIDES = frozenset(("other", "more", "others", "another", "further"))
_POUND = ("mass", 0.453592, 1)
_FAHRENHEIT = 2.0  # as data/units.txt marks it


def quantities(sentence: Sentence) -> list[Quantity]:
    """What a passage measures and counts, dates and clock times left out."""
    found = [made for number in numbers(sentence) if (made := _meant(sentence, number)) is not None]
    return [
        *in_so_many(sentence, _added(sentence, found)),
        *fractions(sentence),
        *race_times(sentence),
        *_ordinals(sentence),
        *_places(sentence),
        *ranks(sentence),
    ]


def _added(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """The figures with "five hours and 40 minutes" as one."""
    made: list[Quantity] = []
    for one in found:
        before = made[-1] if made else one
        joined = before.kind == one.kind == "duration" and before.factor > one.factor and not before.per
        between = [sentence.low(at) for at in range(before.last + 1, one.first)]
        if joined and between in ([], ["and"]) and sentence.gap(one.first).strip() in ("", ","):
            size = (before.size() + one.size()) / one.factor
            whole = Number(before.first, one.last, size, size, one.number.grain, "", before.number.rough)
            made[-1] = before._replace(number=whole, last=one.last, factor=one.factor, per=one.per)
        else:
            made.append(one)
    return made


def _meant(sentence: Sentence, number: Number) -> Quantity | None:
    if _is_year(sentence, number) or _is_clock(sentence, number) or _is_heading(sentence, number):
        return None
    per = per_unit(sentence, number.last + 1)
    currency = sentence.low(number.first - 1)
    if currency == "magnitude":
        return Quantity("magnitude", number, number.first, number.last)
    if sign := _CURRENCIES.get(currency):
        return Quantity("money-" + sign, number, number.first - 1, number.last, per=per)
    if currency in _NUMBERED and sentence.text[sentence.tokens[number.first - 1].start :][:2] != "no":
        return Quantity("numbered", number, number.first - 1, number.last)
    measured = unit(sentence, number.last + 1)
    if measured is not None:
        kind, factor, length = _POUND if _are_weighed(sentence, number) else measured
        last = number.last + length
        if kind == "temperature" and factor == _FAHRENHEIT:
            number, factor = _celsius(number), 1.0
        bracketed = sentence.gap(number.first).endswith("(")
        if kind == "duration":
            return _lasting(sentence, number, last, factor)
        if kind == "points" and sentence.low(last) in ("point", "points") and sentence.low(last - 1) != "percentage":
            return None
        return Quantity(kind, number, number.first, last, factor, per=per_unit(sentence, last + 1), bracketed=bracketed)
    told = at_mark(sentence, number) or _aged(sentence, number) or _voted(sentence, number)
    return told or _counted(sentence, number)


@lru_cache(maxsize=1 << 13)
def bare_numbers(sentence: Sentence) -> frozenset[float]:
    """The numbers that stand without what they measure or count: "from 58 percent to 54", "the train was doing 38"."""
    return frozenset(
        number.low
        for number in numbers(sentence)
        if number.low == number.high and _is_bare(sentence, number) and not _is_clock(sentence, number)
    )


def _is_bare(sentence: Sentence, number: Number) -> bool:
    after = number.last + 1
    ends = after >= len(sentence.tokens) or bool(sentence.gap(after).strip())
    dated = sentence.low(number.first - 1) in members("classes.txt", "month")
    signed = sentence.low(number.first - 1) in _CURRENCIES or sentence.low(number.first - 1) in _NUMBERED
    verb = not ends and (sentence.low(after).endswith("ed") or sentence.low(after) in members("classes.txt", "past"))
    return (ends or sentence.tokens[after].kind == "small" or verb) and not (dated or signed)


def currencies(sentence: Sentence) -> Iterator[str]:
    """The kinds of money a passage has a sign or a word for."""
    for index, token in enumerate(sentence.tokens):
        measured = unit(sentence, index)
        if token.low in _CURRENCIES:
            yield "money-" + _CURRENCIES[token.low]
        elif measured and measured[0].startswith("money"):
            yield measured[0]


def is_bare_sum(sentence: Sentence, one: Quantity) -> bool:
    """Whether a figure is millions of nothing named: "25 million for the works"."""
    bare = one.kind == "count" and not one.nouns and not one.role
    return bare and sentence.low(one.number.last) in _MILLIONS


def _are_weighed(sentence: Sentence, number: Number) -> bool:
    """Whether pounds are a weight: "weighed about 1,630 pounds"."""
    weighed = any(sentence.low(at).startswith("weigh") for at in clause(sentence, number.first))
    return weighed and sentence.low(number.last + 1) in ("pound", "pounds")


def _celsius(number: Number) -> Number:
    low, high = ((value - 32) * 5 / 9 for value in (number.low, number.high))
    return number._replace(low=low, high=high, grain=number.grain * 5 / 9)


def _is_year(sentence: Sentence, number: Number) -> bool:
    digits = sentence.tokens[number.first]
    plain = number.first == number.last and digits.low.isdigit() and len(digits.low) == 4
    return (
        plain
        and 1800 <= number.low <= 2100
        and unit(sentence, number.last + 1) is None
        and not _counts_people(sentence, number.last)
    )


def _out_of(sentence: Sentence, number: Number) -> bool:
    """Whether another number follows that this one is out of: "one in five", "one in a hundred"."""
    after = number.last + 2
    told = sentence.tokens[after : after + 2]
    return sentence.low(after - 1) == "in" and any(token.kind == "number" or token.low == "hundred" for token in told)


def _is_heading(sentence: Sentence, number: Number) -> bool:
    """ "4. Two persons": the number of a paragraph."""
    return number.first == number.last == 0 and sentence.gap(1).startswith((". ", ") "))


def _counts_people(sentence: Sentence, last: int) -> bool:
    return sentence.low(last + 1) in (
        "people",
        "homes",
        "houses",
        "jobs",
        "workers",
        "troops",
        "passengers",
        "employees",
        "staff",
    )


def _is_clock(sentence: Sentence, number: Number) -> bool:
    after = sentence.low(number.last + 1)
    colon = sentence.gap(number.last + 1) == ":" or (number.first > 0 and sentence.gap(number.first) == ":")
    halves = after in ("a", "p") and sentence.low(number.last + 2) == "m"
    return colon or halves or after in ("am", "pm", "a.m", "p.m", "a.m.", "p.m.", "gmt", "o'clock")


def _lasting(sentence: Sentence, number: Number, last: int, factor: float) -> Quantity:
    if [sentence.low(last + 1), sentence.low(last + 2)] == ["of", "age"]:
        return _age(sentence, number, last + 2)
    if sentence.low(last + 1) == "old" or sentence.low(number.first - 1) == "aged":
        return _age(sentence, number, last + (sentence.low(last + 1) == "old"))
    return Quantity("duration", number, number.first, last, factor, per=per_unit(sentence, last + 1))


def _age(sentence: Sentence, number: Number, last: int) -> Quantity:
    """An age, with whose it is: the names or the last word before, and the words right after it."""
    before = sentence.tokens[max(0, number.first - 3) : number.first]
    whose = [token.form for token in before if token.kind == "name"] or [
        token.form for token in before if token.kind == "word" and token.low != "aged"
    ]
    if sentence.gap(last + 1).strip() in ("", ","):
        following = sentence.tokens[last + 1 : last + _APPOSED]
        whose += [token.form for token in following if token.content]
    return Quantity("age", number, number.first, last, nouns=tuple(whose), role=role_of(sentence, number))


def _aged(sentence: Sentence, number: Number) -> Quantity | None:
    """ "Maria Lopez, 34, …" and "aged 34"."""
    if not 0 < number.low < 120 or number.first != number.last or number.low != int(number.low):
        return None
    before = number.first - 1
    if (
        sentence.low(before) == "of"
        and sentence.low(number.last + 1) not in ("the", "them")
        and _is_somebody(sentence, before - 1)
    ):
        return _age(sentence, number, number.last)
    named = before >= 0 and sentence.tokens[before].kind == "name" and sentence.gap(number.first).strip() in (",", "(")
    closed = sentence.gap(number.last + 1).strip()[:1] in (",", ")", ".") or number.last + 1 == len(sentence.tokens)
    if sentence.low(before) == "aged" or (named and closed):
        return _age(sentence, number, number.last)
    return None


def _is_somebody(sentence: Sentence, at: int) -> bool:
    """ "A woman of 63", "the boy of four": one person."""
    article = {sentence.low(at - 1), sentence.low(at - 2)} & {"a", "the", "another"}
    return sentence.low(at) in _SOMEBODY and bool(article)


def _voted(sentence: Sentence, number: Number) -> Quantity | None:
    """ "5–4", "by 7 to 2": two small numbers with a word of voting or playing near."""
    near = {token.low for token in sentence.tokens[max(0, number.first - 6) : number.last + 4]}
    if number.high < 1000 and (number.falling or (number.low != number.high and near & _VOTES)):
        return Quantity("score", number, number.first, number.last)
    return None


def _counted(sentence: Sentence, number: Number) -> Quantity | None:
    """A count of the run of words that follows, or of a role when none does ("12 dead")."""
    run: list[str] = []
    at = number.last + 1
    if sentence.low(at) == "of" and sentence.low(at + 1) in (
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "those",
        "these",
    ):
        at += 2
    elif sentence.low(at) in _BESIDES:
        if not _befell_others(sentence, number):
            return None
        at += 1
    while at < len(sentence.tokens) and len(run) < _NOUNS and sentence.tokens[at].kind in ("word", "name"):
        if sentence.gap(at).strip(" -"):
            break
        run.append(sentence.tokens[at].form)
        at += 1
    of_these = [sentence.low(number.first - 2), sentence.low(number.first - 1)] == ["of", "the"]
    role = "" if of_these else role_of(sentence, number)
    lone = sentence.low(number.first) == "one"
    if lone and (
        (not run and not _out_of(sentence, number))
        or (number.first and sentence.low(number.first - 1) in ("no", "any", "every", "this", "that"))
    ):
        return None
    run = [noun for noun in run if noun not in role_forms()]
    return Quantity("count", number, number.first, number.last, nouns=tuple(run), role=role, per=per_unit(sentence, at))


def _befell_others(sentence: Sentence, number: Number) -> bool:
    """Whether "17 others" are all whom something befell: "killing two and injuring 17 others".

    Others killed, and others hurt beside somebody hurt, are not all of them.
    """
    role = role_of(sentence, number) if sentence.low(number.last + 1) in ("other", "others") else ""
    before = range(number.first - 1) if role and role_word(sentence, number.first - 1) == role else range(number.first)
    return role not in ("", "dead") and all(role_word(sentence, at) != role for at in before)


def _ordinals(sentence: Sentence) -> Iterator[Quantity]:
    """ "the third time": with the word it counts right after it."""
    for index, token in enumerate(sentence.tokens[:-1]):
        rank = RANKS.get(token.low, 0)
        if (
            rank
            and sentence.tokens[index + 1].kind == "word"
            and not is_superlative(sentence.low(index + 1))
            and sentence.low(index - 1) in ("the", "a", "his", "her", "its", "their")
        ):
            number = Number(index, index, float(rank), float(rank), 0.0, "", False)
            yield Quantity("ordinal", number, index, index, nouns=(sentence.tokens[index + 1].form,))
        elif rank and sentence.low(index - 1) == "the" and _is_of_its_kind(sentence, index):
            yield Quantity("ordinal", Number(index, index, float(rank), float(rank), 0.0, "", False), index, index)


def _is_of_its_kind(sentence: Sentence, at: int) -> bool:
    """ "It is the fifth in Kessmar this year", "he is the fourth to go": one more of what was told of before."""
    being = {sentence.low(at - 2), sentence.low(at - 3)} & members("classes.txt", "being")
    return bool(being) and sentence.low(at + 1) in _OF_ITS_KIND


def _places(sentence: Sentence) -> Iterator[Quantity]:
    """ "Finished second", "came third", "runners-up": the place taken."""
    for index, token in enumerate(sentence.tokens):
        rank = RANKS.get(token.low, 0)
        if not rank and token.low not in _RUNNERS:
            continue
        counted = index + 1 < len(sentence.tokens) and sentence.tokens[index + 1].kind == "word"
        alone = not counted or sentence.low(index + 1) in ("last", "overall")
        if rank and sentence.low(index - 1) in _TAKING and alone:
            yield Quantity("place", Number(index, index, float(rank), float(rank), 0.0, "", False), index, index)
        elif token.low in _RUNNERS and sentence.low(index + 1) == "up":
            yield Quantity("place", Number(index, index + 1, 2.0, 2.0, 0.0, "", False), index, index + 1)
