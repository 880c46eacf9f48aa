"""Words that people put in a question without looking for them: they re-order beside words that say what it is about."""

PLAIN_WORDS = frozenset(
    """
    aanraden adres advies allerlei antwoord beginnen begrijpen belangrijk best beste bestaan betekenen betekenis beter
    bijvoorbeeld blijken brengen daarna denken ding duidelijk eerst eigenlijk ervaring gaan gebeuren gebruiken geen
    gelden geval goed groot handig heel helpen heten hetzelfde horen houden idee informatie inzetten inzet kennen kijken
    klein kloppen komen kort kunnen lang lastig leggen letten liggen lopen lukken makkelijk manier mens merken
    mevrouw moeilijk meneer mogelijk mogen nederland nederlands nemen nieuw nodig nu omgaan opnieuw oud paar passen plaats
    praktijk precies probleem  regelen rol rust samen situatie snel soort spelen staan steeds stellen stuk tegelijk
    tegenwoordig tip toepassen uitleg uitleggen vaak verder verschil verschillend verwachten vinden voorbeeld vraag vragen
    weer werken weten wil willen zaak zeggen zetten zien zitten zoeken
    """.split()
)
