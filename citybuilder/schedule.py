"""What is done again and again, and how often. Times in seconds."""

from typing import Any

from django.conf import settings

HOUR = 3600

# task -> period. Every one may be left out once: the next one does what it would have done.
PERIODIC: dict[str, int] = {
    "accounts.tasks.forget_ended_sessions": HOUR,
    "games.tasks.enqueue_open_work": settings.WORKER_LOOK_SECONDS,
    "games.tasks.take_up_late_matches": settings.WORKER_LOOK_SECONDS,
    "games.tasks.forget_guests": HOUR,
    "games.tasks.give_up_lonely_matches": HOUR,
}


def beat_schedule() -> dict[str, dict[str, Any]]:
    """Celery's `beat_schedule`.

    A task that nobody took within its period expires: the next one is there, and a worker that was
    away for a day must not find a day's worth of them.
    """
    return {
        task: {"task": task, "schedule": period, "options": {"expires": period}}
        for task, period in PERIODIC.items()
    }
