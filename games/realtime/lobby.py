"""The live list of open matches."""

from channels.db import database_sync_to_async

from games.matches import queries
from games.protocol.server_messages import Lobby, LobbyChanged, MatchCard
from games.realtime.connection import Connection
from games.realtime.frames import Frame

CARDS_A_FRAME = 64  # a card has up to 900 bytes, a frame 64 KiB


class LobbyRoom:
    """Everybody who looks at the list; it is read once for all of them.

    elsewhere: how many people other processes have; `players` of the methods: how many this one.
    """

    def __init__(self) -> None:
        self._connections: list[Connection] = []
        self._cards: dict[str, MatchCard] = {}
        self._players = 0
        self.elsewhere = 0

    async def enter(self, connection: Connection, players: int) -> None:
        """Show somebody the list and, from then on, what changes in it."""
        if not self._connections:
            await self._read()
        self._connections.append(connection)
        self.show(connection, players)

    def show(self, connection: Connection, players: int) -> None:
        """The whole list."""
        told = players + self.elsewhere
        for frame in _frames(list(self._cards.values()), [], told, whole=True):
            connection.say(frame)

    def leave(self, connection: Connection) -> None:
        """Let somebody go, if there."""
        if connection in self._connections:
            self._connections.remove(connection)

    async def look(self, players: int) -> None:
        """Read the list again and tell everybody what is new in it."""
        if not self._connections:
            return
        players += self.elsewhere
        before = self._cards
        await self._read()
        put = [card for card in self._cards.values() if before.get(card.id) != card]
        gone = [match_id for match_id in before if match_id not in self._cards]
        if put or gone or players != self._players:
            self._players = players
            frames = _frames(put, gone, players, whole=False)
            for connection in list(self._connections):
                for frame in frames:
                    connection.say(frame)

    async def _read(self) -> None:
        cards = await database_sync_to_async(queries.open_matches)()
        self._cards = {card.id: card for card in cards}


def _frames(put: list[MatchCard], gone: list[str], players: int, *, whole: bool) -> list[Frame]:
    """The list, or a change of it, in frames of a size that every client takes."""
    first, rest = put[:CARDS_A_FRAME], put[CARDS_A_FRAME:]
    if whole:
        frames = [Frame(Lobby(matches=first, players=players))]
    else:
        frames = [Frame(LobbyChanged(put=first, gone=gone, players=players))]
    for start in range(0, len(rest), CARDS_A_FRAME):
        part = rest[start : start + CARDS_A_FRAME]
        frames.append(Frame(LobbyChanged(put=part, gone=[], players=players)))
    return frames
