"""How many people are connected, over all server processes: each notes its own number in a row."""

import secrets

from django.db.models import Sum

from games.matches.time import now_ms
from games.models import ServerProcess

MISSED = 3  # notes in a row that a process may miss before it counts as gone


class Crowd:
    """This process's row, and what the others' say. Everything here blocks: call it in a thread."""

    def __init__(self, note_every: float) -> None:
        """note_every: seconds between two notes."""
        self._id = secrets.token_hex(16)
        self._kept_ms = int(MISSED * note_every * 1000)

    def note(self, people: int) -> int:
        """Note how many are here; how many there are in the other processes."""
        now = now_ms()
        ServerProcess.objects.update_or_create(
            pk=self._id, defaults={"people": people, "noted_at": now}
        )
        ServerProcess.objects.filter(noted_at__lt=now - self._kept_ms).delete()
        others = ServerProcess.objects.exclude(pk=self._id)
        return others.aggregate(people=Sum("people"))["people"] or 0

    def leave(self) -> None:
        """This process ends."""
        ServerProcess.objects.filter(pk=self._id).delete()
