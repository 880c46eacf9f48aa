"""What may be asked: parameters with their limits. A new facet in ``fields.py`` is a new parameter here."""

from typing import Any, Literal

from pydantic import Field, create_model

from content.models import (
    AnswerPage,
    ArticlePage,
    ConceptScheme,
    ContentPage,
    ElementPage,
    FactsheetPage,
    PublicationPage,
)
from search.api.schemas import Model
from search.fields import DEFAULT_SORT, FACETS, SORTS, TYPE_LABELS
from search.query import MAX_FILTER_VALUES, MAX_PAGE, MAX_TEXT, PER_PAGE

MAX_PER_PAGE = 50
LIST_PER_PAGE = 20
MAX_LIST_PAGE = 100_000
PAGE_TYPES: dict[str, type[ContentPage]] = {
    model.type_slug: model for model in (ElementPage, FactsheetPage, PublicationPage, AnswerPage, ArticlePage)
}
MAX_SLUG = ConceptScheme._meta.get_field("slug").max_length


class SearchBase(Model):
    """De zoekvraag zonder de kenmerken."""

    q: str = Field(
        "",
        max_length=MAX_TEXT,
        description='Woorden, een "letterlijk stuk tekst", -uitgesloten woorden of een hele vraag. Leeg: alles.',
        examples=["schulden en schoolverzuim"],
    )
    sort: Literal[tuple(SORTS)] = Field(  # type: ignore[valid-type]
        DEFAULT_SORT, description="Volgorde: past het best, nieuwste eerst of sterkste bewijs eerst."
    )
    page: int = Field(1, ge=1, le=MAX_PAGE, description="Welke bladzijde, vanaf 1.")
    per_page: int = Field(PER_PAGE, ge=1, le=MAX_PER_PAGE, description="Hoeveel resultaten per bladzijde.")


_FACETS: dict[str, Any] = {
    facet.key: (
        list[str],
        Field(
            default_factory=list,
            max_length=MAX_FILTER_VALUES,
            description=f"Alleen pagina's met dit kenmerk: {facet.label.lower()}. Mag vaker voorkomen; "
            "een waarde die niet bestaat telt niet mee. De waarden staan bij ‘facets’ in elk antwoord.",
        ),
    )
    for facet in FACETS
}
SearchParameters: Any = create_model("SearchParameters", __base__=SearchBase, **_FACETS)


class SuggestParameters(Model):
    """De tekst waarbij voorstellen worden gezocht."""

    q: str = Field("", max_length=MAX_TEXT, description="Wat er tot nu toe is getypt.", examples=["schuldh"])


class ListParameters(Model):
    """Bladeren door een lijst."""

    page: int = Field(1, ge=1, le=MAX_LIST_PAGE, description="Welke bladzijde, vanaf 1.")
    per_page: int = Field(LIST_PER_PAGE, ge=1, le=MAX_PER_PAGE, description="Hoeveel per bladzijde.")


class PageParameters(ListParameters):
    """Bladeren door pagina's."""

    type: Literal[tuple(TYPE_LABELS)] | None = Field(  # type: ignore[valid-type]
        None, description="Alleen deze soort pagina's."
    )


class ConceptParameters(ListParameters):
    """Bladeren door begrippen."""

    scheme: str | None = Field(
        None, max_length=MAX_SLUG, description="Alleen deze begrippenlijst, bijvoorbeeld domein of thema."
    )
