"""Ingezonden vragen in the admin: the inbox, one question, and the steps of its handling. For its handlers alone."""

from django.urls import path

from content.admin.questions import desk, inbox

URLS = (
    path("ingezonden-vragen/", inbox.inbox, name="questions"),
    path("ingezonden-vragen/<str:reference>/", desk.question, name="question"),
    path("ingezonden-vragen/<str:reference>/<slug:name>/", desk.act, name="question-step"),
)
