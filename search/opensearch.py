"""The OpenSearch description, by which a browser can search here from its address bar."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from content.addresses import absolute

CONTENT_TYPE = "application/opensearchdescription+xml; charset=utf-8"
DAY = 86400


@require_safe
@cache_control(public=True, max_age=DAY)
def opensearch(request: HttpRequest) -> HttpResponse:
    """What a browser needs to add this site to its search engines."""
    context = {
        "search": absolute(reverse("search")),
        "feed": absolute(reverse("search-feed")),
        "self": absolute(reverse("opensearch")),
        "icon": absolute(static("kenniscentrum/icon.svg")),
    }
    return render(request, "search/opensearch.xml", context, content_type=CONTENT_TYPE)
