"""Season words say when in the year it is, and fond words how glad somebody is: neither says who is met.

Read by `title_tokens.py`, beside the table of `title_words.py`. Folded. "Lottie xmas drinks" and "Coffee Meera xx" are
with Lottie and Meera, as they are without these words.
"""

import re
from collections.abc import Collection

from worker.core.fold import word_set

FEASTS = word_set(
    "christmas easter advent midsummer passover pesach purim shabbat eid ramadan epiphany summer winter autumn spring "
    "silvester nikolaus karneval fasching fasnacht fastnacht "
    "navidad pascua pascuas reyes carnaval verano invierno otono "
    "noel paques reveillon printemps automne hiver "
    "natal natalino natalina pascoa verao outono "
    "natale pasqua carnevale epifania autunno inverno "
)
"""With a capital these may be somebody's name: "Noël Dubois", "Luca Natale", "Tom Winter"."""
SEASONS = FEASTS | word_set(
    "xmas nye halloween thanksgiving friendsgiving hanukkah chanukah hannukah diwali yuletide festive "
    "weihnachten weihnachts weihnachtlich weihnachtliches vorweihnachtlich vorweihnachtliches ostern osterlich "
    "heiligabend neujahr pfingsten adventlich adventliches ostermontag ostersonntag karfreitag pfingstmontag "
    "weihnachtstag weihnachtsfeiertag "
    "nochebuena nochevieja navidades navideno navidena pentecote "
    "pasquetta vigilia natalizio natalizia capodanno ferragosto kerst sinterklaas"
)
BEFORE_A_KIND = frozenset(("christmas", "easter"))
"""English says "Lottie Christmas drinks" with capitals."""
_PHRASE = re.compile(
    r"\b(?:(?:christmas|xmas) (?:eve|day)|new year['’]?s?(?: eve| day)?|boxing day|bank holiday|"
    r"(?:easter|whit) (?:sunday|monday)|good friday|(?:4th|fourth) of july|"
    r"fin d['’]ann[ée]e|nouvel an|jour de l['’]an|(?:saint|st)[ -]sylvestre|fin de a[ñn]o|a[ñn]o nuevo|"
    r"fi(?:m|nal) de ano|ano novo|fine anno|heilig abend)\b",
    re.IGNORECASE,
)
_IN_PHRASES = word_set(
    "eve day new bank sunday monday friday july fin nouvel jour sylvestre ano fine heilig cinq sept a"
)
"""One of these stands in each, or the "à" of the hours below."""
_IN_ONE_WORD = "xmas"
_AFTER_WORK = re.compile(r"\b(?<!de )(?:5|cinq) ?[à@] ?(?:7|sept)\b(?!:| ?h)", re.IGNORECASE)
"""In Québec, "5 à 7" is drinks after work; "de 5 à 7", "5 à 7h" are hours."""

FOND = word_set(
    "x xx xxx xxxx xxxxx xo xox xoxo xoxox xoxoxo ox love luv hug hugs kiss kisses yay woo woohoo hooray hurray haha "
    "hehe lol yum yummy finally "
    "lg glg vlg hdl kuss kusse kusschen bussi bussis busserl gruss grusse juhu juhuu jippie endlich "
    "besos beso besitos besito muak abrazo abrazos yupi "
    "bise bises bisou bisous biz gros grosses becs youpi miam enfin "
    "bjs bjo bjos bjinhos beijo beijos beijinho beijinhos abraco abracos abs oba eba "
    "baci bacio bacioni bacini bacetti abbraccio abbracci tvb tvtb evviva yuppi finalmente "
    "liefs groetjes kus kusje kusjes kram kramar puss buziaki"
) | {"<3", "<33", "<333", "^", "~"}
"""What is said after a name, and nowhere else: "Regalo x Luca" is a gift for him."""
FOND_WITH_A_CAPITAL = word_set("xx xxx xoxo kusschen busserl bisous beijinhos yay woohoo")
"""Nobody is called so; "Courtney Love", "Luca Bussi" and "Malcolm X" are."""


def in_one_word(title: str, words: Collection[str]) -> str:
    """What is said in several words in one: "Christmas Eve drinks Lottie" → "xmas drinks Lottie", "5 à 7" → "apéro".

    `words` are the title's own, folded.
    """
    if _IN_PHRASES.isdisjoint(words) and "@" not in title:
        return title
    return _AFTER_WORK.sub("apéro", _PHRASE.sub(_IN_ONE_WORD, title))
