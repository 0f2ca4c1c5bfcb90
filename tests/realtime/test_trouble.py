"""When the database is away nothing is accepted, nobody is told it was, and all goes on."""

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connections

from games.matches.writer import ALIAS
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol import server_messages as server
from games.realtime import reading
from tests.matches.table import Table
from tests.realtime.conftest import Call
from tests.realtime.test_play import END_TURN, in_turn, mayors, stored


class Blockade:
    """Somebody else, who keeps everybody from writing while it has begun."""

    def __init__(self) -> None:
        self.postgresql = connections[ALIAS].vendor == "postgresql"
        self.connection: Any
        if self.postgresql:
            named = connections[ALIAS].get_connection_params()
            where = {"host", "port", "user", "password", "dbname"} & set(named)
            named = {key: named[key] for key in where}
            self.connection = psycopg.connect(**named, autocommit=True)
        else:
            name = connections[ALIAS].settings_dict["NAME"]
            self.connection = sqlite3.connect(name, isolation_level=None)

    def begin(self) -> None:
        self.connection.execute("BEGIN" if self.postgresql else "BEGIN IMMEDIATE")
        if self.postgresql:
            self.connection.execute("LOCK games_transaction, games_chatline IN EXCLUSIVE MODE")

    def end(self) -> None:
        self.connection.execute("ROLLBACK")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Connections made from here on give a locked database up at once."""
    options = connections.settings[ALIAS]["OPTIONS"]
    own: Any = connections[ALIAS]
    if connections[ALIAS].vendor != "postgresql":
        monkeypatch.setitem(options, "timeout", 0.2)
        yield
        return
    monkeypatch.setitem(options, "options", "-c lock_timeout=200ms")
    own.close_pool()
    yield
    monkeypatch.undo()
    own.close_pool()


@pytest.fixture
def blockade(impatient: None) -> Iterator[Blockade]:
    """Nobody is kept from anything yet."""
    found = Blockade()
    yield found
    found.connection.close()


def test_nothing_is_accepted_while_the_database_takes_no_entries(
    blockade: Blockade, table: Table, call: Call
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    before = stored(match)
    mover = (first, second)[first.turn_seat()]
    for caller in (first, second):
        # One after the other: what the hello notes of who is here has been noted by now.
        caller.say(client.Ping(sequence=0, state_hash=None))
        caller.hear(server.Pong)
    blockade.begin()
    command_id = mover.submit(END_TURN)
    told = mover.hear(server.Rejected)
    assert (told.command_id, told.code) == (command_id, codes.UNAVAILABLE)
    line_id = os.urandom(16)
    mover.say(client.Chat(line_id=line_id, text="Is anybody there?"))
    refused = mover.hear(server.Error)
    assert (refused.code, refused.ref, refused.fatal) == (codes.UNAVAILABLE, line_id, False)
    assert refused.retry_after is not None
    assert stored(match) == before
    blockade.end()
    mover.submit(END_TURN, command_id=command_id)
    assert mover.hear(server.Receipt).repeated is False
    in_turn(match, first, second, turns=2)
    assert first.log == second.log == stored(match)


def test_who_asks_for_the_log_in_vain_is_let_go_to_come_again(
    table: Table, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)

    def away(*_: object) -> None:
        raise OperationalError("the database is away")

    back = call(table.person(1), match.id)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "page_after", away)
        back.hello()
        for caller in (back, second):
            if caller is second:
                second.say(client.Resume(sequence=1))
            code, error = caller.ended()
            assert error is not None and error.code == codes.UNAVAILABLE and error.fatal
            assert code == codes.close_code(codes.UNAVAILABLE)
    again = call(table.person(1), match.id)
    again.enter()
    in_turn(match, first, again, turns=2)
    assert again.log == stored(match)
