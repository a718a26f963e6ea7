"""Death words mark a title that speaks of somebody's death: concept × six languages, and what stands beside them.

Read by `farewell.py` and `tender_words.py`. Folded (no accents, no capitals); a `*` leaves that end of the word
open. "Grab a coffee" and "Memorial Day" are why some words stand only in a phrase.
"""

from worker.core.lexicon import Grid

DEATH: Grid = {
    "burial": """
        en: funeral*, burial*, interment*, entombment*, laid to rest, interred
        de: beerdigung*, begrabnis*, beisetzung*, bestattung*, grablegung*, erdbestattung*, trauerfeier*,
            trauergottesdienst*, trauerrede*, *trauerfeier, beerdigt, beigesetzt, bestattet, trauerkaffee*,
            trauermahl*, trauerhalle*, trauerkapelle*, zu grabe, wird beigesetzt, wird beerdigt,
            wurde beigesetzt, wurde beerdigt
        es: entierro*, sepelio*, exequias, inhumacion*, enterrado, enterrada
        fr: enterrement*, obseques, funerailles, inhumation*, funebre*, depot de cendres, recueillement, enterree,
            inhume, inhumee
        pt: enterro*, sepultamento*, funerais, exequias, inumacao*, funebre*, sepultado, sepultada
        it: funerale*, funerali, sepoltura*, esequie, tumulazione*, inumazione*, funebre*, funebri,
            camera mortuaria, sepolto, sepolta, tumulato, tumulata
        """,
    "cremation": """
        en: cremation*, crematori*, urn, urns, scattering of ashes, scatter the ashes, scattering ashes,
            ashes of, ashes scattering, s ashes
        de: einascherung*, eingeaschert, kremat*, urnen*, urne, feuerbestattung*
        es: cremacion*, incineracion*, crematorio*, urna, urnas, esparcir las cenizas, cenizas de
        fr: cremation*, incineration*, crematori*, urne, urnes, dispersion des cendres, cendres de
        pt: cremacao, cremacoes, incineracao, crematorio*, urna, urnas, cinzas do, cinzas da
        it: cremazion*, incinerazion*, crematori*, urna, urne, dispersione delle ceneri, ceneri di, ceneri del*
        """,
    "grave": """
        en: s grave, grave of, graves of, the grave, grave visit*, grave tending, graveside*, gravestone*,
            headstone*
        de: grabstein*, grabpflege*, grabbesuch*, familiengrab*, grabrede*, *grabstatte*, am grab, ans grab,
            grab von, omas grab, opas grab, grab oma, grab opa, grab besuch*, grab pfleg*, gruft, zum grab, aufs grab,
            auf das grab, grab vom, friedhof grab, blumen grab, kerze grab, grab bepflanz*, grab schmuck*,
            grablicht*, grabkerze*, grabgesteck*, grabschmuck*, grabblume*
        es: tumba, tumbas, lapida, lapidas
        fr: tombe, tombes, caveau, pierre tombale, pierres tombales
        pt: jazigo*, tumulo, tumulos, sepultura*, campa do, campa da
        it: tomba, tombe, loculo, loculi, lapide, lapidi
        """,
    "wake": """
        en: wake for, wake with, the wake, s wake, wake of, funeral wake, casket, the coffin, lying in state,
            reposing, s removal, removal funeral
        de: totenwache*, aufbahrung*, leichenschmaus*, leichenhalle*, sarg, sarge
        es: velatorio*, velorio*, tanatorio*, ataud*, capilla ardiente
        fr: veillee funebre, veillee mortuaire, chambre funeraire, funeraire*, mise en biere, cercueil*,
            levee du corps
        pt: velorio*, caixao, camara ardente, capela mortuaria
        it: veglia funebre, camera ardente, bara, feretro, salma di, salma del*, benedizione salma
        """,
    "memorial": """
        en: memorial service*, memorial for, memorial mass, memorial gathering*, in memory of, in memoriam,
            celebration of life, remembrance service*,
            loving memory, s memorial, memorial of, remembering, life of the late, thanksgiving for the life of,
            life celebration, celebration of the life of, celebrating the life of, celebrate the life of
        de: lebensfeier, feier des lebens, gedenkfeier*, gedenkgottesdienst*, gedenkminute*, gedenken an,
            totengedenk*, im gedenken, in gedenken, stillem gedenken, liebevollem gedenken, gedachtnisfeier*,
            gedachtnisgottesdienst*
        es: homenaje postumo, en memoria de, acto de memoria, ceremonia conmemorativa, in memoriam,
            a la memoria de, memoria del, en recuerdo de, celebracion de vida, celebracion de la vida de
        fr: en memoire de, a la memoire de, a la memoire d, en memoire d, en souvenir de, en souvenir d,
            ceremonie d hommage, ceremonie du souvenir, ceremonie d adieu, celebration de vie,
            celebration de la vie de, celebration de la vie d
        pt: em memoria de, em memoria do, em memoria da, a memoria de, a memoria do, a memoria da,
            homenagem postuma, culto em memoria, in memoriam, celebracao da vida de, celebracao da vida do,
            celebracao da vida da
        it: in memoria di, in memoria del*, alla memoria di, alla memoria del*,
            in ricordo di, in ricordo del*, commemorazion*,
            cerimonia commemorativa, celebrazione della vita di, celebrazione della vita del*
        """,
    "mass for the dead": """
        en: requiem*, month s mind, anniversary mass*, prayers for the dead, mass for, rosary for, vigil for,
            visitation for, prayer service for
        de: seelenamt*, seelenmesse*, totenmesse*, sterbeamt*, jahrgedachtnis*, sechswochenamt*, aussegnung*,
            jahresgedachtnis*, jahrzeit*, jahrtag, jahrtagsmesse*, jahrtagsgottesdienst*, gedachtnismesse*,
            totengebet*, totenmahl*, abdankung*,
            rosenkranz fur, sterberosenkranz*
        es: misa de difuntos, difunt*, misa de cuerpo presente, misa funeral, misa por,
            novenario*, responso*, rosario por, novena por, misa de cabo de ano, cabo de ano, misa en sufragio
        fr: messe d adieu, messe des defunts, defunt*, messe du souvenir, messe de quarantaine, messe pour,
            chapelet pour, veillee pour, veillee de priere*
        pt: missa de setimo dia, setimo dia, missa de 7*, missa de 7* dia, missa do 7* dia, missa 7* dia,
            7 dia de, 7 dia do, 7 dia da, missa de 30*, missa de 30* dia, missa 30 dias, missa de 30 dias,
            missa do 30* dia, missa 30* dia, trigesimo dia, missa de corpo presente, missa de trigesimo dia,
            missa de 1 mes, missa de 1 ano, missa 1 mes, missa 1 ano, missa do primeiro ano, missa em memoria,
            missa em sufragio, missa de sufragio,
            terco por, terco pela, terco pelo, rosario por, rosario pela, rosario pelo, missa pela, missa pelo,
            missa por, missa por alma, missa de mes, missa do mes, missa de um mes, missa de um ano, defunt*
        it: messa di suffragio, messa in suffragio, trigesimo, messa dei defunti, defunt*, messa per,
            rosario per, rosario in suffragio, in suffragio, veglia per, veglia di preghiera
        """,
    "rites of many faiths": """
        en: janaza*, kaddish*, shloshim, sheloshim, levayah, chehlum, chaliswan, soyem, quran khwani, qul khwani,
            antyesti, antim sanskar, antim ardas, shradh, shraddha, terahvin, tangihanga, nine night for, panikhida,
            committal service, s committal, committal of, thanksgiving service*, service of thanksgiving
        de: dschanaza*, kaddisch*, schiwa fur, panichida*, vierzigtagegebet*, vierzigtagegedenken*
        es: yanaza*, kadish*, shiva por, panijida*
        fr: kaddich*, chiva pour, panikhide*, culte d action de grace*
        pt: kadish*, shiva pela, shiva pelo, culto de saudade
        it: qaddish*, shiva per, panichida*
        """,
    "death day": """
        en: inquest*, estate solicitor*, estate lawyer*, estate attorney*,
            death anniversary, anniversary of death, anniversary of his death, anniversary of her death, s death,
            death of, yahrzeit*, passed away, passing of, rip, r i p, shiva for, deathbed*, died, probate, estate of
        de: todestag*, sterbetag*, todesfall*, verstorben*, gestorben, tod von, sterbebett*, nachlass
        es: aniversario muerte, aniversario de muerte, aniversario de la muerte, aniversario del fallecimiento,
            fallec*, muerte de, muerte del, herencia de
        fr: anniversaire mort, anniversaire deces, anniversaire de deces, anniversaire de la mort,
            anniversaire du deces, deces, decede*, mort de, mort du, anniv mort, anniv deces, messe anniversaire,
            dispersion cendres, dispersion des cendres, funerarium, chambre funeraire, notaire succession,
            succession de, dossier succession
        pt: aniversario morte, aniversario de morte, aniversario da morte, aniversario de falecimento, falec*,
            morte de,
            morte do, morte da
        it: anniversario della morte, anniversario della scomparsa, anniversario morte, morte di, morte del*,
            scomparsa di, scomparsa del*, decesso, decedut*, eredita di, successione di
        """,
    "gone": """
        en: has died, has passed, has passed away, has sadly passed away, sadly passed away, sadly died,
            just died, just passed away, is dead, was laid to rest
        de: ist gestorben, ist verstorben, ist heute gestorben, ist heute verstorben, ist gestern gestorben,
            ist gestern verstorben, ist leider gestorben, ist leider verstorben, ist plotzlich gestorben,
            ist plotzlich verstorben, ist tot, starb, verstarb, entschlafen, ist entschlafen, von uns gegangen,
            ist von uns gegangen, heimgegangen, ist heimgegangen, trauern um, trauert um, trauer um
        es: muere, se muere, murio, se murio, se nos murio, ha muerto, se ha muerto, se nos ha muerto, ha fallec*,
            se nos fue, nos ha dejado, nos dejo, esta muert*
        fr: est mort, est morte, est decede*, nous a quitt*, s est eteint*, vient de mourir, disparition de,
            disparition d
        pt: morreu, nos deixou, esta morto, esta morta
        it: morto, morta, e morto, e morta, e decedut*, e mancato, e mancata, e venuto a mancare, e venuta a mancare,
            ci ha lasciat*, si e spento, si e spenta, e scomparso, e scomparsa, volato in cielo, volata in cielo,
            e volato in cielo, e volata in cielo
        """,
    "last farewell": """
        en: last farewell to, final farewell to, last goodbye to, final goodbye to,
            last respects, final respects,
            rest in peace
        de: letzter abschied, letzten abschied, stiller abschied, abschied nehmen, letzte ehre, letzter gruss,
            letztes geleit, ruhe in frieden
        es: ultimo adios, ultima despedida, ultimo homenaje, descanse en paz, d e p, q e p d, qepd
        fr: dernier adieu, derniers adieux, dernier hommage, derniers hommages, adieu a, repose en paix
        pt: ultimo adeus, ultima despedida, ultima homenagem, descanse em paz
        it: ultimo saluto, estremo saluto, ultimo addio, riposi in pace, riposa in pace
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
        en: autops*, post mortem*, coroner*, organ donation
        de: obduktion*, autops*, leichenschau*, rechtsmedizin*
        es: autops*, instituto anatomico forense
        fr: autops*, medecine legale, institut medico legal
        pt: autops*, iml, instituto medico legal
        it: autops*, medicina legale, medico legale
        """,
    "mourning": """
        en: mourn*, grief*, grieving, anniversary mass, all souls, sit shiva, sitting shiva,
            shiva call*, shiva visit*, shiva at, tribute to the late, widow*
        de: *trauer*, totensonntag*, witwe*, verwitwet*
        es: duelo, luto, dolientes, misa de aniversario, viud*
        fr: deuil*, toussaint, messe anniversaire, hommage a, endeuill*, veuve, veuves, veuf
        pt: luto, enlutad*, finados, viuv*
        it: lutto, lutti, giorno dei morti, giorno dei defunti, vedov*
        """,
    "remembrance": """
        en: remembrance sunday, remembrance day, armistice day, anzac day, holocaust memorial day, vigil, vigils,
            holocaust remembrance day, yom hashoah
        de: volkstrauertag*, ewigkeitssonntag*, allerseelen*, gedenktag*, gedenkveranstaltung*, mahnwache*,
            kranzniederlegung*, stolperstein*
        es: vigilia por, vigilia con velas, dia de la memoria
        fr: commemoration*, armistice, jour des morts, depot de gerbe, veillee aux bougies
        pt: vigilia pela, vigilia pelo, ato em memoria, dia da memoria
        it: giornata della memoria, giorno della memoria, fiaccolata*, deposizione della corona
        """,
    "dying": """
        en: hospice*, palliative*, end of life, dying, terminally ill, euthan*, put to sleep, put down, put * to sleep,
            put the * to sleep, put * * to sleep, put the dog *, put the cat *, last walk with
        de: hospiz*, palliativ*, sterbe*, euthanasie*, einschlafern, eingeschlafert, hund erlosen, katze erlosen
        es: hospicio*, cuidados paliativos, paliativ*, eutanasia*, lecho de muerte, moribund*, sacrificar al *,
            sacrificar a la *, dormir al perro, dormir al gato, dormir a la perra, dormir a la gata
        fr: soins palliatifs, palliatif*, fin de vie, euthanasi*, faire piquer, piquer le chien, piquer le chat,
            endormir le chien, endormir le chat
        pt: cuidados paliativos, paliativ*, eutanasia*, fim da vida, sacrificar o *, sacrificar a *
        it: hospice*, cure palliative, palliativ*, eutanasia*, fine vita, sopprimere, soppressione,
            addormentare il cane, addormentare il gatto
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

FIGURE: Grid = {
    "figure of speech": """
        en: died laughing, nearly died, almost died, is dead tired, passed her, passed his, passed the, passed all,
            passed exam*, removal van*, removal man, removal men, removal company, removal firm, removal day
        de: gestorben vor *, vor lachen gestorben, fast gestorben
        es: muerto de risa, muerta de risa, muerto de hambre, muerta de hambre, muerto de sueno, muerta de sueno,
            muerto de miedo, muerta de miedo, murio de risa, muere de risa, muere de ganas,
            muere de hambre, muere de sueno
        fr: mort de rire, morte de rire, mort de fatigue, morte de fatigue, mort de faim, morte de faim,
            mort de froid, morte de froid, mort de peur, morte de peur, mort de trouille, morte de trouille
        pt: morreu de rir, morreu de medo, morreu de vontade, morto de fome, morta de fome, morto de sono,
            morta de sono, morto de cansaco, morta de cansaco
        it: morto di fame, morta di fame, morto di sonno, morta di sonno, morto dal *, morta dal *,
            morto di paura, morta di paura, morto di noia, morta di noia, mar morto, punto morto, angolo morto,
            peso morto, binario morto, natura morta, nature morte, lingua morta, stagione morta
        """,
    "something left": """
        es: dejado las, dejado los, dejado un, dejado una, dejado plantad*, dejado el coche, dejado la casa, dejo las,
            dejo los, dejo un, dejo una, dejo plantad*, dejo el coche, dejo la casa
        pt: deixou as, deixou os, deixou um, deixou uma, deixou o carro, deixou a casa, deixou a chave
        it: lasciato le, lasciato i, lasciato gli, lasciato un, lasciato una, lasciato l, lasciato la macchina,
            lasciato la casa, lasciato la chiave, lasciato il posto, lasciato il cane
        """,
    "somebody missed": """
        it: mi e mancato, mi e mancata, mancato a, mancata a, mancato al, mancata al, mancato alla, mancata alla,
            mancato poco
        """,
    "somebody called Rosario": """
        es: de rosario por, con rosario por
        it: di rosario per, da rosario per, con rosario per, chiamare rosario per
        """,
}  # fmt: skip
"""Here it is nobody's death, whoever stands beside: "mort de rire", "ci ha lasciato le chiavi"."""

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
