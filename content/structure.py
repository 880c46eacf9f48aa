"""The skeleton of the site: home, an overview per type, plain pages. Made after migrating where absent."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from wagtail.models import Locale, Page, Site

from content.models import HomePage, OverviewPage, PlainPage

PORTS = {"http": 80, "https": 443}
WELCOME_SLUG = "home"  # the page that Wagtail's own migration makes

OVERVIEWS = (
    (
        "element",
        "elementen",
        "Werkzame elementen",
        "Wat werkt in gezinnen met meerdere problemen, en hoe u het doet.",
    ),
    (
        "factsheet",
        "factsheets",
        "Factsheets",
        "De kern van een onderwerp op één pagina, met cijfers en bronnen.",
    ),
    (
        "publication",
        "literatuur",
        "Literatuur",
        "De onderzoeken, richtlijnen en wetten waarop dit kenniscentrum steunt.",
    ),
    (
        "answer",
        "vragen",
        "Vragen en antwoorden",
        "Vragen van professionals, met een kort en een uitgebreid antwoord.",
    ),
    ("article", "artikelen", "Artikelen", "Nieuws, achtergronden en voorbeelden uit de praktijk."),
)
PLAIN_PAGES = (
    ("over", "Over dit kenniscentrum"),
    ("privacy", "Privacy"),
    ("toegankelijkheid", "Toegankelijkheid"),
)


def after_migrate(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Make pages, groups and workflow that are absent (a receiver of ``post_migrate``)."""
    if using == DEFAULT_DB_ALIAS:
        from content.roles import ensure_roles

        ensure_structure()
        ensure_address()
        ensure_roles()


def ensure_structure() -> HomePage:
    """Make the home page, the overviews and the plain pages that are absent; change nothing else."""
    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    home = HomePage.objects.first() or _make_home()
    for type_slug, slug, title, intro in OVERVIEWS:
        if not OverviewPage.objects.filter(lists=type_slug).exists():
            home.add_child(
                instance=OverviewPage(
                    title=title, slug=slug, intro=intro, lists=type_slug, show_in_menus=True
                )
            )
    for slug, title in PLAIN_PAGES:
        if not PlainPage.objects.child_of(home).filter(slug=slug).exists():
            home.add_child(instance=PlainPage(title=title, slug=slug))
    return home


def ensure_address() -> None:
    """Let Wagtail's default site say what ``BASE_URL`` says: its sitemap and its links to pages are made of this."""
    address = _address()
    site = Site.objects.filter(is_default_site=True).first()
    if site and not Site.objects.filter(**address).exists():
        site.hostname, site.port = address["hostname"], address["port"]
        site.save()


def overview(type_slug: str) -> OverviewPage:
    """The overview page that holds the pages of a type.

    Raises:
        OverviewPage.DoesNotExist: where the site has no skeleton yet (run ``migrate``).
    """
    return OverviewPage.objects.get(lists=type_slug)


def _address() -> dict[str, Any]:
    address = urlsplit(settings.BASE_URL)
    return {
        "hostname": address.hostname or "localhost",
        "port": address.port or PORTS.get(address.scheme, 80),
    }


def _make_home() -> HomePage:
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Root", slug="root")
    for welcome in root.get_children().filter(slug=WELCOME_SLUG, content_type__model="page"):
        welcome.delete()
    root.refresh_from_db()
    home = HomePage(title="Wat werkt voor gezinnen met meerdere problemen", slug="start")
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={**_address(), "root_page": home, "site_name": settings.WAGTAIL_SITE_NAME},
    )
    return home
