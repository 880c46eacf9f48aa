"""The knowledge map: what is known where domains and ways of working cross, where nothing is known yet, and what is asked
for there."""

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.urls import reverse
from wagtail.models import Page

from content import browse, demand
from content.models import Concept, Tag

TONES = 4  # shades of a cell, apart from the one of an empty cell


@dataclass(frozen=True)
class Cell:
    """A domain and a theme together.

    ``evidence_step``: the strongest among its elements, 0 without one; ``searches``: times that something about both was
    looked for and nothing was found.
    """

    domain: Concept
    theme: Concept
    pages: int
    evidence_step: int
    evidence: str
    tone: int
    searches: int

    @property
    def url(self) -> str:
        """The search for the pages of this cell."""
        values = {"domain": self.domain.slug, "theme": self.theme.slug}
        return f"{reverse('search')}?{urlencode(values)}"

    @property
    def said(self) -> str:
        """The cell in a sentence, for who does not see the table."""
        pages = "1 pagina" if self.pages == 1 else f"{self.pages or 'nog geen'} pagina's"
        evidence = f", sterkste bewijs: {self.evidence.lower()}" if self.evidence else ""
        searches = f", {self.searches} keer gezocht zonder resultaat" if self.searches else ""
        return f"{self.domain.pref_label} en {self.theme.pref_label}: {pages}{evidence}{searches}"

    def as_json(self) -> dict[str, object]:
        """The cell for machines."""
        return {
            "domain": self.domain.slug,
            "domain_label": self.domain.pref_label,
            "theme": self.theme.slug,
            "theme_label": self.theme.pref_label,
            "pages": self.pages,
            "evidence_step": self.evidence_step,
            "evidence": self.evidence,
            "searches_without_result": self.searches,
            "url": self.url,
        }


@dataclass(frozen=True)
class Row:
    """A domain with a cell a theme.

    ``searches``: times that was looked for something about it, of any theme or none, and nothing was found;
    ``questions``: how many questions about it are open.
    """

    domain: Concept
    cells: tuple[Cell, ...]
    searches: int
    questions: int

    def as_json(self) -> dict[str, object]:
        """What is asked for in this domain, for machines."""
        return {
            "domain": self.domain.slug,
            "domain_label": self.domain.pref_label,
            "searches_without_result": self.searches,
            "open_questions": self.questions,
        }


@dataclass(frozen=True)
class KnowledgeMap:
    """``rows``: a row a domain, each with a cell a theme, in the order of ``themes``."""

    themes: tuple[Concept, ...]
    rows: tuple[Row, ...]

    @property
    def cells(self) -> list[Cell]:
        """All cells, row by row."""
        return [cell for row in self.rows for cell in row.cells]

    @property
    def gaps(self) -> list[Cell]:
        """The cells without a page."""
        return [cell for cell in self.cells if not cell.pages]


def knowledge_map() -> KnowledgeMap:
    """The map of all live, public pages by the tags that count; as many queries whatever their number."""
    tops = Concept.objects.tops().select_related("scheme").order_by("order")
    themes = tuple(tops.in_scheme("thema"))
    made = _Cells(_counts(), demand.searches_by_place(), browse.ladder())
    questions = demand.open_questions_by_domain()
    return KnowledgeMap(
        themes,
        tuple(
            Row(
                domain,
                tuple(made.cell(domain, theme) for theme in themes),
                searches=sum(times for place, times in made.searches.items() if place[0] == domain.slug),
                questions=questions[domain.slug],
            )
            for domain in tops.in_scheme("domein")
        ),
    )


@dataclass(frozen=True)
class _Cells:
    """What a cell is made of: (domain, theme) → pages and step, searches by slugs, and the names of the steps."""

    counts: dict[tuple[int, int], tuple[int, int]]
    searches: Counter[demand.Place]
    names: dict[int, str]

    def cell(self, domain: Concept, theme: Concept) -> Cell:
        pages, step = self.counts.get((domain.pk, theme.pk), (0, 0))
        most = max((pages for pages, _ in self.counts.values()), default=0)
        return Cell(
            domain,
            theme,
            pages,
            step,
            self.names.get(step, "") if step else "",
            tone=-(-pages * TONES // most) if most else 0,
            searches=self.searches[domain.slug, theme.slug],
        )


def _counts() -> dict[tuple[int, int], tuple[int, int]]:
    """(domain, theme) → pages and strongest step of evidence."""
    public = Page.objects.live().public().values("pk")
    themes = Tag.objects.active().filter(concept__scheme__slug="thema")
    rows = (
        Tag.objects.active()
        .filter(concept__scheme__slug="domein", page__in=public, page__tags__in=themes)
        .values_list("concept", "page__tags__concept")
        .annotate(pages=Count("page", distinct=True), step=Max("page__elementpage__evidence__order"))
    )
    return {(domain, theme): (pages, step or 0) for domain, theme, pages, step in rows}
