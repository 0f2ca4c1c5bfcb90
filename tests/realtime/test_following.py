"""A room follows the log whoever writes it: told once, in order, and never ahead of it."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

from channels.db import database_sync_to_async
from django.db import connections

from games.matches import warm
from games.matches.turns import Desk
from games.matches.writer import ALIAS
from games.models import Match
from games.protocol.limits import Limits
from games.realtime import reading
from games.realtime.connection import Connection
from games.realtime.greeting import greet
from games.realtime.hub import Hub
from games.realtime.rate_limit import Pace
from games.realtime.refresh import LOG, SEATS, Refresh
from games.realtime.roles import Role
from games.realtime.room import Room
from games.realtime.visitor import Visitor
from tests.matches.table import Table

Result = TypeVar("Result")


def run(work: Awaitable[Result]) -> Result:
    async def bounded() -> Result:
        return await asyncio.wait_for(work, 20)

    return asyncio.run(bounded())


async def _nowhere(event: dict[str, Any]) -> None:
    """A socket that takes everything."""


async def opened(match: Match) -> tuple[Room, Connection]:
    """A room where the match stands, and somebody in it."""
    room = Room(await database_sync_to_async(reading.standing)(match.id), Limits())
    visitor = Visitor(-1, "Watching", guest=False, address="")
    connection = Connection(visitor, Pace(Limits(), 0.0), Role.SPECTATOR, _nowhere, Limits())
    connection.sent = room.sequence
    assert room.enter(connection)
    return room, connection


def test_an_entry_that_is_told_while_the_log_is_read_disturbs_nobody(table: Table) -> None:
    async def work() -> None:
        room, connection = await opened(match)
        before = room.sequence
        for _ in range(3):
            await database_sync_to_async(table.end_turn)(match)
        later = await database_sync_to_async(warm.later)(match.id, before)
        refresh = Refresh(Desk(asyncio.get_running_loop()))
        refresh.look(room, {LOG})
        await asyncio.sleep(0)  # the reading is under way
        assert room.advance(later[0])
        assert room.advance(later[1])
        while room.sequence < before + len(later):
            await asyncio.sleep(0.01)
        assert not connection.outgoing.closing
        assert connection.sent == room.sequence

    match = table.playing(chance=0)
    run(work())


def test_a_log_that_is_not_the_one_told_ends_the_room(table: Table) -> None:
    """Nobody is left with a history that the database does not have."""

    async def work() -> None:
        room, connection = await opened(match)
        await database_sync_to_async(table.end_turn)(match)
        room.head = bytes(32)
        Refresh(Desk(asyncio.get_running_loop())).look(room, {LOG})
        while not connection.outgoing.closing:
            await asyncio.sleep(0.01)

    match = table.playing(chance=0)
    run(work())


def test_only_the_next_entry_is_told(table: Table) -> None:
    async def work() -> None:
        room, _ = await opened(match)
        before = room.sequence
        for _ in range(2):
            await database_sync_to_async(table.end_turn)(match)
        first, second = (await database_sync_to_async(warm.later)(match.id, before))[:2]
        assert not room.advance(second)
        assert room.advance(first)
        assert not room.advance(first)
        assert room.advance(second)
        assert room.sequence == before + 2

    match = table.playing(chance=0)
    run(work())


def test_a_match_has_one_room_however_it_is_let_go_of_and_opened_again(table: Table) -> None:
    """Whoever is in another one would hear nothing any more."""

    async def work() -> None:
        hub = Hub(Desk(asyncio.get_running_loop()), Limits())
        left = await hub.room(match.id)
        del hub.rooms[match.id]  # nobody was in it yet
        visitor = Visitor(-1, "Watching", guest=False, address="")
        connection = hub.arrive(visitor, Role.NEWCOMER, _nowhere)
        connection.match_id = match.id
        greeting = asyncio.create_task(greet(hub, left, connection))
        opening = asyncio.create_task(hub.room(match.id))
        entered, opened_anew = await greeting, await opening
        assert entered is opened_anew is hub.rooms[match.id]
        assert connection in hub.rooms[match.id].connections

    match = table.playing(chance=0)
    run(work())


def _rename(old: str, new: str) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")


def test_what_could_not_be_looked_at_is_looked_at_again(table: Table) -> None:
    """The database failed when a seat was taken: it is told as soon as it can be."""

    async def work() -> None:
        hub = Hub(Desk(asyncio.get_running_loop()), Limits())
        room = await hub.room(match.id)
        await database_sync_to_async(table.join)(match, 1)
        await database_sync_to_async(_rename)("games_seat", "lost")
        hub.refresh.look(room, {SEATS})
        while not room.unseen:
            await asyncio.sleep(0.01)
        await database_sync_to_async(_rename)("lost", "games_seat")
        assert [place.taken for place in room.match.places.all()] == [True, False]
        hub.refresh.look(room, room.unseen)
        while not all(place.taken for place in room.match.places.all()):
            await asyncio.sleep(0.01)

    match = table.order(chance=0)
    table.join(match, 0)
    run(work())
