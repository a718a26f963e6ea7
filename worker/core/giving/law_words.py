"""Law words are courts, partings and debts, and coming, going and being judged at work: concept × six languages.

Read by `delicate.py`. Folded (no accents, no capitals); a `*` leaves that end of the word open. "Courtesy",
"process" and "process review" are why some words stand whole, or only in a phrase.
"""

from worker.core.lexicon import Grid

LAW: Grid = {
    "lawyer": """
        en: lawyer*, attorney*, solicitor*, barrister*, paralegal*, legal*
        de: *anwalt*, *anwaltin*, kanzlei*, rechtsberatung*, rechtshilfe*
        es: abogad*, asesoria juridica, procurador*
        fr: avocat*, conseil juridique, aide juridictionnelle, aide juridique
        pt: advogad*, defensoria*, consulta juridica
        it: avvocat*, studio legale, legale, legali, patrocinio gratuito
        """,
    "court": """
        en: court, courthouse*, court date*, hearing, hearings, tribunal*, trial, lawsuit*, deposition*,
            subpoena*, jury duty, the judge, sentencing, sentenced, community service
        de: gericht, gericht*, *gericht, *gerichts*, klage*, prozesstermin*, zeugenaussage*, verhandlung*,
            fuhrerschein weg, fuhrerscheinentzug, mpu
        es: juzgado*, juicio*, tribunal*, vista oral, audiencia, audiencias, demanda judicial, jueza,
            declaracion judicial
        fr: tribunal*, tribunaux, proces, audience*, cour d appel, cour d assises, plaidoirie*, juge, juges,
            palais de justice, cour superieure, condamn*
        pt: tribunal*, tribunais, julgamento*, audiencia*, forum judicial, juiz, juiza, processo judicial
        it: tribunal*, udienz*, processo penale, processo civile, giudice di pace, dal giudice,
            causa civile, deposizione*
        """,
    "prison": """
        en: prison*, jail*, parole*, inmate*, bail, probation*
        de: gefangnis*, haft, haftbesuch*, haftanstalt*, haftstrafe*, jva, knast*, bewahrung*,
            *bewahrungshelfer*, strafvollzug*
        es: carcel*, prision*, prisiones, libertad condicional, vis a vis, penitenciari*
        fr: prison*, parloir*, maison d arret, detention*, liberte conditionnelle, garde a vue,
            penitentiair*
        pt: cadeia*, prisao, prisoes, presidio*, penitenciari*, liberdade condicional, visita intima
        it: carcer*, prigion*, detenut*, penitenziari*, colloquio in carcere, arresti domiciliari
        """,
    "police": """
        en: police*, witness statement*, restraining order*, crime report
        de: polizei*, anzeige erstatten, strafanzeige*, vernehmung*, staatsanwalt*
        es: policia*, denuncia, denuncias, guardia civil, comisaria*, fiscalia*
        fr: police*, commissariat*, gendarm*, plainte, depot de plainte, plaintes
        pt: policia*, delegacia*, boletim de ocorrencia, medida protetiva
        it: polizia*, carabinier*, questura*, denuncia*, querela*
        """,
    "notary and estate": """
        en: notary*, notaries, probate*, last will, will signing, signing of the will, sign the will, inheritance*,
            executor*, power of attorney, living will
        de: notar*, testament*, erbschaft*, erbe antreten, nachlass*, erbengemeinschaft*, erbschein*,
            vorsorgevollmacht*, patientenverfugung*
        es: notari*, testamento*, herencia*, poder notarial
        fr: notaire*, testament*, heritage de, succession, procuration*
        pt: cartorio*, testamento*, heranca*, inventario
        it: notaio*, notarile*, testament*, eredita*, successione*, procura notarile
        """,
    "divorce": """
        en: divorc*, separation, alimony, prenup*, annulment*
        de: *scheidung*, trennung, *trennungs*, unterhaltszahl*, unterhaltspflicht*, trennung*, zugewinn*
        es: divorci*, separacion, pension alimenticia, pension compensatoria, convenio regulador
        fr: divorc*, separation, pension alimentaire, prestation compensatoire
        pt: divorci*, separacao, pensao alimenticia
        it: divorzi*, separazion*, assegno di mantenimento, alimenti figli
        """,
    "custody": """
        en: custody, child support, supervised visit*, foster care, social services, social worker*,
            adoption*, child protection, guardianship*, kids handover, handover with ex, ex picks up, with the ex
        de: sorgerecht*, umgangsrecht*, begleiteter umgang, jugendamt*, pflegeeltern*, adoption*,
            sozialarbeiter*, betreuungsgericht*, kindeswohl*, kinderubergabe*, obsorge*, unterhalt, papawochenende*,
            mamawochenende*, besuchswochenende*, kesb
        es: custodia, regimen de visitas, servicios sociales, adopcion*, trabajador social,
            trabajadora social, punto de encuentro familiar, tenencia*, cuota alimentaria, pension de alimentos,
            visita supervisada
        fr: garde des enfants, garde alternee, droit de visite, aide sociale, aide a l enfance,
            assistante sociale, adoption*, jaf, garde partagee, echange de garde, dpj, pension des enfants
        pt: guarda compartilhada, conselho tutelar, adocao, assistente social,
            visita supervisionada, pensao dos, pensao das, pensao do filho, pensao da filha, troca de guarda,
            guarda dos
        it: affidamento*, affido, assistente sociale, assistenti sociali, servizi sociali, adozione*,
            comunione dei beni, papa separato, mamma separata, genitori separati
        """,
    "mediation": """
        en: mediation*, mediator*, arbitration*
        de: mediation*, schlichtung*, mediator*
        es: mediacion*, mediador*, arbitraje*
        fr: mediation*, mediateur*, mediatrice*
        pt: mediacao, mediador*, conciliacao
        it: mediazione*, mediator*, conciliazione*
        """,
    "debt": """
        en: debt*, creditor*, mortgage arrears, bailiff*, foreclos*, repossess*, loan default*, money trouble*,
            money problem*, money worries, loan from, loan to, owes, lend * money, borrow money, payday loan,
            final notice, repayment plan
        de: *schulden*, schuldner*, zwangs*, inkasso*, glaubiger*, gerichtsvollzieher*, geld leihen,
            geldsorgen, geldprobleme, geldnot, mahnung, mahnungen, betreibung, betreibungen, betreibungsamt, *pfandung*
        es: deuda*, embargo*, moroso*, morosidad*, reunificacion de deudas, prestamo de, problemas de dinero,
            problemas economicos, falta de dinero
        fr: dette*, surendettement*, huissier*, saisie sur salaire, creancier*, banque de france, emprunt a,
            probleme d argent, problemes d argent, mise en demeure, saisie, saisies, preter de l argent
        pt: divida*, penhora*, nome sujo, serasa, inadimplen*, renegociacao de divida*, emprestimo d*, emprestimo ao,
            emprestimo a, problemas financeiros, problemas de dinheiro, falta de dinheiro
        it: debito*, debiti, pignoramento*, creditor*, ufficiale giudiziario, sovraindebitamento*, prestito da,
            prestito a, prestito di denaro, problemi di soldi, problemi economici
        """,
    "bankruptcy": """
        en: bankrupt*, insolven*, going under, gone bust
        de: insolvenz*, privatinsolvenz*, bankrott*, pleite, konkurs*, privatkonkurs*, zahlungsunfahig*
        es: quiebra*, concurso de acreedores, insolvenci*, ley de segunda oportunidad
        fr: faillite*, liquidation judiciaire, redressement judiciaire, depot de bilan
        pt: falencia*, recuperacao judicial, insolven*
        it: falliment*, bancarotta*, insolven*
        """,
    "eviction": """
        en: evict*, homeless*
        de: raumung*, zwangsraumung*, obdachlos*, wohnungslos*
        es: desahucio*, desalojo*, sin techo, sinhogar
        fr: expulsion*, sans abri, hebergement d urgence
        pt: despejo*, morador de rua
        it: sfratt*, senzatetto
        """,
    "asylum": """
        en: asylum, immigration*, deport*, refugee*, visa interview*, home office interview, visa appointment*,
            visa application*, visa refus*, visa denied, visa reject*, work permit, work permits, residence permit*
        de: *asyl*, abschieb*, auslanderbehorde*, fluchtling*, aufenthaltstitel*, bamf, visumtermin*, visumantrag*,
            visumsantrag*, visum abgelehnt, auslanderamt*, aufenthaltsgenehmigung*, aufenthaltserlaubnis*,
            aufenthaltsbewilligung*, migrationsamt*, fremdenpolizei*, arbeitsbewilligung*, einburgerungsgesprach*
        es: asilo, extranjeria, deportacion*, refugiad*, permiso de residencia, visado denegado, visa denegada,
            visa rechazada, visa cita, cita visa, cita de visa, tramite de visa, nie cita, cita nie,
            renovacion de residencia, tarjeta de residencia, permiso de trabajo, cita migraciones, en migraciones
        fr: asile, prefecture*, titre de sejour, ofpra, cnda, oqtf, refugie*, deportation, visa refuse, refus de visa,
            demande de visa, rdv visa, permis de travail, permis de sejour, carte de sejour
        pt: asilo, refugio politico, refugiad*, deporta*, imigracao*, policia federal, visto negado, visto recusado,
            visto de trabalho, aima, sef, autorizacao de residencia
        it: asilo politico, permesso di soggiorno, rifugiat*, espulsione*, richiedent*, diritto d asilo,
            visto rifiutato, visto negato, visto di lavoro, carta di soggiorno
        """,
}  # fmt: skip
"""Courts, partings, debts."""

WORK: Grid = {
    "interview": """
        en: interview*, screening call*, panel interview, phone screen*, second round interview,
            assessment center, assessment centre
        de: *interview, *interviews, vorstellungsgesprach*, *bewerbung*, probearbeit*, assessment center,
            kennenlerngesprach*
        es: entrevista*, prueba de seleccion, proceso de seleccion
        fr: entretien*, candidature*, periode d essai
        pt: entrevista*, processo seletivo, prova de selecao, dinamica de grupo
        it: colloqui*, candidatur*, selezione del personale, periodo di prova
        """,
    "hiring": """
        en: recruit*, headhunt*, hiring*, job offer*, offer call, job hunt*, job search*, job fair*,
            job centre*, career change*
        de: recruit*, headhunt*, jobsuche*, jobmesse*, stellensuche*, vertragsangebot*, jobangebot*
        es: recruit*, headhunt*, oferta de trabajo, oferta de empleo, busqueda de empleo, reclut*
        fr: recrut*, chasseur de tetes, offre d emploi, promesse d embauche, embauche*, recherche d emploi
        pt: recrut*, headhunt*, oferta de emprego, proposta de emprego, vaga de emprego
        it: recruit*, headhunt*, offerta di lavoro, ricerca di lavoro, proposta di assunzione,
            cacciatore di teste, reclut*
        """,
    "dismissal": """
        en: dismiss*, layoff*, lay off*, laid off, redundan*, terminat*, firing, fired, notice period, lost his job,
            lost her job, lost my job, lost their job, losing his job, losing her job, losing my job, losing the job,
            job loss*, job cuts, out of work, last day at work, closing down, closing for good, shutting down,
            was let go, been let go, being let go, sacked, got the sack, job gone, lost the job, commiseration*,
            lost job
        de: *kundigung*, entlassung*, gekundigt, personalabbau*, kundigungsfrist*, jobverlust*, job verloren,
            arbeit verloren, stelle verloren, stellenabbau*, freigestellt, gefeuert, rausgeworfen, letzter arbeitstag,
            geschaftsaufgabe*, geschaft schliesst, laden schliesst, job weg, arbeit weg
        es: despid*, despedid*, erte, carta de despido, perdio el trabajo, perdio su trabajo, perdi el trabajo,
            perder el trabajo, sin trabajo, me echaron, lo echaron, la echaron, recorte de personal,
            recortes de personal, ere en, cierre de la empresa, cierre del negocio, ultimo dia de trabajo,
            ultimo dia en la oficina, cesante*, cesantia, desvinculacion*
        fr: licenci*, rupture conventionnelle, preavis, plan social, mise a pied, perte d emploi, perdu son emploi,
            perdu mon emploi, perdu son travail, perdu sa job, vire de, viree de, fait virer, mis a la porte,
            mise a la porte, mis a pied, dernier jour au bureau, dernier jour au travail, dernier jour de travail,
            fermeture de l entreprise, fermeture definitive, coupures de postes, congedie*
        pt: demiss*, demitir, demitid*, desligamento*, rescisao*, aviso previo, perdeu o emprego, perdi o emprego,
            perder o emprego, mandado embora, mandada embora, corte de pessoal, fechou a loja, fechou as portas,
            fechar a loja, ultimo dia de trabalho, ultimo dia na empresa, despedimento*
        it: licenzia*, cassa integrazione, esubero, esuberi, preavviso, perso il lavoro, perdere il lavoro,
            perdita del lavoro, senza lavoro, in mobilita, chiusura azienda, chiusura attivita, chiusura dell azienda,
            chiusura del negozio, ultimo giorno di lavoro, ultimo giorno in ufficio
        """,
    "severance": """
        en: severance*, settlement agreement*, outplacement*, garden leave
        de: abfindung*, aufhebungsvertrag*, freistellung*, outplacement*
        es: finiquito*, indemnizacion*, liquidacion laboral
        fr: indemnite*, solde de tout compte, transaction prud*
        pt: verbas rescisorias, acerto rescisorio, indenizacao*, fgts
        it: liquidazione*, buonuscita*, tfr, indennita*
        """,
    "resignation": """
        en: resign*, exit talk*, exit interview*, quitting, hand in notice, handing in notice
        de: kundige, eigenkundigung*, austrittsgesprach*, exitgesprach*, rucktritt*
        es: renuncia*, dimision*, baja voluntaria, entrevista de salida
        fr: demission*, entretien de depart
        pt: pedido de demissao, entrevista de desligamento, exoneracao*
        it: dimission*, dimettersi, colloquio di uscita
        """,
    "warning": """
        en: disciplinary*, warning, warnings, grievance*, pip, performance improvement*,
            performance review*, hr meeting
        de: abmahnung*, disziplinar*, personalgesprach*, bem gesprach*, kritikgesprach*
        es: expediente disciplinario, amonestacion*, sancion, sanciones, evaluacion de desempeno
        fr: avertissement*, disciplinaire*, entretien prealable, conseil de discipline, evaluation annuelle
        pt: advertencia*, processo disciplinar, sindicancia*, avaliacao de desempenho
        it: provvedimento disciplinare, richiamo scritto, contestazione disciplinare, disciplinare,
            lettera di richiamo
        """,
    "unemployment": """
        en: unemploy*, jobseek*, jobcentre*, universal credit
        de: arbeitslos*, jobcenter*, arbeitsamt*, arbeitsagentur*, agentur fur arbeit, burgergeld*, hartz, rav,
            ams termin, beim ams, ausgesteuert, stempeln
        es: paro, desempleo*, sepe, prestacion por desempleo, en el paro, servicio de empleo, en paro
        fr: chomage*, pole emploi, france travail, apec, rsa, bilan de competences, assurance emploi
        pt: desempreg*, seguro desemprego
        it: disoccupa*, naspi, centro per l impiego, ufficio di collocamento
        """,
    "benefits office": """
        en: benefits office*, benefits appeal*, food bank*, social security office
        de: sozialamt*, wohngeld*, tafel ausgabe, bei der tafel, familienkasse*, grundsicherung*
        es: seguridad social, banco de alimentos, ingreso minimo vital, renta minima
        fr: cpam, caf, rdv caf, banque alimentaire, restos du coeur, aides sociales
        pt: inss, cras, bolsa familia, banco de alimentos
        it: inps, banco alimentare, caritas, reddito di cittadinanza, patronato
        """,
    "salary": """
        en: salary, salaries, pay rise*, pay raise*, pay review*, compensation talk*
        de: gehalt*, lohnverhandlung*, lohnerhohung*
        es: sueldo*, salari*, aumento de sueldo, nomina
        fr: salaire*, salarial*, augmentation
        pt: salari*, aumento de salario
        it: stipendi*, salari*, aumento di stipendio
        """,
    "harassment at work": """
        en: harass*, whistleblow*, bullying, bullied
        de: mobbing*, belastigung*, hinweisgeber*
        es: acoso*, mobbing, hostigamiento*
        fr: harcelement*, prudhommes, prud hommes, prud homal*, lanceur d alerte
        pt: assedio*, bullying, ouvidoria*
        it: mobbing, molesti*, bullismo*, vertenza*
        """,
}  # fmt: skip
"""Coming, going and being judged at work."""
