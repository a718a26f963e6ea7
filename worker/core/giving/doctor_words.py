"""Doctor words are those who treat body, teeth and mind, and where they do: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. "Cardio"
alone is sport, "Orthodox Easter" a feast: such beginnings are long enough to leave them out.
"""

from worker.core.lexicon import Grid

DOCTOR: Grid = {
    "doctor": """
        en: dr, doctor*, physician*, gp, medic, medics, medical*, paramedic*, health check*, health centre*,
            health center*
        de: *arzt*, *arzte*, *aerzt*, doktor*, medizin*, *medizinisch*
        es: medico*, medica*, medicina*, doctor, doctora*, dra, centro de salud, cita previa
        fr: medecin*, docteur*, toubib*, medical*, medicaux, centre de sante, maison de sante
        pt: medica*, medico*, doutor*, dra, consulta, consultas, posto de saude, ubs, clinico geral
        it: medico*, dottor*, dott, dottssa, dai medici, visita medica, visita specialistica,
            visita di controllo, guardia medica, visita asl, alla asl
        """,
    "dentist": """
        en: dentist*, dental*, orthodont*, root canal*, tooth*, wisdom teeth, braces, dentures
        de: zahn*, kieferorthopad*, kieferchirurg*, wurzelbehandlung*, weisheitsz*, dentalhygiene*
        es: dentista*, odontolog*, ortodonc*, dental*, endodonc*, muela, muelas, empaste*
        fr: dentiste*, dentaire*, orthodont*, dents, dent de sagesse, detartrage*, appareil dentaire,
            stomato*
        pt: dentista*, odonto*, ortodont*, dente, dentes, siso, canal dentario, limpeza dental
        it: dentist*, odontoiatr*, ortodon*, denti, dente, igiene dentale, dal dentista, ablazione*,
            apparecchio ai denti
        """,
    "children's doctor": """
        en: pediatr*, paediatr*, child health, neonat*
        de: padiat*, kinderarzt*, u untersuchung*, neonatolog*, fruhgeboren*, fruhchen*
        es: pediatr*, neonat*
        fr: pediatr*, pmi, neonat*, prematur*
        pt: pediatr*, puericultura*, neonat*, prematur*
        it: pediatr*, neonat*, prematur*
        """,
    "women's doctor": """
        en: gyn, gyne*, gyna*, obgyn*, ob gyn*, obstetric*, smear test*, smear, pap smear*, pap test*,
            cervical*, menopaus*
        de: gyn, gyna*, gyne*, frauenheil*, krebsabstrich*, pap abstrich*, abstrich*, wechseljahr*
        es: ginecolog*, gine, obstetr*, papanicolau, citologia*, menopausi*, tocolog*
        fr: gyneco*, obstetr*, frottis, menopause*
        pt: gineco*, obstetr*, papanicolau, preventivo gineco*, menopausa*
        it: ginecolog*, gineco, ostetric*, pap test, menopausa*
        """,
    "skin doctor": """
        en: dermatol*, derm, skin check*, skin doctor*, mole check*
        de: dermatolog*, hautarzt*, hautscreening*, hautkrebs*, muttermal*
        es: dermatolog*, dermato, dermo
        fr: dermato*, dermo, grain de beaute, grains de beaute
        pt: dermato*
        it: dermatolog*, dermo, controllo nei, mappatura nei, mappatura dei nei
        """,
    "eye doctor": """
        en: ophthalm*, optometr*, optician*, eye test*, eye exam*, eye doctor*, eye hospital*, cataract*
        de: augenarzt*, augenklinik*, ophthalm*, optiker*, sehtest*, grauer star
        es: oftalmolog*, oculista*, optometr*, catarata*, revision de la vista
        fr: ophtalmo*, opticien*, oculiste*, orthopti*, cataracte*
        pt: oftalmo*, oculista*, optometr*, catarata*
        it: oculist*, oftalmolog*, ottico, optometr*, cataratta*, visita oculistica
        """,
    "ear, nose and throat": """
        en: ent, otolaryngolog*, audiolog*, hearing test*, hearing aid*, tonsil*
        de: hno, hals nasen ohren*, hortest*, horgerat*, ohrenarzt*, mandel op, mandeloperation*
        es: otorrino*, orl, audiometria*, audifono*, amigdala*
        fr: orl, oto rhino*, otorhino*, audiogramme*, audioprothes*, amygdal*
        pt: otorrino*, audiometria*, aparelho auditivo, amigdala*, fono
        it: otorino*, orl, audiometri*, apparecchio acustico, tonsill*
        """,
    "heart doctor": """
        en: cardiolog*, heart doctor*, heart clinic*, ecg, ekg, holter, pacemaker*, echocardiogra*,
            blood pressure
        de: kardiolog*, herzkatheter*, ekg, langzeit ekg, herzecho*, herzschrittmacher*, blutdruck*
        es: cardiolog*, electrocardiograma*, holter, marcapasos, ecocardio*, tension arterial
        fr: cardiolog*, rdv cardio, rendez vous cardio, cardio rdv, electrocardiogramme*, ecg, holter,
            tension arterielle
        pt: cardiolog*, cardiologista*, eletrocardiograma*, ecg, holter, ecocardio*, marca passo,
            pressao arterial
        it: cardiolog*, elettrocardiogramma*, ecg, holter, ecocardio*, pacemaker*, pressione arteriosa
        """,
    "stomach doctor": """
        en: gastroenter*, gastro, hepatolog*, proctolog*
        de: gastroenter*, gastro, hepatolog*, proktolog*, enddarm*
        es: gastroenter*, medico digestivo, aparato digestivo, gastro, hepatolog*, proctolog*
        fr: gastro, gastroenter*, gastro enter*, hepato*, proctolog*, hepato gastro
        pt: gastroenter*, gastro, hepatolog*, proctolog*
        it: gastroenter*, gastro, epatolog*, proctolog*
        """,
    "nerve doctor": """
        en: neurolog*, neurosurg*, eeg, emg, nerve test*, epilep*, migraine*, neuro
        de: neurolog*, neurochirurg*, nervenarzt*, eeg, epilep*, migrane*, neuro
        es: neurolog*, neurocirug*, electroencefalograma*, epilep*, migrana*, neuro
        fr: neurolog*, neurochirurg*, neuropsy*, electroencephalo*, epilep*, migraine*, neuro
        pt: neurolog*, neurocirurg*, eletroencefalograma*, epilep*, enxaqueca*, neuropediatr*, neuro
        it: neurolog*, neurochirurg*, neuropsich*, elettroencefalogramma*, elettromiografia*, epiless*,
            epilett*, emicrania*, neuro
        """,
    "bone doctor": """
        en: orthopaed*, orthoped*, rheumatolog*, fracture clinic*, knee surgery, arthritis
        de: orthopad*, orthopaed*, rheuma*, unfallchirurg*
        es: ortoped*, traumatolog*, trauma, traumas, reumatolog*, artritis, artrosis
        fr: orthoped*, traumato*, rhumato*, arthrose*, arthrite*
        pt: ortoped*, traumatolog*, reumatolog*, artrite*, artrose*
        it: ortoped*, traumatolog*, reumatolog*, artrit*, artros*, fisiatr*
        """,
    "urologist": """
        en: urolog*, nephrolog*, prostat*, psa test*, kidney*
        de: urolog*, nephrolog*, prostata*, nieren*
        es: urolog*, nefrolog*, prostata*, nefro
        fr: urolog*, nephrolog*, prostate*, andrologu*, nephro, uro
        pt: urolog*, nefrolog*, prostata*, nefro
        it: urolog*, nefrolog*, prostata*, androlog*, nefro
        """,
    "lungs, glands and allergies": """
        en: pulmonolog*, endocrin*, allerg*, lung function*, asthma*, diabet*, sleep clinic*, sleep lab*,
            haematolog*, hematolog*
        de: pneumolog*, lungen*, endokrin*, allerg*, asthma*, diabet*, schlaflabor*, hamatolog*, internist*
        es: neumolog*, endocrin*, alergol*, alergia*, pruebas de alergia, diabet*, hematolog*, internista*,
            neumo
        fr: pneumolog*, endocrino*, allerg*, diabet*, hematolog*, asthme, pneumo
        pt: pneumolog*, endocrino*, alergista*, alergolog*, alergia*, diabet*, hematolog*, pneumo, endocrino
        it: pneumolog*, endocrinolog*, allerg*, diabet*, ematolog*, internista*, pneumo, endocrino
        """,
    "surgeon": """
        en: surgeon*, surgical*, surgery, surgeries
        de: chirurg*
        es: cirujan*, cirugia*, quirurgic*
        fr: chirurg*
        pt: cirurg*
        it: chirurg*
        """,
    "psychiatrist": """
        en: psychiat*, shrink
        de: psychiat*, nervenklinik*
        es: psiquiat*
        fr: psychiat*, cmp
        pt: psiquiat*
        it: psichiatr*
        """,
    "therapist": """
        en: *therapist*, *therapy*, therap*, psych*, counsel*, couples session*
        de: *therapie*, *therapeut*, psych*, paarberatung*, eheberatung*, familienberatung*,
            lebensberatung*, beratungsstelle*
        es: *terapia*, *terapeuta*, psicolog*, psicoan*, psico, loquero*
        fr: *therapeute*, *therapie*, psycho*, psychan*, psy, psys
        pt: *terapia*, *terapeuta*, psico*, psicanal*, psi
        it: *terapia*, *terapeut*, psico*, consultorio*, logopedi*
        """,
    "physiotherapist": """
        en: physio*, physiatr*
        de: physio*, krankengymnastik*, manuelle therapie, lymphdrainage*
        es: fisio*, drenaje linfatico
        fr: kine, kines, kinesi*, drainage lymphatique
        pt: fisio*, drenagem linfatica
        it: fisio*, fisiokinesi*, massofisio*, linfodrenaggio*
        """,
    "osteopath": """
        en: osteo*, chiropract*, acupunct*, homeopath*, homoeopath*, naturopath*
        de: osteo*, chiropra*, akupunkt*, homoopath*, heilpraktik*
        es: osteo*, quiropract*, quiropraxia*, acupuntur*, homeopat*
        fr: osteo*, chiropra*, acupunct*, homeopath*, naturopath*, etiopath*
        pt: osteo*, quiroprax*, quiroprat*, acupuntur*, homeopat*
        it: osteo*, chiroprat*, agopuntur*, omeopat*, naturopat*
        """,
    "feet, speech and diet": """
        en: podiatr*, chiropod*, speech pathol*, dietitian*, dietician*, nutritionist*
        de: podolog*, medizinische fusspflege, logopad*, diatassist*, ernahrungsberat*, ergotherap*
        es: podolog*, logoped*, nutricionist*, dietist*
        fr: podolog*, pedicure*, orthophon*, dieteti*, nutritionniste*, ergotherap*, psychomotri*, psychomot
        pt: podolog*, fonoaudiolog*, nutricionist*, dietist*, nutri
        it: podolog*, logoped*, dietist*, nutrizionist*, dietolog*
        """,
    "nurse": """
        en: nurse, nurses, nurse s, health visitor*
        de: krank*, pflegedienst*, pflegekraft*, pflegefachk*
        es: enferm*
        fr: infirmi*, aide soignant*
        pt: enferm*
        it: infermier*
        """,
    "midwife": """
        en: midwife*, midwives, doula*
        de: hebamme*, doula*
        es: matrona*, comadrona*, partera*, doula*
        fr: sage femme, sages femmes, doula*
        pt: parteira*, doula*
        it: ostetric*, levatric*, doula*
        """,
    "animal doctor": """
        en: vet, vets, vet s, veterinar*
        de: tierarzt*, tierklinik*, veterinar*
        es: veterinari*
        fr: veterinaire*, veto
        pt: veterinari*
        it: veterinari*
        """,
}  # fmt: skip
"""Who treats, by their calling or by what is done at their place."""

PLACE: Grid = {
    "clinic": """
        en: *clinic*, polyclinic*, outpatient*, infirmary
        de: *klinik*, *klinikum*, praxis*, *praxis, ambulanz*, poliklinik*, mvz
        es: clinica*, policlinic*, ambulatorio*, consultorio*
        fr: clinique*, policlinique*, polyclinique*, cabinet medical, cabinet dentaire, dispensaire*
        pt: clinica*, policlinica*, ambulatorio*, consultorio*
        it: clinic*, policlinic*, ambulatori*, poliambulatori*, studio medico, studio dentistico,
            day hospital
        """,
    "hospital": """
        en: hospital*, ward visit*, hospital ward, inpatient*
        de: *krankenhaus*, *spital*, lazarett*, charite
        es: hospital*, sanatorio*, ingreso hospitalario
        fr: hopital*, hopitaux, hospitali*, hosto, au chu, chu de, chru
        pt: hospital*, hospitais, santa casa, sanatorio*, ipo
        it: ospedal*, policlinico*, nosocomio*
        """,
    "staying in hospital": """
        en: discharge from, discharged, hospital stay, hospitalis*, hospitaliz*, admission to hospital,
            pre op, post op
        de: stationare aufnahme, entlassung*, krankenhausaufenthalt*, klinikaufenthalt*
        es: ingreso en, hospitaliza*, internamiento*, internacion, internaciones, alta hospitalaria,
            alta medica, le dan el alta, internaron, internado, internada, ingreso de papa, ingreso de mama,
            ingresaron a, ingresado, ingresada, le detectaron
        fr: hospitalisation*, sortie de l hopital, sortie d hopital, pre admission, preadmission*,
            convalescen*
        pt: internacao, internacoes, internad*, internamento*, alta hospitalar, alta medica,
            alta do hospital, convalescen*
        it: ricover*, dimission*, degenza*, convalescen*, preospedalizzazion*
        """,
    "emergency": """
        en: emergency room, emergency department, a e, er visit, ambulance*, urgent care, icu,
            intensive care, nicu
        de: notaufnahme*, notdienst*, notarzt*, notfallambulanz*, rettungswagen*, intensivstation*,
            rettungsstelle*
        es: urgencias, ambulancia*, uci, cuidados intensivos, samur
        fr: urgences, ambulance*, samu, reanimation*, soins intensifs
        pt: pronto socorro, urgencia*, ambulancia*, uti, cti, upa, samu, pronto atendimento
        it: pronto soccorso, ambulanza*, terapia intensiva, rianimazione*
        """,
    "care home": """
        en: nursing home*, care home*, retirement home*, old people s home, assisted living, memory care,
            respite care, memory clinic, into care, into a home
        de: pflegeheim*, altersheim*, altenheim*, altenpflege*, seniorenheim*, seniorenresidenz*,
            kurzzeitpflege*, pflegegrad*, pflegestuf*, pflegeplatz*, pflegekasse*, tagespflege*, ins heim, heimplatz*,
            pflege mama, pflege papa, pflege mutter, pflege vater, pflege oma, pflege opa, betreutes wohnen, spitex,
            sachwalter*
        es: residencia de ancianos, residencia de mayores, geriatric*, asilo, centro de dia,
            residencia abuela, residencia abuelo, residencia de la abuela, residencia del abuelo, residencia mama,
            residencia papa, residencia de mama, residencia de papa, hogar de ancianos
        fr: maison de retraite, ehpad, geriatr*, residence senior*, usld, placement de maman, placement de papa,
            placement de mamie, placement de papi, placement de grand *, chsld, aide a domicile, residence pour aines
        pt: casa de repouso, asilo, lar de idosos, geriatr*, residencial geriatrico, ilpi, cuidadora,
            cuidador de idosos
        it: casa di riposo, case di riposo, rsa, geriatr*, casa di cura, badante*, ospizio
        """,
    "pharmacy": """
        en: pharmac*, prescription*, medication*, pill, pills, meds, ssri*, antidepressant*, meds review
        de: apotheke*, medikament*, tabletten*, rezept abholen, rezept holen, folgerezept*, rezeptabholung*,
            rezept vom arzt, antidepressiv*
        es: farmac*, receta medica, receta electronica, medicament*, medicacion*, pastillas, antidepresiv*
        fr: pharmac*, ordonnance*, medicament*, antidepresseur*
        pt: farmac*, receita medica, medicament*, remedio, antidepressiv*
        it: farmac*, ricetta medica, ricetta rossa, ricetta bianca, medicinal*, medicament*, antidepressiv*
        """,
}  # fmt: skip
"""Where one is treated and cared for."""
