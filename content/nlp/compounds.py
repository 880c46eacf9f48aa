"""Splitting Dutch compounds by dynamic programming over the dictionary's words and the words of this field.

After the idea of F. Koehn and K. Knight (2003), *Empirical methods for compound splitting*, with word length in the place of
word frequency: a split into few, long, known parts is better than one into many short ones.
"""

from functools import lru_cache

from content.nlp.data import compound_words
from content.nlp.tokens import fold
from content.nlp.words import base_forms, dictionary, dictionary_lemma

MIN_WORD = 7  # shorter words are not split
MIN_PART = 3
PART_COST = 1.0
SHORT_PART_COST = {3: 1.3, 4: 0.35}
FIELD_BONUS = 0.25
LINK_COST = {"": 0.0, "s": 0.15, "en": 0.2, "n": 0.15, "e": 0.45, "er": 0.3, "-": 0.0}
MAX_COST = 3.3  # a split that costs more is not believed
MAX_WORD = 60
UNSURE_COST = (
    0.3  # of a first part of which the dictionary has no plural or other form (*verkeer*, *welzijn*)
)
MIN_UNSURE = 5
# Words that take *-s-*: an *s* behind them is a link rather than the start of the next part (*levensloop*).
WITH_S = (
    "ing",
    "heid",
    "teit",
    "schap",
    "dom",
    "leven",
    "gezin",
    "bestaan",
    "beleid",
    "onderhoud",
    "gedrag",
    "bedrijf",
)
NO_LINK_COST = 0.3  # where such a word has none
PREFIXES = (
    "re-",
    "co-",
    "ex-",
    "e-",
    "pre-",
    "non-",
    "anti-",
    "semi-",
)  # no words of their own before a hyphen
_VERB_ENDINGS = ("eren", "elen", "enen")


@lru_cache(maxsize=200_000)
def split(word: str) -> tuple[str, ...]:
    """The lemmas of a compound's parts in order; empty where the word is none.

    ``huisuitzetting`` → ``("huis", "uitzetting")``.
    """
    from content.nlp.lemmas import part_lemma

    parts = surface_parts(word)
    return tuple(part_lemma(part, number == len(parts)) for number, part in enumerate(parts, 1))


@lru_cache(maxsize=200_000)
def surface_parts(word: str) -> tuple[str, ...]:
    """The parts as they are written, without linking letters."""
    folded = fold(word)
    if len(folded) > MAX_WORD:
        return ()
    if "-" in folded:
        return _hyphenated(folded)
    if len(folded) < MIN_WORD or not folded.isalpha():
        return ()
    if folded in compound_words.SPLITS:
        return compound_words.SPLITS[folded]
    if _is_simple_verb(folded):
        return ()
    best = _best_split(folded)
    return best if len(best) > 1 else ()


@lru_cache(maxsize=100_000)
def is_first_part(text: str) -> bool:
    """Whether a text can stand before the last part of a compound, its linking letters included."""
    folded = fold(text)
    return bool(_first_options(folded)) or len(_best_split(folded, as_head=True)) > 1


def _is_simple_verb(word: str) -> bool:
    """Whether a word is an infinitive of one part, as most are; one that ends in another verb may have two, but not after
    a prefix (*bestrijden*)."""
    from content.nlp.inflection import FIXED, SEPARABLE, first_persons

    if not word.endswith("n") or not any(
        dictionary_lemma(f"{stem}t") == word for stem in first_persons(word)
    ):
        return False
    ends_in_verb = any(word[cut:] in base_forms() and word.endswith("en") for cut in range(3, len(word) - 4))
    return word.startswith((*SEPARABLE, *FIXED)) or word.endswith(_VERB_ENDINGS) or not ends_in_verb


@lru_cache(maxsize=100_000)
def is_part(text: str) -> bool:
    """Whether a folded text is a word that can be the last part of a compound."""
    return (
        len(text) >= MIN_PART
        and text not in compound_words.NEVER_LAST
        and (text in _last_forms() or text in compound_words.FIELD)
    )


def _hyphenated(word: str) -> tuple[str, ...]:
    parts: list[str] = []
    for piece in word.split("-")[word.startswith(PREFIXES) :]:
        parts += surface_parts(piece) or ((piece,) if len(piece) > 1 else ())
    return tuple(parts) if len(parts) > 1 else ()


def _best_split(word: str, as_head: bool = False) -> tuple[str, ...]:
    """The cheapest way to cover the word; ``as_head``: all parts may carry linking letters."""
    size = len(word)
    best: list[tuple[float, tuple[str, ...]] | None] = [None] * (size + 1)
    best[0] = (0.0, ())
    for end in range(MIN_PART, size + 1):
        for start in range(0, end - MIN_PART + 1):
            before = best[start]
            if before is None or (start == 0 and end == size and not as_head):
                continue
            option = _option(word[start:end], last=end == size and not as_head)
            if option is None:
                continue
            cost = before[0] + option[0]
            if end < size and word[end] == "s" and word[start:end].endswith(WITH_S):
                cost += NO_LINK_COST
            present = best[end]
            if present is None or cost < present[0]:
                best[end] = (cost, (*before[1], option[1]))
    found = best[size]
    return found[1] if found and found[0] <= MAX_COST else ()


def _option(text: str, last: bool) -> tuple[float, str] | None:
    if last:
        return (_cost(text), text) if is_part(text) else None
    return _first_options(text)


@lru_cache(maxsize=200_000)
def _first_options(text: str) -> tuple[float, str] | None:
    """The cheapest reading of a text as a word and linking letters."""
    best: tuple[float, str] | None = None
    for link, link_cost in LINK_COST.items():
        base = text.removesuffix(link) if link else text
        if (link and base == text) or len(base) < MIN_PART or base in compound_words.NEVER_FIRST:
            continue
        if link == "n" and base[-1] != "e":
            continue
        for form in _before(base, link):
            if form in _first_forms() or form in compound_words.FIELD:
                cost = _cost(form) + link_cost
            elif len(form) >= MIN_UNSURE and dictionary_lemma(form) == form:
                cost = _cost(form) + link_cost + UNSURE_COST
            else:
                continue
            if best is None or cost < best[0]:
                best = (cost, form)
    return best


def _before(base: str, link: str) -> tuple[str, ...]:
    """The words that linking letters may follow: before *-en* and *-e* a vowel may be single and a consonant double."""
    if link not in ("en", "e"):
        return (base,)
    return (_closed(base),) if base[-1] == base[-2] else (base, _closed(base))


def _cost(part: str) -> float:
    cost = PART_COST + SHORT_PART_COST.get(len(part), 0.0)
    return cost - FIELD_BONUS if part in compound_words.FIELD else cost


def _closed(base: str) -> str:
    """The singular of a stem before *-en*: ``bedrijv`` → ``bedrijf``, ``gezinn`` → ``gezin``, ``huiz`` → ``huis``."""
    if base[-1] == base[-2]:
        return base[:-1]
    if base[-1] in "vz":
        return base[:-1] + {"v": "f", "z": "s"}[base[-1]]
    if base[-2] in "aeou" and base[-3] not in "aeiou":
        return base[:-1] + base[-2] + base[-1]
    return base


@lru_cache(maxsize=1)
def _first_forms() -> frozenset[str]:
    """Words that may stand before the last part: base forms, and stems of verbs (*woon*, *betaal*)."""
    from content.nlp.inflection import first_persons

    bases = {fold(form) for form in base_forms() if len(form) >= MIN_PART and form.isalpha()}
    for form, found in dictionary().items():
        if (
            len(form) >= 4
            and form != found
            and found.endswith("n")
            and form in first_persons(found.replace("_", ""))
        ):
            bases.add(fold(form))
    return frozenset(bases - compound_words.NEVER_FIRST)


@lru_cache(maxsize=1)
def _last_forms() -> frozenset[str]:
    """Words that may be the last part, inflected or not."""
    bases = base_forms()
    forms = {fold(form) for form in dictionary() if len(form) >= MIN_PART and form.isalpha()}
    short = {form for form in forms if len(form) == MIN_PART and form not in bases}
    return frozenset(forms - short - compound_words.NEVER_LAST)
