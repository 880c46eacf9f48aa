"""What SKOS export and import share: our own namespace, the three notations of RDF, and addresses of concepts."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from rdflib import DCTERMS, OWL, RDF, SKOS, Namespace

# What SKOS has no word for: context words, order, and that a concept was merged away.
KMPG = Namespace("urn:kenniscentrum-mpg:ns#")
PREFIXES = {"skos": SKOS, "dcterms": DCTERMS, "owl": OWL, "rdf": RDF, "kmpg": KMPG}
LANGUAGE = "nl"


@dataclass(frozen=True)
class Notation:
    """A way to write RDF down. ``name``: as rdflib calls it; ``suffix``: the end of an address or file name."""

    name: str
    media_type: str
    suffix: str
    title: str


NOTATIONS = (
    Notation("turtle", "text/turtle", "ttl", "Turtle"),
    Notation("json-ld", "application/ld+json", "jsonld", "JSON-LD"),
    Notation("xml", "application/rdf+xml", "rdf", "RDF/XML"),
)
BY_NAME = {notation.name: notation for notation in NOTATIONS}
BY_SUFFIX = {notation.suffix: notation for notation in NOTATIONS}
# Ends of file names that others use.
OTHER_SUFFIXES = {"xml": "xml", "owl": "xml", "json": "json-ld", "n3": "turtle", "nt": "turtle"}


def root() -> str:
    """The address of the whole vocabulary, with a slash at the end."""
    return f"{settings.BASE_URL}{reverse('vocabulary')}"


def scheme_uri(scheme: str) -> str:
    """The permanent URI of a scheme."""
    return f"{settings.BASE_URL}{reverse('scheme', args=[scheme])}"


def concept_uri(scheme: str, slug: str) -> str:
    """The permanent URI of a concept."""
    return f"{scheme_uri(scheme)}{slug}/"


def own_key(uri: str) -> tuple[str, ...]:
    """(scheme,) or (scheme, slug) of a URI of this site; empty for any other."""
    if not uri.startswith(root()):
        return ()
    parts = tuple(uri.removeprefix(root()).rstrip("/").split("/"))
    return parts if len(parts) <= 2 and all(part and part.isprintable() for part in parts) else ()


def last_part(uri: str) -> str:
    """What distinguishes a URI: its fragment, else the last part of its path; empty where it has none."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return ""
    return parts.fragment or parts.path.rstrip("/").replace(":", "/").rpartition("/")[2]
