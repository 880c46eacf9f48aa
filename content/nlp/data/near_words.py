"""Everyday words and what pages of this field call the same, a word and its neighbours a line. Only search uses them, below
what the vocabulary says: they are too loose to label a page with."""

LINES = """
    vader papa pa ouder
    moeder mama ma ouder
    opa oma grootouder familie netwerk
    tante oom nicht neef familie netwerk
    broer zus broertje zusje brus
    vriend vriendin kennis netwerk
    buur buurman buurvrouw omwonende buurt netwerk overlast
    kind jeugdige jongere puber tiener
    baby zuigeling pasgeborene zwangerschap
    kleuter peuter kind
    man vrouw partner echtgenoot
    ex scheiding gescheiden
    dochter zoon kind
    baas leiding regie regisseur verantwoordelijk
    leidinggevende manager chef leiding
    afspraak overleg gesprek bijeenkomst
    tafel overleg rondetafel
    vergadering overleg casusoverleg
    collega professional hulpverlener teamlid
    begeleider hulpverlener coach werker
    ambtenaar gemeente beleidsmedewerker
    agent wijkagent politie
    dokter arts huisarts
    juf meester leraar docent leerkracht school
    band relatie werkrelatie vertrouwen klik
    vertrouwen werkrelatie band
    afhaken uitvallen stoppen weglopen afbreken
    wegblijven verzuimen spijbelen afwezig
    afspreken afspraak doel
    meten volgen monitoren evalueren vooruitgang
    vooruitgang resultaat verbetering groei
    verbeteren vooruitgaan herstellen
    werken helpen effect effectief bewijs
    nut zin effect effectief
    verhuizen woning huisvesting
    dak onderdak woning huisvesting
    huur huurder verhuurder woning
    lenen lening krediet schuld
    rekening betalen betalingsachterstand schuld
    sparen budget inkomen geld
    loon salaris inkomen werk
    baan werk arbeid
    uitkering bijstand inkomen
    duur kosten geld armoede
    arm armoede minima
    honger eten voeding voedselbank
    kleding kleren armoede
    koud gas energie energierekening
    post brief envelop stress
    vergeten onthouden stress
    moe overbelast stress
    druk stress overbelast
    boos agressie woede geweld
    schreeuwen schelden ruzie geweld
    vechten ruzie geweld
    slaan klap mishandeling geweld
    mishandelen mishandeling geweld
    pijn geweld mishandeling
    bang angst onveilig
    gevaar onveilig veiligheid risico
    blauw plek mishandeling
    misbruik seksueel mishandeling
    stelen diefstal delict criminaliteit
    dief diefstal delict
    crimineel criminaliteit delict
    gevangenis cel detentie gevangene gedetineerde
    vrijkomen detentie re-integratie
    taakstraf straf reclassering
    boete bekeuring straf
    rechter rechtbank maatregel
    alcohol drank drinken drinker verslaving
    joint wiet hasj cannabis blowen drug
    coke cocaine pil xtc drug verslaving
    gokken gamen verslaving
    somber depressief depressie verdrietig
    gek verward psychose psychiatrie
    therapie behandeling therapeut
    psycholoog psychiater ggz behandeling
    ziek ziekte aandoening
    handicap beperking verstandelijk
    dom zwakbegaafd verstandelijk lvb
    snappen begrijpen lezen lvb
    eenzaam alleen isolement netwerk
    alleen isolement niemand netwerk
    oppas oppassen netwerk steun
    maatje vrijwilliger buddy steun
    mentor maatje jim
    steunen steun helpen begeleiden
    inbreken binnenvallen huisbezoek
    aanbellen huisbezoek deur outreachend
    deur huisbezoek outreachend
    weigeren ontwijken zorgmijder drang
    dwingen verplichten drang dwang
    dreigen drang waarschuwen
    straffen sanctie drang
    opvoeden opvoeding ouderschap
    luisteren gehoorzamen opvoeding
    pesten school onderwijs
    diploma startkwalificatie opleiding
    school onderwijs leerling
    thuiszitter verzuim leerplicht
    spijbelen verzuim schoolverzuim
    klacht melden melding
    vertellen delen melden informatie
    doorgeven delen gegevens informatie
    geheim beroepsgeheim privacy
    dossier gegevens privacy
    toestemming akkoord instemming
    wegwijs doorverwijzen toeleiding
    verwijzen doorverwijzen aanmelden
    opnemen opname opvang
    pleeggezin pleegzorg uithuisplaatsing
    tehuis instelling uithuisplaatsing
    terugkomen terugkeer terugplaatsing
    weghalen uithuisplaatsing
    stoppen afsluiten eindigen nazorg
    afsluiten afronden nazorg
    terugvallen terugval nazorg
    volhouden volgehouden langdurig
    wisselen wisseling vast
    ander wisseling
    verhaal vertellen opnieuw
    regel wet bureaucratie
    formulier aanvraag bureaucratie
    vergoeden betalen budget
    wasmachine koelkast maatwerk budget
    spullen maatwerk budget
    snel spoed acuut crisis
    nacht bereikbaar crisis
    crisis spoed acuut
    ontspoord escaleren crisis
    rommel vervuiling troep
    herrie lawaai geluid overlast
    lastig overlast hinder
    beslissen besluit kiezen
    meebeslissen samen inspraak
    rechten recht wet
    plicht verplichten wet
    aantal hoeveel cijfer percentage
    cijfer aantal omvang percentage
    betekenis definitie omschrijving
    uitleg definitie omschrijving
    ervaring ervaringsdeskundige
    familieberaad netwerkberaad familie
    taal nederlands anderstalig
    vluchteling asielzoeker statushouder
"""
