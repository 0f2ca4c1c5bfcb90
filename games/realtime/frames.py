"""A message encoded once, to be written to any number of sockets."""

import msgspec

from games.matches.time import now_ms
from games.protocol.json_codec import encode


class Frame:
    """event: the ASGI event that sends it; size: bytes on the wire, without the frame's head."""

    __slots__ = ("event", "size")

    def __init__(self, message: msgspec.Struct) -> None:
        data = encode(message, now_ms())
        self.event = {"type": "websocket.send", "text": data.decode()}
        self.size = len(data)
