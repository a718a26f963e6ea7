"""Harmless words are phrases in which a tender word means something else: a game, a study, a sum, a feast.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

from worker.core.lexicon import Grid

HARMLESS: Grid = {
    "playing at strife": """
        en: food fight*, snowball fight*, pillow fight*, water fight*, balloon fight*, nerf fight*, paint fight*,
            sword fight*, stage fight*, title fight*, boxing fight*, ufc fight*, mma fight*, fight night*, fight club,
            fight choreography, fight scene*, fight for, fight song, bull fight*, no excuses
        de: *wettstreit
        es: pelea de gallos, peleas de gallos, pelea de almohadas, pelea de globos, pelea de bolas, pelea de agua,
            pelea de nieve, pelea de box*
        fr: oeuf brouille
        pt: briga de galo, briga de travesseiro*, briga de almofada*
        it: lite beer
        """,
    "study and debate": """
        en: argument map*, closing argument*, apology of
        de: aussprache uben, englische aussprache, franzosische aussprache, deutsche aussprache, spanische aussprache,
            italienische aussprache, einbruch der nacht, einbruch der dunkelheit, einbruch der dammerung
        es: discusion de, discusion del, discusion sobre, grupo de discusion, grupos de discusion, mesa de discusion,
            foro de discusion, club de discusion, panel de discusion
        fr: explication de texte, explication du texte, explication de l oeuvre, mise au point photo,
            photo mise au point
        pt: discussao de, discussao do, discussao da, discussao sobre, grupo de discussao, roda de discussao,
            mesa de discussao
        it: discussione con la commissione
        """,
    "stage and glass": """
        en: merry widow, black widow
        de: lustige witwe, lustigen witwe
        es: viuda alegre
        fr: veuve joyeuse, veuve clicquot
        pt: viuva alegre
        it: vedova allegra
        """,
    "reckoning": """
        en: bank reconciliation*, account reconciliation*, data reconciliation*, payment reconciliation*,
            reconciliation report*
        es: prestamo de libros, prestamo de bicis, reconciliacion bancaria
        fr: reconciliation bancaire, reconciliation des comptes
        pt: emprestimo de livros, reconciliacao bancaria
        it: riconciliazione bancaria
        """,
    "hen parties": """
        fr: enterrement de vie, enterrement vie, enterre sa vie
        """,
    "end of a season": """
        en: last day of school, last day of summer, last day of term, last day of class*, last day of camp,
            last day of vacation, last day of holiday*, last day of the holidays, last day of skiing
        de: letzter tag der ferien, letzter tag im urlaub
        es: ultimo dia de clase*, ultimo dia de cole, ultimo dia de vacaciones, ultimo dia de playa
        fr: dernier jour d ecole, dernier jour de vacances, dernier jour de classe, dernier jour de ski
        pt: ultimo dia de aula*, ultimo dia de ferias, ultimo dia de praia
        it: ultimo giorno di scuola, ultimo giorno di vacanza, ultimo giorno di mare
        """,
    "feasts and places": """
        en: truth and reconciliation, reconciliation week, reconciliation day, sacrament of reconciliation,
            first reconciliation, legal sea food*, legal seafood*, legal sea bar, legal harborside, legal crossing,
            legal test kitchen
        de: kapelle der versohnung, versohnungskirche*, versohnungskapelle*
        es: sacramento de la reconciliacion
        fr: verite et reconciliation, verite et de la reconciliation, sacrement de reconciliation,
            sacrement de la reconciliation, premiere reconciliation
        pt: sacramento da reconciliacao
        it: sacramento della riconciliazione
        """,
}  # fmt: skip
"""Here nobody quarrels: "Snowball fight", "Bank reconciliation"."""
