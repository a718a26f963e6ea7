"""Sorrow words are harm, partings, confidences and groups of one's own: concept × six languages.

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
        en: breakup*, break up, breaking up, split up, cheating, affair talk
        de: trennungsgesprach*, beziehungskrise*, beziehungsgesprach*, ehekrise*, seitensprung*,
            liebeskummer*
        es: ruptura*, infidelidad*, crisis de pareja, crisis matrimonial, rompimiento*
        fr: rupture*, infidelite*, crise de couple, crise conjugale
        pt: ruptura*, termino do namoro, terminar o namoro, traicao, traicoes, crise conjugal
        it: rottura*, tradimento*, crisi di coppia, crisi matrimoniale
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
        en: confession*, coming out, come out to
        de: beichte*, coming out, beichtgesprach*
        es: confesion*, confesar*, salir del armario
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
        en: farewell*, goodbye*, leaving drinks, leaving do, leaving party, last visit to
        de: *abschied*, ausstand
        es: despedida*, ultimo adios, adios
        fr: pot de depart, adieu, adieux, fete de depart
        pt: despedida*, bota fora, ultimo adeus, adeus
        it: addio*, festa di addio, saluto di commiato, commiato*, ultimo saluto
        """,
}  # fmt: skip
"""Grief and harm of other kinds."""
