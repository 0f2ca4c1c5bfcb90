"""A socket does not outlive the session it was opened with, nor the right to play."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from games.protocol import client_messages as client
from games.protocol import codes
from games.protocol import server_messages as server
from games.protocol.limits import Limits
from tests.matches.table import Table
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call
from tests.realtime.live_server import LiveServer

PING = client.Ping(sequence=0, state_hash=None)
SOON = Limits(sessions_every=0.05)


def ended(caller: Caller) -> tuple[int, int]:
    close, told = caller.ended()
    assert told is not None and told.fatal
    return close, told.code


def still_there(caller: Caller) -> None:
    caller.say(PING)
    caller.hear(server.Pong)


def test_signing_out_ends_the_sockets_of_the_session_and_no_others(
    table: Table, call: Call
) -> None:
    match = table.order()
    user = table.person(0)
    own, lobby = call(user, match.id), call(user)  # each has a session of its own
    own.enter()
    lobby.hear(server.Lobby)
    stranger = call(table.person(1), match.id)
    stranger.enter()
    site = Client()
    site.force_login(user)
    key = site.cookies["sessionid"].value
    own_with_key = call(user, match.id, session=key)
    own_with_key.enter()
    site.logout()
    assert ended(own_with_key) == (4401, codes.NOT_SIGNED_IN)
    for caller in (own, lobby, stranger):
        still_there(caller)


def test_switching_an_account_off_ends_its_sockets(table: Table, call: Call) -> None:
    match = table.order()
    user = table.person(0)
    callers = [call(user, match.id), call(user)]
    callers[0].enter()
    stranger = call(table.person(1), match.id)
    stranger.enter()
    user.is_active = False
    user.save()
    for caller in callers:
        assert ended(caller) == (4403, codes.FORBIDDEN)
    still_there(stranger)


def test_another_name_ends_no_socket_and_another_password_does(table: Table, call: Call) -> None:
    user = table.person(0)
    caller = call(user, table.order().id)
    caller.enter()
    user.display_name = "Somebody Else"
    user.save()
    still_there(caller)
    user.set_password("something new")
    user.save()
    assert ended(caller) == (4401, codes.NOT_SIGNED_IN)


@pytest.mark.parametrize("limits", [SOON])
def test_what_another_process_has_ended_is_found_by_looking(
    table: Table, call: Call, limits: Limits
) -> None:
    match = table.order()
    callers = [call(table.person(number), match.id) for number in range(4)]
    for caller in callers:
        caller.enter()
    # Changes by `update` tell nobody in this process, as those of another process.
    users = get_user_model().objects
    users.filter(pk=table.person(0).pk).update(is_active=False)
    assert ended(callers[0]) == (4403, codes.FORBIDDEN)
    users.filter(pk=table.person(1).pk).update(password="other")
    assert ended(callers[1]) == (4401, codes.NOT_SIGNED_IN)
    keys = [
        session.session_key
        for session in Session.objects.all()
        if session.get_decoded()["_auth_user_id"] == str(table.person(2).pk)
    ]
    Session.objects.filter(session_key__in=keys).update(expire_date=timezone.now())
    assert ended(callers[2]) == (4401, codes.NOT_SIGNED_IN)
    still_there(callers[3])


def test_a_look_asks_once_for_all_sockets(table: Table, call: Call, platform: LiveServer) -> None:
    from games.realtime import endings, lifespan

    match = table.order()
    for number in range(5):
        call(table.person(number), match.id).enter()
    running = lifespan._running
    assert running is not None
    visitors = {connection.visitor for connection in running.hub.connections}
    assert len(visitors) == 5
    with CaptureQueriesContext(connections["default"]) as asked:
        assert endings._ended(visitors) == {}
    assert len(asked) == 2
