"""What runs beside the requests starts in order and ends the other way round, whatever fails."""

import asyncio
import gc
from typing import Any

import pytest

from citybuilder import garbage
from citybuilder.lifespan import Lifespan


class _Part:
    def __init__(self, name: str, told: list[str], *, fails: str = "") -> None:
        self._name, self._told, self._fails = name, told, fails

    async def startup(self) -> None:
        if self._fails == "startup":
            raise RuntimeError(f"{self._name} cannot start")
        self._told.append(f"+{self._name}")

    async def shutdown(self) -> None:
        self._told.append(f"-{self._name}")
        if self._fails == "shutdown":
            raise RuntimeError(f"{self._name} cannot end")


def _run(lifespan: Lifespan, *messages: str) -> list[Any]:
    """What the application answers to these messages of the server."""
    sent: list[Any] = []
    left = list(messages)

    async def receive() -> dict[str, str]:
        return {"type": f"lifespan.{left.pop(0)}"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(lifespan({"type": "lifespan"}, receive, send))
    return sent


def test_parts_start_in_order_and_end_in_the_other() -> None:
    told: list[str] = []
    lifespan = Lifespan()
    for name in ("a", "b"):
        lifespan.add(_Part(name, told))
    sent = _run(lifespan, "startup", "shutdown")
    assert told == ["+a", "+b", "-b", "-a"]
    assert [each["type"] for each in sent] == [
        "lifespan.startup.complete",
        "lifespan.shutdown.complete",
    ]


def test_a_part_that_cannot_start_ends_those_before_it_and_keeps_the_server_from_starting() -> None:
    told: list[str] = []
    lifespan = Lifespan()
    for part in (_Part("a", told), _Part("b", told, fails="startup"), _Part("c", told)):
        lifespan.add(part)
    sent = _run(lifespan, "startup")
    assert told == ["+a", "-a"]
    assert sent == [{"type": "lifespan.startup.failed", "message": "b cannot start"}]


def test_a_part_that_cannot_end_keeps_none_from_ending() -> None:
    told: list[str] = []
    lifespan = Lifespan()
    for part in (_Part("a", told), _Part("b", told, fails="shutdown")):
        lifespan.add(part)
    _run(lifespan, "startup", "shutdown")
    assert told == ["+a", "+b", "-b", "-a"]


def test_what_was_ended_early_is_not_ended_twice() -> None:
    told: list[str] = []
    lifespan = Lifespan()
    lifespan.add(_Part("a", told))

    async def serve() -> None:
        await lifespan.begin()
        await lifespan.end()
        await lifespan.end()

    asyncio.run(serve())
    assert told == ["+a", "-a"]


@pytest.fixture
def collector() -> Any:
    before = gc.get_threshold()
    yield
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def test_the_collector_is_taken_over_and_given_back(collector: Any) -> None:
    async def serve() -> tuple[tuple[int, int, int], int]:
        await garbage.startup()
        found = gc.get_threshold(), gc.get_freeze_count()
        gc.collect()
        await garbage.shutdown()
        return found

    thresholds, frozen = asyncio.run(serve())
    assert thresholds == garbage.THRESHOLDS
    assert frozen > 10_000
    assert garbage.longest_pause > 0
