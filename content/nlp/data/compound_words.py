"""Words for splitting compounds: what may never be a part, and what this field's compounds are made of."""

# Prepositions, prefixes and verb particles: *onder-wijs* and *aan-pak* are one word each.
NEVER_FIRST = frozenset(
    """
    aan acht achter af alle als ander anders arm banen bed beg bege begel beha behan bek bel bele ben
    beper ber bes beslis bet betr beu bew bij buiten burg dan dat de den der die dit door een eens eer
    ees elk ene erg ern even geb geen gel gem gen ger ges gesp gest get gezel gezins had half heb heen
    her herst het hij hoe hun iet ing inge ins inst inter jou kam kan kin komen kon konings laat langs
    levens links lite los man mand mede mee meed meer mensen met mij min minder mis misd mits naar nak
    nee niet nog nol ober om omdat ond onde onder ons onst ont oor op ord org organ oudst ove over pas
    per pers pol prak pro prov rap rechts reden reg rege rel rela ren rens res rond samen scheids sen
    sit sol son sta staat staats stads stan stand ste stel stem sten ster str sub tegen ten ter terug
    tiet toe toen toes tot tra trans tre tussen uit uite urg van vast veel veer vent ver verd verg verh
    verl verm vers verschil verslaa verst verw veur via vol volks voor voort vor voren vrouwe waar waard
    want was weder weer weg wel werd wie wij worden zal zeke zeker zel zich zij zijn zin zou
    """.split()
)

NEVER_LAST = frozenset(
    """
    aal aar aat achtig achtige age ale ant anten arden ast atie baar baars bare ben chap delen den der
    dere deren eel een eens eer eld elen elijk eling elingen end ende ene enis ent enten eren erg erig
    erij ering ers este eur euse geen geer gel gen ger gers haar hap heden heer heid hen her ict ieel
    iek ier ies ige igen ijk ijkheid ijs ing ingen inst iteit jarig jes kel ken ker kers kt kundig
    kundigheid laar laren laving lende lier lige ligen lijk lijke ling lingen loos loosheden loosheid
    loze mat matig ment menten mer mers naar naars naren nen ner ners nier niers niet nis nissen ons
    onst oor organ oven pel pen per pers port raar raars ratuur rek rel ren rige rij rijk ring ringen
    schap schappelijk sche sel sen ser sie sies sing ste stel sten ster tal ten ter tie tien ties tig
    tijk ting tingen tje tjes tor toren vangen vangst ven vent ver vesting vol waardig waardige
    waardigheid wel willig zaam zame zen zij
    """.split()
)

FIELD = frozenset(
    """
    achterstand adoptie akkoord alcohol ambtenaar arbeid armoede autisme baby band begeleider begeleiding
    behandeling behoefte belasting bende beperking beroep beschermer bescherming beslag besteding bewijs
    bewind bewoner bezoek bijstand budget burger buurt caseload casus centrum client coach coaching code
    competentie conferentie contact corporatie criminaliteit crisis cultuur dader dag dakloze daklozen
    delict deling depressie deskundige detentie deurwaarder diagnose diagnostiek diefstal diploma docent
    domein dossier drang drugs dwang eer eet effect energie ervaring expertise familie flex game gebied
    geboorte gedetineerde gedrag gegeven gehandicapte geheim geld gemeente getuige geweld gezag gezin
    gezondheid gok groep hennep hersen hersenen huis huisarts huishouden huisuitzetting huisverbod hulp
    hulpverlener hulpverlening huur huurder huwelijk hygiene inbraak inburgering incasso inkomen inspectie
    instantie instelling internet interventie jeugd jongere justitie kennis keten ketenpartner kind klas
    kleuter kracht krediet kwalificatie kwekerij leef leer leerling leerplicht leraar leven levens licht
    loon maatregel maatwerk machtiging management mantelzorg medewerker media meld melding mentor mes
    methode mijder minderjarige mishandeling moeder moeilijkheid multi nabestaande nazorg netwerk
    nieuwkomer onderhoud onderwijs onderzoek ongeschiktheid ontruiming onveiligheid opleiding opvang ouder
    oudere overlast overleg participatie partner patient pest peuter plaatsing plan pleeg pleger politie
    premie privacy probleem problematiek professional psychiatrie psychisch psychose puber raad rechtbank
    rechter recidive reclassering redzaamheid regeling regie regisseur rekening relatie richtlijn risico
    ritme samenwerking sanering scheiding school schuld schuldeiser schulden schuldenaar screening signaal
    signalering slaap slachtoffer speciaal spoed stage startkwalificatie statushouder steun stief stoornis
    straatverbod straf structuur taal taxatie team telefoon terugplaatsing therapie thuiszitter tiener
    toeslag toestemming toezicht training traject trauma uithuisplaatsing uitkering uitwisseling
    uitzetting vaardigheid vader veelpleger veiligheid verband verhuurder verlaten verlater
    verpleegkundige verslaafde verslaving verstand verstandelijk vertrouwen vervuiling verwaarlozing
    verzuim vluchteling voeding volwassene voogd voogdij voortijdig vroeg water werk werker wiet wijk
    woning woon wraak zitter zorg zorger zwangerschap
    """.split()
)

_WHOLE = """
    hertogenbosch
    aandacht aanmelding aanwijzing achtentwintig achtergrond achttien afbetalen afronding afspraak
    alcoholisme algemeen alleenstaande alternatief anderhalf averechts belanghebbende belangrijk bladzijde
    blokkade bundelen burgemeester chocolade combinatie conflicterend deelnemen deelnemer deskundige
    deskundigheid destijds deurwaarde diagnostisch dichtbij diefstal disharmonisch document donderdag
    dreigement duitsland eigenlijk gesprek gisteravond gisteren grondslag handleiding helemaal hoofdstuk
    hoogstens huisvesting jihadisme jongeren kartrekker ketamine kinderen klassering kleineren kwartaal
    kwartier leidinggevende literatuur maatregel maatschappelijk minimaal mogelijk natuurlijk nauwkeurig
    negentien netwerk nieuwsgierig onderdeel pedagoog pijnstiller plaatsvinden praktijk precedent
    professioneel rapport redenering richtlijn rommelig samenwerken slachtoffer speelgoed standaard
    strafbaar tegelijk televisie tijdschrift toepassen transformatie uithuwelijken veertien
    verpleegkundige verschillend verschillende verslaving verzamelaar veteraan vijftien volgorde voltooien
    volwassenen vraagstuk vrijwillig vrijwilliger waardoor waarmee waarschijnlijk wantrouwen wantrouwend
    wantrouwig wedstrijd weigeren wetenschappelijk wethouder wisselen zelfredzaam zelfredzaamheid zestien
    zeventien zorgelijk
""".split()

SPLITS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_WHOLE, ()),
    "eergeweld": ("eer", "geweld"),
    "uithuisplaatsing": ("uithuis", "plaatsing"),
    "uithuisplaatsingen": ("uithuis", "plaatsingen"),
    "ondertoezichtstelling": ("toezicht", "stelling"),
    "ondertoezichtstellingen": ("toezicht", "stellingen"),
    "multiprobleemgezin": ("multi", "probleem", "gezin"),
    "multiprobleemgezinnen": ("multi", "probleem", "gezinnen"),
}
"""Words that the rules get wrong; an empty tuple means that the word is no compound, or is felt as one word."""
