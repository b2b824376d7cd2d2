"""Changes that turn what a quotation says: each kind finds its words in a text and changes one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Change = Callable[[re.Match[str], Random], str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change: where `pattern` matches, `change` gives other words (the same words: not applicable)."""

    name: str
    pattern: re.Pattern[str]
    change: Change

    def apply(self, text: str, match: re.Match[str], rng: Random) -> str:
        """`text` with the match changed."""
        return text[: match.start()] + self.change(match, rng) + text[match.end() :]


def _cased(model: str, word: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def _swap(pairs: str, *, both: bool = True) -> tuple[re.Pattern[str], Change]:
    """A change that puts the other word of a pair ("a/b c/d"; underscores are spaces)."""
    table: dict[str, list[str]] = {}
    for pair in pairs.split():
        one, other = pair.replace("_", " ").split("/")
        table.setdefault(one.lower(), []).append(other)
        if both:
            table.setdefault(other.lower(), []).append(one)
    longest = sorted(table, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w'’-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w'’-])", re.IGNORECASE)
    return pattern, lambda m, rng: _cased(m.group(), rng.choice(table[m.group().lower()]))


def _ring(words: str) -> tuple[re.Pattern[str], Change]:
    """A change that puts another word of the same class."""
    listed = [w.replace("_", " ") for w in words.split()]
    longest = sorted(listed, key=len, reverse=True)
    pattern = re.compile(r"(?<![\w'’-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w'’-])", re.IGNORECASE)
    return pattern, lambda m, rng: _cased(m.group(), rng.choice([w for w in listed if w.lower() != m.group().lower()]))


def _digit(match: re.Match[str], rng: Random) -> str:
    text = match.group()
    at = rng.choice([i for i, c in enumerate(text) if c.isdigit()])
    return text[:at] + rng.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]


def _insert(words: str) -> Change:
    return lambda m, rng: f"{m.group()} {rng.choice(words.split())}"


def _plural(match: re.Match[str], rng: Random) -> str:
    word = match.group()
    return word[:-1] if word.endswith("s") else word + "s"


def _letter(match: re.Match[str], rng: Random) -> str:
    word = match.group()
    at = rng.randrange(len(word))
    return word[:at] + rng.choice([c for c in "ABCDEFGIMNPRSTU" if c != word[at]]) + word[at + 1 :]


def _initial(match: re.Match[str], rng: Random) -> str:
    """The first letter another capital, as in "Biden" and "Linden": what makes another name of it."""
    word = match.group()
    return rng.choice([c for c in "BCDFGHKLMNPRSTVW" if c != word[0]]) + word[1:]


_NUMBER = re.compile(r"(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?(?![\w])")
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|will|would|can|could|should|may|must|did|does|do)\b(?! not)")
_CAPITAL = re.compile(
    r"(?<=[a-z,] )(?!The|H[ie]|An|Al|Wh|Th|Un|Fo|I[fnt]|Bu|No|[WM]e|Wi|You|Fr|So|Ev|Mo|Ea|Our|On|A[st])[A-Z][a-z]{2,}\b"
)
_HALF_DAY = re.compile(r"(?<=\d )[ap](?=\.?m\b)|(?<=\d)[ap](?=m\b)")
_ASKED = re.compile(r"(?<=[a-z])[.?](?= [A-Z]|\n[A-Z]|$)")
_BEGINNINGS = ("hyper hypo", "inter intra", "kilo mega giga milli micro", "pre post", "over under", "sub super")
_RIVALS = {one: [w for w in row.split() if w != one] for row in _BEGINNINGS for one in row.split()}
_RIVAL = re.compile(rf"\b(?:{'|'.join(_RIVALS)})(?=[a-z]{{3}})")
_NOUN = re.compile(
    r"(?<=the )(?:[a-z]{3,}[^s\W])(?= (?:is|was|of|and|to|in))|(?<=the )[a-z]{4,}(?<!s)s(?= (?:are|were|of|and|to|in))"
)
_ROLES = re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,}) (and|or|of|to|in|against|with) ([A-Z][a-z]{2,})")
_ACRONYM = re.compile(r"(?<=[a-z,] )[A-Z]{2,5}\b")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b")
_SUPERLATIVE = re.compile(r"(?<= )(?:great|small|high|low|large|strong|old|new|late|long|short|rich|poor|near)est\b")
_NEAR_NAMES = (
    "Iran/Iraq Austria/Australia Niger/Nigeria Slovakia/Slovenia Johnson/Johnston Anderson/Andersen Marx/Marks "
    "Lenin/Lennon Korea/Koreas American/Americans America/Americas Congress/Congo Jefferson/Jeffersons"
)
_MINUS = re.compile(r"(?<= )(?<!-)\d+(?:\.\d+)? (?=degrees|percent|points|C\b|F\b)|(?<= )-\d+")
_NAMED = re.compile(
    r"(?<=[a-z] )(?:may|will|march|reading|target|mark|frank|hope|rose|reform|post|mirror|times|gap)(?= )"
)
_PERCENT = re.compile(r"(?<=\d)(?: ?%| percent| per cent)(?=.*\w)")
_PEOPLE = (
    "Miller Garcia Novak Tanaka Okafor Larsen Petrov Haddad Silva Moreau Schmidt Rossi Cohen Nguyen Johansson Walker"
)
_LANDS = (
    "China Russia Japan Iran Iraq India Pakistan France Germany Austria Australia Britain England Spain Mexico Canada "
    "Israel Egypt Turkey Greece Poland Ukraine Cuba Brazil Niger Nigeria Korea Italy Sweden Slovakia Slovenia"
)
_OPPOSED = (
    "increase/decrease increased/decreased rise/fall rose/fell accept/reject accepted/rejected support/oppose "
    "supported/opposed allow/forbid allowed/forbidden include/exclude included/excluded win/lose won/lost "
    "began/ended start/stop started/stopped open/close opened/closed buy/sell bought/sold import/export attack/defend "
    "strong/weak large/small high/low good/bad true/false right/wrong war/peace friend/enemy success/failure "
    "public/private begin/end internal/external domestic/foreign first/last early/late new/old "
    "same/different easy/difficult safe/dangerous "
    "agree/disagree agreed/refused strengthen/weaken confirm/deny confirmed/denied known/unknown legal/illegal "
    "possible/impossible necessary/unnecessary happy/unhappy able/unable likely/unlikely fair/unfair equal/unequal "
    "regular/irregular complete/incomplete direct/indirect visible/invisible responsible/irresponsible just/unjust "
    "appear/disappear approve/disapprove honest/dishonest advantage/disadvantage enable/disable enabled/disabled "
    "lock/unlock install/uninstall valid/invalid correct/incorrect define/undefine defined/undefined"
)
_LOOKALIKE = (
    "causal/casual united/untied public/pubic accept/except affect/effect loose/lose lead/led "
    "now/not live/love may/many man/men woman/women this/these may/my his/this in/on of/off he/her her/here "
    "through/though hand/band land/hand life/wife state/stage party/parts word/world word/sword cause/clause "
    "trial/trail statue/statute county/country counties/countries prosecute/persecute moral/morale principal/principle "
    "personal/personnel eminent/imminent ensure/insure elicit/illicit former/farmer mission/missile power/poker "
    "content/contend contest/context user/used bit/bid file/fire fill/kill stdin/stdio stdout/stdin list/lift "
    "line/link node/mode text/test "
    "time/tide great/greet right/light peace/piece people/purple law/low class/clash"
)

KINDS: tuple[Kind, ...] = (
    Kind("a digit", _NUMBER, _digit),
    Kind("a number ten times as big", _NUMBER, lambda m, r: m.group() + "0"),
    Kind("a number halved in digits", re.compile(r"(?<![\w.,])\d{3,}(?![\w.,])"), lambda m, r: m.group()[:-1]),
    Kind("a decimal point", re.compile(r"(?<![\w.,])\d+\.\d+(?![\w.])"), lambda m, r: m.group().replace(".", "")),
    Kind(
        "a year", re.compile(r"\b(?:1[789]|20)\d\d\b"), lambda m, r: str(int(m.group()) + r.choice([-10, -1, 1, 2, 10]))
    ),
    Kind("a number word", *_ring("two three four five six seven eight nine ten twelve twenty thirty fifty")),
    Kind("an order of magnitude", *_ring("hundred thousand million billion trillion hundreds thousands millions")),
    Kind("an ordinal", *_ring("first second third fourth fifth sixth seventh eighth")),
    Kind("a negation put in", _VERB, lambda m, r: m.group() + " not"),
    Kind("a negation taken out", re.compile(r"(?:\bnot|\bnever) "), lambda m, r: ""),
    Kind("a negation hidden by a gap", re.compile(r"(?<=[a-z] )(?:not|never)(?= [a-z])"), lambda m, r: "…"),
    Kind("no against a", *_swap("no/a no/some no/the no/any", both=False)),
    Kind("a contraction", *_swap("is/isn't are/aren't can/can't will/won't does/doesn't did/didn't was/wasn't")),
    Kind("a month", *_ring("January February March April June July August September October November December")),
    Kind("a weekday", *_ring("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")),
    Kind("a direction", *_ring("north south east west northern southern eastern western")),
    Kind("left and right, up and down", *_swap("left/right up/down above/below over/under upper/lower top/bottom")),
    Kind("a name for another", _CAPITAL, lambda m, r: r.choice([w for w in _PEOPLE.split() if w != m.group()])),
    Kind("a country", *_ring(_LANDS)),
    Kind("a quantifier", *_ring("all some many few most several every each any both")),
    Kind("a modal verb", *_ring("may must will would can could should might shall")),
    Kind("a comparison", *_swap("more/less greater/smaller more/fewer better/worse higher/lower most/least")),
    Kind("a bound", *_swap("at_least/at_most more_than/less_than only/not_only minimum/maximum up_to/at_least")),
    Kind("an opposite", *_swap(_OPPOSED)),
    Kind("a look-alike word", *_swap(_LOOKALIKE)),
    Kind(
        "a unit",
        *_ring("miles kilometers meters feet inches pounds kilograms tons seconds minutes hours days weeks years"),
    ),
    Kind("a unit's sign", *_swap("km/cm km/nm kg/mg mm/cm mph/kph kB/MB MB/GB GB/TB MHz/GHz")),
    Kind("a currency", *_swap("$/€ $/£ dollars/euros dollars/pounds cents/dollars")),
    Kind("a currency sign", re.compile(r"[$€£](?=\d)"), lambda m, r: "£" if m.group() != "£" else "$"),
    Kind("percent dropped or moved", _PERCENT, lambda m, r: r.choice(["", " points", " per mille"])),
    Kind("a pronoun", *_swap("he/she his/her him/her they/we their/our them/us I/we my/your it/they")),
    Kind("a tense", *_swap("is/was are/were has/had says/said will/did do/did make/made go/went see/saw give/gave")),
    Kind("singular or plural", _NOUN, _plural),
    Kind("a title", *_ring("president secretary minister senator governor general judge director chairman king queen")),
    Kind("and against or", *_swap("and/or")),
    Kind("a preposition", *_swap("from/to with/without for/against before/after into/out_of in/outside during/after")),
    Kind("a hedge put in", _VERB, _insert("reportedly allegedly probably nearly almost hardly only")),
    Kind(
        "because against although",
        *_swap("because/although if/unless when/unless therefore/however until/after since/until"),
    ),
    Kind("always and never", *_swap("always/never often/rarely usually/seldom sometimes/always")),
    Kind("a near name", *_swap(_NEAR_NAMES)),
    Kind(
        "an acronym", _ACRONYM, lambda m, r: r.choice([w for w in ("UN", "EU", "NATO", "FBI", "GNU") if w != m.group()])
    ),
    Kind("a letter of an acronym", _ACRONYM, _letter),
    Kind("a clock time or date", _CLOCK, _digit),
    Kind("a superlative", _SUPERLATIVE, lambda m, r: m.group()[:-3] + r.choice(["er", ""])),
    Kind("who says it", *_swap("said/denied announced/denied claimed/proved shows/suggests is/seems says/hopes")),
    Kind("the first letter of a name", _CAPITAL, _initial),
    Kind("roles exchanged", _ROLES, lambda m, r: f"{m[3]} {m[2]} {m[1]}"),
    Kind("a word dropped", re.compile(r"(?<=[a-z] )[a-z]{5,} (?=[a-z])"), lambda m, r: ""),
    Kind("am and pm", _HALF_DAY, lambda m, r: "p" if m.group() == "a" else "a"),
    Kind("a question mark", _ASKED, lambda m, r: "?" if m.group() == "." else "."),
    Kind("a rival beginning", _RIVAL, lambda m, r: r.choice(_RIVALS[m.group()])),
    Kind("a capital put on a word", _NAMED, lambda m, r: m.group().capitalize()),
    Kind("a minus sign", _MINUS, lambda m, r: m.group()[1:] if m.group()[0] == "-" else "-" + m.group()),
)
