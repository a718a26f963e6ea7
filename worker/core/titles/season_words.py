"""Season words say when in the year it is, and fond words how glad somebody is: neither says who is met.

Read by `title_tokens.py`, beside the table of `title_words.py`. Folded. "Lottie xmas drinks" and "Coffee Meera xx" are
with Lottie and Meera, as they are without these words.
"""

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
