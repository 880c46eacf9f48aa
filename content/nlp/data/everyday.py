"""How people say at home what the vocabulary calls by its own name: a concept a line, then everyday expressions for it.

Only search uses them; they are too loose to label a page with. An expression is met where its words stand near each
other in any order and form, so that it holds no more words than it needs. A concept that a vocabulary does not have is
passed over. A line that begins with ``=`` has words of pages in place of a concept, for what the vocabulary has no name of.
"""

LINES = """
rondkomen: rondkomen, knopen eindjes, maand over geld, einde maand, geld op, portemonnee leeg, zuinig leven, omkomen,
    nauwelijks geld, amper geld, geen cent, platzak, krap, sappelen, rood staan, rood bank, pinnen niet, saldo,
    duurder alles, boodschappen duur, boodschappen betalen, geld tekort, weinig geld, niet betalen kunnen
schulden: schuld hoog, tot nek schuld, tot oren schuld, onder water financieel, geldprobleem, geld problemen,
    geldsores, geldproblemen gezin, failliet, bankroet, geld ruzie, ruzie geld, geld weg, geld kwijt
betalingsachterstand: rekening liggen, rekening niet betalen, rekeningen stapel, aanmaning, achterlopen, niet betalen,
    facturen, acceptgiro, achter betalen, termijn betalen, abonnement, telefoonrekening, premie niet betaald,
    achterstand
energieschuld: stroom uit, licht uit, zonder licht, zonder warm water, douchen koud, gas, gasrekening, stroom,
    elektriciteit, licht afgesloten, kachel, verwarming, kou zitten, koud huis, energienota, energiebedrijf, water
    afgesloten, zonder stroom, zonder gas
incasso: spullen beslag, telefoon afgesloten, inboedel beslag, auto afpakken, deurwaarder, beslag, loonbeslag,
    incassobureau, schuldeiser, geld eisen, spullen weghalen, boetes oplopen
problematisch-lenen: lenen, lening, krediet, afbetaling, klarna, creditcard, flitskrediet, postorder, bestellen
    internet, telefoonabonnement, gat gat vullen, geleend
schuldhulpverlening: schuld af, schuldenvrij, schuld aflossen, schuld oplossen, schuld helpen, hulp schuld, schuld
    saneren, schuld regelen, geldloket, schuldhulp, geldhulp, schuldmaatje, schuld kwijt
wsnp: schuld rechter, schuld kwijtschelden, schuld wettelijk, saneren schuld, schuldsanering duren, schuldenvrij jaar
schone-lei: opnieuw beginnen schuld, streep schuld, schuld kwijt
dwangakkoord: schuldeiser weigert, schuldeiser meewerken
moratorium: adempauze, schuld pauze, uitstel betaling
beschermingsbewind: geld bewindvoerder, niet zelf bij geld, alles bewindvoerder, bewindvoerder, geld beheren ander,
    iemand beheert geld, weekgeld, leefgeld, curator
budgetbeheer: omgaan geld, huishoudboekje, overzicht geld, geld beheren, gat hand, verspillen geld, geld uitgeven,
    sparen, potjes geld, kasboek
armoede: arm, arme, arme gezin, minima, minimum, weinig inkomen, laag inkomen, geen inkomen, niks hebben, rijk
kinderarmoede: arme kind, kind arm, arm opgroeien, jas, winterjas, schoenen, gymschoen, kleding kind, kleren kind,
    honger, ontbijt, zonder eten school, lege maag, lege koelkast, geen eten, schoolreis, verjaardag vieren, zwemles
    betalen, sport betalen, contributie, cadeau, speelgoed, traktatie, fiets kind, kind te kort, luier betalen, bed
    kind
generatiearmoede: generatie arm, generatie bijstand, generatie uitkering, opa arm, oma arm, ouder arm kind, arm
    blijven, altijd arm, arm geboren, arm doorgeven, armoede erven, erfelijk arm, armoede kind ouder, familie arm,
    armoede over
voedselbank: voedselbank, voedselpakket, gratis eten, gratis boodschappen, eten krijgen, noodpakket, kledingbank
bijzondere-bijstand: wasmachine, koelkast, fornuis, matras, meubels, inboedel, bank kapot, witgoed, inrichten
toeslagen: toeslag, belasting terugbetalen, belastingdienst, alimentatie, kinderbijslag, teruggaaf, terugvorderen
stress-sensitief-werken: geld stress, geld hoofd, schuld hoofd, schuld stress, geldzorgen stress, wakker liggen geld,
    geldzorgen vergeten, piekeren geld, piekeren
stress-sensitief: beloftes na, belofte nakomen, geen puf, krijgt niks voor elkaar, lukt niets, alles kwijt, opdagen,
    niet verschijnen, niet komen afspraak, afspraak vergeten, afspraak missen, afspraak niet, afspraak verzetten,
    altijd laat, laatkomen, vergeten, vergeetachtig, chaos hoofd, chaotisch, hoofd vol, veel hoofd, hoofd staat, hoofd
    omloopt, overzicht kwijt, post niet openen, post ongeopend, brief niet openen, post liggen, enveloppen, laks, lui,
    laksheid, slordig, onverschillig, nakomen, onwil, wil niet kan niet, niet willen niet kunnen, overleven,
    overlevingsstand, spanning, gespannen, stress, gestrest, opgejaagd, afwezig, wegblijven afspraak, formulier niet
    ingeleverd, papieren niet inleveren, niet reageren, smoesjes, nooit op tijd, uitstellen, belofte
huisvesting: huis zoeken, woning zoeken, wonen, plek wonen, onderdak, slaapplek, slaapplaats, kamer, dak, eigen plek,
    woonruimte, waar slapen
huurachterstand: huur niet, huur betalen, huur laat, huur achter, huur vergeten, huur maand, huurschuld, hypotheek
huisuitzetting: straat zetten, straat komen, straat belanden, straat staan, straat terecht, huis uit, huis uitzetten,
    uit woning, huis kwijt, woning kwijt, woning verliezen, huis verliezen, huur opzeggen, ontruimen, ontruimd,
    uitgezet, buiten zetten, deur zetten, eruit zetten, huisbaas eruit, deurwaarder huis, dreigen dakloos, bijna
    dakloos, dakloos worden, sleutel inleveren, sloten, vonnis huur, huis moeten verlaten, verhuurder eruit, huisbaas,
    uitzetten
laatste-kansovereenkomst: laatste kans, nieuwe kans, tweede kans huur
dakloosheid: nergens plek slapen, nergens heen, nergens plek, nergens wonen, verhuizen steeds, steeds verhuizen,
    zwerven, auto slapen, dakloos, straat slapen, straat leven, bank slapen, geen huis, geen adres, logeren
opvang-dakloos: nergens plek gezin, plek gezin, opvang gezin, daklozen, noodopvang, crisisopvang, opvanghuis
urgentie: nieuwe woning, grotere woning, groter huis, verhuizen, wachtlijst woning, sociale huur, ander huis
slechte-woning: een kamer slapen, slapen op een kamer, kamer slapen, muren nat, muren schimmel, kinderen een kamer,
    schimmel, vocht, klein huis, klein wonen, klein wonen gezin, lek, lekkage, tocht, overvol, te krap
woningcorporatie: huisbaas, verhuurder, woningbouw, corporatie
veiligheid: veilig thuis kind, onveilig, niet veilig, bang thuis, gevaar, gevaarlijk thuis, kind gevaar, kind bang
huiselijk-geweld: gevaarlijk vriend, vriend gevaarlijk, vader gevaarlijk, man gevaarlijk, kind zien vechten, kind zien
    slaan, bang vader, slaan, slaat, klap, klappen, meppen, tik, rammen, timmeren, schoppen, schelden, vechten,
    gevecht, ruzie, ruzies, losse handjes, handen thuis, blauwe plek, blauw oog, bont blauw, agressief, agressie, boos
    man, woedend, uit hand lopen, uit hand thuis, dreigen mes, gooien spullen, uithalen, driftig, kort lontje,
    geschreeuw, schreeuwen, mishandelen, geweld, in elkaar slaan, knokken, wurgen, bedreigen, terroriseren thuis, man
    slaat
partnergeweld: man vrouw slaan, vrouw mishandelen, vriend slaan, bang man, bang partner, bang vriend, jaloers,
    controleren telefoon, ex bedreigen, ex dreigen, mishandelde vrouw, bang ex
stalking: lastigvallen, stalken, achtervolgen
kindermishandeling: durven naar huis, niet naar huis durven, kind bang huis, baby slaan, baby schudden, kind dreigen,
    klappen kind, kind vernederen, kind uitschelden, kind slaan, kind slaat vader, kind klap, kind mishandelen, kind
    mishandeld, kind tik, kind blauw, kind pijn, kind zien geweld, kind zien vechten, kind ruzie zien, kind getuige,
    vroeger geslagen, geslagen kind, zelf mishandeld, zelf geslagen, jeugd geslagen, vroeger mishandeld, letsel, kind
    bang vader, zorgen buurkind, kind niet pluis, kind doorgeven geweld, geweld doorgeven, kind schreeuwen
verwaarlozing: kind ruiken, pis, plas, kind stinken, kind hongerig, kind onverzorgd, zorgt voor kleintjes, oudste
    zorgt, oudste moeder spelen, kind buiten nacht, kind zwerven straat, kind te dun, kind alleen, alleen thuis, kind
    vies, ongewassen, verwaarlozen, luizen, kind lot, niet omkijken, kind geen aandacht, kind aan lot, slecht
    verzorgd, niet verzorgd, vieze luier, honger kind, kind buiten laat
seksueel-misbruik: aanraken, aanrander, misbruiken, misbruik, betasten, incest, aanzitten
mensenhandel: loverboy, uitbuiten
veilig-thuis: wie bel ik kind, waar meld ik, aangeven kind, melden kind, melden geweld, kind melden, zorgen melden,
    melding, gemeld, melden, waar melden, wie bellen kind, aangeven zorgen, meldpunt, tip doen
meldcode: vermoeden mishandeling, vermoeden geweld, zorgen kind, zorg om kind, bezorgd kind, melden, moeten melden,
    verplicht melden, twijfel kind, signalen mishandeling, stappen geweld, kind mishandeld vermoeden, wanneer melden
acute-onveiligheid: vriend gevaarlijk, mes, wapen thuis, vermoorden, dood maken, 112, nu gevaar, acuut, direct gevaar,
    levensgevaar, onmiddellijk
structurele-onveiligheid: geweld blijven, geweld doorgaan, slaan doorgaan, geweld stopt niet, weer geslagen, blijven
    slaan, geweld terugkomen, weer geweld, telkens geweld, steeds ruzie, nog steeds slaan, steeds slaan, opnieuw
    geweld
mda: geweld blijven, geweld doorgaan, slaan doorgaan, geweld stopt niet, blijven slaan, ernstig geweld
huisverbod: huis niet in, huis verbieden, huis niet mogen, man huis uit, huis verlaten man, vader huis uit, dader
    huis, niet meer thuis mogen komen, weg blijven thuis, woning niet in
vrouwenopvang: vluchten man, gevlucht, blijf lijf, onderduiken, schuilen
veiligheidsplan: afspraak veilig, afspraken veilig, veilig maken, veilig houden, veiligheid regelen, noodplan, zorgen
    dat veilig, kind veilig blijven
risicotaxatie: hoe gevaarlijk, hoe ernstig, inschatten, checklist, kans herhaling
complexe-scheiding: scheiding, scheiden, gescheiden, uit elkaar, ex ruzie, omgang, omgangsregeling, co-ouderschap, om
    kind vechten, klem zitten, bezoekregeling
justitie: politie, opgepakt, agent, gepakt, aangifte, rechter, rechtbank, boete, strafblad, gearresteerd
criminaliteit: crimineel, stelen, jatten, gestolen, dief, inbreker, misdaad, boef, boeven, dealen, dealer, criminele
jeugdcriminaliteit: jongens hangen, rondhangen, jongens dealen, loopt weg, dochter weglopen, zoon weglopen, jongen
    mes, messen, drillrap, snel geld jongen, slechte pad, verkeerde pad, rechte pad, slecht pad, foute vrienden,
    verkeerde vrienden, slechte vrienden, hangen straat, jongere stelen, zoon stelen, jongen stelen, zoon gepakt,
    jongen gepakt, puber politie, zoon politie, jongere politie, jongere opgepakt, jongere straf, ontsporen,
    ontspoord, ontspoorde, afglijden, glijden af, bende, zoon opgepakt, zoon inbreken, rotjoch, straatschoffie,
    boefje, raddraaier, jongen opgepakt, puber stelen
woonoverlast: buren herrie, buren lawaai, buren klagen, buren lastig, buren ruzie, lastige buren, buren last, last
    buren, buurt klagen, overlast, herrie, lawaai, kabaal, muziek hard, asociaal, aso, tokkies, hufters, terroriseren
    straat, terroriseren buurt, straat last, buurt last, buurt bang, buren gek, geluid, stank, klachten buurt, buurt
    overlast, omwonenden, wijk last, wijk onrust, onrust buurt, buren bang, flat overlast, portiek
gedragsaanwijzing: burgemeester, burgemeester ingrijpen
zorg-en-veiligheidshuis: straf zorg, zorg justitie, politie zorg samen, justitie hulpverlening, politie hulpverlening
    samen
persoonsgerichte-aanpak: lijst crimineel, lijst jongere, lijst daders, veelpleger, draaideur, topcrimineel
reclassering: voorwaardelijk, enkelband, toezicht straf, toezichthouder, reclassering, proeftijd
recidive: fout gaan, weer stelen, opnieuw fout, herhaling delict, weer vast, recidive
taakstraf: taakstraf, werkstraf, straf, halt, bestraffen
detentie: vrijlating, vrijgelaten, weer opgepakt, voorwaardelijk vrij, uit de bak, gevangenis, vast zitten,
    vastzitten, bajes, bak, cel, tralies, vrij komen, vrijkomen, opgesloten, lik, nor, achter slot, brommen, zitten
    straf, celstraf, komt vrij, opgepakt vader, moeten zitten
kind-van-gedetineerde: vader is er nooit straf, enkelband gezin, enkelband thuis, terug uit gevangenis, vrijlating
    gezin, thuiskomen gevangenis, vader vast, moeder vast, ouder vast, man vast, vader gevangenis, moeder gevangenis,
    ouder gevangenis, vader cel, moeder cel, man gevangenis, man cel, vader bajes, vader bak, vader opgesloten, vader
    opgepakt, vader moeten zitten, bezoek gevangenis, kind gevangenis, kind cel, vader straf uitzitten, vader komt
    vrij, man komt vrij, partner vast
opvoeding: kind praten niet, baby huilen, alleenstaande moeder, moeder alleen kinderen, broer zus vechten, kinderen
    vechten, eerste kind, kinderen schreeuwen, luistert niet, grote mond, veel kinderen, opvoeden, opvoeding, kind
    luisteren niet, kind niet aankunnen, kind aan niet, kinderen baas, puber lastig, brutaal, driftbui, onhandelbaar,
    niet luisteren, grens stellen, verwend, kind moeilijk, druk kind, lastig kind, opvoedruzie, kind boos, handen vol
    kind, geen raad kind, kind slaapt niet, ouder niet opvoeden
opvoedondersteuning: opvoedtips, tips opvoeden, opvoedcursus, hulp opvoeden, opvoeden leren, opvoedvraag, opvoeden
    steun
intensieve-pedagogische-thuishulp: beste hulp thuis, beste methode gezin, welke methode gezin, hulp gezin werkt, hulp
    thuis, hulp huis, thuis helpen, hulp gezin thuis, kind niet aankunnen, aan kunnen kind, kan kind niet aan,
    opvoeden niet lukt, opvoeden lukt niet, begeleiding thuis, gezinshulp, hulpverlener thuis, hulpverlening thuis,
    hulp huis opvoeden, thuis begeleiden, behandeling thuis, hulp over vloer, intensief thuis
gezinstherapie: therapie gezin, therapie zoon, therapie puber, behandeling puber, puber drugs, puber agressief, zoon
    drugs, jongere drugs, jongen drugs, gezin praten therapie, jongen agressief, jongen blowen, zoon blowen, puber
    blowen
crisishulp: crisis, spoed, nood, noodgeval, noodsituatie, meteen hulp, direct hulp, snel hulp, hulp vandaag, hulp
    vanavond, nu hulp, hulp nacht, weekend hulp, escaleren, escalatie, ontploffen, bom barsten, mis gaan thuis, uit
    hand lopen, water lippen, instorten, onhoudbaar, gaat mis, vannacht, barst bom, brandt, acute hulp, 24 uur
    bereikbaar
jeugdbescherming: kinderbescherming, voogd, jeugdbeschermer, gezinsvoogd, jeugdzorg dreigen, raad kinderbescherming,
    gezag
ondertoezichtstelling: voogd, gezinsvoogd, onder toezicht, toezicht kind, toezicht rechter, rechter kind,
    kinderrechter, maatregel kind, ots, verplicht jeugdzorg, gedwongen jeugdzorg, toezicht gesteld
uithuisplaatsing: kind halen jeugdzorg, jeugdzorg kind, rechter beslissen kind, kind komen halen, uit huis gehaald,
    kind weg, kind weghalen, kind weggehaald, kind afpakken, kind afgepakt, kind ontnemen, kind afnemen, kind uit
    huis, uit huis plaatsen, kind kwijt, kind elders wonen, kind ander wonen, kind ergens anders, kind terug, kind
    thuis komen wonen, kind weer thuis, kind weer huis, kind halen, kind pleeggezin, weer thuis wonen, terug huis
    kind, kind niet thuis wonen, tehuis, internaat, kind instelling, thuis wonen blijven, kind ergens wonen, baby
    weghalen, baby afpakken, uithuis, naar huis kind, kind terugkeren, kind terugplaatsen, kind verliezen
pleegzorg: oma kind huis, oma neemt kind, opa oma kind nemen, bij oma, tante neemt kind, inwonen oma, pleeggezin,
    pleegouder, pleegkind, tijdelijk ander gezin, bij familie wonen, opvanggezin, kind oma wonen
onderwijs: school, juf, meester, leraar, klas, leerling
schoolverzuim: leerplicht boete, loopt weg school, wil niet school, school vaak ziek, buikpijn school, school niet,
    school wegblijven, spijbelen, spijbel, thuis school, klas niet, niet naar school, school weg, lessen missen,
    lessen overslaan, les overslaan, ziekmelden school, ziek melden school, school weigeren, school komen niet, school
    bang, verzuimen, brugklas niet, bosjes spijbel, luxeverzuim, school laat, absent, vakantie school, school
    ontbreken, wegblijven school, weken school, dagen school missen
leerplicht: verplicht school, leerplicht, school moeten, hoe lang school, tot welke leeftijd school, school 17, school
    16, moeten school, school boete, diploma verplicht
voortijdig-schoolverlaten: diploma, papiertje, school stoppen, school af zonder, school afmaken, school kappen,
    opleiding stoppen, mbo stoppen, school gestopt, uitvallen school, van school af, schoolverlaten, school gegooid
thuiszitter: jaar thuis kind, zonder school, geen school, school weigert, school wil niet, geen plek school, school
    hebben niet, thuiszitter, kind thuis school, zit thuis, al maanden thuis
passend-onderwijs: speciale school, extra hulp school, zorgleerling, past niet op school
voorschool: creche, peuterspeelzaal, opvang peuter, kinderopvang
werk: baan, baantje, werkloos, ontslagen, bijbaan, werkgever, aan bak, solliciteren
uitkering: uitkering, bijstand, steun trekken, uwv, sociale dienst
psychische-gezondheid: psychisch, gek, gestoord, labiel, war, verward, verwarde, overspannen, burn-out, huilen,
    zenuwen, in de knoop, zichzelf niet, zenuwinzinking, waanzinnig, psychiatrisch, geestelijk, mentaal, borderline,
    niet goed vel
depressie: hele dag bed, dag op bed, nergens toe komen, geen puf, leeg, verdrietig, somber, depressief, depri, huilen,
    zelfmoord, dood willen, niet meer leven, zelfdoding, neerslachtig, bed liggen, niet uit bed, nergens zin, treurig,
    donkere wolk, zien zitten niet, somberen, leven moe
angst-en-trauma: trauma, nachtmerrie, angstig, paniek, bang buiten, straatvrees, vroeger meegemaakt, verleden
psychose: stemmen horen, waan, psychose, psychotisch, achtervolgd voelen
ontwikkelingsstoornis: adhd, autisme, autistisch, druk jongen
kopp-kov: oudste zorgt, kind zorgt voor ouder, moeder opgenomen kind, wie let op kind, kind thuis opname, ouder in
    kliniek, moeder psychisch, vader psychisch, ouder psychisch, moeder verdrietig, vader verdrietig, moeder
    depressief, vader depressief, ouder depressief, moeder somber, vader somber, moeder huilen, vader huilen, moeder
    verslaafd, vader verslaafd, ouder verslaafd, moeder drinken, vader drinken, ouder drinken, moeder drank, vader
    drank, ouder drank, moeder dronken, vader dronken, ouder dronken, moeder drugs, vader drugs, ouder drugs, ouder
    gokken, vader gokken, moeder gokken, vader gamen, moeder pillen, moeder blowen, vader blowen, ouder blowen, moeder
    verward, vader verward, moeder war, ouder war, vader war, moeder gek, vader gek, moeder opgenomen, vader
    opgenomen, ouder opgenomen, ouder ggz, moeder ggz, vader ggz, ouder behandeling, moeder behandeling, vader
    behandeling, moeder bed, moeder borderline, ouder borderline, vader borderline, moeder psychiater, ouder
    psychiater, moeder psychose, vader psychose, ouder ziek hoofd, zieke ouder kind, moeder zelfmoord, vader
    zelfmoord, moeder alcohol, vader alcohol, ouder alcohol, moeder labiel, moeder burn-out, ouder verdrietig, ouder
    somber, kind zorgen ouder, kind zorgt moeder, moeder overspannen, patient kind, drinkende ouder, moeder kliniek,
    vader kliniek, moeder stemmen, kind mantelzorger, jonge mantelzorger
lichamelijke-gezondheid: ziek, ziekte, dokter, ziekenhuis, pijn, tandarts, huisarts, slapen slecht, ongezond, dik
zwangerschap: zwanger, baby komst, in verwachting, verwachting zijn, ongeboren, buik kind, bevallen, kraambed, kraam,
    aanstaande moeder, aanstaande ouder, net bevallen, jonge moeder, tienermoeder, tiener zwanger, zwanger drugs,
    geboren worden, verloskundige, pasgeboren, baby geboren, eerste jaar baby, moeder worden, geboorte, buikje
jeugdgezondheidszorg: consultatiebureau, schoolarts, prik, wijkverpleegkundige
middelengebruik: verslaafd, verslaving, gebruiken drugs, afkicken, junk, gebruiker, van drank af, clean, drank drugs
alcohol: drank, fles, aan fles, drinken, zuipen, dronken, biertje, glaasje, te diep glaasje, lam, katers, alcoholist,
    slok
drugs: drugs, wiet, blowen, joint, coke, pillen, snuiven, spuiten, stoned, high, hasj, spacecake, xtc, paddo
gokken-en-gamen: gokken, gokt, casino, gamen, game, fortnite, gokkast, krasloten, achter computer, beeldscherm, hele
    nacht spel
lvb: brief begrijpen, brieven begrijpen niet, formulier begrijpen, lezen niet, traag, tolken brief, niet bijbenen,
    vergeet uitleg, vatten niet, laag iq, iq laag, niet slim, niet snugger, dom, begrijpen niet, snappen niet,
    begrijpt niets, moeilijk leren, moeilijk lerend, leren moeite, beperking, beperkt, zwakbegaafd, simpel, traag
    begrip, traag leren, achter lopen verstand, kan niet lezen, lezen schrijven, uitleggen moeilijk, niet zo slim,
    verstandelijk, achterlijk, niet snel, kwartje, moeilijk uitleg, speciaal onderwijs moeder, snapt brief niet,
    hersenen beperkt, lager niveau, niveau kind, onthouden niet leren
ouder-met-lvb: ouder leren moeilijk, moeilijk lerende ouder, beperkte ouder, ouder beperking, moeder beperking, vader
    beperking, ouder laag iq, moeder laag iq, vader laag iq, ouder dom, ouder snappen niet, moeder snapt niet, moeder
    begrijpt niet, ouder begrijpen niet, moeder beperkt, zwakbegaafd ouder, iq ouder
begrijpelijk-communiceren: makkelijk uitleggen, eenvoudig uitleggen, simpel praten, eenvoudige taal, makkelijke
    woorden, jip janneke, stap voor stap uitleggen, duidelijk uitleggen, moeilijke woorden, uitleggen leren moeilijk
sociaal-netwerk: familie, vrienden, buren helpen, buren inschakelen, buren vragen, buurvrouw, opa oma, oma helpen, oma
    oppassen, opa helpen, oma inschakelen, oom helpen, tante helpen, kring, omgeving, familie inschakelen, familie
    betrekken, familie helpen, hulp familie, hulp vrienden, hulp buren, oppassen, oppas, achterban, naaste, sociale
    contacten, kennissen, mensen omheen, familie steun, kerk, moskee, meehelpen familie, zus helpen, broer helpen,
    buurman, vriendin oppassen, logeren oma
eenzaamheid: vader is er nooit, alleenstaande, alleenstaande moeder, niemand voor oppas, alleen, eenzaam, niemand
    hebben, geen vrienden, alleen voor staan, helemaal alleen, geen familie, niemand helpen, geen mensen, alleen
    wereld, nergens heen, niemand praten, isolement, geen bezoek, geen netwerk, aanspraak, niemand kennen
informele-steun: maatje, vrijwilliger, vrijwillig helpen, iemand komt helpen, middag helpen, dagdeel, buddy,
    ontlasten, even rust moeder, steunouder, handje helpen, gezelschap, wekelijks langskomen, iemand naast moeder,
    iemand mee praten, vrijwilligster
netwerkberaad: hele familie, familie tafel, familie samen plan, familie beslissen, familie overleg, familie bijeen,
    familieplan, met zijn allen familie, familie oplossen, familieberaad, eigen plan familie, familie bespreken,
    familieraad, kring plan
jim: mentor, tante jongere, oom jongere, jongere vertrouwen, puber vertrouwen, steunfiguur jongere, tante puber, oom
    puber, voorbeeld jongere, volwassene jongere, jongere zelf kiezen, iemand jongere, vertrouwenspersoon jongere,
    volwassene puber, buurman jongere, trainer jongere, coach jongere, favoriete tante, mentor puber
dagelijkse-vaardigheden: huishouden, opruimen, rommel, troep, zooitje, bende huis, vies huis, koken, schoonmaken, was
    doen, afwas, chaos huis, puinhoop, huis chaos, smerig
dagritme: nacht gamen, hele nacht op, dag en nacht, slapen overdag, ritme, op tijd bed, uitslapen, structuur,
    regelmaat, omgedraaid ritme, opstaan
vervuiling: varkensstal, zwijnenstal, vies, puinzooi, stinkt, beestenbende, onbewoonbaar, vervuild, stinken, vuilnis,
    verzamelen, vies huis, ongedierte, muizen, rotzooi, viezigheid
administratie: brief gemeente, brieven gemeente, brieven begrijpen, paspoort, mapje, formulieren snappen, papieren,
    papierwinkel, formulier, post doen, administratie, digid, brieven, ordners
participatie: meedoen, sporten, vrije tijd, clubje, vereniging, buurthuis, hobby
inburgering: kind tolken, tolken, vertalen, taal spreken niet, taal niet, nederlands niet, tolk, vluchteling,
    buitenlands, geen nederlands, allochtoon, andere cultuur, migrant
discriminatie: schaamte, schamen, vooroordeel, etiket, hokje, stempel
een-gezin-een-plan: samen plan, een plan, zelfde plan, hele gezin plan, gezinsplan, plan gezin, samen afspraken,
    neuzen kant, neuzen zelfde, een lijn, op een lijn, zelfde lijn, alle hulpverleners samen, hulpverleners een tafel,
    zelfde kant
zorgafstemming: gek van hulp, moe van hulp, te veel hulp, te veel afspraken, iedere hulpverlener, iedereen wil wat
    anders, elke hulpverlener, zoveel afspraken, hulpverlener wil anders, weten niet van elkaar, dubbelop, overspoeld
    hulp, langs elkaar, langs elkaar heen, veel hulpverleners, veel hulpverlener, tien hulpverleners, hulpverlener
    vloer, kastje muur, kastje naar muur, zoveel hulpverleners, allemaal hulpverleners, vijf hulpverleners, dubbel
    werk, veel instanties, versnipperd, ieder eigen, iedereen wat anders, iedereen zegt iets anders, elkaar weten
    niet, allemaal instanties, door bomen bos, veel mensen gezin, onderling afstemmen, tegenspreken, acht
    hulpverleners, zes hulpverleners
domeinoverstijgend-werken: samenwerken, samenwerking, hokjes, schotten, samen werken organisaties, zorg straf,
    instanties samen
mdo: tafel, om tafel, rond tafel, vergadering, vergaderen, overleg, overleggen, bij elkaar zitten, overleg
    hulpverleners
lokaal-team: wijkteam, buurtteam, sociaal team
stelselverandering: nieuwe plannen jeugdzorg, toekomst jeugdzorg, jeugdbescherming toekomst
regie: baas, leiding, kar trekken, kar, touwtjes, touwtjes handen, kapitein, eindverantwoordelijk, verantwoordelijk,
    stuur, leiden, hoofdpersoon hulp, aanvoerder, overzicht houden hulp, wie beslissen, niemand leiding, niemand
    verantwoordelijk, wie gaat over, wie doet wat, iedereen wijst, hoofdrol, wie coordineren, trekker, wie regelen,
    spil, wie baas
procesregie: knoop doorhakken, knopen, knoop, doorpakken, doorzetten, vastlopen overleg, niemand beslissen, niemand
    doorhakken, beslissen organisatie, eens niet, patstelling, niet uit komen, organisaties oneens, ruzie organisaties
casusregie: naast gezin, meelopen, contactpersoon, aanspreekpunt
drang-en-dwang: ver mag gaan, hoe ver gaan, tegen zin, wil niet dat, mag ik eisen, eisen stellen, moet meewerken,
    bemoei, dwingen, dwang, stok deur, hulp niet willen, hulp weigeren, geen hulp willen, willen geen hulp, hulp
    afhouden, niet meewerken, meewerken, tegenwerken, dreigen, druk zetten, onder druk, verplichten, verplicht hulp,
    moeten hulp, weigeren, wil niet geholpen, hulp opdringen, opdringen, gedwongen, tegenstribbelen, mes keel, hulp
    pushen, pushen, grens druk, hoe ver gaan, ver gaan, dreigement, vrijwillig, weerstand, tegen wil, zin niet hulp,
    goedschiks kwaadschiks, bemoeien
rechtspositie: rechten ouder, advocaat, klacht indienen, bezwaar, recht ouder, eens niet beslissing
vroegsignalering: vroeg zien, op tijd zien, erbij vroeg, voorkomen erger, langsgaan, aanbellen, langs gaan, eropaf, er
    op af, huisbezoek, huis bezoeken, spontaan langs, onaangekondigd, ongevraagd, deur langs, signalen zien, opvallen
bemoeizorg: niet langskomen, liegen, leugens, mooi weer spelen, niet doorheen, doorheen komen, wil niet langs, buiten
    de deur houden, doen alsof, geen gehoor, reageert niemand, niemand thuis, onvindbaar, spoorloos, uit beeld, deur
    niet open, deur dicht, niet open doen, opendoen, opendoet, geen contact, contact niet, contact krijgen, niet
    bereiken, niet binnen, binnen komen, deur binnen, binnen gezin, gordijnen dicht, telefoon niet, niet opnemen,
    ontwijken, ontlopen, zorg mijden, hulp mijden, hulp vragen niet, niemand binnen, laten niemand, afhouden, uit
    zicht, verstopt, voet deur, niet opendoen, bel niet, doen alsof niet thuis, afhaken, haken af, afgehaakt, weglopen
    hulp, contact verliezen, buiten beeld, niet thuis geven, hulp afhaken, gezin bereiken
verwijsindex: registreren kind, kind registreren, systeem melden, wie nog meer kind, andere hulpverlener weten kind,
    signaal afgeven, andere zien kind, wie kent kind, wie betrokken kind
risicofactor: van ouder op kind, kans op problemen, oorzaken, waardoor problemen, hoe ontstaan problemen, doorgeven
    kind, vicieuze
basis-eerst: waar beginnen, eerste aanpakken, eerst aanpakken, eerst doen, als eerste, wat eerst, volgorde, alles
    tegelijk, alles door elkaar, alles mis, van alles, heleboel problemen, veel problemen beginnen, door bomen, basis,
    eten drinken slapen, eten huis, bed eten, brood, prioriteit, dringendst, rust eerst, geen bed, geen eten, waar
    begin, eten geven
maatwerk: voorschot, nergens terecht, geen hokje, nergens plek, buiten de boot, kapot vervangen, rijbewijs betalen,
    geld voor bed, hoe vaak gebruik regeling, noodgeld, potje, regels, regeltjes, regel weg, regels zitten, geld voor
    extraatje, vergoeden, vergoeding, wie betalen, betaalt wie, uitzondering, bureaucratie, buiten boekje, tussen wal
    schip, wal schip, geen regeling, valt buiten, geld los, extra geld, geld vrij, onverwachte kosten, zelf uitgeven,
    past nergens, koelkast betalen, wasmachine betalen, fiets betalen, snel geld, kleine uitgave, loket, rompslomp,
    papierrompslomp, vastlopen regels, koelkast, wasmachine, computer zegt nee, beslissen snel geld
continuiteit: ander gezicht, nieuw gezicht, steeds ander, weer ander, elke keer ander, telkens ander, nieuwe
    hulpverlener, weer nieuwe, hulpverlener weg, hulpverlener wisselen, wisselen, zelfde persoon, vaste persoon, vast
    persoon, verhaal opnieuw, opnieuw verhaal, verhaal vertellen, verhaal doen, steeds verhaal, vertrouwd persoon,
    vertrouwd gezicht, een persoon, een vast, zelfde hulpverlener, wachtlijst, wachten, bordje, te veel gezinnen,
    hoeveel gezinnen tegelijk, gezinnen tegelijk, werkdruk, druk werk, te druk, veel werk, veel clienten, geen tijd,
    tijd te kort, jaren hulp, lang hulp, iedere week ander, personeel, ziek collega
handelingsruimte: zelf beslissen, zelf bepalen, zelf mogen, mogen zelf, toestemming baas, toestemming leidinggevende,
    baas vragen, manager vragen, manager toestemming, baas toestemming, vrijheid, ruimte werk, eigen inzicht,
    formulieren invullen hulpverlener, vinkjes, afvinken, verantwoorden, regels volgen hulpverlener, lijntjes, buiten
    lijntjes, bevoegd, beslissen mogen, groen licht, leidinggevende akkoord, vertrouwen baas, lef
competenties: praten kind, kind praten, gesprek kind, praat ouders, hoe praat, lastig gesprek, slecht nieuws, niet
    geholpen vroeger, vroeger hulp, hulp geholpen niet, teleurgesteld hulp, klik, klikken, klikt niet, band, band
    opbouwen, vertrouwen, vertrouwen winnen, vertrouwen krijgen, wantrouwen, wantrouwig, omgaan ouders, houding,
    praten ouders, gesprek moeilijk, boos hulpverlener, hulpverlener boos, luisteren ouders, respect, aansluiten,
    aardig, toon, bejegenen, ijs breken, hoe praten, contact maken, boos ouder, agressief ouder, vijandig, hekel
    hulpverlener, veroordelen, oordelen, goede hulpverlener, wat kunnen hulpverlener, nare ervaring hulpverlening
nazorg: weer misgaan, misgaat, weer misgaat, jaar misgaan, opnieuw misgaan, later nog eens, kijken hoe gaat, na jaar,
    terug bij af, daarna, hulp klaar, hulp stopt, hulp stoppen, hulp afgelopen, stoppen hulp, klaar dan, hulp voorbij,
    na hulp, terugval, terugvallen, valt terug, weer mis, weer fout, oude patroon, oude fouten, nog bellen, af toe
    bellen, even bellen, oogje zeil, vinger pols, dossier sluiten, sluiten, afsluiten, afscheid, loslaten, einde hulp,
    hulp weg, wij weg, contact houden, achter hand, controle achteraf, achteraf, afronden, eind traject, laatste
    gesprek, vasthouden, volhouden, blijven volgen
zelfredzaamheid: zelf redden, redden, zelf doen, zelfstandig, eigen benen, op eigen, zelf kunnen, eigen kracht, zelf
    leren
zelfredzaamheid-matrix: hoe redt iemand, redt zich, leefgebied, leefgebieden, score, punten leven, hoe zelfstandig,
    redden scoren
privacy: zonder ouders weten, ouders weten zonder, stiekem, meekijken dossier, elkaars dossier, dossier, achterom,
    buiten medeweten, informatie krijgen, mag ik bellen, informatie opvragen, wie mag inzien, over gezin praten,
    zonder dat ouders weten, doorvertellen, vertellen organisatie, bellen organisatie mogen, overleggen organisatie
    mogen, mogen vertellen, mag vertellen, vertellen mogen, geheim, geheimhouden, geheim houden, roddelen, zwijgen,
    zwijgplicht, informatie geven, informatie doorgeven, doorgeven informatie, mag weten, mogen weten, weten mogen,
    wie mag weten, buiten ouders om, ouders om bellen, achter rug, zonder weten, toestemming ouder, toestemming
    school, overleggen school, school bellen, praten over gezin, praten met school, bespreken zonder, avg, gegevens,
    inzien, inzage, dossier lezen, mailen, appen collega, vertrouwelijk, delen, uitwisselen, naam noemen, verklappen,
    openbaar maken, handtekening
clientparticipatie: zelf de baas, baas eigen leven, kind over thuis, kind vertellen thuis, in eigen woorden, over ons
    beslist, meepraten, meebeslissen, beslissen mee, inspraak, eigen mening, stem, luisteren kind, kind luisteren,
    kind vertellen, mening, betrekken, gehoord, gehoord voelen, kind vragen, samen kiezen, zelf meegemaakt, meegemaakt
    zelf, eigen ervaring, ervaring zelf, over hoofd, serieus genomen, zelf kiezen ouders, zelf keuze, ouders
    beslissen, hulp kiezen, meedenken
evaluatie: beste aanpak, wat helpt, wat werkt, helpt echt, hulp helpt, echt helpt, werkt niet, hulp werkt niet, beste
    hulp, beste methode, helpt niets, niets helpt, heeft geholpen, werkt het, helpt het, beter gaan, gaat beter, beter
    worden, wordt beter, vooruit, vooruitgaan, zin hebben, heeft zin, nut, oplevert, opleveren, hulp werkt, merken
    hulp, resultaat, effect, bewijs, bewezen, meten, stapjes, kleine stapjes, kleine stappen, haalbaar, doelen, doel,
    stap vooruit, lukken, verbetering, vorderen, vooruit gaan, meetbaar, hoe weet of
=multiprobleemgezin: probleemgezin, probleemgezinnen, probleemfamilie, gezin allerlei problemen, gezin stapel
    problemen, moeilijke gezinnen, moeilijk gezin, kansarm gezin
=multiprobleemgezin schatting aantal: hoeveel probleemgezinnen, hoe vaak gezinnen problemen, hoeveel gezinnen
    problemen, hoe vaak voor gezinnen, hoeveel zulke gezinnen, hoeveel gezinnen gemeente, aantal probleemgezinnen,
    hoeveel mpg
=kleinerend term omschrijving: probleemgezin noemen, hoe noem gezin, woord probleemgezin, naam kwetsend, probleemgezin
    klinken, wat is multiprobleemgezin, etiket gezin, stempel gezin, term kwetsend, beledigend
=ervaringsdeskundige: zelf meegemaakt, eigen ervaring helpen, hetzelfde meegemaakt, ervaring hulpverlener zelf,
    lotgenoot, zelf ervaring, uit ervaring, ervaringsverhaal
=clientondersteuning clientondersteuner: iemand opkomen client, onafhankelijk helpen, iemand meegaan gesprek, wie
    helpt client, steun bij gesprek, iemand erbij gesprek
=mentor jim: steunfiguur, vertrouwd iemand jongere, iemand jongere vertrouwen, tante jongere, oom jongere, tante
    puber, favoriete tante, volwassene jongere, buurman jongere, trainer jongere, jongere zelf kiezen, iemand puber
    praten
=vrijwilliger home-start: middag helpen, maatje moeder, dagdeel helpen, iemand komt helpen, iemand langskomen, even
    rust moeder, moeder ontlasten, gezelschap moeder, vrijwillig helpen gezin
=werkdoel doel: kleine stapjes, kleine stappen, stapje stapje, stap voor stap doelen, haalbaar maken, haalbaar doel,
    te veel doelen, klein beginnen, wens gezin, doelen stellen, doelen maken, wat willen bereiken, succesje, iets
    lukken
=vooruitgang vooruitgaan: wordt beter, gaat beter, beter gaan, beter gezin, gaat vooruit, helpt mijn hulp, hulp iets
    oplevert, levert op, hoe weet hulp helpt, verbeteren zien, stap vooruit, zie of helpt, resultaat zien, meten
    beter, merken of werkt
=caseload regisseur: hoeveel gezinnen tegelijk, gezinnen tegelijk begeleiden, te veel gezinnen, gezinnen bordje,
    hoeveel gezinnen aan, hoeveel gezinnen kan, te veel zaken, hoeveel dossiers, te veel dossiers
=bevoegdheid handelingsruimte: zelf beslissen, zelf bepalen, toestemming baas, toestemming leidinggevende, toestemming
    manager, mogen zelf, groen licht, vragen aan baas, zelf mogen bepalen, eigen houtje, wat mag ik beslissen
=maatwerkbudget: potje, potje kosten, onverwachte kosten, geld los, koelkast vergoeden, koelkast betalen, wasmachine
    betalen, fiets betalen, bed betalen, geen regeling, geen potje, geld vrij besteden, snel geld, wie betalen,
    extraatje, zelf geld uitgeven
=doorbraakmethode maatwerkbudget: regels weg, vastlopen regels, tegenstrijdige regels, regels tegenwerken, tussen wal
    schip, van kastje muur
=toestemming gegevens: doorvertellen, vertellen organisatie, overleggen organisatie, roddelen, praten over gezin, mag
    vertellen, achter rug, buiten ouders om, mag weten, geheim houden, zwijgen, vertellen speelt
=verwijsindex: kind registreren, systeem zetten kind, wie nog meer betrokken, wie ook kind, signaal systeem, wie kent
    kind
=machtiging uithuisplaatsing: kind uit huis, kind weghalen, kind weggehaald, kind afpakken, kind afnemen, kind ergens
    anders, kind elders, rechter kind, kind pleeggezin, kind plaatsen
=terugplaatsing terugkeer uithuisplaatsing: kind weer thuis, kind weer huis, kind terug huis, kind terug, kind naar
    huis, kind thuis komen wonen, kind mag huis, terug bij ouders, weer bij moeder wonen
=ondertoezichtstelling jeugdbeschermer: gezinsvoogd, voogd, onder toezicht, kinderrechter, rechter toezicht, maatregel
    kind
=gedragswetenschapper analyse uithuisplaatsing: alleen beslissen kind, wie beslist kind, beslissen kind wonen
=crisishulp spoedhulp: uit hand lopen, uit hand, meteen hulp, direct hulp, snel hulp, hulp vanavond, hulp vannacht,
    hulp nu, nood gezin, acuut gezin, gaat mis, barst bom, mis gaan, hulp weekend, gezin ontploffen
=thuishulp opvoeding: hulp huis opvoeden, opvoeden lukt niet, kind niet aankunnen, kan kind niet aan, kinderen de
    baas, handen vol kind, opvoeden hulp, uit hand kind, geen grip kind, niet aan kinderen, hulp thuis opvoeden
=gezinstherapie mst mdft: puber slechte pad, slechte pad, verkeerde pad, puber stelen, puber drugs, jongen drugs,
    jongere drugs, zoon drugs, zoon stelen, jongen stelen, zoon gepakt, jongen opgepakt, therapie jongere, jongere
    ontsporen, foute vrienden, behandeling jongere, jongere blowen, jongen blowen, jongere agressief, zoon agressief,
    zoon slaat
=video-hometraining: filmen thuis, filmpjes opvoeden, video opvoeden, beelden terugkijken
=rondetafel 1gezin1plan: iedereen tafel, samen tafel, alle hulpverleners tafel, langs elkaar, tien hulpverleners, veel
    hulpverleners, neuzen kant, op een lijn, zelfde lijn, alle hulpverleners lijn, hulpverleners vloer, elkaar
    tegenwerken, hulpverleners afstemmen
=verhaal vast: verhaal opnieuw, verhaal steeds, verhaal doen, weer verhaal, verhaal vertellen, steeds opnieuw
    vertellen, ander gezicht, nieuw gezicht, nieuwe hulpverlener, steeds ander, een persoon, vertrouwd persoon,
    vertrouwd gezicht, zelfde persoon, vast persoon
=procesregie doorzetten: knoop doorhakken, niemand beslist, organisaties eens, niet eens worden, patstelling, niemand
    doorhakken
=voorzorg zwangerschap: zwanger drugs, zwanger blowen, zwanger drinken, zwanger verslaafd, jonge moeder, tienermoeder,
    aanstaande moeder, zwanger alleen, zwanger roken
=kwalificatieplicht startkwalificatie: diploma, papiertje, zonder diploma, school af zonder, moeten school 17, diploma
    verplicht, tot welke leeftijd school, hoe lang school verplicht, moet naar school
=gedragsaanwijzing overlast: buren herrie, buren lawaai, buren klagen, lastige buren, terroriseren straat,
    terroriseren buurt, wijkagent boetes, naast boetes, buurt last, buurt gek, straat overlast, bekeuren, boetes geven
=top600: lijst crimineel, lijst daders, lijst jongeren politie, lijst criminelen, zware jongens
=generatiearmoede: opa arm, oma arm, arm blijven, altijd arm geweest, armoede ouder kind, armoede doorgeven,
    generaties bijstand, generatie op generatie arm, generaties arm, armoede erven, armoede over
=wsnp schuldsanering looptijd: schuldenvrij, schuld af, van schuld af, schuld kwijt, schuld duren, hoe lang schuld,
    schuld aflossen jaar, schuld rechter, saneren
=ontruiming verhuurder: deurwaarder, deurwaarder deur, huis uit, straat zetten, uit huis gezet, huisbaas eruit,
    verhuurder eruit, huis kwijt
=stress onwil afspraak: opdagen, afspraak vergeten, afspraak missen, niet komen afspraak, afspraken niet na, komt
    niet, vergeet alles, post open, post ongeopend, post liggen, veel hoofd, hoofd vol, formulieren niet, niet
    reageren
=detentie gedetineerde: vader vast, moeder vast, man vast, gevangenis, bajes, cel, vrij komen, bak, moeten zitten,
    opgepakt vader, vast zitten
=waakvlam afsluiten terugval: hulp klaar, na hulp, hulp stopt, hulp weg, nog bellen, af toe bellen, oogje zeil, weer
    fout, weer mis, daarna, dossier sluiten, wij weg, hulp afgelopen, klaar en dan, afscheid nemen
=meldcode melden: zorgen kind, zorgen buurkind, vermoeden mishandeling, bezorgd kind, melden eerst, ouders praten
    melden, eerst praten melden, wie melden, wie belt, verwaarlozen, verwaarloosd, kind alleen thuis
=geweld generatie mishandelen: vroeger geslagen, zelf geslagen, zelf mishandeld, vroeger mishandeld, geweld doorgeven,
    jeugd geslagen, geweld ouder op kind
=geweld melding mda: slaan doorgaan, geweld stopt niet, geweld doorgaan, weer geslagen, blijven slaan, al gemeld, keer
    gemeld, blijft slaan, nog steeds geweld
=huisverbod: huis niet in, man huis uit, vader huis uit, niet thuis mogen, huis niet mogen, dader weg, weg van huis,
    hoe lang huis niet
=werkrelatie vertrouwen: klik, klikken, klikt niet, band opbouwen, goede band, vertrouwen winnen, wantrouwen, boos
    hulpverlener, boos hulpverlening, haken af, afhaken, ouders boos, nare ervaring, hekel hulp, relatie opbouwen,
    contact goed, gezin afhaken
=outreachend bemoeizorg: deur niet open, opendoen, deur dicht, geen contact, contact krijgen, niet bereiken,
    ongevraagd, langsgaan, binnen komen gezin, niet opnemen, gordijnen dicht, niet thuis geven, deur blijft
=leefgebied zelfredzaamheid: hoe redt, redt zich, leefgebieden, hoe zelfstandig, zelf redden
=scheiding: vechtscheiding, uit elkaar, ouders scheiden, gescheiden, ex ruzie, vechten om kind, omgangsregeling
=gemeente wettelijk inwoner: mag gemeente, moet gemeente, taak gemeente
"""
