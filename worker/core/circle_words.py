"""Circle words are what people call a part of their life: a calendar, or a group of their address book. Six languages.

Read by `circle.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

WORK = (
    "work", "office", "business", "job", "colleague*", "coworker*", "co worker*", "client*", "customer*", "team",
    "arbeit", "buro", "beruf*", "geschaft*", "firma", "dienst*", "kolleg*", "kunde*", "kunden*",
    "trabajo", "oficina", "laboral", "cliente*", "travail", "bureau", "boulot", "collegue*",
    "trabalho", "escritorio", "emprego", "lavoro", "ufficio", "collega", "colleghi", "clienti",
)  # fmt: skip
FAMILY = (
    "family", "families", "relative*", "parents", "kids", "familie*", "verwandt*", "eltern", "familia*", "parientes",
    "famille*", "parents", "famiglia*", "parenti", "genitori", "parentes", "hijos", "filhos", "figli",
)  # fmt: skip
FRIENDS = (
    "friend*", "freund*", "clique", "amig*", "ami", "amis", "amies", "copain*", "copine*", "amici", "amiche", "amico",
    "buddies", "kumpel*",
)  # fmt: skip
PRIVATE = (
    "private", "personal", "home", "privat", "privates", "personlich", "zuhause", "privado", "privada", "casa",
    "prive", "perso", "personnel", "maison", "pessoal", "particular", "privato", "privata", "personale",
)  # fmt: skip
"""Family or friends, but no work: calendar programs call the first calendar of a home so."""
NO_SURE_KIN = (
    "sister brother bruder schwester hermana hermano soeur frere sorella fratello irmã irmao broer zus sis bro "
    "father padre primo prima yaya yayo tata meme pop pops vo avo fils fille"
)
"""Nuns and nurses, priests, friends, firms and given names are called so, too."""
KIN_TOO = (
    # en
    "grandson granddaughter grandchild godmother godfather godson goddaughter stepmum stepmom stepdad stepmother "
    "stepfather stepson stepdaughter "
    # de
    "enkel enkelin enkelkind schwiegersohn schwiegertochter patentochter patensohn patenkind uroma uropa stiefmutter "
    "stiefvater "
    # es
    "nieto nieta nietos yerno nuera padrino madrina ahijado ahijada bisabuela bisabuelo "
    # fr
    "mémé mémère pépère gendre parrain marraine filleul filleule arrieregrandmere "
    # pt
    "avó avô vó vô avozinha avozinho vovozinha vovozinho mãe mãezinha neto neta netos netinho netinha genro padrinho "
    "madrinha afilhado afilhada bisavó bisavô "
    # it
    "nuora genero madrina figlioccio figlioccia nipotino nipotina nonnina bisnonna bisnonno "
)
"""Kin, besides those of `address_words.py`, with which titles are read; with an accent where it is a name without."""
COUSINS_TOO = "primo prima"
"""Before a given name: "Prima Sara"; else a firm, or a name …"""
NO_COUSINS = "levi donna"
"""… as a writer's, and a singer."""
DOMAIN_FILLERS = (
    "familie family famille familia famiglia fam casa home haus the die der les los web net online mail and und von de "
    "del da di van of at s y e"
)
"""What stands beside a name in a domain of one's own: any other word is a firm's, as in "edilrossi"."""
