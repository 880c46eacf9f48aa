"""Dutch inflection as rules: the base forms that a form may have by its endings, for what the dictionary lacks.

Every function proposes; a proposal counts only where the dictionary knows it. The rules are those of any Dutch grammar:
doubling (*dikke* → *dik*), open syllables (*lonen* → *loon*), and hard endings (*brieven* → *brief*, *huizen* → *huis*).
"""

from collections.abc import Iterator

from content.nlp.words import base_forms, dictionary_lemma

VOWELS = "aeiou"
HARD = {"v": "f", "z": "s"}
SOFT = {"f": "v", "s": "z"}
# Prefixes that stand apart from their verb (*hij loopt weg*) and before *ge* (*weggelopen*), longest first.
SEPARABLE = (
    *("achterna", "tegemoet", "vooruit", "achter", "binnen", "tekort", "terecht"),
    *(
        "bijeen",
        "buiten",
        "dicht",
        "klaar",
        "kennis",
        "onder",
        "plaats",
        "samen",
        "tegen",
        "teleur",
        "terug",
        "thuis",
    ),
    *(
        "tussen",
        "voorbij",
        "vooraf",
        "voort",
        "deel",
        "door",
        "dood",
        "goed",
        "leeg",
        "neer",
        "open",
        "over",
        "rond",
    ),
    *("stil", "vast", "voor", "vrij", "aan", "bij", "los", "mee", "toe", "uit", "vol", "weg"),
    *("af", "in", "na", "om", "op"),
)
# Prefixes that never leave their verb, and take no *ge* (*verhuisd*).
FIXED = ("ver", "ont", "her", "mis", "wan", "be", "er", "ge")
_DIMINUTIVES = (("je", ""), ("tje", ""), ("pje", ""), ("kje", "g"), ("etje", ""))
_PAST = ("den", "ten", "de", "te")
_TREMA = {"ï": "i", "ë": "e", "ö": "o", "ü": "u"}  # on a vowel behind *ge*: *geïsoleerd*
_VOICELESS = tuple("tkfshpxc")  # a verb whose stem ends in one has *-te* in the past, all others *-de*
_LEAST = 3  # letters that must be left of a word


def singulars(form: str) -> Iterator[str]:
    """Nouns that a form may be the plural of: ``brieven`` → ``brief``, ``lonen`` → ``loon``, ``events`` → ``event``."""
    if form.endswith("heden"):
        yield form.removesuffix("heden") + "heid"
    if form.endswith("ieen"):
        yield form.removesuffix("en")
    if form.endswith("en"):
        yield from _closed(form.removesuffix("en"))
        yield form.removesuffix("n")
    if form.endswith("s") and not form.endswith("ss"):
        yield form.removesuffix("s").removesuffix("'")


def diminished(form: str) -> Iterator[str]:
    """Nouns that a form may be the diminutive of, likeliest first: ``mannetjes`` → ``man``, ``kamertje`` → ``kamer``."""
    small = form.removesuffix("s")
    for ending, replacement in _DIMINUTIVES:
        noun = small.removesuffix(ending) + replacement
        if small.endswith(ending) and len(noun) >= _LEAST - 1:
            yield from (noun[:-1], noun) if noun[-2:-1] == noun[-1] else (noun,)


def adjectives(form: str) -> Iterator[str]:
    """Adjectives that a form may be inflected from: ``dikke`` → ``dik``, ``vieze`` → ``vies``, ``vroegste`` → ``vroeg``."""
    for ending in ("ste", "st"):
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST:
            yield form.removesuffix(ending)
    if form.endswith("e"):
        yield from _closed(form.removesuffix("e"))


def infinitives(form: str) -> Iterator[str]:
    """Verbs that a form may be a present or past tense of: ``blowt``, ``blowde`` → ``blowen``; ``leeft`` → ``leven``."""
    for ending in (*_PAST, "t", "d", ""):
        stem = form.removesuffix(ending)
        if not form.endswith(ending) or len(stem) < 2:
            continue
        for verb in _opened(stem):
            if ending in ("", "t") or (ending[0] == "t") == (verb.removesuffix("en")[-1:] in _VOICELESS):
                yield verb


def participle(form: str) -> str:
    """The verb that a form is the past participle of: ``ingeschreven`` → ``inschrijven``; empty where it is none."""
    for prefix in ("", *SEPARABLE):
        whole = form.removeprefix(prefix)
        if not form.startswith(prefix) or not whole.startswith("ge") or len(whole) < 5:
            continue
        longer = (dictionary_lemma(whole + "en"), dictionary_lemma(whole + "er"))
        if whole in longer and not whole.endswith("eerd"):
            continue  # a noun or an adjective of its own: *gezicht*, *geschikt*
        verb = without_prefix(whole, dictionary_lemma(whole))
        if verb.endswith("n") and not verb.startswith("ge"):
            return prefix + verb
        if whole[-1] in "dt":
            for verb in infinitives(
                _TREMA.get(whole[2], whole[2]) + whole[3:] + "e"
            ):  # as the past: *blowd*, *blowde*
                if is_verb(verb):
                    return prefix + verb
    return ""


def separable(form: str, stems: bool = False) -> str:
    """The separable verb that a form belongs to, where subordinate clauses join it: ``wegliep`` → ``weglopen``.

    A bare stem is none: *uitstroom* is a noun, and nobody writes the verb's first person so; ``stems`` takes them all the
    same, for the first part of a compound (*afkickkliniek*).
    """
    for prefix in SEPARABLE:
        rest = form.removeprefix(prefix)
        if rest != form and len(rest) >= _LEAST:
            verb = without_prefix(rest, dictionary_lemma(rest))
            known = (rest == verb and is_verb(verb)) or dictionary_lemma(prefix + verb) == prefix + verb
            if verb.endswith("n") and known and (stems or not is_bare_stem(rest, verb)):
                return prefix + verb
    return ""


def without_prefix(form: str, verb: str) -> str:
    """A verb without the prefix that its form lacks: of *gesneden* the dictionary makes *afsnijden*, which is *snijden*."""
    for prefix in (*SEPARABLE, *FIXED):
        rest = verb.removeprefix(prefix)
        if rest != verb and prefix not in form and len(rest) > _LEAST and is_verb(rest):
            return rest
    return verb


def without_ge(verb: str) -> str:
    """A separable verb without the *ge* of its participle, which the dictionary leaves in some: *uitgelokken*."""
    for prefix in SEPARABLE:
        if verb.startswith(prefix + "ge"):
            rest = verb.removeprefix(prefix + "ge")
            return prefix + rest if len(rest) > _LEAST and is_verb(rest) else verb
    return verb


def is_verb(word: str) -> bool:
    """Whether the dictionary has forms of an infinitive."""
    return word.endswith("n") and word in base_forms()


def is_bare_stem(form: str, infinitive: str) -> bool:
    """Whether a form is a verb's stem and nothing more; one that ends in *t* is the third person too (*vastzit*)."""
    return form[-1] != "t" and form in first_persons(infinitive)


def first_persons(infinitive: str) -> tuple[str, ...]:
    """The spellings a verb's stem may have: *huren* → *hur*, *huur*; *stressen* → *stress*, *stres*."""
    stem = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    return tuple(dict.fromkeys((stem, *_closed(stem)))) if stem else ()


def _closed(stem: str) -> Iterator[str]:
    """The spellings of a stem once the vowel behind it is gone, likeliest first."""
    hard = stem[:-1] + HARD.get(stem[-1], stem[-1])
    if len(stem) < 2:
        return
    if stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        yield stem[:-1]
    elif stem[-1] not in VOWELS and stem[-2] in "aeou" and (len(stem) < 3 or stem[-3] not in VOWELS):
        yield hard[:-1] + stem[-2] + hard[-1]
    yield hard
    if hard != stem:
        yield stem


def _opened(stem: str) -> Iterator[str]:
    """The infinitives of a stem, likeliest first."""
    soft = stem[:-1] + SOFT.get(stem[-1], stem[-1])
    if len(stem) > 2 and stem[-1] not in VOWELS and stem[-2] == stem[-3] and stem[-2] in VOWELS:
        yield soft[:-2] + soft[-1] + "en"
        yield stem[:-2] + stem[-1] + "en"
    elif stem[-1] not in VOWELS and stem[-2] in VOWELS:
        yield stem + stem[-1] + "en"
    yield soft + "en"
    yield stem + "en"
    yield stem + "n"
