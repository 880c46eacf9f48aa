"""From a graph to schemes and concepts: which labels are Dutch, what is broader, what cannot be kept."""

import re
from collections import Counter

from django.core.validators import slug_re
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from content.models import Label
from content.models.links import MAX_LINKS, WEB_SCHEMES
from content.numerals import whole_number
from content.skos.shapes import ConceptData, Key, Refusal, SchemeData, Thesaurus
from content.skos.terms import KMPG, LANGUAGE, own_key

MAX_CONCEPTS = 100_000
MAX_URI = 500
MAX_ORDER = 2_000_000_000
SLUG_LENGTH = 100
LABEL_LENGTH = 120
CONTEXT_LENGTH = 300
TITLE_LENGTH = 100
# What a database or a page cannot hold.
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
_TITLES = (DCTERMS.title, SKOS.prefLabel, RDFS.label, URIRef("http://purl.org/dc/elements/1.1/title"))
_DESCRIPTIONS = (DCTERMS.description, SKOS.definition, RDFS.comment)
_KINDS = ((SKOS.altLabel, Label.Kind.ALT), (SKOS.hiddenLabel, Label.Kind.HIDDEN))
_KEPT = {
    RDF.type,
    *(SKOS[name] for name in ("prefLabel", "altLabel", "hiddenLabel", "definition", "scopeNote", "notation")),
    *(SKOS[name] for name in ("broader", "narrower", "related", "inScheme", "topConceptOf", "hasTopConcept")),
    *(SKOS[name] for name in ("exactMatch", "closeMatch")),
    *(DCTERMS[name] for name in ("title", "description", "identifier", "source", "isReplacedBy")),
    OWL.deprecated,
    *(KMPG[name] for name in ("ambiguous", "label", "context", "merged")),
}


def interpret(graph: Graph, default_scheme: str = "") -> Thesaurus:
    """Read the schemes and concepts of a graph.

    Args:
        default_scheme: slug of the scheme for concepts that name none.

    Returns:
        What the file says; ``refusals`` names each concept that cannot be taken and why.
    """
    found = Thesaurus()
    subjects = {*graph.subjects(RDF.type, SKOS.Concept), *graph.subjects(SKOS.prefLabel, None)}
    subjects -= set(graph.subjects(RDF.type, SKOS.ConceptScheme))
    subjects -= set(graph.subjects(RDF.type, SKOS.Collection))
    if not subjects:
        found.refusals.append(Refusal("het bestand", "er staan geen begrippen (skos:Concept) in"))
    if len(subjects) > MAX_CONCEPTS:
        found.refusals.append(Refusal("het bestand", f"er staan meer dan {MAX_CONCEPTS} begrippen in"))
        return found
    for node in sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        if isinstance(node, URIRef):
            found.schemes[str(node)] = _scheme(graph, node)
    for node in sorted(subjects):
        if isinstance(node, URIRef) and len(node) <= MAX_URI:
            _Reader(graph, node, found, default_scheme).read()
        else:
            found.refusals.append(Refusal(str(node)[:80], "dit begrip heeft geen bruikbaar vast adres (URI)"))
    _note_what_is_left_out(graph, found)
    return found


def _scheme(graph: Graph, node: URIRef) -> SchemeData:
    slug = _identifier(graph, node) or "/".join(own_key(str(node))[:1])
    title = next(filter(None, (_first(graph, node, name) for name in _TITLES)), "")
    description = next(filter(None, (_first(graph, node, name) for name in _DESCRIPTIONS)), "")
    origin = _source(graph, node) if slug else str(node)
    return SchemeData(str(node), slug, (title or slug or str(node))[:TITLE_LENGTH], description, origin)


class _Reader:
    """Reads one concept; what is wrong with it goes to the refusals."""

    def __init__(self, graph: Graph, node: URIRef, found: Thesaurus, default_scheme: str) -> None:
        self.graph, self.node, self.found, self.default = graph, node, found, default_scheme
        self.about = str(node)

    def read(self) -> None:
        """Put the concept in the thesaurus, or its refusal."""
        pref_label = self._pref_label()
        scheme = self._scheme_uri()
        if not pref_label or not scheme:
            return
        contexts = self._contexts()
        key = self._key()
        self.found.concepts[str(self.node)] = ConceptData(
            uri=str(self.node),
            key=key,
            scheme=scheme,
            pref_label=pref_label,
            pref_context=contexts.get(pref_label, ""),
            labels=self._labels(pref_label, contexts),
            definition="\n".join(_texts(self.graph, self.node, SKOS.definition)),
            scope_note="\n".join(_texts(self.graph, self.node, SKOS.scopeNote)),
            order=self._order(),
            broader=self._broader(),
            related=frozenset(self._uris(SKOS.related)),
            exact_match=self._links(SKOS.exactMatch, *([] if key else [str(self.node)])),
            close_match=self._links(SKOS.closeMatch),
            deprecated=self._is(OWL.deprecated),
            merged=self._is(KMPG.merged),
            replaced_by=next(iter(self._uris(DCTERMS.isReplacedBy)), ""),
            origin=_source(self.graph, self.node) if key else str(self.node),
        )

    def _refuse(self, reason: str) -> None:
        self.found.refusals.append(Refusal(self.about, reason))

    def _key(self) -> Key | None:
        parts = tuple(_identifier(self.graph, self.node).split("/"))
        parts = parts if len(parts) == 2 else own_key(str(self.node))
        if len(parts) != 2:
            return None
        if not all(re.fullmatch(slug_re, part) and len(part) <= SLUG_LENGTH for part in parts):
            self._refuse(f"het adres bij ons kan zo niet zijn: {'/'.join(parts)[:200]}")
            return None
        return parts[0], parts[1]

    def _pref_label(self) -> str:
        labels = _texts(self.graph, self.node, SKOS.prefLabel, one_class=True)
        if not labels:
            self._refuse("er is geen Nederlandse voorkeursterm (skos:prefLabel@nl)")
            return ""
        self.about = f"{labels[0]} <{self.node}>"
        if len(labels) > 1:
            self._refuse("er zijn twee Nederlandse voorkeurstermen: " + ", ".join(labels))
        return self._fitting(" ".join(labels[0].split()), LABEL_LENGTH)

    def _labels(self, pref_label: str, contexts: dict[str, str]) -> frozenset[tuple[str, str, str]]:
        seen, labels = {pref_label}, set()
        for property_, kind in _KINDS:
            for written in _texts(self.graph, self.node, property_):
                text = self._fitting(" ".join(written.split()), LABEL_LENGTH)
                if text and text not in seen:
                    seen.add(text)
                    labels.add((text, str(kind), contexts.get(text, "")))
        return frozenset(labels)

    def _contexts(self) -> dict[str, str]:
        found = {}
        for node in self.graph.objects(self.node, KMPG.ambiguous):
            for text in _texts(self.graph, node, KMPG.label):
                context = ", ".join(_texts(self.graph, node, KMPG.context))
                found[" ".join(text.split())] = self._fitting(context, CONTEXT_LENGTH)
        return found

    def _fitting(self, text: str, length: int) -> str:
        if len(text) > length:
            self._refuse(f"dit is te lang (meer dan {length} tekens): {text[:60]}…")
        return text[:length]

    def _order(self) -> int | None:
        for value in self.graph.objects(self.node, SKOS.notation):
            if isinstance(value, Literal) and value.datatype == KMPG.order:
                order = whole_number(str(value), 11)
                if order is not None and order <= MAX_ORDER:
                    return order
                self._refuse(f"de volgorde is geen getal: {value[:40]}")
        return None

    def _scheme_uri(self) -> str:
        uris = {*self._uris(SKOS.inScheme), *self._uris(SKOS.topConceptOf)}
        uris |= {str(node) for node in self.graph.subjects(SKOS.hasTopConcept, self.node)}
        if not uris and self.default:
            return f"scheme:{self.default}"
        if not uris and len(self.found.schemes) == 1:
            uris = set(self.found.schemes)
        if not uris:
            self._refuse("het hoort niet bij een begrippenlijst; kies er een met --scheme")
            return ""
        chosen = min(uris, key=lambda uri: (uri not in self.found.schemes, uri))
        if len(uris) > 1:
            self.found.notes.append(f"{self.about}: staat in meer lijsten; gekozen is {chosen}")
        if chosen not in self.found.schemes:
            self.found.schemes[chosen] = _scheme(self.graph, URIRef(chosen))
        return chosen

    def _broader(self) -> str:
        uris = {*self._uris(SKOS.broader), *map(str, self.graph.subjects(SKOS.narrower, self.node))}
        chosen = min(uris, default="")
        if len(uris) > 1:
            self.found.notes.append(f"{self.about}: heeft meer bredere begrippen; gekozen is {chosen}")
        return chosen

    def _uris(self, property_: URIRef) -> list[str]:
        return sorted(str(o) for o in self.graph.objects(self.node, property_) if isinstance(o, URIRef))

    def _links(self, property_: URIRef, *extra: str) -> tuple[str, ...]:
        uris = sorted({*self._uris(property_), *extra})
        links = [
            uri
            for uri in uris
            if uri.startswith(tuple(f"{s}://" for s in WEB_SCHEMES)) and len(uri) <= MAX_URI
        ]
        if len(links) < len(uris) or len(links) > MAX_LINKS:
            self.found.notes.append(
                f"{self.about}: een koppeling die geen webadres is of te veel, is weggelaten"
            )
        return tuple(links[:MAX_LINKS])

    def _is(self, property_: URIRef) -> bool:
        values = map(str, self.graph.objects(self.node, property_))
        return any(value.lower() in ("true", "1") for value in values)


def _identifier(graph: Graph, node: Node) -> str:
    """Our own name for a concept or scheme, in a file that was exported at another address."""
    for value in graph.objects(node, DCTERMS.identifier):
        if isinstance(value, Literal) and value.datatype == KMPG.key:
            return str(value)
    return ""


def _source(graph: Graph, node: Node) -> str:
    sources = sorted(str(o) for o in graph.objects(node, DCTERMS.source) if isinstance(o, URIRef))
    return sources[0][:MAX_URI] if sources else ""


def _first(graph: Graph, node: Node, property_: Node) -> str:
    return next(iter(_texts(graph, node, property_)), "")


def _texts(graph: Graph, node: Node, property_: Node, one_class: bool = False) -> list[str]:
    """The Dutch texts and those without a language, sorted; with ``one_class`` only the most Dutch that there are."""
    classes: dict[int, set[str]] = {0: set(), 1: set(), 2: set()}
    for given in graph.objects(node, property_):
        # A note may be a resource of its own, with its text as rdf:value.
        value = given if isinstance(given, Literal) else graph.value(given, RDF.value)
        if isinstance(value, Literal) and (text := str(value).translate(_CONTROL).strip()):
            language = (value.language or "").lower()
            if not language:
                classes[2].add(text)
            elif language.partition("-")[0] == LANGUAGE:
                classes[0 if language == LANGUAGE else 1].add(text)
    if one_class:
        return sorted(classes[0] or classes[1] or classes[2])
    return sorted(set().union(*classes.values()))


def _note_what_is_left_out(graph: Graph, found: Thesaurus) -> None:
    left_out = Counter(str(p) for s, p in graph.subject_predicates() if p not in _KEPT and p != RDF.value)
    found.notes += [f"{count} × {name}: dit bewaren wij niet" for name, count in left_out.most_common(20)]
    if (None, OWL.imports, None) in graph:
        found.notes.append("owl:imports: andere bestanden halen wij niet op")
