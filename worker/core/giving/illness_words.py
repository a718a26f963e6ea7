"""Illness words are what ails somebody, body and mind, and having children or not: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. "Breakdown"
of costs and "Sehnsucht" are why some words stand whole, or only in a phrase.
"""

from worker.core.lexicon import Grid

ILLNESS: Grid = {
    "women's and men's illnesses": """
        en: endometrio*, hysterectom*, fibroid*, vaginal*, erectile*, circumcis*
        de: endometrios*, gebarmutter*, myom*, wechseljahr*, erektions*, beschneidung*
        es: endometrios*, histerectom*, mioma*, circuncision*, disfuncion erectil
        fr: endometrios*, hysterectom*, fibrome*, circoncision*
        pt: endometrios*, histerectom*, mioma*, circuncisao, disfuncao eretil
        it: endometrios*, isterectom*, fibroma*, miomi, circoncision*
        """,
    "another mind": """
        en: autism*, autistic, adhd, dyslexi*, gender clinic, top surgery, gender dysphoria
        de: autismus*, autist*, adhs*, legasthenie*, geschlechtsangleichung*
        es: autismo, autista*, tdah, tea evaluacion, dislexia*, disforia*
        fr: autisme*, autiste*, tdah, dyslexi*, dysphorie*
        pt: autismo*, autista*, tdah, dislexia*, disforia*
        it: autismo, autistic*, adhd, dsa, dislessi*, disforia*
        """,
    "grave illness": """
        en: stroke, heart attack*, dementia, alzheimer*, parkinson*, multiple sclerosis, hiv, aids, coma, illness*,
            seizure*, wig, wigs, wig fitting, pink october
        de: schlaganfall*, herzinfarkt*, demenz*, alzheimer*, parkinson*, multiple sklerose, hiv, aids, koma,
            perucke*, peruckenberatung
        es: ictus, infarto*, demencia*, alzheimer*, parkinson*, esclerosis*, vih, sida, coma, peluca, pelucas,
            octubre rosa
        fr: avc, infarctus, crise cardiaque, demence*, alzheimer*, parkinson*, sclerose en plaques, vih, sida, coma,
            maladie*, perruque*, octobre rose
        pt: avc, derrame, infarto*, demencia*, alzheimer*, parkinson*, esclerose*, hiv, aids, coma, doenca*, peruca,
            perucas, outubro rosa
        it: ictus, infarto*, demenza*, alzheimer*, parkinson*, sclerosi*, hiv, aids, coma, parrucca, parrucche,
            ottobre rosa
        """,
    "being sick": """
        en: ill, unwell, poorly, sick, sick leave, sick note*, sick day*, off sick, fit note*
        de: krankschreib*, krankmeld*, krankengeld*, krank, arbeitsunfahig*, wiedereingliederung*
        es: baja medica, baja laboral, baja por enfermedad, enferm*, parte de baja
        fr: arret maladie, arret de travail, malade*, mi temps therapeutique, conge maladie
        pt: atestado*, licenca medica, licenca saude, doente*, afastamento*
        it: malattia, malattie, malato, malata, malati, certificato medico, congedo per malattia
        """,
    "disability": """
        en: disability*, disabled, pip assessment, care assessment*, needs assessment*, special needs
        de: *behindert*, behinderung*, *behinderung, medizinischer dienst, mdk, pflegegutacht*,
            erwerbsminderung*
        es: discapacidad*, minusvalia*, incapacidad*, invalidez*, dependencia valoracion,
            valoracion de dependencia, ley de dependencia
        fr: mdph, handicape*, dossier handicap, invalidite*
        pt: pericia, deficienc*, invalidez*, incapacidade*, bpc
        it: invalidita*, disabil*, legge 104, visita inps, handicap, accompagnamento inps
        """,
    "burnout and depression": """
        en: depress*, burnout*, burn out, anxiety*, panic attack*, trauma, nervous breakdown*, mental breakdown*,
            overwhelmed, feeling low, feeling down, not doing well, not coping, feeling lonely, so lonely, burnt out,
            burned out
        de: depress*, burnout*, burn out, angststorung*, panikattack*, trauma, nervenzusammenbruch*, zusammenbruch*,
            erschopfung, geht s nicht gut, geht es nicht gut, geht s schlecht, geht es schlecht, geht nicht gut,
            lebenskrise*, krise, einsam, einsamkeit
        es: depresi*, burnout*, ansiedad*, ataque de panico, crisis nerviosa, trauma, agotamiento, bajon, esta mal,
            esta muy mal, no esta bien, me siento sol*, se siente sol*
        fr: depress*, depri, deprim*, burn out, angoisse*, crise d angoisse, trauma, traumatisme*, epuisement,
            crise de nerfs, ne va pas, va pas bien, va pas fort, va mal, se sent seul*
        pt: depress*, burnout*, ansiedade*, crise de panico, sindrome do panico, trauma, esgotamento, esta mal,
            nao esta bem, nao ta bem, surto
        it: depress*, burnout*, ansia, attacchi di panico, attacco di panico, esaurimento nervoso, esaurimento,
            esaurito, esaurita, crisi, sta male, non sta bene, crisi di nervi
        """,
    "suicide": """
        en: suicid*, self harm*, crisis line*, crisis, samaritans
        de: suizid*, selbstmord*, freitod*, krisendienst*, telefonseelsorge*
        es: suicid*, autolesion*, telefono de la esperanza
        fr: suicid*, automutil*, sos amitie
        pt: suicid*, automutil*, cvv
        it: suicid*, autolesion*, telefono amico
        """,
    "addiction": """
        en: addict*, sober, sobriety, recovery group*, drug test*, methadone, drug rehab*, overdose*, relapse*,
            drinking problem*, alcohol problem*, gambling
        de: sucht*, *suchtberatung*, drogen*, alkoholsucht*, spielsucht*, methadon*, substitution*,
            blaues kreuz, ruckfall, ruckfallig, alkoholproblem*, trocken seit
        es: adicci*, drogadic*, toxicoman*, ludopat*, metadona, alcoholismo, recaida*, problema con la bebida,
            problema con el alcohol, problemas con el alcohol, alcoholic*
        fr: addict*, toxicoman*, alcoolisme, csapa, methadone, dependance*, rechute*, probleme d alcool,
            problemes d alcool, sobriete, abstinent*
        pt: dependencia quimica, dependente quimico, drogad*, alcoolismo, ludopat*, alcoolatra*, problema com bebida,
            problema com a bebida, problemas com alcool, sobriedade
        it: tossicodip*, dipendenza, dipendenze, serd, ludopat*, alcolismo, ricaduta, ricadute, problema con l alcol,
            problemi di alcol, problemi con l alcol, gioco d azzardo
        """,
    "addiction group": """
        en: alcoholics anonymous, narcotics anonymous, overeaters anonymous, gamblers anonymous, aa,
            na meeting*, oa meeting*, ga meeting*, al anon*, alanon*, alateen*, 12 step*, twelve step*,
            anonymous
        de: anonyme alkoholiker*, anonyme*, alkoholiker*, aa, al anon*, na meeting*, na gruppe*,
            zwolf schritte*, 12 schritte*, kreuzbund*
        es: alcoholicos anonimos, narcoticos anonimos, anonim*, doce pasos, 12 pasos, aa
        fr: alcooliques anonymes, narcotiques anonymes, anonymes, alcoolique*, douze etapes, 12 etapes,
            al anon*, aa
        pt: alcoolicos anonimos, narcoticos anonimos, anonim*, doze passos, 12 passos, al anon*, aa
        it: alcolisti anonimi, narcotici anonimi, anonim*, alcolist*, dodici passi, 12 passi, al anon*, aa
        """,
    "detox": """
        en: detox*, withdrawal
        de: entzug*, entgift*, detox*
        es: desintox*, deshabituacion*, detox*
        fr: desintox*, sevrage*, detox*
        pt: desintox*, detox*
        it: disintoss*, detox*
        """,
    "eating disorder": """
        en: eating disorder*, anorex*, bulimi*
        de: essstorung*, ess storung*, magersucht*, bulimi*, anorex*
        es: trastorno*, anorexi*, bulimi*, tca
        fr: troubles alimentaires, trouble du comportement alimentaire, tca, anorex*, boulimi*
        pt: transtorno*, anorexi*, bulimi*
        it: disturbi alimentari, disturbo alimentare, anoress*, bulimi*
        """,
}  # fmt: skip
"""What ails somebody, body and mind."""

CHILDBED: Grid = {
    "pregnancy": """
        en: pregnan*, prenatal*, antenatal*, trimester, morning sickness, amniocentes*, amnio
        de: schwanger*, geburtsvorbereit*, mutterschutz*, fruchtwasser*, ctg
        es: embaraz*, prenatal*, preparto, amniocentesis, matronatacion
        fr: grossesse*, enceinte*, prenatal*, preparation a l accouchement, conge maternite, amniocentese*,
            amnio
        pt: gravidez*, gravida*, gestante*, gestacao, pre natal, prenatal*, amniocentese*, cha revelacao,
            cha de bebe
        it: gravidanz*, incinta*, prenatal*, preparto, corso preparto, amniocentesi
        """,
    "birth": """
        en: maternity*, birthing*, labour ward, labor and delivery, delivery room, childbirth*,
            birth centre, birth center, birth plan
        de: geburtshaus*, geburtsklinik*, geburtshilfe*, kreisssaal*, kreissaal*, entbindung*,
            kaiserschnitt*, wochenbett*
        es: maternidad*, parto, partos, cesarea*, posparto, paritorio
        fr: maternite*, accouch*, cesarienne*, salle de naissance, post partum
        pt: maternidade*, parto, partos, cesarea*, cesariana*, puerperio
        it: maternita*, parto, sala parto, cesareo, corso preparto, puerperio
        """,
    "loss of a child": """
        en: miscarr*, stillb*, abort*, termination*, baby loss, lost the baby, losing the baby
        de: fehlgeburt*, totgeburt*, sternenkind*, abtreibung*, ausschabung*, schwangerschaftsabbruch*, baby verloren,
            kind verloren
        es: aborto*, abortivo*, legrado*, perdida gestacional, muerte perinatal, perdio el bebe, perdio al bebe,
            perdimos al bebe, perdida del bebe
        fr: fausse couche, fausses couches, avortement*, ivg, curetage*, deuil perinatal, perdu le bebe,
            perdu son bebe, perte du bebe
        pt: aborto*, curetagem*, perda gestacional, natimort*, perdeu o bebe, perdemos o bebe, perda do bebe
        it: aborto*, aborti, raschiamento*, ivg, lutto perinatale, perso il bambino, perso un bambino,
            perdita del bambino
        """,
    "fertility": """
        en: fertil*, infertil*, ivf, iui, egg freezing, embryo*, sperm*, in vitro, egg retrieval*, egg collection,
            negative test, test negative
        de: *kinderwunsch*, fruchtbarkeit*, kunstliche befruchtung, ivf, icsi, eizell*, insemination*, eizellspende,
            test negativ
        es: fertilidad*, reproduccion asistida, fiv, fecundacion*, inseminacion*
        fr: pma, fiv, fertilite*, infertilite*, insemination*, fecondation*, ovocyte*
        pt: fertilidade*, infertilidade*, reproducao assistida, fiv, fertilizacao*, inseminacao*
        it: fecondazione*, pma, fertilita*, infertilita*, fivet, inseminazione*
        """,
    "contraception and sexual health": """
        en: contracepti*, birth control, iud, coil fitting, sti, std, std test*, sexual health*,
            morning after pill, coil removal
        de: verhutung*, spirale einsetzen, kupferspirale*, pille danach, pro familia, geschlechtskrank*
        es: anticoncep*, diu, planificacion familiar, pildora del dia
        fr: contracepti*, sterilet*, planning familial, ist depistage, mst, pilule du lendemain
        pt: anticoncep*, diu, planejamento familiar, pilula do dia
        it: contraccett*, spirale medica, pillola del giorno, mst, anticoncezion*
        """,
}  # fmt: skip
"""Having children, or not."""
