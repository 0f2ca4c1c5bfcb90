"""The first words to a connection: where the match stands, who is in it, what was said."""

from channels.db import database_sync_to_async

from games.matches.refused import Refused
from games.matches.time import now_ms
from games.protocol import codes
from games.protocol.server_messages import Rematch, Welcome
from games.realtime import reading, telling
from games.realtime.connection import NOT_TOLD, Connection
from games.realtime.frames import Frame
from games.realtime.hub import Hub
from games.realtime.roles import Role
from games.realtime.room import Room


async def greet(hub: Hub, room: Room, connection: Connection) -> Room:
    """Let a connection into the match's room and say all but the log; the room, which is another
    if nobody was in the first one any more. Raises Refused.
    """
    found = await database_sync_to_async(reading.greeting)(room.id)
    # From here on nothing is awaited: what happens next in the match comes after the welcome.
    room = hub.keep(room)
    room.leave(connection)
    connection.sent = NOT_TOLD
    room.learn(found.match)
    if not room.enter(connection):
        raise Refused(codes.UNAVAILABLE, "too many spectators")
    seat = room.seat_of(connection)
    connection.say(
        Frame(
            Welcome(
                match=telling.card(room.match),
                seat=seat,
                role="mayor" if connection.role is Role.MAYOR else "spectator",
                epoch=room.epoch,
                sequence=room.sequence,
                head=room.head,
                heartbeat=int(hub.limits.heartbeat * 1000),
                server_time=now_ms(),
            )
        )
    )
    connection.say(Frame(telling.seats(room.match, seat)))
    if seat is not None:
        room.presence.heard(seat, connection.heard_at)
    connection.say(Frame(telling.presence(room.presence.shown)))
    connection.say(Frame(telling.clock(room.clock)))
    for said in found.lines:
        connection.say(Frame(telling.line(said)))
    if found.votes.seats:
        connection.say(Frame(telling.votes(found.votes)))
    if found.rematch is not None and seat is not None:
        connection.say(Frame(Rematch(match=found.rematch)))
    return room
