"""The WSGI application that gunicorn serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kenniscentrum.settings.base")
application = get_wsgi_application()
COLLECT_AFTER = (
    50_000,
    20,
    100,
)  # new objects, and collections of the young and of the middle-aged between those of the old


def warm_up() -> None:
    """Load the Dutch dictionary and the vocabulary before the first visitor asks for them, and spare the collector from
    ever reading them again: that takes a fifth of a second, in the midst of somebody's page. Let it look at pages that were
    read, which are kept for a while, seldom: they hold many small things and no circles.
    """
    from django.db import DatabaseError, connection

    from search.results import get_ready

    try:
        get_ready()
    except DatabaseError:
        pass  # there is none yet, and the first visitor after it is made waits a second
    finally:
        connection.close()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)


warm_up()
