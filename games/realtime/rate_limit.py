"""Pace: token buckets for what one person says, over all of the person's connections.

A message over the pace is not carried out and is told with the time to wait. Who goes on sending
all the same uses up a third bucket, and then the connection ends.
"""

import msgspec

from games.protocol import client_messages as client
from games.protocol.limits import Limits, Rate


class Bucket:
    """A token bucket (RFC 2697 calls the idea a committed rate with a burst size).

    Times are seconds of any clock that never goes back.
    """

    __slots__ = ("_at", "_rate", "_tokens")

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate = rate
        self._tokens = float(rate.burst)
        self._at = now

    def take(self, now: float) -> float:
        """Take a token: 0.0 if there was one, else the seconds until there will be."""
        each_second, burst = self._rate
        self._tokens = min(float(burst), self._tokens + (now - self._at) * each_second)
        self._at = now
        if self._tokens >= 1.0:
            self._tokens -= 1.0
            return 0.0
        return (1.0 - self._tokens) / each_second


class Pace:
    """The buckets of one person in one process."""

    __slots__ = ("_lines", "_logs", "_messages", "_refusals", "_turns", "sockets")

    def __init__(self, limits: Limits, now: float) -> None:
        self._messages = Bucket(limits.messages, now)
        self._turns = Bucket(limits.turns, now)
        self._lines = Bucket(limits.lines, now)
        self._logs = Bucket(limits.logs, now)
        self._refusals = Bucket(limits.refusals, now)
        self.sockets = 0

    def message(self, now: float, message: msgspec.Struct | None = None) -> float:
        """Count a message (None: one that cannot be read); 0.0 if it may be carried out, else the
        seconds to wait.
        """
        wait = self._messages.take(now)
        if wait:
            return wait
        if isinstance(message, client.Submit):
            return self._turns.take(now)
        if isinstance(message, client.Chat):
            return self._lines.take(now)
        if isinstance(message, client.Hello | client.Resume | client.Difference):
            return self._logs.take(now)
        return 0.0

    def refused(self, now: float) -> bool:
        """Count a refusal; whether it was one too many."""
        return self._refusals.take(now) > 0.0


class Paces:
    """Everybody's, kept while somebody has a socket and until the buckets are full again."""

    KEPT = 60.0  # seconds: nobody gets a fresh bucket by connecting again

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._of: dict[int, Pace] = {}
        self._left: dict[int, float] = {}

    def enter(self, user_id: int, now: float) -> Pace:
        """The pace of a user who opens a socket."""
        pace = self._of.get(user_id)
        if pace is None:
            pace = self._of[user_id] = Pace(self._limits, now)
        pace.sockets += 1
        self._left.pop(user_id, None)
        return pace

    def leave(self, user_id: int, now: float) -> None:
        """The user closed a socket."""
        pace = self._of[user_id]
        pace.sockets -= 1
        if not pace.sockets:
            self._left[user_id] = now

    def forget(self, now: float) -> None:
        """Drop who left long enough ago."""
        for user_id, left in list(self._left.items()):
            if now - left >= self.KEPT:
                del self._left[user_id], self._of[user_id]

    def people(self) -> int:
        """How many people have a socket here."""
        return len(self._of) - len(self._left)


class Openings:
    """How fast sockets are opened from each address, whoever opens them.

    An address is forgotten once its bucket is full again.
    """

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._of: dict[str, Bucket] = {}
        self._last: dict[str, float] = {}

    def take(self, address: str, now: float) -> float:
        """Count a socket: 0.0 if it may be opened, else the seconds to wait."""
        bucket = self._of.get(address)
        if bucket is None:
            bucket = self._of[address] = Bucket(self._rate, now)
        self._last[address] = now
        return bucket.take(now)

    def forget(self, now: float) -> None:
        """Drop the addresses from which none came for long enough."""
        full_after = self._rate.burst / self._rate.each_second
        for address, last in list(self._last.items()):
            if now - last >= full_after:
                del self._of[address], self._last[address]

    def __len__(self) -> int:
        return len(self._of)
