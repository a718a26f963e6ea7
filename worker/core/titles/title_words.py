"""Title words are what stands around a name in an event's title: a table in eleven languages.

Read by `title_names.py`. Whole words in small letters, folded: without accents, but for those that are a name without
them ("pépé" is no Pepe). A word that stands in no row says that the title is about something else; so each row is to be
short of words rather than of meaning.
"""

from enum import Enum, auto

from worker.core.fold import word_set
from worker.core.titles.address_words import ACADEMIC, FAMILIAR, FORMAL, KIN, KIN_TOGETHER, TRADES, UNCLES
from worker.core.titles.leisure_words import LEISURE, LEISURE_ENDINGS
from worker.core.titles.off_words import OFF
from worker.core.titles.phrase_words import AT_OURS


class Role(Enum):
    """What a word does for the names beside it."""

    __hash__ = object.__hash__  # there is one of each; an Enum's own hashes the name each time

    NAME = auto()
    """Maybe: it stands in no row, has a capital, or somebody is called so."""
    SIGN = auto()
    WITH = auto()
    """ "Lunch with Ana": whoever follows was met."""
    AND = auto()
    """Joins two of a list."""
    AT = auto()
    """ "Dinner at Ana's", "bei Ana": at somebody's home, or at a place."""
    HOUSE = auto()
    """ "en casa de Ana": what follows is somebody's home."""
    SELF = auto()
    """The user: "1:1 Ben / me"."""
    HONORIFIC = auto()
    KIN = auto()
    """What a family calls its own: nobody by name, unless somebody is known as that or a name follows, "Oma Ruth"."""
    PARTICLE = auto()
    """Inside a name "of" belongs to it; before a name it says that something of theirs is meant."""
    OF = auto()
    """ "Gift for Ana": it is about her, not with her."""
    FRIENDLY = auto()
    """What friends do together."""
    ACTIVITY = auto()
    """What people do, with others or alone: "Ana swimming" may be a child's lesson."""
    STAY = auto()
    """Days or nights away, at home with somebody or without them: "Urlaub bei Ana", "Ana Urlaub"."""
    BUSY = auto()
    """What colleagues do together; a company can stand beside it as well."""
    RING = auto()
    """ "Ring Ana", "Give Ana a bell"; elsewhere a thing."""
    COMING = auto()
    """ "Ana over for tea": she comes to the user's home."""
    PAIR = auto()
    """ "1:1", "<>": two people, whatever else stands there."""
    FILLER = auto()
    ARTICLE = auto()
    """Filler that may stand between "with" and a name: "mit dem Jürgen", "con la Ana"."""
    ABOUT = auto()
    """Begins another part of the title: a topic, a place, a time."""
    NOBODY = auto()
    """Groups, trades and services: nobody in particular, nor is the name beside it."""
    BLOCK = auto()
    """The title tells of no meeting at all, or of one that does not happen."""


for _role in Role:  # CPython does so from 3.12 on; before, it takes twenty times as long to say `Role.NAME`
    type.__setattr__(Role, _role.name, _role)

_TABLE = {
    Role.WITH: "with w/ w mit con avec com c/ amb met z ze med m/ wth",
    Role.AND: "and & + y und et e och og en i oraz",
    Role.AT: "at @ bei beim chez bij hos",
    Role.HOUSE: "casa",
    Role.SELF: "me i myself ich mir moi yo mim eu io ik mij jag mig ja",
    Role.HONORIFIC: f"{ACADEMIC} {FORMAL} {FAMILIAR} {UNCLES}",
    Role.PARTICLE: "de da do dos das di del della dello degli du des von vom van ten af av d bin ibn",
    Role.OF: (
        "of from for to fur para pro pra ao pour per voor dla od till al alla zu zur zum vor nach ohne sin sans sem "
        "senza without "
    ),
    Role.FRIENDLY: (
        # en
        "lunch lunches brunch breakfast dinner dinners supper coffee coffees tea drink drinks beer "
        "beers wine pint pints cocktail cocktails bbq barbecue picnic pizza sushi ramen tapas burgers "
        "bite food walk walks walking hike hiking stroll "
        "hangout hang pub cuppa natter brekkie roast "
        "catch catch-up catchup date visit visiting see seeing meet meeting-up get "
        "together get-together trip roadtrip holiday happy hour "
        # de
        "kaffee kaffeetrinken kuchen mittagessen mittag abendessen abendbrot brotzeit vesper "
        "nachtmahl jause fruhstuck fruhstucken essen bier "
        "wein tee spaziergang spazieren wandern wanderung grillen abend besuch treffen verabredung besuchen "
        "feierabendbier biergarten gehen trinken besuche stammtisch gluhwein raclette fondue "
        # es
        "almuerzo almorzar comida comer cena cenar desayuno desayunar cafe cafecito cafelito cerveza "
        "cervezas canas cana vino vinos vermut merienda paseo pasear caminata senderismo quedar "
        "quedada ver visita visitar merendar visitamos esmorzar dinar sopar "
        # fr
        "dejeuner dej petit-dejeuner dejeuners diner souper brunch apero aperitif verre verres biere "
        "bieres cafes gouter balade promenade randonnee rando voir visite visiter resto restaurant ballade "
        # pt
        "almoco almocar jantar cafezinho lanche chopp chope cerveja cervejas vinho passeio caminhada "
        "trilha encontro papo bate bate-papo visitar ceia "
        # it
        "pranzo cena cenetta colazione caffe aperitivo ape aperitivi spritz birra birre birretta "
        "pizzata gelato passeggiata camminata merenda pranzare cenare visitare trovare grigliata braciata "
        # nl, pl, sv
        "koffie lunchen eten avondeten etentje borrel biertje biertjes wandelen wandeling afspreken "
        "bezoek kawa kawka obiad kolacja sniadanie piwo piwko wino spacer herbata fika kaffe middag "
        "frukost ol promenad besok traff vin "
    ),
    Role.BUSY: (
        # en
        "meeting meetings call calls sync syncs standup stand-up check-in checkin check touch base "
        "chat chats talk talks weekly biweekly bi-weekly monthly daily quarterly fortnightly 1on1 "
        "1-on-1 one-on-one one one-to-one phone phonecall video videocall zoom teams skype facetime "
        "webex hangouts whatsapp signal telephone intro introduction introductory kickoff kick-off "
        "discussion discuss mentoring coaching mentor pairing session interview brainstorm "
        "brainstorming working debrief retro review mtg conversation quick short "
        # de
        "besprechung sitzung gesprach telefonat telefonieren anruf anrufen tel austausch abstimmung "
        "abstimmungsgesprach jour fixe jourfixe videocall meeting kennenlernen kennenlerngesprach "
        "ruckruf zuruckrufen sprechen wochentlich monatlich "
        # es
        "reunion llamada llamar videollamada charla encuentro entrevista mensual semanal hablar cafe-reunion "
        "telefono telefonear "
        # fr
        "appel appeler rappeler point visio entretien echange tel coup fil hebdo mensuel rencontre telephoner "
        # pt
        "reuniao ligacao ligar chamada conversa videochamada alinhamento entrevista mensal semanal "
        "telefonema telefonar "
        # it
        "riunione chiamata chiamare telefonata videochiamata incontro colloquio chiacchierata "
        "chiacchiere allineamento settimanale mensile sentire telefonare richiamare "
        # nl, pl, sv
        "overleg gesprek bellen belafspraak bila spotkanie rozmowa telefon mote samtal avstamning "
        "ringa wekelijks bijpraten kennismaking "
    ),
    Role.ACTIVITY: (
        "cinema movie movies film theatre theater concert opera museum gallery run running jog swim "
        "swimming climbing bouldering tennis squash padel golf chess yoga sauna skiing sailing "
        "cycling bike ride games game board rehearsal jam party housewarming bridge shopping cooking "
        "baking gardening beach lake camping sleepover playdate kino konzert oper kochen "
        "klettern laufen joggen schwimmen radtour radfahren schach spieleabend spielabend skifahren "
        "segeln ausflug weihnachtsmarkt cine concierto teatro fiesta playa excursion expo soiree fete "
        "show festa churrasco praia concerto gita spesa bioscoop fietsen impreza rower bio konsert "
        "bastu appointment appt termin cita rdv rendez-vous rendez vous appuntamento afspraak wizyta "
        "handover demo weekend road quiz gig football footy darts karaoke bowling "
        "bookclub buchclub lesekreis lesezirkel "
        f"{LEISURE}"
    ),
    Role.STAY: (
        "stay staying overnight vacation vacations holidays getaway urlaub ferien ferienwohnung ferienhaus "
        "ubernachtung ubernachten wochenende vacaciones finde escapada estancia veraneo semana dormir vacances "
        "sejour conges gite nuitee vacanze vacanza ferie soggiorno pernottamento settimana dormire "
        "ferias feriado feriadao estadia hospedagem pernoite fds vakantie logeren logeerpartij nocleg "
        "wakacje semester overnattning "
    ),
    Role.RING: "ring bell buzz",
    Role.COMING: (
        "coming comes come over round around kommt kommen vorbei viene vienen vient viennent vem vengono komt kommer "
        f"{AT_OURS}"
    ),
    Role.PAIR: "1:1 1-1 1on1 1-on-1 <> <-> 1:1s 1/1",
    Role.FILLER: (
        "we wir nous noi nosotros vamos andiamo nuit notte "
        "up our ours first another next new again early late morning noon tonight today tomorrow evening "
        "afternoon night online monday tuesday wednesday thursday friday saturday sunday mon tue wed "
        "thu fri sat sun am pm time long overdue regular usual again old friends friend neighbour "
        "colleague just montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa "
        "so uhr gemeinsames gemeinsam zusammen wieder mal kurz kurzes zum lunes martes miercoles "
        "jueves viernes sabado domingo tarde noche manana rapida rapido juntos lundi mardi mercredi "
        "jeudi vendredi samedi dimanche midi soir matin rapide petit telephonique ensemble segunda "
        "terca quarta quinta sexta noite rapido online lunedi martedi mercoledi giovedi venerdi sabato "
        "domenica sera mattina pomeriggio serata oggi stasera domani veloce insieme "
        "even samen maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        "give passer donner rendre dar fare andare razem mandag tisdag onsdag torsdag fredag lordag sondag tillsammans "
    ),
    Role.ARTICLE: (
        "the my our dear an der dem den die das il lo la le el los las o os as a meinem meiner mi mia "
        "mio mon ma min mijn minha meu mojej moim un una ein eine einen einem my "
    ),
    Role.ABOUT: (
        "about re regarding in on im am um in auf uber ueber wegen thema sobre acerca sur em no na "
        "nel nella su over o om pa w na over after before via per during then til till until en a au "
        "aux zu "
    ),
    Role.KIN: f"{KIN} {KIN_TOGETHER}",
    Role.NOBODY: (
        f"{TRADES} "
        # en
        "team teams group family families crew gang board committee council legal finance marketing "
        "sales hr engineering design product ops operations management leadership staff everyone all "
        "folks guys girls boys kids client clients customer customers vendor vendors supplier suppliers "
        "partner partners investor investors barber teachers school bank insurance agency agent "
        "recruiter office company inc ltd llc corp gmbh ag sa srl sarl bv ab oy plc co university "
        "institute institut college hospital clinic church club association society class students "
        "candidates candidate users parents colleagues neighbours neighbors friends support consultants "
        "contractor contractors architect builder trainer coach boss manager ceo cto cfo director "
        "department dept studio solutions systems software labs partners holdings consulting restaurant "
        "bar cafe hotel city council government press reporter journalist speaker speakers dog cat baby "
        # de
        "familie mannschaft gruppe abteilung vorstand kunde kunden kundin lieferant lieferanten vertrieb "
        "buchhaltung recht rechtsabteilung einkauf personal betriebsrat heizung schule kita bank "
        "sparkasse versicherung amt behorde verein chor kollegen kolleginnen freunde freunden eltern "
        "kinder kindern chef chefin leitung partnern nachbarn allen werkstatt "
        # es
        "equipo grupo familia cliente clientes proveedor proveedores ventas legal contabilidad "
        "peluqueria colegio escuela banco seguro gestoria amigos amigas padres ninos niña ninas hijos "
        "jefe jefa todos companeros vecinos "
        # fr
        "equipe groupe famille client clients fournisseur fournisseurs ventes juridique compta profs "
        "ecole creche banque assurance amis copains copines parents enfants collegues voisins tous "
        "direction syndic "
        # pt
        "equipe time grupo familia cliente clientes fornecedor fornecedores vendas juridico eletricista "
        "escola banco seguro amigos amigas pais filhos chefe todos colegas vizinhos galera pessoal turma "
        # it
        "squadra gruppo famiglia cliente clienti fornitore fornitori vendite legale scuola banca "
        "assicurazione amici amiche genitori bambini figli capo tutti colleghi vicini ragazzi "
        # nl, pl, sv
        "gezin klant klanten tandarts huisarts kapper loodgieter advocaat vrienden ouders kinderen "
        "collega collegas buren zespol grupa rodzina rodzine klient klientem klienci dentysta lekarz "
        "lekarzem fryzjer prawnik szkola znajomymi przyjaciolmi rodzicami zespolem teamet familjen kund "
        "kunder tandlakare lakare frisor skola vanner foraldrar barnen chefen kollegor "
    ),
    Role.BLOCK: (
        f"{OFF} "
        # en
        "prep prepare preparing prepping book booking buy buying order reserve remind reminder instead no not never "
        "draft webinar livestream stream episode watch tribute "
        # de
        "vorbereiten vorbereitung buchen reservieren bestellen kaufen besorgen erinnern erinnerung kein keine nicht "
        "statt "
        # es
        "preparar reservar comprar pedir recordar recordatorio "
        # fr
        "preparer reserver acheter commander rappel pas "
        # pt
        "lembrete lembrar preparar nao "
        # it
        "preparare prenotare comprare ricordare promemoria non "
        # nl, pl, sv
        "voorbereiden boeken niet geen nie przygotowac kupic boka forbereda inte ingen "
    ),
}

ROLES: dict[str, Role] = {word: role for role, words in reversed(_TABLE.items()) for word in words.split()}
"""Word → role; where a word stands in several rows, the first row wins."""

JOINS = word_set("& + and und et y e en och og i oraz")
"""Of the words between two of a list, those that stand between people alone: no comma, which may begin a place."""
HOUSEHOLD = word_set(
    "family families kids children baby friends folks guys girls boys crew gang team parents everyone all dog "
    "familie kinder kindern kids baby eltern freunde freunden mannschaft alle allen hund "
    "familia ninos ninas hijos padres amigos amigas todos equipo "
    "famille enfants bebe parents amis copains copines tous equipe "
    "filhos pais galera turma pessoal equipe "
    "famiglia bambini figli genitori amici amiche tutti ragazzi squadra "
    "gezin kinderen vrienden ouders rodzina rodzine familjen barnen vanner foraldrar "
)
"""Who comes along with somebody: "Dinner Ana + kids"."""
BEFORE_HOUSEHOLD = word_set(
    "his her their ihre ihren seine seinen ihrer seiner sus ses leurs leur sa suoi sue sua loro seus suas les gli"
)
"""Between "and" and these, besides articles."""

BETWEEN_TWO = frozenset(("<>", "<->"))
BEFORE_SURNAMES = frozenset(("mr", "mrs", "ms", "frau", "herr", "herrn", "mevr", "dhr"))
MEANT = word_set(
    "besuch visite visita visit visitar besok bezoek treffen encuentro encontro rencontre incontro reunion "
    "ligar telefonar call anruf appel llamada ligacao chamada telefonema chiamata telefonata "
)
"""Before "of", these make company of it: "Besuch von Ana", "visita di Ana"."""
MEANT_BY = dict.fromkeys(("of", "from", "to", "al", "alla", "ao", "od", "till"), MEANT) | {
    each: word_set("ligar ligacao telefonar telefonema") for each in ("para", "pro", "pra")
}
"""What stands before this word where whoever follows is met: "Visit from Ana", "Ligar para Ana"; not "Call for Ana"."""
ITALIAN_DAYS = "lunedi martedi mercoledi giovedi venerdi sabato domenica"
SURNAMES_TOO = word_set(
    "petit long kurz short quick early "
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo "
    + ITALIAN_DAYS
)
"""With a capital, right after a given name, these are a surname: "Hugo Petit", and days that are written small."""
ENDINGS_FRIENDLY = ("essen", "kaffee", "spaziergang", "bier", "brunch", "lunch", "wanderung")
ENDINGS_BUSY = ("treffen", "besprechung", "gesprach", "telefonat", "anruf", "overleg", "call", "mote")
TALKS_ABOUT = ("eltern", "lehrer", "kita", "hort", "schul", "zeugnis", "entwicklungs", "aufnahme", "arzt")
""" "Elterngespräch Tim" is about him, who stays at home."""
ENDINGS_OF_ANY = ("termin", "afspraak", *LEISURE_ENDINGS)
ENDINGS_STAY = ("urlaub", "ferien", "wochenende", "ubernachtung", "vakantie")
"""German, Dutch and Swedish write kinds of meetings in one word."""
