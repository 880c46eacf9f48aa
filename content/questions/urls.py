"""Addresses of asking."""

from django.urls import path

from content.questions import views

urlpatterns = [
    path("", views.ask, name="ask"),
    path("beantwoord/", views.answered_before, name="answered-before"),
    path("beantwoord/<int:page_id>/", views.answered, name="ask-answered"),
    path("ontvangen/<str:token>/", views.asked, name="asked"),
]
