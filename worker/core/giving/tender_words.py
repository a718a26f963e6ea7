"""Tender words mark an event as too tender to quote, remember or ask about: a table in six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. In doubt a
word stands here: a title wrongly left unquoted costs nothing.
"""

DEATH = (
    # en
    "funeral*", "burial*", "cremation*", "memorial service", "memorial for", "wake for", "requiem",
    "condolence*", "obituary", "shiva", "rip", "r i p", "celebration of life", "deathbed",
    "death anniversary", "anniversary of death", "in memory of",
    # de
    "beerdigung*", "begrabnis*", "beisetzung*", "bestattung*", "trauerfeier*", "trauergottesdienst*",
    "*trauer*", "todestag*", "beileid*", "kondolenz*", "einascherung*", "urnen*",
    # es
    "entierro*", "sepelio*", "velorio*", "velatorio*", "tanatorio*", "pesame*", "misa de difuntos",
    # fr
    "enterrement*", "obseques", "funerailles", "inhumation*", "cremation*", "condoleances",
    "veillee funebre", "funebre*",
    # pt
    "funerais", "enterro*", "velorio*", "sepultamento*", "missa de setimo dia", "setimo dia", "luto",
    # it
    "funerale*", "funerali", "sepoltura*", "cremazione*", "camera ardente", "veglia funebre", "lutto",
)  # fmt: skip
"""Someone has died."""

HEALTH = (
    # en
    "dr", "doctor*", "physician*", "gp", "gp appointment", "surgery", "surgeon*", "surgical", "hospital*",
    "hospice*", "clinic*", "dentist*", "dental", "orthodont*", "oncolog*", "chemo*", "radiotherap*",
    "cancer*", "tumor*", "tumour*", "biopsy", "biopsies", "mri", "ct scan", "x ray", "xray", "ultrasound*",
    "sonogram*", "diagnos*", "blood test*", "test results", "therap*", "*therapist*", "*therapy*", "psych*",
    "counsel*", "depress*", "anxiety*", "burnout*", "rehab*", "detox*", "addict*", "alcoholics anonymous",
    "sober", "sobriety", "aa", "12 step*", "suicid*", "crisis", "fertil*", "infertil*", "ivf", "abort*",
    "miscarr*", "stillb*", "pregnan*", "gyn*", "obgyn", "ob gyn", "prenatal*", "antenatal*", "midwife*",
    "vasectomy", "hiv", "sti", "std", "std test*", "dialysis", "palliative*", "emergency room", "icu",
    "a e", "ambulance*", "vaccin*", "dermatolog*", "cardiolog*", "urolog*", "neurolog*", "radiolog*",
    "podiatr*", "chiropract*", "physio*", "physiatr*", "medical*", "nursing home*", "care home*",
    "dementia", "alzheimer*", "stroke",
    # de
    "*arzt*", "*arzte*", "*aerzt*", "arztin*", "*klinik*", "*krankenhaus*", "*spital*", "spital", "praxis*",
    "*praxis", "untersuchung*", "vorsorge*", "impf*", "operation", "op termin", "op", "hospiz*", "krebs*", "*krebs",
    "blutabnahme*", "blutbild*", "rontgen*", "mrt", "ct", "chemo*", "bestrahlung*", "reha", "rehaklinik*",
    "entzug*", "sucht*", "*therapie*", "*therapeut*", "beratungsstelle*", "eheberatung*", "paarberatung*",
    "familienberatung*", "schwanger*", "abtreibung*", "fehlgeburt*", "kinderwunsch*", "hebamme*",
    "frauenarzt*", "gynakolog*", "urologe*", "pflegeheim*", "altersheim*", "befund*", "diagnose*",
    "heilpraktik*", "orthopad*", "zahn*", "demenz*", "schlaganfall*",
    # es
    "medico*", "medica*", "medicina*", "doctora*", "dentista*", "odontolog*", "hospital*", "hospicio*", "clinica*",
    "consulta medica", "quimio*", "radioterapia", "operacion", "cirugia*", "cirujan*", "analisis de sangre",
    "ecografia*", "resonancia*", "embaraz*", "aborto*", "fertilidad", "ginecolog*", "terapia*",
    "terapeuta*", "psicolog*", "psiquiat*", "rehabilitacion*", "desintoxicacion*", "adiccion*",
    "cuidados paliativos", "residencia de ancianos", "ambulatorio*", "urgencias", "vacuna*", "fisioterap*",
    # fr
    "medecin*", "docteur*", "dentiste*", "hopital*", "hopitaux", "clinique*", "chirurg*", "chimio*",
    "radiotherap*", "irm", "echographie*", "prise de sang", "grossesse*", "enceinte", "avortement*", "ivg",
    "fausse couche", "pma", "fiv", "sage femme", "therapeute*", "kine", "kinesitherap*",
    "cure de desintoxication", "soins palliatifs", "ehpad", "urgences", "vaccin*", "ophtalmo*",
    "ordonnance*", "psy",
    # pt
    "consulta", "consultas", "medica*", "dentista*", "cirurgia*", "exame*", "quimioterapia", "gravidez",
    "gravida", "aborto*", "fertilidade", "reabilitacao*", "desintoxicacao*", "cuidados paliativos",
    "pronto socorro", "casa de repouso", "ultrassom*", "vacina*", "parto",
    # it
    "medico*", "dottor*", "dentist*", "ospedale*", "clinica*", "visita medica", "visita specialistica",
    "intervento chirurgico", "chirurg*", "chemio*", "risonanza*", "ecografia*", "esami del sangue",
    "gravidanza", "incinta", "aborto*", "fecondazione*", "ginecolog*", "psicolog*", "psichiatr*",
    "riabilitazione*", "disintossicazione*", "cure palliative", "casa di riposo", "pronto soccorso",
    "ambulatorio*", "vaccinazione*", "ostetric*",
)  # fmt: skip
"""Body and mind."""

LAW_AND_MONEY = (
    # en
    "lawyer*", "attorney*", "solicitor*", "barrister*", "paralegal*", "legal*", "lawsuit*", "court",
    "courthouse*", "hearing", "tribunal*", "trial", "deposition*", "subpoena*", "custody", "alimony",
    "divorc*", "separation", "mediation*", "mediator*", "prenup*", "probate*", "police*", "prison*",
    "jail*", "parole*", "probation*", "bail", "bankrupt*", "insolven*", "debt*", "foreclos*", "evict*",
    "creditor*", "mortgage arrears", "asylum", "immigration*", "deport*", "notary*",
    # de
    "*anwalt*", "*anwalte*", "kanzlei*", "notar*", "gericht", "gericht*", "*gericht", "*scheidung*",
    "trennung*", "sorgerecht*", "unterhaltszahl*", "unterhaltspflicht*", "klage*", "polizei*", "gefangnis*",
    "insolvenz*", "*schulden*", "schuldner*", "pfandung*", "zwangs*", "raumung*", "*asyl*", "jugendamt*",
    "jobcenter*", "arbeitsamt*", "arbeitsagentur*",
    # es
    "abogad*", "juzgado*", "juicio*", "tribunal*", "notari*", "divorcio*", "custodia", "policia*",
    "carcel*", "quiebra*", "deuda*", "desahucio*", "embargo*", "extranjeria", "asilo",
    # fr
    "avocat*", "tribunal*", "tribunaux", "proces", "notaire*", "divorce*", "garde des enfants", "police*",
    "prison*", "faillite*", "dette*", "surendettement*", "expulsion*", "huissier*", "prudhommes",
    "prud hommes", "prefecture*",
    # pt
    "advogad*", "tribunais", "julgamento*", "audiencia*", "cartorio*", "divorcio*", "guarda dos filhos",
    "cadeia*", "prisao", "falencia*", "divida*", "despejo*", "penhora*",
    # it
    "avvocat*", "tribunale*", "udienza*", "processo penale", "notaio*", "divorzio*", "separazione*",
    "affidamento*", "polizia*", "carabinieri", "questura*", "carcere*", "fallimento*", "debito*", "debiti",
    "sfratto*", "pignoramento*",
)  # fmt: skip
"""Courts, partings, debts."""

WORK = (
    # en
    "interview*", "screening call*", "recruit*", "headhunt*", "hiring*", "job offer*", "offer call",
    "dismiss*", "layoff*", "laid off", "lay off", "redundanc*", "severance*", "terminat*", "firing",
    "fired", "notice period", "exit talk*", "resign*", "disciplinary*", "warning", "grievance*", "harass*",
    "whistleblow*", "salary", "pay rise", "pip", "performance improvement", "unemploy*", "outplacement*",
    # de
    "*interview", "vorstellungsgesprach*", "bewerbung*", "*kundigung*", "entlassung*", "abfindung*",
    "aufhebungsvertrag*", "abmahnung*", "personalgesprach*", "gehalt*", "arbeitslos*", "probearbeit*",
    # es
    "entrevista*", "despido*", "finiquito*", "renuncia*", "indemnizacion*", "sueldo*", "acoso*", "paro",
    # fr
    "entretien*", "licenci*", "recrut*", "rupture conventionnelle", "demission*", "chomage", "pole emploi",
    "france travail", "salaire*", "harcelement*", "preavis",
    # pt
    "demiss*", "demitir", "demitid*", "desligamento*", "rescisao*", "salario*", "assedio*",
    "processo seletivo", "desempreg*",
    # it
    "colloqui*", "licenziament*", "dimission*", "liquidazione*", "stipendi*", "disoccupa*", "mobbing",
)  # fmt: skip
"""Coming, going and being judged at work."""

SORROW = (
    # all six
    "breakup*", "break up", "abuse*", "violence*", "rape", "raped", "shelter*", "intervention*",
    "accident*", "unfall*", "*accidente*", "acidente*", "incidente*", "violenza*", "violencia*",
    "violencia", "gewalt*", "missbrauch*", "abuso*", "frauenhaus*", "trennungsgesprach*", "rupture*",
    "ruptura*", "rottura*", "coming out", "confession*", "beichte*", "confesion*", "confissao*",
    "confessione*", "surprise*", "secret*", "uberraschung*", "geheim*", "sorpresa*", "surpresa*",
    "segreto*", "support group*", "selbsthilfe*", "farewell*", "goodbye*", "leaving drinks", "leaving do",
    "abschied*", "despedida*", "pot de depart", "addio",
)  # fmt: skip
"""Grief and harm of other kinds."""

TENDER = DEATH + HEALTH + LAW_AND_MONEY + WORK + SORROW

PROFESSIONAL_ADDRESS = (
    "*clinic*", "*klinik*", "*praxis*", "*dental*", "*dentist*", "*zahnarzt*", "*hospital*",
    "*krankenhaus*", "*medical*", "*physio*", "*therap*", "*psycholog*", "*psychiat*", "*recruit*",
    "*headhunt*", "*staffing*", "*talent*", "*personalberatung*", "*kanzlei*", "*lawyer*", "*attorney*",
    "*anwalt*", "*abogad*", "*avocat*", "*advogad*", "*advocacia*", "*avvocat*", "*notaire*", "*lawfirm*",
    "jobs", "careers", "karriere", "bewerbung", "*odontolog*", "*doctolib*", "*ospedale*", "*hopital*",
    "*clinique*", "*clinica*",
)  # fmt: skip
"""Words of an address that stand for a service, not for a friend."""

PROFESSIONAL_DOMAIN = ("law", "legal", "notar", "doctor*", "gp", "nhs", "hr", "medico", "medicos", "med")
"""The same for its domain only: before the @ they may be a name."""

MEAL = (
    "lunch*", "dinner*", "brunch*", "breakfast*", "supper", "mittagessen", "abendessen", "fruhstuck*",
    "almuerzo*", "comida", "cena", "cenas", "desayuno*", "dejeuner*", "diner*", "almoco*", "jantar*",
    "pranzo*", "colazione*",
)  # fmt: skip
"""Words of an event at a table."""

WALK = (
    "walk*", "hike*", "hiking", "stroll*", "spaziergang*", "wandern", "wanderung*", "paseo*", "caminata*",
    "senderismo", "balade*", "promenade*", "randonnee*", "caminhada*", "passeio*", "trilha*",
    "passeggiata*", "camminata*",
)  # fmt: skip
"""Words of an event on foot."""

SOCIAL = (
    *MEAL, *WALK, "coffee*", "drinks", "beer*", "pub", "bbq", "party", "picnic*", "cinema", "concert*",
    "game night", "birthday*", "wedding*", "kaffee*", "bier*", "grillen", "kino", "konzert*", "geburtstag*",
    "hochzeit*", "feier", "cafe", "cafes", "cafecito", "cerveza*", "canas", "cumpleanos", "cumple", "boda*",
    "fiesta*", "concierto*", "cine", "apero*", "verre", "biere*", "anniversaire*", "mariage*", "fete*",
    "chopp", "cerveja*", "churrasco*", "aniversario*", "casamento*", "festa*", "aperitivo*", "birra*",
    "caffe", "compleanno*", "matrimonio*", "picknick*", "pique nique",
)  # fmt: skip
"""Words of an event that friends share."""
