"""Checking the vocabulary: what is wrong with it, and what could be better."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from content import usage
from content.models import Concept, Label
from content.vocabulary import TAGGED_SCHEMES


@dataclass(frozen=True)
class Finding:
    """Something about a concept that an editor should look at."""

    concept: Concept
    reason: str


@dataclass(frozen=True)
class Check:
    """A kind of finding, with what it means."""

    name: str
    title: str
    advice: str
    findings: tuple[Finding, ...]


def checks() -> list[Check]:
    """Every check over the whole vocabulary, those without findings included."""
    concepts = list(Concept.objects.select_related("scheme", "broader", "replaced_by"))
    return [Check(name, title, advice, tuple(find(concepts))) for name, title, advice, find in _CHECKS]


def _circles(concepts: list[Concept]) -> Iterator[Finding]:
    broader = {concept.pk: concept.broader_id for concept in concepts}
    for concept in concepts:
        seen, step = set(), concept.broader_id
        while step is not None and step not in seen and step != concept.pk:
            seen.add(step)
            step = broader.get(step)
        if step == concept.pk:
            yield Finding(concept, "valt onder zichzelf")


def _shared_labels(concepts: list[Concept]) -> Iterator[Finding]:
    holders: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    in_use = {concept.pk: concept for concept in concepts if not concept.deprecated}
    for concept in in_use.values():
        holders[concept.scheme_id, concept.pref_label.casefold()][concept.pk] = concept.pref_label
    for pk, text in Label.objects.filter(concept__deprecated=False).values_list("concept_id", "text"):
        holders[in_use[pk].scheme_id, text.casefold()].setdefault(pk, text)
    for found in holders.values():
        if len(found) > 1:
            for pk, text in found.items():
                others = ", ".join(str(in_use[other]) for other in found if other != pk)
                yield Finding(in_use[pk], f"‘{text}’ is ook een woord van {others}")


def _orphans(concepts: list[Concept]) -> Iterator[Finding]:
    for concept in concepts:
        if concept.deprecated or concept.broader is None:
            continue
        if concept.broader.deprecated:
            yield Finding(concept, f"staat onder een vervallen begrip: {concept.broader}")
        elif concept.broader.scheme_id != concept.scheme_id:
            yield Finding(concept, f"staat onder een begrip uit een andere lijst: {concept.broader}")


def _undefined(concepts: list[Concept]) -> Iterator[Finding]:
    for concept in concepts:
        if not (concept.definition.strip() or concept.deprecated):
            yield Finding(concept, "heeft geen omschrijving")


def _without_successor(concepts: list[Concept]) -> Iterator[Finding]:
    for concept in concepts:
        if concept.deprecated and concept.replaced_by is None:
            yield Finding(concept, "is vervallen en heeft geen opvolger")
        elif concept.deprecated and concept.replaced_by and concept.replaced_by.deprecated:
            yield Finding(concept, f"de opvolger is zelf vervallen: {concept.replaced_by}")


def _unused(concepts: list[Concept]) -> Iterator[Finding]:
    tagged = [c for c in concepts if c.scheme.slug in TAGGED_SCHEMES and not c.deprecated]
    pages = usage.pages_by_concept(tagged)
    for concept in tagged:
        if not pages[concept.pk]:
            yield Finding(concept, "is op geen enkele pagina gevonden")


_CHECKS: tuple[tuple[str, str, str, Callable[[list[Concept]], Iterable[Finding]]], ...] = (
    ("circles", "Kringen", "Kies een ander breder begrip.", _circles),
    ("labels", "Zelfde woord bij meer begrippen", "Laat het woord bij één begrip staan.", _shared_labels),
    ("orphans", "Begrippen zonder goede plek", "Kies een breder begrip dat in gebruik is.", _orphans),
    ("undefined", "Begrippen zonder omschrijving", "Schrijf in één zin wat het is.", _undefined),
    ("successor", "Vervallen zonder opvolger", "Kies een opvolger, als die er is.", _without_successor),
    ("unused", "Niet gebruikt", "Voeg woorden toe, of laat het begrip vervallen.", _unused),
)
