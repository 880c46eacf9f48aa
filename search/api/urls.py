"""Addresses of the API, and of the page that explains it."""

from django.urls import path, re_path

from search.api.endpoints import api
from search.api.views import explanation, unknown

urlpatterns = [
    path("", explanation, name="api"),
    path("v1/", api.urls),
    re_path(r"^v1(?:/.*)?$", unknown),
]
