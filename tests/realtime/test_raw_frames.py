"""What breaks RFC 6455 itself ends the connection as the RFC says, and costs no memory."""

import os
import socket
import struct
from base64 import b64encode
from collections.abc import Iterator

import pytest
from django.conf import settings

from tests.matches.table import Table
from tests.realtime.conftest import session_of
from tests.realtime.live_server import LiveServer

FIN, RSV1, MASKED = 0x80, 0x40, 0x80
CONT, TEXT, BINARY, CLOSE, PING = 0, 1, 2, 8, 9
SECONDS = 10.0


class Wire:
    """A socket after its handshake, on which any bytes can be sent."""

    def __init__(self, port: int, path: str, session: str, offer: str = "") -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), SECONDS)
        lines = [
            f"GET {path} HTTP/1.1",
            f"Host: 127.0.0.1:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {b64encode(os.urandom(16)).decode()}",
            "Sec-WebSocket-Version: 13",
            f"Origin: {settings.ORIGINS[0]}",
            f"Cookie: sessionid={session}",
            *([f"Sec-WebSocket-Extensions: {offer}"] if offer else []),
        ]
        self.socket.sendall("\r\n".join([*lines, "", ""]).encode())
        self._bytes = self.socket.makefile("rb")
        self.answer = b""
        while not self.answer.endswith(b"\r\n\r\n"):
            self.answer += self._bytes.readline()

    def send(self, first: int, data: bytes, *, masked: bool = True, length: int = -1) -> None:
        """A frame whose first byte and stated length may be anything."""
        size = len(data) if length < 0 else length
        mask = os.urandom(4) if masked else b""
        flag = MASKED if masked else 0
        if size < 126:
            head = struct.pack("!BB", first, flag | size)
        elif size < 65536:
            head = struct.pack("!BBH", first, flag | 126, size)
        else:
            head = struct.pack("!BBQ", first, flag | 127, size)
        hidden = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)) if masked else data
        self.socket.sendall(head + mask + hidden)

    def hang_up(self) -> None:
        """Close the line."""
        self._bytes.close()
        self.socket.close()

    def close_code(self) -> int:
        """The code of the close frame that follows."""
        while True:
            head = self._bytes.read(2)
            assert head, "cut without a close frame"
            size = head[1]
            if size == 126:
                size = int.from_bytes(self._bytes.read(2), "big")
            data = self._bytes.read(size)
            if head[0] & 15 == CLOSE:
                return int.from_bytes(data[:2], "big")


@pytest.fixture
def offer() -> str:
    """Extensions that the client offers: none."""
    return ""


@pytest.fixture
def wire(table: Table, platform: LiveServer, offer: str) -> Iterator[Wire]:
    path = f"/ws/match/{table.order(chance=0).id}/"
    opened = Wire(platform.port, path, session_of(table.person(0)), offer)
    yield opened
    opened.hang_up()


def test_an_unmasked_frame_is_a_protocol_error(wire: Wire) -> None:
    wire.send(FIN | TEXT, b"{}", masked=False)
    assert wire.close_code() == 1002


@pytest.mark.parametrize("bit", [0x40, 0x20, 0x10])
def test_a_reserved_bit_is_a_protocol_error(wire: Wire, bit: int) -> None:
    wire.send(FIN | bit | TEXT, b"{}")
    assert wire.close_code() == 1002


@pytest.mark.parametrize("opcode", [3, 7, 11, 15])
def test_a_reserved_kind_of_frame_is_a_protocol_error(wire: Wire, opcode: int) -> None:
    wire.send(FIN | opcode, b"")
    assert wire.close_code() == 1002


@pytest.mark.parametrize("data", [b"\xff", b"\xc3", b"\xed\xa0\x80", b'{"type":"\xf8"}'])
def test_text_that_is_no_utf_8_ends_with_1007(wire: Wire, data: bytes) -> None:
    wire.send(FIN | TEXT, data)
    assert wire.close_code() == 1007


def test_fragments_out_of_order_are_a_protocol_error(wire: Wire) -> None:
    wire.send(FIN | CONT, b"{}")
    assert wire.close_code() == 1002


def test_a_message_inside_another_is_a_protocol_error(wire: Wire) -> None:
    wire.send(TEXT, b"{")
    wire.send(FIN | TEXT, b"}")
    assert wire.close_code() == 1002


@pytest.mark.parametrize(("first", "size"), [(PING, 1), (FIN | PING, 126), (CLOSE, 2)])
def test_a_control_frame_is_whole_and_short(wire: Wire, first: int, size: int) -> None:
    wire.send(first, bytes(size))
    assert wire.close_code() == 1002


@pytest.mark.parametrize("length", [20 * 1024 + 1, 2**31, 2**62])
def test_a_frame_over_the_limit_is_refused_by_its_head_alone(wire: Wire, length: int) -> None:
    wire.send(FIN | TEXT, b"", length=length)
    assert wire.close_code() == 1009


def test_fragments_are_counted_together(wire: Wire) -> None:
    wire.send(TEXT, b"x" * 10_000)
    wire.send(CONT, b"x" * 10_000)
    wire.send(CONT, b"x" * 10_000)
    assert wire.close_code() == 1009


@pytest.mark.parametrize("offer", ["permessage-deflate; client_max_window_bits"])
def test_a_bomb_of_compressed_data_is_never_unpacked(wire: Wire, offer: str) -> None:
    assert b"permessage-deflate" not in wire.answer
    wire.send(FIN | RSV1 | TEXT, bytes(1024))
    assert wire.close_code() == 1002
