"""Parting words are what two who parted write of it: concept × six languages, and the small words beside them.

Read by `parting.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. Each of them is tender
(`sorrow_words.py`, `law_words.py`); a divorce goes before a court, and is mostly somebody else's.
"""

from worker.core.fold import word_set
from worker.core.lexicon import Grid

PARTED: Grid = {
    "parted": """
        en: breakup, breakup talk, breakup chat, break up, break up talk, break up chat, breaking up, broke up,
            broken up, split up, splitting up, split from, separation, separated from, dumped, end things, ended things,
            ended it with, finished with, it s over with
        de: trennung, trennungsgesprach, trennungsgesprache, schluss gemacht, schluss machen, schlussmachen,
            schluss mit, aus mit, ich getrennt, uns getrennt, getrennt von, von * getrennt, beziehungsende, verlassen
        es: ruptura, rompimiento, romper con, rompi con, rompimos, he roto con, cortar con, cortamos, termine con,
            terminar con, terminamos, lo deje con, lo dejamos con, he cortado con, se acabo con, separacion,
            separacion de, separada de, separado de, me separe
        fr: rupture, rompre avec, rompu avec, casse avec, casser avec, on se separe, fin de couple, j ai quitte,
            fini avec, separation, separation d avec, separation avec, separation de, separee de, separe de,
            separes avec, moi separes, je quitte, fin avec
        pt: rompimento, terminei com, terminar com, terminamos, termino com, termino do namoro, termino de namoro,
            fim do namoro, fim de namoro, fim com, acabei com, acabei tudo com, acabou tudo com, separei me, me separei,
            separada do, separada da, separado do, separado da
        it: rottura, rompere con, rotto con, lasciarsi, lasciarci, ci siamo lasciat*, finita con, chiuso con,
            separazione da, separata da, separato da
        """,
    "counselled": """
        en: couples therapy, couple therapy, couples counselling, couples counseling, couple counselling,
            couple counseling, marriage counselling, marriage counseling, marriage guidance, relationship counselling,
            relationship counseling
        de: paarberatung, paartherapie, eheberatung, ehetherapie
        es: terapia de pareja, terapia pareja
        fr: therapie de couple, conseil conjugal, conseiller conjugal, conseillere conjugale
        pt: terapia de casal, terapia casal
        it: terapia di coppia, consulenza di coppia
        """,
}
"""After a parting, or counsel for a couple, they mostly go on as one who was left, or live together."""
LEFT_ME: Grid = {
    "left me": """
        en: left me, dumped me, got dumped, broke up with me, broke up w me, split up with me
        de: hat mich verlassen, mich verlassen, mit mir schluss gemacht, hat schluss gemacht
        es: me dejo, me ha dejado, rompio conmigo, corto conmigo, termino conmigo
        fr: me quitte, m a quitte, m a quittee, m a largue, m a larguee, a rompu avec moi, a casse avec moi
        pt: me deixou, me largou, terminou comigo, acabou comigo
        it: mi ha lasciat*, ha rotto con me
        """,
}
WITH = word_set("with w from by mit von vom con de avec d com da do di dal dalla o a the")
I_OR_WE = word_set(
    "i we ve have has me us today finally just ich wir bin habe haben hat mich mir uns heute endlich yo he hemos hoy "
    "nos j je on ai nous m moi eu hoje io ho abbiamo mi ci oggi"
)
AND = word_set("and und y et e und plus")
