"""Who is there: a lease that every frame of a mayor's socket renews.

A socket may vanish without a word, so nothing is concluded from one that closes: a mayor is here
until the lease is over. Leases of other processes are read from the seats, where each process
notes those of its own (`absence.seen`).
"""

from typing import Literal

from games.matches.warm import Warm

State = Literal["here", "away", "bot", "gone"]


class Presence:
    """The leases of one match's mayors: until when each seat counts as here, in loop time."""

    def __init__(self, lease: float) -> None:
        self._lease = lease
        self._until: dict[int, float] = {}
        self.shown: list[State] = []

    def heard(self, seat: int, at: float) -> None:
        """Something came from the seat's mayor at this loop time."""
        self._until[seat] = max(self._until.get(seat, at), at + self._lease)

    def states(self, warm: Warm, now: float) -> list[State]:
        """What to show of every seat now."""
        return [self._state(warm, seat, now) for seat in range(len(warm.people))]

    def _state(self, warm: Warm, seat: int, now: float) -> State:
        if warm.bot_level(seat):
            return "bot"
        codes = warm.rules.state
        if warm.fold.roster.started and warm.fold.state.status[seat] == codes.NEUTRAL:
            return "gone"
        return "here" if self._until.get(seat, now) > now else "away"
