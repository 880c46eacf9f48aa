"""Erased from the disk too: SQLite keeps older pages in its write-ahead log until that is emptied."""

from typing import Any

from django.db import connection

PATIENCE = 200  # milliseconds for readers to finish; writers wait as long, so no longer


def wipe_log(database: Any = connection) -> bool:
    """Write the log of SQLite into the database, where what is deleted was overwritten, and empty it.

    Returns:
        Whether nothing is left to do. While somebody reads an older state of the database there is: the next round of
        housekeeping tries again. Other databases clean their own pages.
    """
    if database.vendor != "sqlite":
        return True
    if database.in_atomic_block:
        return False
    with database.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        usual = int(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = bool(cursor.fetchone()[0])
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not busy
