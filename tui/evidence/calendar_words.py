"""The words dates are written with: months and weekdays, and what tells past from future beside them."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
)
# Of other languages only whole dates are read, in which a month's name is sure to be one.
_OTHERS: Final = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
_WEEK: Final = "monday tuesday wednesday thursday friday saturday sunday"


def _numbered(*lines: str) -> dict[str, int]:
    return {name: number for line in lines for number, name in enumerate(line.split(), 1)}


SHORT_MONTHS: Final = frozenset((*_ENGLISH[1].split(), "sept")) - {"may"}
MONTHS: Final = {**_numbered(*_ENGLISH), "sept": 9}
FOREIGN: Final = _numbered(*_OTHERS)
WEEKDAYS: Final = {name: number - 1 for name, number in _numbered(_WEEK).items()}


def one_of(words: dict[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


# Words after which a time without a year lies ahead; a report of what was said lies behind all the same.
AHEAD: Final = re.compile(
    r"\b(?:will|won['’]t|would|shall|going to|about to|is to|are to|be|due|planned|plans?|planning|expected|expects?|"
    r"scheduled|slated|set (?:for|to)|upcoming|coming|next|tomorrow|from now|has to|have to|must|intends?|hopes?)\b",
    re.IGNORECASE,
)
REPORTED: Final = re.compile(
    r"\b(?:(?:said|says|told|reported|added|wrote|confirmed|warned|denied|stated)(?: (?!to\b)\w+){0,2}"
    r"|announced|declared)(?: (?:on|late|early|earlier))* ?$",
    re.IGNORECASE,
)
# Words that tell of what has been. Verbs in "-ed" are written small, or "United States" would be one; what "is closed"
# may be so tomorrow.
BEHIND: Final = re.compile(
    r"\b(?:(?<!\bis )(?<!\bare )(?<!\bbe )"
    r"(?!(?:need|indeed|hundred|exceed|proceed|succeed|feed|seed|speed|breed|bleed|unprecedented|limited)\b)[a-z]{2,}ed"
    r"|was|were|had|did|said|told|met|took|came|went|left|fell|rose|began|made|held|won|lost|hit|struck|broke|brought"
    r"|built|bought|caught|chose|cut|drew|drove|fought|flew|found|gave|got|grew|heard|kept|knew|led|let|paid|put|ran"
    r"|read|saw|sank|sent|shot|sold|spent|spoke|stood|swept|tore|wrote|became|fled|blew|burst|spread|lay|sang)\b"
)
# What was arranged for a day lies ahead of that: "announced a meeting for Thursday". On which side of today the day of
# "called a meeting on Thursday" or "promised to answer on Thursday" lies, nobody can tell.
_ARRANGING: Final = (
    r"(?:announc|schedul|plan|call|conven|summon|invit|arrang|organi[sz]|order|book|propos|promis|threaten|agree|postpon"
    r"|delay|adjourn|reschedul|vow|pledg|offer|declar|earmark|demand|request|urg)(?:e?d)\b|\bset\b"
)
FOR: Final = re.compile(r"\b(?:for|to|from) (?:early |late |the )?$")
SET_FOR: Final = re.compile(rf"\b(?:{_ARRANGING}).*\bfor (?:early |late )?$")
ARRANGED: Final = re.compile(
    rf"\b(?:{_ARRANGING}) +(?!on\b|late\b|early\b)\w"
    r"|\bto (?!(?:the|an?|his|her|its|their|this|that|these|those|hospitals?|schools?|work|court|sea|safety|prison|jail"
    r"|at|least|about|more|some|all|two|three|four|five|six|seven|eight|nine|ten)\b)[a-z]+\b"
)
BY: Final = frozenset(("by", "before"))
UNTIL: Final = frozenset(("until", "till"))
# Beside these "until Friday" is over: "The museum was closed until Friday".
OVER: Final = re.compile(r"\b(?:was|were|had|stayed|remained|lasted|ran|served|went|got|did)\b")
SINCE: Final = frozenset(("since", "after"))
# What may follow a year that stands alone; after "in 2000 homes" the number counts.
COUNTED: Final = re.compile(
    r"\s+(?!(?:was|is|has|its|as|this|thus|his|us|alas|besides|unless|across|towards|always|perhaps|whereas)\b)"
    r"(?:[a-z]+s|people|men|women|children|percent|per|million|billion|km|dollars|euros)\b"
)
