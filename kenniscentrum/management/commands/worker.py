"""``manage.py worker``: the one background process. Tags, indexes, runs the queue and the periodic work."""

import fcntl
import logging
import os
import signal
import time
from argparse import ArgumentParser
from pathlib import Path
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME
from django_tasks.base import TaskResultStatus
from django_tasks.signals import task_finished, task_started
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from kenniscentrum import heartbeat
from search.backends.base import SearchError
from search.changes import WriterBusy, drain, writing
from search.engine import backend
from search.rebuilding import rebuild

logger = logging.getLogger(__name__)

PAUSE = 0.3  # seconds between looks at outbox and queue
LOOK_EVERY = 10.0  # seconds between looks whether there is an index: an engine may come back empty
HOUSEKEEPING_EVERY = 60.0  # seconds
NICENESS = 10  # of 19: visitors go first where web and worker share a machine
LOCK_FILE = "worker.lock"


class Command(BaseCommand):
    help = "Doet het werk op de achtergrond: labels, zoekindex, taken en periodiek werk. Draai er één van."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``--check``."""
        parser.add_argument(
            "--check", action="store_true", help="start niets, maar zeg of de worker op deze map nog werkt"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Work until SIGTERM or SIGINT; the job at hand is finished first. Or only say whether a worker gets on.

        Raises:
            CommandError: another worker runs on this data folder; with ``--check``: none does, or it hangs.
        """
        if options["check"]:
            self._check()
            return
        self.running = True
        self.queue: Worker | None = None
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        for event in (task_started, task_finished):
            event.connect(heartbeat.beat, dispatch_uid="heartbeat")
        with (Path(settings.DATA_DIR) / LOCK_FILE).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CommandError("Er draait al een worker op deze map.") from error
            os.nice(NICENESS)
            self._work()
            heartbeat.stop()

    def _check(self) -> None:
        silent = heartbeat.silent()
        if silent is None:
            raise CommandError("Er draait geen worker op deze map. Start hem met: manage.py worker")
        if silent > heartbeat.LONGEST:
            raise CommandError(
                f"De worker geeft al {silent / 60:.0f} minuten geen teken van leven. Start hem opnieuw."
            )
        self.stdout.write(f"De worker werkt: {silent:.0f} s geleden gaf hij nog een teken.")

    def _work(self) -> None:
        self._patiently(self._take_up_cut_off_tasks)
        self._patiently(self._tidy)
        next_look = next_housekeeping = 0.0
        while self.running:
            heartbeat.beat()
            close_old_connections()
            if time.monotonic() >= next_look:
                self._patiently(self._make_missing_index)
                next_look = time.monotonic() + LOOK_EVERY
            self._patiently(self._drain)
            self._patiently(self._run_queue)
            if self.running and time.monotonic() >= next_housekeeping:
                self._patiently(lambda: call_command("housekeeping", verbosity=0))
                next_housekeeping = time.monotonic() + HOUSEKEEPING_EVERY
            if self.running:
                time.sleep(PAUSE)

    def _stop(self, number: int, frame: FrameType | None) -> None:
        self.running = False
        if self.queue:
            self.queue.running = False

    def _drain(self) -> None:
        while self.running and drain(batches=1):
            heartbeat.beat()

    @staticmethod
    def _patiently(job: Any) -> None:
        """Do a job; what cannot be done now is done in a next round."""
        try:
            job()
        except (WriterBusy, SearchError, OperationalError) as error:
            logger.warning("The worker will try again (%s).", type(error).__name__)

    @staticmethod
    def _take_up_cut_off_tasks() -> None:
        """This is the only worker, so a task that still says it runs was cut off by a crash: it runs again."""
        DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).update(
            status=TaskResultStatus.READY, started_at=None
        )

    @staticmethod
    def _tidy() -> None:
        """Drop what a rebuild that was cut off left behind; whoever holds the lock is still making one."""
        with writing():
            backend().tidy()

    @classmethod
    def _make_missing_index(cls) -> None:
        """A missing index, or one by another version of the analysis, is made before anything is added to it."""
        if not backend().status().usable:
            cls._tidy()  # an engine that is away says so here, before every page is read for nothing
            rebuild(heartbeat.beat)

    def _run_queue(self) -> None:
        """Run what is in the queue, unless told to stop. The worker's own signal handling stays in place."""
        self.queue = Worker(
            queue_names=[DEFAULT_TASK_QUEUE_NAME],
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id="worker",
        )
        if self.running:  # from here on a signal stops the queue itself
            self.queue.run()
