"""The knowledge map: what is known where domains and ways of working cross, and where nothing is known yet."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Max
from django.urls import reverse
from wagtail.models import Page

from content import browse
from content.models import Concept, Tag

TONES = 4  # shades of a cell, apart from the one of an empty cell


@dataclass(frozen=True)
class Cell:
    """A domain and a theme together. ``evidence_step``: the strongest among its elements, 0 without one."""

    domain: Concept
    theme: Concept
    pages: int
    evidence_step: int
    evidence: str
    tone: int

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
        return f"{self.domain.pref_label} en {self.theme.pref_label}: {pages}{evidence}"

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
            "url": self.url,
        }


@dataclass(frozen=True)
class KnowledgeMap:
    """``rows``: a row a domain, each with a cell a theme, in the order of ``themes``."""

    themes: tuple[Concept, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def cells(self) -> list[Cell]:
        """All cells, row by row."""
        return [cell for row in self.rows for cell in row]

    @property
    def gaps(self) -> list[Cell]:
        """The cells without a page."""
        return [cell for cell in self.cells if not cell.pages]


def knowledge_map() -> KnowledgeMap:
    """The map of all live, public pages by the tags that count; three queries whatever their number."""
    tops = Concept.objects.tops().select_related("scheme").order_by("order")
    domains = tuple(tops.in_scheme("domein"))
    themes = tuple(tops.in_scheme("thema"))
    counts = _counts()
    most = max((pages for pages, _ in counts.values()), default=0)
    names = browse.ladder()
    return KnowledgeMap(
        themes,
        tuple(
            tuple(
                _cell(domain, theme, counts.get((domain.pk, theme.pk), (0, 0)), names, most)
                for theme in themes
            )
            for domain in domains
        ),
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


def _cell(domain: Concept, theme: Concept, found: tuple[int, int], names: dict[int, str], most: int) -> Cell:
    pages, step = found
    tone = -(-pages * TONES // most) if most else 0
    return Cell(domain, theme, pages, step, names.get(step, "") if step else "", tone)
