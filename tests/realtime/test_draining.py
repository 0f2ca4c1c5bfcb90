"""A server that stops says so, to everybody, and loses nothing."""

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from games.matches import warm
from games.protocol import server_messages as server
from tests.matches.table import Table
from tests.realtime.conftest import Call
from tests.realtime.live_server import LiveServer
from tests.realtime.test_play import END_TURN, in_turn, mayors, stored


def test_every_socket_is_told_and_closed_for_another_server(
    table: Table, call: Call, platform: LiveServer
) -> None:
    match, first, second = mayors(table, call)
    lobby = call(table.person(2))
    lobby.hear(server.Lobby)
    fresh = call(table.person(3), match.id)
    platform.begin_to_stop()
    for caller in (first, second, lobby, fresh):
        close, _ = caller.ended()
        assert close == 1012
        assert isinstance(caller.heard[-1], server.Draining)
    platform.stop()
    with pytest.raises((OSError, InvalidStatus, ConnectionClosed)):
        call(table.person(0), match.id)


def test_a_receipt_that_was_told_is_true_after_the_server_is_gone(
    table: Table, call: Call, platform: LiveServer
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second)
    seat = warm.load(match.id).turn_seat()
    (first, second)[seat or 0].submit(END_TURN)
    platform.begin_to_stop()
    told = 0
    for caller in (first, second):
        caller.ended()
        told = max([told, *(m.sequence for m in caller.heard if isinstance(m, server.Receipt))])
    platform.stop()
    assert len(stored(match)) >= told


def test_after_a_stop_the_next_server_goes_on_where_the_log_ends(
    table: Table, call: Call, platform: LiveServer
) -> None:
    match, first, second = mayors(table, call)
    in_turn(match, first, second, turns=2)
    platform.stop()
    after = LiveServer()
    after.start()
    try:
        back = [call(table.person(seat), match.id, port=after.port) for seat in (0, 1)]
        for caller, before in zip(back, (first, second), strict=True):
            caller.log, caller.head, caller.genesis = before.log, before.head, before.genesis
            caller.hello(len(before.log), before.head)
            caller.hear(server.Batch)
        in_turn(match, *back, turns=2)
        assert back[0].log == back[1].log == stored(match)
    finally:
        after.stop()
