"""Words that announce a person's name, and words that make a name an institution's, a method's or an author's."""

TITLES = frozenset(
    "mevrouw mevr mw meneer mijnheer dhr heer hr familie fam gezin juf juffrouw opa oma tante oom ome broeder zuster".split()
)
ABBREVIATED = frozenset("mevr mw dhr hr fam".split())
KIN = frozenset(
    "moeder vader mama papa stiefmoeder stiefvader pleegmoeder pleegvader ouder dochter dochtertje zoon zoontje broer "
    "broertje zus zusje kind kindje kleinkind kleinzoon kleindochter baby peuter kleuter puber meisje jongen jongetje "
    "cliënt cliënte client clientele klant patiënt patiënte pupil leerling ex partner man vrouw vriend vriendin buurman "
    "buurvrouw neef neefje nicht nichtje oudste jongste tweeling collega oppas".split()
)
NAMING = frozenset("heet heette heten genaamd noemt noemen noem roepnaam voornaam achternaam naam".split())
SURE_NAMING = frozenset("heet heette genaamd".split())
NAMING_BETWEEN = frozenset("is zich mij hem haar : zij hij ze".split())
# A name beside one of these is not a person's.
INSTITUTIONS = frozenset(
    "stichting instituut kliniek bureau school basisschool college lyceum groep centrum huis raad commissie wet methode "
    "methodiek model theorie aanpak programma interventie training cursus ziekenhuis gemeente provincie regio wijk buurt "
    "straat plein gebouw praktijk huisartsenpraktijk vereniging fonds universiteit hogeschool academie kerk moskee leger "
    "des foundation project team wijkteam piramide schaal test vragenlijst prijs rapport arrest richtlijn stad dorp "
    "piramide cirkel locatie gevangenis pi rechtbank".split()
)
# Beginnings of sentences and other capitals that are also somebody's name.
NO_NAMES = frozenset(
    "jeugdzorg humanitas halt mee kompaan altra spirit arkin kwintes parnassia trimbos movisie nji divosa nibud vng "
    "cbs cjib uwv svb duo raad wsnp wmo jeugdwet kerst pasen ramadan sinterklaas kerstmis suikerfeest pinksteren "
    "signs safety triple incredible years eigen kracht home-start veilig thuis blijf buurtzorg samen verder "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus "
    "september oktober november december nederland nederlands nederlandse tigrinya arabisch turks pools engels "
    "facebook whatsapp google teams excel word".split()
)
KNOWN_PHRASES = (
    "william schrikker",
    "sint jacob",
    "sint jan",
    "anton constandse",
    "leger des heils",
    "verwey-jonker",
    "triple p",
    "jan arends",
    "karakter",
    "van der hoeven",
    "de waag",
    "de wit gele kruis",
)
# In lists of first names, and as good as never meant as one.
NO_FIRST_NAMES = frozenset(
    "given erin eraan erop eruit ervan jim wams het zet wijs aan jouw tien toch rijk iemand broertjes hoogstens buddy "
    "mama papa lieve beste dag hallo hoi".split()
)
VERBS = frozenset(
    "wil moet kan mag zal slaat zit staat gaat komt loopt is was heeft had werd wordt woont drinkt slaapt belt vraagt "
    "zegt werkt".split()
)
# Everyday names of towns that the list of places has under their official name.
TOWNS = frozenset(["den bosch", "den haag", "den burg", "de bilt", "de meern"])
