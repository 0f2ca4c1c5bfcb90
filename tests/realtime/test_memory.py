"""What a connection is made of goes away with it, without the cyclic collector.

The collector is told to keep still while matches are played (`citybuilder.garbage`), so a cycle in
the objects of a connection would be memory that is never given back.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from games.protocol import client_messages as client
from games.protocol import ids
from games.protocol import server_messages as server
from games.protocol.limits import Limits, Rate
from games.realtime.connection import Connection
from games.realtime.consumer import SocketConsumer
from games.realtime.outgoing import Outgoing
from tests.matches.table import Table
from tests.realtime.conftest import Call
from tests.realtime.live_server import until

OURS = (Connection, Outgoing, SocketConsumer)

FAST = Rate(100.0, 1000)


def alive() -> Counter[str]:
    """How many of our objects there are."""
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, OURS))


@pytest.fixture
def no_collector(platform: object) -> Iterator[None]:
    """The cyclic collector does not run; what goes, goes by counting references."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def hang_up(table: Table, call: Call, match_id: str) -> None:
    """A socket that comes, says something and goes."""
    caller = call(table.person(0), match_id)
    caller.enter()
    caller.say(client.Ping(sequence=0, state_hash=None))
    caller.hear(server.Pong)
    caller.hang_up()


def cut(table: Table, call: Call, match_id: str) -> None:
    """A line that breaks."""
    caller = call(table.person(0), match_id)
    caller.enter()
    caller.socket.socket.close()


def malformed(table: Table, call: Call, match_id: str) -> None:
    """A socket that the platform ends."""
    caller = call(table.person(0), match_id)
    caller.enter()
    caller.socket.send("{")
    caller.ended()


def replaced(table: Table, call: Call, match_id: str) -> None:
    """One socket too many."""
    callers = [call(table.person(0), match_id) for _ in range(4)]
    for caller in callers:
        caller.enter()
    callers[0].ended()
    for caller in callers:
        caller.hang_up()


def turned_away(table: Table, call: Call, match_id: str) -> None:
    """A match that is not there."""
    caller = call(table.person(0), ids.write(ids.new_match_id()))
    caller.say(client.Hello(client="t", epoch=0, sequence=-1, head=None, want="log"))
    caller.ended()


def lobby(table: Table, call: Call, match_id: str) -> None:
    """Somebody looks at the list."""
    caller = call(table.person(0))
    caller.hear(server.Lobby)
    caller.hang_up()


@pytest.mark.parametrize("limits", [Limits(turns=FAST, messages=FAST, logs=FAST, openings=FAST)])
@pytest.mark.parametrize("way", [hang_up, cut, malformed, replaced, turned_away, lobby])
def test_a_connection_leaves_nothing_for_the_collector(
    table: Table,
    call: Call,
    no_collector: None,
    limits: Limits,
    way: Callable[[Table, Call, str], None],
) -> None:
    match = table.order(chance=0)
    staying = call(table.person(1), match.id)
    staying.enter()
    before = alive()
    assert before["Connection"] == 1
    for _ in range(10):
        way(table, call, match.id)
    until(lambda: alive() == before)
