"""Addresses of readers' reactions to a page, by its short code."""

from django.urls import path

from content.feedback import views

urlpatterns = [
    path("<str:code>/hielp/", views.helped, name="feedback-count"),
    path("<str:code>/hielp/<slug:said>/", views.reason, name="feedback-helped"),
    path("<str:code>/fout/", views.fault, name="feedback-fault"),
    path("<str:code>/ook/", views.same_question, name="feedback-same"),
    path("<str:code>/ook/bedankt/", views.same_thanks, name="feedback-same-thanks"),
    path("<str:code>/bedankt/", views.thanks, name="feedback-thanks"),
]
