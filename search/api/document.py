"""The OpenAPI document: what django-ninja derives, with what the Dutch API Design Rules ask for on top."""

from typing import Any

from ninja import NinjaAPI
from ninja.operation import Operation

from search.api.problems import CONTENT_TYPE

VERSION_HEADER = {
    "API-Version": {"description": "Volledige versie van deze API.", "schema": {"type": "string"}}
}
ETAG_HEADER = {
    "ETag": {
        "description": "Kenmerk van dit antwoord. Stuur het mee als If-None-Match; is er niets veranderd, dan krijgt u 304.",
        "schema": {"type": "string"},
    }
}
REPEATED = ("title", "description", "examples")  # of a parameter's schema
DESCRIPTIONS = {
    "200": "Gelukt.",
    "304": "Niets veranderd sinds het antwoord met deze ETag.",
    "400": "De vraag klopt niet; ‘errors’ zegt per parameter wat er mis is.",
    "404": "Dit is er niet, of is niet openbaar.",
    "503": "De zoekmachine antwoordt niet.",
}


class ReadingApi(NinjaAPI):
    """An API for reading, with errors as problem details in its document."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the endpoint: short, and the same when code moves."""
        return operation.view_func.__name__

    def get_openapi_schema(self, **kwargs: Any) -> dict[str, Any]:  # type: ignore[override]
        """The document, with paths relative to the server's address."""
        document: dict[str, Any] = super().get_openapi_schema(path_prefix="")
        for path in document["paths"].values():
            for operation in path.values():
                operation["parameters"] = [_parameter(found) for found in operation["parameters"]]
                found = {str(status): value for status, value in operation["responses"].items()}
                operation["responses"] = {
                    status: _response(status, response) for status, response in ({"304": {}} | found).items()
                }
        schemas = document["components"]["schemas"]
        for name in [name for name in schemas if name.endswith("Parameters")]:
            del schemas[name]  # each of its fields is a parameter already
        return document


def _parameter(found: dict[str, Any]) -> dict[str, Any]:
    """A parameter that says things once; its example as OpenAPI wants it."""
    examples = found.pop("examples", [])
    schema = {key: value for key, value in found["schema"].items() if key not in REPEATED}
    return {**found, "schema": schema, **({"example": examples[0]} if examples else {})}


def _response(status: str, found: dict[str, Any]) -> dict[str, Any]:
    response = {**found, "description": DESCRIPTIONS[status], "headers": VERSION_HEADER}
    if status in ("200", "304"):
        response["headers"] = {**VERSION_HEADER, **ETAG_HEADER}
    if status >= "400":
        response["content"] = {CONTENT_TYPE: found["content"]["application/json"]}
    return response
