"""A publication for other programs: CSL-JSON, RIS and BibTeX."""

import json

import bibtexparser
import rispy
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from content.citations import csl
from content.models import PublicationPage

RIS_TYPES = {
    "report": "RPRT",
    "article-journal": "JOUR",
    "webpage": "ELEC",
    "legislation": "STAT",
    "thesis": "THES",
    "book": "BOOK",
    "chapter": "CHAP",
    "speech": "GEN",
}
BIBTEX_TYPES = {"article-journal": "article", "report": "techreport", "thesis": "phdthesis", "book": "book"}
BIBTEX_SPECIAL = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", **{c: f"\\{c}" for c in "&%$#_"}}


def csl_json(page: PublicationPage) -> str:
    """A CSL-JSON array with the one item."""
    return json.dumps([csl(page)], ensure_ascii=False, indent=2)


def ris(page: PublicationPage) -> str:
    """A RIS record."""
    start, _, end = page.pages.partition("-")
    record = {
        "type_of_reference": RIS_TYPES[page.csl_type],
        "title": page.title,
        "authors": [_plain_name(author) for author in page.author_names()],
        "year": str(page.year) if page.year else "",
        "secondary_title": page.container_title,
        "volume": page.volume,
        "number": page.issue or page.number,
        "start_page": start,
        "end_page": end,
        "publisher": page.publisher,
        "doi": page.doi,
        "issn": page.isbn,
        "urls": [page.source_url] if page.source_url else [],
        "language": page.language,
        "abstract": page.summary,
    }
    return rispy.dumps([{name: value for name, value in record.items() if value}])


def bibtex(page: PublicationPage) -> str:
    """A BibTeX entry; names of organisations are kept whole."""
    names = " and ".join(
        f"{{{_tex(author['literal'])}}}" if "literal" in author else _tex(_plain_name(author))
        for author in page.author_names()
    )
    values = {
        "title": f"{{{_tex(page.title)}}}",
        "author": names,
        "year": str(page.year or ""),
        "journal": _tex(page.container_title),
        "volume": page.volume,
        "number": page.issue or page.number,
        "pages": page.pages.replace("-", "--"),
        "school"
        if page.csl_type == "thesis"
        else "institution"
        if page.csl_type == "report"
        else "publisher": _tex(page.publisher),
        "doi": page.doi,
        "isbn": page.isbn,
        "url": page.source_url,
    }
    fields = [Field(name, value) for name, value in values.items() if value]
    library = Library([Entry(BIBTEX_TYPES.get(page.csl_type, "misc"), page.slug, fields)])
    return bibtexparser.write_string(library)


def _plain_name(author: dict[str, str]) -> str:
    return author.get("literal") or ", ".join(filter(None, (author["family"], author["given"])))


def _tex(text: str) -> str:
    return "".join(BIBTEX_SPECIAL.get(char, char) for char in text)
