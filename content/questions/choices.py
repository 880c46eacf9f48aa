"""What an asker can choose from: the vocabulary's own lists, and the domains that a text seems to be about."""

from django.db.models import QuerySet

from content.models import Concept
from content.nlp.tagging import TextField
from content.tagging import pipeline

PROFESSIONS, SETTINGS, DOMAINS = "doelgroep", "setting", "domein"
MOST_PROPOSED = 3  # domains ticked beforehand
MOST_READ = 2000  # characters of the situation, for the proposal


def professions() -> list[str]:
    """The professions and organisations that we know by name; another one may be typed."""
    return list(_tops(PROFESSIONS).values_list("pref_label", flat=True))


def settings() -> list[tuple[str, str]]:
    """Slug and name of the places where work is done."""
    return list(_tops(SETTINGS).values_list("slug", "pref_label"))


def domains() -> list[tuple[str, str]]:
    """Slug and name of the domains of life."""
    return list(_tops(DOMAINS).values_list("slug", "pref_label"))


def proposed_domains(question: str, context: str) -> list[str]:
    """Slugs of the domains that a question seems to be about, strongest first. Weak ones too: the asker can untick them."""
    found = pipeline().tag([TextField("title", question), TextField("body", context[:MOST_READ])])
    return [tag.concept for tag in found if tag.scheme == DOMAINS][:MOST_PROPOSED]


def concept(scheme: str, slug: str) -> Concept | None:
    """The concept with this slug; none for an empty slug."""
    return _tops(scheme).filter(slug=slug).first() if slug else None


def domain_concepts(slugs: list[str]) -> list[Concept]:
    """The domains with these slugs."""
    return list(_tops(DOMAINS).filter(slug__in=slugs))


def _tops(scheme: str) -> QuerySet[Concept]:
    return Concept.objects.in_scheme(scheme).tops().order_by("order", "pref_label")
