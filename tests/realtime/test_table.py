"""Who may say what: the table is complete as far as it goes, and everything else is refused."""

import msgspec
import pytest

from games.protocol import client_messages as client
from games.protocol import codes, directory
from games.protocol import server_messages as server
from games.realtime.handlers import TABLE
from games.realtime.roles import Role
from tests.matches.table import Table
from tests.protocol import samples
from tests.realtime.caller import Caller
from tests.realtime.conftest import Call

MESSAGES = [message for of_type in directory.CLIENT.values() for message in of_type]
ALLOWED: dict[Role, set[type[msgspec.Struct]]] = {
    Role.NEWCOMER: {client.Hello},
    Role.SPECTATOR: {
        client.Hello,
        client.Resume,
        client.Difference,
        client.Chat,
        client.Ping,
    },
    Role.MAYOR: set(MESSAGES),
    Role.LOBBY: {client.Hello, client.Ping},
}


def test_the_table_allows_what_is_listed_here_and_nothing_else() -> None:
    assert set(TABLE) == {(role, message) for role in ALLOWED for message in ALLOWED[role]}


def test_every_message_has_somebody_who_may_say_it() -> None:
    assert {message for _, message in TABLE} == set(MESSAGES)


def _sample(message: type[msgspec.Struct]) -> msgspec.Struct:
    made = {
        client.Hello: client.Hello(client="t", epoch=0, sequence=-1, head=None, want="log"),
        client.Resume: client.Resume(sequence=0),
        client.Difference: client.Difference(sequence=1, failure=17, found=None, snapshot=False),
        client.Submit: client.Submit(
            command_id=samples.ID,
            epoch=0,
            sequence=0,
            head=samples.HASH,
            after=None,
            action=b"\x00",
            predicted=None,
            client_time=0,
        ),
        client.Ready: client.Ready(command_id=samples.ID, opening=None),
        client.Chat: client.Chat(line_id=samples.ID, text="hi"),
        client.Vote: client.Vote(what="end"),
        client.Ping: client.Ping(sequence=0, state_hash=None),
    }
    return made[message]


def _in_role(role: Role, table: Table, call: Call) -> Caller:
    match = table.order(chance=0)
    table.join(match, 0)
    if role is Role.LOBBY:
        caller = call(table.person(0))
        caller.hear(server.Lobby)
        return caller
    caller = call(table.person(1 if role is Role.SPECTATOR else 0), match.id)
    if role is not Role.NEWCOMER:
        assert caller.enter().role == role.value
    return caller


@pytest.mark.parametrize("role", list(Role))
def test_over_a_real_socket_the_table_is_what_holds(role: Role, table: Table, call: Call) -> None:
    caller = _in_role(role, table, call)
    for message in MESSAGES:
        if (role, message) in TABLE:
            continue
        caller.say(_sample(message))
        told = caller.hear(server.Error)
        assert (told.code, told.fatal) == (codes.ROLE, False), message
        assert told.ref == getattr(_sample(message), "command_id", told.ref)
