"""Limits hold, are told with their code, and end what goes on all the same."""

import json
import os
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from itertools import pairwise
from time import monotonic
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from games.matches import lifecycle
from games.matches.order import Order
from games.matches.time import now_ms
from games.models import Match
from games.protocol import client_messages as client
from games.protocol import codes, ids
from games.protocol import server_messages as server
from games.protocol.json_codec import encode
from games.protocol.limits import Limits, Rate
from games.realtime import reading
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call
from tests.realtime.live_server import LiveServer, until
from tests.realtime.test_play import END_TURN, mayors, stored

PING = client.Ping(sequence=0, state_hash=None)
HELLO = client.Hello(client="test", epoch=0, sequence=-1, head=None, want="log")


def text(payload: dict[str, Any], type_: str = "HEARTBEAT", **more: Any) -> str:
    frame = {"type": type_, "payload": payload, "timestamp": 1, "signature": None, **more}
    return json.dumps(frame)


def test_a_fourth_socket_of_a_person_replaces_the_oldest_which_is_told(
    table: Table, call: Call
) -> None:
    match = table.order(chance=0)
    table.join(match, 0)
    callers = [call(table.person(0), match.id) for _ in range(4)]
    for caller in callers:
        caller.enter()
    close, told = callers[0].ended()
    assert close == 4409
    assert told is not None and told.fatal
    assert told.code == codes.REPLACED
    for caller in callers[1:]:
        caller.say(PING)
        caller.hear(server.Pong)
    other = call(table.person(0), table.order(chance=0).id)
    other.enter()  # three are for each match


def test_nobody_signed_in_is_told_and_closed(table: Table, call: Call) -> None:
    for match_id in (None, table.order().id):
        close, told = call(None, match_id).ended()
        assert close == 4401
        assert told is not None
        assert told.code == codes.NOT_SIGNED_IN


def test_an_account_that_was_switched_off_is_not_served(table: Table, call: Call) -> None:
    user = table.person(0)
    match = table.order()
    caller = call(user, match.id)
    caller.enter()
    user.is_active = False
    user.save()
    assert call(user, match.id).ended()[0] == 4401


@pytest.mark.parametrize("origin", ["http://localhost.evil.example", "null", None])
def test_a_page_of_another_origin_opens_no_socket(
    table: Table, call: Call, origin: str | None
) -> None:
    with pytest.raises(InvalidStatus) as caught:
        call(table.person(0), table.order().id, origin=origin)
    assert caught.value.response.status_code == 403


def test_a_match_that_is_not_there_is_told_and_closed(table: Table, call: Call) -> None:
    caller = call(table.person(0), ids.write(ids.new_match_id()))
    caller.say(HELLO)
    close, told = caller.ended()
    assert close == 4404
    assert told is not None
    assert told.code == codes.NO_SUCH_MATCH


def test_an_address_that_is_no_match_opens_no_socket(table: Table, call: Call) -> None:
    for match_id in ("x", "O" * 26, "z" * 26, "../lobby"):
        with pytest.raises((InvalidStatus, ConnectionClosed)):
            call(table.person(0), match_id).ended()


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("{", codes.MALFORMED),
        ("", codes.MALFORMED),
        (text({"kind": "ping", "sequence": -1, "state_hash": None}), codes.MALFORMED),
        (text({"kind": "ping", "sequence": 0}), codes.MALFORMED),
        ("[" * 16_000, codes.MALFORMED),
        (text({"kind": "pong"}), codes.UNKNOWN_KIND),
        (text({"kind": "ping"}, "GOSSIP"), codes.UNKNOWN_KIND),
        (text({"kind": "ping", "sequence": 0, "state_hash": None, "x": 1}), codes.UNKNOWN_FIELD),
        (text({"kind": "ping"}, extra=1), codes.UNKNOWN_FIELD),
        (" " * (16 * 1024 + 1), codes.TOO_LARGE),
        ("\N{GRINNING FACE}" * 4097, codes.TOO_LARGE),
        (b"{}", codes.NOT_TEXT),
    ],
    ids=range(12),
)
def test_a_frame_that_is_no_message_ends_the_connection_with_its_code(
    table: Table, call: Call, frame: str | bytes, code: int
) -> None:
    caller = call(table.person(0), table.order().id)
    caller.enter()
    caller.socket.send(frame)
    close, told = caller.ended()
    assert close == codes.MEANINGS[code].close
    assert told is not None and told.fatal
    assert told.code == code


def test_a_frame_far_over_the_limit_ends_the_connection_before_it_is_read(
    table: Table, call: Call
) -> None:
    caller = call(table.person(0), table.order().id)
    caller.enter()
    caller.socket.send(" " * 1_000_000)
    assert caller.ended()[0] == 1009


def test_a_signature_is_refused_and_the_connection_stays(table: Table, call: Call) -> None:
    caller = call(table.person(0), table.order().id)
    caller.enter()
    ping = {"kind": "ping", "sequence": 0, "state_hash": None}
    caller.socket.send(text(ping, signature="AAAA"))
    assert caller.hear(server.Error).code == codes.SIGNATURE
    caller.say(PING)
    caller.hear(server.Pong)


def test_nothing_is_done_before_hello(table: Table, call: Call) -> None:
    match, _, _ = mayors(table, call)
    before = stored(match)
    caller = call(table.person(0), match.id)
    caller.head, caller.log = bytes(32), list(before)
    said = (
        PING,
        client.Chat(line_id=os.urandom(16), text="hi"),
        client.Resume(sequence=-1),
        client.Ready(command_id=os.urandom(16), opening=None),
        client.Vote(what="end"),
    )
    for message in said:
        caller.say(message)
        assert caller.hear(server.Error).code == codes.ROLE
    caller.submit(END_TURN)
    assert caller.hear(server.Error).code == codes.ROLE
    assert stored(match) == before


def test_a_flood_is_slowed_then_ended(table: Table, call: Call) -> None:
    limits = Limits()
    caller = call(table.person(0), table.order().id)
    caller.enter()
    frame = encode(PING, now_ms()).decode()
    for _ in range(limits.messages.burst + limits.refusals.burst + 10):
        caller.socket.send(frame)
    close, told = caller.ended()
    errors = [message for message in caller.heard if isinstance(message, server.Error)]
    pongs = [message for message in caller.heard if isinstance(message, server.Pong)]
    assert {error.code for error in errors} == {codes.RATE}
    assert errors[0].retry_after is not None
    assert 0 < errors[0].retry_after < 1000
    assert [error.fatal for error in errors] == [False] * (len(errors) - 1) + [True]
    assert limits.messages.burst - 1 <= len(pongs) <= limits.messages.burst + 5
    assert limits.refusals.burst <= len(errors) <= limits.refusals.burst + 5
    assert close == 4429
    assert told is not None
    again = call(table.person(0), table.order().id)
    again.say(HELLO)
    assert again.ended()[0] == 4429


def test_turns_have_a_pace_of_their_own_over_all_sockets_of_a_person(
    table: Table, call: Call
) -> None:
    match, first, _ = mayors(table, call)
    twin = call(table.person(0), match.id)
    twin.enter()
    undo = b"\xff"
    burst = Limits().turns.burst
    for number in range(burst):
        caller = (first, twin)[number % 2]
        caller.submit(undo)
        caller.hear(server.Rejected)
    command_id = twin.submit(undo)
    told = twin.hear(server.Error | server.Rejected)  # type: ignore[arg-type]
    assert isinstance(told, server.Error)
    assert (told.code, told.ref) == (codes.RATE, command_id)
    assert told.retry_after is not None
    assert told.retry_after <= 501
    twin.say(PING)
    twin.hear(server.Pong)


def test_chat_has_a_pace_of_its_own(table: Table, call: Call) -> None:
    caller = call(table.person(0), table.order().id)
    caller.enter()
    for _ in range(Limits().lines.burst):
        caller.say(client.Chat(line_id=os.urandom(16), text="spam"))
        caller.hear(server.Chat)
    line_id = os.urandom(16)
    caller.say(client.Chat(line_id=line_id, text="spam"))
    told = caller.hear(server.Error)
    assert (told.code, told.ref, told.fatal) == (codes.RATE, line_id, False)
    caller.say(PING)
    caller.hear(server.Pong)


@pytest.mark.parametrize("limits", [Limits(logs=Rate(0.05, 3), refusals=Rate(0.05, 2))])
def test_the_log_is_sent_again_and_again_at_a_pace_only(
    table: Table, call: Call, limits: Limits
) -> None:
    match = table.order()
    caller = call(table.person(0), match.id)
    caller.enter()
    resume = client.Resume(sequence=-1)
    for _ in range(2):
        caller.say(resume)
        caller.hear(server.Batch)
    for _ in range(limits.refusals.burst):
        caller.say(resume)
        told = caller.hear(server.Error)
        assert (told.code, told.fatal) == (codes.RATE, False)
        assert told.retry_after is not None and told.retry_after > 15_000
    caller.say(PING)
    caller.hear(server.Pong)
    caller.say(resume)
    assert caller.ended()[0] == 4429
    # A hello asks for the log as well, on whichever socket.
    again = call(table.person(0), match.id)
    again.say(HELLO)
    close, told_at_last = again.ended()
    assert close == 4429
    assert told_at_last is not None and told_at_last.retry_after is not None
    call(table.person(1), match.id).enter()


@pytest.mark.parametrize("limits", [Limits(spectators=2)])
def test_spectators_have_a_limit_and_mayors_do_not_count(
    table: Table, call: Call, limits: Limits
) -> None:
    match, _, _ = mayors(table, call)
    for number in (2, 3):
        assert call(table.person(number), match.id).enter().role == "spectator"
    turned = call(table.person(4), match.id)
    turned.say(HELLO)
    close, told = turned.ended()
    assert close == 1013
    assert told is not None and told.retry_after is not None
    assert call(table.person(1), match.id).enter().role == "mayor"


@pytest.mark.parametrize("limits", [Limits(sockets_a_guest_address=2)])
def test_guests_of_one_address_have_a_limit(table: Table, call: Call, limits: Limits) -> None:
    match = table.order()
    first, _ = (call(table.person(number), match.id) for number in (0, 1))
    first.enter()
    close, told = call(table.person(2), match.id).ended()
    assert close == 4429
    assert told is not None
    assert told.code == codes.RATE
    first.hang_up()
    entered: list[Caller] = []
    while not entered:  # the place is free as soon as the server has seen the close
        caller = call(table.person(2), match.id)
        try:
            caller.enter()
        except ConnectionClosed:
            continue
        entered.append(caller)


@pytest.mark.parametrize("limits", [Limits(openings=Rate(0.05, 3))])
def test_an_address_opens_sockets_at_a_pace_whoever_it_is(
    table: Table, call: Call, limits: Limits
) -> None:
    match = table.order()
    first = call(table.person(0), match.id)
    first.enter()
    assert call(None, match.id).ended()[0] == 4401  # counts as well
    call(table.person(1)).hear(server.Lobby)
    for user in (table.person(2), None):
        close, told = call(user, match.id).ended()
        assert close == 4429
        assert told is not None and told.retry_after is not None
        assert told.code == codes.RATE
        assert 15_000 < told.retry_after <= 20_001
    first.say(PING)
    first.hear(server.Pong)


@pytest.mark.parametrize("limits", [Limits(sockets_a_process=1)])
def test_a_process_has_a_limit(table: Table, call: Call, limits: Limits) -> None:
    match = table.order()
    call(table.person(0), match.id).enter()
    assert call(table.person(1), match.id).ended()[0] == 1013


@pytest.mark.parametrize("limits", [Limits(hello_within=0.5)])
def test_who_says_no_hello_is_closed(table: Table, call: Call, limits: Limits) -> None:
    close, told = call(table.person(0), table.order().id).ended()
    assert close == 4408
    assert told is not None
    assert told.code == codes.SLOW


@pytest.mark.parametrize("limits", [Limits(hello_within=1.5)])
def test_pings_do_not_take_the_place_of_a_hello(table: Table, call: Call, limits: Limits) -> None:
    caller = call(table.person(0), table.order().id)
    begun = monotonic()
    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(caller.ended)
        while not wait([ended], timeout=0.4).done and monotonic() < begun + 10:
            with suppress(ConnectionClosed):
                caller.say(PING)
        assert ended.result(1)[0] == 4408


@pytest.mark.parametrize("limits", [Limits(dead_after=2.0)])
def test_who_is_silent_is_closed_and_who_pings_is_not(
    table: Table, call: Call, limits: Limits
) -> None:
    match = table.order()
    silent, alive = (call(table.person(number), match.id) for number in (0, 1))
    silent.enter()
    alive.enter()
    with ThreadPoolExecutor(1) as pool:
        ended = pool.submit(silent.ended)
        while not wait([ended], timeout=0.5).done:
            alive.say(PING)
            alive.hear(server.Pong)
        assert ended.result()[0] == 4408
    alive.say(PING)
    alive.hear(server.Pong)


FAST = Rate(1000.0, 10_000)


@pytest.mark.parametrize("reads_at_last", [True, False])
@pytest.mark.parametrize(
    "limits",
    [Limits(messages=FAST, logs=FAST, queue_messages=64, close_within=1.0, dead_after=60.0)],
)
def test_a_socket_that_does_not_read_is_closed_and_the_others_go_on(
    table: Table, call: Call, platform: LiveServer, limits: Limits, reads_at_last: bool
) -> None:
    for number in range(20):
        lifecycle.create(
            table.person(number // 5), Order(kind=0, seats=2, chance=0, visibility="listed")
        )
    slow = call(table.person(0), max_queue=1, narrow=True)
    other = call(table.person(1))
    assert len(other.hear(server.Lobby).matches) == 20
    frame = encode(HELLO, now_ms()).decode()
    for number in range(2000):  # each is answered with the list, and nobody reads the answers
        try:
            slow.socket.send(frame)
        except ConnectionClosed:
            break
        if number % 100 == 0:
            other.say(PING)
            other.hear(server.Pong)
    if reads_at_last:
        close, told = slow.ended()
        assert close == 4408
        assert told is not None
        assert told.code == codes.SLOW
        assert len(slow.heard) < 2000
    # Whether it takes its close frame or not, nothing is kept for it.
    until(lambda: platform.sockets() == 1)
    other.say(PING)
    other.hear(server.Pong)


VOTE = client.Vote(what="end")


@pytest.mark.parametrize("limits", [Limits(watch_every=0.25)])
def test_what_spectators_may_not_say_costs_others_nothing_and_a_room_few_looks(
    table: Table, call: Call, limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    match, mayor, _ = mayors(table, call)
    watching = [call(table.person(number), match.id) for number in (2, 3, 4)]
    for caller in watching:
        caller.enter()
    mayor.say(PING)
    mayor.hear(server.Pong)
    told = len(mayor.heard)
    looks: list[float] = []
    row = reading.row

    def counted(match_id: str) -> Match:
        looks.append(monotonic())
        return row(match_id)

    monkeypatch.setattr(reading, "row", counted)
    for caller in watching:
        for _ in range(5):
            caller.say(VOTE)
    for caller in watching:
        for _ in range(5):
            assert caller.hear(server.Error).code == codes.ROLE
    assert 5 <= len(looks) <= 10  # one for all who ask at the same time
    between = [later - earlier for earlier, later in pairwise(looks)]
    assert min(between) > 0.8 * limits.watch_every
    mayor.say(PING)
    mayor.hear(server.Pong)
    assert not [said for said in mayor.heard[told:] if isinstance(said, server.Seats)]
