"""The knowledge map as a page, and as data."""

import csv
import io
import math
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from content.knowledge_map import Cell, KnowledgeMap, knowledge_map

COLUMNS = (
    "domain",
    "domain_label",
    "theme",
    "theme_label",
    "pages",
    "evidence_step",
    "evidence",
    "searches_without_result",
    "url",
)
STEP, LARGEST, SMALLEST = 26, 11.0, 1.5  # of the picture, in its own units: between dots, and their radius
LEFT, TOP = 196, 196  # room for the names of domains and themes
LONGEST = 28  # characters of a name in the picture; the table has it whole
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Dot:
    """A cell in the picture; its area is in step with its pages."""

    cell: Cell
    x: int
    y: int
    radius: str


@dataclass(frozen=True)
class Name:
    """The name of a row or a column, where it ends."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Picture:
    """The numbers of the map as dots of a size, with the names of rows and columns; in units of its own."""

    width: int
    height: int
    dots: tuple[Dot, ...]
    rows: tuple[Name, ...]
    columns: tuple[Name, ...]


def picture(found: KnowledgeMap) -> Picture:
    """The map drawn: a dot for each cell that has pages."""
    most = max((cell.pages for cell in found.cells), default=0)
    return Picture(
        width=LEFT + STEP * max(1, len(found.themes)),
        height=TOP + STEP * max(1, len(found.rows)),
        dots=tuple(
            Dot(cell, _x(x), _y(y), f"{_radius(cell.pages, most):.1f}")
            for y, row in enumerate(found.rows)
            for x, cell in enumerate(row.cells)
            if cell.pages
        ),
        rows=tuple(Name(_short(row.domain.pref_label), LEFT - 8, _y(y)) for y, row in enumerate(found.rows)),
        columns=tuple(
            Name(_short(theme.pref_label), _x(column), TOP - 8) for column, theme in enumerate(found.themes)
        ),
    )


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The table, and a picture of the same numbers."""
    found = knowledge_map()
    return render(request, "content/knowledge_map.html", {"map": found, "picture": picture(found)})


@require_safe
def as_json(request: HttpRequest) -> HttpResponse:
    """A list of cells, and per domain what is asked for."""
    found = knowledge_map()
    return JsonResponse(
        {
            "cells": [cell.as_json() for cell in found.cells],
            "domains": [row.as_json() for row in found.rows],
        }
    )


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


def _x(column: int) -> int:
    return LEFT + STEP // 2 + column * STEP


def _y(row: int) -> int:
    return TOP + STEP // 2 + row * STEP


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip(' ,')}…"
