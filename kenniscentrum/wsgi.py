"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kenniscentrum.settings.base")
application = get_wsgi_application()


def warm_up() -> None:
    """Load the Dutch dictionary before the first visitor asks for it."""
    from content.nlp.analysis import analyse

    analyse("huisuitzetting")


warm_up()
