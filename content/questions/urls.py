"""Addresses of asking."""

from django.urls import path

from content.questions import own_views, views
from content.questions.carried import ask_with

urlpatterns = [
    path("", views.ask, name="ask"),
    path("met-deze-woorden/", ask_with, name="ask-with"),
    path("bekend/", views.known_while_typing, name="known-while-typing"),
    path("beantwoord/", views.answered_before, name="answered-before"),
    path("beantwoord/<int:page_id>/", views.answered, name="ask-answered"),
    path("ontvangen/<str:token>/", views.asked, name="asked"),
    path("adres/<str:token>/", own_views.confirm_address, name="confirm-address"),
    path("mijn-vraag/<str:token>/", own_views.my_question, name="my-question"),
    path("mijn-vraag/<str:token>/gegevens.json", own_views.my_data, name="my-data"),
    path("mijn-vraag/<str:token>/wissen/", own_views.erase_mine, name="erase-mine"),
]
