"""Facets: hierarchies that open below what is chosen, exact counts, and values that never vanish."""

from collections import Counter
from typing import Any

import pytest
from django.test import Client

from content import vocabulary
from content.models import ContentPage, Tag
from content.nlp.vocabulary import Concept, Label, Vocabulary
from search import results
from search.documents import documents
from search.engine import backend
from search.facets import SHOWN_VALUES, Facet, FacetValue, facets, toggled
from search.fields import FACETS_BY_KEY
from search.names import Names
from search.narrower import narrower
from search.query import SearchQuery

NAMES = Names(
    labels={("domein", slug): slug.title() for slug in ("geld", "schuld", "wsnp", "armoede", "wonen")},
    order={},
    broader={("domein", "schuld"): "geld", ("domein", "wsnp"): "schuld", ("domein", "armoede"): "geld"},
)
DOMAIN = FACETS_BY_KEY["domain"]
COUNTS = {"domain": {"geld": 9, "schuld": 5, "wsnp": 2, "armoede": 4, "wonen": 3}}


def domain(*chosen: str, counts: dict[str, int] | None = None) -> Facet:
    query = SearchQuery("x", {"domain": chosen} if chosen else {})
    found = facets(query, {"domain": COUNTS["domain"] if counts is None else counts}, NAMES)
    return next(facet for facet in found if facet.key == "domain")


def tree(values: tuple[FacetValue, ...]) -> dict[str, Any]:
    return {item.value: tree(item.narrower) for item in values}


class TestTree:
    @pytest.mark.parametrize(
        ("chosen", "shown"),
        [
            ((), {"geld": {}, "wonen": {}}),
            (("wonen",), {"geld": {}, "wonen": {}}),
            (("geld",), {"geld": {"schuld": {}, "armoede": {}}, "wonen": {}}),
            (("schuld",), {"geld": {"schuld": {"wsnp": {}}, "armoede": {}}, "wonen": {}}),
            (("wsnp",), {"geld": {"schuld": {"wsnp": {}}, "armoede": {}}, "wonen": {}}),
        ],
    )
    def test_it_opens_below_what_is_chosen(self, chosen: tuple[str, ...], shown: dict[str, Any]) -> None:
        assert tree(domain(*chosen).values) == shown

    def test_a_chosen_value_without_pages_stays_with_all_that_it_falls_under(self) -> None:
        facet = domain("wsnp", counts={})
        assert tree(facet.values) == {"geld": {"schuld": {"wsnp": {}}}}
        assert [(item.value, item.count, item.selected) for item in facet] == [
            ("geld", 0, False),
            ("schuld", 0, False),
            ("wsnp", 0, True),
        ]

    def test_many_values_fold_below_a_value_too_and_the_chosen_one_never_does(self) -> None:
        many = {f"n{n:02}": "geld" for n in range(12)}
        names = Names(
            {("domein", slug): slug for slug in ("geld", *many)},
            {},
            {("domein", slug): above for slug, above in many.items()},
        )
        counts = {"geld": 99} | {slug: 50 - place for place, slug in enumerate(many)}
        facet = facets(SearchQuery("x", {"domain": ("n11",)}), {"domain": counts}, names)[1]
        top = facet.values[0]
        assert len(top.narrower) == SHOWN_VALUES and len(top.more) == len(many) - SHOWN_VALUES
        assert top.narrower[-1].value == "n11" and top.narrower[-1].selected

    def test_a_made_up_value_is_never_shown(self) -> None:
        assert "niets" not in [item.value for item in domain("niets")]


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ((), "geld", ("geld",)),
        (("geld",), "geld", ()),
        (("geld",), "schuld", ("schuld",)),
        (("geld", "wonen"), "wsnp", ("wonen", "wsnp")),
        (("wsnp",), "geld", ("geld",)),
        (("schuld",), "armoede", ("schuld", "armoede")),
        (("wsnp", "armoede"), "schuld", ("armoede", "schuld")),
    ],
)
def test_a_value_takes_the_place_of_what_it_makes_needless(
    before: tuple[str, ...], value: str, after: tuple[str, ...]
) -> None:
    query = SearchQuery("x", {"domain": before} if before else {}, page=3)
    changed = toggled(query, DOMAIN, value, NAMES)
    assert changed.filters.get("domain", ()) == after
    assert changed.page == 1


def test_narrower_concepts_come_from_the_evidence_of_their_own_top_alone() -> None:
    def concept(slug: str, broader: str | None, *labels: str) -> Concept:
        return Concept("domein", slug, slug, tuple(Label(text, "alt") for text in labels), broader)

    words = Vocabulary(
        (
            concept("geld", None, "geld"),
            concept("schuld", "geld", "schuld", "lening"),
            concept("wsnp", "schuld", "wsnp"),
            concept("wonen", None, "wonen"),
            concept("hypotheek", "wonen", "lening"),
        )
    )
    shown = [{"label": "wsnp"}, {"label": "lening"}, {"label": "geld"}, {"label": "onbekend"}]
    assert set(narrower(words, "domein", "geld", shown)) == {"wsnp", "schuld"}
    assert narrower(words, "domein", "wonen", shown) == ("hypotheek",)
    assert narrower(words, "domein", "geld", []) == ()


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestOnTheSite:
    def values(self, **filters: tuple[str, ...]) -> dict[str, FacetValue]:
        found = results.run(SearchQuery("", filters), backend())
        return {item.value: item for facet in found.facets if facet.key == "domain" for item in facet}

    def test_counts_below_a_value_are_exact(self) -> None:
        pages = Counter(
            slug
            for document in documents(ContentPage.objects.values_list("pk", flat=True))
            for slug in document.facets["domain"]
        )
        below = {item.value: item.count for item in self.values(domain=("schulden",))["schulden"]}
        assert len(below) > 3
        assert below == {slug: pages[slug] for slug in below}
        assert all(count <= below["schulden"] for count in below.values())

    def test_a_narrower_value_selects_what_it_counts_and_shows_why(self) -> None:
        item = next(v for v in self.values(domain=("schulden",)).values() if v.value == "schuldhulpverlening")
        found = results.run(SearchQuery("", {"domain": ("schuldhulpverlening",)}, per_page=100), backend())
        assert 0 < found.total == item.count
        labels = {
            label.text
            for concept in vocabulary.current().concepts
            if concept.scheme == "domein"
            for label in concept.labels
            if "schuldhulpverlening" in (concept.slug, concept.broader)
            or concept.slug in ("schone-lei", "dwangakkoord")
        }
        for hit in found.hits:
            tag = Tag.objects.get(page=hit.id, concept__slug="schulden", concept__scheme__slug="domein")
            assert labels & {item["label"] for item in tag.evidence}
        assert all("Schuldhulpverlening" not in hit.tags for hit in found.hits), "tags name tops"

    def test_choosing_and_taking_away_by_the_links_of_the_page(self, client: Client) -> None:
        url = self.values()["schulden"].url
        below = self.values(domain=("schulden",))["schuldhulpverlening"].url
        assert "domain=schulden" in url and below.endswith("domain=schuldhulpverlening")
        html = client.get(below).content.decode()
        assert 'aria-label="Binnen Schulden en inkomen"' in html
        assert self.values(domain=("schuldhulpverlening",))["schuldhulpverlening"].url == "/zoeken/"
