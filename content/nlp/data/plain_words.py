"""Words that people put in a question without looking for them: they re-order beside words that say what it is about."""

PLAIN_WORDS = frozenset(
    """
    aanraden acht adres advies allemaal allerlei antwoord beginnen begrijpen belangrijk best bestaan beste betekenen
    betekenis beter betreffende bijvoorbeeld blijken brengen casus client daarna dag denken ding drie duidelijk
    duren echt eerst eerste eigenlijk elke erg ervaring eventueel fijn gaan gebeuren gebied gebruiken geen gelden
    geval gewoon gezinslid gisteren goed graag groot halen handig heel helemaal helpen heten hetzelfde hopen
    horen houden idee iedere iedereen iets ineens informatie inzet inzetten jaar jaren kant keer kennen kijken klein
    kloppen komen kort kunnen lang lastig leggen letten leuk liever liggen lijken lopen lukken maal maand makkelijk
    manier meneer mens mensen merken meteen mevrouw misschien moeilijk mogelijk mogen moment morgen nadat nederland
    nederlands negen nemen nieuw nodig noemen nu omgaan ooit opeens opnieuw oud paar pakken passen persoon plaats
    praktijk precies proberen probleem punt raar raken regelen rol rust samen situatie snel soms soort spelen staan
    steeds stellen straks stuk sturen tegelijk tegenwoordig tijdje tip toepassen twee tweede uitleg uitleggen uur
    vaak vandaag verder verschil verschillend vervelend verwachten vier vijf vinden voelen voorbeeld voordat vraag
    vragen week weer werken weten wil willen zaak zeggen zes zetten zeven zien zitten zodra zoeken zomaar
    """.split()
)
