"""A client on a real socket."""

import os
import socket
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, TypeVar

import msgspec
from django.conf import settings
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from games import engine
from games.ledger.chain import entry_hash, genesis_hash
from games.ledger.fold import Fold
from games.matches.time import now_ms
from games.matches.warm import no_signatures
from games.protocol import client_messages as client
from games.protocol import server_messages as server
from games.protocol.json_codec import SUBPROTOCOL, decode_from_server, encode

PATIENCE = 10.0  # seconds
Message = TypeVar("Message", bound=msgspec.Struct)


class Caller:
    """Says and hears messages. log: the entries heard, in order; head: the chain hash after them.

    heard: all that was heard, for what came beside what a test waited for.
    """

    def __init__(self, port: int, path: str, session: str | None, **options: Any) -> None:
        """session: the key of somebody's session, as the cookie has it."""
        headers = {} if session is None else {"Cookie": f"sessionid={session}"}
        if options.pop("narrow", False):  # the system takes little for who does not read
            options["sock"] = _narrow(port)
        connecting = connect(
            f"ws://127.0.0.1:{port}{path}",
            origin=options.pop("origin", settings.ORIGINS[0]),
            subprotocols=options.pop("subprotocols", [SUBPROTOCOL]),
            additional_headers=headers,
            compression=None,
            ping_interval=None,
            max_size=2**20,
            **options,
        )
        self._open = ExitStack()
        self.socket: ClientConnection = self._open.enter_context(connecting)
        self.heard: list[msgspec.Struct] = []
        self.log: list[bytes] = []
        self.genesis: bytes | None = None
        self.head: bytes | None = None
        self.epoch = 0

    def hang_up(self) -> None:
        """Close the socket, as a page that is left does."""
        self._open.close()

    # -- saying ----------------------------------------------------------------------

    def say(self, message: msgspec.Struct) -> None:
        """Send a message."""
        self.socket.send(encode(message, now_ms()).decode())

    def hello(self, sequence: int = -1, head: bytes | None = None) -> server.Welcome:
        """Say where one stands; the answer."""
        self.say(
            client.Hello(client="test", epoch=self.epoch, sequence=sequence, head=head, want="log")
        )
        return self.hear(server.Welcome)

    def enter(self) -> server.Welcome:
        """Say hello with nothing, and read the whole log."""
        welcome = self.hello()
        while self.genesis is None or len(self.log) < welcome.sequence:
            self.hear(server.Batch)
        return welcome

    def submit(self, action: bytes, **changes: Any) -> bytes:
        """Hand an action in on what was heard so far; the command's id."""
        assert self.head is not None
        fields: dict[str, Any] = {
            "command_id": os.urandom(16),
            "epoch": self.epoch,
            "sequence": len(self.log),
            "head": self.head,
            "after": None,
            "action": action,
            "predicted": None,
            "client_time": now_ms(),
            **changes,
        }
        self.say(client.Submit(**fields))
        command_id: bytes = fields["command_id"]
        return command_id

    # -- hearing ---------------------------------------------------------------------

    def hear(self, kind: type[Message], patience: float = PATIENCE) -> Message:
        """The next message of a kind; the log is followed on the way."""
        while True:
            message = decode_from_server(self.socket.recv(patience)).payload
            self.heard.append(message)
            self._follow(message)
            if isinstance(message, kind):
                return message
            assert not isinstance(message, server.Error | server.Rejected), message

    def know(self, kind: type[Message], holds: Callable[[Message], bool]) -> Message:
        """The last message of a kind, as soon as this holds of it."""
        told = [message for message in self.heard if isinstance(message, kind)]
        last = told[-1] if told else self.hear(kind)
        while not holds(last):
            last = self.hear(kind)
        return last

    def hear_entry(self, sequence: int) -> None:
        """Hear the log up to this entry."""
        while len(self.log) < sequence:
            self.hear(msgspec.Struct)

    def turn_seat(self) -> int:
        """Whose turn it is by the log that was heard, folded as a client does."""
        assert self.genesis is not None
        fold = Fold(self.genesis, engine.rules(engine.LATEST), no_signatures)
        for entry in self.log:
            fold.advance(entry)
        seat: int = fold.state.turn_seat()
        return seat

    def ended(self) -> tuple[int, server.Error | None]:
        """Read to the end of the connection: its close code and the last error told."""
        try:
            while True:
                self.hear(msgspec.Struct)
        except ConnectionClosed as closed:
            assert closed.rcvd is not None, "cut without a close frame"
            errors = [message for message in self.heard if isinstance(message, server.Error)]
            return closed.rcvd.code, errors[-1] if errors else None

    def _follow(self, message: msgspec.Struct) -> None:
        if isinstance(message, server.Batch):
            if message.genesis is not None:
                self.genesis, self.log = message.genesis, []
                self.head = genesis_hash(message.genesis)
            assert message.first == len(self.log) + 1 or self.genesis is None
            for entry in message.entries:
                self._append(entry)
        elif isinstance(message, server.Committed):
            assert message.sequence == len(self.log) + 1, "an entry twice, or out of order"
            self._append(message.entry)
            self.epoch = message.epoch

    def _append(self, entry: bytes) -> None:
        self.log.append(entry)
        if self.head is not None:
            self.head = entry_hash(self.head, entry)


def _narrow(port: int) -> socket.socket:
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", port))
    return narrow
