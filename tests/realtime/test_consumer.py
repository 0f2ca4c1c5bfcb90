"""What our own receive loop relies on in Channels, and that it is the one that runs."""

import inspect
from typing import Any

import pytest
from channels.consumer import AsyncConsumer

from games.protocol import client_messages as client
from games.protocol import server_messages as server
from games.protocol.json_codec import SUBPROTOCOL
from games.realtime.consumer import LobbyConsumer, MatchConsumer, SocketConsumer
from tests.matches.table import Table
from tests.realtime.conftest import Call


def test_channels_calls_the_consumer_with_scope_receive_and_send() -> None:
    """`as_asgi` makes an instance a connection and calls it: that is all we use of it."""
    assert list(inspect.signature(AsyncConsumer.__call__).parameters) == [
        "self",
        "scope",
        "receive",
        "send",
    ]
    for consumer in (MatchConsumer, LobbyConsumer):
        assert issubclass(consumer, AsyncConsumer)
        assert "__call__" not in vars(consumer)
        assert vars(SocketConsumer)["__call__"] is consumer.__call__
        assert consumer.as_asgi().consumer_class is consumer


def test_no_message_goes_through_channels_own_dispatch(
    table: Table, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def dispatch(self: Any, message: Any) -> None:
        raise AssertionError("a message was dispatched by Channels")

    monkeypatch.setattr(AsyncConsumer, "dispatch", dispatch)
    caller = call(table.person(0), table.order().id)
    caller.enter()
    caller.say(client.Ping(sequence=0, state_hash=None))
    caller.hear(server.Pong)


def test_the_subprotocol_is_agreed_on_and_nothing_is_compressed(table: Table, call: Call) -> None:
    caller = call(table.person(0), table.order().id)
    assert caller.socket.subprotocol == SUBPROTOCOL
    assert caller.socket.response is not None
    assert "Sec-WebSocket-Extensions" not in caller.socket.response.headers
    bare = call(table.person(0), table.order().id, subprotocols=None)
    assert bare.socket.subprotocol is None
    bare.enter()
