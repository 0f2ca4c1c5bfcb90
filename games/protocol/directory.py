"""Which messages there are, by direction and type of envelope."""

import msgspec

from games.protocol import client_messages as client
from games.protocol import server_messages as server

TURN, SYNC, HEARTBEAT, ERROR = "TURN", "SYNC", "HEARTBEAT", "ERROR"
TYPES = (TURN, SYNC, HEARTBEAT, ERROR)

Message = type[msgspec.Struct]

CLIENT: dict[str, tuple[Message, ...]] = {
    TURN: (client.Submit,),
    SYNC: (
        client.Hello,
        client.Resume,
        client.Difference,
        client.Ready,
        client.Chat,
        client.Vote,
    ),
    HEARTBEAT: (client.Ping,),
    ERROR: (),
}
SERVER: dict[str, tuple[Message, ...]] = {
    TURN: (server.Receipt, server.Committed, server.Rejected),
    SYNC: (
        server.Welcome,
        server.Batch,
        server.Snapshot,
        server.Seats,
        server.Presence,
        server.Clock,
        server.Chat,
        server.Notice,
        server.Rematch,
        server.Draining,
        server.Lobby,
        server.LobbyChanged,
    ),
    HEARTBEAT: (server.Pong,),
    ERROR: (server.Error,),
}


def kind_of(message: Message) -> str:
    """The `kind` by which a message is told on the wire."""
    kind = message.__struct_config__.tag
    assert isinstance(kind, str)
    return kind
