"""Routine words are what titles are made of when they say nothing: a table in six languages.

Read by `topic.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open.
"""

from worker.core.fold import word_set
from worker.core.giving.tender_words import SOCIAL, WALK
from worker.core.giving.way_words import BY_WIRE

ROUTINE = (
    *(word for word in SOCIAL if word not in WALK),
    *BY_WIRE,
    # en
    "meeting*", "meet", "meetup", "met", "1 1", "1on1", "1 on 1", "one on one", "1 2 1",
    "121", "one to one", "sync*", "catch up*", "catchup*", "check in*", "checkin*", "touch base",
    "touchpoint", "chat*", "talk", "talks with", "weekly", "biweekly", "bi weekly", "fortnightly",
    "monthly", "daily", "quarterly", "annual", "yearly", "standup*", "stand up*", "scrum*", "sprint*",
    "retro*", "planning", "status*", "update*", "jour fixe", "jf", "all hands", "town hall", "review",
    "appointment*", "busy", "blocked", "block", "hold", "free", "ooo", "out of office", "tbd", "tba", "tbc",
    "untitled", "no title", "new event", "event", "session", "video", "office", "home", "wfh", "reminder*",
    "follow up*", "followup*", "intro", "introduction*", "interview*", "supper", "tea", "tea time", "drink", "food",
    "meal*", "pizza", "wine", "gym", "happy hour", "hang", "hanging out", "visit*", "bday", "b day",
    "flight*", "train", "airport", "travel*", "hotel", "booking*", "reservation*", "vacation*", "holiday*",
    "pto", "day off", "deadline*", "invoice*", "payment*", "rent", "placeholder", "test", "focus*",
    "commute*", "copy of", "babysit*", "pick up", "date", "date night", "see", "seeing", "visiting",
    "get together", "reunion", "week end", "pint", "pints", "night out", "cocktail*", "prosecco", "gin tonic",
    "takeaway", "fika", "sundowner*", "handover", "hand over", "pick up stuff", "pick up things", "collect stuff",
    "get my stuff",
    # de
    "treffen", "*termin", "termin*", "besprechung*", "*besprechung", "*meeting",
    "tel", "*gesprach", "gesprach*", "austausch*", "wochentlich*", "monatlich*", "*essen", "fruhschoppen",
    "feierabendbier", "privat*", "besuch*", "urlaub", "flug*", "zug", "bahn", "blocker", "geburtstag*",
    "erinnerung*", "abstimmung*", "abgestimmt", "verabredung*", "kennenlernen*", "stammtisch*", "sitzung*",
    "*sitzung", "plenum*", "runde", "wein", "tee", "kneipe*", "ausgehen", "weggehen", "was trinken", "etwas trinken",
    "spieleabend*", "*ubergabe*", "*sachen abholen", "holt sachen", "sachen holen",
    # es
    "reunion*", "cita*", "encuentro*", "semanal*", "mensual*", "quedada*", "quedar", "ver a",
    "visita*", "vuelo*", "tren", "vacaciones", "ocupad*", "seguimiento*", "charla*", "vino", "vinos",
    "merienda*", "recordatorio*", "copas", "tapas", "tapeo", "vermut*", "vermu",
    "tomar algo", "salir", "dar una vuelta", "entrega de llaves", "recoger cosas",
    # fr
    "rendez vous", "rdv", "reunion*", "point", "hebdo*", "mensuel*", "rencontre*", "visite*",
    "vol", "train", "vacances", "conges", "occupe*", "resto", "restaurant", "diner*", "souper*", "gouter",
    "rappel*", "cafe*", "echange*", "suivi", "sortie", "soiree", "restau*", "bouffe*",
    "etat des lieux", "remise des cles",
    # pt
    "reuniao", "reunioes", "encontro*", "semanal", "mensal", "visita", "voo", "trem",
    "ferias", "ocupad*", "bate papo", "papo", "lanche*", "almoco*", "vinho", "lembrete*", "conversa*",
    "alinhamento*", "copo", "copos", "petisco*", "tasca*", "sardinhada*", "boteco*", "barzinho*", "chopinho*",
    "cervejinha*", "noitada*", "boate*", "role", "ir ter", "estar", "sair", "passear", "dar uma volta",
    "entrega das chaves", "entrega de chaves",
    # it
    "riunione", "riunioni", "appuntamento*", "incontro*", "settimanale*",
    "mensile*", "volo", "treno", "ferie", "occupat*", "caffe*", "cenetta", "spritz", "vino", "promemoria*",
    "aggiornamento*", "chiacchierata*", "allineamento*", "bevuta*", "birrett*",
    "serata", "uscita", "quattro passi",
    "consegna chiavi", "consegna delle chiavi",
)  # fmt: skip
"""A part of a title with one of these words in it is no topic."""

STAGE = word_set(
    "preparation preparations preparing prep status state progress steps agenda detail details discussion decision "
    "decisions question questions qa wrap debrief logistics organisation organization overview evaluation summary "
    "recap coordination proposal schedule timetable next last first second third final interim vorbereitung "
    "vorbereitungen stand sachstand zwischenstand fortschritt schritte nachste diskussion entscheidung frage fragen "
    "nachbereitung uberblick auswertung zusammenfassung koordination vorschlag zeitplan planung ablauf rucksprache "
    "ruckmeldung abschluss auswertungen organisatorisches preparacion preparativos estado situacion avance avances "
    "proximos pasos detalles discusion preguntas dudas cierre organizacion logistica resumen coordinacion propuesta "
    "calendario comun punto evaluacion planificacion preparatifs etat situation avancement prochaines etapes ordre "
    "bilan logistique resume proposition mise planification cloture preparacao ponto situacao andamento passos "
    "detalhes discussao decisao perguntas duvidas balanco organizacao resumo coordenacao proposta cronograma "
    "planejamento planeamento avaliacao fecho encerramento preparazione preparativi situazione stato avanzamento "
    "prossimi passi dettagli discussione decisione domande bilancio organizzazione riepilogo coordinamento "
    "pianificazione valutazione chiusura"
)
"""How far a thing is: "Klassenfahrt – Vorbereitung" is about the journey."""
FILLER = (
    word_set(
        "with w and or the a an of for to at in on by from my our your his her their is re "
        "mit und oder der die das den dem ein eine einer bei im in am zu zum zur von vom fur auf mein unser "
        "con y e o el la los las un una de del en al por para mi nuestro su "
        "avec et ou le la les un une des du de d l en au aux a chez pour mon notre "
        "com e ou o a os as um uma do da dos das no na em para meu nosso "
        "con e o il lo la i gli le un uno una di del della da in nel per mio nostro "
        "dell all dall nell sull coll quest quell qu "
        "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday am pm uhr "
        "montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miercoles jueves viernes "
        "sabado domingo "
        "lundi mardi mercredi jeudi vendredi samedi dimanche lunedi martedi mercoledi giovedi venerdi "
        "domenica "
        "january february march april may june july august september october november december today "
        "tomorrow online signal telegram discord slack audio "
        "day days week month year part teil tag number no nr phase hour round team teams group gruppe "
        "equipo equipe squadra s t "
        "project projekt proyecto projet projeto progetto workshop taller atelier oficina laboratorio "
        "conference konferenz "
        "conferencia conferenza kickoff kick off auftakt training rehearsal probe ensayo repetition ensaio "
        "prova offsite demo "
        "presentation class course kurs curso cours corso lesson trip reise viaje voyage viagem viaggio new "
        "neu nuevo nouveau "
        "novo nuovo other misc sonstiges general internal external intern extern prep preparation quick "
        "short "
        "prototype prototypes launch roadmap strategy strategie estrategia strategia budget analysis analyse design "
        "concept konzept draft entwurf release version results ergebnisse pairing research report bericht"
    )
    | STAGE
)
"""Small words, days and kinds of events: they do not make a topic by themselves."""

PLAIN = word_set(
    "evening evenings afternoon morning midday noon night weekend out abend abends nachmittag mittag mittags morgen "
    "vormittag wochenende feierabend vesper abendbrot brotzeit znacht eis ausflug "
    "tarde noche noches manana mediodia finde semana noite manha "
    "fim meio dia soir midi matin matinee aprem journee sera mattina pomeriggio giornata fine settimana bar curry "
    "imperial imperiais bica fino finos giro "
    "film movies movie errands errand park pool sleepover stay staying overnight cookout potluck roast takeout "
    "sushi tacos burgers ramen dim sum ice cream dessert cake girls guys baby shower housewarming thanksgiving "
    "christmas easter passover seder shabbat hanukkah nye game match show practice house guests us drop off school "
    "run moving move help ikea carpool sitter stop come over spa nails haircut parents family grandma work stuff "
    "something open graduation playdate play onboarding "
    "sport stadt spielen ubernachtung taufe weihnachten ostern silvester plausch quatschen klonen schnack "
    "klonschnack ratschen feedback schulung unterricht abholen hinbringen bahnhof umzug helfen umzugshilfe friseur "
    "familie eltern zuhause buro arbeit homeoffice kantine pause mittagspause kuchen doner gluhwein feiern kinder "
    "spieltreff krabbelgruppe parchenabend madelsabend mannerabend einkaufen shoppen spielplatz wiedersehen "
    "afterwork einstand nachtisch eisdiele "
    # inns and bars
    "inn tavern bistro gastropub beisl heuriger heurigen heurige beim gasthaus gasthof wirtshaus wirtschaft weinstube "
    "weinbar brauhaus buschenschank wurstelstand punsch jause konditorei osteria trattoria enoteca pizzeria birreria "
    "paninoteca bistrot brasserie guinguette troquet creperie taberna bodega chiringuito cerveceria vermuteria meson "
    "cantina adega churrascaria botequim "
    "peli pelis juegos parque compras fin excursion escapada barbacoa asado parrilla paella bautizo comunion "
    "navidad nochebuena nochevieja reyes llamar hablar recoger aeropuerto estacion mudanza ayudar peluqueria "
    "familia casa trabajo sobremesa helado clase partido verse vernos ponernos dia puesta dormir ninos pintxos "
    "sidra churros feria sesion tutoria formacion "
    "dej petit parc courses shopping marche barbecue raclette fondue crepes galette anniv bapteme noel reveillon "
    "paques papoter discussion chercher recuperer aeroport gare demenagement aider coiffeur famille repas maison "
    "bureau boulot travail apres glace voir se nuit dodo enfants garde baby sitting piquenique cantine pot "
    "cremaillere formation covoiturage tisane aperitif "
    "filme batizado natal pascoa ligar buscar aeroporto mudanca ajudar cabeleireiro criancas escritorio trabalho "
    "gelado sorvete aula jogo ver rever feijoada caipirinha padaria explicacao formacao boleia carona niver mercado "
    "piquenique "
    "ape parco spesa mercato vacanza gita grigliata battesimo natale pasqua capodanno chiamare chiacchiere due "
    "parlare trovare prendere aeroporto stazione trasloco aiutare parrucchiere famiglia ufficio lavoro gelato "
    "lezione prove partita vedersi vederci rivedersi dormire bambini merenda cenone polenta sagra allenamento "
    "rimpatriata passaggio "
)
"""What anybody does with anybody: a title of nothing else has no topic, though "film club" and "family tree" have."""

ABOUT = (
    "about", "re:", "regarding", "on the subject of", "über", "ueber", "wegen", "zum thema", "thema",
    "sobre", "acerca de", "à propos de", "au sujet de", "sur", "a respeito de", "riguardo a",
    "a proposito di", "su",
)  # fmt: skip
"""What stands between the meeting and its topic."""
