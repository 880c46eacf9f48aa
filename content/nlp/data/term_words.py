"""Words that do not belong in a term of the field, as lemmas: numbers and amounts, and words that lean on another one."""

NO_TERM = frozenset(
    """
    twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig
    honderd duizend miljoen procent half helft anderhalf kwart derde tweede eerste vierde vijfde ruim circa bijna ongeveer
    week maand jaar dag uur minuut keer euro waarin waarbij waarvan waardoor waarmee volgens rond rondom mogelijk vooraf
    achteraf genoeg goed eerst zelf elkaar staan gaan wil zit stem af ver eigen ander nieuw meerder steeds vaak soms heel erg
    veel weinig minder meer meest best beter zeer nog ook al pas wel niet nooit altijd samen alleen bijvoorbeeld zoals
    nieuwsbericht databankpagina interventiebeschrijving opslaan kopie
    """.split()
)
