"""Who is shown here, away, gone, or played by a bot."""

import pytest

from games.matches import absence, turns, warm
from games.models import Seat
from games.protocol import client_messages as client
from games.protocol import server_messages as server
from games.protocol.limits import Limits
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call
from tests.realtime.live_server import until
from tests.realtime.test_play import END_TURN, mayors

PING = client.Ping(sequence=0, state_hash=None)


def states(told: server.Presence) -> list[str]:
    return [seat.state for seat in told.seats]


def pinged(caller: Caller) -> server.Presence:
    """What was last told of presence, after a sign of life."""
    caller.say(PING)
    caller.hear(server.Pong)
    return caller.know(server.Presence, lambda _: True)


@pytest.mark.parametrize("limits", [Limits(dead_after=2.0)])
def test_a_mayor_is_away_when_the_lease_is_over_and_here_again_with_the_next_socket(
    table: Table, call: Call, limits: Limits
) -> None:
    match, first, second = mayors(table, call)
    first.know(server.Presence, lambda told: states(told) == ["here", "here"])
    second.hang_up()
    until(lambda: states(pinged(first)) == ["here", "away"], every=0.4)
    back = call(table.person(1), match.id)
    back.enter()
    first.know(server.Presence, lambda told: states(told) == ["here", "here"])


def test_a_mayor_who_comes_back_is_given_the_borough_back(table: Table, call: Call) -> None:
    match = table.playing(chance=0, turn=60)
    found = warm.load(match.id)
    command = absence.takeover(found, 1)
    assert command is not None
    turns.submit(command)
    first = call(table.person(0), match.id)
    first.enter()
    first.know(server.Presence, lambda told: states(told)[1] == "bot")
    second = call(table.person(1), match.id)
    second.enter()
    first.know(server.Presence, lambda told: states(told)[1] == "here")
    assert Seat.objects.get(match_id=match.id, number=1).absent is False
    first.hear_entry(len(found.fold.heads) + 1)
    first.submit(END_TURN)
    first.hear(server.Receipt)


@pytest.mark.parametrize("limits", [Limits(note_every=0.05)])
def test_the_leases_of_this_process_are_noted_for_the_others(
    table: Table, call: Call, limits: Limits
) -> None:
    match, _, _ = mayors(table, call)
    Seat.objects.filter(match_id=match.id).update(seen_at=0)
    until(lambda: not Seat.objects.filter(match_id=match.id, seen_at=0).exists())


@pytest.mark.parametrize("limits", [Limits(note_every=0.05)])
def test_a_mayor_seen_by_another_process_is_here(table: Table, call: Call, limits: Limits) -> None:
    match = table.playing(chance=0)
    Seat.objects.filter(match_id=match.id).update(seen_at=1)
    first = call(table.person(0), match.id)
    first.enter()
    first.know(server.Presence, lambda told: states(told) == ["here", "away"])
    absence.seen([Seat.objects.get(match_id=match.id, number=1).pk])
    first.know(server.Presence, lambda told: states(told) == ["here", "here"])


def test_a_bot_s_seat_is_shown_as_one(table: Table, call: Call) -> None:
    match = table.order(chance=0, bots=[0])
    table.join(match, 0)
    caller = call(table.person(0), match.id)
    caller.enter()
    caller.know(server.Presence, lambda told: states(told) == ["here", "bot"])


def test_a_ping_is_answered_with_the_platform_s_state(table: Table, call: Call) -> None:
    match, first, _ = mayors(table, call)
    first.say(client.Ping(sequence=len(first.log), state_hash=bytes(32)))
    pong = first.hear(server.Pong)
    found = warm.load(match.id)
    assert (pong.sequence, pong.state_hash) == (found.fold.sequence, found.fold.state_hash)
    assert pong.lag == 0
    assert abs(pong.server_time - found.fold.clock.time) < 60_000
