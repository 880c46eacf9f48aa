"""*Begrippen invoeren*: a SKOS file that is checked whole, and then shown as every other change of the vocabulary."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from content.admin.changes import MAY
from content.models import ConceptScheme
from content.skos.load import import_skos
from content.skos.reading import notation_of
from content.steering.importing import propose_import

TITLE = "Begrippen invoeren"
MAX_MEGABYTES = 3  # more takes longer to read than somebody waits
SHOWN = 20  # faults


class ImportForm(forms.Form):
    """The file, and the list for concepts that name none."""

    file = forms.FileField(
        label="Bestand",
        help_text=f"Een SKOS-bestand in Turtle, RDF/XML of JSON-LD, ten hoogste {MAX_MEGABYTES} MB. "
        "Een groter bestand voert uw beheerder in.",
    )
    scheme = forms.ModelChoiceField(
        label="Begrippenlijst",
        queryset=ConceptScheme.objects.all(),
        to_field_name="slug",
        required=False,
        empty_label="zoals het bestand zegt",
        help_text="Alleen voor begrippen waarbij het bestand geen lijst noemt.",
    )

    def clean_file(self) -> Any:
        """Refuse what is too large to read while somebody waits."""
        file = self.cleaned_data["file"]
        if file.size > MAX_MEGABYTES * 1_000_000:
            raise ValidationError(
                f"Het bestand is te groot: ten hoogste {MAX_MEGABYTES} MB. Deel het, of vraag het uw beheerder."
            )
        return file


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """The form; a POST leads to what the file would do, or names everything that is wrong with it."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None)
    refused: list[str] = []
    unchanged = False
    if form.is_valid():
        file, scheme = form.cleaned_data["file"], form.cleaned_data["scheme"]
        data = file.read()
        notation, slug = notation_of(file.name, data), scheme.slug if scheme else ""
        report = import_skos(data, notation, slug, dry_run=True)
        refused, unchanged = [str(fault) for fault in report.refused], not report.changes
        if report.changes and not refused:
            try:
                change = propose_import(data, notation, slug, file.name, report, request.user)
                return redirect("vocabulary-change", change.pk)
            except ValidationError as error:
                refused = error.messages
    context = {
        "title": TITLE,
        "form": form,
        "refused": refused[:SHOWN],
        "more": len(refused[SHOWN:]),
        "unchanged": unchanged and not refused,
    }
    status = 422 if refused or form.errors else 200
    return render(request, "contentadmin/import.html", context, status=status)
