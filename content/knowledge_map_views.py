"""The knowledge map as a page, and as data."""

import csv
import io
import math
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.knowledge_map import Cell, KnowledgeMap, knowledge_map

COLUMNS = ("domain", "domain_label", "theme", "theme_label", "pages", "evidence_step", "evidence", "url")
STEP, LARGEST, SMALLEST = 24, 10.0, 1.5  # of the picture, in its own units: between dots, and their radius
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Dot:
    """A cell in the picture; its area is in step with its pages."""

    cell: Cell
    x: int
    y: int
    radius: str


def dots(found: KnowledgeMap) -> list[Dot]:
    """The cells that have pages, as dots."""
    most = max((cell.pages for cell in found.cells), default=0)
    return [
        Dot(cell, STEP // 2 + column * STEP, STEP // 2 + row * STEP, f"{_radius(cell.pages, most):.1f}")
        for row, cells in enumerate(found.rows)
        for column, cell in enumerate(cells)
        if cell.pages
    ]


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The table, and a picture of the same numbers."""
    found = knowledge_map()
    context = {
        "map": found,
        "dots": dots(found),
        "picture_width": _width(found),
        "picture_height": _height(found),
    }
    return render(request, "content/knowledge_map.html", context)


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """A list of cells."""
    return JsonResponse({"cells": [cell.as_json() for cell in knowledge_map().cells]})


@require_safe
def as_csv(request: HttpRequest) -> HttpResponse:
    """A line a cell, for a spreadsheet; no value can be read as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for cell in knowledge_map().cells:
        values = cell.as_json()
        writer.writerow([_plain(values[name]) for name in COLUMNS])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="kenniskaart.csv"'
    return response


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _radius(pages: int, most: int) -> float:
    return max(SMALLEST, LARGEST * math.sqrt(pages / most))


def _width(found: KnowledgeMap) -> int:
    return STEP * max(1, len(found.themes))


def _height(found: KnowledgeMap) -> int:
    return STEP * max(1, len(found.rows))
