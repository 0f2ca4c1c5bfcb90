"""Only pages of this platform may open a socket: scheme, host and port, to the letter."""

import asyncio
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from citybuilder import origins

ALLOWED = ["https://city.example", "http://localhost:8000", "http://[::1]:8000"]


def _passes(*headers: bytes) -> bool:
    sent: list[Any] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "websocket.accept"})

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "websocket", "headers": [(b"origin", value) for value in headers]}

    asyncio.run(origins.OriginCheck(app, ALLOWED)(scope, receive, send))
    assert len(sent) == 1
    return bool(sent[0]["type"] == "websocket.accept")


@pytest.mark.parametrize("origin", ALLOWED)
def test_a_page_of_the_platform_passes(origin: str) -> None:
    assert _passes(origin.encode())


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "http://city.example",
        "https://city.example:8443",
        "https://city.example.attacker.example",
        "https://attacker.example/https://city.example",
        "https://attackercity.example",
        "https://sub.city.example",
        "https://user@city.example",
        "http://localhost",
        "http://localhost:80000",
        "http://localhost:port",
        "https://city.example\x00",
    ],
)
def test_any_other_origin_is_refused(origin: str) -> None:
    assert not _passes(origin.encode())


def test_no_origin_and_two_origins_are_refused() -> None:
    assert not _passes()
    assert not _passes(b"https://city.example", b"https://city.example")


def test_origins_are_kept_as_browsers_write_them() -> None:
    written = ["HTTPS://City.Example:443", "https://city.example:8443"]
    kept = ["https://city.example", "https://city.example:8443"]
    assert origins.checked(written, schemes=("https",)) == kept


@pytest.mark.parametrize(
    "origin",
    [
        "city.example",
        "http://city.example",
        "https://city.example/",
        "https://*.example",
        "https://.city.example",
        "https://",
        "https://user@city.example",
        "https://city.example:port",
    ],
)
def test_what_is_no_origin_stops_the_start(origin: str) -> None:
    with pytest.raises(ImproperlyConfigured):
        origins.checked([origin], schemes=("https",))
