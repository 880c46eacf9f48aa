"""Addresses of this room beside its Wagtail pages."""

from django.urls import path

from content import views

urlpatterns = [
    path("onderwerpen/", views.topics, name="topics"),
    path("domeinen/<slug:slug>/", views.landing, {"kind": "domain"}, name="domain"),
    path("themas/<slug:slug>/", views.landing, {"kind": "theme"}, name="theme"),
    path("begrippen/<slug:scheme>/<slug:slug>/", views.concept, name="concept"),
    path("bewijskracht/", views.evidence_ladder, name="evidence"),
    path("literatuur/<slug:slug>.<slug:form>", views.export, name="export"),
    path("factsheets/<slug:slug>/pdf/", views.pdf, name="factsheet-pdf"),
]
