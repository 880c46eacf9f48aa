"""Names of people in the Netherlands that the lists of *deduce* lack, from families that came from elsewhere and of children
of today. In lower case; none of them is an ordinary Dutch word."""

# By where they come from: Eritrea and Ethiopia, Somalia, the Arab world, Morocco, Turkey, Suriname, the Antilles and
# names of today, Central Europe, East Asia, Africa, Afghanistan and Iran, the Netherlands, Roma and older short forms.
MORE_FIRST_NAMES = frozenset(
    """
    abeba afewerki akberet alemayehu almaz amanuel ariam asmerom awet bereket berhane berhe beyene biniam birhan
    bisrat dawit desta ermias eyob fana feven fikadu filimon filmon freweini frewini ghebre girma girmay haben
    habtom hailay haile hermon hewan hiwet hiwot isaias kahsay kibrom kidane kisanet letebrhan lula luwam meaza
    mebrahtu medhanie mekonnen merhawi meron meskerem mewael mihret million natnael natsnet nebiat nigisti okbay
    rahwa rodas ruta samrawit selam selamawit semhar senait simret sium solyana teame tedros tekle temesgen
    tesfalem tesfay tesfaye tigist tirhas tsegay tsehay tsion welday winta yared yemane yodit yohana yohannes
    yonas yonatan yordanos yosief zebib zerai zewdi
    abdirashid abukar ahmednur caasha deeqa deqa fartun farxiya ikran jama qamar roda sadiya safiyo shamso suleqa
    ayham bashar batoul bayan diaa doaa duaa enas faten fayez ghada ghaith ghassan haitham hanadi haneen hatem
    haya hazem hussam inaam iyad jomana jumana khawla kinan kinda layal layan loay lujain mais majd majed moayad
    moaz mohanad muayad muhannad munir muthanna nael naser nisreen obada obaida ola qais qusai raed rafif raghad
    rahaf raneem razan roaa roula salam sawsan suha suleiman taher talal tareq thaer tuqa ubada wisam yaman yamen
    yazan zaher
    ait mbarek sihame
    büşra direnc erdogan gökhan gül gülay gülsüm hüseyin kübra mücahit nalan oğuz pınar ronahi sümeyye uğur
    zerdest zülfiye ömer özge özlem ümit
    anoesha bholanath biharie dewkoemar dharma gieta gyanta jagdish jainarain jairam madhoeri mohan narain naushad
    neeraj oemar ramdew sabitrie sangita shyam soenil soerdj soerin sohan sumitra swasti tilak viren
    akeem angeliena anjelica cairo chadwick charlton churandy davion delroy demi-lee djuric dushi elvio emaro
    eustacia fendrick gaivano gerlandi haydée ilario ivaro jadiël jahmiro janelly jasmaine jayvion jeandro
    jeanelle johnelly joshayra juarez jurensley kaylano kennard keyshawn ladonna lashawn levano lunaya marilu
    marvelous milaisa milangela milangelo mirugia nashaira ninoska ordwin rayshell reangelo revanio rigo roshawn
    ruthmila ryanna sergino sevaro shanella shaniqwa sharinel sharlon shayron shurandy sueann sugendrick suheila
    surensly taesha tayron tiano tishana vianca winderson wuendy yandel yerson zaire zamora zaydian zulaika
    aneta ania anzhela arkadiusz artem bartek bogna borislav boryana bozena bożena cezary cosmin czesław dariusz
    desislava dimitar dmytro dominika dorota edyta elzbieta elżbieta ewelina florin georgi georgiana gheorghe
    gordana grazyna grażyna grzegorz ionela ionut iryna iwona izabela janusz jarek jaroslaw jarosław jolanta
    justyna kacper kasia kateryna leszek ljiljana lubomir lucyna lyudmila malgorzata mariusz marzena małgorzata
    michał mihaela mihai mirosław mykola nadezhda nataliya nicoleta nikodem oksana oleksandr olena olha oliwia
    pawel paweł przemek przemysław radek radka radoslav radosław rafal rafał serhiy slavica snezana sorin svitlana
    sylwia szymon sławomir taras tetiana todor urszula vasile vasyl veselin viktoriya vlad volodymyr weronika
    wieslaw wiesław wiktoria witold wojciech wojtek władysław yaroslav yuliia yuriy zbigniew zdenka zdzisław
    zoltan łukasz żaneta
    agus bambang budi cuong dung eko endang guang haiyan hendra huan huong jianguo joko ketut lijun maricel mei-
    lin mei-ling ngurah nyoman qiang quan quyen siriporn slamet somchai sri suk sunisa suphaporn sutrisno trinh
    tuyen wahyu xiaoli xiaoming xiu yanti yifan
    abena abiodun abla adaeze adama adjoa akwasi ama ayo babatunde bintou boakye celestin chidi chidinma chinedu
    djenabou domingas edilson efua ekow emeka esi espérance folake funmi gifty grâce ibrahima ife ifeoma ikenna
    ivanilda kadiatou kojo kossi kouassi kweku mamadi mawuli merveille modou ngozi nkechi nnamdi nsimba nzuzi
    obinna ogechi olu oluwaseun ousmane patience sekou seydou sunday tunde uche yetunde zuri
    aamir ahmadullah ahsan ali-reza arezo asal azadeh azizullah bahram behnam behrouz dariush emamgholi esmat
    faridah farooq farzad fereshteh firoozeh freshta ghulam gulalai habibullah javad karimullah kaveh khatera
    khurram laleh mahnaz maiwand malalai maliha masouma massouma mirwais mohsen mojgan morteza najibullah nasrin
    nilufar parvin parwana rahmatullah rukhsana rustam sajad sajid samim shahla shahram shokria soheil uzma wais
    zabihullah zarmina zubair
    amarachi andreea andriy bohdan boyko clyfton fatemeh ioana nataliia novi plamen riet soerya stoyan xiaoyu
    amy-lynn danishka emmalynn kaylynn swip
    cor joopie latscho nonnie petra-anna sjakie tata zoni
    """.split()
)
MORE_SURNAMES = frozenset(
    """
    altintas aydogan aydın bilgin celik cetin cicek ergin ergun ertas esen guler gultekin gunes gungor guven işık
    karadag kilic kilinc kiraz kizil koc kocak korkut kose kılıç oktay onal ozcan ozdemir ozer ozgur ozkan ozturk
    peker sarı savas senturk sever sezer sonmez soylu temel tuna tunc turkmen unal yalcin yalçın yesil yuksel
    yıldırım yıldız
    abbassi achalhi ahabchane akhiat alami allouch amhaouch amrani aqrabi arrazi asbai azdad azouagh bakkour
    benamar benchikhi bendaoud benhaddou benjelloun benkirane bennani bensalah benyahia berkane berrada bouazza
    bouchrit bouchtaoui boudouasar bouhaddou boukhari boulahrouz bouras bourass boussaid bouyaghjdane bouzid
    bouzidi chaabi chahid chaouch chaoui charkaoui chikhi debbagh douiri elallouchi elamrani elhaddad elidrissi
    elkaddouri ezzarouali faris fassi filali ghailan haddad haddou hammouch hassani hilali jaadi jabri jebli
    kadiri kaouass khattabi khayat lahlah lamrabet mahdaoui majdoub mansouri messaoudi mimouni morabet naji nasiri
    omari ouaali ouahabi ouarab ouariachi oulad oulhaj rahali rahmouni sebbar slimani souiki taghi talbi touil
    yaakoubi yahyaoui zahri zaoui zariouh zitouni
    abhelakh amatdanom amattaher amiroen asraf bansie bhaggan bhikhie bisesar bissessur budhram chander codrington
    dwarka ganga gangapersad girjasing gobardhan goerdayal gowri hardjoprajitno hasnoe hindori jadoenath jhagroe
    jharap karijodinomo kartosen kasanmoentalib kishoen kromodimedjo lachmon madarie matai misier mohabir mungra
    nandlal nanhoe nannan narsingh oedit parbhoe partiman pawirodinomo persad raghoebar rambhadjan ramdhani
    ramsahai ramsoekh randjietsingh roepan ronosemito sewbalak sewdien sewnarain sewrajsing sheombar soebhag
    soekhlal somohardjo sukhai sukhraj tewarie wijdenbosch wirjosentono
    albertsz baromeo bernabela bryson calmes clementina constansia dania domacasse evertsz feliciana francees giel
    gijsbertha hato isabella jonis kirindongo kwidama lacle leonora libier martes merkies minguel odor oduber
    pikerie provence regales rosalia rosario rosina seferina silberie thode
    adamczyk angelov bajrami begic bondarenko borkowski bąk cieslak constantin czarnecki dabrowski dimitrov
    dimitrova djordjevic duda dudek dumitru dąbrowska dąbrowski gashi georgiev georgieva gorski grabowska
    grabowski górski hadzic hodzic horvat horváth hoxha hristov ilic ionescu ivanov ivanova jablonski jankowski
    jaworski kaczmarek kalinowski kaminska kaminski kamińska kamiński kovac kovacevic kovalenko kovács kowalczyk
    kowalska kowalski kozlowski kozłowska kozłowski krasniqi kravchenko krawczyk król kubiak kucharski kwiatkowski
    lakatos lewandowska lewandowski maciejewski majewski malinowski marciniak marin markovic mazur mazurek melnyk
    michalska michalski mujic nikolic nikolov novak nowak nowakowski nowicki oliynyk olszewski osmanovic ostrowski
    pawlak pawłowski petrov petrova petrovic piotrowski popescu radu ramadani selimovic shala shevchenko sikora
    sobczak stan stoica stojanovic stoyanov stępień szabo szczepanski szymanska szymanski szymański tkachenko
    todorov tomaszewski toth tóth varga walczak wieczorek wilk wisniewska wisniewski witkowski wiśniewska
    wiśniewski wlodarczyk wojciechowski wojcik wozniak woźniak wrobel wróbel wysocki wójcik zajac zając zalewski
    zawadzki zielinska zielinski zielińska zieliński ziółkowski
    abdallah abdo abdulrahman ahmadzai akbari alali alhamad alhariri alhassan alhussein aljabr alkhalil almahmoud
    almasri alnajjar alomar alsaleh alsayed alshami amini asadi assad atassi azimi barakat bhatti darwish ebrahimi
    ezzat faizi fares farhat fayad ghaffari ghanem ghorbani haidar haidari hakimi halabi hamad hamdan hamwi hariri
    hassanzadeh hosseini hussaini jaafari jabbari jafari jalali kabbani kahtan karami kareem kasim kazemi khalaf
    khoury mahmoudi malek masri mirzaei moghaddam mohsini moradi mousa mousavi nabizadeh najjar naseri nazari
    niazi noori noorzai popal qaderi qasemi qureshi ramadan rana rasuli rehman rezaei rezai sabbagh sadat sadeghi
    salehi samadi sarkis shahin shami sharifi shinwari siddiqui soltani stanekzai sultani syed tahan taheri wahidi
    wardak yousef yousefi yousufzai zahiri zaman zamani zazai
    abdirahman abraha abrehe asefaw asfaha bahta barre bereket berhe beyene dahir desta dirie egal fessehaye gebre
    gebrehiwet gebremariam gebremedhin gebremeskel gebreselassie ghebremichael ghebreyesus ghirmay goitom guled
    habte habtemariam hagos haile hailemariam hashi hersi hirsi kahsay kidane kidanemariam kiflay medhanie
    mekonnen mengesha mesfin mumin negash ogbe okbay samatar seyoum shire tadesse teklay tekle teklehaimanot
    tesfamariam tesfay tesfazghi tewelde tsegay woldemariam woldu yemane yohannes zerai
    addo adebayo adeyemi adjei adu afolabi agyeman alvarez amoah ampofo andrade ankrah ansah antwi appiah asamoah
    asante balogun barros bediako boakye bonsu cai camara cardoso carvalho castillo castro cho chukwu cissé conde
    correia costa cunha da-silva danquah darko diarra diaz dinh diop doan donkor duarte duong evora eze fang feng
    flores fofana frimpong goncalves gonçalves guo gutierrez gyamfi hartono hui ibe jiang jimenez kaba kabongo
    kalonji kamara kanza keita kone koné kusi kusuma kyei latuheru leatemia liang lilipaly luo luong mai manu
    martins mbaye mbuyi mejia mendoza morales moreira moreno mukendi musa mutombo ndiaye nguyễn nkrumah nwosu
    obeng obi ofori okafor okeke okonkwo okoro okyere olawale oliveira onyeka opoku oppong ortiz pattinama peprah
    pina pinto pires poku pratama purnomo qiu quartey ramirez reyes ribeiro rivera rocha romero ruiz salampessy
    salazar sarpong semedo sesay shen shi siahaya sousa sow sylla tahamata tavares teixeira tetteh tian torres
    toure touré traore traoré trinh tshibanda tuhumury varela vargas vasquez vieira xiao xie yan yeboah yin yuan
    zhao
    """.split()
)
# Words between a first name and a surname, or before it.
# The letters are what is left of *v.d.* and *van 't* as words.
MORE_INTERFIXES = frozenset("ait bin ibn abu oulad dos d t".split())
