"""The queue of tasks: work that nobody waits for.

What must happen is not trusted to the queue: it is a row in the database and is enqueued until its
result exists. A task may be lost, and may run twice.
"""

import os
from typing import Any

from celery import Celery
from celery.signals import setup_logging
from django.conf import settings
from kombu.transport import TRANSPORT_ALIASES

from citybuilder import schedule, shared

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "citybuilder.settings")
TRANSPORT_ALIASES["folder"] = "citybuilder.file_queue:Transport"

app = Celery("citybuilder")
app.conf.update(
    **shared.broker(settings.REDIS_URL, settings.DATA_DIR / "tasks"),
    broker_connection_retry_on_startup=True,
    # JSON alone: who can write into the queue must not be able to run code in the worker.
    accept_content=["json"],
    task_serializer="json",
    result_serializer="json",
    # Results are rows of ours; nobody asks the queue for one.
    task_ignore_result=True,
    # Acknowledged when done, and only one taken ahead: a worker that ends gives the rest back.
    task_acks_late=True,
    worker_prefetch_multiplier=1,
    # No remote control: a queue and a message a second for a feature that nothing uses.
    worker_enable_remote_control=False,
    beat_enable_remote_control=False,
    beat_schedule=schedule.beat_schedule(),
    timezone="UTC",
)
app.autodiscover_tasks()


@setup_logging.connect
def _log_as_django_does(**_: Any) -> None:
    """Celery leaves logging alone when somebody listens here; Django's is set up already."""
