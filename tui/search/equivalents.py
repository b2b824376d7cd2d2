"""Words that stand for each other though their letters do not say so: spellings, figures, shortenings.

Origin: common knowledge of English orthography and newspaper style. In a set every word equals the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_SPELT, _FIGURE, _SHORTENED = 0.97, 0.95, 0.85

_SPELLINGS = """
airplane aeroplane; aluminum aluminium; artifact artefact; check cheque; cozy cosy; curb kerb; disk disc; draft draught;
gray grey; jail gaol; jewelry jewellery; license licence; maneuver manoeuvre; mold mould; mom mum; okay ok;
pajamas pyjamas; plow plough; practice practise; skeptic sceptic; skeptical sceptical; smolder smoulder; story storey;
tire tyre; whiskey whisky
kyiv kiev; kharkiv kharkov; lviv lvov; odesa odessa; quran koran; myanmar burma; turkiye turkey; mumbai bombay;
beijing peking; hezbollah hizbullah hizballah; muammar moammar; kim gim
"""
_FIGURES = """
one 1; two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; eleven 11; twelve 12; twenty 20;
first 1st; second 2nd; third 3rd; fourth 4th; fifth 5th; percent %
"""
_SHORTENINGS = """
january jan; february feb; march mar; april apr; june jun; july jul; august aug; september sept sep; october oct;
november nov; december dec; monday mon; tuesday tue tues; wednesday wed; thursday thu thurs; friday fri; saturday sat
government govt gov; department dept; international intl; national natl; management mgmt; organization org;
secretary sec; general gen; president pres; minister min; headquarters hq; versus vs; approximately approx;
kilometers kilometres kilometer kilometre km; kilograms kg; billion bn; million mn m; television tv
"""


class Equivalent(NamedTuple):
    """Another word for a word, and the weight of reading it so."""

    word: str
    weight: float


def _table() -> Mapping[str, tuple[Equivalent, ...]]:
    found: dict[str, tuple[Equivalent, ...]] = {}
    for rows, weight in ((_SPELLINGS, _SPELT), (_FIGURES, _FIGURE), (_SHORTENINGS, _SHORTENED)):
        for row in rows.replace("\n", ";").split(";"):
            words = row.split()
            for word in words:
                others = tuple(Equivalent(other, weight) for other in words if other != word)
                found[word] = found.get(word, ()) + others
    return found


EQUIVALENTS = _table()
