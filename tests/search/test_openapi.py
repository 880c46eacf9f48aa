"""Arbitrary requests, made from the OpenAPI document, against the whole site in this process."""

import json
from typing import Any

import pytest
import schemathesis
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase
from hypothesis import settings as hypothesis_settings
from schemathesis import Case

EXAMPLES = 25  # per endpoint
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def _schema() -> Any:
    """The document as the site serves it, bound to the WSGI application."""
    from search.api.endpoints import api
    from search.api.middleware import PREFIX

    document = json.loads(json.dumps(api.get_openapi_schema()))
    document["servers"] = [{"url": PREFIX}]
    loaded = schemathesis.openapi.from_dict(document)
    loaded.app = get_wsgi_application()
    return loaded


schema = _schema()


@schema.parametrize()
@hypothesis_settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
def test_the_api_keeps_its_promises(case: Case) -> None:
    case.call_and_validate(headers={"Accept-Encoding": "identity"})


def test_every_endpoint_is_tried() -> None:
    assert len(list(schema.get_all_operations())) == 6
    assert settings.ROOT_URLCONF == "kenniscentrum.urls"
