"""What may be said by whom, and what is then done: ONE table, everything else is refused.

A handler calls one function of `games.matches` and answers. What it raises as `Refused` is told by
whoever called it.
"""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from channels.db import database_sync_to_async

from games.ledger import kinds
from games.ledger.entries import decode_entry
from games.matches import absence, chat
from games.matches.command import Base, Command
from games.matches.refused import Refused
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol.server_messages import Receipt, Rejected
from games.realtime import heartbeat, telling
from games.realtime.catch_up import catch_up
from games.realtime.connection import Connection
from games.realtime.frames import Frame
from games.realtime.greeting import greet
from games.realtime.hub import Hub
from games.realtime.refresh import PRESENCE
from games.realtime.roles import Role
from games.realtime.room import Room

Handler = Callable[[Hub, Connection, Any, int], Awaitable[None]]

log = logging.getLogger(__name__)


async def hello(hub: Hub, connection: Connection, message: client.Hello, _: int) -> None:
    """Let the connection into its match and bring it up to date; give an absent mayor's borough
    back.
    """
    room = await greet(hub, await hub.room(connection.match_id), connection)
    sequence, head = message.sequence, message.head
    await catch_up(hub, room, connection, sequence=sequence, head=head, gap=hub.limits.gap)
    seat = room.seat_of(connection)
    if seat is not None:
        await _back(hub, room, seat)


async def _back(hub: Hub, room: Room, seat: int) -> None:
    """A mayor is here: say so, and end a bot's standing in."""
    match = await hub.desk.refresh(room.id)
    await database_sync_to_async(absence.back)(match, seat, room.place_of(seat))
    hub.refresh.look(room, {PRESENCE})
    command = absence.hand_back(await hub.desk.refresh(room.id), seat)
    if command is not None:
        try:
            await hub.desk.submit(command)
        except Refused as refused:  # somebody else gave it back, or the match has ended
            log.info("match %s: seat %d is not handed back: %s", room.id, seat, refused)


async def resume(hub: Hub, connection: Connection, message: client.Resume, _: int) -> None:
    """Send the log again."""
    room = await hub.room(connection.match_id)
    await catch_up(hub, room, connection, sequence=message.sequence)


async def difference(hub: Hub, connection: Connection, message: client.Difference, _: int) -> None:
    """Note that a client does not agree with the log; send it the state if it asks for that."""
    room = await hub.room(connection.match_id)
    log.warning(
        "match %s: entry %d does not verify at a client: failure %d, state %s",
        room.id,
        message.sequence,
        message.failure,
        "none" if message.found is None else message.found.hex(),
    )
    if message.snapshot:
        await catch_up(hub, room, connection, sequence=0, gap=-1)


async def submit(hub: Hub, connection: Connection, message: client.Submit, _: int) -> None:
    """Hand an action in; told as a receipt or a rejection."""
    room, seat = await _seated(hub, connection, message.sequence)
    command = Command(
        room.id,
        kinds.ACTION,
        kinds.PLAYER,
        seat,
        message.command_id,
        action=message.action,
        base=Base(message.epoch, message.sequence, message.head),
        user_id=connection.visitor.id,
    )
    try:
        if message.after is not None:
            await _comes_after(hub, room, seat, message.after)
        outcome = await hub.desk.submit(command)
    except Refused as refused:
        connection.say(
            Frame(
                Rejected(
                    command_id=message.command_id,
                    code=refused.code,
                    rejection=refused.rejection,
                    need=refused.need,
                    have=refused.have,
                    epoch=room.epoch,
                    sequence=room.sequence,
                    head=room.head,
                )
            )
        )
        return
    _receipt(connection, message.command_id, outcome.sequence, repeated=outcome.repeated)
    if message.predicted is not None and not outcome.repeated:
        made = decode_entry(outcome.entry).state_hash
        if made != message.predicted:
            log.warning(
                "match %s: entry %d: the client expected another state",
                room.id,
                outcome.sequence,
            )


async def ready(hub: Hub, connection: Connection, message: client.Ready, _: int) -> None:
    """The mayor is ready; the opening is checked against the commitment."""
    room, seat = await _seated(hub, connection)
    command = Command(
        room.id,
        kinds.READY,
        kinds.PLAYER,
        seat,
        message.command_id,
        preimage=message.opening or b"",
        user_id=connection.visitor.id,
    )
    outcome = await hub.desk.submit(command)
    _receipt(connection, message.command_id, outcome.sequence, repeated=outcome.repeated)


async def say(hub: Hub, connection: Connection, message: client.Chat, _: int) -> None:
    """Keep a line of chat; everybody is told it by what `chat.say` publishes."""
    room = await hub.room(connection.match_id)
    visitor = connection.visitor
    said = await database_sync_to_async(chat.say)(
        room.id,
        visitor.id,
        visitor.name,
        room.seat_of(connection),
        message.line_id,
        message.text,
    )
    if said.pk in room.lines:  # a repetition: only who repeats it has to hear it again
        connection.say(Frame(telling.line(said)))


async def vote(hub: Hub, connection: Connection, message: client.Vote, _: int) -> None:
    """A mayor votes to end the match."""
    room, seat = await _seated(hub, connection)
    match = await hub.desk.settled(room.id)
    command = await database_sync_to_async(absence.vote)(match, seat)
    if command is not None:
        await hub.desk.submit(command)


async def ping(hub: Hub, connection: Connection, message: client.Ping, timestamp: int) -> None:
    """Answer a sign of life; a state that differs from ours is noted."""
    room = await hub.room(connection.match_id)
    if message.sequence == room.sequence and message.state_hash not in (None, room.state_hash):
        log.warning("match %s: a client differs after entry %d", room.id, room.sequence)
    heartbeat.answer(connection, timestamp, room.sequence, room.state_hash)


async def show_lobby(hub: Hub, connection: Connection, _: client.Hello, __: int) -> None:
    """Show the whole list again."""
    hub.lobby.show(connection, hub.paces.people())


async def ping_lobby(_: Hub, connection: Connection, __: client.Ping, timestamp: int) -> None:
    """Answer a sign of life where there is no log."""
    heartbeat.answer(connection, timestamp, 0, None)


TABLE: dict[tuple[Role, type[msgspec.Struct]], Handler] = {
    (Role.NEWCOMER, client.Hello): hello,
    (Role.SPECTATOR, client.Hello): hello,
    (Role.SPECTATOR, client.Resume): resume,
    (Role.SPECTATOR, client.Difference): difference,
    (Role.SPECTATOR, client.Chat): say,
    (Role.SPECTATOR, client.Ping): ping,
    (Role.MAYOR, client.Hello): hello,
    (Role.MAYOR, client.Resume): resume,
    (Role.MAYOR, client.Difference): difference,
    (Role.MAYOR, client.Submit): submit,
    (Role.MAYOR, client.Ready): ready,
    (Role.MAYOR, client.Chat): say,
    (Role.MAYOR, client.Vote): vote,
    (Role.MAYOR, client.Ping): ping,
    (Role.LOBBY, client.Hello): show_lobby,
    (Role.LOBBY, client.Ping): ping_lobby,
}


async def _seated(hub: Hub, connection: Connection, known: int = 0) -> tuple[Room, int]:
    """The room and the sender's seat. known: the last entry that the sender has seen."""
    room = await hub.room(connection.match_id)
    seat = room.seat_of(connection)
    if seat is None:
        raise Refused(codes.NOT_SEATED)
    match = await hub.desk.find(room.id)
    if match.fold.sequence < max(room.sequence, known):
        # Written elsewhere, as a seat just taken over REST, and not judged by yet.
        await hub.desk.refresh(room.id)
    return room, seat


async def _comes_after(hub: Hub, room: Room, seat: int, before: bytes) -> None:
    """Raises Refused(STALE) if the command that the sender had sent before is not in the log."""
    match = await hub.desk.settled(room.id)  # what is on its way may not get there
    if not match.fold.knows(seat, before):
        match = await hub.desk.refresh(room.id)  # another process may have written it
    if not match.fold.knows(seat, before):
        raise Refused(codes.STALE, "the command before it was not carried out")


def _receipt(connection: Connection, command_id: bytes, sequence: int, *, repeated: bool) -> None:
    connection.say(Frame(Receipt(command_id=command_id, sequence=sequence, repeated=repeated)))
