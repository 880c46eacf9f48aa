"""Addresses of the site."""

from django.conf import settings
from django.urls import include, path
from django.views.decorators.http import conditional_page, require_safe
from django.views.generic import TemplateView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap

from search.feeds import ConceptFeed, OnePageFeed, SearchFeed
from search.opensearch import opensearch

urlpatterns = [
    path("beheer/", include(wagtailadmin_urls)),
    path("zoeken/", include("search.urls")),
    path("api/", include("search.api.urls")),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("feeds/zoeken.atom", require_safe(conditional_page(SearchFeed())), name="search-feed"),
    path("feeds/pagina/<str:code>.atom", require_safe(conditional_page(OnePageFeed())), name="page-feed"),
    path(
        "feeds/begrip/<slug:scheme>/<slug:slug>.atom",
        require_safe(conditional_page(ConceptFeed())),
        name="concept-feed",
    ),
    path("vraag-stellen/", include("content.questions.urls")),
    path("post/", include("content.mail.urls")),
    path("deskundige/", include("content.handling.urls")),
    path("sitemap.xml", sitemap, name="sitemap"),
    path(
        "robots.txt",
        TemplateView.as_view(
            template_name="robots.txt",
            content_type="text/plain",
            extra_context={"base_url": settings.BASE_URL},
        ),
        name="robots",
    ),
    path("", include("content.urls")),
    path("", include(wagtail_urls)),
]
