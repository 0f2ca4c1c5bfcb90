"""What somebody orders when a match is made, and the setup and clock that come of it."""

import re
import secrets
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from games import engine
from games.bots.player import LEVELS
from games.ledger.genesis import CORRESPONDENCE, LIVE, UNTIMED, Clock
from games.matches.refused import Refused
from games.protocol import codes

SECOND, HOUR, DAY = 1_000, 3_600_000, 86_400_000
CUSTOM = 3  # kind of match with a size and rounds of one's own
# Seconds of a turn and of the bank that a live match may have.
LIVE_TURN = (10, 600)
LIVE_BANK = (0, 3600)
CORRESPONDENCE_DAYS = (1, 2, 3, 7)
OPENING_LIVE, OPENING_CORRESPONDENCE = 60 * SECOND, DAY

_SEED = re.compile("[0-9A-Fa-f]{64}")


class Order(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """A match as it is asked for.

    kind: 0 duel, 1 classic, 2 grand, 3 custom (with size and rounds). seats: mayors in all, bots:
    levels of those that are programs (0 easy, 1 medium), who take the last seats. chance: 0 seeded,
    1 committed. resigned: 0 a borough left for good goes neutral, 1 a bot plays it on. seed: 64
    hexadecimal digits, or None for one drawn by the server. turn and bank: seconds; turn 0: no
    clock; a day or more: correspondence. visibility: "private" or "listed".
    """

    kind: int = 0
    seats: int = 2
    bots: list[int] = msgspec.field(default_factory=list)
    size: int | None = None
    rounds: int | None = None
    chance: int = 1
    resigned: int = 0
    seed: Annotated[str, Meta(max_length=64)] | None = None
    turn: int = 0
    bank: int = 0
    visibility: Annotated[str, Meta(max_length=16)] = "private"


def setup_of(order: Order) -> dict[str, Any]:
    """The rules' setup of an order. Raises Refused(BAD_ORDER) naming the field that is wrong."""
    rules = engine.rules(engine.LATEST)
    seed = _seed(order.seed)
    kind = order.kind
    try:
        if kind != CUSTOM:
            if order.size is not None or order.rounds is not None:
                raise _bad("size" if order.size is not None else "rounds")
            setup: dict[str, Any] = rules.standard_setup(
                kind, order.seats, seed, order.chance, order.resigned
            )
        else:
            setup = rules.standard_setup(1, 2, seed, order.chance, order.resigned)
            setup.update(kind=CUSTOM, size=order.size, rounds=order.rounds, seats=order.seats)
        rules.encode_setup(setup)
    except rules.SetupError as error:
        raise _bad(error.field) from error
    if len(order.bots) >= order.seats:
        raise _bad("bots")  # somebody must be there to play
    if any(level < 0 or level >= len(LEVELS) for level in order.bots):
        raise _bad("bots")
    if order.visibility not in ("private", "listed"):
        raise _bad("visibility")
    return setup


def clock_of(order: Order) -> Clock:
    """The clock of an order. Raises Refused(BAD_ORDER)."""
    clock = Clock()
    clock.opening = OPENING_LIVE
    if order.turn == 0:
        if order.bank:
            raise _bad("bank")
        clock.kind = UNTIMED
        return clock
    days, rest = divmod(order.turn * SECOND, DAY)
    clock.turn = order.turn * SECOND
    if not rest and days in CORRESPONDENCE_DAYS and order.bank == 0:
        clock.kind = CORRESPONDENCE
        clock.opening = OPENING_CORRESPONDENCE
        return clock
    if not LIVE_TURN[0] <= order.turn <= LIVE_TURN[1]:
        raise _bad("turn")
    if not LIVE_BANK[0] <= order.bank <= LIVE_BANK[1]:
        raise _bad("bank")
    clock.kind = LIVE
    clock.bank = order.bank * SECOND
    return clock


def again(stored: dict[str, Any]) -> Order:
    """The order of a rematch: the same, on a new map, and for those who have its link.

    Were it listed, a stranger could take a seat of those it is for.
    """
    return msgspec.convert({**stored, "seed": None, "visibility": "private"}, Order)


def _seed(written: str | None) -> bytes:
    if written is None:
        return secrets.token_bytes(32)
    # bytes.fromhex alone would pass over white space, as much as there is of it.
    if not _SEED.fullmatch(written):
        raise _bad("seed")
    return bytes.fromhex(written)


def _bad(field: str) -> Refused:
    return Refused(codes.BAD_ORDER, field)
