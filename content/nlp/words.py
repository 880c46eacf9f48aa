"""simplemma's Dutch dictionary, as this room uses it: surface form → lemma, and which forms are lemmas themselves."""

from collections.abc import Mapping
from functools import lru_cache

from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from content.nlp.tokens import fold


@lru_cache(maxsize=1)
def dictionary() -> Mapping[str, str]:
    """Surface form → lemma of simplemma's Dutch data (some 370,000 forms); loaded at the first call."""
    return DefaultDictionaryFactory().get_dictionary("nl")


def dictionary_lemma(form: str) -> str:
    """The dictionary's lemma of a form, without the ``_`` that some entries carry; empty where it has none."""
    return (dictionary().get(form) or "").replace("_", "")


@lru_cache(maxsize=1)
def accented() -> Mapping[str, str]:
    """Words of the dictionary that have a diacritic, by how they are typed without: ``coordineren`` → ``coördineren``."""
    return {fold(form): form for form in dictionary() if not form.isascii()}


@lru_cache(maxsize=1)
def base_forms() -> frozenset[str]:
    """Words that are the lemma of a form other than themselves: nouns with a plural, verbs, adjectives."""
    found = set()
    for form, lemma in dictionary().items():
        if form != lemma:
            found.add(lemma.replace("_", ""))
    return frozenset(found)
