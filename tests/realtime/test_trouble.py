"""When the database is away nothing is accepted, nobody is told it was, and all goes on."""

import os
import sqlite3
from collections.abc import Iterator

import pytest
from django.db import connections

from games.matches.writer import ALIAS
from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol import server_messages as server
from tests.matches.table import Table
from tests.realtime.conftest import Call
from tests.realtime.test_play import END_TURN, in_turn, mayors, stored


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections made from here on give a locked database up at once."""
    monkeypatch.setitem(connections.settings[ALIAS]["OPTIONS"], "timeout", 0.2)


@pytest.fixture
def lock(impatient: None) -> Iterator[sqlite3.Connection]:
    """A connection of somebody else, who may keep everybody from writing."""
    connection = sqlite3.connect(connections[ALIAS].settings_dict["NAME"], isolation_level=None)
    yield connection
    connection.close()


def test_nothing_is_accepted_while_the_database_takes_no_entries(
    lock: sqlite3.Connection, table: Table, call: Call
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    before = stored(match)
    mover = (first, second)[first.turn_seat()]
    lock.execute("BEGIN IMMEDIATE")
    command_id = mover.submit(END_TURN)
    told = mover.hear(server.Rejected)
    assert (told.command_id, told.code) == (command_id, codes.UNAVAILABLE)
    line_id = os.urandom(16)
    mover.say(client.Chat(line_id=line_id, text="Is anybody there?"))
    refused = mover.hear(server.Error)
    assert (refused.code, refused.ref, refused.fatal) == (codes.UNAVAILABLE, line_id, False)
    assert refused.retry_after is not None
    assert stored(match) == before
    lock.execute("ROLLBACK")
    mover.submit(END_TURN, command_id=command_id)
    assert mover.hear(server.Receipt).repeated is False
    in_turn(match, first, second, turns=2)
    assert first.log == second.log == stored(match)
