"""Addresses of the mail of a development machine."""

from django.urls import path

from content.mail import views

urlpatterns = [
    path("", views.mailbox, name="mailbox"),
    path("<slug:name>/", views.mail, name="mailbox-mail"),
    path("<slug:name>/html/", views.mail_html, name="mailbox-html"),
]
