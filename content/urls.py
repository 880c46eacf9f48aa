"""Addresses of this room beside its Wagtail pages."""

from django.urls import include, path

from content import concept_views, knowledge_map_views, views

urlpatterns = [
    path("onderwerpen/", views.topics, name="topics"),
    path("domeinen/<slug:slug>/", views.landing, {"kind": "domain"}, name="domain"),
    path("themas/<slug:slug>/", views.landing, {"kind": "theme"}, name="theme"),
    path("begrippen/", concept_views.vocabulary, name="vocabulary"),
    path("begrippen.<slug:suffix>", concept_views.vocabulary, name="vocabulary-data"),
    path("begrippen/<slug:scheme>/", concept_views.scheme, name="scheme"),
    path("begrippen/<slug:scheme>.<slug:suffix>", concept_views.scheme, name="scheme-data"),
    path("begrippen/<slug:scheme>/<slug:slug>/", concept_views.concept, name="concept"),
    path("begrippen/<slug:scheme>/<slug:slug>.<slug:suffix>", concept_views.concept, name="concept-data"),
    path("kenniskaart/", knowledge_map_views.page, name="knowledge-map"),
    path("kenniskaart.json", knowledge_map_views.as_json, name="knowledge-map-json"),
    path("kenniskaart.csv", knowledge_map_views.as_csv, name="knowledge-map-csv"),
    path("bewijskracht/", views.evidence_ladder, name="evidence"),
    path("v/<str:code>", views.short, name="short"),
    path("volgen/", include("content.following.urls")),
    path("map/", include("content.casepack.urls")),
    path("reactie/", include("content.feedback.urls")),
    path("literatuur/<slug:slug>.<slug:form>", views.export, name="export"),
    path("factsheets/<slug:slug>/pdf/", views.pdf, name="factsheet-pdf"),
]
