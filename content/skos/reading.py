"""Bytes from anybody to an RDF graph: limited in size, never with a look at another file or at the network."""

import json
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml.common import DefusedXmlException, DTDForbidden, EntitiesForbidden
from rdflib import Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.plugins.stores.memory import Memory

from content.skos.terms import BY_NAME, BY_SUFFIX, OTHER_SUFFIXES

MAX_BYTES = 40_000_000
MAX_TRIPLES = 2_000_000
MAX_DEPTH = 60  # of elements in XML and of values in JSON
# What an address in a file that is not complete is completed with; nobody has it.
BASE = "https://zonder-adres.invalid/"
_SPACE = b" \t\r\n\xef\xbb\xbf"


class ReadError(Exception):
    """The file cannot be read, or may not be; the message says why, in Dutch."""


class _TooMany(Exception):
    """The file has more statements than ``MAX_TRIPLES``."""


class _LimitedStore(Memory):
    """A store that stops at ``MAX_TRIPLES``, so that a small file cannot fill the memory."""

    def add(self, *args: Any, **kwargs: Any) -> None:
        """Add a triple.

        Raises:
            _TooMany: the store is full.
        """
        self.count = getattr(self, "count", 0) + 1
        if self.count > MAX_TRIPLES:
            raise _TooMany
        super().add(*args, **kwargs)


def notation_of(name: str, data: bytes) -> str:
    """Which notation a file is in: by the end of its name, else by how it begins; "turtle" where neither tells."""
    suffix = name.rpartition(".")[2].lower()
    if suffix in BY_SUFFIX:
        return BY_SUFFIX[suffix].name
    if suffix in OTHER_SUFFIXES:
        return OTHER_SUFFIXES[suffix]
    start = data[:200].lstrip(_SPACE)
    if start.startswith((b"<?xml", b"<rdf:RDF", b"<!")):
        return "xml"
    return "json-ld" if start.startswith((b"{", b"[")) else "turtle"


def read_graph(data: bytes, notation: str) -> Graph:
    """Parse a file that nobody has checked.

    Args:
        data: the whole file.
        notation: "turtle", "xml" or "json-ld".

    Raises:
        ReadError: too large, broken, or with anything that must be fetched from elsewhere.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(
            f"het is te groot; het mag ten hoogste {MAX_BYTES // 1_000_000} MB zijn. Deel het in kleinere bestanden."
        )
    if notation == "xml":
        _check_xml(data)
    elif notation == "json-ld":
        data = _checked_json(data)
    graph = Graph(store=_LimitedStore(), bind_namespaces="none")
    try:
        graph.parse(data=data, format=BY_NAME[notation].name, publicID=BASE)
    except _TooMany as error:
        raise ReadError(
            f"het is te groot: er staan meer dan {MAX_TRIPLES} gegevens in. Deel het in kleinere bestanden."
        ) from error
    except BadSyntax as error:
        raise ReadError(_broken(notation, f"regel {error.lines + 1} klopt niet")) from error
    except (SAXException, ParserError, ValueError, LookupError, TypeError, AssertionError) as error:
        raise ReadError(_broken(notation, str(error).strip().split("\n")[0][:200])) from error
    except (RecursionError, AttributeError) as error:
        raise ReadError(_broken(notation, "de opbouw is te diep of onjuist")) from error
    return graph


def _broken(notation: str, reason: str) -> str:
    return f"dit is geen goed {BY_NAME[notation].title}-bestand: {reason}."


class _DepthHandler(ContentHandler):
    """Counts how deep elements lie in each other."""

    depth = 0

    def startElement(self, name: str, attrs: Any) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ReadError(_broken("xml", "de elementen liggen te diep in elkaar"))

    def endElement(self, name: str) -> None:
        self.depth -= 1


def _check_xml(data: bytes) -> None:
    """Refuse a DOCTYPE, entities and what is no XML, before the real parser sees it."""
    try:
        defusedxml.sax.parseString(data, _DepthHandler(), forbid_dtd=True)
    except (DTDForbidden, EntitiesForbidden) as error:
        raise ReadError(
            "er staat een DOCTYPE of een eigen entiteit in. Dat lezen wij niet, omdat het gevaarlijk kan zijn. "
            "Bewaar het bestand zonder DOCTYPE, bijvoorbeeld als Turtle."
        ) from error
    except DefusedXmlException as error:
        raise ReadError("het verwijst naar een ander bestand. Dat lezen wij niet.") from error
    except (SAXException, ValueError, LookupError) as error:
        raise ReadError(_broken("xml", str(error)[:200])) from error


def _checked_json(data: bytes) -> bytes:
    """The file as it was checked: no context from elsewhere, not too deep, one value per name."""
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError(_broken("json-ld", str(error)[:200])) from error
    stack: list[tuple[Any, int]] = [(tree, 0)]
    while stack:
        value, depth = stack.pop()
        if depth > MAX_DEPTH:
            raise ReadError(_broken("json-ld", "de waarden liggen te diep in elkaar"))
        if isinstance(value, dict):
            if _is_remote(value.get("@context")) or "@import" in value:
                raise ReadError(
                    "het verwijst naar een context op internet. Die halen wij niet op. "
                    "Zet de context in het bestand zelf, of bewaar het als Turtle."
                )
            stack += [(item, depth + 1) for item in value.values()]
        elif isinstance(value, list):
            stack += [(item, depth + 1) for item in value]
    return json.dumps(tree).encode()


def _is_remote(context: Any) -> bool:
    """Whether a context is an address, or a list with one."""
    if isinstance(context, list):
        return any(_is_remote(item) for item in context)
    return isinstance(context, str)
