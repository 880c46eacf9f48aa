"""The record of processing in the admin, for whoever must show what is kept and why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from content.privacy import export
from content.privacy.register import REGISTER

FORMS = {"csv": ("text/csv; charset=utf-8", export.as_csv), "json": ("application/json", export.as_json)}


def report(request: HttpRequest) -> HttpResponse:
    """The register as a table."""
    return render(request, "contentadmin/privacy_report.html", {"register": REGISTER})


def download(request: HttpRequest, form: str) -> HttpResponse:
    """The register as a file.

    Raises:
        Http404: for another form than CSV or JSON.
    """
    if form not in FORMS:
        raise Http404
    kind, write = FORMS[form]
    response = HttpResponse(write(), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="verwerkingsregister.{form}"'
    return response
