"""Addresses of asking."""

from django.urls import path

from content.questions import views

urlpatterns = [
    path("", views.ask, name="ask"),
    path("ontvangen/<str:token>/", views.asked, name="asked"),
]
