"""What is known of words beforehand: which are words at all, and which classes decide the meaning of a sentence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

NUMBERS = frozenset(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand
    thousands million millions billion billions trillion trillions dozen dozens score first second third fourth
    fifth sixth seventh eighth ninth tenth eleventh twelfth twentieth hundredth thousandth half halves quarter
    quarters thirds once twice thrice single double triple quadruple
    eins zwei drei vier fünf sechs sieben acht neun zehn hundert tausend million millionen milliarde milliarden
    deux trois quatre cinq sept huit neuf dix cent mille milliard milliards
    dos tres cuatro cinco seis siete ocho nueve diez cien mil millones""".split()
)
NEGATIONS = frozenset(
    """not no none never nor neither nobody nothing nowhere without cannot can't won't don't doesn't didn't isn't
    aren't wasn't weren't hasn't haven't hadn't wouldn't shouldn't couldn't mustn't needn't mightn't shan't ain't
    hardly barely scarcely unless except
    nicht kein keine keinen keiner keinem keines nie niemals nichts niemand ohne weder
    ne pas jamais aucun aucune rien personne sans ni nunca nada nadie ningún ninguna ninguno sin tampoco
    não nem nenhum nenhuma sem non mai niente nessuno senza""".split()
)
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec""".split()
)
DIRECTIONS = frozenset(
    """north south east west northern southern eastern western northeast northwest southeast southwest northeastern
    northwestern southeastern southwestern northward southward eastward westward left right up down upward downward
    above below over under inside outside inbound outbound forward backward""".split()
)

# Tails an inflection takes away or puts on: a word that differs only by these is another form, not a slip.
ENDINGS = frozenset(
    """s es ed d ing er ers or ors est ly y 's 't n't 'd 'll 're 've n en ne r st t al ally ness ful less able ible
    ive ism ist ists ity ment ments ion ions e a i o um us is os as""".split()
)
REVERSALS = tuple("anti counter de dis ex il im in ir mis non over post pre re un under up down out".split())


@cache
def words() -> frozenset[str]:
    """Common English words, lower case."""
    return _read("words.txt")


@cache
def names() -> frozenset[str]:
    """Common names of persons and places, lower case."""
    return _read("names.txt")


def _read(name: str) -> frozenset[str]:
    return frozenset((files("tui.evidence") / "data" / name).read_text(encoding="utf-8").split())
