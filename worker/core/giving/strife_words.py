"""Strife words are quarrels, what is said to end them, and talks that nobody looks forward to: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. "Rowing",
"Streitkräfte", "brigadeiro" and "échecs" are why some words stand whole, or only in a phrase; what only plays at
strife ("snowball fight") is in `harmless_words.py`.
"""

from worker.core.lexicon import Grid

STRIFE: Grid = {
    "quarrel": """
        en: quarrel*, row with, row over, row about, had a row, big row, huge row, blazing row, family row, tiff,
            tiffs, spat with, spat over, had a spat, squabbl*, bicker*, bust up, blow up with, dispute, disputes,
            feud, feuds, feuding, disagreement*, drama with, beef with, argument, arguing*, argued, arguments with,
            arguments about, rowed with, shouted at, shouting at, yelled at, had it out, screamed at
        de: streit, streits, *streit, streiten, streitet, gestritten, zerstritten, streitgesprach*, streiterei*, zoff,
            gezoff, knatsch*, krach, *krach, zank, zanken, gezank*, zwist*, *zwist, zerwurfnis*, disput, strit, stunk,
            auseinandersetzung*, wickel mit, dicke luft, meinungsverschiedenheit*, krach mit, angeschrien, angebrullt,
            angeschnauzt
        es: pelea, peleas, pelear*, peleam*, pelead*, bronca*, rina con, rina entre, rina familiar, altercado*,
            trifulca*, agarron, pleito*, enojo, enojad*, enfado*, enfadad*, disputa con, disputa entre, desacuerdo*,
            desavenencia*, encontronazo*, discusion, discusiones, discusion de pareja, discutir con, discutimos,
            discutido con, quilombo con, mala onda con, rollo con, rollos con, me pelee, pelee con, nos peleamos,
            discuti con, me enfade, me enoje, renimos, reni con
        fr: dispute, disputes, disputer, disputons, disputee*, chicane*, engueul*, brouille, brouillee*, brouilles avec,
            querelle*, altercation*, embrouille*, prise de bec, prises de bec, fache, fachee, faches, fachees, en froid,
            bisbille*, ostinage*, accrochage avec, clash avec, clash entre, desaccord*, scene de menage,
            scenes de menage, gros froid, froid avec
        pt: briga, brigas, brigar, brigamos, brigou, brigado, brigados, brigada com, bate boca, desentendimento*,
            treta*, discussao, discussoes, discussao de casal, discutir com, discutimos, disputa com, arrufo*, zanga,
            zangas, zangad*, chatead*, chatear se, desavenca*, barraco com, arranca rabo, quebra pau, briguei,
            discuti com, zanguei, zanguei me, zangamos, chateei, chateei me
        it: lite, liti, litig*, bisticci*, battibecc*, alterco, alterchi, diverbi*, screzi*, scenata*, baruffa,
            disputa con, discussione con, discussione tra, discussione accesa, discussione animata,
            discussione pesante, brutta discussione, arrabbiato, arrabbiata con, dissidi*, dissapor*, sfuriata*,
            scontro con, scontri con, musi lunghi, muso lungo, ho discusso con, discusso con, abbiamo discusso,
            urlato con
        """,
    "fight": """
        en: fight, fights, fighting with, fought with, we fought, brawl*, scuffle*, fistfight*, fighting again
        de: schlagerei*, prugelei*, rauferei*, handgemenge, handgreiflich*
        es: golpiza*, punetazo*, se pegaron, a golpes, a los golpes, gresca*
        fr: bagarre*, se sont battus, se sont battues, en sont venus aux mains
        pt: porrada, pancadaria, aos socos, a pancada
        it: rissa, risse, zuffa, scazzottata*, alle mani, botte con
        """,
    "anger": """
        en: angry with, angry at, mad at, furious with, furious at, cross with, upset with, resent*
        de: sauer auf, bose auf, wutend auf, stinksauer, wut auf, gekrankt*, verargert*
        es: molesto con, molesta con, furioso con, furiosa con, resentid*, resentimiento*, rencor
        fr: en colere, m en veut, lui en veux, en veut a, furieux contre, furieuse contre, vexe, vexee, rancune*
        pt: brava com, bravo com, magoad*, ressentid*, ressentimento*, de mal com, raiva de
        it: furioso con, furiosa con, ce l ha con, rancore, rancori, risentit*, risentiment*, offeso, offesa
        """,
    "falling-out": """
        en: falling out, falling outs, fallout with, fell out, fallen out, not speaking, not talking to,
            silent treatment, ghosted, ghosting, cut off contact, no contact with, cutting ties, cut ties, estrange*
        de: funkstille, kontaktabbruch*, kontakt abgebrochen, entfremd*, verkracht, uberworfen, beleidigt,
            eingeschnappt, redet nicht mehr, reden nicht mehr
        es: distanciamiento*, distanciad*, no nos hablamos, no se hablan, dejo de hablar*, dejamos de hablar*,
            me bloqueo
        fr: couper les ponts, coupe les ponts, ne se parle plus, ne se parlent plus, se parle plus, parlons plus,
            ne me parle plus, me boude
        pt: cortar relacoes, cortou relacoes, relacoes cortadas, nao nos falamos, nao se falam, parou de falar,
            me bloqueou
        it: tagliare i ponti, tagliato i ponti, non ci parliamo, non si parlano, non mi parla, rapporti tesi
        """,
    "conflict": """
        en: conflict with, conflict between, conflict resolution, conflict talk, family conflict, tension with,
            tensions with, tension between, mend fences
        de: konflikt, konflikte, konfliktgesprach*, konfliktklarung*, konfliktlosung*, familienkonflikt*, spannungen mit
        es: conflicto*, tension con, tensiones con
        fr: conflit*, tension avec, tensions avec, tensions entre, prise de tete
        pt: conflito*, clima pesado, climao
        it: conflitt*, tensione con, tensioni con, attrito, attriti
        """,
    "clearing the air": """
        en: clear the air, clearing the air, cleared the air, air clearing, talk it out, talk it through,
            talk things out, talk things over, talk things through, hash it out, hash things out, have it out,
            sort things out, sorting things out, work things out, patch things up, patching things up,
            patched things up, patch up with, smooth things over, set the record straight, misunderstanding*,
            clear things up, clearing things up, smoothing things over, set things straight, about what happened,
            squash the beef, tell * the truth, sort this out
        de: aussprache, aussprachen, aussprechen mit, ausgesprochen mit, klarungsgesprach*, klarende, klarendes,
            klarenden, reinen tisch, wogen glatten, klartext, missverstandnis*, ausgesprochen, klarung mit,
            zur klarung, dinge klaren, klaren mit, tacheles, streit schlichten, streitschlichtung*
        es: aclarar las cosas, aclarar cosas, aclarar todo, aclarar un *, aclarar el *, aclaracion con, malentendid*,
            limar asperezas, arreglar las cosas, cartas sobre la mesa, ajuste de cuentas, poner los puntos,
            de lo que paso, de lo nuestro, arreglarme con, arreglar los problemas, arreglar con, resolver las cosas,
            hablar las cosas
        fr: mise au point, mises au point, mise a plat, mettre les choses au *, mettre les choses a *, mettre au clair,
            tirer au clair, tirer les choses au clair, explication, explications avec, s expliquer, malentendu*,
            crever l abces, vider son sac, reglement de compte*, reglements de compte*, vider l abces,
            de ce qui s est passe, remettre les pendules, pendules a l heure, serieusement avec
        pt: esclarecer as coisas, esclarecer tudo, esclarecer um *, pratos limpos, mal entendid*, malentendid*,
            roupa suja, acerto de contas, acertar as contas, ajuste de contas, acertar os ponteiros, pingos nos is,
            resolver as coisas, acertar as coisas, do que aconteceu, sobre o que aconteceu, conversar sobre nos,
            tirar a limpo
        it: chiarimento, chiarimenti, chiarirsi, chiarirci, chiarirmi, chiarire con, chiarire le cose, malintes*,
            incomprension*, mettere le cose in chiaro, mettere in chiaro, resa dei conti, di quello che e successo,
            chiarire la situazione, chiarire la faccenda, chiarire un *, sistemare le cose, chiarificator*
        """,
    "making up": """
        en: reconcil*, make up with, making up with, made up with, kiss and make up, bury the hatchet,
            burying the hatchet, make peace with, making peace with, peace talks, truce, olive branch, peace offering*
        de: versohnung, versohnen, versohnt, versohnungs*, aussohn*,
            wieder vertragen, frieden schliessen, friedenspfeife, kriegsbeil, vertragen mit
        es: reconcili*, las paces, hacer las pases, firmar la paz, amigarme, amigarnos, amigarse
        fr: reconcili*, faire la paix, fait la paix, rabiboch*, hache de guerre
        pt: reconcili*, as pazes, fazer pazes, reatar com, reatar a amizade, voltar a falar com
        it: riconcili*, riappacific*, rappacific*, fare pace, far pace, fatto pace, fare la pace, far la pace,
            fatto la pace, pace fatta, pace con
        """,
    "apology": """
        en: apology, apologies, apologis*, apologiz*, amends, say sorry, saying sorry, sorry to, sorry for,
            beg forgiveness, forgive, forgiveness, sorry dinner, sorry lunch, sorry drinks, sorry flowers
        de: entschuldigung, entschuldigen, entschuldigt, entschuldigungs*, abbitte, verzeihung, verzeihen
        es: perdon, pedir perdon, perdonar*, disculp*
        fr: excuses, m excuser, s excuser, excuser aupres, demander pardon, pardon a, pardonner
        pt: desculpas, pedir desculpa, desculpar se, me desculpar, perdao, perdoar
        it: scuse, chiedere scusa, chiesto scusa, scusarmi, scusarsi, perdono, perdonare
        """,
    "difficult talk": """
        en: difficult conversation*, difficult talk*, difficult chat*, difficult discussion*, difficult call*,
            difficult meeting*, difficult phone call*, hard conversation*, hard talk*, hard chat*, hard discussion*,
            tough conversation*, tough talk*, tough chat*, awkward conversation*, awkward talk*, awkward chat*,
            uncomfortable conversation*, uncomfortable talk*, uncomfortable chat*, painful conversation*,
            tense conversation*, tense talk*, tense meeting*, heated discussion*, heated conversation*,
            crucial conversation*, crisis talks, difficult lunch, difficult dinner, awkward lunch, awkward dinner,
            awkward call*
        de: schwieriges gesprach*, schwierigen gesprach*, schwierige gesprache*, schwieriges telefonat,
            schwere gesprache*, schweres gesprach*, unangenehmes gesprach*, unangenehmes telefonat, heikles gesprach*,
            krisengesprach*, problemgesprach*, krisensitzung*, krisentreffen*
        es: conversacion dificil, conversaciones dificiles, charla dificil, platica dificil, llamada dificil,
            conversacion incomoda, charla incomoda, conversacion tensa, conversacion pendiente, conversacion delicada
        fr: conversation difficile, conversations difficiles, conversation delicate, conversation penible,
            conversation compliquee, conversation tendue, discussion difficile, discussions difficiles,
            discussion delicate, discussion penible, discussion compliquee, discussion tendue, discussion houleuse,
            discussion orageuse, discussion animee, appel difficile, echange difficile, grosse discussion
        pt: conversa dificil, conversas dificeis, conversa delicada, conversa chata, conversa tensa, conversa pesada,
            conversa complicada, papo dificil, papo chato
        it: conversazione difficile, conversazione delicata, conversazione spiacevole, conversazione tesa,
            discorso difficile, discorso delicato, chiacchierata difficile, telefonata difficile
        """,
    "serious talk": """
        en: serious talk*, serious conversation*, serious chat*, serious discussion*, serious word*, honest talk*,
            honest conversation*, honest chat*, frank talk*, frank conversation*, frank discussion*,
            candid conversation*, the talk with, need to talk, have to talk, must talk, heart to heart*, stern talk*,
            stern word*, relationship talk*, relationship chat*
        de: ernstes wort, ernste worte, ernstes gesprach*, ernsten gesprach*, ernste gesprache, ernsthaftes gesprach*,
            ernsthaft reden, ernsthaft sprechen, offenes gesprach*, ehrliches gesprach*, mussen reden, mussen sprechen,
            mussen wir reden, muss reden, ins gewissen, klare worte, ernst reden, ernst sprechen
        es: conversacion seria, conversacion honesta, conversacion sincera, charla seria, charla sincera, platica seria,
            hablar en serio, hablar seriamente, hablar claro, tenemos que hablar, hay que hablar, debemos hablar
        fr: discussion serieuse, discussion franche, discussion honnete, conversation serieuse, conversation franche,
            conversation honnete, discuter serieusement, parler serieusement, faut qu on parle, faut qu on se parle,
            faut qu on discute, faut parler, faut se parler, doit parler, doit se parler, devons parler, coeur a coeur,
            coeur ouvert, entre quatre yeux, entre quat z yeux
        pt: conversa seria, conversa franca, conversa sincera, conversa honesta, papo serio, papo reto, falar a serio,
            falar serio, precisamos conversar, precisamos falar, precisa conversar, temos de falar, temos que falar,
            temos que conversar, discutir a relacao, conversar serio, falar seriamente
        it: discorso serio, discorsetto, discorso sincero, conversazione seria, conversazione sincera,
            conversazione onesta, chiacchierata seria, parlare seriamente, parlare chiaro, dobbiamo parlare,
            dobbiamo parlarne, bisogna parlare, cuore a cuore, a quattr occhi, parlarne seriamente
        """,
    "confrontation": """
        en: confront, confronted, confronting, confrontation*, ultimatum*, showdown with, telling off, tell off
        de: konfrontation*, konfrontieren, konfrontier*, zur rede stellen, standpauke*, ultimatum
        es: confrontar*, confrontacion*, enfrentamiento*, enfrentar a, encarar a, reganina*
        fr: confronter, confrontation*, ultimatum, remontrance*, mise en garde, passer un savon
        pt: confrontar*, confrontacao, confronto com, tirar satisfac*, ultimato, puxao de orelha
        it: confronto duro, confronto acceso, confronto difficile, affrontare con, faccia a faccia, ramanzina,
            strigliata, lavata di capo
        """,
    "boundaries": """
        en: boundaries, boundary talk*, boundary conversation*, set a boundary, setting a boundary
        de: grenzen setzen, grenzen ziehen, grenze setzen, grenzen aufzeigen
        es: poner limites, poner un limite, marcar limites, limites con
        fr: mes limites, poser des limites, poser les limites, poser une limite, fixer des limites, mettre des limites
        pt: impor limites, por limites, colocar limites, dar limites, estabelecer limites
        it: porre limiti, porre dei limiti, mettere dei limiti, mettere limiti, mettere i paletti, mettere dei paletti
        """,
    "complaint": """
        en: complaint about, complaint against, complaint from, formal complaint*, noise complaint*
        de: beschwerde, beschwerden, beschwerdegesprach*, beschwerdebrief*
        es: queja, quejas, reclamo a, reclamo contra
        fr: reclamation, reclamations, lettre de plainte
        pt: queixa, queixas, reclamacao, reclamacoes
        it: lamentela, lamentele, reclamo, reclami
        """,
}  # fmt: skip
"""Strife, and what is said to end it."""
