"""Home words tell who is visited at home, and for what: a meal, anything else that is one thing, or a chore.

Read by `title_home.py` and `title_runs.py`, beside the table of `title_words.py`. Folded.
"""

from worker.core.fold import word_set
from worker.core.lexicon import Grid, Lexicon, entries
from worker.core.titles.title_words import ITALIAN_DAYS

MEALS = word_set(
    "lunch brunch breakfast brekkie dinner supper tea coffee cuppa drink drinks bbq barbecue cake "
    "essen mittagessen mittag abendessen abendbrot brotzeit vesper "
    "nachtmahl jause fruhstuck kaffee kuchen tee grillen besuch "
    "comer cenar almorzar desayunar merendar comida cena almuerzo desayuno merienda cafe "
    "dejeuner diner souper gouter apero almoco almocar jantar lanche pranzo pranzare cenare colazione caffe "
    "merenda aperitivo eten koffie borrel middag fika "
)
"""What people are asked home for: "Ana for dinner"."""
AT_TABLE = MEALS - {"cake", "kuchen", "besuch"}
"""Before a town, these make a person of it: "Brunch Charlotte"; not "Victoria cake" or "Besuch Florence"."""
BEFORE_DA = word_set(
    "cena cenetta pranzo colazione brunch aperitivo aperitivi apericena spritz caffe birra birre birretta gelato pizza "
    "pizzata grigliata griglia braciata barbecue polenta polentata lasagne lasagna risotto risottata pasta spaghetti "
    "spaghettata gnocchi gnocco tigelle piadina arrosticini castagnata paella sushi fonduta fondue raclette merenda "
    "piscina tombola tombolata film serata sera stasera oggi domani mattina pomeriggio notte dormire vacanze "
    "vacanza weekend ferie soggiorno pernottamento settimana capodanno ferragosto natale pasqua pasquetta vigilia "
    + ITALIAN_DAYS
)
"""After these, Italian says "da Ana" for "at Ana's"."""
HOUSE_WORDS = word_set(
    "place house home flat apartment garden new old haus wohnung garten studio cabin cottage loft "
)
"""After "at Ana's", these still are her home."""

_CHORES: Grid = {
    "plants and pets": """
        en: plant, plants, flowers, water*, feed*, cat, cats, dog*, pet, pets
        de: blume*, pflanze*, *giessen, katze*, hund*, *futtern, haustier*
        es: planta*, flores, regar, riego, gato*, perro*
        fr: plante*, fleurs, arros*, chat, chats, chien*, nourrir
        pt: planta*, flores, regar, gato*, cachorro*
        it: piant*, fiori, annaffi*, innaffi*, gatt*, cane, cani
        """,
    "things that lie there": """
        en: key, keys, parcel*, package*, mail, post, letter*, bag, bags, suitcase*, luggage, car, bike,
            laptop, charger, wallet, coat, jacket, umbrella, box, boxes, stuff, things, furniture
        de: *schlussel, schlussel*, *paket, paket*, post, brief*, tasche*, koffer, gepack, auto, rad, velo,
            fahrrad*, ladegerat, portemonnaie, jacke, schirm, kiste*, sachen, mobel
        es: llave*, paquete*, correo, carta*, maleta*, coche, bici, bicicleta, cargador, cartera, abrigo,
            paraguas, caja*, cosas, muebles
        fr: cle, cles, clef*, colis, courrier, lettre*, valise*, sac, sacs, voiture, velo, chargeur,
            portefeuille, manteau, parapluie, carton*, affaires, meubles
        pt: chave*, pacote*, encomenda*, correio, carta*, mala, malas, carro, bicicleta, carregador,
            carteira, casaco, guarda chuva, caixa*, coisas, moveis
        it: chiav*, pacc*, posta, letter*, valigi*, borsa, borse, macchina, auto, bici, bicicletta,
            caricabatterie, portafoglio, giacca, ombrello, scatol*, cose, mobili
        """,
    "fetching and bringing": """
        en: pick up*, pickup*, drop off*, dropoff*, collect*, fetch*, deliver*, return*, bring*, borrow*, lend*,
            get, take, leave, drive, lift
        de: abhol*, *abholung, abgeben, abgabe, bring*, liefer*, *lieferung, zuruck*, holen, ausleihen, leihen,
            fahr*
        es: recog*, entreg*, llevar, traer, devol*, prest*, dejar, buscar, sacar
        fr: recuper*, livr*, depos*, chercher, rapporter, apporter, emprunt*, preter, laisser, amener
        pt: buscar, entreg*, levar, trazer, devol*, emprest*, deixar, pegar
        it: ritir*, consegn*, portare, riport*, restitu*, prestit*, lasciare, prendere, recuper*
        """,
    "housework and repairs": """
        en: clean*, laundry, vacuum*, ironing, repair*, fix*, install*, maintenance, mow*, paint*, bins, rubbish,
            trash, windows, heating, boiler, alarm, check*, meter*
        de: putz*, *reinigung, reinig*, aufraum*, wasch*, bugeln, repar*, *montage, install*, streichen, mull*,
            fenster, heizung*, luften, ablesen, *ablesung, zahler*, einrichten
        es: limpi*, planchar, arregl*, repar*, instal*, mantenimiento, pintar, basura*, ventana*, calefaccion,
            caldera, alarma, ventilar, contador, revis*
        fr: menage, nettoy*, repass*, repar*, install*, bricol*, peindre, tondre, poubelle*, fenetre*, chauffage,
            chaudiere, alarme, aerer, compteur, releve*, verif*
        pt: limp*, faxina*, passar roupa, consert*, instal*, manuten*, pintar, lixo, janela*, aquecedor, caldeira,
            alarme, arejar, contador, verific*
        it: puli*, stirare, ripar*, install*, manutenzione, imbianc*, spazzatura, finestr*, riscaldamento,
            caldaia, allarme, arieggiare, contatore, controll*
        """,
    "hair, nails and skin": """
        en: hair*, nail*, manicur*, pedicur*, wax*, facial*, massage*, makeup, brows, lashes, tattoo*, beauty,
            fitting*, alteration*
        de: haar*, frisor*, nagel*, manikur*, pedikur*, fusspflege, kosmetik*, massage*, wimpern, augenbrauen,
            tattoo*, tatowier*, anprobe
        es: pelo, corte, tinte, unas, manicur*, pedicur*, depil*, masaje*, cejas, pestanas, tatua*, estetic*
        fr: cheveux, coupe, couleur, coloration, ongle*, manucur*, pedicur*, epil*, massage*, sourcils, cils,
            tatou*, esthetic*, retouche*
        pt: cabelo*, corte, unha*, manicur*, pedicur*, depil*, massage*, sobrancelha*, cilios, tatua*, estetic*,
            salao
        it: capelli, taglio, tinta, unghie, manicur*, pedicur*, ceretta, depil*, massagg*, sopracciglia, ciglia,
            tatua*, esteti*
        """,
    "lessons and work": """
        en: lesson*, class, classes, course*, workshop*, tuition, tutoring, practice, training, piano, guitar,
            violin, cello, flute, drums, singing, homework, shift*, work, job, internship
        de: *stunde, *stunden, *unterricht, unterricht*, *kurs, nachhilfe*, klavier*, gitarre*, geige*, flote*,
            schlagzeug, singen, hausaufgaben, arbeit*, *schicht, dienst, praktikum
        es: clase*, curso*, taller*, guitarra, bateria, canto, deberes, trabaj*, turno*, practicas
        fr: cours, lecon*, atelier*, stage*, guitare, violon, batterie, chant, devoirs, travail*, boulot, garde
        pt: aula*, curso*, oficina, violao, violino, canto, deveres, trabalh*, turno, plantao
        it: lezion*, corso, corsi, ripetizioni, pianoforte, chitarra, batteria, compiti, lavor*
        """,
    "business": """
        en: reservation*, table, invoice*, quote, viewing*, inspection*, measur*, sale
        de: reservier*, tisch, rechnung*, besichtigung*, *beratung, angebot, *verkauf
        es: reserva*, mesa, factura*, presupuesto, venta
        fr: reserv*, table, facture*, devis, consultation*, vente
        pt: reserva*, fatura*, orcamento, venda
        it: prenotazion*, tavolo, fattur*, preventivo, consulenza, vendita
        """,
}
CHORES = Lexicon(entries(_CHORES))
"""What is done at somebody's home, or business, whether or not they are met."""
