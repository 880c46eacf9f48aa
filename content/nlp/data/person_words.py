"""Words that announce a person's name, and words that make a name an institution's, a method's or an author's."""

TITLES = frozenset(
    "mevrouw mevr mw mevr meneer mijnheer dhr heer hr familie fam gezin juf juffrouw opa oma tante oom ome broeder "
    "zuster dr drs mr ir ing prof dokter meester".split()
)
ABBREVIATED = frozenset("mevr mw dhr hr fam dr drs mr ir ing prof".split())
# Titles behind which *van* says whose it is: *het gezin van de buren*.
OF_SOMEBODY = frozenset("gezin familie".split())
PROFESSIONS = frozenset(
    "rechter kinderrechter advocaat wethouder burgemeester directeur agent wijkagent gezinsvoogd voogd bewindvoerder "
    "psychiater psycholoog huisarts tandarts verpleegkundige werker consulent begeleider begeleidster coach mentor "
    "docent leraar lerares hulpverlener gezinscoach jeugdbeschermer reclasseringswerker notaris curator tolk stagiair "
    "stagiaire leidinggevende manager dominee pastoor pater imam leerkracht vrijwilliger gastouder pleegouder "
    "teamleider gedragswetenschapper".split()
)
# Ordinary words that are surnames behind a title, without a capital too: *mevr bakker*.
COMMON_SURNAMES = frozenset(
    "bakker visser mulder smit dekker koning prins bos vos wolf haan kok kuiper brouwer schipper timmerman molenaar "
    "jager boer schilder kramer slager snijder post berg dijk brink veld stam vogel haas leeuw beer mol bloem roos "
    "winter zomer storm pauw sluis groen bruin zwart wit kramer hofman schouten meester ridder keizer graaf koster "
    "kuipers peters".split()
)
# Between a first name and a surname, written with a capital: *Hanin Al Khatib*.
ARTICLES = frozenset("al el ben ait abu bin ibn da dos von ould oulad bint abd".split())
# What only people do; organisations weigh, ask and decide as well.
PERSON_VERBS = (
    "belde", "belt", "appt", "appte", "mailt", "mailde", "slaapt", "sliep", "huilt", "huilde", "spijbelt", "spijbelde",
    "drinkt", "dronk", "rookt", "blowt", "plast", "bijt", "scheldt", "schold", "schreeuwt", "schreeuwde", "schopt",
    "slaat", "sloeg", "liegt", "steelt", "stal", "woont", "woonde", "durft", "durfde", "logeert", "logeerde",
    "loopt weg", "liep weg", "weet zich", "redt het", "vertelt", "vertelde", "zegt", "zei", "praat", "spreekt",
    "speelt", "wil niet", "wil geen", "eet", "krabt", "snijdt", "werd geschorst", "is zwanger", "is verslaafd",
    "is geschorst", "is boos", "is ziek", "is bang", "zit vast", "is opgenomen", "is opgepakt", "wordt gepest",
    "heeft honger", "verzuimt", "vapet", "gokt", "snapt", "huppelt", "stottert", "komt niet",
)  # fmt: skip
KIN = frozenset(
    "moeder vader mama papa stiefmoeder stiefvader pleegmoeder pleegvader ouder dochter dochtertje zoon zoontje broer "
    "broertje zus zusje kind kindje kleinkind kleinzoon kleindochter baby peuter kleuter puber meisje jongen jongetje "
    "cliënt cliënte client clientele klant patiënt patiënte pupil leerling ex partner man vrouw vriend vriendin buurman "
    "buurvrouw neef neefje nicht nichtje oudste jongste tweeling collega oppas".split()
)
NAMING = frozenset(
    "heet heette heten genaamd noemt noemen noem roepnaam voornaam achternaam naam alias bijnaam".split()
)
# Fields of a form: a colon may stand between them and the name.
NAMED_FIELDS = frozenset("naam achternaam voornaam roepnaam".split())
SURE_NAMING = frozenset("heet heette genaamd".split())
NAMING_BETWEEN = frozenset("is zich mij hem haar : zij hij ze".split())
# A name beside one of these is not a person's.
INSTITUTIONS = frozenset(
    "stichting instituut kliniek bureau school basisschool college lyceum groep centrum huis raad commissie wet "
    "methode methodiek model theorie aanpak programma interventie training cursus ziekenhuis gemeente provincie regio "
    "wijk buurt straat plein gebouw praktijk huisartsenpraktijk vereniging fonds universiteit hogeschool academie "
    "kerk moskee leger des foundation project team wijkteam piramide schaal test vragenlijst prijs rapport arrest "
    "richtlijn stad dorp piramide cirkel locatie gevangenis pi rechtbank minister staatssecretaris kamerlid premier "
    "motie amendement zaak mc umc".split()
)
# Of these somebody can have one: *het huis van Wilma*.
ANYBODYS = frozenset(
    "huis school basisschool college klas buurt straat wijk groep team praktijk zaak".split()
)
INSTITUTION_ENDS = (
    "huis",
    "school",
    "kliniek",
    "college",
    "centrum",
    "instituut",
    "stichting",
    "groep",
    "kerk",
    "weg",
    "straat",
)
# Whose maker is named behind *van*: an author, not somebody of a family.
CITED = frozenset(
    "boek proefschrift onderzoek artikel publicatie studie dissertatie lezing essay handboek podcast film "
    "documentaire serie liedje theorie model methode visie gedachtegoed".split()
)
# Beginnings of sentences and other capitals that are also somebody's name.
NO_NAMES = frozenset(
    "jeugdzorg humanitas halt mee kompaan altra spirit arkin kwintes parnassia trimbos movisie nji divosa nibud vng "
    "cbs cjib uwv svb duo raad wsnp wmo jeugdwet kerst pasen ramadan sinterklaas kerstmis suikerfeest pinksteren "
    "signs safety triple incredible years eigen kracht home-start veilig thuis blijf buurtzorg samen verder "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus "
    "september oktober november december nederland nederlands nederlandse tigrinya arabisch turks pools engels "
    "facebook whatsapp google teams excel word wams roma sinti islam sharia koran bijbel django warning "
    "turkse poolse duitse franse engelse spaanse griekse russische friese deense zweedse noorse finse ierse schotse "
    "joodse molukse surinaamse roemeense syrische afghaanse arabische belgische vlaamse zeeuwse haagse".split()
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
    "moeder theresa",
    "moeder teresa",
    "jan linders",
    "albert heijn",
    "s heeren loo",
    "hollands midden",
    "leo kannerhuis",
    "emma kinderziekenhuis",
    "sophia kinderziekenhuis",
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
