"""Judging a search: its results with a button for each grade, saved at a click."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from content.models import ContentPage
from content.numerals import whole_number
from search import results
from search.admin.permissions import keepers_only
from search.backends.base import SearchError
from search.engine import backend
from search.fields import TYPE_LABELS
from search.models import Grade, JudgedSearch
from search.query import SearchQuery, clean
from search.snippets import Segment

LOOKED_AT = 20  # results to judge
NONE = 0
GRADES = (*((value, label) for value, label in Grade.Value.choices), (NONE, "helpt niet"))


@dataclass(frozen=True)
class Row:
    """A page to judge: ``place`` among the results, 0 where it is not among the first."""

    id: int
    place: int
    title: str
    url: str
    type_label: str
    passage: tuple[Segment, ...]
    grade: int


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def grade(request: HttpRequest) -> HttpResponse:
    """The results of ``q`` with their grades; a post gives one page a grade."""
    text = clean(request.POST.get("q") or request.GET.get("q", ""))
    if request.method == "POST":
        return _save(request, text)
    context = {"text": text, "grades": GRADES, "looked_at": LOOKED_AT}
    try:
        context["rows"] = _rows(text) if text else []
    except SearchError:
        context["away"] = True
    context["search"] = JudgedSearch.objects.filter(text=text).first()
    return render(request, "searchadmin/grade.html", context, status=503 if "away" in context else 200)


def _save(request: HttpRequest, text: str) -> HttpResponse:
    page = get_object_or_404(
        ContentPage.objects.live().public(), pk=whole_number(request.POST.get("page", ""), 11)
    )
    value = whole_number(request.POST.get("grade", ""), 1)
    if not text or value is None or value not in (NONE, *Grade.Value):
        return HttpResponse(
            "Dit oordeel kennen wij niet.", status=422, content_type="text/plain; charset=utf-8"
        )
    search, _ = JudgedSearch.objects.get_or_create(text=text)
    if value == NONE:
        Grade.objects.filter(search=search, page=page).delete()
    else:
        Grade.objects.update_or_create(search=search, page=page, defaults={"grade": value})
    if "HX-Request" not in request.headers:
        return redirect(f"{reverse('bench-grade')}?{urlencode({'q': text})}#pagina-{page.pk}")
    row = {"id": page.pk, "grade": value, "title": page.title}
    return render(
        request, "searchadmin/grade_buttons.html", {"row": row, "text": text, "grades": GRADES, "saved": True}
    )


def _rows(text: str) -> list[Row]:
    """The first results, and after them what was judged before and is not among them."""
    found = results.run(SearchQuery(text, per_page=LOOKED_AT), backend())
    grades = dict(Grade.objects.filter(search__text=text).values_list("page", "grade"))
    rows = [
        Row(hit.id, place, hit.title, hit.url, hit.type_label, hit.snippet, grades.pop(hit.id, NONE))
        for place, hit in enumerate(found.hits, 1)
    ]
    others = ContentPage.objects.live().public().filter(pk__in=grades)
    return rows + [
        Row(page.pk, 0, page.title, page.get_url() or "", _type(page), (), grades[page.pk]) for page in others
    ]


def _type(page: ContentPage) -> str:
    return TYPE_LABELS.get(getattr(page.specific_class, "type_slug", ""), "")
