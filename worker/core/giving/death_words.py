"""Death words mark a title that speaks of somebody's death: concept × six languages, and what stands beside them.

Read by `farewell.py` and `tender_words.py`. Folded (no accents, no capitals); a `*` leaves that end of the word
open. "Grab a coffee" and "Memorial Day" are why some words stand only in a phrase.
"""

from worker.core.lexicon import Grid

DEATH: Grid = {
    "burial": """
        en: funeral*, burial*, interment*, entombment*, laid to rest
        de: beerdigung*, begrabnis*, beisetzung*, bestattung*, grablegung*, erdbestattung*, trauerfeier*,
            trauergottesdienst*, trauerrede*, *trauerfeier
        es: entierro*, sepelio*, exequias, inhumacion*
        fr: enterrement*, obseques, funerailles, inhumation*, funebre*, depot de cendres, recueillement
        pt: enterro*, sepultamento*, funerais, exequias, inumacao*, funebre*
        it: funerale*, funerali, sepoltura*, esequie, tumulazione*, inumazione*, funebre*, funebri,
            camera mortuaria
        """,
    "cremation": """
        en: cremation*, crematori*, urn, urns, scattering of ashes, scatter the ashes, scattering ashes,
            ashes of, ashes scattering
        de: einascherung*, kremat*, urnen*, urne, feuerbestattung*
        es: cremacion*, crematorio*, urna, urnas, esparcir las cenizas, cenizas de
        fr: cremation*, crematori*, urne, urnes, dispersion des cendres, cendres de
        pt: cremacao, cremacoes, crematorio*, urna, urnas, cinzas do, cinzas da
        it: cremazion*, crematori*, urna, urne, dispersione delle ceneri, ceneri di, ceneri del*
        """,
    "grave": """
        en: s grave, grave of, graves of, the grave, grave visit*, grave tending, graveside*, gravestone*,
            headstone*
        de: grabstein*, grabpflege*, grabbesuch*, familiengrab*, grabrede*, *grabstatte*, am grab, ans grab,
            grab von, omas grab, opas grab, grab oma, grab opa, grab besuch*, grab pfleg*, gruft
        es: tumba, tumbas, lapida, lapidas
        fr: tombe, tombes, caveau, pierre tombale, pierres tombales
        pt: jazigo*, tumulo, tumulos, sepultura*
        it: tomba, tombe, loculo, loculi, lapide, lapidi
        """,
    "wake": """
        en: wake for, the wake, s wake, wake of, funeral wake, casket, the coffin, lying in state
        de: totenwache*, aufbahrung*, leichenschmaus*, leichenhalle*, sarg, sarge
        es: velatorio*, velorio*, tanatorio*, ataud*, capilla ardiente
        fr: veillee funebre, veillee mortuaire, chambre funeraire, funeraire*, mise en biere, cercueil*,
            levee du corps
        pt: velorio*, caixao, camara ardente, capela mortuaria
        it: veglia funebre, camera ardente, bara, feretro
        """,
    "memorial": """
        en: memorial service*, memorial for, memorial mass, memorial gathering*, in memory of, in memoriam,
            celebration of life, remembrance service*
        de: gedenkfeier*, gedenkgottesdienst*, gedenkminute*, gedenken an, totengedenk*, im gedenken,
            in gedenken
        es: homenaje postumo, en memoria de, acto de memoria, ceremonia conmemorativa, in memoriam
        fr: en memoire de, en souvenir de, ceremonie d hommage, ceremonie du souvenir, ceremonie d adieu
        pt: em memoria de, homenagem postuma, culto em memoria, in memoriam
        it: in memoria di, in memoria del*, in ricordo di, in ricordo del*, commemorazion*,
            cerimonia commemorativa
        """,
    "mass for the dead": """
        en: requiem*, month s mind, prayers for the dead, mass for
        de: seelenamt*, seelenmesse*, totenmesse*, sterbeamt*, jahrgedachtnis*, sechswochenamt*, aussegnung*
        es: misa de difuntos, difunt*, misa de cuerpo presente, misa funeral, misa por,
             novenario*, responso*
        fr: messe d adieu, messe des defunts, defunt*, messe du souvenir, messe de quarantaine, messe pour
        pt: missa de setimo dia, setimo dia, missa de 7*, missa de 7* dia, missa de corpo presente,
            missa de trigesimo dia, missa pela, missa pelo, missa por, missa de um mes, missa de um ano, defunt*
        it: messa di suffragio, messa in suffragio, trigesimo, messa dei defunti, defunt*, messa per
        """,
    "death day": """
        en: death anniversary, anniversary of death, anniversary of his death, anniversary of her death,
            s death, death of, yahrzeit*, passed away, passing of, rip, r i p, shiva for, deathbed*, died
        de: todestag*, sterbetag*, todesfall*, verstorben*, gestorben, tod von, sterbebett*
        es: aniversario de muerte, aniversario de la muerte, aniversario del fallecimiento, fallec*,
            muerte de, muerte del
        fr: anniversaire de deces, anniversaire de la mort, anniversaire du deces, deces, decede*, mort de,
            mort du
        pt: aniversario de morte, aniversario da morte, aniversario de falecimento, falec*, morte de,
            morte do, morte da
        it: anniversario della morte, anniversario della scomparsa, anniversario morte, morte di,
            morte del*, scomparsa di, scomparsa del*, decesso, decedut*
        """,
    "obituary": """
        en: obituar*, death notice*, eulog*
        de: todesanzeige*, nachruf*, traueranzeige*
        es: obituario*, esquela*, necrologic*, elogio funebre
        fr: necrolog*, avis de deces, faire part de deces, eloge funebre
        pt: obituario*, nota de falecimento, necrolog*
        it: necrolog*, epitaff*, annuncio funebre, elogio funebre
        """,
}  # fmt: skip
"""Someone has died: whose name stands right beside these words is dead."""

GRIEF: Grid = {
    "cemetery": """
        en: cemeter*, graveyard*
        de: *friedhof*
        es: cementerio*, camposanto*
        fr: cimetiere*
        pt: cemiterio*
        it: cimiter*, camposant*
        """,
    "condolences": """
        en: condolence*, sympathy card*, sympathy visit*, bereave*
        de: beileid*, kondolenz*, kondolier*
        es: pesame*, condolencia*
        fr: condoleances
        pt: pesames, condolencia*
        it: condoglianz*, cordoglio
        """,
    "undertaker": """
        en: undertaker*, mortician*, mortuary, morgue
        de: bestatter*, leichen*
        es: funeraria*, pompas funebres
        fr: pompes funebres, croque mort*
        pt: funeraria*, necroterio*, servico funerario
        it: pompe funebri, agenzia funebre, impresa funebre, onoranze funebri, obitorio
        """,
    "autopsy": """
        en: autops*, post mortem*, inquest*, coroner*, organ donation
        de: obduktion*, autops*, leichenschau*, rechtsmedizin*
        es: autops*, instituto anatomico forense
        fr: autops*, medecine legale, institut medico legal
        pt: autops*, iml, instituto medico legal
        it: autops*, medicina legale, medico legale
        """,
    "mourning": """
        en: mourn*, grief*, grieving, anniversary mass, all souls, sit shiva, sitting shiva,
            shiva call*, shiva visit*, shiva at, tribute to the late
        de: *trauer*, totensonntag*
        es: duelo, luto, dolientes, misa de aniversario
        fr: deuil*, toussaint, messe anniversaire, hommage a
        pt: luto, enlutad*, finados
        it: lutto, lutti, giorno dei morti, giorno dei defunti
        """,
    "dying": """
        en: hospice*, palliative*, end of life, dying, terminally ill, euthan*, put to sleep, put down
        de: hospiz*, palliativ*, sterbe*, euthanasie*, einschlafern
        es: hospicio*, cuidados paliativos, paliativ*, eutanasia*, lecho de muerte, moribund*
        fr: soins palliatifs, palliatif*, fin de vie, euthanasi*
        pt: cuidados paliativos, paliativ*, eutanasia*, fim da vida
        it: hospice*, cure palliative, palliativ*, eutanasia*, fine vita
        """,
}  # fmt: skip
"""Around a death: who is named beside these words may be the one who mourns."""

FIRM: Grid = {
    "undertaker's firm": """
        en: funeral home*, funeral director*, funeral parlo*, funeral services, funeral insurance, funeral care
        de: bestattungen, bestattungshaus*, bestattungsinstitut*, bestattungsunternehm*, bestattungsdienst*,
            bestattungsvorsorge, beerdigungsinstitut*
        es: pompas funebres, servicios funebres
        fr: pompes funebres, services funeraires, assurance obseques
        pt: servicos funebres, plano funeral
        it: pompe funebri, onoranze funebri, agenzia funebre, impresa funebre, servizi funebri
        """,
}  # fmt: skip
"""Here the name beside the mourning is the undertaker's."""

AROUND: Grid = {
    "church": """
        en: church*, chapel*, cathedral, parish, abbey, minster, saint, saints, st, cemeter*, graveyard*
        de: *kirche, kirchhof, *kapelle, *friedhof*, *dom, munster, pfarr*, sankt, halle, aussegnungshalle
        es: iglesia, parroquia, capilla, catedral, basilica, ermita, san, santa, santo, cementerio*
        fr: eglise, chapelle, cathedrale, paroisse, basilique, saint, sainte, ste, cimetiere*
        pt: igreja, paroquia, capela, matriz, sao, nossa, cemiterio*
        it: chiesa, cappella, parrocchia, duomo, santi, sant, cimiter*
        """,
    "errand": """
        en: flower*, wreath*, card, cards, speech, reading*, music, choir, suit, travel, train, flight, hotel
        de: blume*, kranz*, gesteck*, *karte, *karten, rede, lesung, musik, anzug, anreise, *fahrt, zug, flug,
            probe, orgel
        es: flores, corona, tarjeta, discurso, lectura*, musica, coro, traje, viaje, tren, vuelo
        fr: fleurs, couronne, carte, discours, lecture*, musique, chorale, costume, voyage, train, vol
        pt: coroa, cartao, leitura, terno, viagem, voo
        it: fiori, cartolina, biglietto, discorso, lettura, musica, vestito, viaggio, treno, volo
        """,
}  # fmt: skip
"""What stands in a title beside a name, with a capital, and is no part of it."""
