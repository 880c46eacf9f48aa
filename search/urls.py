"""Addresses of this room."""

from django.urls import path

from search import views

urlpatterns = [
    path("", views.search, name="search"),
    path("gekozen/", views.chosen, name="search-chosen"),
]
