"""A match as the sockets of this process see it: what is committed, and nothing before it is."""

import asyncio
import math

from games.ledger.chain import entry_hash
from games.ledger.entries import decode_entry
from games.matches.time import now_ms
from games.models import Match
from games.protocol import codes
from games.protocol.limits import Limits
from games.protocol.server_messages import Committed, Seats
from games.realtime import telling
from games.realtime.connection import Connection
from games.realtime.frames import Frame
from games.realtime.presence import Presence
from games.realtime.reading import Standing
from games.realtime.roles import Role


class Room:
    """id: of the match; match: its row with its places, as last read; sequence, epoch, head,
    state_hash: of the last entry told here; clock: as told last; lines: ids of the chat that need
    not be told to everybody any more; unseen: what could not be looked at when it changed; spoilt:
    it went astray, and nobody may enter; connections: those that said hello, the oldest first;
    looking, looked_at: of `seating`, the look that waits and the loop time of the last one.
    """

    def __init__(self, standing: Standing, limits: Limits) -> None:
        match = standing.match
        self.id: str = match.id
        self.match = match
        self.sequence: int = match.sequence
        self.epoch: int = match.epoch
        self.head = bytes(match.head)
        self.state_hash = standing.state_hash
        self.connections: list[Connection] = []
        self.presence = Presence(limits.dead_after)
        self.clock: telling.ClockFace = (None, None, ())
        self.spoilt = False
        self.unseen: set[str] = set()
        self.lines = set(standing.lines)
        self.looking: asyncio.Task[None] | None = None
        self.looked_at = -math.inf
        self._limits = limits
        self._seats: dict[int, int] = {}
        self._places: dict[int, int] = {}
        self.learn(match)
        self._told = self._seating()

    # -- who is in it ----------------------------------------------------------------

    def seat_of(self, connection: Connection) -> int | None:
        """The seat of whoever is behind a connection."""
        return self._seats.get(connection.visitor.id)

    def place_of(self, seat: int) -> int:
        """The key of a seat's row."""
        return self._places[seat]

    def learn(self, match: Match) -> None:
        """The match as it was read: who sits where, and so what everybody may do.

        What was read before something that is known already, and came later, is passed over.
        """
        if match.sequence < self.match.sequence:
            return
        self.match = match
        now, at = now_ms(), asyncio.get_running_loop().time()
        self._seats = {}
        self._places = {place.number: place.pk for place in match.places.all()}
        for place in match.places.all():
            if place.user_id is not None:
                self._seats[place.user_id] = place.number
                self.presence.heard(place.number, at - max(0, now - place.seen_at) / 1000)
        for connection in self.connections:
            seat = self.seat_of(connection)
            connection.role = Role.SPECTATOR if seat is None else Role.MAYOR

    def enter(self, connection: Connection) -> bool:
        """Let a connection in; False if there are too many spectators."""
        seat = self.seat_of(connection)
        if seat is None and self._spectators() >= self._limits.spectators:
            return False
        own = [one for one in self.connections if one.visitor.id == connection.visitor.id]
        for oldest in own[: len(own) + 1 - self._limits.sockets_a_seat]:
            self.leave(oldest)
            oldest.end(codes.REPLACED)
        self.connections.append(connection)
        connection.role = Role.SPECTATOR if seat is None else Role.MAYOR
        return True

    def leave(self, connection: Connection) -> None:
        """Let a connection out, if it is in."""
        if connection in self.connections:
            self.connections.remove(connection)

    def _spectators(self) -> int:
        return sum(1 for one in self.connections if one.role is Role.SPECTATOR)

    # -- what they are told ----------------------------------------------------------

    def advance(self, data: bytes) -> bool:
        """Tell everybody the next entry; False, and nothing is told, if it is not the next."""
        entry = decode_entry(data)
        if entry.sequence != self.sequence + 1 or entry.previous != self.head:
            return False
        self.sequence = entry.sequence
        self.epoch = entry.epoch
        self.head = entry_hash(self.head, data)
        self.state_hash = entry.state_hash
        frame = Frame(Committed(sequence=entry.sequence, epoch=entry.epoch, entry=data))
        for connection in list(self.connections):
            # Who is further along was told from the log; who is behind is catching up with it.
            if connection.sent == entry.sequence - 1 and not connection.catching_up:
                connection.say(frame)
                connection.sent = entry.sequence
        return True

    def tell(self, frame: Frame) -> None:
        """Tell everybody."""
        for connection in list(self.connections):
            connection.say(frame)

    def tell_mayors(self, frame: Frame) -> None:
        """Tell those who have a seat."""
        for connection in list(self.connections):
            if connection.role is Role.MAYOR:
                connection.say(frame)

    def reseat(self, match: Match) -> None:
        """Learn who sits where now, and tell everybody if it is not what was told last."""
        self.learn(match)
        seating = self._seating()
        if seating == self._told:
            return
        self._told = seating
        frames: dict[int | None, Frame] = {}
        for connection in list(self.connections):
            seat = self.seat_of(connection)
            if seat not in frames:
                frames[seat] = Frame(telling.seats(self.match, seat))
            connection.say(frames[seat])

    def _seating(self) -> tuple[Seats, dict[int, int]]:
        """All that the word of the seats depends on."""
        return telling.seats(self.match, None), self._seats
