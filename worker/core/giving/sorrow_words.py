"""Sorrow words are harm, partings, mishaps, confidences and groups of one's own: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

from worker.core.lexicon import Grid

SORROW: Grid = {
    "violence": """
        en: violence*, assault*, rape, raped, stalk*, domestic abuse, victim support*
        de: gewalt*, *vergewaltig*, stalking*, opferhilfe*, weisser ring, opferberatung*
        es: violencia*, violacion*, agresion*, maltrat*, victimas de
        fr: violence*, viol, viols, agression*, maltrait*, aide aux victimes
        pt: violencia*, estupro*, agressao, agressoes, maus tratos, maria da penha
        it: violenz*, stupro*, aggression*, maltratt*, centro antiviolenza, antiviolenza
        """,
    "abuse": """
        en: abuse*, abusive, grooming case, survivors group
        de: missbrauch*, misshandlung*, betroffenengruppe*
        es: abuso*, abusad*
        fr: abus, abus sexuel*, inceste*, attouchement*
        pt: abuso*, abusad*
        it: abuso, abusi, abusat*
        """,
    "shelter": """
        en: shelter*, safe house, women s refuge, homeless shelter*
        de: frauenhaus*, notunterkunft*, notschlafstelle*, obdach*
        es: casa de acogida, albergue social, refugio de mujeres, centro de acogida
        fr: foyer d accueil, hebergement d urgence, foyer d urgence, centre d accueil
        pt: casa abrigo, abrigo para, abrigo municipal, casa de acolhimento
        it: casa rifugio, casa di accoglienza, casa protetta, casa famiglia, dormitorio
        """,
    "accident": """
        en: accident*, intervention*, car crash*
        de: *unfall*, unglucksfall*
        es: *accidente*, siniestro*
        fr: accident*, sinistre*
        pt: acidente*, sinistro*
        it: incidente, incidenti, *infortuni*, sinistro*
        """,
    "breakup": """
        en: breakup*, break up, breaking up, split up, cheating, affair talk, broke up, broken up, split from, dumped,
            left me, moved out, moving out, separated, leaving my husband, leaving my wife, my ex, ex husband,
            ex wife, ex boyfriend, ex girlfriend, end things, ended things, heartbreak*, heartbroken, cheated, affair,
            betray*, unfaithful, move out of, splitting up, finished with, ended it with, it s over with,
            marriage guidance
        de: trennungsgesprach*, beziehungskrise*, beziehungsgesprach*, ehekrise*, seitensprung*, liebeskummer*,
            schluss gemacht, schluss machen, schlussmach*, getrennt von, sich getrennt, haben uns getrennt,
            verlassen worden, sitzengelassen, auszug von, exmann, exfrau, ex mann, ex frau, ex freund, ex freundin,
            beim ex, zum ex, mit ex, herzschmerz*, untreue*, fremdgegangen, fremdgehen, betrogen, mich verlassen,
            von * getrennt, hab * verlassen, habe * verlassen, schluss mit, aus mit, ich getrennt, uns getrennt,
            beziehungsende, verlassen
        es: ruptura*, infidelidad*, crisis de pareja, crisis matrimonial, rompimiento*, romper con, rompimos,
            cortar con, cortamos, terminar con, terminamos, me dejo, mal de amores, desamor*, corazon roto, exmarido,
            exmujer, ex marido, ex mujer, ex novio, ex novia, mi ex, me engano, infiel, cuernos, rompi con,
            termine con, he roto con, rompio conmigo, corto conmigo, termino conmigo, me ha dejado, se separo,
            se separaron, se separa, se separan, se ha separado, se han separado, lo deje con, lo dejamos con,
            he cortado con, se acabo con, separada de, separado de, me separe
        fr: rupture*, infidelite*, crise de couple, crise conjugale, rompre avec, rompu avec, casse avec, casser avec,
            se separe, se separer, se separent, sont separes, quittee, m a quitte, l a quitte, fait larguer,
            m a largue, m a larguee, peine d amour, peine de coeur, chagrin d amour, coeur brise, ex mari, ex femme,
            mon ex, son ex, trompee, trompe par, tromperie*, cocu, fin de couple, s est separe, s est separee,
            j ai quitte, fini avec, separee de, separe de, on se separe, conseil conjugal, conseiller conjugal,
            conseillere conjugale, me quitte, je quitte, moi separes, separes avec, fin avec
        pt: ruptura*, termino do namoro, terminar o namoro, traicao, traicoes, crise conjugal, rompimento*,
            terminei com, terminar com, terminamos, terminou com, fim do namoro, fim do casamento, levei um fora,
            levou um fora, pe na bunda, dor de cotovelo, dor de amor, coracao partido, me deixou, me largou,
            ex marido, ex mulher, ex namorado, ex namorada, minha ex, meu ex, fui traid*, traida p*, traido p*,
            chifre, chifres, infiel, fim de namoro, fim de relacionamento, termino com, termino de namoro,
            terminou comigo, acabou comigo, acabei com o namoro, separou se, separaram se, se separou, se separaram,
            separam se, acabei com, acabei tudo com, acabou tudo, acabou com, fim com, saiu de casa, separei me,
            me separei, separada do, separada da, separado do, separado da
        it: rottura*, tradimento*, crisi di coppia, crisi matrimoniale, mi ha lasciat*, ci siamo lasciat*,
            si sono lasciat*, lasciarsi, lasciarci, lasciato da, lasciata da, pene d amore, mal d amore,
            cuore infranto, cuore spezzato, ex marito, ex moglie, ex fidanzato, ex fidanzata, la mia ex, il mio ex,
            rompere con, rotto con, tradita, tradito, corna, si e separat*, si sono separat*, si separano, finita con,
            chiuso con, separata da, separato da, consulenza di coppia
        """,
    "support group": """
        en: support group*, self help group*, peer support*, bereavement group*, carers group*
        de: selbsthilfe*, angehorigengruppe*, gesprachskreis angehorige
        es: grupo de apoyo, grupos de apoyo, autoayuda, ayuda mutua
        fr: groupe de parole, groupes de parole, groupe de soutien, entraide
        pt: grupo de apoio, grupos de apoio, autoajuda, auto ajuda, ajuda mutua
        it: gruppo di sostegno, gruppo di supporto, auto aiuto, mutuo aiuto, auto mutuo aiuto
        """,
    "confession": """
        en: confession*, coming out, come out to, i m gay, i m trans, gender transition
        de: beichte*, coming out, beichtgesprach*, sich outen, geoutet
        es: confesion*, confesar*, salir del armario, salir del closet
        fr: confession*, confesse, coming out
        pt: confissao, confissoes, confessar*, sair do armario
        it: confession*, confessar*, coming out
        """,
    "secret": """
        en: surprise*, secret*
        de: uberraschung*, geheim*, *uberraschungs*
        es: sorpresa*, secret*
        fr: surprise*, secret*
        pt: surpresa*, segredo*, secret*
        it: sorpresa*, segreto, segreti, segreta, segrete
        """,
    "farewell": """
        en: farewell*, goodbye*, leaving drinks, leaving do, leaving party, last visit to, last day
        de: *abschied*, ausstand, letzter tag, letzter arbeitstag
        es: despedida*, ultimo adios, adios, ultimo dia
        fr: pot de depart, adieu, adieux, fete de depart, dernier jour
        pt: despedida*, bota fora, ultimo adeus, adeus, ultimo dia
        it: addio*, festa di addio, saluto di commiato, commiato*, ultimo saluto, ultimo giorno
        """,
    "injury": """
        en: broken leg, broken arm, broken hip, broken wrist, broken ankle, broken foot, fracture*, fell down, bad fall,
            knocked down
        de: beinbruch*, armbruch*, knochenbruch*, huftbruch*, handgelenksbruch*, oberschenkelhals*, gesturzt,
            sturz von, sturz oma, sturz opa, sturz mama, sturz papa, gebrochenes bein, gebrochener arm,
            bein gebrochen, arm gebrochen
        es: fractura*, se rompio, se cayo, caida de la, caida del, pierna rota, brazo roto, choque con, chocamos,
            choco el
        fr: fracture*, jambe cassee, bras casse, poignet casse, cheville cassee, casse la jambe, casse le bras,
            est tombee, est tombe dans, chute de mamie, chute de papi, chute de maman, chute de papa, chute de grand *
        pt: fratura*, quebrou a perna, quebrou o braco, quebrou o pe, perna quebrada, braco quebrado, queda da *,
            queda do vo*, caiu da, caiu do, batida de carro, capotamento*
        it: frattur*, gamba rotta, braccio rotto, polso rotto, rotto il braccio, rotto la gamba, rotta la gamba,
            caduta nonna, caduta nonno, caduta mamma, caduta papa, caduta della nonna, caduta del nonno, e caduta,
            e caduto
        """,
    "break-in": """
        en: burglar*, break in at, break ins, broken into, robbery, robberies, robbed, mugged, mugging, theft*,
            car stolen, bike stolen, phone stolen, wallet stolen, stolen car, stolen bike, stolen phone, was stolen,
            arrested, arrest
        de: einbruch, einbruchs*, einbruche, wohnungseinbruch*, hauseinbruch*, eingebrochen, diebstahl*,
            autodiebstahl*, fahrraddiebstahl*, uberfall, uberfallen, raububerfall*, ausgeraubt, gestohlen, geklaut,
            festnahme*, verhaftet, verhaftung*
        es: robo, robos, robaron, robado, robada, atraco*, atracado, atracada, asalto, asaltado, asaltada, hurto*,
            allanamiento*, detenido, detenida, arrestad*
        fr: cambriol*, braquage*, vol de velo, vol de voiture, vol du velo, vol de la voiture, declaration de vol,
            velo vole, voiture volee, vole son, vole sa, vole ma, arrestation*, arretee par
        pt: roubo, roubos, roubado, roubada, roubaram, assalto*, assaltado, assaltada, furto*, arrombamento*, arrombado,
            arrombada, foi preso, foi presa, detido, detida
        it: furto, furti, rapina, rapine, rapinat*, scippo, scippi, scippat*, ladri in, svaligiat*, hanno rubato,
            rubata, arrestat*
        """,
    "fire and flood": """
        en: house fire*, flat fire, kitchen fire*, apartment fire*, fire at the house, fire at the flat, fire damage,
            wildfire*, burnt down, burned down, flood, floods, flooding, flooded, flood damage, water damage,
            earthquake*
        de: hausbrand*, wohnungsbrand*, dachstuhlbrand*, kuchenbrand*, zimmerbrand*, waldbrand*, brand bei,
            brandschaden*, abgebrannt, wasserschaden*, hochwasser*, uberschwemmung*, erdbeben*, sturmschaden*,
            murenabgang*
        es: incendio*, inundacion*, inundad*, terremoto*, derrumbe*, se quemo
        fr: incendie*, inondation*, inonde*, degat des eaux, degats des eaux, degat d eau, degats d eau, passe au feu,
            tremblement de terre, seisme*
        pt: incendio*, enchente*, inundacao, inundacoes, alagamento*, alagad*, deslizamento*, desabamento*, desabou
        it: incendi, incendio, alluvion*, allagament*, allagat*, terremot*, esondazion*
        """,
    "bad news": """
        en: bad news, sad news, terrible news, awful news
        de: schlechte nachricht*, schlechten nachricht*, traurige nachricht*, schlimme nachricht*, hiobsbotschaft*
        es: mala noticia, malas noticias, triste noticia, noticia triste, noticias tristes
        fr: mauvaise nouvelle, mauvaises nouvelles, triste nouvelle, tristes nouvelles
        pt: ma noticia, noticia ruim, noticias ruins, noticia triste, triste noticia
        it: brutta notizia, brutte notizie, cattiva notizia, cattive notizie, triste notizia
        """,
    "failing at school": """
        en: failed exam*, failed the, failed her, failed his, failed my, failed driving, flunk*, resit, resits,
            resitting, retake exam*, exam retake*, expelled, school suspension*, rejection*, got rejected,
            was rejected, failed * exam
        de: durchgefallen, nicht bestanden, sitzenbleib*, sitzengeblieben, sitzen geblieben, nachprufung*,
            wiederholungsprufung*, nachzipf, schulverweis*, schulausschluss*
        es: suspendio el, suspendio la, un suspenso, reprob*, examen de recuperacion, repesca, aplazo, aplazos,
            perdio el ano, repetir curso, expulsado, expulsada
        fr: echec a l examen, echec au bac, echec au permis, examen rate, rate son, rate le bac, rate l examen, recale*,
            rattrapage, redouble*, renvoye*, exclusion temporaire, coule son examen
        pt: reprov*, prova de recuperacao, recuperacao de matematica, recuperacao de portugues, ficou de recuperacao,
            recuperacao escolar, tomou bomba, chumbou, chumbo no, expulso, expulsa
        it: bocciat*, bocciatura, esame fallito, rimandato a, rimandato in, rimandata a, rimandata in,
            esame di riparazione, non ammess*, respinto, respinta, sospensione da scuola, espulso, espulsa
        """,
    "lost animal": """
        en: lost cat, lost dog, missing cat, missing dog, cat missing, dog missing, cat lost, dog lost, dog ran away,
            cat ran away
        de: katze vermisst, kater vermisst, hund vermisst, vermisste katze, vermisster kater, vermisster hund,
            entlaufen, weggelaufen, katze weg, hund weg
        es: perro perdido, perra perdida, gato perdido, gata perdida, se perdio el, se perdio la, se escapo el,
            se escapo la
        fr: chat perdu, chatte perdue, chien perdu, chienne perdue, chat disparu, chien disparu, chat fugue, chien fugue
        pt: cachorro perdido, cachorra perdida, cao perdido, gato perdido, gata perdida, cachorro fugiu, gato fugiu
        it: cane smarrito, cane scappato, cane perso, gatto smarrito, gatto scappato, gatto perso, gatta smarrita,
            gatta scappata
        """,
    "clearing a home": """
        en: clear out mum s, clear out dad s, clear out mom s, clear mum s, clear dad s, clearing mum s, clearing dad s,
            clearing mom s, clearing out mum s, clearing out dad s, clearing gran s, house clearance*, estate sale*
        de: wohnungsauflosung*, haushaltsauflosung*, wohnung auflosen, haushalt auflosen, elternhaus ausraumen,
            elternhaus raumen, verlassenschaft*
        es: vaciar la casa, vaciar el piso, vaciar casa, desmontar la casa, levantar la casa
        fr: vider la maison, vider l appartement, vider l appart, vide maison
        pt: esvaziar a casa, esvaziar o apartamento, esvaziar o apto, desmontar a casa
        it: svuotare casa, svuotare la casa, svuotare l appartamento, sgombero casa, sgomberare casa
        """,
    "comforting": """
        en: comforting, comfort visit, cheer up, cheering up, crying, in tears, is upset
        de: trosten, getrostet, trost, trostbesuch*, aufmuntern, weint, geweint
        es: consolar*, animar a, levantar el animo, llorando, lloro
        fr: consoler, reconforter, remonter le moral, en larmes, en pleurs, pleure
        pt: consolar*, levantar o astral, dar forca, chorando, chorou, ombro amigo
        it: consolar*, tirare su, tirar su, confortar*, in lacrime, piange
        """,
}  # fmt: skip
"""Grief and harm of other kinds."""
