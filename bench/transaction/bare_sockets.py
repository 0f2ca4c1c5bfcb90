"""What the frames of a transaction cost a server that does nothing else."""

import asyncio
import multiprocessing
import resource
import socket
from multiprocessing.connection import Connection
from typing import Any

import uvicorn
from websockets.asyncio.client import ClientConnection, connect

from citybuilder import serve

ROUNDS = 1500
MATES = 4


def echo_us(sizes: tuple[int, int, int]) -> float:
    """CPU us of the server for one frame in, one out to each of four, and one more to the sender.

    sizes: bytes of the three. One sends after the other: nothing is gathered into one write.
    """
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, sizes))
    process.start()
    try:
        port: int = ours.recv()
        return asyncio.run(_play(ours, port, sizes)) / ROUNDS * 1_000_000
    finally:
        process.terminate()
        process.join()


def _serve(pipe: Connection, sizes: tuple[int, int, int]) -> None:
    """A process: the platform's own server, with another application."""
    everybody: list[Any] = []
    told, receipt = ("x" * size for size in sizes[1:])

    async def application(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "websocket":
            return
        await receive()
        await send({"type": "websocket.accept"})
        everybody.append(send)
        while (await receive())["type"] == "websocket.receive":
            for each in everybody:
                await each({"type": "websocket.send", "text": told})
            await send({"type": "websocket.send", "text": receipt})

    config = serve.config()
    config.app, config.lifespan = application, "off"
    server = uvicorn.Server(config)
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()

    async def answer() -> None:
        while True:
            await asyncio.to_thread(pipe.recv)
            used = resource.getrusage(resource.RUSAGE_SELF)
            pipe.send(used.ru_utime + used.ru_stime)

    async def both() -> None:
        answering = asyncio.create_task(answer())
        pipe.send(listener.getsockname()[1])
        await server.serve([listener])
        answering.cancel()

    import uvloop

    uvloop.run(both())


async def _play(pipe: Connection, port: int, sizes: tuple[int, int, int]) -> float:
    """CPU seconds that the server used over all rounds."""
    mates: list[ClientConnection] = [
        await connect(f"ws://127.0.0.1:{port}/", compression=None, ping_interval=None)
        for _ in range(MATES)
    ]
    frame = "x" * sizes[0]

    async def round_(number: int) -> None:
        sender = mates[number % MATES]
        await sender.send(frame)
        for mate in mates:
            await mate.recv()
        await sender.recv()

    for number in range(ROUNDS // 10):
        await round_(number)
    pipe.send(0)
    before = await asyncio.to_thread(pipe.recv)
    for number in range(ROUNDS):
        await round_(number)
    pipe.send(0)
    after = await asyncio.to_thread(pipe.recv)
    await asyncio.gather(*[mate.close() for mate in mates])
    return float(after - before)
