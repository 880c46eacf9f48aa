"""Which fields a content file may have, and what makes a value good. A new field is a line here."""

import datetime
import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

SLUG = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
TYPES = ("publications", "elements", "factsheets", "answers", "articles")  # in loading order

Check = Callable[[Any], str | None]
"""Takes a value from YAML; returns what is wrong with it in Dutch, or None."""


@dataclass(frozen=True)
class FieldRule:
    """A field of a content file.

    ``scheme``: its values are slugs of concepts of that scheme (``tops``: only those without a broader one);
    ``refers``: "publications" for slugs of publications, "pages" for ``type/slug``.
    """

    name: str
    check: Check
    required: bool = False
    scheme: str = ""
    tops: bool = False
    refers: str = ""


def line(max_length: int) -> Check:
    """A text on one line of at most ``max_length`` characters."""

    def check(value: Any) -> str | None:
        if not isinstance(value, str | int | float) or isinstance(value, bool) or not str(value).strip():
            return "moet een tekst zijn"
        if len(str(value)) > max_length:
            return f"is te lang: {len(str(value))} tekens, hoogstens {max_length}"
        if "\n" in str(value).strip():
            return "moet op één regel passen"
        return None

    return check


def one_of(*choices: str) -> Check:
    """One of the given words."""

    def check(value: Any) -> str | None:
        return None if value in choices else f"moet een van deze zijn: {', '.join(choices)}"

    return check


def list_of(item: Check) -> Check:
    """A YAML list of good items, none of them twice."""

    def check(value: Any) -> str | None:
        if not isinstance(value, list):
            return "moet een lijst zijn, bijvoorbeeld [een, twee]"
        faults = [fault for fault in map(item, value) if fault]
        if not faults and any(value.count(entry) > 1 for entry in value):
            return "noemt iets twee keer"
        return f"waarde {faults[0]}" if faults else None

    return check


def slug(value: Any) -> str | None:
    """A name as it stands in an address."""
    return (
        None
        if isinstance(value, str) and SLUG.match(value)
        else f"'{value}' is geen geldige naam (a-z, 0-9, -)"
    )


def page_reference(value: Any) -> str | None:
    """``type/slug`` of another content page."""
    kind, _, name = str(value).partition("/")
    if kind not in TYPES or slug(name):
        return f"'{value}' moet lijken op elements/naam-van-de-pagina"
    return None


def date(value: Any) -> str | None:
    """A date, written as 2026-03-31."""
    good = isinstance(value, datetime.date) and not isinstance(value, datetime.datetime)
    return None if good else f"'{value}' moet een datum zijn zoals 2026-03-31"


def year(value: Any) -> str | None:
    """A year of publication."""
    good = isinstance(value, int) and not isinstance(value, bool) and 1500 <= value <= 2100
    return None if good else f"'{value}' moet een jaartal zijn zoals 2019"


def boolean(value: Any) -> str | None:
    """Yes or no."""
    return None if isinstance(value, bool) else "moet true of false zijn"


def web_address(value: Any) -> str | None:
    """An address on the web."""
    good = isinstance(value, str) and re.match(r"^https?://[^\s]+\.[^\s]+$", value) and len(value) <= 500
    return None if good else f"'{value}' moet beginnen met https://"


def author(value: Any) -> str | None:
    """``{family, given}`` of a person, or ``{literal}`` of an organisation."""
    if isinstance(value, dict) and all(isinstance(part, str) and part.strip() for part in value.values()):
        if set(value) == {"literal"} and len(value["literal"]) <= 150:
            return None
        if "family" in value and set(value) <= {"family", "given"} and max(map(len, value.values())) <= 100:
            return None
    return "moet {family: …, given: …} of {literal: …} zijn"


def figure(value: Any) -> str | None:
    """A number of a factsheet: ``{value, label, source}`` and where known ``year``."""
    if not isinstance(value, dict) or not {"value", "label", "source"} <= set(value) <= {
        "value",
        "label",
        "source",
        "year",
    }:
        return "moet value, label, source en eventueel year hebben"
    faults = [line(40)(value["value"]), line(300)(value["label"]), slug(value["source"])]
    faults.append(year(value["year"]) if value.get("year") is not None else None)
    return next((fault for fault in faults if fault), None)


COMMON = (
    FieldRule("title", line(255), required=True),
    FieldRule("summary", line(300)),
    FieldRule("domains", list_of(slug), scheme="domein", tops=True),
    FieldRule("themes", list_of(slug), scheme="thema", tops=True),
    FieldRule("audience", list_of(slug), scheme="doelgroep"),
    FieldRule("sources", list_of(slug), refers="publications"),
    FieldRule("related", list_of(page_reference), refers="pages"),
    FieldRule("searched_as", list_of(line(150))),
    FieldRule("review_date", date),
    FieldRule("editor", line(100)),
    FieldRule("date", date),
)
RULES: dict[str, tuple[FieldRule, ...]] = {
    "elements": (
        *COMMON,
        FieldRule("phase", list_of(slug), scheme="fase"),
        FieldRule("intensity", slug, scheme="intensiteit"),
        FieldRule("setting", list_of(slug), scheme="setting"),
        FieldRule("bottlenecks", list_of(slug), scheme="knelpunt"),
        FieldRule("evidence", slug, scheme="bewijskracht"),
        FieldRule("evidence_reason", line(1000)),
    ),
    "factsheets": (
        *COMMON,
        FieldRule("key_messages", list_of(line(500))),
        FieldRule("figures", list_of(figure)),
    ),
    "answers": (
        *COMMON,
        FieldRule("short_answer", line(600)),
        FieldRule("expert_role", line(100)),
        FieldRule("checked_on", date),
    ),
    "articles": (*COMMON, FieldRule("kind", slug, scheme="artikelsoort")),
    "publications": (
        *COMMON,
        FieldRule(
            "csl_type",
            one_of(
                "report",
                "article-journal",
                "webpage",
                "legislation",
                "thesis",
                "book",
                "chapter",
                "speech",
            ),
            required=True,
        ),
        FieldRule("authors", list_of(author), required=True),
        FieldRule("year", year),
        FieldRule("container_title", line(200)),
        FieldRule("volume", line(20)),
        FieldRule("issue", line(20)),
        FieldRule("pages", line(40)),
        FieldRule("number", line(60)),
        FieldRule("article_number", line(40)),
        FieldRule("publisher", line(200)),
        FieldRule("doi", line(120)),
        FieldRule("isbn", line(40)),
        FieldRule("url", web_address),
        FieldRule("language", line(8)),
        FieldRule("study_type", line(80)),
        FieldRule("open_access", boolean),
    ),
}


def faults(kind: str, meta: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with the fields of a file of this type: (field, reason) pairs, empty when all is well."""
    rules = {rule.name: rule for rule in RULES[kind]}
    found = []
    for name, value in meta.items():
        if name not in rules:
            near = difflib.get_close_matches(str(name), rules, n=1)
            hint = f"; bedoelt u '{near[0]}'?" if near else f"; mogelijk zijn: {', '.join(rules)}"
            found.append((str(name), f"onbekend veld '{name}'{hint}"))
        elif value is not None and (fault := rules[name].check(value)):
            found.append((name, f"{name} {fault}"))
    missing = [rule.name for rule in rules.values() if rule.required and meta.get(rule.name) is None]
    return found + [("", f"het veld '{name}' ontbreekt") for name in missing]
