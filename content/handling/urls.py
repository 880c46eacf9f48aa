"""Addresses of those who help to answer."""

from django.urls import path

from content.handling import views

urlpatterns = [path("<str:token>/", views.expert, name="expert")]
