"""A request that does not come to its end is given up; whatever is whole or a socket is not."""

import asyncio
import contextlib
import resource
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import uvicorn
from websockets.asyncio.client import connect

from citybuilder import patience, serve

PATIENCE = 0.5
Story = Callable[[int], Awaitable[None]]


async def _application(scope: Any, receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        while (event := await receive())["type"] == "websocket.receive":
            await send({"type": "websocket.send", "text": event["text"]})
        return
    more = True
    while more:
        more = (await receive()).get("more_body", False)
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(ConnectionError):
        await writer.wait_closed()


@pytest.fixture
def serving(monkeypatch: pytest.MonkeyPatch) -> Callable[[Story], None]:
    """Run a story with the port of the platform's server, whose patience is short."""
    monkeypatch.setattr(patience, "REQUEST_SECONDS", PATIENCE)

    async def run(story: Story) -> None:
        config = serve.config()
        config.app, config.lifespan = _application, "off"
        server = uvicorn.Server(config)
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        serving = asyncio.create_task(server.serve([listener]))
        try:
            await asyncio.wait_for(story(listener.getsockname()[1]), 30)
        finally:
            server.should_exit = True
            await serving

    return lambda story: asyncio.run(run(story))


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: ",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\r\nHost: ",
    ],
    ids=["nothing", "head", "body", "second"],
)
def test_a_request_that_does_not_end_is_given_up(
    serving: Callable[[Story], None], begun: bytes
) -> None:
    async def story(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(begun)
        try:
            while await reader.read(1000):
                pass
        except ConnectionResetError:
            pass
        await _close(writer)

    serving(story)


def test_a_socket_and_a_slow_request_in_time_go_on(serving: Callable[[Story], None]) -> None:
    async def story(port: int) -> None:
        async with connect(f"ws://127.0.0.1:{port}/") as opened:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            for _ in range(3):  # on one connection, each in two parts
                writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n")
                await opened.send("meanwhile")
                assert await opened.recv() == "meanwhile"
                writer.write(b"\r\nab")
                assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 204")
            given_up = await asyncio.open_connection("127.0.0.1", port)
            with contextlib.suppress(ConnectionResetError):
                assert not await given_up[
                    0
                ].read()  # its time is over, and so the socket's would be
            await opened.send("still here")
            assert await opened.recv() == "still here"
            await _close(writer)
            await _close(given_up[1])

    serving(story)


def test_as_many_files_may_be_open_as_sockets_want(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: told.append(limits))
    monkeypatch.setattr(resource, "getrlimit", lambda _: (1024, 4096))
    patience.allow_connections(1000)
    assert (told, caplog.text) == ([(1512, 4096)], "")
    patience.allow_connections(15_000)
    assert told[-1] == (4096, 4096)
    assert "only 4096 open files are allowed" in caplog.text
