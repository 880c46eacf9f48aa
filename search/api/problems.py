"""Errors as problem details (RFC 9457), in Dutch."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import JsonResponse
from django.urls import reverse
from pydantic import Field

from content.addresses import absolute
from search.api.schemas import Model

CONTENT_TYPE = "application/problem+json"
RETRY_SECONDS = 30

# Status → name of its explanation on /api/, and title.
KINDS = {
    400: ("ongeldige-invoer", "De vraag klopt niet"),
    404: ("niet-gevonden", "Dit is er niet"),
    405: ("methode", "Deze methode kan hier niet"),
    503: ("zoeken-weg", "Zoeken werkt nu even niet"),
}
OTHER = ("fout", "Er ging iets mis")
DETAILS = {
    400: "Verbeter wat er bij ‘errors’ staat en probeer het opnieuw.",
    404: "Het adres bestaat niet, of wat er stond is niet openbaar.",
    405: "Deze API is alleen om te lezen: gebruik GET, HEAD of OPTIONS.",
    503: "De zoekmachine antwoordt niet. Pagina's en begrippen lezen werkt wel. Probeer het later opnieuw.",
}
# Kind of error of pydantic → what is wrong, with the limits that were broken.
REASONS = {
    "int_parsing": "Dit moet een heel getal zijn.",
    "int_from_float": "Dit moet een heel getal zijn.",
    "int_parsing_size": "Dit getal is te groot.",
    "greater_than_equal": "Dit moet minstens {ge} zijn.",
    "less_than_equal": "Dit mag hoogstens {le} zijn.",
    "string_too_long": "Dit mag hoogstens {max_length} tekens lang zijn.",
    "string_too_short": "Dit mag niet leeg zijn.",
    "too_long": "Dit mag hoogstens {max_length} keer voorkomen.",
    "missing": "Dit is verplicht.",
    "literal_error": "Kies uit {expected}.",
}
OTHER_REASON = "Deze waarde is niet geldig."


class InvalidInput(Model):
    """Wat er mis is met één parameter."""

    place: str = Field(alias="in", description="Waar de parameter staat: query of path.")
    name: str = Field(description="Naam van de parameter.")
    code: str = Field(description="Soort fout, voor programma's.")
    detail: str = Field(description="Wat er mis is, in gewone taal.")


class Problem(Model):
    """Een fout volgens RFC 9457 (problem details)."""

    type: str = Field(description="Adres met uitleg over deze soort fout.")
    title: str = Field(description="De soort fout in een paar woorden.")
    status: int = Field(description="De HTTP-status.")
    detail: str = Field(description="Wat er is gebeurd en wat u kunt doen.")
    errors: list[InvalidInput] = Field(default_factory=list, description="Per parameter wat er mis is.")


def problem(status: int, errors: Iterable[InvalidInput] = ()) -> JsonResponse:
    """A response with a problem in it."""
    name, title = KINDS.get(status, OTHER)
    body = Problem(
        type=f"{absolute(reverse('api'))}#{name}",
        title=title,
        status=status,
        detail=DETAILS.get(status, "Dat ligt aan ons. Probeer het later opnieuw."),
        errors=list(errors),
    )
    response = JsonResponse(body.model_dump(by_alias=True), status=status, content_type=CONTENT_TYPE)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def invalid_input(error: Mapping[str, Any]) -> InvalidInput:
    """One error of pydantic, as ninja hands it on: ``loc`` is (place, name of the model, parameter, …)."""
    place, *_, name = [str(part) for part in error["loc"] if not isinstance(part, int)]
    reason = REASONS.get(error["type"], OTHER_REASON)
    detail = reason.format_map(error.get("ctx") or {}).replace(" or ", " of ")
    return InvalidInput.model_validate({"in": place, "name": name, "code": error["type"], "detail": detail})
