"""What the REST interface takes and gives; /api/schema/ tells the same to programs.

Bytes are standard base64 with padding, as on the sockets; times are ms UTC.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

from games.protocol.server_messages import MatchCard, Part, SeatCard
from games.protocol.wire_types import Bytes16, Bytes32, Count, MatchId, SeatNumber


class Body(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is sent. An unknown field is refused, and so is a value of another type."""


# -- what is sent -------------------------------------------------------------------------


class Join(Body):
    """command_id: 16 random bytes, the same for every try; seat: null for the first free one;
    commitment: to the opening (docs/ledger.md), null where chance is seeded.
    """

    command_id: Bytes16
    seat: SeatNumber | None = None
    commitment: Bytes32 | None = None


class SeatChoice(Body):
    """A seat by its number."""

    seat: SeatNumber


class BotChoice(Body):
    """A free seat, and the level of the bot that takes it: 0 easy, 1 medium."""

    seat: SeatNumber
    level: Annotated[int, Meta(ge=0)]


# -- what is answered ---------------------------------------------------------------------


class MatchPage(Part):
    """A part of a list; next and previous: the addresses of its neighbours, or null."""

    next: str | None
    previous: str | None
    results: list[MatchCard]


class SeatDetail(SeatCard):
    """A seat with its result: rank from 1 and prestige, null before the end."""

    rank: int | None
    score: int | None


class RulesName(Part):
    """The rules a match is played by; hash: of their files, 64 hexadecimal digits."""

    version: int
    hash: str


class Result(Part):
    """How a match ended: for each seat its rank (ties share one) and the lines of its prestige;
    state_hash: of the last state, 64 hexadecimal digits.
    """

    ranks: list[int]
    prestige: list[list[int]]
    state_hash: str


class MatchDetail(MatchCard):
    """A match with its seats. host_seat: null for a host without one. attempt: how often all had to
    commit anew; a commitment is bound to it. log, archive: their addresses; archive: null until
    there is one. result: null before the end, and of a match that is void. rematch: the id
    of the match that follows, unless it is void; to the mayors of this one alone.
    """

    seats: list[SeatDetail]  # type: ignore[assignment]  # a card has their number here
    host_seat: SeatNumber | None
    you_are_host: bool
    attempt: Count
    rules: RulesName
    log: str
    archive: str | None
    result: Result | None
    rematch: MatchId | None


class Joined(Part):
    """The seat one has now."""

    seat: SeatNumber


class Rematch(Part):
    """The match that follows."""

    id: MatchId


class LogPage(Part):
    """Entries of the log from `first` on. genesis: with the first page alone; sequence: of the last
    entry there is.
    """

    genesis: bytes | None
    first: Count
    entries: list[bytes]
    sequence: Count


def told(shape: msgspec.Struct) -> Any:
    """As a renderer takes it: dicts, lists, texts and numbers."""
    return msgspec.to_builtins(shape)
