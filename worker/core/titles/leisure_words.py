"""Leisure words are what friends do and where they go, which German writes with a capital, as it does names.

Read by `title_words.py`: "Mit Torben Motorrad fahren" is with Torben, and no Torben Motorrad. Folded. What is a surname
as well ("Park", "Strand", "Garten") stands in none of these rows.
"""

LEISURE = (
    # games and sports
    "motorrad fahrrad badminton billard doppelkopf doko skat rommee canasta poker kniffel kegeln minigolf volleyball "
    "beachvolleyball handball fussball basketball hockey eishockey rugby tischtennis federball kanu kajak paddeln "
    "rudern angeln reiten rodeln schlittschuh eislaufen snowboard surfen stand-up-paddling tauchen tanzen salsa "
    "lauftreff fitness fitnessstudio crossfit pilates gymnastik turnen boxen judo karate bogenschiessen golfen kicker "
    "squashen padeln inliner spikeball frisbee boule boccia brettspiele gesellschaftsspiele "
    # going out
    "ikea kneipe stadion elbphilharmonie elphi flohmarkt therme schwimmbad freibad hallenbad tierpark zoo spielplatz "
    "ballett lesung ausstellung kirmes volksfest jahrmarkt oktoberfest tanzkurs kochkurs weinprobe "
    "bandprobe festival openair open-air picknick stadtbummel einkaufsbummel bummeln shoppen baumarkt brunchen "
    "kaffeeklatsch filmabend kochabend grillabend madelsabend mannerabend "
    # at home, and with a hand to lend
    "umzug mobel platzchen osterfeuer weihnachtsbaum laternenumzug einschulung kindergeburtstag basteln stricken nahen "
    "tatort netflix renovieren streichen tapezieren holzhacken hafengeburtstag geburtstag "
    # what other languages do of it
    "exhibition museo musee museu mostra exposition exposicion exposicao musical kayak kayaking "
    "escalade escalada arrampicata footing correr corsa bouldern terme petanque billar biliardo "
)
OUTINGS = (
    "cinema cine kino bioscoop theatre theater teatro museum museo musee museu gallery exhibition ausstellung mostra "
    "expo exposition exposicion exposicao sauna therme terme run jog laufen joggen footing correr corsa cycling "
    "radtour radfahren fietsen kanu kajak paddeln kayak kayaking billard billar biliardo kegeln bowling karaoke darts "
    "skat doppelkopf doko boule boccia petanque spieleabend spielabend filmabend kochabend grillabend "
    "weihnachtsmarkt flohmarkt stadtbummel weinprobe"
)
"""What grown-ups do together: a name of somebody known beside it, and nothing else, is whom one goes with."""
LESSONS_TOO = "swim climbing bouldering klettern bouldern escalade escalada arrampicata"
"""So are these before the name, "Swim Ciara"; after it, "Mia swim" is a child's lesson."""
ON_STAGE = "concert konzert concerto concierto konsert opera oper film movie movies show gig musical ballett festival"
"""So are these beside a full name, or several; a given name alone is as well the singer's, "Concert Camille"."""
OUTING_ENDINGS, STAGE_ENDINGS = ("tour", "museum", "theater", "ausstellung"), ("konzert",)
LEISURE_ENDINGS = (
    "markt", "tour", "konzert", "festival", "ausstellung", "turnier", "training", "party", "feier", "geburtstag",
    "ausflug", "umzug", "abend", "museum", "theater", "stadion", "philharmonie", "fahrrad", "motorrad",
)  # fmt: skip
""" "Radtour", "Jazzkonzert", "Hafengeburtstag"."""
WITH_A_THING = (
    "fahren gucken schauen ansehen feiern aufbauen abbauen streichen spielen machen bauen packen renovieren pflanzen "
    "sammeln pflucken uben proben reparieren schrauben schleppen"
)
"""These are done with something, which stands before them: "Fußball gucken", "Möbel aufbauen"."""
WORK_TOO = (
    "appointment appt termin cita rdv rendez-vous rendez vous appuntamento afspraak wizyta handover demo board show "
    "expo exhibition exposition exposicion exposicao mostra road game games concert ride"
)
"""Of what people do with others, these are done at work as well: "Board", "Product demo", "Game design review"."""
PLAY_AT_THE_END = "game games concert ride"
"""Of these, what nobody is paid for where it stands last: "Cubs game with Derek"."""
FREE_TIME = (
    "playgroup*", "choir*", "book club", "gym", "allotment*", "knitting", "parkrun*", "cricket", "rugby", "church",
    "dance", "dancing", "rowing", "kayak*", "surfing", "pottery", "sewing", "playground*", "band practice",
    "*chor", "*chorprobe", "spielgruppe*", "krabbelgruppe*", "*spielplatz*", "turnverein", "topfern*", "kirche",
    "natacion", "gimnasio", "coro", "piscina", "baile", "club de lectura", "iglesia", "piscine", "natation", "chorale",
    "danse", "club de lecture", "natacao", "academia", "danca", "palestra", "nuoto", "danza", "chiesa",
)  # fmt: skip
"""What nobody is paid for, though guests be invited and the hour be one of work; for patterns."""
