"""What the platform says. The name of a message, written_like_this, is its `kind`."""

from typing import Literal

import msgspec

from games.protocol.wire_types import (
    Bytes16,
    Bytes32,
    Count,
    MatchId,
    Milliseconds,
    SeatNumber,
)


def _kind(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)[1:]


class Part(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """A record inside messages."""


class ServerMessage(
    msgspec.Struct,
    kw_only=True,
    forbid_unknown_fields=True,
    gc=False,
    tag_field="kind",
    tag=_kind,
):
    """Every message of the platform. All its fields are always there."""


# -- records ------------------------------------------------------------------------------


class CardClock(Part):
    """kind: 0 untimed, 1 live, 2 correspondence; turn, bank: ms."""

    kind: int
    turn: int
    bank: int


class MatchCard(Part):
    """A match as lists show it. docs/protocol.md has the meaning of every field."""

    id: MatchId
    status: Literal["gathering", "playing", "over", "void"]
    kind: int
    size: int
    rounds: int
    round: int
    seats: int
    taken: int
    mode: int
    chance: int
    visibility: Literal["private", "listed"]
    clock: CardClock
    created: Milliseconds
    host: str
    names: list[str]


class SeatCard(Part):
    """A seat. bot: level of the program that has it, 0 for a person; you: the receiver's own."""

    number: SeatNumber
    name: str
    colour: int
    bot: int
    taken: bool
    ready: bool
    you: bool


class SeatPresence(Part):
    """Whether a mayor is there. bot: a program plays the seat; gone: left the match for good."""

    number: SeatNumber
    state: Literal["here", "away", "bot", "gone"]


# -- SYNC ---------------------------------------------------------------------------------


class Welcome(ServerMessage):
    """The answer to hello. sequence, epoch, head: where the match stands; heartbeat: ms."""

    match: MatchCard
    seat: SeatNumber | None
    role: Literal["mayor", "spectator"]
    epoch: Count
    sequence: Count
    head: Bytes32
    heartbeat: Milliseconds
    server_time: Milliseconds


class Batch(ServerMessage):
    """Entries of the log from `first` on; sequence: the last entry that is to come in batches."""

    genesis: bytes | None
    first: Count
    entries: list[bytes]
    sequence: Count


class Snapshot(ServerMessage):
    """The state after `sequence`; state: zlib (RFC 1950) of the rules' canonical bytes."""

    epoch: Count
    sequence: Count
    head: Bytes32
    state: bytes


class Seats(ServerMessage):
    """Who sits where; host: the host's seat, null for a host without one."""

    status: Literal["gathering", "playing", "over", "void"]
    host: SeatNumber | None
    seats: list[SeatCard]


class Presence(ServerMessage):
    """Who is there, for every seat."""

    seats: list[SeatPresence]


class Clock(ServerMessage):
    """Whose time runs, until when; banks: what is left of each seat's, ms."""

    seat: SeatNumber | None
    deadline: Milliseconds | None
    banks: list[int]
    server_time: Milliseconds


class Chat(ServerMessage):
    """A line; ids grow within a match. seat: null for a spectator."""

    id: Milliseconds
    line_id: Bytes16
    seat: SeatNumber | None
    name: str
    text: str
    time: Milliseconds


class Notice(ServerMessage):
    """The votes to end the match: which seats have voted, how many are needed."""

    what: Literal["vote"]
    seats: list[SeatNumber]
    needed: int


class Rematch(ServerMessage):
    """The match that follows this one."""

    match: MatchId


class Draining(ServerMessage):
    """The server is about to stop: close 1012 follows; connect again."""


# -- TURN ---------------------------------------------------------------------------------


class Receipt(ServerMessage):
    """The sender's command is in the log, at `sequence`; repeated: it was there before."""

    command_id: Bytes16
    sequence: Count
    repeated: bool


class Committed(ServerMessage):
    """The log has grown by this entry."""

    sequence: Count
    epoch: Count
    entry: bytes


class Rejected(ServerMessage):
    """The sender's command is not in the log; where the match stands, to catch up from.

    rejection: the rules' code where they refused (code 402), need and have its two figures.
    """

    command_id: Bytes16
    code: int
    rejection: int | None
    need: int
    have: int
    epoch: Count
    sequence: Count
    head: Bytes32


# -- HEARTBEAT ----------------------------------------------------------------------------


class Pong(ServerMessage):
    """sequence, state_hash: of the platform's state; lag: ms that this ping came later than the
    quickest of the connection, by the client's own timestamps.
    """

    sequence: Count
    state_hash: Bytes32 | None
    server_time: Milliseconds
    lag: Milliseconds


# -- ERROR --------------------------------------------------------------------------------


class Error(ServerMessage):
    """code: of games.protocol.codes; ref: the command or line it is about; retry_after: ms;
    fatal: the connection is closed next.
    """

    code: int
    text: str
    ref: Bytes16 | None
    retry_after: Milliseconds | None
    fatal: bool


# -- the lobby ----------------------------------------------------------------------------


class Lobby(ServerMessage):
    """The open matches; players: people connected."""

    matches: list[MatchCard]
    players: int


class LobbyChanged(ServerMessage):
    """What changed since: put: new or changed matches; gone: ids that left the list."""

    put: list[MatchCard]
    gone: list[MatchId]
    players: int
