"""Concepts as an RDF graph, and a graph as Turtle, RDF/XML or JSON-LD."""

import json
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import QuerySet
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, BNode, Graph, Literal, URIRef
from rdflib.term import Node

from content.models import Concept, ConceptScheme, Label, VocabularyState
from content.skos.terms import BY_NAME, KMPG, LANGUAGE, PREFIXES, concept_uri, root, scheme_uri

LABEL_PROPERTIES = {Label.Kind.ALT: SKOS.altLabel, Label.Kind.HIDDEN: SKOS.hiddenLabel}
BATCH = 1000  # concepts read at once
# Characters that XML cannot hold.
_NOT_IN_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
# The context stands in the file itself, so that reading it needs no network.
JSON_CONTEXT = {
    **{prefix: str(namespace) for prefix, namespace in PREFIXES.items()},
    "xsd": str(XSD),
    **{
        name: {"@id": f"skos:{name}", "@container": "@language"}
        for name in ("prefLabel", "definition", "scopeNote")
    },
    **{
        name: {"@id": f"skos:{name}", "@container": ["@language", "@set"]}
        for name in ("altLabel", "hiddenLabel")
    },
    **{
        name: {"@id": f"skos:{name}", "@type": "@id", "@container": "@set"}
        for name in ("narrower", "related", "exactMatch", "closeMatch", "hasTopConcept")
    },
    **{name: {"@id": f"skos:{name}", "@type": "@id"} for name in ("broader", "inScheme", "topConceptOf")},
}


def vocabulary_graph() -> Graph:
    """Every scheme with every concept."""
    return _graph(ConceptScheme.objects.all(), Concept.objects.all())


def scheme_graph(scheme: ConceptScheme) -> Graph:
    """One scheme with its concepts."""
    return _graph([scheme], Concept.objects.filter(scheme=scheme))


def concept_graph(concept: Concept) -> Graph:
    """One concept, with what refers to it from its side, and the title of its scheme."""
    return _graph([concept.scheme], Concept.objects.filter(pk=concept.pk))


def serialize(graph: Graph, notation: str) -> bytes:
    """The graph in UTF-8.

    Args:
        notation: "turtle", "xml" or "json-ld".
    """
    if notation == "json-ld":
        text = graph.serialize(format=notation, context=JSON_CONTEXT, auto_compact=False)
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1).encode()
    return graph.serialize(format=BY_NAME[notation].name, encoding="utf-8")


def vocabulary_bytes(notation: str) -> bytes:
    """The whole vocabulary, made once per change of it."""
    return _vocabulary_bytes(notation, revision(), root())


def revision() -> int:
    """A number that is another one after each change of the vocabulary; 0 before the first. It does not count up."""
    return VocabularyState.objects.filter(pk=1).values_list("revision", flat=True).first() or 0


@lru_cache(maxsize=len(BY_NAME))
def _vocabulary_bytes(notation: str, revision_: int, base: str) -> bytes:
    return serialize(vocabulary_graph(), notation)


def _graph(schemes: Iterable[ConceptScheme], concepts: QuerySet[Concept]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    for scheme in schemes:
        _add_scheme(graph, scheme)
    rows = concepts.select_related("scheme", "broader__scheme", "replaced_by__scheme")
    rows = rows.prefetch_related("label_set", "narrower__scheme", "related__scheme")
    for concept in rows.iterator(chunk_size=BATCH):
        _add_concept(graph, concept)
    return graph


def _add_scheme(graph: Graph, scheme: ConceptScheme) -> None:
    uri = URIRef(scheme_uri(scheme.slug))
    graph.add((uri, RDF.type, SKOS.ConceptScheme))
    graph.add((uri, DCTERMS.title, _text(scheme.title)))
    graph.add((uri, DCTERMS.identifier, Literal(scheme.slug, datatype=KMPG.key)))
    if scheme.description:
        graph.add((uri, DCTERMS.description, _text(scheme.description)))
    if scheme.origin:
        graph.add((uri, DCTERMS.source, URIRef(scheme.origin)))


def _add_concept(graph: Graph, concept: Concept) -> None:
    uri, scheme = _uri(concept), URIRef(scheme_uri(concept.scheme.slug))
    graph.add((uri, RDF.type, SKOS.Concept))
    graph.add((uri, SKOS.inScheme, scheme))
    key = f"{concept.scheme.slug}/{concept.slug}"
    graph.add((uri, DCTERMS.identifier, Literal(key, datatype=KMPG.key)))
    graph.add((uri, SKOS.notation, Literal(str(concept.order), datatype=KMPG.order)))
    _add_texts(graph, uri, concept)
    if concept.broader:
        graph.add((uri, SKOS.broader, _uri(concept.broader)))
    elif not concept.deprecated:
        graph.add((uri, SKOS.topConceptOf, scheme))
        graph.add((scheme, SKOS.hasTopConcept, uri))
    for narrower in concept.narrower.all():
        graph.add((uri, SKOS.narrower, _uri(narrower)))
    for related in concept.related.all():
        graph.add((uri, SKOS.related, _uri(related)))
    for property_, links in ((SKOS.exactMatch, concept.exact_match), (SKOS.closeMatch, concept.close_match)):
        for link in links:
            graph.add((uri, property_, URIRef(link)))
    if concept.origin:
        graph.add((uri, DCTERMS.source, URIRef(concept.origin)))
    _add_end(graph, uri, concept)


def _add_texts(graph: Graph, uri: URIRef, concept: Concept) -> None:
    graph.add((uri, SKOS.prefLabel, _text(concept.pref_label)))
    for property_, text in ((SKOS.definition, concept.definition), (SKOS.scopeNote, concept.scope_note)):
        if text:
            graph.add((uri, property_, _text(text)))
    contexts = {concept.pref_label: concept.pref_context}
    for label in concept.label_set.all():
        graph.add((uri, LABEL_PROPERTIES[Label.Kind(label.kind)], _text(label.text)))
        contexts[label.text] = label.context
    for text, context in contexts.items():
        if context:
            node: Node = BNode()
            graph.add((uri, KMPG.ambiguous, node))
            graph.add((node, KMPG.label, _text(text)))
            graph.add((node, KMPG.context, _text(context)))


def _add_end(graph: Graph, uri: URIRef, concept: Concept) -> None:
    """That the concept is deprecated, and what came in its place."""
    if concept.deprecated:
        graph.add((uri, OWL.deprecated, Literal(True)))
    if concept.merged:
        graph.add((uri, KMPG.merged, Literal(True)))
    if concept.replaced_by:
        graph.add((uri, DCTERMS.isReplacedBy, _uri(concept.replaced_by)))


def _uri(concept: Concept) -> URIRef:
    return URIRef(concept_uri(concept.scheme.slug, concept.slug))


def _text(text: str) -> Literal:
    return Literal(text.translate(_NOT_IN_XML), lang=LANGUAGE)
