"""Given names are how people are called: what they become among friends, and which of them are words as well.

Read by `name_book.py` and `title_names.py`. Folded. The first table makes "Bob" find Robert; the second only tells a
person from a company where nobody of that name is known yet. What is a name of its own today stands in no row of the
first, wherever it comes from: "Kaffee mit Jürgen" is not with Georg.
"""

from worker.core.fold import word_set

_FRIENDS = """
alexander alejandro aleksander alessandro alexandre alexandru : alex sasha sascha xander lex ale alessio \
  sandro alek sandy
alexandra alejandra aleksandra alessandra : alex sasha sascha ale sandra sandy ola
andreas andrew andre andres andrzej anders : andy andi drew dre
andrea : andy andi
anna ana anne hanna hannah annemarie : anni annie
anna hanna : ania anka
ana : anita
antonio anthony anton antoine : tony toni tono antek
antonia antonella : toni
barbara : barb babs barbie babsi basia
benjamin benedikt benedict benoit : ben benny benji benni
bernhard bernard bernardo : bernie bernd benno
catherine katherine katharina catarina caterina katarzyna kathleen katarina : cathy kathy kate katie \
  kat kati cat kasia katy trina
charles : charlie chuck
charlotte : charlie charly lotte lottie
carlos carlo karl : charly carlitos
christian christopher christoph cristiano christophe : chris topher krzysiek kit
christina christine cristina kristina : chris kris tina chrissie chrissy stina
daniel daniele : dan danny dani
daniela danielle : dani danny
david davide dawid : dave davey davy
deborah : deb debbie
dimitri dmitri : dima mitya
dorothea dorothy dorota : dora dot dottie doro
edward eduard eduardo edoardo edmund : ed eddie ted teddy ned edu edi
eleanor eleonora : ellie nora nell
elena eleni helena helene : ellie lena leni
elizabeth elisabeth elizabete : liz lizzy lizzie beth betty eliza lisa lise lilli elli sissi elsa
isabel isabella : isa bella
elisa : lisa
emily emilia emma emilie : em emmy milly millie emi
henry : harry hank hal
heinrich : heinz heiner
enrique enrico henrique : kike rico
henrik : rik
ferdinand : ferdi
fernando fernanda : nando fer
francisco : paco pancho fran chico kiko
francesco francois : cesco
frances franziska francesca : fran frankie fanny franzi
franz franciszek frank : frankie frania
frederick friedrich frederic fryderyk : fred freddy freddie fritz rick
federico federica : fede
gabriel : gabe gabi gabo
gabriela gabriella gabriele : gabi gaby lella
georg george : georgie schorsch
jorge giorgio georges : gio
gerhard gerard gerardo : gerd gerry
gregory gregor gregorio grzegorz : greg gregg goyo
william wilhelm : bill billy will willy willi liam
guillermo guillaume guilherme guglielmo : guille memo gui
ignacio ignazio : nacho
jacob jakob jakub : jake kuba coby
james jacques giacomo jaime : jim jimmy jamie jack
jennifer jenifer : jen jenny jenn
jessica : jess jessie
joachim : achim jo
joaquin joaquim : quino
john jonathan : johnny jack jon jonny
johannes johann : johnny jonny hans hannes
jonathan : nathan
juan joao : juanito joaozinho
giovanni : gianni vanni
jan jean : janek
joseph josephine : joe joey jo jojo
josef jozef : sepp peppe jupp
jose josep : pepe pepito ze
giuseppe : beppe peppe pino
judith : judy judit
julia julie juliette giulia : jule jules juli
julian julius giulio : jules juli
katrin kathrin : kati
kevin : kev
laurence lawrence : larry laurie
laura : laurie lori
lorenzo lorenz laurent lars : enzo renzo
leonard leonardo leon leonhard : leo lenny len
louis luis luiz : lou lui luisito
luigi : gigi
ludwig : lutz
louise luisa louisa : lou lulu
lukas lucas luca luke : luc luki
lucia : luci
magdalena madeleine maddalena : magda lena maddie leni maddy
manuel manuela emmanuel emanuele : manu manolo manny mano
margaret : maggie peggy meg marge greta
margarete margareta : grete greta gretchen
margarita marguerite margherita : rita margot
malgorzata : gosia
maria marie mary marija : mimi mia mitzi mari marysia
mary : molly polly
martin martha marta : marty
martina martine : tina
matthew matthias mateo matteo mathieu matheus mateusz mattia : matt matty hias teo matze
maximilian maxime massimo maximiliano massimiliano : max maxi
michael michel miguel michele michal mikael mikhail : mike mick micky michi mikey misha mischa micha
miguel : migue
mikael : micke
michelle : shelly
michaela : michi
monica monika monique : moni mona nica
natalie natalia nathalie natasha : nat nati natascha nata tasha
nicholas nicolas nicola nikolas nikolaus nicole niccolo nicolo mikolaj : nick nico niko nicky nic nik
nikolaus : klaus
nikolai : kolya niko
olivia oliwia : liv livia
oliver olivier : ollie oli olli
otto ottilie : otti
pascal pasquale : pasqualino lino
patrick patricio patrice : pat paddy pato rick
patricia patrizia : pat patty tricia trish patsy
paul paulo pablo paolo pavel pawel : paulie pauli pol pablito paulinho
paula paola pauline : pauli polly
peter pedro pietro pierre piotr petr : pete petey perico pierrot pit piotrek pierino
petra : peti
philip philipp philippe felipe filippo filip : phil pip fil lipe flip
rachel rachele raquel : rae rach
rebecca rebekka rebeca : becky becca bex
raphael rafael raffaele raffaella rafaela : rafa rafi raf raffi
raimund raymond ramon raimundo : ray mundo moncho
richard riccardo ricardo ryszard : rick rich richie dick ricky richi
robert roberto robin : bob rob bobby robbie bert berto robby
roberta : robbie
rodrigo roderick : rod rodri
ronald : ron ronnie
rosa rosalie rosemary rosemarie rosario : rosie rosi rose
rudolf rodolfo : rudi rudy
salvatore salvador : toto sal salva chava
samuel samantha samuele : sam sammy
sebastian sebastiano sebastien : seb basti bastian seba bast
sergio sergey serge sergei : seryozha checho
sharon : shaz shazza
silvia sylvia sylvie : silvi sylvi
simon simone simona : si simo
sophie sophia sofia zofia : soph sofie sophy zosia fifi sofi
stanislav stanislaw stanley stanislaus : stan staszek stas
stefan stephen steven stefano esteban stephane : steve steph stevie stef
stephanie stefania : steph steffi stef stefi
susan susanne susanna susana suzanne zuzanna : sue susie suzy suse susi sanne zuza
tatiana tatjana : tanya tania tanja
teresa theresa therese : tess terry tessa resi tere teri
theodor theodore teodoro : theo ted teddy teo
thomas tommaso tomas tomasz : tom tommy tomi tomek thom
tobias : tobi toby
ulrich : uli ulli
ulrike ulrika : uli ulli ulla rike
valentin valentina valeria valerie : val vale
valentina : tina
veronica veronika veronique : vero ronnie vroni
victor viktor vittorio : vic vito
victoria viktoria vittoria : vic vicky vivi tori vika
vincent vincenzo vicente vincente : vince vinnie vinny enzo chente vinz
vladimir : vova volodya
walter walther : walt wally wolle
werner : wern
wolfgang : wolf wolfi
yvonne : yvi
zoe : zo zozo
"""

NICKNAMES: dict[str, frozenset[str]] = {}
"""Given name → what else this person may be called."""
for _line in _FRIENDS.strip().splitlines():
    _names, _, _short = _line.partition(" : ")
    for _name in _names.split():
        NICKNAMES[_name] = NICKNAMES.get(_name, frozenset()) | word_set(_short)

GIVEN = (
    frozenset(NICKNAMES)
    | frozenset().union(*NICKNAMES.values())
    | word_set(
        "aaron abdul abigail ada adam adele adriana adrian adrien agata agnes agnieszka ahmed aicha "
        "aida aileen aisha akiko alain alan albert alberto alan alejo alfred alfonso ali alice alicia "
        "alina aline alison alma alvaro amal amanda amandine amelia amelie amina amir amit amy anais "
        "angela angelika angelo aniko anil anisha anita anja anke annabel annika ansgar anselm anya "
        "ariane ariel arjun armin arne arthur arturo arun asa ashley asif astrid ariadne august "
        "aurelie aurora axel ayse beata beatrice beatriz beate bettina bianca bill birgit birgitta "
        "bjorn boris brandon brenda brian brigitte bruno bryan camila camille carina carla carmen "
        "carol carolina caroline cecilia celia celine chiara chidi chloe ciara claire clara claudia "
        "claudio clement clemens colin connor constanze cora cornelia craig cynthia dagmar damian "
        "damien daphne dario darren deepak delphine denis dennis derek diana diego dieter diogo dirk "
        "dominic dominik dominique donald donna doris douglas duarte dylan edith eduarda eileen einar "
        "elaine elias elif elke ella ellen elliot elodie elsa elvira emre erica erik erika ernesto "
        "ernst esra estelle esther ethan eugenia eva evan eve evelyn ezra fabian fabien fabio fatima "
        "fatou felicia felix feng fiona flavia flora florian francine freya frida fumiko gavin gemma "
        "gerda giada gilles gina ginevra gisela giorgia gloria goran grace graham guido gunnar "
        "gunther gustavo hamza harald haruto harriet hassan heather hector hedwig heidi heike helga "
        "helmut hendrik henri hermann hilda holger horst hubert hugh hugo ibrahim ida iga igor ilaria "
        "ilse imke imran ines inga ingo ingrid irene irina iris irma isaac isabelle ismael ivan ivana "
        "ivo iwona jackie jana janet janice jari jasmin jasmine jason javier jeff jeffrey jenna jens "
        "jeremy jerome jerzy jill jin joana joanna joel johanna jolanta jordan jorg jorgen josh "
        "joshua joy joyce juergen jutta kai kamal kamila kamil karen karim karin karina karolina "
        "katja kazuki keiko keith kelly kemal ken kenji kenneth kerstin kevin khalid kim kimberly "
        "kinga kiran kirsten klara konrad kristin kurt kyle laila larissa lasse latif laure lea leila "
        "leticia levin lewis lia liliana lily lina linda lindsay linnea lionel lorena lorna lothar "
        "lucie lucy lydia lynn magnus mai malik malte mandy manfred manon mara marc marcel marcela "
        "marcelo marcin marco marcos marcus marek marianne marina mariana mario marion marisa "
        "marjorie mark marko markus marlene marlies marta martijn mason mathilde maud maura maureen "
        "maurice mauricio maya megan mehmet mei melanie melissa mercedes merle miguel mila milan "
        "milena mina miranda miriam mirko mohamed mohammed moritz muriel murat mustafa myriam nadia "
        "nadine naomi naoko nasrin nathaniel neil nelson nevena niamh nicoletta niels nigel nils nina "
        "noah noelle noemi nora norbert norma nuno odile olaf oleg olena olga omar oscar oskar osman "
        "otto owen pamela parisa pavol pelle penelope per perrine pia pilar piper pooja pranav preeti "
        "priya quentin quinn rachid radek rafal rahul rainer raj ralf ramona randy rania raul ravi "
        "regina reiner remi renata renate rene renee rhys riley rinaldo rita rocco roger rohan roland "
        "rolf roman romain romy rosalind ross roxana ruben rui rune russell ruth ryan saad sabine "
        "sabrina sakura sally salma salome sana sandeep sandrine sanjay sara sarah sascha saskia "
        "saoirse scott sean selim selma serena shane shannon sharon shaun sheila shirley shreya "
        "sigrid silke silvio simao siobhan sofie solange solveig sonia sonja soren stacy stella "
        "stuart sunil svea sven svenja svetlana sybille tadeusz takashi tamara tanja tariq tatsuya "
        "taylor tessa thea thierry thilo thorsten tiago tiffany till tilo tim timo timothy tina "
        "tobias todd torsten tracy travis trevor uma umberto ursula uta ute uwe vanessa vasco vera "
        "verena vijay viola virginie vivian volker wanda wayne wendy werner wiebke wilma wojciech "
        "xavier ximena yannick yara yasmin yolanda yuki yuko yusuf yves zahra zara zbigniew zeynep "
        "zoran fatma joost jeroen femke sanne lotte daan sander maarten wouter thijs pieter willem "
        "marieke anouk bram jasper niels lars elin ingrid johan karl lena mattias nils oskar sven ulf "
        "viktor gustav hakan ebba alva inge lore hanne heinke "
        "barbel christa danilo ela jonas jurgen maike maja steffen valentino "
        "annegret anneliese annelore burkhard christel detlef dietlinde dietmar doerte dorte dorthe "
        "edeltraud ekkehard elfriede frauke frieda friederike friedhelm gerlinde gertrud gudrun hannelore "
        "hartmut hauke heidrun heiko helmuth henrike hildegard hiltrud ilona ingeborg irmgard isolde jorn "
        "karla lieselotte liselotte mareike marlis mechthild ottmar reinhild rosemarie roswitha siegfried "
        "sieglinde siegmar swantje torben traudl waltraud wilfried wiltrud winfried "
        "agatha alasdair alistair beryl callum doreen edna ethel eunice ewan fergus gladys gwen gwendolyn "
        "hamish hilary imogen jemima jocelyn keziah lorraine mabel mildred phyllis rodney rupert sybil "
        "trudy vernon wilfred winifred "
        "ainhoa aitor begona emilio eugenio eulalia gonzalo iker itziar jordi josefa josefina leonor "
        "maribel marisol montserrat nuria oriol rosalia vicenta "
        "bernadette chantal colette evelyne fernand francoise gael gaston genevieve ghislaine ginette "
        "gwenaelle huguette jacqueline jeannine jocelyne josette loic lucien lucienne maelle marcelle "
        "marius maryse micheline mireille paulette raymonde sylvain yvette yvon "
        "donatella ermanno ettore fabrizio fiorella giancarlo gianfranco gianluca giuseppina graziella "
        "ivano loredana luciana luciano maurizio mauro mirella oreste ornella ottavia pierluigi pierpaolo "
        "raimondo rossella silvana simonetta tiziana vincenza "
        "edson everton gilberto gilson iracema jandira joaquina jurema jussara leandro luzia marcia marluce "
        "neusa rosana rosane rosangela severino tereza valdir vanda vania zelia zilda "
        "etienne cedric solene coralie ludovic bertrand remy noemie carl gordon doug jamal duncan malcolm barry dwight "
        "wendell clifford harvey ngozi chinedu emeka chioma ifeoma kwame kofi akosua abena kwabena harpreet jagmeet "
        "gurpreet manpreet simran jaspreet priyanka rajesh sunita kavita lakshmi venkat wei jing hyunwoo minjun jiwoo "
        "hiroshi thanh linh minh tuan ayodele oluwaseun temitope folake zainab hussein omid farhad arash babak shirin "
        "maryam bogdan mircea ionut andreea dragan milica jelena nikola yannis giorgos dimitra kostas nikos aoife "
        "sinead grainne nuala conor fionnuala deirdre orla roisin maeve cormac donal eamon declan "
        "ciaran oisin padraig mhairi eilidh sian carys paloma macarena montse xavi meritxell leire unai xoan iago "
        "antia aurelio ludovica "
        "jadwiga halina danuta zuzanna maciej lukasz bartosz bartek wojtek michalina tosia "
        "jochen antje erna stefanie meike gunter guenter karlheinz reinhard herbert erich emil niklas jannik "
        "lennart  henning sonke soenke claus egon eugen egbert eberhard eckhard edgar gotz knut oswald "
        "rudiger ruediger udo veit  xaver julien didier herve thibault karine domenico gino giovanna carmela "
        "francisca inmaculada encarnacion paqui  goncalo afonso martim filipa lurdes conceicao matilde "
        "filomena eric gary jerry nancy helen debra carolyn gareth  clive".replace("\n", " ")
    )
)

ORGANISATIONS = word_set(
    "apple amazon google meta microsoft oracle dell ford disney bosch siemens merck porsche daimler "
    "benz opel otto miele lidl aldi ikea bayer henkel ferrari ferrero barilla armani prada gucci "
    "versace zara santander renault peugeot michelin citroen chanel dior hermes cartier danone "
    "philips heineken shell nestle nike adidas puma morgan goldman sachs deloitte ernst young "
    "mckinsey bain lloyd barclays sainsbury harrods hilton marriott acme salesforce slack zoom "
    "netflix spotify tesla intel cisco nokia ericsson volvo saab toyota honda suzuki yamaha mazda "
    "kawasaki sony toshiba hitachi lego jira github gitlab stripe paypal visa vodafone telekom orange "
    "allianz axa generali airbus boeing lufthansa ryanair "
)
"""Surnames and first names that name a company far more often than a person."""
WORDS_TOO = word_set(
    "will mark grace rose hope faith may april june august bill art joy dawn jack rob sue pat max "
    "miles chase hunter drew summer autumn olive ivy lily iris ruby amber crystal jan jean jade sol "
    "mar paz luz angel angeles jesus rosa viola noel victor christian pilar dolores remedios rocio "
    "alba nieves concha sky star melody harmony penny daisy holly heather violet robin jay ray dean "
    "duke earl king prince young long park lee brown green white black baker walker cook fisher berg "
    "koch wolf busch stein bauer becker page price rich case day field hill lane wood wells banks "
    "bush church kirk marina gioia stella luce ciel fleur claire blanche aurore sofia florence "
    "florencia paris london berlin sydney vienna roma milan milano madrid lisboa valencia georgia "
    "carolina virginia victoria charlotte dallas austin houston phoenix jackson lincoln washington "
    "madison lourdes fatima santiago cruz zurich basel nice tours adelaide regina olympia delphi java "
    "ruby mai juli memo sal mundo chico rico mano ela lui si kuba pit zo dodo toto ola uma pato tono "
)
"""Names that are words, months or towns as well: they count only in capitals, after "with" and its like."""
TOWNS_TOO = word_set(
    "charlotte florence florencia victoria paris sydney vienna roma milan valencia georgia carolina virginia austin "
    "dallas jackson lincoln madison lourdes fatima santiago adelaide regina sofia phoenix "
)
"""Of these, towns and countries that people are named after: after a meal they are somebody, "Brunch Charlotte"."""
GUESTS_TOO = word_set(
    "mark grace will hope faith dawn jack rob sue bill pat max miles drew jean victor christian robin jay ray holly "
    "heather lily penny claire joy viola pilar dolores rosa jesus"
)
"""Of these, neither a month, a place, a dish nor a drink: beside a meal they are somebody as well, "Mark – coffee"."""
