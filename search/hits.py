"""A page that was found, ready to show: title and passage with marks, evidence, tags, and why it was found."""

from dataclasses import dataclass

from search.backends.base import EngineHit
from search.explaining import TITLE, Reason, explain
from search.fields import TYPE_LABELS
from search.names import Names
from search.reading import Wanted, read
from search.resemblance import Lift
from search.snippets import Segment, mark, snippet
from search.treating import is_about
from search.understanding import Understood

SHOWN_TAGS = 3
SAME_START = 60  # characters by which a summary is recognised as the start of the body


@dataclass(frozen=True)
class Hit:
    """A page that was found.

    ``reasons``: which of the asker's words it has, and how; ``about``: labels of tags that the query named;
    ``lift``: why it stands higher than by its words alone, where it does;
    ``treats``: of a query that names several problems, those that this page is about.
    """

    id: int
    type: str
    type_label: str
    slug: str
    title: str
    title_segments: tuple[Segment, ...]
    url: str
    score: float
    snippet: tuple[Segment, ...]
    evidence: str
    evidence_step: int
    tags: tuple[str, ...]
    reasons: tuple[Reason, ...]
    about: tuple[str, ...]
    lift: Lift | None
    treats: tuple[str, ...]


def shown(hit: EngineHit, understood: Understood, wanted: Wanted, names: Names, lift: Lift | None) -> Hit:
    """The hit as the page shows it."""
    step = next(iter(hit.facets.get("evidence", ())), "")
    tagged = [("domein", slug) for slug in hit.facets.get("domain", ())]
    tagged += [("thema", slug) for slug in hit.facets.get("theme", ())]
    tagged = [key for key in tagged if key not in names.broader]
    title, text = read(hit.title, wanted), read(_readable(hit), wanted)
    reasons = explain(title, text, lambda: read("\n".join(hit.searched_as), wanted), understood.groups)
    return Hit(
        id=hit.id,
        type=hit.type,
        type_label=TYPE_LABELS.get(hit.type, hit.type),
        slug=hit.slug,
        title=hit.title,
        title_segments=mark(title),
        url=hit.url,
        score=hit.score,
        snippet=snippet((text,)),
        evidence=names.labels.get(("bewijskracht", step), ""),
        evidence_step=names.order.get(("bewijskracht", step), 0),
        tags=tuple(names.labels.get(key, key[1]) for key in tagged[:SHOWN_TAGS]),
        reasons=reasons,
        about=tuple(names.labels.get(key, key[1]) for key in tagged if key in understood.tops),
        lift=lift,
        treats=_treated(hit, understood, reasons),
    )


def _treated(hit: EngineHit, understood: Understood, reasons: tuple[Reason, ...]) -> tuple[str, ...]:
    """The problems of a combination that the page names in its title, or names while its tags say it is about them."""
    if len(understood.problems) < 2:
        return ()
    met = {reason.asked: reason.place for reason in reasons}
    return tuple(
        problem.group.text
        for problem in understood.problems
        if (place := met.get(problem.group.text)) and (place == TITLE or is_about(hit, problem))
    )


def _readable(hit: EngineHit) -> str:
    """The text a passage is taken from: the summary and the body, without saying the same twice."""
    if hit.summary[:SAME_START] in hit.body:
        return hit.body
    return f"{hit.summary}\n{hit.body}"
