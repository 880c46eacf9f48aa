"""What an import would do: every concept of a file beside the database, and what makes it impossible."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import slugify

from content.models import ConceptScheme
from content.skos.interpret import SLUG_LENGTH
from content.skos.shapes import ConceptData, Key, Refusal, SchemeData, Thesaurus
from content.skos.stored import Row, Stored, stored_concepts
from content.skos.terms import last_part, own_key

SCHEME_LENGTH = 50
DEFAULT_SCHEME = "scheme:"  # stands before the slug of the scheme that the caller chose


@dataclass
class Plan:
    """What is to be written. ``changed``: row and the names of the fields that differ."""

    stored: Stored
    schemes: dict[str, SchemeData] = field(default_factory=dict)
    added: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, tuple[str, ...]]] = field(default_factory=list)
    unchanged: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def make_plan(thesaurus: Thesaurus) -> Plan:
    """Compare a file with the database, and check what would come out of it.

    Returns:
        The plan; it may be carried out only when ``refusals`` is empty.
    """
    plan = Plan(stored_concepts(), refusals=[*thesaurus.refusals], notes=[*thesaurus.notes])
    keys = _keys(thesaurus, plan)
    wanted: dict[Key, Row] = {}
    for uri, concept in thesaurus.concepts.items():
        key = keys[uri]
        if key in wanted:
            plan.refusals.append(Refusal(concept.pref_label, f"{'/'.join(key)} staat er twee keer in"))
        wanted[key] = _row(concept, key, keys, plan)
    for key, row in wanted.items():
        before = plan.stored.rows.get(key)
        if before is None:
            plan.added.append(row)
        elif differences := row.differences(before):
            plan.changed.append((row, differences))
        else:
            plan.unchanged.append(row)
    known = set(ConceptScheme.objects.values_list("slug", flat=True))
    plan.notes += [f"nieuwe begrippenlijst: {slug}" for slug in sorted(set(plan.schemes) - known)]
    plan.refusals += _impossible(plan.stored.rows | wanted, set(wanted))
    return plan


def _keys(thesaurus: Thesaurus, plan: Plan) -> dict[str, Key]:
    """URI → key, of every concept of the file and of the database."""
    slugs = _scheme_slugs(thesaurus, plan)
    keys = {row.origin: key for key, row in plan.stored.rows.items() if row.origin}
    taken = set(plan.stored.rows) | {c.key for c in thesaurus.concepts.values() if c.key}
    for uri, concept in thesaurus.concepts.items():
        if concept.key:
            keys[uri] = concept.key
            plan.schemes.setdefault(concept.key[0], SchemeData("", concept.key[0], concept.key[0]))
        elif uri not in keys:
            scheme = slugs[concept.scheme]
            slug = slugify(concept.pref_label) or slugify(last_part(uri)) or "begrip"
            key = (
                scheme,
                _free(
                    slug,
                    SLUG_LENGTH,
                    {slug for name, slug in taken if name == scheme}
                    if (scheme, slug[:SLUG_LENGTH]) in taken
                    else set(),
                ),
            )
            taken.add(key)
            keys[uri] = key
    return keys


def _scheme_slugs(thesaurus: Thesaurus, plan: Plan) -> dict[str, str]:
    """URI → slug of every scheme of the file; a scheme of somebody else never takes the name of one of ours."""
    origins = dict(ConceptScheme.objects.exclude(origin="").values_list("origin", "slug"))
    taken = set(ConceptScheme.objects.values_list("slug", flat=True))
    taken |= {scheme.slug for scheme in thesaurus.schemes.values() if scheme.slug}
    slugs = {}
    for uri, scheme in sorted(thesaurus.schemes.items()):
        slug = scheme.slug or origins.get(uri, "")
        if not slug:
            slug = _free(slugify(last_part(uri)) or slugify(scheme.title) or "lijst", SCHEME_LENGTH, taken)
        taken.add(slug)
        slugs[uri] = slug
        plan.schemes[slug] = scheme
    for concept in thesaurus.concepts.values():
        if concept.scheme.startswith(DEFAULT_SCHEME) and concept.scheme not in slugs:
            slugs[concept.scheme] = slug = concept.scheme.removeprefix(DEFAULT_SCHEME)
            plan.schemes.setdefault(slug, SchemeData("", slug, slug))
    return slugs


def _free(slug: str, length: int, taken: set[str]) -> str:
    """The slug, with a number behind it where it is taken."""
    candidate, number = slug[:length], 2
    while candidate in taken:
        tail = f"-{number}"
        candidate, number = slug[: length - len(tail)] + tail, number + 1
    return candidate


def _row(concept: ConceptData, key: Key, keys: dict[str, Key], plan: Plan) -> Row:
    before = plan.stored.rows.get(key)
    broader = _known(concept.broader, keys, plan, f"{concept.pref_label}: het bredere begrip")
    if broader and broader[0] != key[0]:
        plan.notes.append(f"{concept.pref_label}: het bredere begrip staat in een andere lijst; weggelaten")
        broader = None
    related = (
        _known(uri, keys, plan, f"{concept.pref_label}: het verwante begrip") for uri in concept.related
    )
    replaced_by = _known(concept.replaced_by, keys, plan, f"{concept.pref_label}: de opvolger")
    return Row(
        key=key,
        pref_label=concept.pref_label,
        pref_context=concept.pref_context,
        labels=concept.labels,
        definition=concept.definition,
        scope_note=concept.scope_note,
        order=concept.order if concept.order is not None else (before.order if before else 0),
        broader=broader,
        related=frozenset(found for found in related if found and found != key),
        exact_match=concept.exact_match,
        close_match=concept.close_match,
        deprecated=concept.deprecated or replaced_by is not None,
        merged=concept.merged and replaced_by is not None,
        replaced_by=replaced_by,
        origin=concept.origin,
    )


def _known(uri: str, keys: dict[str, Key], plan: Plan, what: str) -> Key | None:
    if not uri:
        return None
    own = own_key(uri)
    key = keys.get(uri) or ((own[0], own[1]) if len(own) == 2 and own in plan.stored.rows else None)
    if key is None:
        plan.notes.append(f"{what} {uri} kennen wij niet; weggelaten")
    return key


def _impossible(rows: dict[Key, Row], wanted: set[Key]) -> Iterable[Refusal]:
    """Circles, and labels that two concepts of a scheme would share, where the file has a part in them."""
    broader = {key: row.broader for key, row in rows.items()}
    for circle in _circles(broader):
        if wanted & set(circle):
            names = " → ".join(rows[key].pref_label for key in (*circle, circle[0]))
            yield Refusal(rows[circle[0]].pref_label, f"staat in een kring van bredere begrippen: {names}")
    for circle in _circles({key: row.replaced_by for key, row in rows.items()}):
        if wanted & set(circle):
            names = " → ".join(rows[key].pref_label for key in (*circle, circle[0]))
            yield Refusal(rows[circle[0]].pref_label, f"staat in een kring van opvolgers: {names}")
    yield from _shared_labels(rows, wanted)


def _shared_labels(rows: dict[Key, Row], wanted: set[Key]) -> Iterable[Refusal]:
    holders: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key, row in rows.items():
        if not row.deprecated:
            holders[key[0], row.pref_label.casefold()].append(key)
    for (scheme, _), keys in holders.items():
        if len(keys) > 1 and wanted & set(keys):
            names = ", ".join(sorted(slug for _, slug in keys))
            reason = f"deze voorkeursterm hebben {len(keys)} begrippen in de lijst {scheme}: {names}"
            yield Refusal(rows[keys[0]].pref_label, reason)


def _circles(next_: dict[Key, Key | None]) -> list[tuple[Key, ...]]:
    """The circles of a graph in which everything has at most one next; each once."""
    circles: list[tuple[Key, ...]] = []
    done: Counter[Key] = Counter()
    for number, start in enumerate(next_, 1):
        path: list[Key] = []
        step: Key | None = start
        while step is not None and step in next_ and not done[step]:
            done[step] = number
            path.append(step)
            step = next_[step]
        if step is not None and step in path:
            circles.append(tuple(path[path.index(step) :]))
    return circles
