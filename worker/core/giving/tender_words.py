"""Tender words mark an event as too tender to quote, remember or ask about; others who serves, and who shares a table.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. In doubt a
word stands in the grids that are put together here: a title wrongly left unquoted costs nothing. What is surely
something else ("snowball fight") stands in `harmless_words.py`.
"""

from worker.core.giving.care_words import EXAMINATION, TREATMENT
from worker.core.giving.death_words import DEATH, GRIEF
from worker.core.giving.doctor_words import DOCTOR, PLACE
from worker.core.giving.illness_words import CHILDBED, ILLNESS
from worker.core.giving.law_words import LAW, WORK
from worker.core.giving.sorrow_words import SORROW
from worker.core.giving.strife_words import STRIFE

TENDER = (DEATH, GRIEF, DOCTOR, PLACE, EXAMINATION, TREATMENT, ILLNESS, CHILDBED, LAW, WORK, SORROW, STRIFE)
"""Death and grief; body and mind; courts, partings, debts; work sought and lost; sorrow of other kinds; strife."""

SERVICE = (
    DOCTOR, PLACE, EXAMINATION, TREATMENT,
    {each: LAW[each] for each in ("lawyer", "court", "police", "notary and estate", "mediation", "asylum")},
    {each: WORK[each] for each in ("interview", "hiring", "unemployment", "benefits office")},
)  # fmt: skip
"""Of these, what one has an appointment for: who is met for nothing else is no friend."""

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
    "lunch*", "dinner*", "brunch*", "breakfast*", "supper", "mittagessen", "abendessen", "abendbrot",
    "brotzeit", "fruhstuck*",
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
