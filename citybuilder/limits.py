"""The limits of sockets as the environment sets them; games.protocol.limits says what each is."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from citybuilder import environment
from games.protocol.limits import Limits, Rate

# Setting -> field, and between what it must lie.
NUMBERS = {
    "LIMIT_FRAME_IN": ("frame_in", 4096, 1 << 20),
    # A frame of the lobby's list needs what the default gives.
    "LIMIT_FRAME_OUT": ("frame_out", 1 << 16, 1 << 20),
    "LIMIT_GAP": ("gap", 0, 10_000),
    "LIMIT_QUEUE_MESSAGES": ("queue_messages", 16, 65_536),
    "LIMIT_QUEUE_BYTES": ("queue_bytes", 1 << 17, 1 << 28),
    "LIMIT_SOCKETS_A_SEAT": ("sockets_a_seat", 1, 100),
    "LIMIT_SOCKETS_A_GUEST_ADDRESS": ("sockets_a_guest_address", 1, 1_000_000),
    "LIMIT_SOCKETS_A_PROCESS": ("sockets_a_process", 1, 1_000_000),
    "LIMIT_SPECTATORS": ("spectators", 0, 1_000_000),
    "LIMIT_HEARTBEAT": ("heartbeat", 1, 3600),
    "LIMIT_DEAD_AFTER": ("dead_after", 2, 7200),
}
RATES = {
    "LIMIT_TURNS": "turns",
    "LIMIT_MESSAGES": "messages",
    "LIMIT_LINES": "lines",
    "LIMIT_LOGS": "logs",
    "LIMIT_REFUSALS": "refusals",
    "LIMIT_OPENINGS": "openings",
}


def read() -> Limits:
    """The limits of this process. Raises ImproperlyConfigured with the setting that is wrong."""
    found: dict[str, Any] = {}
    for name, (field, least, most) in NUMBERS.items():
        kind = type(Limits._field_defaults[field])
        found[field] = kind(environment.whole_number(name, least, most))
    for name, field in RATES.items():
        count, seconds = environment.pace(name)
        found[field] = Rate(count / seconds, count)
    if found["dead_after"] <= found["heartbeat"]:
        raise ImproperlyConfigured("LIMIT_DEAD_AFTER must be more than LIMIT_HEARTBEAT")
    # Room for what a frame has around the entries of a batch.
    return Limits(batch=found["frame_out"] * 3 // 4, **found)
