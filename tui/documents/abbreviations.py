"""Words that decide whether a full stop ends a sentence; in lower case and without their last stop."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name or more of the same sentence always follows.
NEVER_LAST: Final = _words(
    """
    mr mrs ms mx dr drs prof gen lt col maj sgt capt cmdr cdr adm brig cpl pvt pfc rep reps sen sens gov gov't gov’t
    pres amb atty supt insp det rev msgr hon messrs mme mlle mgr ste vs viz cf e.g i.e eg ie bzw z.b d.h u.a o.ä m.e
    i.d.r sog evtl ggf inkl exkl vgl hrn abg p.ex sra srta sres dra dña ud vd exmo exma sig dott dott.ssa l’on l'on
    avv ing dhr mevr bijv d.w.z o.a np tzw m.in tzv např t.ex bl.a d.v.s f.eks тов проф акад им ул т.е напр св гос
    π.χ δρ doç yrd
    """
)

# A number follows, or the word is an ordinary one and the sentence is over.
BEFORE_NUMBER: Final = _words(
    """
    no nos nr núm nº pp pg pág págs seite abs art arts fig figs vol vols ch chap sec secs sect par para bd kap ziff
    rdnr čl str стр гл рис tel ext rm apt approx est ca kl p s n č с п
    """
)

# Either may follow; a sentence begins after them only with a word that mostly begins sentences.
OFTEN_INSIDE: Final = _words(
    """
    inc ltd llc co corp cos bros plc gmbh assn dept univ jr sr esq ph.d m.d b.a m.a etc al st ave rd blvd bldg mt ft
    fr mm hr hrs min av usw u.s.w mio mrd tsd jh ecc v.d ee uu kg km cm sq млн млрд тыс руб долл обл р-н гг вв κ
    """
)

# The same, but only when capitalised: months, days and US states; "ill", "sat" and "mass" are words.
OFTEN_INSIDE_CAPITALISED: Final = _words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif
    colo conn del fla ga ill ind kan ky la mass md me mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt
    wash wis wyo
    """
)

CLOCK: Final = _words("a.m p.m am pm")

# What may follow a clock time in the same sentence.
AFTER_CLOCK: Final = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst ist jst kst cet cest
    eastern pacific central greenwich tokyo london paris beijing moscow local
    """
)

# Written with the mark inside a sentence.
NAMES_WITH_MARK: Final = _words("yahoo jeopardy wham")

# Function words: in capitals inside a sentence they are rare. Particles of names (De, La, El, Van) are left out.
STARTERS: Final = _words(
    """
    the a an this that these those there here he she it they we you i his her its their our my your who what when where
    why how if while as at by for from in into on of to with without after before since until during although though
    because but and or nor so yet not no now then thus also however moreover meanwhile both each every all most many
    some several one two three another other such under over between among about against despite according
    der die das ein eine er sie es wir ich im am auf nach und aber doch bei mit für von zu zum zur dies diese dieser
    seit wenn als auch nun
    les il elle ils elles un une des ce cette ces dans en mais et après selon pour sur avec par
    los las una pero según y se su sus por con desde cuando
    lo gli nel nella ma secondo che
    os um uma em na mas segundo
    het een hij zij ze maar
    в во на он она оно они это эти но по как и а с к из за при для мы я что после если
    """
)

# French and Italian words that begin a sentence with an apostrophe: "C’était", "L’accord".
ELIDED: Final = _words("c d j l m n s t qu jusqu lorsqu dell nell all un")

# Before a day or a century: German "am 28. Juli", "im 19. Jahrhundert".
BEFORE_ORDINAL: Final = _words("am vom zum zur der die das dem den des im bis seit und ab beim dieser jeder")

AFTER_ORDINAL: Final = _words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert
    jahrhunderts weltkrieg weltkriegs
    """
)

# What follows a dot inside a file or host name.
FILE_ENDINGS: Final = _words(
    """
    com org net edu gov mil int info biz co uk us eu de fr jp cn ru io ai app dev tv me news txt md doc docx xls xlsx
    ppt pptx odt pdf rtf csv tsv json xml yaml yml toml ini cfg conf log html htm php asp aspx jsp css js ts jsx tsx
    py rb rs go java class jar c h cpp hpp cs swift kt sh bat exe dll so zip tar gz rar jpg jpeg png gif svg webp bmp
    mp3 mp4 wav avi mov epub bin iso dmg apk sql db bak tmp
    """
)

# Verbs that follow a quoted question together with the speaker's name.
REPORTING: Final = (
    "said|says|asked|asks|told|tells|added|adds|wrote|writes|replied|shouted|cried|wondered|demanded|tweeted"
)
