"""Address words stand before a name and say how somebody is spoken to: "Frau Schuster", "Dr. Weber", "Tante Irmgard".

Read by `title_words.py` and by what calls people in sentences (`worker/core/giving/topic.py`). Folded, without dots:
"Sig.ra" is sigra.
"""

ACADEMIC = "dr dra prof profa professor dott dottssa dottoressa"
ACADEMIC_TOO = (
    "profra profssa doktor doctor doctora docteur doutor doutora dottore ing dipling ra med mag phd"
)
"""In a title of an event, these are no names, nor is the name beside them a friend's."""
FORMAL = (
    "mr mrs ms miss mx sir herr herrn frau hr fr mag sr sra srta senor senora m mme mlle monsieur madame sig sigra "
    "signor signora dhr mevr pan pani panem"
)
FORMAL_TOO = (
    "dame lady lord mister senorita senhor senhora signore signorina mademoiselle maitre mevrouw meneer"
)
TO_A_MAN = "mr mister sir herr herrn hr m monsieur sr senor senhor sig signor signore dhr meneer pan"
TO_A_WOMAN = (
    "mrs ms miss lady dame frau mme mlle madame mademoiselle sra srta senora senorita senhora sigra signora signorina "
    "mevr mevrouw pani"
)
FAMILIAR = "don dona"
"""Before a given name, and politely so."""
FAMILIAR_TOO = "dna seu fray frei fra sor suor sister brother bruder schwester frere soeur irma irmao"
OFFICES = (
    "pfarrer pfarrerin pastor pastorin pater padre father pere abbe rabbi rabbiner imam kantor kantorin "
    "familie family familia famille famiglia coach trainer trainerin nachbar nachbarin neighbour neighbor "
    "vecino vecina voisin voisine vicino vicina vizinho vizinha"
)
"""What somebody is, said before any part of their name: "Pfarrer Hägele", "Familie Meier"."""
POSTS = (
    f"{OFFICES} "
    # en
    "chair chairs chairman chairwoman chairperson host hosts treasurer president secretary supervisor mentor mentee "
    "intern interns sponsor sponsors editor publisher broker cohort volunteers organizers organisers maintainers "
    "steering student principal headteacher headmaster minister mayor vicar priest captain delegate delegates "
    # de
    "vorsitz vorsitzende vorsitzender kassenwart prasident prasidentin sekretar sekretarin leiter leiterin kandidat "
    "kandidatin kandidaten praktikant praktikantin redakteur redakteurin verleger makler maklerin kollegin klasse "
    "betreuer betreuerin dekan burgermeister gastgeber gastgeberin doktorand doktorandin doktoranden studenten azubi "
    "azubis madels jungs "
    # es, fr
    "presidente presidenta tesorero tesorera secretaria secretario directora gerente entrenador entrenadora candidato "
    "candidata contable becario becaria socio socia socios agente clase alcalde alcaldesa "
    "tresorier tresoriere secretaire directeur directrice patron patronne entraineur professeur candidat "
    "stagiaire associes editeur editrice classe maire cure "
    # pt, it
    "tesoureiro diretor diretora estagiario estagiaria criancas prefeito prefeita "
    "tesoriere segretaria segretario direttore direttrice allenatore professore mentore padrone stagista soci editore "
    "sindaco parroco"
)
"""What somebody is, and no name that nobody has: "Lunch with Intern", "[SIG Chairs] …"."""
TRADES = (
    # en, de
    "landlord accountant lawyer attorney solicitor notary doctor dentist therapist physio physiotherapist vet "
    "hairdresser plumber electrician mechanic teacher tutor babysitter nanny cleaner gardener "
    "arzt arztin zahnarzt zahnarztin hautarzt frauenarzt tierarzt hausarzt anwalt anwaltin notar friseur friseurin "
    "handwerker klempner elektriker vermieter vermieterin hausverwaltung steuerberater steuerberaterin lehrer lehrerin "
    "hausmeister nachhilfe erzieherin erzieher putzfrau "
    # es, fr
    "medico medica dentista abogado abogada notario peluquero peluquera fontanero electricista casero casera profesor "
    "profesora profe gestor gestora asesor asesora veterinario veterinaria fisio logopeda "
    "comptable medecin docteur dentiste avocat avocate notaire coiffeur coiffeuse plombier electricien proprietaire "
    "maitresse nounou garagiste kine veterinaire "
    # pt, it
    "advogado advogada cabeleireiro cabeleireira encanador canalizador electricista contador contadora contabilista "
    "professora educador educadora explicador explicadora treinador treinadora psicologa psicologo fisioterapeuta "
    "senhorio senhoria mecanico explicacoes "
    "commercialista avvocato avvocata avvocatessa notaio parrucchiere parrucchiera idraulico elettricista maestra "
    "professoressa veterinario meccanico colf "
    # firms
    "garage taxi pizzeria pharmacy pharmacie farmacia apotheke chauffagiste menuisier fleuriste carrossier traiteur "
    "mutuelle mairie clinique hopital osteo osteopathe psy pediatre kine gyneco agence boulangerie bakery backerei "
    "panaderia padaria panificio werkstatt rathaus ayuntamiento officina oficina ferreteria boucherie "
    "metzgerei carniceria talho serrurier cerrajero schlosserei dachdecker"
)
"""Trades and services that an address book writes beside a name: "Luís Explicador", "Tom Plumber", "Prof. Susana"."""
UNCLES = "uncle aunt auntie onkel tante tio tia oncle zio zia oom wujek ciocia farbror moster"
"""Kin who need a name."""
KIN_ALIKE = (
    "uncle onkel tio oncle zio oom wujek farbror",
    "aunt auntie tante tia tita zia ciocia moster",
    "oma omi grandma granny gran nana nan nanna abuela abuelita yaya mamie nonna babcia mormor farmor",
    "opa opi grandpa granddad grandad grandfather abuelo papy nonno dziadek morfar farfar",
    "schwester sister hermana soeur sorella irma",
    "bruder brother hermano frere fratello irmao",
    "cousin cousine primo prima cugino cugina",
)
"""Kin in several languages, of one kind in each row: "Tante Inge" is no "Oma Inge"."""
KIN = (
    # en
    "mum mummy mom mommy mam mama mamma dad daddy papa nan nana nanna gran granny grandma grandmother "
    "grandad granddad grandpa grandfather gramps pop pops grandparents sis sister bro brother cousin husband "
    "hubby wife daughter "
    "motherinlaw fatherinlaw sisterinlaw brotherinlaw inlaws niece nephew "
    # de
    "oma omi opa opi mutti vati mutter vater grosseltern bruder schwester schwiegermutter kusine "
    "schwiegervater schwiegereltern schwagerin schwager tochter sohn nichte neffe cousine patentante patenonkel "
    # es
    "madre padre mami papi abuela abuelo abuelos abuelita abuelito yaya yayo suegra suegro suegros "
    "marido esposa esposo hija hijo hermana hermano cunada cunado prima primo sobrina sobrino "
    # fr
    "maman mere pere mamie mamy papy meme pépé grandmere grandpere tata tatie tonton mari bellemere "
    "beaupere beauxparents bellesoeur beaufrere fille fils soeur frere neveu "
    # pt
    "mae pai mamae papai vo vovo avo avos titia titio sogra sogro sogros irmã irmao filha filho cunhada cunhado "
    "sobrinha sobrinho "
    # it
    "nonna nonno nonni babbo suocera suocero suoceri sorella fratello cognata cognato marito moglie figlia figlio "
    "cugina cugino nipote "
    # nl, pl, sv
    "moeder broer zus babcia dziadek mormor morfar farmor farfar pappa "
)
"""What a family calls its own, with a name or without."""
KIN_TOGETHER = (
    # en
    "cousins brothers sisters uncles aunts aunties nieces nephews daughters twins grandmas "
    # de
    "cousins cousinen kusinen vettern schwestern brudern geschwister geschwistern schwagerinnen tanten nichten neffen "
    "tochtern zwillinge zwillingen "
    # es
    "compadre comadre compadres comadres primas primos tias tios hermanas hermanos sobrinas sobrinos cunadas cunados "
    "abuelas hijas suegras gemelas gemelos mellizas mellizos "
    # fr
    "cousines tantes oncles soeurs freres nieces neveux bellessoeurs beauxfreres jumeaux jumelles "
    # pt
    "irmas irmaos sobrinhas sobrinhos cunhadas cunhados gemeas gemeos "
    # it
    "cugine cugini zie zii sorelle fratelli cognate cognati gemelle gemelli"
)
"""Several of them, before the names of each: "las primas Reme y Conchi"; and godparents."""
BEFORE_KIN = (
    "meine meinen unsere unseren mis nuestros nuestras les mes nos meus minhas nossos nossas "
    "i gli miei mie nostri nostre"
)
"""Articles and the like that mean more, or another thing, before anything but kin: "les Dubois"."""
PARENTS = (
    "mum mummy mom mommy mam mama mamma dad daddy papa pop pops mutti vati mutter vater madre padre mami papi maman "
    "mere pere pai mae mamae papai babbo moeder pappa"
)
"""Before a given name mostly of whom it names: "Mama Lena" is Lena's mother, and not Lena."""
NAMES_TOO = "nan nana mae"
""" "Nan Martin" may be a whole name."""
ON_ONE_CARD = "& + and und et y e en"
"""Between the given names of two who share a card."""
