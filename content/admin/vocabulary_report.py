"""The report *Controle van begrippen*."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from content.admin.changes import MAY
from content.vocabulary_checks import checks


def report(request: HttpRequest) -> HttpResponse:
    """What is wrong with the vocabulary, by kind; for who may change it."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    return render(request, "contentadmin/vocabulary_report.html", {"checks": checks()})
