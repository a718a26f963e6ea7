"""Care words are how an illness is looked for, and what is done about it: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. "Opera",
"radio", "recipe" and "pet" are why some words stand whole, or only in a phrase.
"""

from worker.core.lexicon import Grid

EXAMINATION: Grid = {
    "check-up": """
        en: check up at, checkup, checkups, annual physical, medical check*, health screening*,
            glucose test*
        de: vorsorge*, untersuchung*, *untersuchung, gesundheitscheck*, nachsorge*
        es: chequeo*, revision medica, revision dental, control medico, reconocimiento medico,
            prueba de esfuerzo, pruebas medicas
        fr: bilan de sante, visite medicale, check up medical, consultation*, epreuve d effort
        pt: checape, check up, exame*, exames de rotina, teste ergometrico
        it: check up, visita medica, visita di idoneita, visita oculistica, visita cardiologica,
            visita dermatologica, prova da sforzo
        """,
    "blood test": """
        en: blood test*, blood draw*, bloods, bloodwork, blood work, urine test*, lab test*
        de: blutabnahme*, blutbild*, bluttest*, blutwert*, blutprobe*, laborwerte*, urinprobe*
        es: analisis de sangre, analitica*, analisis de orina, analisis clinico*, extraccion de sangre,
            hemograma*
        fr: prise de sang, analyse de sang, analyses de sang, analyse d urine, analyses d urine,
            bilan sanguin, labo d analyse*, laboratoire d analyse*, analyses medicales
        pt: exame de sangue, coleta de sangue, hemograma*, exame de urina, laboratorio de analises
        it: esami del sangue, esame del sangue, analisi del sangue, analisi delle urine, analisi cliniche,
            prelievo, prelievi, emocromo, esami clinici
        """,
    "results": """
        en: diagnos*, test results, lab results, biopsy results, prognos*, memory test*, lump check*, found a lump,
            waiting for results
        de: befund*, diagnos*, diagnostik*, prognosegesprach*
        es: diagnostic*, resultados de las pruebas, resultados medicos, resultados analitica
        fr: diagnostic*, resultats d analyse*, resultats medicaux, compte rendu medical
        pt: diagnostic*, resultado do exame, laudo, laudos
        it: diagnos*, referto, referti, ritiro referti, esito esami, esito degli esami
        """,
    "scan": """
        en: scan, scans, mri, ct, ct scan, cat scan, pet scan, pet ct, bone scan*
        de: mrt, ct, kernspin*, computertomogra*, szintigra*, pet ct, magnetresonanz*, nuklearmedizin*,
            pet scan*
        es: tac, resonancia*, tomografia*, gammagrafia*, escaner, rmn, pet tac, rayos
        fr: irm, scanner, scanners, scintigraphie*, tomographie*, tep scan, petscan
        pt: ressonancia*, tomografia*, cintilografia*, rmn, pet ct, tc de
        it: risonanza*, tac, tomografia*, scintigrafia*, rmn, pet tac, rm ginocchio, rm encefalo,
            rm schiena, rm lombare, rm al*
        """,
    "x-ray": """
        en: x ray, x rays, xray, xrays, radiolog*, radiograph*
        de: rontgen*, roentgen*, radiolog*
        es: radiografia*, rayos x, rx, radiolog*
        fr: radiographie*, radiolog*, radio du genou, radio du dos, radio de la hanche, radio des poumons,
            radio pulmonaire, radio des dents, passer une radio, radio panoramique
        pt: raio x, raios x, radiografia*, radiolog*, rx
        it: radiografia*, radiografie, raggi x, rx, radiolog*, lastra al*, lastre
        """,
    "ultrasound": """
        en: ultrasound*, sonogram*, doppler
        de: ultraschall*, sonogra*, sono termin, doppler
        es: ecografia*, ecodoppler, doppler, eco abdominal, eco semana*, ecos embarazo
        fr: echographie*, echo abdominale, echo pelvienne, echo du bebe, echo 1, echo 2, echo 3, doppler,
            echo t1, echo t2, echo t3, echocardio*, echodoppler
        pt: ultrassom*, ultrassonografia*, ultra som, ecografia*, doppler, eco fetal, morfologico,
            morfologica
        it: ecografi*, ecodoppler, doppler, eco addome, eco fetale, eco morfologica, morfologica
        """,
    "mammogram": """
        en: mammogra*, breast screening*, breast check*
        de: mammogra*, brustscreening*, brustkrebs*
        es: mamografia*, cancer de mama
        fr: mammo, mammogra*, depistage*
        pt: mamografia*
        it: mammografi*, senologi*, screening mammografico
        """,
    "biopsy": """
        en: biops*
        de: biops*, gewebeprobe*, punktion*
        es: biops*, puncion*
        fr: biops*, ponction*
        pt: biops*, puncao
        it: biops*, agoaspirato, puntura lombare
        """,
    "endoscopy": """
        en: endoscop*, colonoscop*, gastroscop*, bronchoscop*, colposcop*
        de: endoskop*, koloskop*, gastroskop*, darmspiegelung*, magenspiegelung*, blasenspiegelung*,
            bronchoskop*
        es: endoscopia*, colonoscopia*, gastroscopia*, colposcopia*, broncoscopia*
        fr: endoscop*, coloscop*, colonoscop*, gastroscop*, fibroscop*, colposcop*
        pt: endoscopia*, colonoscopia*, colposcopia*, broncoscopia*
        it: endoscopia*, colonscopi*, gastroscopi*, colposcopi*, broncoscopi*
        """,
}  # fmt: skip
"""Looking for what ails somebody."""

TREATMENT: Grid = {
    "operation": """
        en: operation, knee op, hip op, hip replacement*, knee replacement*, bypass, anaesthe*, anesthe*,
            vasectomy, c section
        de: operation, operiert, op, op termin, op vorgesprach*, knieoperation*, huftoperation*,
            augenoperation*, herzoperation*, narkose*, anasthes*, vasektom*
        es: operacion, operan a, quirofano*, anestesia*, vasectomia*
        fr: operation, anesthes*, bloc operatoire, vasectomie*
        pt: operacao, centro cirurgico, anestesi*, vasectomia*
        it: operazione, intervento chirurgico, sala operatoria, anestesi*, prericovero*
        """,
    "cancer": """
        en: chemo*, radiotherap*, radiation, cancer*, tumor*, tumour*, oncolog*, leukaem*, leukem*,
            lymphoma*, mastectom*
        de: chemo*, bestrahlung*, krebs*, *krebs, tumor*, onkolog*, leukam*, lymphom*, metastas*
        es: quimio*, radioterapia, cancer*, tumor*, oncolog*, leucemia*, linfoma*
        fr: chimio*, radiotherap*, cancer*, tumeur*, oncolog*, onco, leucemie*, lymphome*, curietherapie*
        pt: quimio*, radioterapia, cancer*, tumor*, oncolog*, leucemia*, linfoma*
        it: chemio*, radioterapia, cancro, tumor*, oncolog*, leucemia*, linfoma*
        """,
    "dialysis": """
        en: dialys*, haemodialys*, hemodialys*
        de: dialyse*, hamodialyse*
        es: dialisis, hemodialisis
        fr: dialys*, hemodialyse*
        pt: dialise*, hemodialise*
        it: dialisi, emodialisi
        """,
    "transplant": """
        en: transplant*, organ donor*, bone marrow*, blood transfusion*, transfusion*
        de: transplant*, organspende*, knochenmark*, stammzell*, transfusion*
        es: trasplante*, transplante*, medula osea, transfusion*
        fr: transplant*, greffe de rein, greffe renale, greffe du foie, greffe du coeur, greffe de moelle,
            greffe de cornee, transfusion*
        pt: transplante*, medula ossea, transfusao, transfusoes
        it: trapiant*, midollo osseo, trasfusion*
        """,
    "rehabilitation": """
        en: rehab*
        de: reha, rehab*, rehak*, rehas*, rehaz*, reha klinik, kur, kuren, anschlussheilbehandlung*
        es: rehabilitacion*, rehab, balneoterapia
        fr: reeducation*, readaptation*, centre de reeducation, cure thermale, en cure
        pt: reabilita*, rehab
        it: riabilita*, rieducazione*, cure termali
        """,
    "vaccination": """
        en: vaccin*, flu shot*, flu jab*, jab, jabs, booster shot*, immunis*, immuniz*, hep b, hep a, mmr
        de: impf*, *impfung*
        es: vacuna*
        fr: vaccin*, piqure de rappel
        pt: vacina*
        it: vaccin*
        """,
    "psychiatric care": """
        en: mental health*, emdr, electroshock*, psychoanaly*
        de: *psychose*, psychosomat*, emdr, angstambulanz*, tagesklinik*
        es: salud mental, emdr, centro de dia
        fr: sante mentale, emdr, hopital de jour, hdj
        pt: saude mental, emdr, caps ad
        it: salute mentale, emdr, centro diurno, csm
        """,
    "wounds and stitches": """
        en: wound care, wound clinic, stitches out, stitches removed, remove stitches, cast removal,
            cast off, plaster cast, stent, infusion, insulin, cortisone shot, cortisone injection
        de: wundversorgung*, wundkontrolle*, verbandswechsel*, faden ziehen, gips ab, gipswechsel*, stent,
            infusion*, insulin, infiltration*
        es: quitar puntos, quitarme los puntos, escayola, curas enfermeria, cura de la herida, cateterismo,
            insulina, infiltracion*
        fr: retirer les points, enlever les points, ablation des fils, pansement*, platre, stent, insuline,
            perfusion*, infiltration*, piqures
        pt: tirar pontos, tirar os pontos, curativo, curativos, tirar o gesso, gesso no, cateterismo,
            insulina, infiltracao
        it: togliere i punti, rimozione punti, medicazione*, togliere il gesso, gesso al*, cateterismo,
            stent, insulina, flebo, infiltrazion*
        """,
    "infection test": """
        en: covid*, pcr test*, tb test*, antibody test*, tetanus
        de: covid*, corona test*, coronatest*, pcr test*, tetanus*, schnelltest*
        es: covid*, prueba pcr, test de antigenos, tetanos
        fr: covid*, test pcr, test antigenique, tetanos
        pt: covid*, teste pcr, teste rapido, tetano
        it: covid*, tampone, tamponi, tetano
        """,
}  # fmt: skip
"""What is done about it."""
