"""When the platform was there. Its server processes note that they live; what lies between two such
times is an outage.

An outage is nobody's absence, and takes nobody's time: people could not come. The same goes for a
minute after it, in which they find their way back. A worker alone is no platform that anybody could
come to.
"""

from typing import NamedTuple

from games.ledger.chain import system_command_id
from games.ledger.kinds import STAFF, SYSTEM
from games.matches.time import now_ms
from games.models import Uptime

NOTE_SECONDS = 1.0
OUTAGE_MS = 5_000  # a shorter silence is none
GRACE_MS = 60_000  # what people are given to come back
MOST_KEPT = 64


class Outage(NamedTuple):
    """From when to when no server process lived, ms UTC."""

    began: int
    ended: int

    def command_id(self, match_id: bytes) -> bytes:
        """The id of the entry that gives its time back to the turn that ran."""
        return system_command_id(match_id, STAFF, SYSTEM, self.ended // 1000)


def note() -> int:
    """Note that a server process lives now; since when the platform has been there, ms UTC."""
    now = now_ms()
    if not Uptime.objects.filter(noted_at__gte=now - OUTAGE_MS).update(noted_at=now):
        Uptime.objects.get_or_create(began_at=now, defaults={"noted_at": now})
        kept = Uptime.objects.order_by("-began_at").values_list("pk", flat=True)[:MOST_KEPT]
        Uptime.objects.exclude(pk__in=list(kept)).delete()
    return Uptime.objects.latest("began_at").began_at


def up_since() -> int | None:
    """Since when the platform has been there, ms UTC; None if no server process lives."""
    latest = Uptime.objects.order_by("-began_at").first()
    if latest is None or latest.noted_at < now_ms() - OUTAGE_MS:
        return None
    return latest.began_at


def outages() -> tuple[Outage, ...]:
    """The outages that are known, the oldest first; one that goes on is not among them."""
    found = []
    until: int | None = None
    for began, noted in Uptime.objects.order_by("began_at").values_list("began_at", "noted_at"):
        # Two processes that come up together each begin a time of their own.
        if until is not None and began - until > OUTAGE_MS:
            found.append(Outage(until, began))
        until = noted if until is None else max(until, noted)
    return tuple(found)
