"""The players of one match, each on a socket of their own."""

import asyncio
import base64
import json
import os
import time
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from games import engine
from games.engine.v0.actions import BUILD, END_TURN, FUND_DRIVE
from games.engine.v0.catalogue import COTTAGE
from games.ledger.fold import Fold
from games.matches.warm import no_signatures

HEARTBEAT_SECONDS = 15
SEATS_AN_ADDRESS = 16  # the platform takes only so many guests from one address


class Figures:
    """committed: ms from sending a command to its entry at each client; receipt: to the sender's
    receipt; pong: of pings sent beside them; refused: codes of what was not written."""

    def __init__(self) -> None:
        self.committed: list[float] = []
        self.receipt: list[float] = []
        self.pong: list[float] = []
        self.refused: list[int] = []
        self.sent = 0


def message(kind: str, type_: str, **fields: Any) -> str:
    """One frame."""
    payload = {"kind": kind, **fields}
    envelope = {"type": type_, "payload": payload, "timestamp": now(), "signature": None}
    return json.dumps(envelope)


def now() -> int:
    """Of this machine, ms UTC."""
    return time.time_ns() // 1_000_000


def text(data: bytes) -> str:
    """Bytes as the JSON of the protocol has them."""
    return base64.b64encode(data).decode()


class Room:
    """A match: its sockets, and one fold of its log that knows what may be done next."""

    def __init__(
        self, match_id: str, genesis: bytes, cookies: list[str], first: int, figures: Figures
    ) -> None:
        self._id = match_id
        self._cookies = cookies
        self._first = first
        self._rules = engine.rules(0)
        self._fold = Fold(genesis, self._rules, no_signatures)
        self._figures = figures
        self._sockets: list[ClientConnection] = []
        self._readers: list[asyncio.Task[None]] = []
        self._hearts: list[asyncio.Task[None]] = []
        self._sent: dict[int, float] = {}
        self._pinged: dict[int, float] = {}
        self._commands: dict[str, float] = {}
        self._seen: dict[int, int] = {}
        self._ready: list[asyncio.Event] = []
        self.moved = asyncio.Event()
        self.moved.set()
        self.over = False

    async def open(self, port: int) -> None:
        """Connect everybody and read the log."""
        for seat, cookie in enumerate(self._cookies):
            place = (self._first + seat) // SEATS_AN_ADDRESS
            address = f"127.{1 + place // 62500}.{place // 250 % 250}.{1 + place % 250}"
            socket = await connect(
                f"ws://127.0.0.1:{port}/ws/match/{self._id}/",
                additional_headers={"Cookie": f"sessionid={cookie}"},
                origin=f"http://127.0.0.1:{port}",  # type: ignore[arg-type]
                subprotocols=["citybuilder.v1.json"],  # type: ignore[list-item]
                local_addr=(address, 0),
                compression=None,
                ping_interval=None,
            )
            self._sockets.append(socket)
            self._ready.append(asyncio.Event())
            self._readers.append(asyncio.create_task(self._read(seat, socket)))
            self._hearts.append(asyncio.create_task(self._live(socket)))
            hello = message(
                "hello", "SYNC", client="load", epoch=0, sequence=-1, head=None, want="log"
            )
            await socket.send(hello)
        for event, reader in zip(self._ready, self._readers, strict=True):
            waiting = asyncio.create_task(event.wait())
            await asyncio.wait((waiting, reader), return_when=asyncio.FIRST_COMPLETED)
            if not event.is_set():
                waiting.cancel()
                reader.result()
                raise ConnectionError(f"closed with {self._sockets[0].close_code}")

    def use(self, figures: Figures) -> None:
        """Count into these from now on."""
        self._figures = figures

    async def _live(self, socket: ClientConnection) -> None:
        """A silent socket would be closed."""
        while True:
            await asyncio.sleep(HEARTBEAT_SECONDS)
            await socket.send(message("ping", "HEARTBEAT", sequence=0, state_hash=None))

    async def close(self) -> None:
        """Let everybody go."""
        for heart in self._hearts:
            heart.cancel()
        for socket in self._sockets:
            await socket.close()
        await asyncio.gather(*self._readers, return_exceptions=True)

    async def act(self) -> None:
        """Whoever's turn it is does something that the rules allow."""
        seat = self._fold.state.turn_seat()
        if self._fold.ended or seat >= len(self._sockets):
            self.over = True
            return
        fold = self._fold
        command_id = text(os.urandom(16))
        self._sent[fold.sequence + 1] = self._commands[command_id] = time.perf_counter()
        self._figures.sent += 1
        frame = message(
            "submit",
            "TURN",
            command_id=command_id,
            epoch=fold.epoch,
            sequence=fold.sequence,
            head=text(fold.head),
            after=None,
            action=text(self._rules.encode_action(self._choose(seat))),
            predicted=None,
            client_time=now(),
        )
        self.moved.clear()
        await self._sockets[seat].send(frame)

    async def ping(self, seat: int) -> None:
        """One heartbeat."""
        self._pinged[seat] = time.perf_counter()
        await self._sockets[seat].send(
            message("ping", "HEARTBEAT", sequence=self._fold.sequence, state_hash=None)
        )

    def _choose(self, seat: int) -> tuple[int, ...]:
        rules: Any = self._rules
        state: Any = self._fold.state
        if not state.points[seat]:
            return (END_TURN,)
        mask = rules.legal_mask(state, seat, COTTAGE)
        tile = mask.find(1)
        return (BUILD, COTTAGE, tile, 0) if tile >= 0 else (FUND_DRIVE,)

    async def _read(self, seat: int, socket: ClientConnection) -> None:
        async for frame in socket:
            payload = json.loads(frame)["payload"]
            kind = payload["kind"]
            if kind == "committed":
                self._committed(payload["sequence"], base64.b64decode(payload["entry"]))
            elif kind == "receipt":
                at = self._commands.pop(payload["command_id"])
                self._figures.receipt.append((time.perf_counter() - at) * 1000)
            elif kind == "pong":
                pinged = self._pinged.pop(seat, None)
                if pinged is not None:
                    self._figures.pong.append((time.perf_counter() - pinged) * 1000)
            elif kind == "batch":
                for number, entry in enumerate(payload["entries"], payload["first"]):
                    if number == self._fold.sequence + 1:
                        self._fold.advance(base64.b64decode(entry))
                if payload["first"] + len(payload["entries"]) > payload["sequence"]:
                    self._ready[seat].set()
            elif kind in ("rejected", "error"):
                self._figures.refused.append(payload["code"])
                self.moved.set()

    def _committed(self, sequence: int, entry: bytes) -> None:
        at = self._sent.get(sequence)
        if at is not None:
            self._figures.committed.append((time.perf_counter() - at) * 1000)
        if sequence == self._fold.sequence + 1:
            self._fold.advance(entry)
        self._seen[sequence] = self._seen.get(sequence, 0) + 1
        if self._seen[sequence] == len(self._sockets):
            self._seen.pop(sequence)
            self._sent.pop(sequence, None)
            self.moved.set()
