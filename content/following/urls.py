"""Addresses of following."""

from django.urls import path

from content.following import own_views, views

urlpatterns = [
    path("pagina/<str:code>/", views.page, name="follow-page"),
    path("begrip/<slug:scheme>/<slug:slug>/", views.concept, name="follow-concept"),
    path("zoekvraag/", views.search, name="follow-search"),
    path("bijna/", views.asked, name="follow-asked"),
    path("bevestig/<str:token>/", own_views.confirm, name="confirm-follow"),
    path("mijn/<str:token>/", own_views.mine, name="my-follows"),
    path("stop/<str:token>/", own_views.stop, name="stop-following"),
]
