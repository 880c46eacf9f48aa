"""What is indexed, how much it weighs, and which facets there are. A new facet is a line here."""

from collections.abc import Mapping
from dataclasses import dataclass

SCHEMA_VERSION = "7"
"""Raise when a field, weight or facet below changes what the index holds."""


@dataclass(frozen=True)
class TextPart:
    """A text of a page as the index holds it: a field of lemmas, one of stems and one of the concepts mentioned.

    ``sources``: names of the page's own text fields that go into it, in order.
    """

    name: str
    sources: tuple[str, ...]
    weight: float

    @property
    def lemmas(self) -> str:
        """Name of the engine's field of lemmas."""
        return f"{self.name}_lemmas"

    @property
    def stems(self) -> str:
        """Name of the engine's field of stems."""
        return f"{self.name}_stems"

    @property
    def mentions(self) -> str:
        """Name of the engine's field of the concepts that it mentions."""
        return f"{self.name}_mentions"

    def text_of(self, texts: Mapping[str, str]) -> str:
        """The text of this part of a page whose own texts are these, by field; each field starts a line."""
        return "\n".join(filter(None, (texts.get(source, "") for source in self.sources)))


@dataclass(frozen=True)
class FacetField:
    """A facet. ``scheme``: the vocabulary that names its values, empty where they name themselves."""

    key: str
    label: str
    scheme: str = ""
    order: str = (
        "count"  # "count": most pages first; "scheme": in the order of the scheme; "newest": as years
    )


TEXT_PARTS = (
    TextPart("title", ("title",), 3.5),
    TextPart("lead", ("summary", "key"), 1.3),
    TextPart("body", ("body", "searched_as"), 1.0),
)

FACETS = (
    FacetField("type", "Soort pagina"),
    FacetField("domain", "Domein", "domein"),
    FacetField("theme", "Thema", "thema"),
    FacetField("audience", "Voor wie", "doelgroep"),
    FacetField("evidence", "Bewijskracht", "bewijskracht", order="scheme"),
    FacetField("phase", "Fase", "fase", order="scheme"),
    FacetField("year", "Jaar", order="newest"),
)
FACETS_BY_KEY = {facet.key: facet for facet in FACETS}
FACET_OF_SCHEME = {facet.scheme: facet.key for facet in FACETS if facet.scheme}

TYPE_LABELS = {
    "element": "Werkzaam element",
    "factsheet": "Factsheet",
    "publication": "Literatuur",
    "answer": "Vraag & antwoord",
    "article": "Artikel",
}

SORTS = {"relevance": "Relevantie", "date": "Nieuwste eerst", "evidence": "Sterkste bewijs eerst"}
DEFAULT_SORT = "relevance"
