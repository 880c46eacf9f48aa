"""Loading the vocabulary from ``<scheme>.yaml`` files: checked whole, then written whole."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from content import vocabulary
from content.loading.schema import line, list_of, slug
from content.loading.source import FileError, LoadError, SourceFile, parse_yaml, read_text
from content.models import Concept, ConceptScheme, Label

SCHEME_KEYS = {"scheme", "title", "description", "concepts"}
CONCEPT_RULES = {
    "slug": slug,
    "prefLabel": line(120),
    "altLabel": list_of(line(120)),
    "hiddenLabel": list_of(line(120)),
    "definition": line(2000),
    "scopeNote": line(2000),
    "broader": slug,
    "related": list_of(line(200)),
    "ambiguous": lambda value: None if isinstance(value, dict) else "moet woord: [context, …] zijn",
}


@dataclass(frozen=True)
class SchemeFile:
    """One scheme as its file says it; ``concepts`` are the mappings of the file, in reading order."""

    source: SourceFile
    slug: str
    title: str
    description: str
    concepts: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class VocabularyOutcome:
    """How much the files hold, and how many concepts were made, changed or left."""

    schemes: int
    concepts: int
    labels: int
    created: int
    updated: int
    unchanged: int


def read_vocabulary(folder: Path) -> list[SchemeFile]:
    """Read and check every scheme in a folder.

    Raises:
        LoadError: with every fault of every file.
    """
    schemes: list[SchemeFile] = []
    errors: list[FileError] = []
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        errors.append(FileError(folder, 1, "hier staan geen .yaml-bestanden"))
    for path in paths:
        try:
            schemes.append(_read_scheme(path))
        except LoadError as error:
            errors += error.errors
    known = {(scheme.slug, concept["slug"]) for scheme in schemes for concept in scheme.concepts}
    for scheme in schemes:
        errors += _relation_faults(scheme, known)
    if errors:
        raise LoadError(errors)
    return schemes


@transaction.atomic
def write_vocabulary(schemes: list[SchemeFile]) -> VocabularyOutcome:
    """Make the database say what the files say. Concepts that only the database has are left alone."""
    counts: Counter[str] = Counter()
    rows: dict[tuple[str, str], Concept] = {}
    for scheme in schemes:
        row, _ = ConceptScheme.objects.update_or_create(
            slug=scheme.slug, defaults={"title": scheme.title, "description": scheme.description}
        )
        for order, data in enumerate(scheme.concepts, 1):
            rows[scheme.slug, data["slug"]], outcome = _write_concept(row, order, data)
            counts[outcome] += 1
    changed = counts["created"] + counts["updated"] + _write_relations(schemes, rows)
    if changed:
        vocabulary.vocabulary_changed()
    return VocabularyOutcome(
        schemes=len(schemes),
        concepts=len(rows),
        labels=len(rows) + sum(len(_labels(data)) for scheme in schemes for data in scheme.concepts),
        created=counts["created"],
        updated=counts["updated"],
        unchanged=counts["unchanged"],
    )


def _read_scheme(path: Path) -> SchemeFile:
    text = read_text(path)
    meta, lines = parse_yaml(path, text)
    source = SourceFile(path, text, meta, lines)
    errors = [source.error(f"onbekend veld '{key}'", str(key)) for key in meta if key not in SCHEME_KEYS]
    errors += [
        source.error(f"het veld '{key}' ontbreekt")
        for key in ("scheme", "title", "concepts")
        if not meta.get(key)
    ]
    concepts = meta.get("concepts") or []
    if not isinstance(concepts, list):
        raise LoadError([source.error("concepts moet een lijst zijn", "concepts")])
    for number, concept in enumerate(concepts, 1):
        errors += _concept_faults(source, number, concept)
    if errors:
        raise LoadError(errors)
    return SchemeFile(
        source, meta["scheme"], meta["title"], str(meta.get("description") or ""), tuple(concepts)
    )


def _concept_faults(source: SourceFile, number: int, concept: Any) -> list[FileError]:
    if not isinstance(concept, dict):
        return [source.error(f"begrip {number} is geen lijst van velden", "concepts")]
    name = concept.get("slug") or f"begrip {number}"
    line_number = _line_of(source, str(name))
    reasons = [f"{name}: het veld '{key}' ontbreekt" for key in ("slug", "prefLabel") if not concept.get(key)]
    for key, value in concept.items():
        rule = CONCEPT_RULES.get(key)
        if rule is None:
            reasons.append(f"{name}: onbekend veld '{key}'")
        elif value is not None and (fault := rule(value)):
            reasons.append(f"{name}: {key} {fault}")
    return [FileError(source.path, line_number, reason) for reason in reasons]


def _line_of(source: SourceFile, slug_: str) -> int:
    wanted = f"slug: {slug_}"
    for number, text in enumerate(source.text.split("\n"), 1):
        if text.strip().lstrip("- ") == wanted:
            return number
    return source.lines.get("concepts", 1)


def _relation_faults(scheme: SchemeFile, known: set[tuple[str, str]]) -> list[FileError]:
    errors: list[FileError] = []
    slugs = Counter(concept["slug"] for concept in scheme.concepts)
    broader = {concept["slug"]: concept.get("broader") for concept in scheme.concepts}
    meanings: dict[str, str] = {}
    for concept in scheme.concepts:
        name, line_number = concept["slug"], _line_of(scheme.source, concept["slug"])
        reasons = ["staat er twee keer"] if slugs[name] > 1 else []
        if broader[name] and (scheme.slug, broader[name]) not in known:
            reasons.append(f"het bredere begrip '{broader[name]}' bestaat niet")
        elif _in_circle(name, broader):
            reasons.append("staat in een kring van bredere begrippen")
        for target in concept.get("related") or []:
            if _target(scheme.slug, target) not in known:
                reasons.append(f"het verwante begrip '{target}' bestaat niet")
        for text in [concept["prefLabel"], *(text for text, _ in _labels(concept))]:
            other = meanings.setdefault(str(text).casefold(), name)
            if other != name:
                reasons.append(f"het woord '{text}' hoort ook bij '{other}'")
        errors += [FileError(scheme.source.path, line_number, f"{name}: {reason}") for reason in reasons]
    return errors


def _in_circle(start: str, broader: dict[str, str | None]) -> bool:
    seen, step = {start}, broader.get(start)
    while step:
        if step in seen:
            return True
        seen.add(step)
        step = broader.get(step)
    return False


def _target(scheme: str, related: str) -> tuple[str, str]:
    left, slash, right = related.partition("/")
    return (left, right) if slash else (scheme, left)


def _labels(concept: dict[str, Any]) -> list[tuple[str, str]]:
    """(text, kind) of the alternative and hidden labels, each text once."""
    seen = {str(concept["prefLabel"])}
    found = []
    for key, kind in (("altLabel", Label.Kind.ALT), ("hiddenLabel", Label.Kind.HIDDEN)):
        for text in map(str, concept.get(key) or []):
            if text not in seen:
                seen.add(text)
                found.append((text, str(kind)))
    return found


def _write_concept(scheme: ConceptScheme, order: int, data: dict[str, Any]) -> tuple[Concept, str]:
    context = {
        str(word): ", ".join(map(str, near or [])) for word, near in (data.get("ambiguous") or {}).items()
    }
    fields = {
        "pref_label": str(data["prefLabel"]),
        "pref_context": context.get(str(data["prefLabel"]), ""),
        "definition": str(data.get("definition") or ""),
        "scope_note": str(data.get("scopeNote") or ""),
        "order": order,
    }
    labels = {(text, kind, context.get(text, "")) for text, kind in _labels(data)}
    row = Concept.objects.filter(scheme=scheme, slug=data["slug"]).prefetch_related("label_set").first()
    if row is None:
        row = Concept.objects.create(scheme=scheme, slug=data["slug"], **fields)
        outcome = "created"
    else:
        stored = {(label.text, label.kind, label.context) for label in row.label_set.all()}
        if stored == labels and all(getattr(row, name) == value for name, value in fields.items()):
            return row, "unchanged"
        Concept.objects.filter(pk=row.pk).update(**fields)
        outcome = "updated"
    Label.objects.filter(concept=row).delete()
    Label.objects.bulk_create(Label(concept=row, text=t, kind=k, context=c) for t, k, c in sorted(labels))
    return row, outcome


def _write_relations(schemes: list[SchemeFile], rows: dict[tuple[str, str], Concept]) -> int:
    """Set broader and related; returns how many concepts changed."""
    changed = 0
    through = Concept.related.through
    for scheme in schemes:
        for data in scheme.concepts:
            row = rows[scheme.slug, data["slug"]]
            broader = rows[scheme.slug, data["broader"]].pk if data.get("broader") else None
            related = {rows[_target(scheme.slug, target)].pk for target in data.get("related") or []}
            stored = set(through.objects.filter(from_concept=row).values_list("to_concept", flat=True))
            if row.broader_id != broader or stored != related:
                changed += 1
                Concept.objects.filter(pk=row.pk).update(broader=broader)
                through.objects.filter(from_concept=row).delete()
                through.objects.bulk_create(through(from_concept=row, to_concept_id=pk) for pk in related)
    return changed
