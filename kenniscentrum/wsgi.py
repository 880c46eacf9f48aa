"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kenniscentrum.settings.base")
application = get_wsgi_application()


def warm_up() -> None:
    """Load the Dutch dictionary before the first visitor asks for it, and spare the collector from ever reading it again:
    that takes a fifth of a second, in the midst of somebody's page.
    """
    from content.nlp.analysis import analyse

    analyse("huisuitzetting")
    gc.collect()
    gc.freeze()


warm_up()
