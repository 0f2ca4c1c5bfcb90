"""The queue before a socket: bounded, in order, and closed with the last word said."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar

import pytest

from games.protocol.limits import Limits
from games.protocol.server_messages import Draining, Rematch
from games.realtime.frames import Frame
from games.realtime.outgoing import Outgoing

Result = TypeVar("Result")
LIMITS = Limits(queue_messages=4, queue_bytes=1000)
FRAME = Frame(Draining())


class Peer:
    """Takes what is sent while its gate is open."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def send(self, event: dict[str, Any]) -> None:
        await self.gate.wait()
        self.taken.append(event)


def run(work: Awaitable[Result]) -> Result:
    async def bounded() -> Result:
        return await asyncio.wait_for(work, 10)

    return asyncio.run(bounded())


def frames(count: int) -> list[Frame]:
    return [Frame(Rematch(match=f"{number:026}")) for number in range(count)]


def test_frames_are_written_in_order_and_the_close_comes_last() -> None:
    async def work() -> None:
        peer = Peer()
        outgoing = Outgoing(peer.send, LIMITS)
        queued = frames(3)
        for frame in queued:
            assert outgoing.put(frame)
        outgoing.close(1012, FRAME)
        await outgoing.run()
        assert peer.taken == [
            *(frame.event for frame in queued),
            FRAME.event,
            {"type": "websocket.close", "code": 1012},
        ]

    run(work())


def test_what_comes_while_it_waits_is_written_too() -> None:
    async def work() -> None:
        peer = Peer()
        outgoing = Outgoing(peer.send, LIMITS)
        writer = asyncio.create_task(outgoing.run())
        for number, frame in enumerate(frames(50)):
            assert outgoing.put(frame)
            while len(peer.taken) <= number:
                await asyncio.sleep(0)
        outgoing.close(1000)
        await writer
        assert len(peer.taken) == 51

    run(work())


@pytest.mark.parametrize("limits", [LIMITS, Limits(queue_bytes=4 * FRAME.size)])
def test_a_full_queue_takes_nothing_more(limits: Limits) -> None:
    async def work() -> None:
        outgoing = Outgoing(Peer().send, limits)
        assert [outgoing.put(FRAME) for _ in range(6)] == [True] * 4 + [False] * 2

    run(work())


def test_a_frame_larger_than_the_queue_passes_alone() -> None:
    async def work() -> None:
        outgoing = Outgoing(Peer().send, Limits(queue_bytes=10))
        assert outgoing.put(FRAME)
        assert not outgoing.put(FRAME)

    run(work())


def test_what_waits_can_be_dropped_for_the_last_word() -> None:
    async def work() -> None:
        peer = Peer()
        peer.gate.clear()
        outgoing = Outgoing(peer.send, LIMITS)
        queued = frames(4)
        for frame in queued:
            outgoing.put(frame)
        writer = asyncio.create_task(outgoing.run())
        await asyncio.sleep(0)  # the first is on its way
        outgoing.close(4408, FRAME, drop=True)
        outgoing.close(1000)  # too late
        peer.gate.set()
        await writer
        assert [event.get("code") for event in peer.taken] == [None, None, 4408]
        assert peer.taken[:2] == [queued[0].event, FRAME.event]

    run(work())


def test_nothing_is_queued_behind_a_close() -> None:
    async def work() -> None:
        peer = Peer()
        outgoing = Outgoing(peer.send, LIMITS)
        outgoing.close(1000)
        assert all(outgoing.put(FRAME) for _ in range(10))
        await outgoing.run()
        assert len(peer.taken) == 1

    run(work())


def test_whoever_has_much_to_say_waits_until_there_is_room() -> None:
    async def work() -> None:
        peer = Peer()
        outgoing = Outgoing(peer.send, LIMITS)
        writer = asyncio.create_task(outgoing.run())
        for frame in frames(40):
            await outgoing.roomy()
            assert outgoing.put(frame)
        peer.gate.clear()
        while outgoing.put(FRAME):
            pass
        waiting = asyncio.create_task(outgoing.roomy())
        await asyncio.sleep(0)
        assert not waiting.done()
        outgoing.close(1000)  # whoever waits must not wait for ever
        await waiting
        peer.gate.set()
        await writer

    run(work())
