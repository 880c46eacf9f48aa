"""A batch of content files: read, checked against each other and the database, before anything is written."""

import difflib
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from content.loading import markdown, schema
from content.loading.source import FileError, LoadError, SourceFile, read_markdown
from content.models import Concept, ContentPage, OverviewPage

ELEMENT_SECTIONS = {
    "Wat is het": "what",
    "Voor wie": "for_whom",
    "Zo doet u dat": "steps",
    "Waarom dit werkt": "why",
    "Voorwaarden": "conditions",
    "Valkuilen": "pitfalls",
}
TYPE_SLUGS = {
    "publications": "publication",
    "elements": "element",
    "factsheets": "factsheet",
    "answers": "answer",
    "articles": "article",
}


@dataclass(frozen=True)
class Draft:
    """A content file that is good in itself."""

    kind: str
    slug: str
    source: SourceFile

    @property
    def key(self) -> str:
        """``type/slug``, as ``related`` names it."""
        return f"{self.kind}/{self.slug}"

    @property
    def digest(self) -> str:
        """What the file says, as a SHA-256 in hexadecimal; equal digests need no loading."""
        return hashlib.sha256(self.source.text.encode()).hexdigest()


def read_batch(folder: Path) -> list[Draft]:
    """Read and check every file below ``folder/<type>/<slug>.md``.

    Returns:
        The drafts, publications first.

    Raises:
        LoadError: with every fault of every file; nothing has been written.
    """
    drafts, errors = [], _stray_files(folder)
    for kind in schema.TYPES:
        for path in sorted((folder / kind).glob("*.md")):
            try:
                draft = _read_draft(kind, path)
            except LoadError as error:
                errors += error.errors
            else:
                drafts.append(draft)
    if not drafts and not errors:
        errors.append(FileError(folder, 1, f"hier staan geen bestanden; verwacht: {', '.join(schema.TYPES)}"))
    errors += _reference_faults(drafts)
    if errors:
        raise LoadError(errors)
    return drafts


def _stray_files(folder: Path) -> list[FileError]:
    if not folder.is_dir():
        return [FileError(folder, 1, "deze map bestaat niet")]
    known = {folder / kind for kind in schema.TYPES}
    stray = (path for path in sorted(folder.rglob("*.md")) if path.parent not in known)
    return [FileError(path, 1, f"hoort in een map {', '.join(schema.TYPES)}") for path in stray]


def _read_draft(kind: str, path: Path) -> Draft:
    source = read_markdown(path)
    errors = [source.error(reason, key) for key, reason in schema.faults(kind, source.meta)]
    if fault := schema.slug(path.stem):
        errors.append(FileError(path, 1, f"de bestandsnaam {fault}"))
    if kind == "elements":
        errors += _section_faults(source)
    if errors:
        raise LoadError(errors)
    return Draft(kind, path.stem, source)


def _section_faults(source: SourceFile) -> list[FileError]:
    seen: set[str] = set()
    errors = []
    for section in markdown.sections(source.body):
        line = source.body_line + section.line
        if section.heading in seen and section.heading in ELEMENT_SECTIONS:
            errors.append(FileError(source.path, line, f"'## {section.heading}' staat er twee keer"))
        if section.heading == "Zo doet u dat" and not markdown.steps(section.text, str):
            errors.append(FileError(source.path, line, "'## Zo doet u dat' heeft een genummerde lijst nodig"))
        seen.add(section.heading)
    return errors


def _reference_faults(drafts: list[Draft]) -> list[FileError]:
    concepts = _concept_slugs()
    pages = {draft.key for draft in drafts} | _stored_keys()
    publications = {key.partition("/")[2] for key in pages if key.startswith("publications/")}
    errors = []
    for draft in drafts:
        errors += _concept_faults(draft, concepts)
        errors += _page_faults(draft, pages, publications)
    return errors


def _concept_faults(draft: Draft, concepts: dict[tuple[str, bool], set[str]]) -> list[FileError]:
    errors = []
    for rule in schema.RULES[draft.kind]:
        value = draft.source.meta.get(rule.name)
        if not rule.scheme or value is None:
            continue
        known = concepts.get((rule.scheme, rule.tops), set())
        for slug in value if isinstance(value, list) else [value]:
            if slug not in known:
                reason = f"{rule.name}: '{slug}' is geen begrip van '{rule.scheme}'{_hint(slug, known)}"
                errors.append(draft.source.error(reason, rule.name))
    return errors


def _page_faults(draft: Draft, pages: set[str], publications: set[str]) -> list[FileError]:
    source, errors = draft.source, []
    for slug in source.meta.get("sources") or []:
        if slug not in publications:
            errors.append(
                source.error(f"sources: er is geen publicatie '{slug}'{_hint(slug, publications)}", "sources")
            )
    for figure in source.meta.get("figures") or []:
        if figure["source"] not in publications:
            errors.append(source.error(f"figures: er is geen publicatie '{figure['source']}'", "figures"))
    for key in source.meta.get("related") or []:
        if key not in pages:
            errors.append(source.error(f"related: er is geen pagina '{key}'{_hint(key, pages)}", "related"))
    listed = set(source.meta.get("sources") or [])
    for slug in markdown.citations(source.body):
        if slug not in listed:
            line = source.body_line + source.body[: source.body.index(f"[@{slug}]")].count("\n")
            errors.append(FileError(source.path, line, f"[@{slug}] staat niet bij 'sources'"))
    return errors


def _hint(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return f"; bedoelt u '{near[0]}'?" if near else ""


def _concept_slugs() -> dict[tuple[str, bool], set[str]]:
    """(scheme, tops only) → slugs."""
    found: dict[tuple[str, bool], set[str]] = {}
    for scheme, slug, broader in Concept.objects.values_list("scheme__slug", "slug", "broader"):
        found.setdefault((scheme, False), set()).add(slug)
        if broader is None:
            found.setdefault((scheme, True), set()).add(slug)
    return found


def _stored_keys() -> set[str]:
    keys = set()
    for kind, type_slug in TYPE_SLUGS.items():
        parent = OverviewPage.objects.filter(lists=type_slug).first()
        if parent:
            slugs = ContentPage.objects.child_of(parent).values_list("slug", flat=True)
            keys |= {f"{kind}/{slug}" for slug in slugs}
    return keys
