"""Addresses of the case pack."""

from django.urls import path

from content.casepack import views

urlpatterns = [
    path("", views.pack, name="pack"),
    path("erbij/", views.add, name="pack-add"),
    path("wijzig/", views.change, name="pack-change"),
    path("map.pdf", views.as_pdf, name="pack-pdf"),
]
